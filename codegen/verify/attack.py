"""Attacks on what is claimed of queries: a NULL in a column called non-null, a row too many.

The database is filled anew, in a transaction that is rolled back; every query runs many times with
random parameters; what came is compared with what was claimed. The same seed does the same again.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import psycopg

from codegen.records import dataclass
from codegen.stack import with_room
from codegen.verify.arguments import Arguments
from codegen.verify.effort import Effort
from codegen.verify.findings import Finding, finding
from codegen.verify.hints import hints
from codegen.verify.rows import Mode, fill, tables
from codegen.verify.runs import PATIENCE, Breach, Seen, breaches, may_run, note, rolled_back, run
from codegen.verify.values import Pools

if TYPE_CHECKING:
    from codegen.analysis.nodes import AnalysedQuery
    from codegen.postgres.catalog import Catalog

    Connection = psycopg.Connection[Any]

#: How often a query with parameters runs per round.
RUNS = 6

#: The rounds' ways to fill the database, in turn.
MODES = (Mode.MIXED, Mode.EMPTY, Mode.FULL, Mode.NULLS, Mode.MIXED, Mode.SPARSE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of an attack: the claims that fell, each once; what was ``seen`` of each query that
    could be run, by its name; and how many ``rounds`` there was time for."""

    findings: tuple[Finding, ...]
    seen: dict[str, Seen]
    rounds: int


def attack(
    connection: Connection,
    catalog: Catalog,
    queries: Sequence[AnalysedQuery],
    effort: Effort,
) -> Outcome:
    """Attacks what is claimed of the queries.

    Nothing that happens is committed. But the database has to be one of our own: rows are offered
    to the tables that the catalog names, triggers run, and sequences are restarted.
    """
    known = with_room(lambda: hints(queries, tables(catalog)))
    pools = Pools(connection, catalog, known)
    queries = [query for query in queries if may_run(query)]
    seen = {query.name: Seen() for query in queries}
    fallen: dict[tuple[str, int | None], Finding] = {}
    deadline = time.monotonic() + effort.seconds
    number = 0
    while number < effort.rounds and (number == 0 or time.monotonic() < deadline):
        rng = random.Random(f"{effort.seed}/{number}")
        with rolled_back(connection):
            done = fill(connection, catalog, pools, MODES[number % len(MODES)], rng)
            arguments = Arguments(connection, catalog, pools, known)
            found: list[Breach] = []
            for index, query in enumerate(queries):
                effort.progress((number + index / len(queries)) / effort.rounds)
                found += _runs(connection, query, arguments, rng, seen[query.name])
        for breach in found:
            place = (breach.query.name, breach.column)
            if place not in fallen:
                fallen[place] = finding(connection, catalog, breach, done, effort.seed, number)
        number += 1
    return Outcome(findings=tuple(fallen.values()), seen=seen, rounds=number)


def _runs(
    connection: Connection,
    query: AnalysedQuery,
    arguments: Arguments,
    rng: random.Random,
    seen: Seen,
) -> Iterator[Breach]:
    for _ in range(RUNS if query.parameters else 1):
        # Drawn even where it isn't used, so that no other query's arguments depend on the clock.
        values = arguments.of(query, rng)
        if seen.timeouts >= PATIENCE:
            continue
        result = run(connection, query, values)
        if isinstance(result, psycopg.Error):
            seen.error = str(result)
            seen.timeouts += isinstance(result, psycopg.errors.QueryCanceled)
        elif result is not None:
            note(query, result, seen)
            for column, claim in breaches(query, result):
                yield Breach(query, column, claim, values)
