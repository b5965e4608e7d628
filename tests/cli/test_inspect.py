"""The JSON object of ``inspect``, which other programs read."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Call


def test_the_object(project: Path, call: Call) -> None:
    with (project / "queries" / "people.sql").open("a") as file:
        file.write("\n-- name: Broken :one\nSELECT nme FROM people;\n")
    done = call("inspect", "--format", "json")
    assert done.exit_code == 1
    found = json.loads(done.stdout)
    assert list(found) == ["queries", "diagnostics"]
    assert found["queries"][0] == {
        "name": "GetPerson",
        "command": "one",
        "file": "queries/people.sql",
        "line": 1,
        "sql": "SELECT * FROM people WHERE id = $1",
        "cardinality": "at_most_one",
        "parameters": [{"name": "id", "number": 1, "type": "bigint", "nullable": False}],
        "columns": [
            {
                "name": name,
                "type": type_,
                "nullable": nullable,
                "table": "people",
                "column": name,
                "embed": None,
            }
            for name, type_, nullable in [
                ("id", "bigint", False),
                ("name", "text", False),
                ("mood", "mood", True),
            ]
        ],
    }
    assert [query["name"] for query in found["queries"]] == ["GetPerson", "CountPeople"]
    assert found["queries"][1]["cardinality"] == "exactly_one"
    (diagnostic,) = found["diagnostics"]
    assert list(diagnostic) == [
        "code",
        "severity",
        "message",
        "file",
        "line",
        "column",
        "query",
        "help",
    ]
    assert (diagnostic["code"], diagnostic["query"]) == ("undefined-column", "Broken")
    assert (diagnostic["file"], diagnostic["line"], diagnostic["column"]) == (
        "queries/people.sql",
        9,
        8,
    )


def test_the_table_for_people(project: Path, call: Call) -> None:
    done = call("inspect")
    assert done.exit_code == 0
    assert (
        done.stdout
        == """\
GetPerson :one (at most one)
  $1  id    bigint
  ->  id    bigint
  ->  name  text
  ->  mood  mood or null

CountPeople :one (exactly one)
  ->  count  bigint
"""
    )


def test_a_mistake_in_the_configuration_is_in_the_object(project: Path, call: Call) -> None:
    done = call("inspect", "--format", "json", "--config", "nowhere.toml")
    assert done.exit_code == 1
    assert json.loads(done.stdout)["diagnostics"][0]["code"] == "file-unreadable"
