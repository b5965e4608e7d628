"""The attack finds what is wrong, says how to see it, and says the same again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from codegen.analysis import analyse
from codegen.analysis.nodes import AnalysedQuery
from codegen.postgres import never_null
from codegen.postgres.catalog import Catalog
from codegen.schema import load
from codegen.source import Source
from codegen.sql.annotations import read_queries
from codegen.verify.attack import attack as attack_all
from codegen.verify.effort import Effort
from codegen.verify.findings import Finding
from tests.nullability.literate import SCHEMA, Case, analysed, schema
from tests.support.postgres import Databases

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def connection(databases: Databases) -> Iterator[psycopg.Connection]:
    with databases.temporary() as dsn, psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(SCHEMA.read_bytes())
        yield connection


def attack(
    connection: psycopg.Connection,
    catalog: Catalog,
    queries: list[AnalysedQuery],
    seed: int = 0,
    rounds: int = 12,
) -> list[Finding]:
    effort = Effort(seed=seed, rounds=rounds)
    return list(attack_all(connection, catalog, queries, effort).findings)


def _case(sql: str) -> Case:
    return Case(Path("wrong.sql"), 1, sql, "")


def test_a_wrong_rule_is_caught(
    connection: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = {**never_null.NEEDED_ARGUMENTS, "array_length": (0, 1)}
    monkeypatch.setattr(never_null, "NEEDED_ARGUMENTS", wrong)
    catalog = schema()
    query = analysed(_case("select id, array_length(tags, 1) as n from users"), catalog)
    assert not query.columns[1].nullable
    (finding,) = attack(connection, catalog, [query])
    assert (finding.query, finding.column) == ("wrong_1", "n")
    assert len(finding.setup) == 1
    assert finding.setup[0].startswith('INSERT INTO "public"."users"')


def test_a_finding_can_be_seen_by_hand(connection: psycopg.Connection) -> None:
    catalog = schema()
    query = analysed(_case("select age from users where id = @id"), catalog)
    wrong = replace(query, columns=(replace(query.columns[0], nullable=False),))
    (finding,) = attack(connection, catalog, [wrong])
    for statement in finding.setup:
        connection.execute(statement.encode())
    *before, last = finding.call.split(";\n")
    for statement in before:
        connection.execute(statement.encode())
    assert connection.execute(last.encode()).fetchall() == [(None,)]


def test_wrong_row_counts_are_caught(connection: psycopg.Connection) -> None:
    catalog = schema()
    query = analysed(_case("select age from users where age > 0"), catalog)
    for cardinality in ("exactly_one", "at_most_one"):
        (finding,) = attack(connection, catalog, [replace(query, cardinality=cardinality)])
        assert finding.column is None


def test_the_same_seed_finds_the_same(connection: psycopg.Connection) -> None:
    catalog = schema()
    query = analysed(_case("select age, note from users where id = @id"), catalog)
    columns = tuple(replace(column, nullable=False) for column in query.columns)
    wrong = replace(query, columns=columns)
    first = attack(connection, catalog, [wrong], seed=7)
    assert first == attack(connection, catalog, [wrong], seed=7)
    assert {finding.column for finding in first} == {"age", "note"}


def test_nothing_is_left_behind(connection: psycopg.Connection) -> None:
    catalog = schema()
    attack(connection, catalog, [analysed(_case("delete from items"), catalog)], rounds=2)
    assert connection.execute("SELECT count(*) FROM users").fetchone() == (0,)


def test_the_chat_queries_stand(chats_database: str) -> None:
    text = (ROOT / "schema.sql").read_text()
    catalog, _ = load([Source("schema.sql", text)])
    chats = ROOT / "queries" / "chats.sql"
    parsed, _ = read_queries(Source("chats.sql", chats.read_text()))
    queries = [found for query in parsed if (found := analyse(query, catalog)[0]) is not None]
    assert len(queries) == 33
    with psycopg.connect(chats_database, autocommit=True) as connection:
        assert attack(connection, catalog, queries, seed=1, rounds=12) == []
