"""Chats that work for a chat."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from psycopg import Connection
from psycopg.rows import TupleRow
from psycopg_pool import ConnectionPool

from examples.chatd import conversations, rules
from examples.chatd.ancestry import is_descendant
from examples.chatd.settings import Settings
from examples.chatd.waiting import wait_until_settled
from generated import chats
from generated.models import Chat

Pool = ConnectionPool[Connection[TupleRow]]


def delegate(pool: Pool, dsn: str, held: Chat, tasks: Sequence[str], settings: Settings) -> None:
    """Starts a subagent for every task, waits for all, and writes their reports into the chat.

    Raises LostChat, ChatNotFound, TimeoutError.
    """
    children = start_subagents(pool, held, tasks)
    reports = [wait_for_report(pool, dsn, held, child.id, settings) for child in children]
    with pool.connection() as conn:
        chat = conversations.lock_held(conn, held)
        for report in reports:
            conversations.write(conn, chat, "tool", report)


def start_subagents(pool: Pool, held: Chat, tasks: Sequence[str]) -> list[Chat]:
    """A pending child for every task. Raises LostChat, ChatNotFound."""
    with pool.connection() as conn:
        parent = conversations.lock_held(conn, held)
        return [
            conversations.start(
                conn,
                owner_id=parent.owner_id,
                model_config_id=parent.last_model_config_id,
                text=task,
                parent=parent,
            )
            for task in tasks
        ]


def wait_for_report(pool: Pool, dsn: str, chat: Chat, child_id: UUID, settings: Settings) -> str:
    """The last thing that a subagent said, when it is done.

    Raises NotADescendant, ChatNotFound, TimeoutError.
    """
    child = wait_until_settled(dsn, child_id, settings)
    with pool.connection() as conn:
        if not is_descendant(conn, child, chat.id):
            raise rules.NotADescendant(child_id)
        last = chats.get_last_chat_message_by_role(conn, chat_id=child_id, role="assistant")
    return rules.text_of(last.content) if last else f"no report: {child.last_error}"
