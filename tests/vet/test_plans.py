"""Rules about plans, on an embedded PostgreSQL that believes in large tables, and on real rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import psycopg
import pytest

from codegen.diagnostics import CodegenError, Diagnostic
from codegen.verify.plans import assume_sizes, explain, live_database, sizes
from codegen.verify.server import Database
from codegen.vet.rules import RULES, Rule
from codegen.vet.running import vet
from codegen.vet.subject import Limits, Plan
from tests.support.postgres import Databases
from tests.vet.test_rules import CATALOG, SCHEMA, analysed

Vet = Callable[..., list[Diagnostic]]
PLANNED = [rule for rule in RULES if rule.planned]
CODES = {rule.code for rule in PLANNED}

#: More that each rule finds, and nothing else does.
WRONG = {
    "sequential-scan": [
        "UPDATE tasks SET done = true WHERE note = @note;",
        "DELETE FROM tasks WHERE old_note < @before;",
        "SELECT p.name FROM people p JOIN tasks t ON t.owner = p.id WHERE t.note = @note;",
        "SELECT count(*) FROM tasks WHERE note LIKE 'a%';",
        "SELECT id FROM tasks WHERE old_note = 'a' OR old_note = @b;",
        "SELECT t.id FROM tasks t JOIN people p ON p.name > t.note;",
    ],
    "large-sort": ["SELECT id, note FROM tasks WHERE done ORDER BY note;"],
}
RIGHT = [
    "SELECT id FROM tasks WHERE old_note IS NULL;",
    "SELECT id FROM tasks WHERE @note::text IS NULL OR old_note = @note;",
    "SELECT id FROM tasks t WHERE CASE WHEN @x::text <> '' THEN t.old_note = @x ELSE true END;",
    "SELECT * FROM tasks WHERE done;",
    "SELECT * FROM tasks;",
    "SELECT count(*), owner FROM tasks GROUP BY owner;",
    "SELECT id FROM tasks WHERE owner = @owner ORDER BY note;",
    "SELECT * FROM tags WHERE name = @name ORDER BY name;",
    "SELECT t.id FROM tasks t JOIN people p ON p.id = t.owner;",
    "INSERT INTO tags (task, name, at) VALUES (@task, @name, now());",
]


@pytest.fixture(scope="module")
def large(databases: Databases) -> Iterator[psycopg.Connection]:
    """A database with empty tables that the planner believes to be large, but for tags."""
    with databases.temporary() as dsn, psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(SCHEMA.encode())
        assume_sizes(Database(connection=connection), {"public.tags": 100}, 1_000_000)
        yield connection


@pytest.fixture
def planned(large: psycopg.Connection) -> Vet:
    """What the rules about plans find in a query."""

    def found(sql: str, comments: str = "", cost: int | None = None) -> list[Diagnostic]:
        query = analysed(sql, "many" if sql.startswith("SELECT") else "exec", comments)
        database = Database(connection=large)
        (root,) = explain(database, [query]).values()
        assert isinstance(root, dict), root
        plans = {query.name: Plan(root=root, rows=sizes(database))}
        told = vet([query], CATALOG, plans=plans, limits=Limits(cost=cost))
        return [one for one in told if one.code in (*CODES, "ignore-needless", "unindexed-order")]

    return found


@pytest.mark.parametrize("rule", PLANNED, ids=lambda rule: rule.code)
def test_the_wrong_example_is_found_and_the_right_one_is_not(rule: Rule, planned: Vet) -> None:
    cost = 10_000 if rule.code == "high-cost" else None
    for sql in (rule.wrong, *WRONG.get(rule.code, [])):
        assert [one.code for one in planned(sql, cost=cost)] == [rule.code], sql
    assert planned(rule.right, cost=cost) == []


@pytest.mark.parametrize("sql", RIGHT)
def test_what_is_fine_is_left_alone(sql: str, planned: Vet) -> None:
    assert planned(sql) == []


def test_the_place_is_the_table_and_parameters_have_their_names(planned: Vet) -> None:
    (found,) = planned("SELECT p.id FROM people p WHERE p.name = @name;")
    assert found.span is not None
    assert found.span.source.text[found.span.start : found.span.end] == "p"
    assert "some 5,000: (p.name = @name)" in found.message


def test_a_with_query_without_reference_is_not_in_the_plan(large: psycopg.Connection) -> None:
    query = analysed(
        "WITH l AS (SELECT id FROM tasks FOR UPDATE) UPDATE tasks SET done = true WHERE id = 1;",
        "exec",
    )
    (root,) = explain(Database(connection=large), [query]).values()
    assert "LockRows" not in str(root) and "Update" in str(root)


def test_a_rule_about_plans_can_be_ignored(planned: Vet) -> None:
    spared = "-- @ignore sequential-scan\n"
    assert planned("SELECT id FROM tasks WHERE note = @note;", spared) == []
    assert [one.code for one in planned("SELECT id FROM tasks;", spared)] == ["ignore-needless"]
    assert vet([analysed("SELECT id FROM tasks;", "many", spared)], CATALOG) == []


def test_partitions_share_the_size_and_a_strict_domain_is_no_obstacle(
    connection: psycopg.Connection,
) -> None:
    connection.autocommit = True
    connection.execute(
        b"CREATE DOMAIN d AS text NOT NULL; CREATE TABLE strict (x d);"
        b"CREATE TABLE log (at date, n int GENERATED ALWAYS AS IDENTITY) PARTITION BY RANGE (at);"
        b"CREATE TABLE a PARTITION OF log FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');"
        b"CREATE TABLE b PARTITION OF log FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');"
        b"CREATE MATERIALIZED VIEW m AS SELECT * FROM log"
    )
    assume_sizes(Database(connection=connection), {"log": 500, "b": 7}, 1_000)
    assert sizes(Database(connection=connection)) == {
        ("public", "a"): 250,
        ("public", "b"): 7,
        ("public", "m"): 1_000,
    }
    assert connection.execute(b"SELECT count(*) FROM log, m").fetchone() == (0,)


def test_a_live_database_has_its_own_sizes_and_stays_as_it_is(
    connection: psycopg.Connection, database: str
) -> None:
    connection.autocommit = True
    connection.execute(SCHEMA.encode())
    connection.execute(
        b"INSERT INTO tasks (id, note, done, made)"
        b" SELECT n, n, true, now() FROM generate_series(1, 20000) n; ANALYZE"
    )
    queries = [
        analysed("SELECT id FROM tasks WHERE note = @note;"),
        analysed("DELETE FROM tasks;", "exec"),
    ]
    with live_database(database) as live:
        (root,) = explain(live, queries[:1]).values()
        assert not isinstance(root, Exception)
        (deleted,) = explain(live, queries[1:]).values()
        assert not isinstance(deleted, Exception)
        plan = Plan(root=root, rows=sizes(live))
        with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
            live.connection.execute(b"DELETE FROM tasks")
    (found,) = vet(queries[:1], CATALOG, plans={"Example": plan})
    assert found.message.startswith("all 20,000 rows of tasks are read to find some 1:")
    assert connection.execute(b"SELECT count(*) FROM tasks").fetchone() == (20_000,)


def test_a_server_that_goes_away(connection: psycopg.Connection, database: str) -> None:
    with pytest.raises(CodegenError) as caught, live_database(database) as live:
        ended = live.connection.info.backend_pid
        connection.execute("SELECT pg_terminate_backend(%s, 5000)", [ended])
        explain(live, [analysed("SELECT id FROM tasks;")])
    assert caught.value.diagnostic.code == "verify-unavailable"


def test_a_query_that_the_database_has_no_table_for(database: str) -> None:
    with live_database(database) as live:
        (failure,) = explain(live, [analysed("SELECT id FROM tasks;")]).values()
    assert isinstance(failure, psycopg.errors.UndefinedTable)
