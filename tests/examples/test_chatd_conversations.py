"""The daemon's transactions, its walk up the parents, and its wait for another chat."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from threading import Timer
from time import monotonic
from uuid import uuid4

import psycopg
import pytest

from examples.chatd import conversations, rules
from examples.chatd.aio import ancestry as aio_ancestry
from examples.chatd.aio.waiting import wait_until_settled as aio_wait_until_settled
from examples.chatd.ancestry import ancestors, is_descendant
from examples.chatd.settings import Settings
from examples.chatd.waiting import wait_until_settled
from generated import chats
from generated.models import Chat, ChatMessage, ChatQueuedMessage, ChatStatus
from tests.examples.conftest import Connection
from tests.runtime.world import World

Start = Callable[..., Chat]


def _acquire_one(conn: Connection) -> Chat:
    (chat,) = chats.acquire_chats(
        conn, started_at=rules.seconds_ago(0), worker_id=uuid4(), num_chats=1
    )
    return chat


def test_a_started_chat_is_pending_with_its_first_messages(conn: Connection, start: Start) -> None:
    chat = start("hello")
    assert chat.status is ChatStatus.PENDING
    prompt = chats.get_chat_messages_for_prompt_by_chat_id(conn, chat_id=chat.id)
    assert [message.role for message in prompt] == ["system", "user"]
    assert rules.text_of(prompt[-1].content) == "hello"


def test_a_subagent_knows_its_parent_and_its_root(start: Start) -> None:
    root = start("root")
    child = start("child", parent=root)
    grandchild = start("grandchild", parent=child)
    assert (child.parent_chat_id, child.root_chat_id) == (root.id, root.id)
    assert (grandchild.parent_chat_id, grandchild.root_chat_id) == (child.id, root.id)


def test_a_message_to_an_idle_chat_is_written_and_to_a_busy_one_queued(
    conn: Connection, start: Start, settings: Settings
) -> None:
    chat = start("hello")
    assert isinstance(conversations.send(conn, chat.id, "2", settings), ChatQueuedMessage)
    conversations.set_status(conn, chat.id, ChatStatus.WAITING)
    assert isinstance(conversations.send(conn, chat.id, "3", settings), ChatMessage)
    again = chats.get_chat_by_id(conn, id=chat.id)
    assert again is not None
    assert again.status is ChatStatus.PENDING


def test_a_queue_is_full_at_its_limit(conn: Connection, start: Start, settings: Settings) -> None:
    chat = start("hello")
    short = replace(settings, queue_limit=1)
    conversations.send(conn, chat.id, "fits", short)
    with pytest.raises(rules.QueueFull):
        conversations.send(conn, chat.id, "doesn't", short)


def test_a_turn_takes_the_next_queued_message_or_hands_the_chat_back(
    conn: Connection, start: Start, settings: Settings
) -> None:
    chat = start("hello")
    conversations.send(conn, chat.id, "more", settings)
    held = _acquire_one(conn)
    assert conversations.finish_turn(conn, held, "first answer") is True
    assert conversations.finish_turn(conn, held, "second answer") is False
    seen = chats.get_chat_messages_by_chat_id(conn, chat_id=chat.id, after_id=0)
    assert [rules.text_of(message.content) for message in sorted(seen, key=lambda m: m.id)] == [
        "hello",
        "first answer",
        "more",
        "second answer",
    ]
    with pytest.raises(rules.LostChat):
        conversations.finish_turn(conn, held, "too late")


def test_a_failed_chat_says_why(conn: Connection, start: Start) -> None:
    chat = start("hello")
    conversations.fail(conn, _acquire_one(conn), "no power")
    failed = chats.get_chat_by_id(conn, id=chat.id)
    assert failed is not None
    assert (failed.status, failed.last_error) == (ChatStatus.ERROR, "no power")


def test_a_worker_that_lost_a_chat_and_got_it_again_holds_only_the_second(
    conn: Connection, start: Start
) -> None:
    start("hello")
    first = _acquire_one(conn)
    assert first.worker_id is not None
    conversations.set_status(conn, first.id, ChatStatus.PENDING)
    (second,) = chats.acquire_chats(
        conn, started_at=rules.seconds_ago(0), worker_id=first.worker_id, num_chats=1
    )
    assert conversations.lock_held(conn, second).id == first.id
    with pytest.raises(rules.LostChat):
        conversations.lock_held(conn, first)


def test_only_chats_of_silent_workers_are_recovered(
    conn: Connection, start: Start, settings: Settings
) -> None:
    for text in ("silent", "alive"):
        start(text)
    silent, alive = _acquire_one(conn), _acquire_one(conn)
    conn.execute(
        "UPDATE chats SET heartbeat_at = now() - interval '1 hour' WHERE id = %s", [silent.id]
    )
    recovered = conversations.recover(conn, settings)
    assert [(chat.id, chat.status) for chat in recovered] == [(silent.id, ChatStatus.PENDING)]
    assert conversations.lock_held(conn, alive).id == alive.id
    assert conversations.recover(conn, settings) == []


@pytest.mark.parametrize("depth", [1, 2, 10])
def test_ancestors_come_from_the_bottom_up_by_one_query_each(
    conn: Connection, world: World, depth: int
) -> None:
    ids = [world.chat()]
    for _ in range(depth):
        ids.append(world.chat(parent_chat_id=ids[-1]))
    bottom = chats.get_chat_by_id(conn, id=ids[-1])
    assert bottom is not None
    assert [chat.id for chat in ancestors(conn, bottom)] == ids[-2::-1]
    assert is_descendant(conn, bottom, ids[0])
    assert not is_descendant(conn, bottom, ids[-1])
    assert not is_descendant(conn, bottom, uuid4())


def test_a_circle_of_parents_ends_the_walk(
    conn: Connection, world: World, chats_database: str
) -> None:
    one = world.chat()
    two = world.chat(parent_chat_id=one)
    conn.execute("UPDATE chats SET parent_chat_id = %s WHERE id = %s", [two, one])
    chat = chats.get_chat_by_id(conn, id=one)
    assert chat is not None
    assert [ancestor.id for ancestor in ancestors(conn, chat)] == [two]
    assert not is_descendant(conn, chat, uuid4())

    async def walk() -> bool:
        async with await psycopg.AsyncConnection.connect(chats_database) as aio_conn:
            found = [ancestor.id async for ancestor in aio_ancestry.ancestors(aio_conn, chat)]
            assert found == [two]
            return await aio_ancestry.is_descendant(aio_conn, chat, two)

    assert asyncio.run(walk())


def _settle_later(dsn: str, chat: Chat, *, notify: bool) -> Timer:
    def settle() -> None:
        with psycopg.connect(dsn, autocommit=True) as conn:
            if notify:
                conversations.set_status(conn, chat.id, ChatStatus.COMPLETED)
            else:
                conn.execute("UPDATE chats SET status = 'completed'")

    timer = Timer(0.3, settle)
    timer.start()
    return timer


def _wait_sync(dsn: str, chat: Chat, settings: Settings) -> Chat:
    return wait_until_settled(dsn, chat.id, settings)


def _wait_async(dsn: str, chat: Chat, settings: Settings) -> Chat:
    return asyncio.run(aio_wait_until_settled(dsn, chat.id, settings))


both_flavours = pytest.mark.parametrize("wait", [_wait_sync, _wait_async])
Wait = Callable[[str, Chat, Settings], Chat]


@both_flavours
def test_a_notification_wakes_who_waits(
    wait: Wait, chats_database: str, start: Start, settings: Settings
) -> None:
    chat = start("hello")
    timer, began = _settle_later(chats_database, chat, notify=True), monotonic()
    assert wait(chats_database, chat, settings).status is ChatStatus.COMPLETED
    assert monotonic() - began < settings.wait_poll / 4
    timer.join()


@both_flavours
def test_a_lost_notification_is_made_up_for_by_looking(
    wait: Wait, chats_database: str, start: Start, settings: Settings
) -> None:
    chat = start("hello")
    timer = _settle_later(chats_database, chat, notify=False)
    polling = replace(settings, wait_poll=0.1)
    assert wait(chats_database, chat, polling).status is ChatStatus.COMPLETED
    timer.join()


@both_flavours
def test_waiting_ends_in_time_and_for_unknown_chats(
    wait: Wait, chats_database: str, start: Start, settings: Settings
) -> None:
    chat = start("hello")
    with pytest.raises(TimeoutError):
        wait(chats_database, chat, replace(settings, wait_timeout=0.1))
    with pytest.raises(rules.ChatNotFound):
        wait(chats_database, replace(chat, id=uuid4()), settings)
