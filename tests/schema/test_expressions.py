"""Expressions of a schema: what PostgreSQL refuses is told, and what it takes is not."""

from __future__ import annotations

import psycopg
import pytest

from codegen.diagnostics import Severity
from codegen.schema import load
from codegen.source import Source
from tests.schema.loading import told

SCHEMA = """
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE DOMAIN small AS int CHECK (VALUE < 10);
CREATE SEQUENCE numbers;
CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 2 * n';
CREATE TABLE t (id int PRIMARY KEY, name text, born date, feeling mood, data jsonb, is_on boolean);
"""

REFUSED = [
    "CREATE TABLE u (a int DEFAULT 'x')",
    "CREATE TABLE u (a int DEFAULT 'x', b int)",
    "CREATE TABLE u (a int DEFAULT now())",
    "CREATE TABLE u (a timestamptz DEFAULT 'nwo')",
    "CREATE TABLE u (a date DEFAULT '2024-02-30')",
    "CREATE TABLE u (a mood DEFAULT 'glad')",
    "CREATE TABLE u (a jsonb DEFAULT '{a: 1}')",
    "CREATE TABLE u (a text[] DEFAULT '[]')",
    "CREATE TABLE u (a boolean DEFAULT 0)",
    "CREATE TABLE u (a boolean DEFAULT yes)",
    "CREATE TABLE u (a int, b int DEFAULT a)",
    "CREATE TABLE u (a int DEFAULT (SELECT 1))",
    "CREATE TABLE u (a bigint DEFAULT count(*))",
    "CREATE TABLE u (a bigint DEFAULT row_number() OVER ())",
    "CREATE TABLE u (a int DEFAULT generate_series(1, 2))",
    "CREATE TABLE u (a small DEFAULT 'x')",
    "CREATE TABLE u (a int, b int GENERATED ALWAYS AS (a + nope) STORED)",
    "CREATE TABLE u (a int, b date GENERATED ALWAYS AS (a) STORED)",
    "CREATE TABLE u (a int, b int GENERATED ALWAYS AS (a) STORED,"
    " c int GENERATED ALWAYS AS (b) STORED)",
    "CREATE TABLE u (a int, b bigint GENERATED ALWAYS AS (sum(a)) STORED)",
    "CREATE TABLE u (a int, CHECK (a))",
    "CREATE TABLE u (a int, CHECK (a > 'x'))",
    "CREATE TABLE u (a int, CHECK (nope > 1))",
    "CREATE TABLE u (a int CHECK (a IN (SELECT id FROM t)))",
    "CREATE TABLE u (a int CHECK (max(a) > 1))",
    "CREATE TABLE u (a text CHECK (a + 1 > 2))",
    "CREATE TABLE u (a int CHECK (lower(a) = 'x'))",
    "ALTER TABLE t ALTER COLUMN id SET DEFAULT 'abc'",
    "ALTER TABLE t ADD COLUMN more int DEFAULT 'abc'",
    "ALTER TABLE t ADD COLUMN more mood DEFAULT 'glad' NOT NULL",
    "ALTER TABLE t ADD CHECK (nope)",
    "ALTER TABLE t ADD CONSTRAINT c CHECK (born > 'soon')",
    "CREATE INDEX ON t (lower(id))",
    "CREATE INDEX ON t ((id + nope))",
    "CREATE UNIQUE INDEX ON t ((data ->> nope))",
    "CREATE INDEX ON t (((SELECT 1)))",
    "CREATE INDEX ON t (id) WHERE name",
    "CREATE INDEX ON t (id) WHERE nope IS NULL",
    "CREATE INDEX ON t (id) WHERE feeling = 'glad'",
    "CREATE INDEX ON t (id) WHERE id > (SELECT 1)",
    "CREATE POLICY p ON t USING (nope = 1)",
    "CREATE POLICY p ON t FOR INSERT WITH CHECK (name)",
    "CREATE POLICY p ON t TO public USING (count(*) > 1)",
    "CREATE TABLE u (a int, CHECK (a + 1 > 2)); CREATE TABLE v (a text, CHECK (a + 1 > 2))",
    "CREATE TABLE u (a int, CHECK (a IN (1, 2))); CREATE TABLE v (a date, CHECK (a IN (1, 2)))",
    "CREATE TABLE u (a text, CHECK (a <> 'glad')); CREATE TABLE v (a mood, CHECK (a <> 'glad'))",
    "CREATE TABLE u (a int); CREATE INDEX ON u (a) WHERE a > 1; CREATE INDEX ON t (id) WHERE a > 1",
    "CREATE TABLE u (t text, CHECK (t <> '')); CREATE INDEX ON t (id) WHERE t <> ''",
]
TAKEN = [
    "CREATE TABLE u (a int DEFAULT '1', b text DEFAULT 5, c text DEFAULT now())",
    "CREATE TABLE u (a int DEFAULT twice(2), b bigint DEFAULT nextval('numbers'), c serial)",
    "CREATE TABLE u (a timestamptz DEFAULT 'now', b date DEFAULT CURRENT_DATE)",
    "CREATE TABLE u (c date DEFAULT now(), d int DEFAULT NULL)",
    "CREATE TABLE u (a mood DEFAULT 'sad', b mood[] DEFAULT '{sad,ok}', c small DEFAULT 11)",
    "CREATE TABLE u (a text[] DEFAULT ARRAY[]::text[], b text[] DEFAULT '{}'::text[] NOT NULL)",
    "CREATE TABLE u (a boolean DEFAULT 'yes', b boolean DEFAULT true, c boolean DEFAULT (1 = 1))",
    "CREATE TABLE u (a numeric(10, 2) DEFAULT 0.0, b real DEFAULT 1, c smallint DEFAULT 99999)",
    "CREATE TABLE u (a uuid DEFAULT gen_random_uuid(), b varchar(2) DEFAULT 'abc')",
    "CREATE TABLE u (a jsonb DEFAULT '{}', b json DEFAULT '[]'::json, c jsonb DEFAULT '{}'::json)",
    "CREATE TABLE u (a interval DEFAULT '1 day', b interval DEFAULT INTERVAL '1' HOUR)",
    "CREATE TABLE u (a name DEFAULT current_user, b text DEFAULT current_setting('x', true))",
    "CREATE TABLE u (a int, b text GENERATED ALWAYS AS (a) STORED)",
    "CREATE TABLE u (a int, c int GENERATED ALWAYS AS (a * 2))",
    "CREATE TABLE u (a int, b int CHECK (a > b AND a IS NOT NULL), CHECK (u.a > 1))",
    "CREATE TABLE u (a text CHECK (a ~ '^x' AND length(a) < 5), CONSTRAINT c CHECK ('t'))",
    "ALTER TABLE t ADD COLUMN more int DEFAULT 1 CHECK (more > 0)",
    "ALTER TABLE t ALTER COLUMN name SET DEFAULT upper('x'), ALTER COLUMN born SET DEFAULT NULL",
    "CREATE INDEX ON t (lower(name), (id + 1), (data ->> 'a')) WHERE name <> '' AND is_on",
    "CREATE UNIQUE INDEX ON t (coalesce(name, ''), id) WHERE feeling = 'sad'",
    "CREATE POLICY p ON t USING (name = current_user AND id IN (SELECT id FROM t))",
    "CREATE POLICY p ON t AS RESTRICTIVE FOR UPDATE TO public USING (is_on) WITH CHECK (id > 0)",
]


@pytest.fixture
def server(connection: psycopg.Connection) -> psycopg.Connection:
    connection.execute(SCHEMA.encode())
    return connection


def _refusal(server: psycopg.Connection, statement: str) -> str | None:
    """What PostgreSQL says of a statement after the schema."""
    try:
        with server.transaction(force_rollback=True):
            server.execute(statement.encode())
    except psycopg.Error as caught:
        return caught.diag.message_primary
    return None


def test_what_postgresql_refuses_is_told_in_its_words(server: psycopg.Connection) -> None:
    wrong: list[object] = []
    for statement in REFUSED:
        theirs = _refusal(server, statement)
        found = told(f"{SCHEMA}{statement};")
        ours = [(one.severity, one.message) for one in found]
        if ours != [(Severity.ERROR, theirs)] or found[0].span is None:
            wrong.append((statement, theirs, ours))
    assert wrong == []


def test_what_postgresql_takes_is_not_told(server: psycopg.Connection) -> None:
    for statement in TAKEN:
        assert _refusal(server, statement) is None, statement
        assert [one.message for one in told(f"{SCHEMA}{statement};")] == [], statement


def test_what_may_come_from_elsewhere_is_a_warning() -> None:
    (found,) = told("CREATE TABLE t (id uuid DEFAULT uuid_generate_v4(), a int);")
    assert (found.code, found.severity) == ("undefined-function", Severity.WARNING)
    assert "uuid-ossp" in (found.help or "")


@pytest.mark.parametrize("prefix", ['CREATE EXTENSION "not_known";', ""])
def test_a_schema_that_is_only_partly_known_is_not_told_what_it_lacks(prefix: str) -> None:
    source = Source("schema.sql", prefix + "CREATE TABLE t (a int DEFAULT own_default());")
    _, found = load([source], lenient=not prefix)
    assert [one.code for one in found if one.code == "undefined-function"] == []


def test_the_same_expression_counts_as_fine_no_longer_than_what_it_is_made_of() -> None:
    dropped = "DROP FUNCTION twice CASCADE; CREATE TABLE v (a int DEFAULT twice(2));"
    (found,) = told(f"{SCHEMA} CREATE TABLE u (a int DEFAULT twice(2)); {dropped}")
    assert (found.code, found.severity) == ("undefined-function", Severity.WARNING)


def test_a_table_with_a_mistake_stays() -> None:
    source = Source("schema.sql", "CREATE TABLE t (a int DEFAULT 'x', b text);")
    catalog, found = load([source])
    assert len(found) == 1
    relation = catalog.relation(None, "t")
    assert relation is not None
    assert [column.name for column in relation.columns] == ["a", "b"]
