"""Messages that wait because the chat is busy."""

from __future__ import annotations

from psycopg.types.json import Jsonb

from generated import models
from tests.runtime.conftest import Functions
from tests.runtime.world import World

LEFT = "SELECT id FROM chat_queued_messages ORDER BY id"


def test_a_message_is_queued(db: Functions, world: World) -> None:
    chat = world.chat()
    queued = db.insert_chat_queued_message(chat_id=chat, content={"text": "later"})
    assert isinstance(queued, models.ChatQueuedMessage)
    assert (queued.chat_id, queued.content) == (chat, {"text": "later"})


def test_json_null_can_be_queued(db: Functions, world: World) -> None:
    queued = db.insert_chat_queued_message(chat_id=world.chat(), content=Jsonb(None))
    assert queued.content is None
    assert world.value("SELECT content = 'null' FROM chat_queued_messages") is True


def test_the_queue_is_listed_in_order(db: Functions, world: World) -> None:
    chat = world.chat()
    ids = [world.queued(chat) for _ in range(3)]
    world.queued(world.chat())
    assert [message.id for message in db.get_chat_queued_messages(chat_id=chat)] == ids


def test_messages_are_popped_oldest_first_until_none_is_left(db: Functions, world: World) -> None:
    chat = world.chat()
    for text in ("first", "second"):
        world.queued(chat, text)
    other = world.queued(world.chat())
    popped = [db.pop_next_queued_message(chat_id=chat) for _ in range(3)]
    assert [message and message.content for message in popped] == ["first", "second", None]
    assert world.column(LEFT) == [other]


def test_a_queued_message_is_deleted_only_from_its_own_chat(db: Functions, world: World) -> None:
    chat, other = world.chat(), world.chat()
    id = world.queued(chat)
    assert db.delete_chat_queued_message(id=id, chat_id=other) is None
    assert world.column(LEFT) == [id]
    assert db.delete_chat_queued_message(id=id, chat_id=chat) is None
    assert world.column(LEFT) == []


def test_a_queue_is_emptied(db: Functions, world: World) -> None:
    chat, other = world.chat(), world.chat()
    for _ in range(3):
        world.queued(chat)
    kept = world.queued(other)
    assert db.delete_all_chat_queued_messages(chat_id=chat) is None
    assert world.column(LEFT) == [kept]
