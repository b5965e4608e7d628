"""Diagnostics for programs, and how much is printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call

WRONG = "-- name: NoTable :many\nSELECT *\nFROM poeple;\n"


@pytest.fixture
def wrong(project: Path) -> Path:
    path = project / "queries" / "people.sql"
    path.write_text(WRONG)
    return path


def test_json_has_all_that_the_text_says(wrong: Path, call: Call) -> None:
    done = call("generate", "--format", "json")
    (one,) = json.loads(done.stdout)["diagnostics"]
    assert (done.exit_code, done.stderr) == (1, "")
    assert (one["code"], one["severity"], one["query"]) == ("undefined-table", "error", "NoTable")
    assert one["place"] == {
        "file": "queries/people.sql",
        "line": 3,
        "column": 6,
        "end_line": 3,
        "end_column": 12,
    }


def test_github_gets_an_annotation_on_the_line(wrong: Path, call: Call) -> None:
    done = call("check", "--format", "github")
    assert done.stdout.startswith(
        "::error title=undefined-table,file=queries/people.sql,"
        "line=3,endLine=3,col=6,endColumn=12::"
    )
    assert "%0A" in done.stdout
    assert done.stdout.count("\n") == 1


def test_sarif_names_the_rule_and_the_region(wrong: Path, call: Call) -> None:
    (run,) = json.loads(call("generate", "--format", "sarif").stdout)["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["undefined-table"]
    (result,) = run["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "queries/people.sql"
    assert place["region"]["startColumn"] == 6


def test_programs_get_an_empty_list_and_people_a_line(project: Path, call: Call) -> None:
    done = call("generate", "--format", "json")
    assert json.loads(done.stdout) == {"diagnostics": []}
    assert "written" in done.stderr
    assert call("generate").stdout == "db: up to date (2 queries)\n"
    assert call("generate", "-q").output == ""


def test_several_packages_go_side_by_side(project: Path, call: Call) -> None:
    (project / "sqlc.yaml").write_text(
        'version: "2"\nsql:\n'
        "  - {schema: schema.sql, queries: queries, gen: {go: {package: one}}}\n"
        "  - {schema: schema.sql, queries: queries, gen: {go: {package: two}}}\n"
    )
    done = call("generate", "--config", "sqlc.yaml", "--out", "out")
    assert done.exit_code == 0
    assert done.stderr.count("note[config-ignored]") == 1
    assert (project / "out" / "one" / "people.py").is_file()
    assert (project / "out" / "two" / "people.py").is_file()
    assert call("check", "--config", "sqlc.yaml", "--out", "out").exit_code == 0
    assert call("generate", "--config", "sqlc.yaml").exit_code == 2
