"""``codegen vet``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call

GONE = "\n-- name: Clear :exec\nDELETE FROM people;\n"


@pytest.fixture
def careless(project: Path) -> Path:
    """The project with a query that deletes everything."""
    with (project / "queries" / "people.sql").open("a") as file:
        file.write(GONE)
    return project


def test_fine_queries_are_no_finding(project: Path, call: Call) -> None:
    result = call("vet")
    assert (result.exit_code, result.stdout) == (0, "nothing to complain of\n")


def test_a_finding_has_its_place_and_the_way_out(careless: Path, call: Call) -> None:
    result = call("vet")
    assert result.exit_code == 1
    assert "warning[without-where]: DELETE without WHERE changes every row of people" in (
        result.stderr
    )
    assert "| DELETE FROM people" in result.stderr
    assert "-- @ignore without-where" in result.stderr


def test_a_rule_is_set_in_the_configuration(careless: Path, call: Call) -> None:
    with (careless / "pyproject.toml").open("a") as file:
        file.write('\n[tool.codegen.vet]\nwithout-where = "note"\n')
    result = call("vet")
    assert result.exit_code == 0
    assert "note[without-where]" in result.stderr
    assert call("vet", "--rule", "without-where=error").exit_code == 1
    assert "without-where" not in call("vet", "--rule", "without-where=off").stderr


def test_a_rule_that_there_is_not(project: Path, call: Call) -> None:
    result = call("vet", "--rule", "without-were=off")
    assert result.exit_code == 1
    assert "Did you mean without-where?" in result.stderr
    assert call("vet", "--rule", "without-where").exit_code == 2


def test_findings_for_programs(careless: Path, call: Call) -> None:
    for form in ("github", "sarif", "json"):
        assert "without-where" in call("vet", "--format", form).stdout
    assert json.loads(call("vet", "--format", "json").stdout)


def test_the_rules_are_listed(call: Call) -> None:
    assert "unordered-limit" in call("vet", "--list").stdout
