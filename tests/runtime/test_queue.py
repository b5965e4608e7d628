"""The queue of chats: acquire, heartbeat, recover."""

from __future__ import annotations

import asyncio
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier
from uuid import UUID, uuid4

import psycopg
import pytest

from generated import chats, models
from generated.aio import chats as aio_chats
from tests.runtime.conftest import Functions
from tests.runtime.world import World

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
WORKERS = 4
PENDING = 200


def test_the_longest_waiting_chats_are_acquired(db: Functions, world: World) -> None:
    waiting = [
        world.chat(status="pending", updated_at=NOON + timedelta(minutes=minute))
        for minute in range(5)
    ]
    world.chat(status="waiting")
    worker, now = uuid4(), datetime.now(UTC)

    acquired = db.acquire_chats(started_at=now, worker_id=worker, num_chats=3)

    assert {chat.id for chat in acquired} == set(waiting[:3])
    for chat in acquired:
        assert chat.status is models.ChatStatus.RUNNING
        assert chat.worker_id == worker
        assert chat.started_at == chat.heartbeat_at == chat.updated_at == now
    assert len(db.acquire_chats(started_at=now, worker_id=worker, num_chats=10)) == 2
    assert db.acquire_chats(started_at=now, worker_id=worker, num_chats=10) == []


def test_no_chats_are_acquired_by_zero_and_a_negative_number_is_an_error(
    db: Functions, world: World
) -> None:
    world.chat(status="pending")
    assert db.acquire_chats(started_at=NOON, worker_id=uuid4(), num_chats=0) == []
    with pytest.raises(psycopg.errors.InvalidRowCountInLimitClause):
        db.acquire_chats(started_at=NOON, worker_id=uuid4(), num_chats=-1)


def test_open_transactions_do_not_get_the_same_chats(world: World, chats_database: str) -> None:
    for minute in range(35):
        world.chat(status="pending", updated_at=NOON + timedelta(minutes=minute))
    with psycopg.connect(chats_database) as one, psycopg.connect(chats_database) as two:
        first, second = (
            {
                chat.id
                for chat in chats.acquire_chats(
                    connection, started_at=NOON, worker_id=uuid4(), num_chats=10
                )
            }
            for connection in (one, two)
        )
    assert (len(first), len(second), len(first | second)) == (10, 10, 20)


def test_a_heartbeat_tells_whether_the_chat_is_still_ones_own(db: Functions, world: World) -> None:
    worker = uuid4()
    id = world.chat(status="running", worker_id=worker, heartbeat_at=NOON)
    assert db.update_chat_heartbeat(id=id, worker_id=worker) == 1
    assert world.value("SELECT heartbeat_at FROM chats") > NOON
    assert db.update_chat_heartbeat(id=id, worker_id=uuid4()) == 0
    world.connection.execute("UPDATE chats SET status = 'waiting'")
    assert db.update_chat_heartbeat(id=id, worker_id=worker) == 0


def test_running_chats_without_a_recent_heartbeat_are_stale(db: Functions, world: World) -> None:
    silent = world.chat(status="running", heartbeat_at=NOON)
    world.chat(status="running", heartbeat_at=NOON + timedelta(minutes=10))
    world.chat(status="running", heartbeat_at=None)
    world.chat(status="error", heartbeat_at=NOON)
    stale = db.get_stale_chats(stale_threshold=NOON + timedelta(minutes=5))
    assert [chat.id for chat in stale] == [silent]


def _pending(world: World) -> set[UUID]:
    return {world.chat(status="pending") for _ in range(PENDING)}


def _assert_each_acquired_once(acquired: list[list[UUID]], pending: set[UUID]) -> None:
    counts = Counter(id for ids in acquired for id in ids)
    assert set(counts) == pending
    assert set(counts.values()) == {1}
    assert sum(1 for ids in acquired if ids) > 1, "one worker took everything"


def test_concurrent_workers_acquire_each_chat_once(world: World, chats_database: str) -> None:
    pending = _pending(world)
    barrier = Barrier(WORKERS)

    def work(worker: UUID) -> list[UUID]:
        acquired: list[UUID] = []
        with psycopg.connect(chats_database, autocommit=True) as connection:
            barrier.wait()
            while batch := chats.acquire_chats(
                connection, started_at=NOON, worker_id=worker, num_chats=10
            ):
                assert len(batch) <= 10
                acquired += [chat.id for chat in batch]
        return acquired

    with ThreadPoolExecutor(WORKERS) as threads:
        acquired = list(threads.map(work, [uuid4() for _ in range(WORKERS)]))
    _assert_each_acquired_once(acquired, pending)


def test_concurrent_async_workers_acquire_each_chat_once(world: World, chats_database: str) -> None:
    pending = _pending(world)

    async def work(barrier: asyncio.Barrier) -> list[UUID]:
        acquired: list[UUID] = []
        connecting = psycopg.AsyncConnection.connect(chats_database, autocommit=True)
        async with await connecting as connection:
            await barrier.wait()
            while batch := await aio_chats.acquire_chats(
                connection, started_at=NOON, worker_id=uuid4(), num_chats=10
            ):
                acquired += [chat.id for chat in batch]
        return acquired

    async def work_together() -> list[list[UUID]]:
        barrier = asyncio.Barrier(WORKERS)
        return await asyncio.gather(*(work(barrier) for _ in range(WORKERS)))

    _assert_each_acquired_once(asyncio.run(work_together()), pending)
