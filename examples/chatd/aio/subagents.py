"""Chats that work for a chat."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import TupleRow
from psycopg_pool import AsyncConnectionPool

from examples.chatd import rules
from examples.chatd.aio import conversations
from examples.chatd.aio.ancestry import is_descendant
from examples.chatd.aio.waiting import wait_until_settled
from examples.chatd.settings import Settings
from generated.aio import chats
from generated.models import Chat

Pool = AsyncConnectionPool[AsyncConnection[TupleRow]]


async def delegate(
    pool: Pool, dsn: str, held: Chat, tasks: Sequence[str], settings: Settings
) -> None:
    """Starts a subagent for every task, waits for all, and writes their reports into the chat.

    Raises LostChat, ChatNotFound, TimeoutError.
    """
    children = await start_subagents(pool, held, tasks)
    waits = (wait_for_report(pool, dsn, held, child.id, settings) for child in children)
    reports = await asyncio.gather(*waits)
    async with pool.connection() as conn:
        chat = await conversations.lock_held(conn, held)
        for report in reports:
            await conversations.write(conn, chat, "tool", report)


async def start_subagents(pool: Pool, held: Chat, tasks: Sequence[str]) -> list[Chat]:
    """A pending child for every task. Raises LostChat, ChatNotFound."""
    async with pool.connection() as conn:
        parent = await conversations.lock_held(conn, held)
        return [
            await conversations.start(
                conn,
                owner_id=parent.owner_id,
                model_config_id=parent.last_model_config_id,
                text=task,
                parent=parent,
            )
            for task in tasks
        ]


async def wait_for_report(
    pool: Pool, dsn: str, chat: Chat, child_id: UUID, settings: Settings
) -> str:
    """The last thing that a subagent said, when it is done.

    Raises NotADescendant, ChatNotFound, TimeoutError.
    """
    child = await wait_until_settled(dsn, child_id, settings)
    async with pool.connection() as conn:
        if not await is_descendant(conn, child, chat.id):
            raise rules.NotADescendant(child_id)
        last = await chats.get_last_chat_message_by_role(conn, chat_id=child_id, role="assistant")
    return rules.text_of(last.content) if last else f"no report: {child.last_error}"
