"""A prepared database for the daemon, directly and behind PgBouncer, and short settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import psycopg
import pytest
from psycopg.conninfo import make_conninfo
from psycopg.rows import TupleRow

from examples.chatd import conversations
from examples.chatd.settings import Settings
from generated.models import Chat
from tests.runtime.world import World, build_world
from tests.support.postgres import database_name

Connection = psycopg.Connection[TupleRow]


@pytest.fixture
def settings() -> Settings:
    """As in earnest, but in tenths of seconds; the poll is too slow to be noticed."""
    return Settings(tick=0.02, heartbeat=0.2, stale_after=60, wait_timeout=10, wait_poll=30)


@dataclass(frozen=True, slots=True)
class Way:
    """How the daemon connects: ``dsn`` to LISTEN, and ``pooled`` with the keywords for the rest."""

    dsn: str
    pooled: str
    keywords: dict[str, Any]


@pytest.fixture(params=["direct", "pgbouncer"])
def way(request: pytest.FixtureRequest, chats_database: str) -> Way:
    """Directly, or through PgBouncer in transaction mode, where statements can't be prepared."""
    if request.param == "direct":
        return Way(chats_database, chats_database, {})
    through = request.getfixturevalue("pgbouncer_dsn")
    pooled = make_conninfo(through, dbname=database_name(chats_database))
    return Way(chats_database, pooled, {"prepare_threshold": None})


@pytest.fixture
def conn(way: Way) -> Iterator[Connection]:
    """A connection in autocommit mode."""
    with psycopg.connect(way.pooled, autocommit=True, **way.keywords) as connection:
        yield connection


@pytest.fixture
def world(conn: Connection) -> World:
    """A user, a workspace and a model, for chats to point to."""
    return build_world(conn)


@pytest.fixture
def start(conn: Connection, world: World) -> Callable[..., Chat]:
    """Starts a chat with a text."""

    def start_chat(text: str, **arguments: Any) -> Chat:
        return conversations.start(
            conn, owner_id=world.owner, model_config_id=world.model, text=text, **arguments
        )

    return start_chat
