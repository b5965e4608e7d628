"""Messages of a chat: insert, read, rewrite, rewind, and what goes into the prompt."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from psycopg.types.json import Jsonb

from generated import models
from tests.runtime.conftest import Functions
from tests.runtime.world import World

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
TOKENS = (
    "input_tokens",
    "output_tokens",
    "total_tokens",
    "reasoning_tokens",
    "cache_creation_tokens",
    "cache_read_tokens",
    "context_limit",
)


def _insert(db: Functions, chat: UUID, **arguments: Any) -> models.ChatMessage:
    defaults: dict[str, Any] = dict.fromkeys(TOKENS)
    defaults |= {
        "chat_id": chat,
        "created_by": None,
        "model_config_id": None,
        "role": "user",
        "content": None,
        "visibility": models.ChatMessageVisibility.BOTH,
        "compressed": None,
    }
    message: models.ChatMessage = db.insert_chat_message(**defaults | arguments)
    return message


def test_a_message_stores_all_that_it_is_given(db: Functions, world: World) -> None:
    author = uuid4()
    tokens = {name: 10**10 + number for number, name in enumerate(TOKENS)}
    content = {"parts": [{"text": "héllo % {} \\ '"}], "n": 1.5, "none": None}
    message = _insert(
        db,
        world.chat(),
        created_by=author,
        model_config_id=world.other_model,
        role="assistant",
        content=content,
        visibility=models.ChatMessageVisibility.USER,
        compressed=True,
        **tokens,
    )
    assert isinstance(message, models.ChatMessage)
    assert (message.created_by, message.model_config_id) == (author, world.other_model)
    assert (message.role, message.content, message.compressed) == ("assistant", content, True)
    assert message.visibility is models.ChatMessageVisibility.USER
    assert {name: getattr(message, name) for name in TOKENS} == tokens


def test_a_message_is_uncompressed_unless_told(db: Functions, world: World) -> None:
    assert _insert(db, world.chat()).compressed is False


def test_the_chat_remembers_the_model_of_a_message(db: Functions, world: World) -> None:
    chat = world.chat()
    remembered = "SELECT last_model_config_id FROM chats"
    _insert(db, chat, model_config_id=world.other_model)
    assert world.value(remembered) == world.other_model
    _insert(db, chat, model_config_id=None)
    assert world.value(remembered) == world.other_model


def test_sql_null_and_json_null_are_two_things(db: Functions, world: World) -> None:
    chat = world.chat()
    nothing = _insert(db, chat, content=None)
    json_null = _insert(db, chat, content=Jsonb(None))
    is_null = "SELECT content IS NULL FROM chat_messages WHERE id = %s"
    assert world.value(is_null, [nothing.id]) is True
    assert world.value(is_null, [json_null.id]) is False


@pytest.mark.parametrize("content", [{}, [], "text", 0, 1.5, True, False, [None], {"a": [1, "b"]}])
def test_content_is_any_json(db: Functions, world: World, content: object) -> None:
    assert _insert(db, world.chat(), content=content).content == content


def test_a_message_is_found_by_its_id(db: Functions, world: World) -> None:
    id = world.message(world.chat(), content=Jsonb("here"))
    message = db.get_chat_message_by_id(id=id)
    assert isinstance(message, models.ChatMessage)
    assert (message.id, message.content) == (id, "here")
    assert db.get_chat_message_by_id(id=-id) is None


def test_rewriting_keeps_the_model_but_clears_the_content(db: Functions, world: World) -> None:
    id = world.message(world.chat(), content=Jsonb("old"), model_config_id=world.model)

    rewritten = db.update_chat_message_by_id(
        id=id, content={"new": True}, model_config_id=world.other_model
    )
    assert (rewritten.content, rewritten.model_config_id) == ({"new": True}, world.other_model)

    cleared = db.update_chat_message_by_id(id=id, content=None, model_config_id=None)
    assert (cleared.content, cleared.model_config_id) == (None, world.other_model)

    assert db.update_chat_message_by_id(id=0, content=None, model_config_id=None) is None


def test_the_user_sees_messages_for_users_from_a_message_on(db: Functions, world: World) -> None:
    chat = world.chat()
    first, second, _, last = (
        world.message(chat, visibility=visibility, created_at=NOON + timedelta(seconds=second))
        for second, visibility in enumerate(["user", "both", "model", "both"])
    )
    world.message(world.chat())
    seen = db.get_chat_messages_by_chat_id(chat_id=chat, after_id=0)
    assert [message.id for message in seen] == [first, second, last]
    newer = db.get_chat_messages_by_chat_id(chat_id=chat, after_id=first)
    assert [message.id for message in newer] == [second, last]


def test_without_a_summary_the_prompt_is_all_that_the_model_may_see(
    db: Functions, world: World
) -> None:
    chat = world.chat()
    system = world.message(chat, role="system", visibility="model")
    world.message(chat, visibility="user")
    asked = world.message(chat)
    prompt = db.get_chat_messages_for_prompt_by_chat_id(chat_id=chat)
    assert [message.id for message in prompt] == [system, asked]


def test_with_a_summary_the_prompt_is_what_the_summary_does_not_hold(
    db: Functions, world: World
) -> None:
    chat = world.chat()
    system = world.message(chat, role="system", visibility="model")
    world.message(chat)
    world.message(chat, visibility="model", compressed=True, created_at=NOON)
    world.message(chat, role="assistant")
    summary = world.message(chat, visibility="model", compressed=True)
    asked = world.message(chat)
    prompt = db.get_chat_messages_for_prompt_by_chat_id(chat_id=chat)
    assert {message.id for message in prompt} == {system, summary, asked}


def test_the_last_message_of_a_role(db: Functions, world: World) -> None:
    chat = world.chat()
    world.message(chat, role="assistant", created_at=NOON)
    tied, last = (
        world.message(chat, role="assistant", created_at=NOON + timedelta(minutes=1))
        for _ in range(2)
    )
    world.message(chat, role="user")
    message = db.get_last_chat_message_by_role(chat_id=chat, role="assistant")
    assert message is not None
    assert message.id == last > tied
    assert db.get_last_chat_message_by_role(chat_id=chat, role="tool") is None


def test_messages_are_deleted_from_a_message_on_or_all(db: Functions, world: World) -> None:
    chat, other = world.chat(), world.chat()
    first, second, _ = (world.message(chat) for _ in range(3))
    kept = world.message(other)
    left = "SELECT id FROM chat_messages ORDER BY id"

    assert db.delete_chat_messages_after_id(chat_id=chat, after_id=second) is None
    assert world.column(left) == [first, second, kept]

    assert db.delete_chat_messages_by_chat_id(chat_id=chat) is None
    assert world.column(left) == [kept]
