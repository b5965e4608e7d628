"""Expressions, literals and imports laid out as ruff does."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegen.plan.layout import Bracketed, call, layout
from codegen.plan.literals import block_literal, docstring, string_literal
from codegen.plan.spelling import NONE, ModuleNames, Name, of, union


def test_what_fits_stays_on_one_line() -> None:
    assert layout(call("f", "a", Bracketed("[", ("b",), "]"))) == "f(a, [b])"


def test_what_does_not_fit_has_one_item_per_line() -> None:
    long = "x" * 40
    text = layout(call("f", long, call("g", long, long)), before="return ", indent=4)
    assert text.splitlines() == [
        "return f(",
        f"        {long},",
        "        g(",
        f"            {long},",
        f"            {long},",
        "        ),",
        "    )",
    ]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_literals_are_the_text(text: str) -> None:
    assert ast.literal_eval(string_literal(text)) == text
    assert ast.literal_eval(block_literal(text)) == text


@pytest.mark.parametrize(
    "text", ['a """quoted""" b', 'ends with "', "back\\slash\\", "%s {x}", "it's", "\r\n", '""""']
)
def test_hard_texts(text: str) -> None:
    assert ast.literal_eval(string_literal(text)) == text
    assert ast.literal_eval(block_literal(text)) == text


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([], None),
        (["", ""], None),
        (["One."], '"""One."""'),
        (['Says "x"'], '"""Says "x"\n    """'),
        (["One.", "", "  - two"], '"""One.\n\n      - two\n    """'),
        (['"x" first'], '""" "x" first"""'),
        (["a\\b"], '"""a\\\\b"""'),
    ],
)
def test_docstrings(lines: list[str], expected: str | None) -> None:
    assert docstring(lines) == expected


def test_imports_are_sorted_in_sections() -> None:
    module = ModuleNames("@aio.chats")
    for name in (
        Name("uuid", "UUID"),
        Name("@models", "Chat"),
        Name("@aio._execute", "fetch_one"),
        Name("@_queries", "chats", "queries"),
        Name("psycopg", "AsyncConnection"),
        Name("typing", "Any"),
        Name("@aio._execute", "ONE"),
    ):
        module.use(name)
    assert module.imports() == (
        "from typing import Any",
        "from uuid import UUID",
        "",
        "from psycopg import AsyncConnection",
        "",
        "from .._queries import chats as queries",
        "from ..models import Chat",
        "from ._execute import ONE, fetch_one",
    )


def test_a_taken_name_is_imported_under_another() -> None:
    module = ModuleNames("@models", taken={"date", "int"})
    assert module.spell(of("", "list", of("datetime", "date"))) == "list[date_]"
    assert module.spell(of("", "int")) == "int_"
    assert module.imports() == (
        "from builtins import int as int_",
        "from datetime import date as date_",
    )


def test_unions_are_flat_and_none_is_last() -> None:
    text = of("", "str")
    assert union(NONE, text, union(text, NONE)) == union(text, NONE)
    assert ModuleNames("@models").spell(text.optional().optional()) == "str | None"
