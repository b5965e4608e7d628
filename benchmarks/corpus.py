"""A project of any size that resembles real ones: the living example's schema and queries, again
and again, every table, type, index and query under a name of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from codegen.schema.statements import statements
from codegen.source import Source
from codegen.sql.lexer import Token, tokenize

_ROOT = Path(__file__).parent.parent
_ANNOTATION = re.compile(r"^-- name: (?P<name>\w+) ", re.MULTILINE)
_NAMED = frozenset({"table", "type", "index"})


def write_corpus(folder: Path, queries: int, tables: int) -> None:
    """Writes schema.sql and queries/*.sql with so many queries over so many tables."""
    schema = (_ROOT / "schema.sql").read_text(encoding="utf-8")
    names = _defined(schema)
    blocks = _blocks((_ROOT / "queries" / "chats.sql").read_text(encoding="utf-8"))
    count = len(re.findall(r"^CREATE TABLE", schema, re.MULTILINE))
    copies = -(-tables // count)
    (folder / "queries").mkdir(parents=True)
    parts: list[str] = []
    for copy in range(copies):
        parts.append(_renamed(schema, names, copy))
        share = queries * (copy + 1) // copies - queries * copy // copies
        text = "".join(islice(_endless(blocks, copy), share))
        path = folder / "queries" / f"area_{copy:03}.sql"
        path.write_text(_renamed(text, names, copy), encoding="utf-8")
    (folder / "schema.sql").write_text("\n".join(parts), encoding="utf-8")


def _defined(schema: str) -> frozenset[str]:
    """The names of all tables, types and indexes."""
    found: set[str] = set()
    for statement in statements(tokenize(schema, Source("schema.sql", schema))):
        words = [token.text for token in statement[:4]]
        if words[0] == "create":
            kind = next(place for place, word in enumerate(words) if word in _NAMED)
            found.add(words[kind + 1])
    return frozenset(found)


def _blocks(text: str) -> list[str]:
    """The queries with their annotations."""
    starts = [found.start() for found in _ANNOTATION.finditer(text)]
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def _endless(blocks: list[str], copy: int) -> Iterator[str]:
    """All queries again and again, those of one area in an order and under names of their own."""
    offset, turn = copy * 7, 0
    while True:
        suffix = f"{copy}" if not turn else f"{copy}Again{turn}"
        for number in range(len(blocks)):
            block = blocks[(offset + number) % len(blocks)]
            yield _ANNOTATION.sub(rf"-- name: \g<name>{suffix} ", block)
        turn += 1


def _renamed(text: str, names: frozenset[str], copy: int) -> str:
    """The text with the names of its tables, types and indexes followed by the copy's number."""
    parts: list[str] = []
    end = 0
    for token in tokenize(text, Source("corpus.sql", text)):
        if _is_name(token, names):
            parts += [text[end : token.end], f"_{copy:03}"]
            end = token.end
    return "".join([*parts, text[end:]])


def _is_name(token: Token, names: frozenset[str]) -> bool:
    return token.kind == "name" and token.text in names
