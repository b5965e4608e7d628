"""A prepared database for the daemon, and short settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest
from psycopg.rows import TupleRow
from psycopg_pool import ConnectionPool

from examples.chatd import conversations
from examples.chatd.settings import Settings
from generated.models import Chat
from tests.runtime.world import World, build_world

Connection = psycopg.Connection[TupleRow]


@pytest.fixture
def settings() -> Settings:
    """As in earnest, but in tenths of seconds; the poll is too slow to be noticed."""
    return Settings(tick=0.02, heartbeat=0.2, stale_after=60, wait_timeout=10, wait_poll=30)


@pytest.fixture
def conn(chats_database: str) -> Iterator[Connection]:
    """A connection in autocommit mode."""
    with psycopg.connect(chats_database, autocommit=True) as connection:
        yield connection


@pytest.fixture
def world(conn: Connection) -> World:
    """A user, a workspace and a model, for chats to point to."""
    return build_world(conn)


@pytest.fixture
def pool(chats_database: str) -> Iterator[ConnectionPool[Connection]]:
    """Connections for workers."""
    with ConnectionPool(chats_database, max_size=8) as pool:
        yield pool


@pytest.fixture
def start(conn: Connection, world: World) -> Callable[..., Chat]:
    """Starts a chat with a text."""

    def start_chat(text: str, **arguments: Any) -> Chat:
        return conversations.start(
            conn, owner_id=world.owner, model_config_id=world.model, text=text, **arguments
        )

    return start_chat
