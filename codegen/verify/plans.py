"""How PostgreSQL would execute queries: EXPLAIN, which executes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import sql

from codegen.analysis import nodes
from codegen.analysis.nodes import AnalysedQuery
from codegen.diagnostics import error
from codegen.verify.server import Database, connect

Table = tuple[str, str]
#: The object that EXPLAIN has for a query, or why the server can't plan it.
Explained = dict[str, dict[str, Any] | psycopg.Error]

#: Statements that EXPLAIN takes.
_PLANNED = frozenset({"select", "values", "set", "insert", "update", "delete", "merge"})
#: From this version on EXPLAIN plans for parameters whose values it isn't given.
_GENERIC_PLAN_SINCE = 160000
_OPTIONS = "VERBOSE, FORMAT JSON"
_TIMEOUT = "10s"

_SIZES = """
SELECT nspname, relname, reltuples::float8
FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
WHERE relkind IN ('r', 'm') AND reltuples > 0
  AND nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
"""
#: As long as the transaction lasts, a row may have nothing but NULLs and no index is told of it.
_UNBIND = """
UPDATE pg_attribute SET attnotnull = false, atthasdef = false, attgenerated = '', attidentity = ''
WHERE attrelid = {oid}::oid AND attnum > 0;
UPDATE pg_class SET relkind = 'r', relchecks = 0, relispartition = false, relhasindex = false,
    relhastriggers = false, relhasrules = false, relrowsecurity = false
WHERE oid = {oid}::oid
"""
#: Half of the values of columns that may be NULL, and 200 different others, as the planner assumes
#: where it knows nothing; of NULLs it would assume that there are hardly any.
_ASSUME_NULLS = """
SELECT count(pg_restore_attribute_stats(
    'schemaname', nspname::text, 'relname', relname::text, 'attname', attname::text,
    'inherited', false, 'null_frac', 0.5::real, 'avg_width', 8, 'n_distinct', 200::real))
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE a.attnum > 0 AND NOT a.attnotnull AND NOT a.attisdropped AND c.relkind IN ('r', 'm')
  AND c.relpersistence <> 't' AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
"""
_TABLES = """
SELECT c.oid, n.nspname, c.relname, pn.nspname, p.relname
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_inherits i ON i.inhrelid = c.oid AND c.relispartition
LEFT JOIN pg_class p ON p.oid = i.inhparent LEFT JOIN pg_namespace pn ON pn.oid = p.relnamespace
WHERE c.relkind IN ('r', 'm') AND c.relpersistence <> 't'
  AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
"""


@contextmanager
def live_database(dsn: str) -> Iterator[Database]:
    """The database of a connection string as it is, in a transaction that can change nothing.

    Raises CodegenError (verify-unavailable), also where the server goes away meanwhile.
    """
    try:
        with connect(dsn) as connection, connection.transaction(force_rollback=True):
            connection.execute(f"SET LOCAL statement_timeout = '{_TIMEOUT}'".encode())
            connection.execute("SET TRANSACTION READ ONLY")
            yield Database(connection=connection, transactional=True)
    except psycopg.OperationalError as cause:
        raise error(
            "verify-unavailable",
            f"the database can't be asked: {str(cause).strip()}",
            None,
            "See whether it is running, and what its log says.",
        ) from cause


def explain(database: Database, queries: Iterable[AnalysedQuery]) -> Explained:
    """The plans of queries by name, for parameters of any value."""
    connection = database.connection
    found: Explained = {}
    for number, query in enumerate(queries):
        if isinstance(query.tree, nodes.Query) and query.tree.command in _PLANNED:
            try:
                with connection.transaction(force_rollback=True):
                    found[query.name] = _plan(connection, query, f"codegen_{number}")
            except psycopg.Error as failure:
                if connection.closed:
                    raise
                found[query.name] = failure
    return found


def _plan(connection: psycopg.Connection, query: AnalysedQuery, name: str) -> dict[str, Any]:
    if connection.info.server_version >= _GENERIC_PLAN_SINCE:
        statement = f"EXPLAIN (GENERIC_PLAN, {_OPTIONS}) {query.sql}"
    else:
        connection.execute("SET LOCAL plan_cache_mode = force_generic_plan")
        connection.execute(f"PREPARE {name} AS {query.sql}".encode())
        nulls = ", ".join(["NULL"] * len(query.parameters))
        arguments = f"({nulls})" if nulls else ""
        statement = f"EXPLAIN ({_OPTIONS}) EXECUTE {name}{arguments}"
    row = connection.execute(statement.encode(), prepare=False).fetchone()
    assert row is not None
    plan: dict[str, Any] = row[0][0]["Plan"]
    return plan


def sizes(database: Database) -> dict[Table, float]:
    """How many rows the planner takes tables to have, by schema and name."""
    rows = database.connection.execute(_SIZES).fetchall()
    return {(schema, name): float(count) for schema, name, count in rows}


def assume_sizes(database: Database, rows: Mapping[str, int], otherwise: int) -> None:
    """Has the planner of a database of ours believe that its empty tables have so many rows.

    ``rows`` go by the table's name, or by ``schema.name``; a partition has its part of the whole
    table's. The planner counts a table's pages itself and multiplies them by the rows on each that
    pg_class tells (estimate_rel_size in src/backend/optimizer/util/plancat.c). So every table gets
    one page, by a row that is taken back, and this page is said to have all the rows.
    """
    database.connection.execute(_ASSUME_NULLS.encode())
    tables = database.connection.execute(_TABLES).fetchall()
    parts: dict[Table, int] = {}
    for *_, schema, name in tables:
        parts[schema, name] = parts.get((schema, name), 0) + 1
    for oid, schema, name, whole_schema, whole in tables:
        count = _rows_of(schema, name, rows)
        if count is None and whole is not None:
            shared = _rows_of(whole_schema, whole, rows)
            count = (otherwise if shared is None else shared) // parts[whole_schema, whole]
        _assume(database.connection, oid, schema, name, otherwise if count is None else count)


def _rows_of(schema: str, name: str, rows: Mapping[str, int]) -> int | None:
    return rows.get(f"{schema}.{name}", rows.get(name))


def _assume(connection: psycopg.Connection, oid: int, schema: str, name: str, count: int) -> None:
    if not count:
        return
    table = sql.Identifier(schema, name)
    try:
        with connection.transaction(force_rollback=True):
            connection.execute(_UNBIND.format(oid=oid).encode())
            connection.execute(sql.SQL("INSERT INTO {} DEFAULT VALUES").format(table))
    except psycopg.Error:
        # A domain that refuses NULL: the table stays empty for the planner, and no rule finds it.
        return
    connection.execute(
        "UPDATE pg_class SET relpages = 1, reltuples = %s, relallvisible = 1 WHERE oid = %s",
        [float(count), oid],
    )
