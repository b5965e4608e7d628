"""A small world for the demonstration: chats of every kind, and a look at them afterwards."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from psycopg import Connection

from examples.chatd import conversations, rules
from generated import chats
from generated.models import Chat, ChatStatus

SCHEMA = Path(__file__).parent.parent.parent / "schema.sql"
NO_CURSOR = UUID(int=0)
SMALL_TALK = 25

Conn = Connection[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Whose chats they are, and the ones that something special happens to."""

    owner_id: UUID
    delegating: Chat
    failing: Chat
    abandoned: Chat


def prepare(conn: Conn) -> Scene:
    """Applies the schema to an empty database and starts the chats."""
    conn.execute(SCHEMA.read_bytes())
    owner_id, model_config_id = _id(conn, OWNER), _id(conn, MODEL_CONFIG)

    def start(text: str) -> Chat:
        return conversations.start(
            conn, owner_id=owner_id, model_config_id=model_config_id, text=text
        )

    for number in range(SMALL_TALK):
        start(f"hello number {number}")
    return Scene(
        owner_id=owner_id,
        delegating=start("ask: look it up, count it"),
        failing=start("fail"),
        abandoned=_abandon(conn, start("is anybody there?")),
    )


OWNER = "INSERT INTO users DEFAULT VALUES RETURNING id"
MODEL_CONFIG = """
WITH provider AS (
    INSERT INTO chat_providers (provider) VALUES ('anthropic') RETURNING provider
)
INSERT INTO chat_model_configs (provider, model, context_limit, compression_threshold)
SELECT provider, 'parrot', 1000, 70 FROM provider
RETURNING id
"""


def _id(conn: Conn, query: bytes | str) -> UUID:
    row = conn.execute(query.encode() if isinstance(query, str) else query).fetchone()
    assert row is not None
    id: UUID = row[0]
    return id


def _abandon(conn: Conn, chat: Chat) -> Chat:
    """Leaves a chat as a worker does that crashed an hour ago."""
    then = rules.seconds_ago(3600)
    abandoned = chats.update_chat_status(
        conn,
        id=chat.id,
        status=ChatStatus.RUNNING,
        worker_id=uuid4(),
        started_at=then,
        heartbeat_at=then,
        last_error=None,
    )
    assert abandoned is not None
    return abandoned


def all_chats(conn: Conn, scene: Scene) -> list[Chat]:
    """All chats of the owner, page by page."""
    found: list[Chat] = []
    while page := chats.get_chats_by_owner_id(
        conn,
        owner_id=scene.owner_id,
        archived=None,
        after_id=found[-1].id if found else NO_CURSOR,
        offset_opt=0,
        limit_opt=10,
    ):
        found += page
    return found


def describe(conn: Conn, scene: Scene) -> list[str]:
    """What became of the chats, in lines to print."""
    counts = Counter(chat.status for chat in all_chats(conn, scene))
    lines = [f"chats {status}: {count}" for status, count in sorted(counts.items())]
    failing = chats.get_chat_by_id(conn, id=scene.failing.id)
    lines.append(f"{scene.failing.title!r} ended with: {failing and failing.last_error}")
    children = chats.list_child_chats_by_parent_id(conn, parent_chat_id=scene.delegating.id)
    lines.append(f"{scene.delegating.title!r} had {len(children)} subagents, and reads:")
    return lines + transcript(conn, scene.delegating)


def transcript(conn: Conn, chat: Chat) -> list[str]:
    """What a user sees of a chat, in lines to print."""
    messages = chats.get_chat_messages_by_chat_id(conn, chat_id=chat.id, after_id=0)
    return [
        f"    {message.role:>9}: {rules.text_of(message.content)}"
        for message in sorted(messages, key=lambda message: message.id)
    ]
