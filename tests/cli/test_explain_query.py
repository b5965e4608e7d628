"""``codegen explain QUERY``."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Call


def test_each_column_is_explained_with_places(project: Path, call: Call) -> None:
    result = call("explain", "GetPerson")
    assert result.exit_code == 0
    assert result.stdout.startswith(
        "GetPerson :one — one row or none: it finds people by its key (id)\n"
    )
    assert "  @id: bigint\n    an operand of = with people.id, as bigint" in result.stdout
    assert "  mood: mood or NULL\n    people.mood is declared mood  schema.sql:5:5" in result.stdout


def test_an_explanation_for_programs(project: Path, call: Call) -> None:
    found = json.loads(call("explain", "CountPeople", "--format", "json").stdout)
    assert found["cardinality"] == "exactly_one"
    (count,) = found["columns"]
    assert (count["type"], count["nullable"]) == ("bigint", False)
    assert count["reasons"][0]["text"] == "count is never NULL here"


def test_a_query_that_there_is_not(project: Path, call: Call) -> None:
    result = call("explain", "GetPersn")
    assert result.exit_code == 2
    assert "Did you mean GetPerson?" in result.stderr


def test_a_query_with_a_mistake_has_no_explanation_but_its_message(
    project: Path, call: Call
) -> None:
    (project / "queries" / "people.sql").write_text(
        "-- name: Broken :one\nSELECT nope FROM people;"
    )
    result = call("explain", "Broken")
    assert result.exit_code == 1
    assert "error[undefined-column]" in result.stderr
