"""Wait until a chat is no longer being worked on."""

from __future__ import annotations

from time import monotonic
from uuid import UUID

import psycopg
from psycopg import sql

from examples.chatd import rules
from examples.chatd.settings import Settings
from generated.aio import chats
from generated.models import Chat


async def wait_until_settled(dsn: str, chat_id: UUID, settings: Settings) -> Chat:
    """The chat, once it is neither pending nor running. Raises ChatNotFound, TimeoutError."""
    deadline = monotonic() + settings.wait_timeout
    async with await psycopg.AsyncConnection.connect(dsn, autocommit=True) as conn:
        await conn.execute(sql.SQL("LISTEN {}").format(sql.Identifier(rules.channel(chat_id))))
        while True:
            chat = await chats.get_chat_by_id(conn, id=chat_id)
            if chat is None:
                raise rules.ChatNotFound(chat_id)
            if not rules.is_busy(chat):
                return chat
            left = deadline - monotonic()
            if left <= 0:
                raise TimeoutError(f"chat {chat_id} is still {chat.status}")
            async for _ in conn.notifies(timeout=min(left, settings.wait_poll), stop_after=1):
                pass
