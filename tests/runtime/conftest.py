"""The generated chat functions, sync and async, on a real PostgreSQL."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import psycopg
import pytest

from generated import chats
from generated.aio import chats as aio_chats
from tests.runtime.world import World, build_world


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
    with psycopg.connect(dsn, autocommit=True) as connection:
        yield Functions(chats, lambda function, **arguments: function(connection, **arguments))


def _async(dsn: str) -> Iterator[Functions]:
    with asyncio.Runner() as runner:
        connection = runner.run(psycopg.AsyncConnection.connect(dsn, autocommit=True))
        yield Functions(
            aio_chats,
            lambda function, **arguments: runner.run(function(connection, **arguments)),
        )
        runner.run(connection.close())


@pytest.fixture
def sql(chats_database: str) -> Iterator[psycopg.Connection]:
    """A second connection to the same database, in autocommit mode, to look and to prepare."""
    with psycopg.connect(chats_database, autocommit=True) as connection:
        yield connection


@pytest.fixture
def world(sql: psycopg.Connection) -> World:
    """A user, a workspace and a model, for chats to point to."""
    return build_world(sql)
