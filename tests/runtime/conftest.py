"""The generated chat functions, sync and async, on a real PostgreSQL.

At the end of a test, the types of all that it ran are compared with what was inferred.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

import psycopg
import pytest

from codegen.config import Config
from codegen.pipeline import Analysis, analyse_project
from generated import chats
from generated._queries import chats as queries
from generated.aio import chats as aio_chats
from tests.conftest import ROOT
from tests.runtime.world import World, build_world
from tests.support.honesty import PREPARE_AT_ONCE, differences, types_that_ran


@dataclass(slots=True)
class Functions:
    """The functions of a generated module, each called without its connection."""

    module: ModuleType
    call: Callable[..., Any]

    def __getattr__(self, name: str) -> Callable[..., Any]:
        function = getattr(self.module, name)
        return lambda **arguments: self.call(function, **arguments)


@pytest.fixture(params=["sync", "async"])
def db(request: pytest.FixtureRequest, chats_database: str) -> Iterator[Functions]:
    """Either flavour, on a connection in autocommit mode to a fresh database."""
    flavour = _sync if request.param == "sync" else _async
    yield from flavour(chats_database)


def _sync(dsn: str) -> Iterator[Functions]:
    with psycopg.connect(dsn, autocommit=True, prepare_threshold=PREPARE_AT_ONCE) as connection:
        yield Functions(chats, lambda function, **arguments: function(connection, **arguments))
        cursor = types_that_ran(connection)
        if cursor is not None:
            assert differences(_analysis(), queries, cursor.fetchall()) == []


@cache
def _analysis() -> Analysis:
    schema, folder = str(ROOT / "schema.sql"), str(ROOT / "queries")
    return analyse_project(Config(schema=(schema,), queries=(folder,)))


def _async(dsn: str) -> Iterator[Functions]:
    with asyncio.Runner() as runner:
        connection = runner.run(
            psycopg.AsyncConnection.connect(dsn, autocommit=True, prepare_threshold=PREPARE_AT_ONCE)
        )
        yield Functions(
            aio_chats,
            lambda function, **arguments: runner.run(function(connection, **arguments)),
        )
        try:
            _assert_honest(runner, connection)
        finally:
            runner.run(connection.close())


def _assert_honest(runner: asyncio.Runner, connection: psycopg.AsyncConnection) -> None:
    asking = types_that_ran(connection)
    if asking is not None:
        rows = runner.run(runner.run(asking).fetchall())
        assert differences(_analysis(), queries, rows) == []


@pytest.fixture
def sql(chats_database: str) -> Iterator[psycopg.Connection]:
    """A second connection to the same database, in autocommit mode, to look and to prepare."""
    with psycopg.connect(chats_database, autocommit=True) as connection:
        yield connection


@pytest.fixture
def world(sql: psycopg.Connection) -> World:
    """A user, a workspace and a model, for chats to point to."""
    return build_world(sql)
