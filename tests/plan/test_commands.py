"""The commands: what one table names, the others know."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from codegen.plan import commands
from codegen.sql import annotations

ROOT = Path(__file__).parent.parent.parent
#: The functions that templates/execute.py.jinja defines, in either flavour.
DEFINED = frozenset(
    re.findall(
        r"^(?:def|\{\{ words\.define \}\}) (\w+)",
        (ROOT / "templates" / "execute.py.jinja").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
)


def test_each_command_of_an_annotation_has_a_row() -> None:
    assert {name.rstrip("!") for name in commands.COMMANDS} == set(annotations.COMMANDS)


@pytest.mark.parametrize("name", commands.COMMANDS)
def test_the_package_has_the_functions_that_run_it(name: str) -> None:
    row = commands.COMMANDS[name]
    assert {row.run, row.run_value} - {""} <= DEFINED


@pytest.mark.parametrize("page", ["docs/queries.md", "codegen/explanations/unknown-command.md"])
@pytest.mark.parametrize("name", annotations.COMMANDS)
def test_the_documentation_lists_it(name: str, page: str) -> None:
    assert re.search(rf":{name}\b", (ROOT / page).read_text(encoding="utf-8"))
