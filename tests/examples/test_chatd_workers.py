"""Workers of both flavours on one queue."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import AsyncExitStack, ExitStack
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread
from typing import Any
from uuid import UUID, uuid4

import pytest
from psycopg_pool import AsyncConnectionPool, ConnectionPool

from examples.chatd import conversations, rules
from examples.chatd.aio.waiting import wait_until_settled as aio_wait_until_settled
from examples.chatd.aio.worker import Worker as AsyncWorker
from examples.chatd.language_model import AsyncParrot, Parrot
from examples.chatd.settings import Settings
from examples.chatd.waiting import wait_until_settled
from examples.chatd.worker import Worker
from generated import chats
from generated.models import Chat, ChatStatus
from tests.examples.conftest import Connection, Way
from tests.runtime.world import World

Start = Callable[..., Chat]
Run = Callable[[Way, list[UUID], Settings, float], None]
ROOT = Path(__file__).parent.parent.parent


def _run_threads(way: Way, until: list[UUID], settings: Settings, thinking: float) -> None:
    stop = Event()
    with ExitStack() as stack:
        pool = stack.enter_context(ConnectionPool(way.pooled, kwargs=way.keywords, max_size=8))
        for _ in range(4):
            thread = Thread(
                target=Worker(pool, way.dsn, Parrot(thinking), settings).run, args=[stop]
            )
            stack.callback(thread.join)
            thread.start()
        stack.callback(stop.set)
        for id in until:
            wait_until_settled(way.dsn, id, settings)


def _run_tasks(way: Way, until: list[UUID], settings: Settings, thinking: float) -> None:
    async def run() -> None:
        stop = asyncio.Event()
        async with AsyncExitStack() as stack:
            pool = await stack.enter_async_context(
                AsyncConnectionPool(way.pooled, kwargs=way.keywords, max_size=8)
            )
            tasks = await stack.enter_async_context(asyncio.TaskGroup())
            stack.callback(stop.set)
            for _ in range(4):
                worker = AsyncWorker(pool, way.dsn, AsyncParrot(thinking), settings)
                tasks.create_task(worker.run(stop))
            for id in until:
                await aio_wait_until_settled(way.dsn, id, settings)

    asyncio.run(run())


both_flavours = pytest.mark.parametrize("run", [_run_threads, _run_tasks])


def _answers(conn: Connection) -> Counter[UUID]:
    rows = conn.execute("SELECT chat_id FROM chat_messages WHERE role = 'assistant'")
    return Counter(row[0] for row in rows)


@both_flavours
def test_four_workers_answer_every_chat_once(
    run: Run, conn: Connection, way: Way, start: Start, settings: Settings
) -> None:
    ids = [start(f"hello {number}").id for number in range(50)]
    run(way, ids, settings, 0)
    assert _answers(conn) == Counter(ids)


@both_flavours
def test_queued_messages_are_answered_in_order(
    run: Run, conn: Connection, way: Way, start: Start, settings: Settings
) -> None:
    chat = start("1")
    for text in ("2", "3"):
        conversations.send(conn, chat.id, text, settings)
    run(way, [chat.id], settings, 0)
    seen = chats.get_chat_messages_for_prompt_by_chat_id(conn, chat_id=chat.id)
    said = [rules.text_of(m.content) for m in sorted(seen, key=lambda m: m.id)][1:]
    assert said == ["1", "You said: 1", "2", "You said: 2", "3", "You said: 3"]


@both_flavours
def test_subagents_report_to_their_parent(
    run: Run, conn: Connection, way: Way, start: Start, settings: Settings
) -> None:
    chat = start("ask: this, that")
    run(way, [chat.id], settings, 0)
    children = chats.list_child_chats_by_parent_id(conn, parent_chat_id=chat.id)
    assert sorted(child.title for child in children) == ["that", "this"]
    seen = chats.get_chat_messages_by_chat_id(conn, chat_id=chat.id, after_id=0)
    reports = [rules.text_of(m.content) for m in seen if m.role == "tool"]
    assert reports == ["You said: this", "You said: that"]


@both_flavours
def test_a_failing_model_ends_the_chat_in_an_error_and_not_the_worker(
    run: Run, conn: Connection, way: Way, start: Start, settings: Settings
) -> None:
    failing, fine = start("fail"), start("hello")
    run(way, [failing.id, fine.id], settings, 0)
    failed = chats.get_chat_by_id(conn, id=failing.id)
    assert failed is not None
    assert (failed.status, failed.last_error) == (ChatStatus.ERROR, "the parrot flew away")
    assert _answers(conn) == Counter([fine.id])


@both_flavours
def test_a_chat_of_a_dead_worker_is_taken_up(
    run: Run, conn: Connection, way: Way, world: World, settings: Settings
) -> None:
    long_ago = rules.seconds_ago(3600)
    id = world.chat(status="running", worker_id=uuid4(), started_at=long_ago, heartbeat_at=long_ago)
    world.message(id)
    run(way, [id], settings, 0)
    assert _answers(conn) == Counter([id])


@both_flavours
def test_heartbeats_keep_a_slow_chat_from_being_recovered(
    run: Run, conn: Connection, way: Way, start: Start, settings: Settings
) -> None:
    chat = start("hello")
    run(way, [chat.id], replace(settings, stale_after=1, heartbeat=0.1), 2.5)
    assert _answers(conn) == Counter([chat.id])


@both_flavours
def test_a_chat_that_is_taken_away_gets_no_answer(
    run: Run, conn: Connection, way: Way, start: Start, settings: Settings
) -> None:
    chat, other = start("hello"), start("other")

    def take_away() -> None:
        while (now := chats.get_chat_by_id(conn, id=chat.id)) and now.worker_id is None:
            pass
        conversations.set_status(conn, chat.id, ChatStatus.PAUSED)

    thief = Thread(target=take_away)
    thief.start()
    run(way, [chat.id, other.id], settings, 0.5)
    thief.join()
    assert _answers(conn) == Counter([other.id])


@pytest.mark.slow
def test_the_demonstration_says_what_it_did() -> None:
    command: list[Any] = [sys.executable, "-m", "examples.chatd"]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert shown.count("recovered chat 'is anybody there?'") == 2
    assert shown.count("chats waiting: 29") == 2
    assert shown.count("'ask: look it up, count it' had 2 subagents") == 2
