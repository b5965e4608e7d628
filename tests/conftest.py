"""Fixtures for every test: a PostgreSQL server per session, and fresh databases on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.support.pgbouncer import find_pgbouncer, running_pgbouncer
from tests.support.postgres import Databases, running_server

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def server_dsn() -> Iterator[str]:
    """The connection string of an embedded PostgreSQL that lives as long as the test session.

    Under pytest-xdist every worker is a session and has a server of its own.
    """
    with running_server() as dsn:
        yield dsn


@pytest.fixture(scope="session")
def databases(server_dsn: str) -> Databases:
    """Makes databases on the server, for fixtures that need templates of their own."""
    return Databases(server_dsn)


@pytest.fixture
def database(databases: Databases) -> Iterator[str]:
    """The connection string of a fresh, empty database."""
    with databases.temporary() as dsn:
        yield dsn


@pytest.fixture
def connection(database: str) -> Iterator[psycopg.Connection]:
    """A connection to a fresh, empty database."""
    with psycopg.connect(database) as connection:
        yield connection


@pytest.fixture(scope="session")
def chats_template(databases: Databases) -> Iterator[str]:
    """A database with the project's own schema.sql, to be copied and never written to."""
    with databases.temporary() as dsn:
        with psycopg.connect(dsn) as connection:
            connection.execute((ROOT / "schema.sql").read_bytes())
        yield dsn


@pytest.fixture
def chats_database(databases: Databases, chats_template: str) -> Iterator[str]:
    """The connection string of a fresh database with the project's own schema.sql."""
    with databases.temporary(like=chats_template) as dsn:
        yield dsn


@pytest.fixture(scope="session")
def pgbouncer_dsn(server_dsn: str) -> Iterator[str]:
    """A connection string that leads to the server through PgBouncer, in transaction mode."""
    program = find_pgbouncer()
    if program is None:
        pytest.skip("PgBouncer is not installed (on Debian: apt-get install pgbouncer)")
    with running_pgbouncer(program, server_dsn) as dsn:
        yield dsn
