"""Rows of several queries with one class, and what is told where they differ."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.config import Config
from codegen.diagnostics import Diagnostic
from codegen.pipeline import analyse_project, generate_package
from codegen.plan.options import DEFAULT, Options

SCHEMA = """\
CREATE TYPE mood AS ENUM ('calm');
CREATE TABLE chats (id bigint PRIMARY KEY, title text, mood mood NOT NULL);
CREATE TABLE notes (id bigint PRIMARY KEY, title text NOT NULL, chat bigint);
"""


def package(
    folder: Path, queries: str, options: Options = DEFAULT, schema: str = SCHEMA
) -> tuple[dict[str, str] | None, tuple[Diagnostic, ...]]:
    (folder / "schema.sql").write_text(schema)
    (folder / "queries").mkdir(exist_ok=True)
    for number, text in enumerate(queries.split("-- file\n")):
        (folder / "queries" / f"q{number}.sql").write_text(text)
    config = Config(schema=(str(folder / "schema.sql"),), queries=(str(folder / "queries"),))
    found = generate_package(analyse_project(config), options)
    return found.files, found.diagnostics


def problem(folder: Path, queries: str, options: Options = DEFAULT) -> tuple[str, str, str | None]:
    files, diagnostics = package(folder, queries, options)
    assert files is None
    (found,) = diagnostics
    assert found.span is not None
    return found.code, found.message, found.help


def test_queries_of_several_files_share_a_class(tmp_path: Path) -> None:
    files, diagnostics = package(
        tmp_path,
        """\
-- name: A :many
-- @row Heading
-- Documented all the same.
SELECT id, coalesce(title, '') AS title, mood FROM chats;
-- file
-- name: B :one
-- @row Heading
SELECT id, title, 'calm'::mood AS mood FROM notes WHERE id = @id;
""",
    )
    assert diagnostics == () and files is not None
    assert files["models.py"].count("class Heading:") == 1
    assert "def make_heading(" in files["_rows.py"]
    assert "def a(conn: Connection[Any]) -> list[Heading]:" in files["q0.py"]
    assert '"""Documented all the same."""' in files["q0.py"]
    assert "-> Heading | None:" in files["aio/q1.py"]
    assert "class" not in files["_queries/q0.py"] + files["_queries/q1.py"]


def test_a_table_s_class_can_be_asked_for(tmp_path: Path) -> None:
    files, diagnostics = package(
        tmp_path,
        """\
-- name: A :many
-- @row Chat
SELECT id, 'x' AS title, mood FROM (SELECT * FROM chats UNION ALL SELECT * FROM chats) t;
""",
    )
    assert diagnostics == () and files is not None
    assert "-> list[Chat]:" in files["q0.py"]


def test_one_column_and_embedded_rows(tmp_path: Path) -> None:
    files, diagnostics = package(
        tmp_path,
        """\
-- name: A :many
-- @row Only
SELECT id FROM chats;

-- name: B :many
-- @row Pair
WITH c AS (SELECT id, mood FROM chats) SELECT sqlc.embed(c), sqlc.embed(notes) FROM c, notes;
""",
    )
    assert diagnostics == () and files is not None
    assert "class Only:\n    id: int\n" in files["models.py"]
    assert "class PairC:\n    id: int\n    mood: Mood\n" in files["models.py"]
    assert "class Pair:\n    c: PairC\n    notes: Note\n" in files["models.py"]


@pytest.mark.parametrize(
    ("first", "second", "difference"),
    [
        ("id", "id, title", "only B has title"),
        ("id, title", "id", "only A has title"),
        ("id", "id::text", "id is str in B and int in A"),
        ("title", "coalesce(title, '') AS title", "title is str in B and str | None in A"),
        ("id, title", "title, id", "the order is another: id, title in A"),
    ],
)
def test_other_attributes(tmp_path: Path, first: str, second: str, difference: str) -> None:
    code, message, help = problem(
        tmp_path,
        f"-- name: A :many\n-- @row Shape\nSELECT {first} FROM chats;\n"
        f"-- name: B :many\n-- @row Shape\nSELECT {second} FROM chats;\n",
    )
    assert (code, message) == ("row-mismatch", "Shape can't be the class of both A and B")
    assert help is not None and help.startswith(difference)


@pytest.mark.parametrize(
    ("option", "command", "message"),
    [
        ("", "many", "@row needs the name of a class"),
        ("two words", "many", "@row needs the name of a class"),
        ("class", "many", "@row needs the name of a class"),
        ("A\n-- @row B", "many", "a query's rows have one class"),
        ("Mood", "many", "Mood can't be the rows' class beside Mood"),
        ("CHAT", "many", "CHAT can't be the rows' class beside Chat"),
        ("Note", "many", "the rows of A are no Note"),
        ("Any", "exec", "@row, but :exec returns no rows"),
    ],
)
def test_mistakes(tmp_path: Path, option: str, command: str, message: str) -> None:
    query = f"-- name: A :{command}\n-- @row {option}\nSELECT id, title FROM chats;\n"
    assert problem(tmp_path, query)[:2] == ("row-mismatch", message)


def test_two_columns_of_one_name(tmp_path: Path) -> None:
    query = "-- name: A :many\nSELECT c.id, n.id, n.id AS id_2 FROM chats c, notes n;\n"
    assert problem(tmp_path, query)[0] == "duplicate-column"
    files, diagnostics = package(tmp_path, query, Options(duplicate_columns="number"))
    assert diagnostics == () and files is not None
    assert "class ARow:\n    id: int\n    id_3: int\n    id_2: int\n" in files["_queries/q0.py"]


@pytest.mark.parametrize(
    ("flavours", "there", "missing"),
    [("sync", "q0.py", "aio/q0.py"), ("async", "aio/q0.py", "q0.py")],
)
def test_flavours(tmp_path: Path, flavours: str, there: str, missing: str) -> None:
    files, _ = package(tmp_path, "-- name: A :many\nSELECT 1 AS one;\n", Options(flavours=flavours))
    assert files is not None and there in files and missing not in files
    assert ("_execute.py" in files) == (flavours == "sync")
    assert ("aio/_execute.py" in files) == (flavours == "async")


def test_names_that_differ_in_case_only(tmp_path: Path) -> None:
    files, diagnostics = package(
        tmp_path,
        '-- name: A :many\nSELECT * FROM "CHAT";\n',
        schema=SCHEMA + 'CREATE TABLE "CHAT" ("Id" int, "ID" int, mood mood);\n',
    )
    assert diagnostics == () and files is not None
    attributes = "    id: int | None\n    id_2: int | None\n"
    assert f"class PublicCHAT:\n{attributes}" in files["models.py"]
    assert "def make_chat(" in files["_rows.py"] and "def make_public_chat(" in files["_rows.py"]
