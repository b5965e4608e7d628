"""When something goes wrong: the connection is usable or clearly closed, and nothing leaks.

Warnings are errors in these tests, so that a resource that is left open or a coroutine that nobody
awaits fails them.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator, Callable, Iterator
from itertools import count
from threading import Timer
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from psycopg.pq import TransactionStatus

from tests.generated_packages.conftest import (
    Package,
    collected,
    forget_generated,
    generate,
    opened,
)
from tests.support.postgres import Databases

SCHEMA = """\
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE people (
    id bigint PRIMARY KEY,
    name text NOT NULL CHECK (name <> 'nobody'),
    mood mood NOT NULL DEFAULT 'happy',
    moods mood[] NOT NULL DEFAULT '{}',
    tag uuid
);
"""
PEOPLE = "INSERT INTO people (id, name) SELECT n, 'n' || n FROM generate_series(1, 2000) AS n"
QUERIES = """\
-- name: Find :one
SELECT * FROM people WHERE id = @id;

-- name: CountPeople :one
SELECT count(*) FROM people;

-- name: ListPeople :many
SELECT * FROM people ORDER BY id;

-- name: ReadPeople :iter
SELECT * FROM people ORDER BY id;

-- name: ReadFailing :iter
SELECT 1000 / (1500 - id) AS quotient FROM people ORDER BY id;

-- name: Rename :exec
UPDATE people SET name = @name WHERE id = @id;

-- name: RenameRows :execrows
UPDATE people SET name = @name WHERE id <= @id;

-- name: RenameStatus :execresult
UPDATE people SET name = @name WHERE id <= @id;

-- name: Sleep :exec
SELECT pg_sleep(@seconds);

-- name: SleepMany :many
SELECT pg_sleep(@seconds)::text;

-- name: CopyPeople :copyfrom
INSERT INTO people (id, name, tag) VALUES (@id, @name, @tag);

-- name: AddEach :batchexec
INSERT INTO people (id, name, tag) VALUES (@id, @name, @tag);

-- name: AddEachOne :batchone
INSERT INTO people (id, name, tag) VALUES (@id, @name, @tag) RETURNING id;

-- name: AddEachMany :batchmany
INSERT INTO people (id, name, tag) VALUES (@id, @name, @tag) RETURNING *;

-- name: FindEach :batchone
SELECT * FROM people WHERE id = @id;

-- name: Zone :one
SELECT timestamptz '2026-07-01 12:00+00' AS at;
"""
BATCHES = ("add_each", "add_each_one", "add_each_many")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of the package."""
    folder = tmp_path_factory.mktemp("robust")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))
        yield generate(folder, SCHEMA, QUERIES)
    forget_generated()


@pytest.fixture(scope="module")
def shared(databases: Databases) -> Iterator[str]:
    """A database with the schema."""
    with databases.temporary() as dsn:
        with psycopg.connect(dsn) as connection:
            connection.execute(SCHEMA.encode())
        yield dsn


@pytest.fixture
def people(shared: str) -> str:
    """The connection string of the database, with the same people before each test."""
    with psycopg.connect(shared) as connection:
        connection.execute("TRUNCATE people")
        connection.execute(PEOPLE)
    return shared


@pytest.fixture(params=["sync", "async"])
def q(request: pytest.FixtureRequest, package: str, people: str) -> Iterator[Package]:
    """The package in either flavour."""
    with opened(request.param, package, people) as q:
        yield q
    # What was left open is told now, and not in a later test.
    gc.collect()


@pytest.fixture
def other(people: str) -> Iterator[psycopg.Connection]:
    """Another connection to the database."""
    with psycopg.connect(people, autocommit=True) as connection:
        yield connection


def assert_usable(q: Package, people: int = 2000) -> None:
    """Nothing is open on the connection, and it can be used."""
    info = q.connection.info
    assert info.transaction_status is TransactionStatus.IDLE
    assert not q.connection.pgconn.pipeline_status
    assert q.find(id=1).id == 1
    assert q.count_people() == people
    assert len(q.list_people()) == people


def assert_closed(q: Package) -> None:
    """The connection says that it is closed, and so does the next call."""
    assert q.connection.closed
    with pytest.raises(psycopg.OperationalError, match=r"closed|lost"):
        q.find(id=1)


def rows_of(q: Package, bad: int, name: str, count: int = 10) -> list[Any]:
    """Sets of parameters, of which one has a name of its own."""
    return [
        q.AddEachParams(id=10_000 + n, name=name if n == bad else "x", tag=None)
        for n in range(count)
    ]


# A label that the package doesn't know


UNKNOWN = r"Mood has no 'tired\d+': run `codegen generate` again"
_numbers = count()


@pytest.fixture
def tired(q: Package, other: psycopg.Connection) -> None:
    """The last of the people is in a mood that came after the package was generated."""
    for _ in range(6):
        q.find(id=2000)
    tired = f"tired{next(_numbers)}"
    other.execute(f"ALTER TYPE mood ADD VALUE '{tired}'".encode())
    other.execute(
        "UPDATE people SET mood = %s::text::mood, moods = %s::text[]::mood[] WHERE id = 2000",
        [tired, ["sad", tired]],
    )


@pytest.mark.usefixtures("tired")
def test_a_new_label_is_an_error_that_says_what_to_do(q: Package) -> None:
    calls: list[Callable[[], Any]] = [
        lambda: q.find(id=2000),
        q.list_people,
        lambda: collected(q, q.read_people()),
        lambda: q.find_each([1, 2000]),
    ]
    for call in calls:
        with pytest.raises(Exception, match=UNKNOWN) as caught:
            call()
        assert type(caught.value).__name__ == "UnknownLabelError"
        assert q.connection.info.transaction_status is TransactionStatus.IDLE
        assert q.find(id=1999).mood is q.models.Mood.HAPPY


@pytest.mark.usefixtures("tired")
def test_a_new_label_in_a_transaction_leaves_it_as_it_is(q: Package) -> None:
    if isinstance(q.connection, psycopg.AsyncConnection):
        pytest.skip("the same functions on a connection in a transaction")
    with q.connection.transaction():
        q.rename(id=1, name="renamed")
        with pytest.raises(Exception, match=UNKNOWN):
            q.find(id=2000)
    assert q.find(id=1).name == "renamed"


# Exceptions in the middle of :iter


class Stop(Exception):
    """Raised by a test."""


def stopped(q: Package, rows: Any, *, closing: bool) -> None:
    """Reads a row and raises an exception, with or without closing the rows."""

    def sync() -> None:
        with pytest.raises(Stop):
            if closing:
                with rows:
                    raise_at_first(rows)
            raise_at_first(rows)

    def raise_at_first(rows: Any) -> None:
        for _ in rows:
            raise Stop

    async def raise_at_first_async() -> None:
        async for _ in rows:
            raise Stop

    async def later() -> None:
        with pytest.raises(Stop):
            if closing:
                async with rows:
                    await raise_at_first_async()
            await raise_at_first_async()

    if hasattr(rows, "__aiter__"):
        q.run(later())
    else:
        sync()


def test_an_exception_in_the_middle_of_rows_in_with(q: Package) -> None:
    for _ in range(3):
        stopped(q, q.read_people(), closing=True)
        assert_usable(q)


def test_an_exception_in_the_middle_of_rows_that_nobody_keeps(q: Package) -> None:
    stopped(q, q.read_people(), closing=False)
    gc.collect()
    # The event loop closes them before the next query.
    assert q.find(id=1).id == 1
    assert_usable(q)


def test_rows_that_are_left_early_and_dropped(q: Package) -> None:
    def sync() -> None:
        for _ in q.read_people():
            break
        assert q.functions.find(q.connection, id=1).id == 1

    async def later() -> None:
        async for _ in q.functions.read_people(q.connection):
            break
        assert (await q.functions.find(q.connection, id=1)).id == 1

    if isinstance(q.connection, psycopg.AsyncConnection):
        q.run(asyncio.wait_for(later(), 5))
    else:
        sync()
    assert_usable(q)


def test_a_query_while_rows_are_read_is_an_error_and_no_deadlock(q: Package) -> None:
    find = q.functions.find

    def sync(rows: Any) -> None:
        with rows:
            next(rows)
            with pytest.raises(Exception, match="are still being read") as caught:
                find(q.connection, id=1)
            assert type(caught.value).__name__ == "ConnectionBusyError"
            assert next(rows).id == 2
        assert find(q.connection, id=1).id == 1

    async def later(rows: Any) -> None:
        async with rows:
            await anext(rows)
            with pytest.raises(Exception, match="are still being read") as caught:
                await find(q.connection, id=1)
            assert type(caught.value).__name__ == "ConnectionBusyError"
            assert (await anext(rows)).id == 2
        assert (await find(q.connection, id=1)).id == 1

    rows = q.read_people()
    if hasattr(rows, "__aiter__"):
        q.run(later(rows))
    else:
        sync(rows)
    assert_usable(q)


def test_an_error_of_the_server_in_the_middle_of_rows(q: Package) -> None:
    with pytest.raises(psycopg.errors.DivisionByZero):
        collected(q, q.read_failing())
    assert_usable(q)


def test_rows_that_nobody_reads(q: Package) -> None:
    rows = q.read_people()
    del rows
    assert_usable(q)
    with_close = q.read_people().close()
    if with_close is not None:
        q.run(with_close)
    assert_usable(q)


# Connections that are gone


def terminate(q: Package, other: psycopg.Connection) -> None:
    """Ends the server's side of the package's connection, as a restart would."""
    other.execute("SELECT pg_terminate_backend(%s, 5000)", [q.connection.info.backend_pid])


@pytest.mark.parametrize(
    "call",
    [
        lambda q: q.find(id=1),
        lambda q: q.list_people(),
        lambda q: q.rename(id=1, name="x"),
        lambda q: q.rename_rows(id=1, name="x"),
        lambda q: collected(q, q.read_people()),
        lambda q: q.copy_people([q.CopyPeopleParams(id=0, name="x", tag=None)]),
        lambda q: q.add_each([q.AddEachParams(id=0, name="x", tag=None)]),
        lambda q: q.find_each([1, 2]),
    ],
    ids=["one", "many", "exec", "execrows", "iter", "copyfrom", "batchexec", "batchone"],
)
def test_a_connection_that_was_dropped_before(
    q: Package, other: psycopg.Connection, call: Callable[[Package], Any]
) -> None:
    q.find(id=1)
    terminate(q, other)
    with pytest.raises(psycopg.OperationalError):
        call(q)
    assert_closed(q)


@pytest.mark.parametrize("name", ["sleep", "sleep_many"])
def test_a_connection_that_is_dropped_while_a_query_runs(
    q: Package, other: psycopg.Connection, name: str
) -> None:
    timer = Timer(0.2, terminate, [q, other])
    timer.start()
    with pytest.raises(psycopg.OperationalError):
        getattr(q, name)(seconds=30)
    timer.join()
    assert_closed(q)


def test_a_connection_that_is_dropped_in_the_middle_of_rows(
    q: Package, other: psycopg.Connection
) -> None:
    # More than what fits into the buffers between server and client.
    other.execute("UPDATE people SET name = repeat('x', 20000)")

    def sync() -> None:
        with q.read_people() as rows:
            for number, _ in enumerate(rows):
                if number == 10:
                    terminate(q, other)

    async def later() -> None:
        async with q.read_people() as rows:
            number = 0
            async for _ in rows:
                number += 1
                if number == 10:
                    terminate(q, other)

    with pytest.raises(psycopg.OperationalError):
        q.run(later()) if isinstance(q.connection, psycopg.AsyncConnection) else sync()
    assert_closed(q)


def test_a_connection_that_is_dropped_in_the_middle_of_a_copy(
    q: Package, other: psycopg.Connection
) -> None:
    def rows() -> Iterator[Any]:
        for n in range(200_000):
            if n == 1000:
                terminate(q, other)
            yield q.CopyPeopleParams(id=10_000 + n, name="x" * 100, tag=None)

    with pytest.raises(psycopg.OperationalError):
        q.copy_people(rows())
    assert_closed(q)


# Errors in the middle of batches and copies


@pytest.mark.parametrize("batch", BATCHES)
def test_a_set_that_the_server_refuses(q: Package, batch: str) -> None:
    for bad in (0, 3, 9):
        with pytest.raises(psycopg.errors.CheckViolation) as caught:
            getattr(q, batch)(rows_of(q, bad, "nobody"))
        assert caught.value.__notes__ == [f"in set {bad} of the batch"]
        assert_usable(q)


@pytest.mark.parametrize("batch", BATCHES)
def test_a_late_set_of_a_long_batch_that_the_server_refuses(q: Package, batch: str) -> None:
    with pytest.raises(psycopg.errors.CheckViolation) as caught:
        getattr(q, batch)(rows_of(q, 4321, "nobody", 5000))
    assert caught.value.__notes__ == ["in set 4321 of the batch"]
    assert_usable(q)


@pytest.mark.parametrize("batch", BATCHES)
def test_a_set_that_cannot_be_sent(q: Package, batch: str) -> None:
    for bad in (0, 3, 9):
        with pytest.raises(psycopg.DataError) as caught:
            getattr(q, batch)(rows_of(q, bad, "a\0b"))
        assert caught.value.__notes__ == [f"in set {bad} of the batch"]
        assert_usable(q)


def test_a_set_of_the_wrong_type(q: Package) -> None:
    sets = [*rows_of(q, -1, ""), q.AddEachParams(id=1, name=object(), tag=None)]
    with pytest.raises(psycopg.ProgrammingError) as caught:
        q.add_each(sets)
    assert caught.value.__notes__ == ["in set 10 of the batch"]
    assert_usable(q)


def test_a_set_that_cannot_be_converted(q: Package) -> None:
    sets = [*rows_of(q, -1, ""), q.AddEachParams(id="x", name="x", tag=None)]
    for function, note in (
        (q.add_each, "in set 10 of the batch"),
        (q.copy_people, "in row 10 of the copy"),
    ):
        with pytest.raises((ValueError, TypeError, psycopg.Error)) as caught:
            function(sets)
        assert caught.value.__notes__ == [note]
        assert_usable(q)


def test_an_iterable_of_sets_that_fails(q: Package) -> None:
    def sets() -> Iterator[Any]:
        yield from rows_of(q, -1, "")
        raise Stop

    for function in (q.add_each, q.copy_people):
        with pytest.raises(Stop):
            function(sets())
        assert_usable(q)


def test_an_asynchronous_iterable_of_sets_that_fails(q: Package) -> None:
    if not isinstance(q.connection, psycopg.AsyncConnection):
        pytest.skip("asynchronous only")

    async def sets() -> AsyncIterator[Any]:
        for row in rows_of(q, -1, ""):
            yield row
        raise Stop

    for function in (q.add_each, q.copy_people):
        with pytest.raises(Stop):
            function(sets())
        assert_usable(q)


def test_a_failing_batch_in_a_transaction_of_the_caller(q: Package) -> None:
    def sync() -> None:
        with q.connection.transaction():
            q.functions.rename(q.connection, id=1, name="renamed")
            q.functions.add_each(q.connection, rows_of(q, 3, "nobody"))

    async def later() -> None:
        async with q.connection.transaction():
            await q.functions.rename(q.connection, id=1, name="renamed")
            await q.functions.add_each(q.connection, rows_of(q, 3, "nobody"))

    with pytest.raises(psycopg.errors.CheckViolation) as caught:
        q.run(later()) if isinstance(q.connection, psycopg.AsyncConnection) else sync()
    assert caught.value.__notes__ == ["in set 3 of the batch"]
    assert_usable(q)
    assert q.find(id=1).name == "n1"


def test_a_copied_row_that_the_server_refuses_is_named_by_it(q: Package) -> None:
    with pytest.raises(psycopg.errors.CheckViolation) as caught:
        q.copy_people(rows_of(q, 3, "nobody"))
    assert "COPY people, line 4" in str(caught.value)
    assert_usable(q)


def test_a_copied_row_that_cannot_be_sent(q: Package) -> None:
    wrong: Any = object()
    with pytest.raises(TypeError) as caught:
        q.copy_people(rows_of(q, 3, wrong))
    assert caught.value.__notes__ == ["in row 3 of the copy"]
    assert_usable(q)


# Coroutines that are cancelled


@pytest.fixture
def aio(q: Package) -> Package:
    """The package, where it is asynchronous."""
    if not isinstance(q.connection, psycopg.AsyncConnection):
        pytest.skip("asynchronous only")
    return q


def cancelled(q: Package, coroutine: Any, when: Callable[[], bool]) -> None:
    """Runs a coroutine and cancels it in the middle: as soon as ``when`` says that it is there."""

    async def run() -> None:
        task = asyncio.create_task(coroutine)
        while not when():
            assert not task.done()
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    q.run(run())


def test_a_cancelled_query(aio: Package, other: psycopg.Connection) -> None:
    for _ in range(2):
        sleeping = aio.functions.sleep(aio.connection, seconds=30)
        cancelled(aio, sleeping, lambda: running(other) == 1)
        assert_usable(aio)
    sleeping = aio.functions.sleep_many(aio.connection, seconds=30)
    cancelled(aio, sleeping, lambda: running(other) == 1)
    assert_usable(aio)
    assert running(other) == 0


def running(other: psycopg.Connection) -> int:
    """The number of sleeping queries on the server."""
    found = other.execute(
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE state <> 'idle' AND query LIKE '%pg_sleep%' AND pid <> pg_backend_pid()"
    ).fetchone()
    assert found is not None
    return int(found[0])


def test_cancelled_in_the_middle_of_rows(aio: Package, other: psycopg.Connection) -> None:
    other.execute("UPDATE people SET name = repeat('x', 20000)")

    seen: list[Any] = []

    async def read() -> None:
        async with aio.functions.read_people(aio.connection) as rows:
            async for row in rows:
                seen.append(row)
                await asyncio.sleep(30)

    cancelled(aio, read(), lambda: bool(seen))
    assert_usable(aio)


def test_cancelled_in_the_middle_of_a_copy(aio: Package) -> None:
    given: list[Any] = []

    async def rows() -> AsyncIterator[Any]:
        for row in rows_of(aio, -1, ""):
            yield row
            given.append(row)
        await asyncio.sleep(30)

    copying = aio.functions.copy_people(aio.connection, rows())
    cancelled(aio, copying, lambda: len(given) == len(rows_of(aio, -1, "")))
    assert_usable(aio)


def test_cancelled_in_the_middle_of_a_batch(aio: Package, other: psycopg.Connection) -> None:
    # The first set waits for a lock.
    other.autocommit = False
    other.execute("LOCK TABLE people")
    adding = aio.functions.add_each(aio.connection, rows_of(aio, -1, ""))
    cancelled(aio, adding, lambda: waiting(other))
    other.rollback()
    assert_usable(aio)


def waiting(other: psycopg.Connection) -> bool:
    """Whether somebody waits for the table to be unlocked."""
    wanted = "SELECT FROM pg_locks WHERE NOT granted AND relation = 'people'::regclass"
    return other.execute(wanted.encode()).fetchone() is not None


# The caller's pipelines, and settings that change


def test_in_a_pipeline_of_the_caller(q: Package) -> None:
    def sync() -> list[Any]:
        conn, f = q.connection, q.functions
        with conn.pipeline():
            return [
                f.rename(conn, id=1, name="a"),
                f.rename(conn, id=1, name="b"),
                f.rename_rows(conn, id=3, name="c"),
                f.find(conn, id=2).name,
                f.rename_status(conn, id=4, name="d"),
                len(f.list_people(conn)),
                f.add_each_one(conn, rows_of(q, -1, "", 2)),
            ]

    async def later() -> list[Any]:
        conn, f = q.connection, q.functions
        async with conn.pipeline():
            return [
                await f.rename(conn, id=1, name="a"),
                await f.rename(conn, id=1, name="b"),
                await f.rename_rows(conn, id=3, name="c"),
                (await f.find(conn, id=2)).name,
                await f.rename_status(conn, id=4, name="d"),
                len(await f.list_people(conn)),
                await f.add_each_one(conn, rows_of(q, -1, "", 2)),
            ]

    for _ in range(2):
        is_async = isinstance(q.connection, psycopg.AsyncConnection)
        found = q.run(later()) if is_async else sync()
        assert found == [None, None, 3, "c", "UPDATE 4", 2000, [10_000, 10_001]]
        assert_usable(q, 2002)
        remove = q.connection.execute("DELETE FROM people WHERE id >= 10000")
        if is_async:
            q.run(awaited(remove))


async def awaited(result: Any) -> Any:
    return await result


def test_settings_of_the_session_may_change(q: Package) -> None:
    for zone, hour in (("UTC", 12), ("Europe/Berlin", 14), ("Asia/Tokyo", 21), ("UTC", 12)):
        result = q.connection.execute(f"SET TimeZone = '{zone}'")
        if isinstance(q.connection, psycopg.AsyncConnection):
            q.run(awaited(result))
        for _ in range(3):
            assert q.zone().hour == hour


def test_results_of_large_queries_are_not_kept(q: Package, other: psycopg.Connection) -> None:
    other.execute("UPDATE people SET name = repeat('x', 20000)")
    q.list_people()
    session = vars(q.connection)["_codegen_session"]
    assert session.cursors
    for cursor in session.cursors.values():
        with pytest.raises(psycopg.Error):
            # The server's answer is gone.
            q.run(cursor.fetchone()) if hasattr(cursor, "__aiter__") else cursor.fetchone()


def test_the_collector_runs_again_after_many_rows(q: Package) -> None:
    assert gc.isenabled()
    assert len(q.list_people()) == 2000
    assert gc.isenabled()
    gc.disable()
    try:
        q.list_people()
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_tag(q: Package) -> None:
    tag = uuid4()
    assert q.add_each_one([q.AddEachOneParams(id=-1, name="x", tag=tag)]) == [-1]
    assert q.find(id=-1).tag == tag
