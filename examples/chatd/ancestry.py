"""Up the chain of parents: one query for each step, however many children there are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from psycopg import Connection

from generated import chats
from generated.models import Chat


def ancestors(conn: Connection[Any], chat: Chat) -> Iterator[Chat]:
    """The chat's parent, the parent's parent, and so on.

    Nothing in the schema forbids a circle of parents; the walk ends where it would come to a chat
    for the second time.
    """
    seen = {chat.id}
    while (parent_id := chat.parent_chat_id) is not None and parent_id not in seen:
        parent = chats.get_chat_by_id(conn, id=parent_id)
        if parent is None:
            return
        seen.add(parent.id)
        yield parent
        chat = parent


def is_descendant(conn: Connection[Any], chat: Chat, ancestor_id: UUID) -> bool:
    """Whether a chat works for another one, directly or through others."""
    return any(ancestor.id == ancestor_id for ancestor in ancestors(conn, chat))
