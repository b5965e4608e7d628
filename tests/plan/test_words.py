"""Names that come from outside can't end the docstring that they stand in."""

from __future__ import annotations

import ast

import pytest

from codegen.plan.literals import words


@pytest.mark.parametrize(
    "name",
    ['a"""; import os; """b.sql', "back\\", "new\nline", "\u202egnp.sql", "nul\0", "plain.sql"],
)
def test_a_name_stays_inside_its_docstring(name: str) -> None:
    module = ast.parse(f'"""The queries of {words(name)} as functions."""')
    assert len(module.body) == 1
    assert isinstance(module.body[0], ast.Expr)
    assert words("plain.sql") == "plain.sql"
