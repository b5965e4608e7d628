"""Attacks on what is claimed of queries: a NULL in a column called non-null, a row too many.

The database is filled anew, in a transaction that is rolled back; every query runs many times with
random parameters; what came is compared with what was claimed. The same seed does the same again.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import pq, sql

from codegen.diagnostics import Diagnostic
from codegen.verify.hints import Hints, Place, hints
from codegen.verify.rows import Insert, Mode, fill, literal, tables
from codegen.verify.values import Pools, array_text, pick

if TYPE_CHECKING:
    from codegen.analysis.nodes import AnalysedQuery, Parameter, ResultColumn
    from codegen.postgres.catalog import Catalog

    Connection = psycopg.Connection[Any]

#: How often a query runs per round, and how long a statement may take.
RUNS = 6
TIMEOUT = "2s"

#: The rounds' ways to fill the database, in turn.
MODES = (Mode.MIXED, Mode.EMPTY, Mode.FULL, Mode.NULLS, Mode.MIXED, Mode.SPARSE)

#: The shares of parameters that are NULL, where they may be, and that are values of stored rows.
NULL_SHARE = 0.3
STORED_SHARE = 0.8

#: How many rows of a result are looked at, and how many statements of a finding left out singly.
MOST_ROWS = 200
MOST_STEPS = 60

Values = list[str | None]
Grid = list[list[bool]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A claim that did not hold.

    ``column`` is None where the claim is about the number of rows. ``setup`` are the statements
    that make the database in which ``call`` shows it, and ``seed`` and ``round`` do it again.
    """

    query: str
    column: str | None
    claim: str
    setup: tuple[str, ...]
    call: str
    seed: int
    round: int


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


@dataclass(frozen=True, slots=True)
class Breach:
    """A claim of a query that fell, and the arguments that it fell with."""

    query: AnalysedQuery
    column: int | None
    claim: str
    values: Values


def attack(
    connection: Connection,
    catalog: Catalog,
    queries: Sequence[AnalysedQuery],
    seed: int = 0,
    rounds: int = 12,
) -> list[Finding]:
    """The claims that fell, each once, with a small database that shows it.

    Nothing that happens is committed. But the database has to be one of our own: rows are offered
    to the tables that the catalog names, triggers run, and sequences are restarted.
    """
    return observe(connection, catalog, queries, seed, rounds)[0]


def observe(
    connection: Connection,
    catalog: Catalog,
    queries: Sequence[AnalysedQuery],
    seed: int = 0,
    rounds: int = 12,
) -> tuple[list[Finding], dict[str, Seen]]:
    """The findings of an attack, and what was seen of each query."""
    known = hints(queries, tables(catalog))
    pools = Pools(connection, catalog, known)
    seen = {query.name: Seen() for query in queries}
    fallen: dict[tuple[str, int | None], Finding] = {}
    for number in range(rounds):
        rng = random.Random(f"{seed}/{number}")
        with _rolled_back(connection):
            done = fill(connection, catalog, pools, MODES[number % len(MODES)], rng)
            arguments = Arguments(connection, catalog, pools, known)
            breaches = [
                breach
                for query in queries
                for breach in _runs(connection, query, arguments, rng, seen[query.name])
                if (query.name, breach.column) not in fallen
            ]
        for breach in breaches:
            place = (breach.query.name, breach.column)
            if place not in fallen:
                setup = reduced(connection, done, breach)
                fallen[place] = _finding(connection, catalog, breach, setup, seed, number)
    return list(fallen.values()), seen


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
def _rolled_back(connection: Connection) -> Iterator[None]:
    with connection.transaction(force_rollback=True):
        connection.execute(f"SET LOCAL statement_timeout = '{TIMEOUT}'".encode())
        connection.execute(_RESTART.encode())
        yield


# Running -----------------------------------------------------------------------------------------


def _runs(
    connection: Connection,
    query: AnalysedQuery,
    arguments: Arguments,
    rng: random.Random,
    seen: Seen,
) -> Iterator[Breach]:
    for _ in range(RUNS if query.parameters else 1):
        values = arguments.of(query, rng)
        result = run(connection, query, values)
        if isinstance(result, str):
            seen.error = result
        elif result is not None:
            _note(query, result, seen)
            for column, claim in breaches(query, result):
                yield Breach(query, column, claim, values)


def run(connection: Connection, query: AnalysedQuery, values: Values) -> Grid | str | None:
    """What a query yields, and leaves nothing behind: its rows, an error's message, or None where
    it yields no rows by its nature."""
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
        return str(failure)


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


def _note(query: AnalysedQuery, grid: Grid, seen: Seen) -> None:
    seen.runs += 1
    seen.most = max(seen.most, len(grid))
    seen.fewest = len(grid) if seen.fewest is None else min(seen.fewest, len(grid))
    for row in grid:
        for index, null in enumerate(row[: len(query.columns)]):
            (seen.nulls if null else seen.values).add(index)


# Arguments ---------------------------------------------------------------------------------------


class Arguments:
    """Random arguments: from the pools, and from what is stored in the column that a parameter is
    compared with."""

    def __init__(
        self, connection: Connection, catalog: Catalog, pools: Pools, known: Hints
    ) -> None:
        self._connection = connection
        self._catalog = catalog
        self._pools = pools
        self._columns = known.columns
        self._stored: dict[Place, list[str]] = {}

    def of(self, query: AnalysedQuery, rng: random.Random) -> Values:
        """One set of arguments for a query."""
        return [self._value(query, parameter, rng) for parameter in query.parameters]

    def _value(self, query: AnalysedQuery, parameter: Parameter, rng: random.Random) -> str | None:
        if parameter.nullable and rng.random() < NULL_SHARE:
            return None
        place = self._columns.get((query.name, parameter.number))
        stored = self._values_in(place) if place else []
        is_array = bool(self._catalog.element_of(parameter.type))
        if stored and rng.random() < STORED_SHARE:
            value = rng.choice(stored)
            return array_text([value, rng.choice(stored)]) if is_array else value
        values = self._pools.of_type(parameter.type)
        if is_array and not parameter.elements_nullable:
            values = tuple(value for value in values if "NULL" not in value)
        return pick(values, rng) if values else ("" if not parameter.nullable else None)

    def _values_in(self, place: Place) -> list[str]:
        found = self._stored.get(place)
        if found is None:
            schema, table, name = place
            query = sql.SQL("SELECT DISTINCT {0}::text FROM {1} WHERE {0} IS NOT NULL").format(
                sql.Identifier(name), sql.Identifier(schema, table)
            )
            try:
                with self._connection.transaction():
                    found = sorted(text for (text,) in self._connection.execute(query))
            except psycopg.Error:
                found = []
            self._stored[place] = found
        return found


# Findings ----------------------------------------------------------------------------------------


def reduced(connection: Connection, done: Sequence[Insert], breach: Breach) -> list[Insert]:
    """A small part of the statements after which the claim still falls."""
    kept = list(done)
    if not shows(connection, kept, breach):
        return kept
    for table in dict.fromkeys(insert.table for insert in done):
        fewer = [insert for insert in kept if insert.table != table]
        if shows(connection, fewer, breach):
            kept = fewer
    # From the last on, since it is the later rows that refer to the earlier ones.
    for insert in list(reversed(kept))[:MOST_STEPS]:
        fewer = [other for other in kept if other is not insert]
        if shows(connection, fewer, breach):
            kept = fewer
    return kept


def shows(connection: Connection, setup: Sequence[Insert], breach: Breach) -> bool:
    """Whether a claim falls in a database that these statements make."""
    try:
        with _rolled_back(connection):
            for insert in setup:
                connection.execute(insert.statement.encode())
            result = run(connection, breach.query, breach.values)
    except psycopg.Error:
        return False
    return isinstance(result, list) and any(
        column == breach.column for column, _ in breaches(breach.query, result)
    )


def _finding(
    connection: Connection,
    catalog: Catalog,
    breach: Breach,
    setup: Sequence[Insert],
    seed: int,
    number: int,
) -> Finding:
    query = breach.query
    return Finding(
        query=query.name,
        column=None if breach.column is None else query.columns[breach.column].name,
        claim=breach.claim,
        setup=tuple(insert.statement for insert in setup),
        call=_call(connection, catalog, breach),
        seed=seed,
        round=number,
    )


def _call(connection: Connection, catalog: Catalog, breach: Breach) -> str:
    query = breach.query
    if not query.parameters:
        return query.sql
    types = ", ".join(catalog.format_type(parameter.type) for parameter in query.parameters)
    values = sql.SQL(", ").join(map(literal, breach.values)).as_string(connection)
    return f"PREPARE attacked({types}) AS\n{query.sql};\nEXECUTE attacked({values})"


def diagnostics(findings: Sequence[Finding], queries: Sequence[AnalysedQuery]) -> list[Diagnostic]:
    """An error for each finding, with the statements that show it."""
    by_name = {query.name: query for query in queries}
    return [
        Diagnostic(
            code="verify-falsified",
            message=f"{_subject(finding)} was inferred to be {finding.claim}",
            span=by_name[finding.query].span,
            help=_shown(finding),
            query=finding.query,
        )
        for finding in findings
    ]


def _subject(finding: Finding) -> str:
    return "the result" if finding.column is None else f"column {finding.column}"


def _shown(finding: Finding) -> str:
    statements = ";\n".join((*finding.setup, finding.call))
    return f"See it by (seed {finding.seed}, round {finding.round}):\n{statements};"
