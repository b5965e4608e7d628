"""What somebody sees who uses codegen for the first time: the commands on the living example."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.cli import ROOT, codegen, contents, copy_project

FACTS = json.loads((ROOT / "tests" / "data" / "chats_facts.json").read_text())["queries"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the living example, generated."""
    copy_project(tmp_path)
    generated = codegen("generate", cwd=tmp_path)
    assert generated.status == 0, generated.output
    return tmp_path


# generate and check -------------------------------------------------------------------------------


def test_the_checkout_is_in_step() -> None:
    checked = codegen("check", cwd=ROOT)
    assert checked.status == 0, checked.output


def test_a_copy_generates_what_the_checkout_has(project: Path) -> None:
    def texts(folder: Path) -> dict[str, str]:
        return {name: text for name, (text, _) in contents(folder / "generated").items()}

    assert texts(project) == texts(ROOT)


def test_generating_twice_changes_nothing(project: Path) -> None:
    before = contents(project)
    again = codegen("generate", cwd=project)
    assert again.status == 0, again.output
    assert contents(project) == before
    assert codegen("check", cwd=project).status == 0


def _edit(path: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(project: Path) -> None:
        text = (project / path).read_text()
        assert old in text
        (project / path).write_text(text.replace(old, new, 1))

    return edit


def _delete(project: Path) -> None:
    (project / "generated" / "models.py").unlink()


def _leave_over(project: Path) -> None:
    """A module that codegen did generate, from a file of queries that is gone since."""
    queries = project / "queries" / "gone.sql"
    queries.write_text("-- name: CountChats :one\nSELECT count(*) FROM chats;\n")
    assert codegen("generate", cwd=project).status == 0
    queries.unlink()


DRIFTS = {
    "a hand edit": (_edit("generated/chats.py", "def get_chat_by_id", "def get_it"), "chats.py"),
    "a deleted file": (_delete, "models.py"),
    "an edited query": (_edit("queries/chats.sql", "LIMIT @num_chats", "LIMIT 1"), "chats.py"),
    "an edited column": (_edit("schema.sql", "last_error           text", "trouble text"), "error"),
    "an edited type": (_edit("schema.sql", "text        NOT NULL DEFAULT 'New Chat'", "text"), ""),
    "a file left over": (_leave_over, "gone.py"),
}


@pytest.mark.parametrize("drift", DRIFTS)
def test_check_shows_drift_and_writes_nothing(project: Path, drift: str) -> None:
    change, shown = DRIFTS[drift]
    change(project)
    before = contents(project)
    checked = codegen("check", cwd=project)
    assert checked.status == 1
    assert shown in checked.output
    if shown != "error" and "deleted" not in drift and "left over" not in drift:
        assert re.search(r"^--- .*\n\+\+\+ .*\n@@ ", checked.stdout, re.MULTILINE), checked.output
    assert contents(project) == before


@pytest.mark.parametrize("drift", ["a hand edit", "a deleted file", "a file left over"])
def test_generating_repairs_drift(project: Path, drift: str) -> None:
    before = {name: text for name, (text, _) in contents(project).items()}
    DRIFTS[drift][0](project)
    assert codegen("generate", cwd=project).status == 0
    assert {name: text for name, (text, _) in contents(project).items()} == before


def test_a_file_of_somebody_elses_is_not_overwritten(project: Path) -> None:
    (project / "generated" / "chats.py").write_text("mine = 1\n")
    before = contents(project)
    refused = codegen("generate", cwd=project)
    assert refused.status == 1
    assert "chats.py" in refused.output
    assert contents(project) == before


# inspect ------------------------------------------------------------------------------------------


def _inspect(cwd: Path, *arguments: str | Path) -> tuple[int, dict[str, Any]]:
    inspected = codegen("inspect", "--format", "json", *arguments, cwd=cwd)
    return inspected.status, json.loads(inspected.stdout)


def test_inspect_says_of_every_query_what_it_has_to() -> None:
    status, shown = _inspect(ROOT)
    assert status == 0
    assert shown["diagnostics"] == []
    assert [query["name"] for query in shown["queries"]] == [query["name"] for query in FACTS]
    assert sum(len(query["parameters"]) for query in shown["queries"]) == 87
    assert sum(len(query["columns"]) for query in shown["queries"]) == 349
    assert sum(query["cardinality"] == "exactly_one" for query in shown["queries"]) == 5


@pytest.fixture(scope="module")
def inspected() -> dict[str, dict[str, Any]]:
    """What `inspect` says of this project's queries, by name."""
    return {query["name"]: query for query in _inspect(ROOT)[1]["queries"]}


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact["name"])
def test_inspect_agrees_with_the_facts(
    inspected: dict[str, dict[str, Any]], fact: dict[str, Any]
) -> None:
    query = inspected[fact["name"]]
    assert (query["command"], query["cardinality"]) == (fact["command"], fact["cardinality"])
    keys = ("name", "number", "type", "nullable")
    assert [{key: parameter[key] for key in keys} for parameter in query["parameters"]] == [
        {key: parameter[key] for key in keys} for parameter in fact["parameters"]
    ]
    assert [_without_nullable(column) for column in query["columns"]] == [
        _without_nullable(column) for column in fact["columns"]
    ]
    sharpened = {
        column["name"]
        for column, known in zip(query["columns"], fact["columns"], strict=True)
        if column["nullable"] != known["nullable"]
    }
    assert sharpened <= PROVED.get(fact["name"], set())
    assert not any(column["nullable"] for column in query["columns"] if column["name"] in sharpened)


#: Columns that are nullable in their table and can't be NULL in this query's result.
PROVED = {
    "ListChildChatsByParentID": {"parent_chat_id"},
    "ListChatsByRootID": {"root_chat_id"},
    "AcquireChats": {"started_at", "heartbeat_at", "worker_id"},
    "GetStaleChats": {"heartbeat_at"},
    "UpsertChatDiffStatus": {"refreshed_at"},
}


def _without_nullable(column: dict[str, Any]) -> dict[str, Any]:
    keys = ("name", "type", "table", "column", "embed")
    return {key: column[key] for key in keys}


def test_options_replace_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "one.sql").write_text("CREATE TABLE a (id int PRIMARY KEY);")
    (tmp_path / "two.sql").write_text("CREATE TABLE b (a_id int NOT NULL REFERENCES a);")
    queries = tmp_path / "q.sql"
    queries.write_text("-- name: All :many\nSELECT a.id, b.a_id FROM a JOIN b ON b.a_id = a.id;\n")
    options = ("--schema", "one.sql", "--schema", "two.sql", "--queries", queries)
    status, shown = _inspect(tmp_path, *options)
    assert status == 0
    (query,) = shown["queries"]
    assert [(column["name"], column["table"]) for column in query["columns"]] == [
        ("id", "a"),
        ("a_id", "b"),
    ]


# bad input ----------------------------------------------------------------------------------------

BAD = {
    "undefined-table": "-- name: Bad :many\nSELECT * FROM chat;\n",
    "undefined-column": "-- name: Bad :many\nSELECT titel FROM chats;\n",
    "annotation-malformed": "-- name: Bad\nSELECT 1;\n",
    "duplicate-query": (
        "-- name: Bad :exec\nDELETE FROM chats;\n\n-- name: Bad :exec\nDELETE FROM users;\n"
    ),
    "unknown-command": "-- name: Bad :several\nSELECT 1;\n",
    "indeterminate-parameter": "-- name: Bad :one\nSELECT 1 WHERE @x IS NULL;\n",
}
PLACE = re.compile(r"queries/bad\.sql:\d+:\d+")


@pytest.mark.parametrize("code", BAD)
def test_bad_input_is_one_diagnostic_with_its_place_and_a_way_out(project: Path, code: str) -> None:
    (project / "queries" / "bad.sql").write_text(BAD[code])
    before = contents(project)
    refused = codegen("generate", cwd=project)
    assert refused.status == 1
    assert code in refused.output
    assert PLACE.search(refused.output), refused.output
    assert "^" in refused.output
    assert "help" in refused.output
    assert contents(project) == before

    status, shown = _inspect(project)
    assert status == 1
    (diagnostic,) = shown["diagnostics"]
    assert (diagnostic["code"], diagnostic["severity"]) == (code, "error")
    assert diagnostic["file"] == "queries/bad.sql"
    assert diagnostic["line"] >= 1
    assert diagnostic["column"] >= 1
    assert diagnostic["help"]
    assert len(shown["queries"]) >= 33


def test_an_unreadable_file_is_a_diagnostic(project: Path) -> None:
    (project / "queries" / "bad.sql").write_bytes(b"-- name: Bad :one\nSELECT '\xff';\n")
    refused = codegen("generate", cwd=project)
    assert refused.status == 1
    assert "file-unreadable" in refused.output
    assert "queries/bad.sql" in refused.output


def test_a_missing_schema_is_a_diagnostic(project: Path) -> None:
    (project / "schema.sql").unlink()
    refused = codegen("generate", cwd=project)
    assert refused.status == 1
    assert "schema.sql" in refused.output
    assert "Traceback" not in refused.output


def test_all_errors_of_a_run_come_together(project: Path) -> None:
    (project / "queries" / "bad.sql").write_text(
        "-- name: First :many\nSELECT * FROM chat;\n\n"
        "-- name: Second :many\nSELECT titel FROM chats;\n\n"
        "-- name: Third :several\nSELECT 1;\n"
    )
    refused = codegen("generate", cwd=project)
    assert refused.status == 1
    for code in ("undefined-table", "undefined-column", "unknown-command"):
        assert code in refused.output


def test_only_other_statements_than_ddl_need_an_annotation(project: Path) -> None:
    more = project / "queries" / "more.sql"
    more.write_text("CREATE TABLE IF NOT EXISTS users (id uuid PRIMARY KEY);\n")
    status, shown = _inspect(project)
    assert (status, shown["diagnostics"]) == (0, [])

    more.write_text("SELECT 1;\n")
    status, shown = _inspect(project)
    assert status == 0
    (diagnostic,) = shown["diagnostics"]
    assert (diagnostic["code"], diagnostic["severity"]) == ("annotation-missing", "warning")
