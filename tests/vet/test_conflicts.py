"""What the rule about ON CONFLICT finds is what PostgreSQL refuses to run, and nothing else."""

from __future__ import annotations

import psycopg
import pytest

from codegen.analysis import analyse
from codegen.schema import load
from codegen.source import Source
from codegen.sql.annotations import read_queries
from codegen.vet.conflicts import without_key
from codegen.vet.subject import Subject

SCHEMA = """
CREATE TABLE t (a int, b int, c text, d text, e int, PRIMARY KEY (a, b), UNIQUE (c) INCLUDE (d));
CREATE UNIQUE INDEX t_d ON t (d) WHERE e > 0;
CREATE UNIQUE INDEX t_lower ON t (lower(c), e);
CREATE INDEX t_e ON t (e);
CREATE TABLE parts (a int, b int, UNIQUE (a)) PARTITION BY LIST (a);
CREATE TABLE part PARTITION OF parts FOR VALUES IN (1);
CREATE TABLE bare (a int);
CREATE TABLE child (UNIQUE (b)) INHERITS (t);
CREATE UNIQUE INDEX ready ON bare (a);
CREATE TABLE late (a int, b int);
CREATE UNIQUE INDEX late_a ON late (a);
ALTER TABLE late ADD CONSTRAINT late_key UNIQUE USING INDEX late_a;
CREATE TABLE gone (a int UNIQUE);
ALTER TABLE gone DROP CONSTRAINT gone_a_key;
CREATE VIEW v AS SELECT a, b FROM t;
"""
#: Statements, each with whether PostgreSQL runs it.
CASES = [
    ("t (a, b) VALUES (1, 2) ON CONFLICT (a, b) DO NOTHING", True),
    ("t (a, b) VALUES (1, 2) ON CONFLICT (b, a) DO UPDATE SET c = 'x'", True),
    ("t (a, b) VALUES (1, 2) ON CONFLICT (a) DO NOTHING", False),
    ("t (a, b) VALUES (1, 2) ON CONFLICT (a, b, c) DO NOTHING", False),
    ("t (a, b) VALUES (1, 2) ON CONFLICT (c) DO NOTHING", True),
    ("t (a, b) VALUES (1, 2) ON CONFLICT (c, d) DO NOTHING", False),
    ("t (a, b) VALUES (1, 2) ON CONFLICT (d) DO NOTHING", False),
    ("t (a, b) VALUES (1, 2) ON CONFLICT (d) WHERE e > 0 DO NOTHING", True),
    ("t (a, b) VALUES (1, 2) ON CONFLICT (c) WHERE e > 0 DO NOTHING", True),
    ("t (a, b) VALUES (1, 2) ON CONFLICT (lower(c), e) DO NOTHING", True),
    ("t (a, b) VALUES (1, 2) ON CONFLICT (e) DO UPDATE SET e = 1", False),
    ("t (a, b) VALUES (1, 2) ON CONFLICT DO NOTHING", True),
    ("t (a, b) VALUES (1, 2) ON CONFLICT ON CONSTRAINT t_pkey DO NOTHING", True),
    ("parts (a) VALUES (1) ON CONFLICT (a) DO NOTHING", True),
    ("parts (a) VALUES (1) ON CONFLICT (b) DO NOTHING", False),
    ("part (a) VALUES (1) ON CONFLICT (a) DO NOTHING", True),
    ("child (a, b) VALUES (1, 2) ON CONFLICT (b) DO NOTHING", True),
    ("child (a, b) VALUES (1, 2) ON CONFLICT (a, b) DO NOTHING", False),
    ("bare (a) VALUES (1) ON CONFLICT (a) DO NOTHING", True),
    ("late (a) VALUES (1) ON CONFLICT (a) DO NOTHING", True),
    ("late (a) VALUES (1) ON CONFLICT (b) DO NOTHING", False),
    ("gone (a) VALUES (1) ON CONFLICT (a) DO NOTHING", False),
    ("v (a, b) VALUES (1, 2) ON CONFLICT (a, b) DO NOTHING", True),
    ("t AS x (a, b) SELECT 1, 2 ON CONFLICT (a, b) DO UPDATE SET e = x.e + excluded.e", True),
]


@pytest.fixture
def server(connection: psycopg.Connection) -> psycopg.Connection:
    connection.execute(SCHEMA.encode())
    return connection


def _runs(server: psycopg.Connection, statement: str) -> bool:
    try:
        with server.transaction(force_rollback=True):
            server.execute(f"EXPLAIN {statement}".encode())
    except psycopg.Error:
        return False
    return True


def test_the_rule_finds_what_does_not_run(server: psycopg.Connection) -> None:
    catalog, diagnostics = load([Source("schema.sql", SCHEMA)])
    assert diagnostics == []
    wrong: list[object] = []
    for rest, runs in CASES:
        statement = f"INSERT INTO {rest}"
        (parsed,), _ = read_queries(Source("q.sql", f"-- name: Q :exec\n{statement};\n"))
        query, _ = analyse(parsed, catalog)
        assert query is not None
        found = list(without_key(Subject(query=query, tree=query.tree, catalog=catalog)))
        if not runs == _runs(server, statement) == (not found):
            wrong.append((statement, [one.message for one in found]))
    assert wrong == []


def test_the_help_names_what_there_is() -> None:
    catalog, _ = load([Source("schema.sql", SCHEMA)])
    told = {
        "t (a, b) VALUES (1, 2) ON CONFLICT (a) DO NOTHING": "t has unique indexes over (a, b)",
        "t (a, b) VALUES (1, 2) ON CONFLICT (d) DO NOTHING": "t_d is partial",
        "gone (a) VALUES (1) ON CONFLICT (a) DO NOTHING": "Create a unique index on gone",
    }
    for rest, help in told.items():
        text = f"-- name: Q :exec\nINSERT INTO {rest};\n"
        (parsed,), _ = read_queries(Source("q.sql", text))
        query, _ = analyse(parsed, catalog)
        assert query is not None
        (found,) = without_key(Subject(query=query, tree=query.tree, catalog=catalog))
        assert help in found.help
