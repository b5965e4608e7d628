"""Statements that are long rather than complicated, as programs write them."""

from __future__ import annotations

from functools import cache

import psycopg
import pytest

from codegen.analysis import analyse
from codegen.analysis.nodes import AnalysedQuery
from codegen.diagnostics import Diagnostic
from codegen.postgres.catalog import Catalog
from codegen.schema import load
from codegen.source import Source
from codegen.sql.annotations import read_queries

_N = 2000
_SCHEMA = f"""
CREATE TABLE t (a int NOT NULL, b text);
CREATE TABLE checked (a int NOT NULL, CHECK ({" OR ".join(f"a <> {n}" for n in range(400))}));
CREATE VIEW v AS SELECT {" + ".join(["a"] * 400)} AS s FROM t;
CREATE VIEW w AS SELECT * FROM v WHERE {" AND ".join(f"s <> {n}" for n in range(400))};
"""
_LONG = {
    "sum": f"SELECT {' + '.join(['a'] * _N)} AS x FROM t WHERE a = $1",
    "parameters": f"SELECT {' + '.join(f'${n}::int' for n in range(1, 301))} AS x",
    "concatenation": f"SELECT {' || '.join(['b'] * _N)} AS x FROM t WHERE b <> ''",
    "and": f"SELECT a FROM t WHERE {' AND '.join(f'a <> {n}' for n in range(_N))}",
    "or": f"SELECT b FROM t WHERE {' OR '.join(f'a = {n}' for n in range(_N))}",
    "case": f"SELECT CASE {' '.join(f'WHEN a = {n} THEN b' for n in range(_N))} END AS x FROM t",
    "in": f"SELECT a FROM t WHERE a IN ({', '.join(map(str, range(3 * _N)))})",
    "values": f"SELECT * FROM (VALUES {', '.join(f'({n}, $1)' for n in range(_N))}) v (a, b)",
    "insert": f"INSERT INTO t (a, b) VALUES {', '.join(f'({n}, $1)' for n in range(_N))}",
    "union": " UNION ALL ".join(f"SELECT {n} AS x" for n in range(_N)),
    "not": f"SELECT {'NOT ' * _N} true AS x",
    "minus": f"SELECT {'- ' * _N} 1 AS x",
    "parentheses": f"SELECT {'(' * 500}1{')' * 500} AS x",
    "calls": f"SELECT {'abs(' * 500}$1::int{')' * 500} AS x",
    "subqueries": f"SELECT * FROM {'(SELECT * FROM ' * 200}t{') x' * 200}",
    "with": "WITH c0 AS (SELECT 1 AS x)"
    + "".join(f", c{n} AS (SELECT x FROM c{n - 1})" for n in range(1, 400))
    + " SELECT * FROM c399",
    "check": "SELECT * FROM checked",
    "views": "SELECT * FROM w",
}


@cache
def _catalog() -> Catalog:
    catalog, diagnostics = load([Source("schema.sql", _SCHEMA)])
    assert diagnostics == []
    return catalog


def _analysed(sql: str) -> tuple[AnalysedQuery | None, list[Diagnostic]]:
    (query,), _ = read_queries(Source("q.sql", f"-- name: Q :many\n{sql};\n"))
    return analyse(query, _catalog())


@pytest.mark.parametrize("sql", _LONG.values(), ids=_LONG)
def test_length_does_no_harm(sql: str, connection: psycopg.Connection) -> None:
    found, diagnostics = _analysed(sql)
    assert diagnostics == []
    assert found is not None
    connection.execute(_SCHEMA.encode())
    connection.pgconn.prepare(b"long", sql.encode())
    said = connection.pgconn.describe_prepared(b"long")
    assert [said.param_type(n) for n in range(said.nparams)] == [
        parameter.type for parameter in sorted(found.parameters, key=lambda one: one.number)
    ]
    assert [said.ftype(n) for n in range(said.nfields)] == [one.type for one in found.columns]


@pytest.mark.parametrize(
    "sql",
    [
        f"SELECT {'(' * 9000}1{')' * 9000}",
        f"SELECT * FROM {'(SELECT * FROM ' * 9000}t{') x' * 9000}",
        f"SELECT {'CASE WHEN true THEN ' * 9000}1{' END' * 9000}",
        f"SELECT {'array[' * 100}1{']' * 100}",
    ],
    ids=["parentheses", "subqueries", "case", "arrays"],
)
def test_depth_beyond_all_measure_is_an_error_with_a_place(sql: str) -> None:
    found, (diagnostic,) = _analysed(sql)
    assert found is None
    assert diagnostic.message == "the statement is nested too deeply"
    assert diagnostic.span is not None
