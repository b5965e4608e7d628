"""Types of the schema's own on connections that nobody prepared: of a pool, through PgBouncer."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import psycopg
import pytest
from psycopg.conninfo import make_conninfo
from psycopg_pool import ConnectionPool

from tests.generated_packages.conftest import forget_generated, generate
from tests.support.postgres import database_name

SCHEMA = """\
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TYPE one AS (a int, b text, mood mood);
CREATE TYPE moodrange AS RANGE (subtype = mood);
CREATE TABLE t (id int, v one, w one[], r moodrange, moods mood[]);
"""
QUERIES = "-- name: Add :one\nINSERT INTO t VALUES (@id, @v, @w, @r, @moods) RETURNING *;\n"


@pytest.fixture
def package(tmp_path: Path, database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The name of the package, whose schema the database has."""
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(SCHEMA.encode())
    monkeypatch.syspath_prepend(str(tmp_path))
    name = generate(tmp_path, SCHEMA, QUERIES)
    importlib.invalidate_caches()
    yield name
    forget_generated()


def _send(package: str, connection: psycopg.Connection, id: int) -> None:
    functions: ModuleType = importlib.import_module(f"{package}.q")
    m: ModuleType = importlib.import_module(f"{package}.models")
    v, r = m.One(id, "x", m.Mood.SAD), psycopg.types.range.Range(m.Mood.SAD, None)
    row = functions.add(connection, id=id, v=v, w=[v, None], r=r, moods=[m.Mood.HAPPY])
    assert row == m.T(id, v, [v, None], r, [m.Mood.HAPPY])


def test_of_a_pool(package: str, database: str) -> None:
    with ConnectionPool(database, min_size=2, open=True) as pool:
        for id in range(6):
            with pool.connection() as one, pool.connection() as other:
                _send(package, one, id)
                _send(package, other, id)


def test_through_pgbouncer(package: str, database: str, pgbouncer_dsn: str) -> None:
    dsn = make_conninfo(pgbouncer_dsn, dbname=database_name(database))
    with (
        psycopg.connect(dsn, prepare_threshold=None, autocommit=True) as one,
        psycopg.connect(dsn, prepare_threshold=None) as other,
    ):
        for id in range(4):
            # While one transaction goes on, the next one is on another connection to the server.
            _send(package, other, id)
            _send(package, one, id)
            other.commit()


def test_only_the_query_itself_is_sent(package: str, database: str, tmp_path: Path) -> None:
    with (
        psycopg.connect(database, autocommit=True) as connection,
        (tmp_path / "trace").open("w") as trace,
    ):
        connection.pgconn.trace(trace.fileno())
        _send(package, connection, 1)
        connection.pgconn.untrace()
    sent = (tmp_path / "trace").read_text()
    assert sent.count("\tParse\t") == 1
    assert "\tQuery\t" not in sent
