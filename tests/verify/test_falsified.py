"""Claims that don't hold on generated rows are told by ``verify``, each with an example."""

from __future__ import annotations

import re
from collections.abc import Iterator

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from codegen.analysis import analyse
from codegen.analysis.nodes import AnalysedQuery
from codegen.analysis.overrides import overridden
from codegen.diagnostics import Diagnostic
from codegen.schema import load
from codegen.source import Source
from codegen.sql.annotations import read_queries
from codegen.verify import VerifyResult, verify
from codegen.verify.effort import Effort
from tests.support.postgres import Databases

SCHEMA = Source(
    "schema.sql", "CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL, age int);"
)
CATALOG, _ = load([SCHEMA])


def queries(text: str) -> list[AnalysedQuery]:
    parsed, diagnostics = read_queries(Source("queries.sql", text))
    assert not diagnostics
    found = [analyse(query, CATALOG)[0] for query in parsed]
    return [overridden(query)[0] for query in found if query is not None]


def verified(text: str, dsn: str, effort: Effort | None) -> VerifyResult:
    return verify([SCHEMA], queries(text), CATALOG, dsn=dsn, effort=effort)


def only(result: VerifyResult) -> Diagnostic:
    (diagnostic,) = result.diagnostics
    return diagnostic


def test_what_the_user_declares_is_attacked_too(database: str) -> None:
    text = "-- name: A :many\n-- @notnull age\nSELECT name, age FROM people WHERE id = @id;"
    told = only(verified(text, database, Effort()))
    assert (told.code, told.severity, told.query) == ("verify-falsified", "error", "A")
    assert told.message == "column age was declared to be never NULL, but a NULL came"
    assert told.span is not None
    assert told.span.position == (3, 14)
    assert told.help is not None
    assert 'INSERT INTO "public"."people"' in told.help
    assert re.match(r"See it by \(seed 0, round \d+\):\n", told.help)
    assert "EXECUTE attacked(" in told.help


def test_the_example_shows_it_when_it_is_run(database: str) -> None:
    text = "-- name: A :many\n-- @notnull age\nSELECT name, age FROM people WHERE id = @id;"
    told = only(verified(text, database, Effort(seed=3)))
    assert told.help is not None
    *statements, last = told.help.partition("\n")[2].removesuffix(";").split(";\n")
    assert len(statements) == 2
    with psycopg.connect(database) as connection:
        connection.execute(SCHEMA.text.encode())
        for statement in statements:
            connection.execute(statement.encode())
        row = connection.execute(last.encode()).fetchone()
    assert row is not None
    assert row[1] is None


def test_nothing_is_attacked_unless_asked_for(database: str) -> None:
    text = "-- name: A :many\n-- @notnull age\nSELECT age FROM people;"
    result = verified(text, database, None)
    assert (result.diagnostics, result.attack) == ((), None)


def test_a_query_that_never_runs_well_is_told_in_a_note(database: str) -> None:
    told = only(verified("-- name: A :one\nSELECT 1 / 0 AS n;", database, Effort(rounds=2)))
    assert (told.code, told.severity) == ("verify-unattacked", "note")
    assert told.message.endswith("no run went well, since: division by zero")


def test_what_reaches_out_of_the_transaction_is_not_run(database: str) -> None:
    text = (
        "-- name: A :many\n"
        "SELECT pg_terminate_backend(pid) AS done FROM pg_stat_activity WHERE pid IS NOT NULL;"
    )
    told = only(verified(text, database, Effort(rounds=1)))
    assert (told.code, told.severity) == ("verify-unattacked", "note")


def test_what_takes_too_long_is_left_alone_after_a_while(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("codegen.verify.runs.TIMEOUT", "20ms")
    text = "-- name: A :one\nSELECT pg_sleep(9) AS slept;\n-- name: B :one\nSELECT 1 AS n;"
    result = verified(text, database, Effort(rounds=9))
    assert result.attack is not None
    assert (result.attack.seen["A"].timeouts, result.attack.seen["B"].runs) == (2, 9)
    assert "statement timeout" in only(result).message


def test_no_round_begins_when_the_time_is_over(database: str) -> None:
    result = verified("-- name: A :one\nSELECT 1 AS n;", database, Effort(seconds=0))
    assert result.attack is not None
    assert (result.attack.rounds, result.attack.seen["A"].runs) == (1, 1)


@pytest.fixture
def modest(databases: Databases) -> Iterator[str]:
    """The connection string of a role that may create schemas in the database, not databases."""
    with databases.temporary() as dsn:
        with psycopg.connect(dsn, autocommit=True) as connection:
            name = conninfo_to_dict(dsn)["dbname"]
            connection.execute("CREATE ROLE falsified_modest LOGIN")
            connection.execute(f'GRANT CREATE ON DATABASE "{name}" TO falsified_modest'.encode())
        yield make_conninfo(dsn, user="falsified_modest")
        with psycopg.connect(dsn, autocommit=True) as connection:
            connection.execute("DROP OWNED BY falsified_modest; DROP ROLE falsified_modest")


def test_rows_are_never_offered_to_the_tables_of_the_users_database(modest: str) -> None:
    told = only(verified("-- name: A :many\nSELECT age FROM people;", modest, Effort()))
    assert (told.code, told.severity) == ("verify-unattacked", "warning")
