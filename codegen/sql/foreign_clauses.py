"""Clauses that other databases have and a lenient parser takes."""

from __future__ import annotations

from collections.abc import Sequence

from codegen.diagnostics import CodegenError, error
from codegen.source import Source, Span
from codegen.sql.lexer import Token
from codegen.sql.typenames import NOT_TYPES

_AFTER_LIMIT = frozenset("offset for fetch union intersect except returning".split())


def check_limit(source: Source, tokens: Sequence[Token]) -> None:
    """Raises CodegenError for ``LIMIT 10, 20`` (select_limit in gram.y)."""
    for index, token in enumerate(tokens):
        if token.kind != "name" or token.text != "limit" or _is_name(tokens, index):
            continue
        comma = _comma_after(tokens, index + 1)
        if comma is not None:
            raise error(
                "syntax-error",
                "LIMIT #,# syntax is not supported",
                Span(source, token.start, comma.end),
                "Use separate LIMIT and OFFSET clauses: LIMIT count OFFSET start.",
            )


_ON_CONFLICT = "PostgreSQL writes INSERT … ON CONFLICT (column) DO UPDATE SET column = …"
#: Beginnings of statements that other databases have: the words, which of them is wrong, and help.
_FOREIGN_STARTS: tuple[tuple[tuple[str, ...], int, str], ...] = (
    (("replace", "into"), 0, f"{_ON_CONFLICT}."),
    (("insert", "ignore"), 1, "PostgreSQL writes INSERT … ON CONFLICT DO NOTHING."),
    (("insert", "or"), 1, f"{_ON_CONFLICT}, or DO NOTHING."),
    (("select", "top"), 1, "PostgreSQL writes LIMIT at the end of the query."),
)


def check_foreign(source: Source, tokens: Sequence[Token]) -> None:
    """Raises CodegenError (syntax-error) for clauses of MySQL, SQLite and SQL Server."""
    words = tuple(token.text for token in tokens)
    for start, wrong, help in _FOREIGN_STARTS:
        # `SELECT top, …` is a column
        if words[: len(start)] == start and (start[1] != "top" or tokens[2].kind == "number"):
            raise _near(source, tokens[wrong], help)
    if words[0] == "insert" and words[1] != "into":
        raise _near(source, tokens[1], "Write INSERT INTO.")
    for index in range(1, len(tokens) - 2):
        three = words[index : index + 3]
        if three == ("on", "duplicate", "key"):
            raise _near(source, tokens[index + 1], f"{_ON_CONFLICT}.")
        # a column of XMLTABLE may be NOT NULL
        is_test = three[:2] == ("not", "null") and _is_operand(tokens[index - 1])
        if is_test and "xmltable" not in words:
            raise _near(source, tokens[index], "Write IS NOT NULL.")


def _is_operand(token: Token) -> bool:
    ends = token.kind == "punct" and token.text in (")", "]")
    return ends or token.kind in ("quoted", "param", "string") or _is_plain(token)


def _is_plain(token: Token) -> bool:
    return token.kind == "name" and token.text not in NOT_TYPES | {"is"}


def _near(source: Source, token: Token, help: str) -> CodegenError:
    span = Span(source, token.start, token.end)
    return error("syntax-error", f'syntax error at or near "{span.text}"', span, help)


def _is_name(tokens: Sequence[Token], index: int) -> bool:
    return index > 0 and tokens[index - 1].text in ("as", ".")


def _comma_after(tokens: Sequence[Token], index: int) -> Token | None:
    depth = 0
    for token in tokens[index:]:
        if token.kind == "punct":
            depth += (token.text in "([") - (token.text in ")]")
            if depth < 0:
                return None
            if depth == 0 and token.text == ",":
                return token
        elif depth == 0 and (token.kind == "end" or token.text in _AFTER_LIMIT):
            return None
    return None
