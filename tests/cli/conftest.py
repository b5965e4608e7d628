"""A small project to call commands in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from codegen.cli.group import commands

SCHEMA = """\
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE people (
    id bigint PRIMARY KEY,
    name text NOT NULL,
    mood mood
);
"""
QUERIES = """\
-- name: GetPerson :one
-- One person.
SELECT * FROM people WHERE id = @id;

-- name: CountPeople :one
SELECT count(*) FROM people;
"""
CONFIG = """\
[tool.codegen]
schema = "schema.sql"
queries = "queries"
out = "db"
"""

Call = Callable[..., Result]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project's folder, which is the working directory."""
    (tmp_path / "pyproject.toml").write_text(CONFIG)
    (tmp_path / "schema.sql").write_text(SCHEMA)
    (tmp_path / "queries").mkdir()
    (tmp_path / "queries" / "people.sql").write_text(QUERIES)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def call() -> Call:
    """Calls a command; an exception of it is the test's."""

    def called(*arguments: str) -> Result:
        return CliRunner(catch_exceptions=False).invoke(commands, arguments)

    return called
