"""Queries that run and leave nothing behind, and the claims that what they yield breaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import pq

from codegen.analysis import nodes
from codegen.analysis.tree import all_expressions
from codegen.records import dataclass, field
from codegen.stack import with_room

if TYPE_CHECKING:
    from codegen.analysis.nodes import AnalysedQuery, ResultColumn
    from codegen.verify.arguments import Values

    Connection = psycopg.Connection[Any]

#: How long a statement may take, and how often it may take too long before it is left alone.
TIMEOUT = "2s"
PATIENCE = 2

#: How many rows of a result are looked at.
MOST_ROWS = 200

#: Functions whose effect reaches out of the transaction that is rolled back.
REACHING_OUT = frozenset(
    {
        "lo_export",
        "lo_import",
        "pg_backup_start",
        "pg_backup_stop",
        "pg_cancel_backend",
        "pg_create_logical_replication_slot",
        "pg_create_physical_replication_slot",
        "pg_drop_replication_slot",
        "pg_promote",
        "pg_reload_conf",
        "pg_rotate_logfile",
        "pg_switch_wal",
        "pg_terminate_backend",
    }
)

Grid = list[list[bool]]


@dataclass(slots=True)
class Seen:
    """What came of one query: how often it ran, its fewest and most rows, and per column whether a
    NULL and whether a value came."""

    runs: int = 0
    fewest: int | None = None
    most: int = 0
    nulls: set[int] = field(default_factory=set[int])
    values: set[int] = field(default_factory=set[int])
    error: str | None = None
    timeouts: int = 0


@dataclass(frozen=True, slots=True)
class Breach:
    """A claim of a query that fell, and the arguments that it fell with."""

    query: AnalysedQuery
    column: int | None
    claim: str
    values: Values


# Sequences alone are not rolled back when they were asked for numbers, but are when restarted.
_RESTART = """
DO $$
DECLARE numbers regclass;
BEGIN
    FOR numbers IN SELECT seqrelid::regclass FROM pg_sequence
        JOIN pg_class ON pg_class.oid = seqrelid
        WHERE relpersistence <> 't' AND pg_has_role(relowner, 'USAGE')
    LOOP
        EXECUTE format('ALTER SEQUENCE %s RESTART', numbers);
    END LOOP;
END $$
"""


@contextmanager
def rolled_back(connection: Connection) -> Iterator[None]:
    """A block of which nothing stays, and in which no statement takes long."""
    with connection.transaction(force_rollback=True):
        connection.execute(f"SET LOCAL statement_timeout = '{TIMEOUT}'".encode())
        connection.execute(_RESTART.encode())
        yield


def may_run(query: AnalysedQuery) -> bool:
    """Whether there is something to learn from running a query, and no harm in it."""
    if not query.columns:
        return False
    tree = query.tree
    return not isinstance(tree, nodes.Query) or not with_room(lambda: _reaches_out(tree))


def _reaches_out(query: nodes.Query) -> bool:
    return any(
        isinstance(part, nodes.Call) and part.function.name in REACHING_OUT
        for part in all_expressions(query)
    )


def run(
    connection: Connection, query: AnalysedQuery, values: Values
) -> Grid | psycopg.Error | None:
    """What a query yields, and leaves nothing behind: for each row and column whether it is NULL,
    the server's error, or None where it yields no rows by its nature."""
    cursor = psycopg.RawCursor(connection)
    try:
        with connection.transaction(force_rollback=True):
            cursor.execute(query.sql.encode(), values, prepare=False)
            result = cursor.pgresult
            if result is None or result.status != pq.ExecStatus.TUPLES_OK:
                return None
            width = result.nfields
            return [
                [result.get_value(row, column) is None for column in range(width)]
                for row in range(min(result.ntuples, MOST_ROWS))
            ]
    except psycopg.Error as failure:
        if connection.closed:
            raise
        return failure


def breaches(query: AnalysedQuery, grid: Grid) -> Iterator[tuple[int | None, str]]:
    """The claims that a result breaks: a column's index, or None for the number of rows."""
    if query.cardinality == "exactly_one" and len(grid) != 1:
        yield None, f"exactly one row, but {len(grid)} came"
    if query.cardinality == "at_most_one" and len(grid) > 1:
        yield None, f"at most one row, but {len(grid)} came"
    for index, column in enumerate(query.columns):
        if not column.nullable and any(
            row[index] and not _is_absent(query, column, row) for row in grid
        ):
            yield index, "never NULL, but a NULL came"


def _is_absent(query: AnalysedQuery, column: ResultColumn, row: Sequence[bool]) -> bool:
    """Whether a column belongs to an embedded row that may be missing, and is."""
    return column.embed_nullable and all(
        null for null, other in zip(row, query.columns, strict=False) if other.embed == column.embed
    )


def note(query: AnalysedQuery, grid: Grid, seen: Seen) -> None:
    """Adds a result to what was seen of a query."""
    seen.runs += 1
    seen.most = max(seen.most, len(grid))
    seen.fewest = len(grid) if seen.fewest is None else min(seen.fewest, len(grid))
    for row in grid:
        for index, null in enumerate(row[: len(query.columns)]):
            (seen.nulls if null else seen.values).add(index)
