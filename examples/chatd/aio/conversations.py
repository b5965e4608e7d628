"""Start, send, write, hand back.

Every function wants to be the whole of a transaction: what it reads it locks first.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from psycopg import AsyncConnection

from examples.chatd import rules
from examples.chatd.settings import Settings
from generated.aio import chats
from generated.models import (
    Chat,
    ChatMessage,
    ChatMessageVisibility,
    ChatQueuedMessage,
    ChatStatus,
)

Conn = AsyncConnection[Any]


async def start(
    conn: Conn,
    *,
    owner_id: UUID,
    model_config_id: UUID,
    text: str,
    instructions: str = "Be brief.",
    parent: Chat | None = None,
) -> Chat:
    """A new chat with its first message, ready to be worked on."""
    chat = await chats.insert_chat(
        conn,
        owner_id=owner_id,
        workspace_id=parent.workspace_id if parent else None,
        parent_chat_id=parent.id if parent else None,
        root_chat_id=(parent.root_chat_id or parent.id) if parent else None,
        last_model_config_id=model_config_id,
        title=text[:40],
    )
    await write(conn, chat, "system", instructions, visibility=ChatMessageVisibility.MODEL)
    await write(conn, chat, "user", text, created_by=owner_id)
    return await set_status(conn, chat.id, ChatStatus.PENDING)


async def send(
    conn: Conn, chat_id: UUID, text: str, settings: Settings
) -> ChatMessage | ChatQueuedMessage:
    """What a user says to a chat; it waits in the queue while the chat is busy.

    Raises ChatNotFound, QueueFull.
    """
    chat = await lock(conn, chat_id)
    if rules.is_busy(chat):
        queue = await chats.get_chat_queued_messages(conn, chat_id=chat_id)
        if len(queue) >= settings.queue_limit:
            raise rules.QueueFull(chat_id)
        content = rules.content_of(text)
        return await chats.insert_chat_queued_message(conn, chat_id=chat_id, content=content)
    message = await write(conn, chat, "user", text, created_by=chat.owner_id)
    await set_status(conn, chat_id, ChatStatus.PENDING)
    return message


async def finish_turn(conn: Conn, held: Chat, text: str) -> bool:
    """Writes the answer, and either the next queued message, so that the worker goes on (True),
    or hands the chat back to its owner (False). Raises LostChat, ChatNotFound."""
    chat = await lock_held(conn, held)
    await write(conn, chat, "assistant", text, model_config_id=chat.last_model_config_id)
    queued = await chats.pop_next_queued_message(conn, chat_id=chat.id)
    if queued is None:
        await set_status(conn, chat.id, ChatStatus.WAITING)
        return False
    text = rules.text_of(queued.content)
    await write(conn, chat, "user", text, created_by=chat.owner_id)
    return True


async def fail(conn: Conn, held: Chat, error: str) -> None:
    """Hands a chat back with an error. Raises LostChat, ChatNotFound."""
    chat = await lock_held(conn, held)
    await set_status(conn, chat.id, ChatStatus.ERROR, last_error=error)


async def recover(conn: Conn, settings: Settings) -> list[Chat]:
    """Makes chats pending again whose worker has been silent for too long."""
    threshold = rules.seconds_ago(settings.stale_after)
    found = await chats.get_stale_chats(conn, stale_threshold=threshold)
    # Locked and looked at again, since the worker may have come back in between. In the order of
    # their ids, so that two that recover at once don't wait for each other crosswise.
    locked = [
        await chats.get_chat_by_id_for_update(conn, id=chat.id)
        for chat in sorted(found, key=lambda chat: chat.id)
    ]
    return [
        await set_status(conn, chat.id, ChatStatus.PENDING)
        for chat in locked
        if chat is not None and rules.is_stale(chat, threshold)
    ]


async def write(
    conn: Conn,
    chat: Chat,
    role: str,
    text: str,
    *,
    visibility: ChatMessageVisibility = ChatMessageVisibility.BOTH,
    model_config_id: UUID | None = None,
    created_by: UUID | None = None,
) -> ChatMessage:
    """Adds a message to a chat."""
    return await chats.insert_chat_message(
        conn,
        chat_id=chat.id,
        role=role,
        content=rules.content_of(text),
        visibility=visibility,
        model_config_id=model_config_id,
        created_by=created_by,
        input_tokens=None,
        output_tokens=None,
        total_tokens=None,
        reasoning_tokens=None,
        cache_creation_tokens=None,
        cache_read_tokens=None,
        context_limit=None,
        compressed=None,
    )


async def lock(conn: Conn, chat_id: UUID) -> Chat:
    """Locks a chat until the end of the transaction. Raises ChatNotFound."""
    chat = await chats.get_chat_by_id_for_update(conn, id=chat_id)
    if chat is None:
        raise rules.ChatNotFound(chat_id)
    return chat


async def lock_held(conn: Conn, held: Chat) -> Chat:
    """Locks a chat that a worker holds. Raises LostChat, ChatNotFound."""
    chat = await lock(conn, held.id)
    if not rules.is_held(chat, held):
        raise rules.LostChat(held.id)
    return chat


async def set_status(
    conn: Conn, chat_id: UUID, status: ChatStatus, *, last_error: str | None = None
) -> Chat:
    """Takes a chat out of its worker's hands and tells those who wait for it.

    Raises ChatNotFound.
    """
    chat = await chats.update_chat_status(
        conn,
        id=chat_id,
        status=status,
        worker_id=None,
        started_at=None,
        heartbeat_at=None,
        last_error=last_error,
    )
    if chat is None:
        raise rules.ChatNotFound(chat_id)
    await conn.execute("SELECT pg_notify(%s, %s)", [rules.channel(chat_id), status])
    return chat
