"""Up the chain of parents."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection

from generated.aio import chats
from generated.models import Chat


async def ancestors(conn: AsyncConnection[Any], chat: Chat) -> AsyncIterator[Chat]:
    """The chat's parent, the parent's parent, and so on; a circle of parents ends the walk."""
    seen = {chat.id}
    while (parent_id := chat.parent_chat_id) is not None and parent_id not in seen:
        parent = await chats.get_chat_by_id(conn, id=parent_id)
        if parent is None:
            return
        seen.add(parent.id)
        yield parent
        chat = parent


async def is_descendant(conn: AsyncConnection[Any], chat: Chat, ancestor_id: UUID) -> bool:
    """Whether a chat works for another one, directly or through others."""
    async for ancestor in ancestors(conn, chat):
        if ancestor.id == ancestor_id:
            return True
    return False
