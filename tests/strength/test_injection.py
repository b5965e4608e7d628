"""Whatever stands in SQL, the generated Python is the intended one: texts stay texts, names names.

A package is generated twice, with a harmless text or name and with a hostile one in its place. Both
have to be the same Python, but for the values of texts, or the spelling of names.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from codegen.config import Config
from codegen.pipeline import analyse_project, generate_package

HARMLESS = "harmless"
TEXTS = [
    '"',
    "'",
    '"""',
    "'''",
    '""""',
    '"""\nimport os\nos.abort()\n"""',
    "\\",
    "\\\\",
    '\\"""',
    'x\\"',
    "\\N{BULLET}\\x41\\u0041",
    "{{ 7 * 7 }}",
    "{% raw %}{% endraw %}{# #}",
    "{x!r}{0}{}",
    "%s %(x)s %% %",
    "$1 @id sqlc.arg(x)",
    "\u202e\u2066evil\u2069\u202c",
    "\u200b\ufeff\u2028\u2029\x85",
    "\x01\x07\x08\x0b\x0c\x1b[31m\x7f",
    "tab\tnew\nline\r\nreturn\rend",
    "  leading and trailing  ",
    "import",
    "None",
    "__class__",
    "é ﬁ 😀 ℌ ſ",
    "a" * 3000,
    "# type: ignore",
    "noqa",
    "-*- coding: utf-7 -*-",
]
NAMES = [
    *(text for text in TEXTS if len(text) < 60),
    "class",
    "self",
    "conn",
    "print",
    "async",
    "match",
    "__init__",
    "__slots__",
    "1st",
    "a b",
    "a.b",
    "a;b",
    "(",
    "str",
    "dataclass",
    "Literal",
    "annotations",
    "x: int = 1\n    y",
]


def quoted(text: str, quote: str = "'") -> str:
    return quote + text.replace(quote, quote * 2) + quote


def project(folder: Path, text: str, name: str) -> None:
    """A schema and queries that have the text, and the name, everywhere that SQL takes one."""
    table, column, enum, label = (
        quoted(f"{name}{kind}", '"') for kind in (" t", " c", " e", " alias")
    )
    (folder / "schema.sql").write_text(
        f"""
        CREATE TYPE {enum} AS ENUM ('first', {quoted(text)});
        COMMENT ON TYPE {enum} IS {quoted("about " + text)};
        CREATE TABLE {table} (
            id bigint PRIMARY KEY,
            {column} text NOT NULL DEFAULT {quoted(text)},
            state {enum}
        );
        COMMENT ON TABLE {table} IS {quoted("about " + text)};
        COMMENT ON COLUMN {table}.{column} IS {quoted("about " + text)};
        """,
        newline="",
    )
    comment = "".join(f"-- about {line}\n" for line in text.splitlines() or [""])
    inline = text.replace("*/", "").replace("/*", "")
    (folder / "queries").mkdir()
    (folder / "queries" / "things.sql").write_text(
        f"""
-- name: GetThing :one
{comment}
SELECT * FROM {table} WHERE id = @id AND {column} <> {quoted(text)} /* {inline} */;

-- name: ListThings :many
SELECT {column} AS {label}, state, {quoted(text)} AS given FROM {table} WHERE {column} = @{column};

-- name: SetState :exec
UPDATE {table} SET state = @state WHERE {column} = {quoted(text)};
""",
        newline="",
    )


@cache
def generated(text: str, name: str) -> dict[str, str] | None:
    """The files of the package; None if the project has a mistake."""
    folder = Path(tempfile.mkdtemp())
    try:
        project(folder, text, name)
        config = Config(schema=(f"{folder}/schema.sql",), queries=(f"{folder}/queries",))
        return generate_package(analyse_project(config)).files
    finally:
        shutil.rmtree(folder)


def trees(files: dict[str, str]) -> Iterator[tuple[str, ast.Module]]:
    for path, source in sorted(files.items()):
        compile(source, path, "exec")
        yield path, ast.parse(source)


def texts(files: dict[str, str]) -> set[str]:
    return {
        node.value
        for _, tree in trees(files)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


class _WithoutTexts(ast.NodeTransformer):
    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        return ast.Constant("") if isinstance(node.value, str) else node


def shape(files: dict[str, str]) -> dict[str, str]:
    """The syntax of each file, without the values of texts."""
    return {path: ast.dump(_WithoutTexts().visit(tree)) for path, tree in trees(files)}


def skeleton(files: dict[str, str]) -> dict[str, list[object]]:
    """The kinds of syntax of each file, what it imports, and the names that no user chose."""
    return {
        path: [
            (type(node).__name__, node.module if isinstance(node, ast.ImportFrom) else None)
            for node in ast.walk(tree)
        ]
        for path, tree in trees(files)
    }


def check_text(text: str) -> None:
    harmless = generated(HARMLESS, "thing")
    hostile = generated(text, "thing")
    assert harmless is not None
    assert hostile is not None
    # The harmless label must give as many members, under the name that any text gives.
    assert {path: _without_members(one) for path, one in shape(hostile).items()} == {
        path: _without_members(one) for path, one in shape(harmless).items()
    }
    found = texts(hostile)
    assert text in found, "the enum's label"
    literal = quoted(text)
    assert any(literal.replace("%%", "%") in one.replace("%%", "%") for one in found), (
        "the literal in the SQL"
    )


def _without_members(dumped: str) -> str:
    """The name that an enum's member has follows its label."""
    return re.sub(
        r"Assign\(targets=\[Name\(id='\w+', ctx=Store\(\)\)\], value=Constant", "M", dumped
    )


def check_name(name: str) -> None:
    harmless = generated(HARMLESS, "thing")
    hostile = generated(HARMLESS, name)
    assert harmless is not None
    assert hostile is not None
    assert skeleton(hostile) == skeleton(harmless)


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_a_text_stays_a_text(text: str) -> None:
    check_text(text)


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_stays_a_name(name: str) -> None:
    check_name(name)


_CHARACTERS = st.characters(exclude_characters="\0", exclude_categories=("Cs",))
_MANY = 300 if os.environ.get("FUZZ") else 15


@settings(max_examples=_MANY, deadline=None)
@given(st.text(_CHARACTERS | st.sampled_from("\"'\\{}%#\n"), max_size=40))
def test_any_text_stays_a_text(text: str) -> None:
    assume(text != "first")
    check_text(text)


@settings(max_examples=_MANY, deadline=None)
@given(st.text(_CHARACTERS | st.sampled_from("\"'\\{}%#\n"), min_size=1, max_size=15))
def test_any_name_stays_a_name(name: str) -> None:
    check_name(name)
