"""``codegen vet`` with a database: plans, and rules in SQL."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from tests.cli.conftest import Call
from tests.support.postgres import Databases
from tests.support.vet_page import EXAMPLE


def test_rules_of_the_configuration_are_asked(
    project: Path, call: Call, connection: psycopg.Connection, database: str
) -> None:
    connection.execute((project / "schema.sql").read_bytes())
    connection.commit()
    folder = project / "rules"
    folder.mkdir()
    (folder / EXAMPLE.name).write_text(EXAMPLE.read_text(encoding="utf-8"))
    (folder / "no-lists.sql").write_text(
        "-- level: error\nSELECT name, 'no lists' FROM queries WHERE command = 'many'"
    )
    with (project / "pyproject.toml").open("a") as file:
        file.write('\n[tool.codegen.vet]\nrules = "rules/*.sql"\n')
    with (project / "queries" / "people.sql").open("a") as file:
        file.write("\n-- name: Named :one\nSELECT id FROM people WHERE name = @name LIMIT 1;\n")
        file.write("\n-- name: List :many\nSELECT id FROM people;\n")
    told = call("vet", "--dsn", database)
    assert told.exit_code == 1
    assert "error[no-lists]: no lists" in told.stderr
    assert "Named finds its row in public.people otherwise than by the primary key" in told.stderr
    assert told.stderr.count("note[one-by-primary-key]") == 1
    quiet = call(
        "vet", "--dsn", database, "--rule", "no-lists=off", "--rule", "unordered-limit=off"
    )
    assert "no-lists" not in quiet.stderr


@pytest.fixture
def embedded(databases: Databases, monkeypatch: pytest.MonkeyPatch) -> None:
    """New databases of the tests' server in the place of servers that would start anew."""
    monkeypatch.setattr("codegen.verify.server.embedded_server", databases.temporary)


@pytest.mark.usefixtures("embedded")
def test_plans_of_an_embedded_server(project: Path, call: Call) -> None:
    with (project / "queries" / "people.sql").open("a") as file:
        file.write("\n-- name: Named :many\nSELECT id FROM people WHERE name = @name;\n")
    told = call("vet", "--explain")
    assert told.exit_code == 1
    assert "warning[sequential-scan]: all 1,000,000 rows of people are read" in told.stderr
    with (project / "pyproject.toml").open("a") as file:
        file.write("\n[tool.codegen.vet]\nrows = { people = 100 }\n")
    assert "sequential-scan" not in call("vet", "--explain").stderr


def test_a_database_that_lacks_what_queries_name(project: Path, call: Call, database: str) -> None:
    told = call("vet", "--dsn", database)
    assert told.exit_code == 1
    assert "PostgreSQL has no plan for" in told.stderr
    assert 'relation "people" does not exist' in told.stderr


def test_two_rules_of_one_name(project: Path, call: Call) -> None:
    (project / "unjoined.sql").write_text("SELECT name FROM queries")
    with (project / "pyproject.toml").open("a") as file:
        file.write('\n[tool.codegen.vet]\nrules = "unjoined.sql"\n')
    told = call("vet")
    assert told.exit_code == 1
    assert "error[rule-invalid]: there are two rules unjoined" in told.stderr


@pytest.mark.usefixtures("embedded")
def test_what_a_rejected_schema_leaves_without_a_plan_is_no_second_mistake(
    project: Path, call: Call
) -> None:
    with (project / "schema.sql").open("a") as file:
        file.write("CREATE TABLE pets (id int, FOREIGN KEY (id) REFERENCES people (name));\n")
    with (project / "queries" / "people.sql").open("a") as file:
        file.write("\n-- name: Pets :many\nSELECT id FROM pets;\n")
    told = call("vet", "--explain")
    assert told.exit_code == 1
    assert "error[verify-schema]: PostgreSQL rejects this statement" in told.stderr
    assert "query-unplanned" not in told.stderr
