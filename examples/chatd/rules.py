"""What a row means: decisions that need no database, and are the same for both flavours."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import cast
from uuid import UUID

from generated.models import Chat, ChatStatus

_BUSY = {ChatStatus.PENDING, ChatStatus.RUNNING}


class ChatNotFound(Exception):
    """There is no chat with this id."""


class LostChat(Exception):
    """The chat isn't this worker's any more: it was recovered, or its owner stopped it."""


class QueueFull(Exception):
    """Too many messages wait for a chat already."""


class NotADescendant(Exception):
    """A chat asked for one that doesn't work for it."""


def is_busy(chat: Chat) -> bool:
    """Whether a worker has the chat, or will have it soon."""
    return chat.status in _BUSY


def is_held(chat: Chat, acquired: Chat) -> bool:
    """Whether a chat, as it is now, is still held as it was when it was acquired.

    The time counts as well as the worker: a worker may lose a chat and acquire it again, and
    then the work that it began the first time has to stop.
    """
    return (
        chat.status is ChatStatus.RUNNING
        and chat.worker_id == acquired.worker_id
        and chat.started_at == acquired.started_at
    )


def is_stale(chat: Chat, threshold: datetime) -> bool:
    """Whether a chat's worker has been silent since before a moment."""
    return (
        chat.status is ChatStatus.RUNNING
        and chat.heartbeat_at is not None
        and chat.heartbeat_at < threshold
    )


def seconds_ago(seconds: float) -> datetime:
    """A moment in the past."""
    return datetime.now(UTC) - timedelta(seconds=seconds)


def channel(chat_id: UUID) -> str:
    """The name that changes of a chat are notified under."""
    return f"chat_{chat_id.hex}"


def content_of(text: str) -> dict[str, str]:
    """The JSON that a message's text is stored as."""
    return {"text": text}


def text_of(content: object) -> str:
    """The text of a message's JSON, "" where it has none."""
    if not isinstance(content, dict):
        return ""
    return str(cast("dict[str, object]", content).get("text", ""))
