"""What queries read and write, and which of them a read-only transaction takes."""

from __future__ import annotations

import psycopg
import pytest

from codegen.analysis import analyse
from codegen.analysis.effects import effects_of
from codegen.analysis.nodes import Effects
from codegen.analysis.tree import walked
from codegen.postgres.volatility import EFFECTFUL, HARMLESS
from codegen.schema import load
from codegen.source import Source
from codegen.sql.annotations import read_queries

SCHEMA = """\
CREATE TABLE t (id int, body text);
CREATE TABLE u (id int);
CREATE SCHEMA s;
CREATE TABLE s.t (id int);
CREATE SEQUENCE seq;
CREATE VIEW v AS SELECT * FROM t WHERE id > 0;
CREATE VIEW w AS SELECT v.id FROM v JOIN u USING (id);
CREATE VIEW numbered AS SELECT nextval('seq') AS n;
CREATE FUNCTION pure(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION looks(int) RETURNS bigint LANGUAGE sql STABLE AS 'SELECT count(*) FROM t';
CREATE FUNCTION acts(int) RETURNS int LANGUAGE sql AS 'INSERT INTO t VALUES ($1) RETURNING id';
CREATE FUNCTION calmed(int) RETURNS int LANGUAGE sql AS 'SELECT $1';
ALTER FUNCTION calmed(int) STABLE;
"""


def effects(sql: str) -> Effects:
    catalog, found = load([Source("schema.sql", SCHEMA)])
    assert not found
    (query,), found = read_queries(Source("q.sql", f"-- name: Q :exec\n{sql};\n"))
    analysed, found = analyse(query, catalog)
    assert analysed is not None, found
    return effects_of(walked(analysed.tree))


CASES = [
    ("SELECT 1", True, "", ""),
    ("VALUES (1)", True, "", ""),
    ("SELECT * FROM t, s.t AS other", True, "public.t s.t", ""),
    ("SELECT * FROM t UNION SELECT id, '' FROM u", True, "public.t public.u", ""),
    ("SELECT (SELECT max(id) FROM u), EXISTS (SELECT FROM s.t)", True, "public.u s.t", ""),
    ("SELECT id FROM t WHERE id IN (SELECT id FROM u)", True, "public.t public.u", ""),
    (
        "WITH c AS (SELECT * FROM t) SELECT * FROM c JOIN LATERAL (TABLE u) x ON true",
        True,
        "public.t public.u",
        "",
    ),
    ("SELECT * FROM w", True, "public.t public.u", ""),
    ("SELECT * FROM t FOR UPDATE", False, "public.t", ""),
    ("SELECT * FROM (SELECT * FROM t FOR SHARE) x", False, "public.t", ""),
    ("INSERT INTO t SELECT id FROM u", False, "public.u", "public.t"),
    ("UPDATE t SET body = '' FROM u WHERE t.id = u.id", False, "public.u", "public.t"),
    ("DELETE FROM t USING s.t AS o WHERE o.id = t.id", False, "s.t", "public.t"),
    ("UPDATE v SET body = ''", False, "", "public.t"),
    (
        "WITH gone AS (DELETE FROM t RETURNING id) SELECT * FROM gone, u",
        False,
        "public.u",
        "public.t",
    ),
    ("MERGE INTO t USING u ON t.id = u.id WHEN MATCHED THEN DELETE", False, "public.u", "public.t"),
    ("SELECT nextval('seq')", False, "", ""),
    ("SELECT n FROM numbered", False, "", ""),
    ("SELECT random(), clock_timestamp(), gen_random_uuid()", True, "", ""),
    ("SELECT pure(1), looks(2), calmed(3)", True, "", ""),
    ("SELECT acts(1)", False, "", ""),
    ("SELECT * FROM acts(1)", False, "", ""),
    ("SELECT count(*) FILTER (WHERE acts(id) > 0) FROM u", False, "public.u", ""),
    ("SELECT pg_notify('a', 'b')", False, "", ""),
    ("TRUNCATE t", False, "", ""),
]


@pytest.mark.parametrize(("sql", "read_only", "reads", "writes"), CASES)
def test_effects(sql: str, read_only: bool, reads: str, writes: str) -> None:
    found = effects(sql)
    assert found.read_only == read_only
    assert " ".join(map(".".join, found.reads)) == reads
    assert " ".join(map(".".join, found.writes)) == writes


def test_a_read_only_transaction_agrees(connection: psycopg.Connection) -> None:
    connection.execute(SCHEMA.encode())
    connection.commit()
    for sql, read_only, _, _ in CASES:
        refused = False
        try:
            connection.execute(b"SET TRANSACTION READ ONLY")
            connection.execute(sql.encode())
        except psycopg.errors.ReadOnlySqlTransaction:
            refused = True
        connection.rollback()
        assert not (read_only and refused), sql
        # Evaluated for no row, or told to another session: refused elsewhere.
        lenient = "FILTER" in sql or "pg_notify" in sql
        assert read_only or refused or lenient, sql


def test_every_volatile_function_is_known(connection: psycopg.Connection) -> None:
    rows = connection.execute(
        """
        SELECT DISTINCT proname FROM pg_proc
        WHERE provolatile = 'v' AND pronamespace = 'pg_catalog'::regnamespace AND prokind = 'f'
            AND prorettype NOT IN ('trigger'::regtype, 'internal'::regtype)
            AND prorettype::regtype::text !~ 'handler' AND proname !~ '^(binary_upgrade|plpgsql)_'
            AND NOT 'internal'::regtype = ANY (proargtypes)
        """
    ).fetchall()
    assert not {name for (name,) in rows} - EFFECTFUL - HARMLESS
    assert not EFFECTFUL & HARMLESS
