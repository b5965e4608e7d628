"""``codegen pull``: the schema of a live database."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from codegen.schema import load
from codegen.schema.migrations import sources_of
from codegen.verify.dump import MARK
from tests.support.cli import ROOT, codegen, contents

CONFIG = 'schema = "schema.sql"\nqueries = "queries"\nout = "db"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A configured folder without a schema."""
    (tmp_path / "codegen.toml").write_text(CONFIG)
    return tmp_path


def test_a_database_is_pulled_again_and_again(folder: Path, chats_database: str) -> None:
    first = codegen("pull", "--dsn", chats_database, cwd=folder)
    assert (first.status, first.stdout) == (0, "schema.sql: written\n"), first.output
    before = contents(folder)
    again = codegen("pull", "--dsn", chats_database, cwd=folder)
    assert (again.status, again.stdout) == (0, "schema.sql: up to date\n")
    assert contents(folder) == before

    with psycopg.connect(chats_database) as connection:
        connection.execute("CREATE TABLE extra (id int PRIMARY KEY)")
    assert "written" in codegen("pull", "--dsn", chats_database, cwd=folder).stdout
    assert "CREATE TABLE public.extra" in (folder / "schema.sql").read_text()


def test_what_is_pulled_means_what_the_schema_does(folder: Path, chats_database: str) -> None:
    codegen("pull", "--dsn", chats_database, cwd=folder)
    pulled, wrong = load(sources_of(str(folder / "schema.sql")))
    own, _ = load(sources_of(str(ROOT / "schema.sql")))
    assert wrong == []
    assert _tables(pulled) == _tables(own) != {}


def _tables(catalog: object) -> dict[str, list[tuple[str, str, bool]]]:
    return {
        relation.name: [
            (one.name, catalog.format_type(one.type), one.not_null)  # type: ignore[attr-defined]
            for one in relation.columns
        ]
        for relation in catalog.relations()  # type: ignore[attr-defined]
        if relation.kind == "r"
    }


def test_a_schema_of_ones_own_is_not_written_over(folder: Path, database: str) -> None:
    (folder / "schema.sql").write_text("CREATE TABLE mine (id int);\n")
    before = contents(folder)
    refused = codegen("pull", "--dsn", database, cwd=folder)
    assert refused.status == 1
    assert "error[file-foreign]: schema.sql was not pulled from a database" in refused.stderr
    assert contents(folder) == before
    other = codegen("pull", "--dsn", database, "--schema", "live.sql", cwd=folder)
    assert (other.status, other.stdout) == (0, "live.sql: written\n")
    forced = codegen("pull", "--dsn", database, "--force", cwd=folder)
    assert forced.status == 0
    assert (folder / "schema.sql").read_text().startswith(MARK)


@pytest.mark.parametrize(
    ("script", "message", "help"),
    [
        (
            "echo 'pg_dump: error: aborting because of server version mismatch' >&2\n"
            "echo 'pg_dump: detail: server version: 18.6; pg_dump version: 15.2' >&2\nexit 1",
            "pg_dump 15 is older than the server, which is PostgreSQL 18",
            "pg_dump of PostgreSQL 18 or newer",
        ),
        (
            "echo 'pg_dump: error: connection to server failed: no' >&2\nexit 1",
            "pg_dump failed: connection to server failed: no",
            "Give a connection string",
        ),
    ],
)
def test_what_pg_dump_says_is_told(folder: Path, script: str, message: str, help: str) -> None:
    program = folder / "pg_dump"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    before = contents(folder)
    ran = codegen("pull", "--dsn", "x", "--pg-dump", program, cwd=folder)
    assert ran.status == 1
    assert f"error[pull-failed]: {message}" in ran.stderr
    assert help in ran.stderr
    assert contents(folder) == before


def test_a_pg_dump_that_is_not_there(folder: Path) -> None:
    ran = codegen("pull", "--dsn", "x", "--pg-dump", folder / "none", cwd=folder)
    assert ran.status == 1
    assert "can't be run: No such file or directory" in ran.stderr


def test_a_folder_of_migrations_is_no_schema_file(tmp_path: Path) -> None:
    (tmp_path / "migrations").mkdir()
    (tmp_path / "codegen.toml").write_text('schema = "migrations"\n')
    ran = codegen("pull", "--dsn", "x", cwd=tmp_path)
    assert (ran.status, "give --schema FILE" in ran.stderr) == (2, True)
