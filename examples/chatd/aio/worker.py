"""A worker: acquires pending chats, keeps them alive, works on them, recovers what others left."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import monotonic
from uuid import UUID, uuid4

from examples.chatd import rules
from examples.chatd.aio import conversations
from examples.chatd.aio.subagents import Pool, delegate
from examples.chatd.language_model import AsyncLanguageModel, Delegate, Say
from examples.chatd.settings import Settings
from generated.aio import chats
from generated.models import Chat

log = logging.getLogger("chatd")


@dataclass(slots=True)
class Worker:
    """Works in the task that calls :meth:`run`, and in one more for every chat it holds.

    ``dsn`` is for connections that LISTEN, and so mustn't go through a pooler.
    """

    pool: Pool
    dsn: str
    model: AsyncLanguageModel
    settings: Settings = field(default_factory=Settings)
    name: str = "worker"
    id: UUID = field(default_factory=uuid4)
    _held: dict[UUID, asyncio.Task[None]] = field(default_factory=dict[UUID, asyncio.Task[None]])
    _tasks: set[asyncio.Task[None]] = field(default_factory=set[asyncio.Task[None]])
    _last: dict[str, float] = field(default_factory=dict[str, float])

    async def run(self, stop: asyncio.Event) -> None:
        """Works until ``stop`` is set, then finishes the chats that it holds."""
        while not stop.is_set():
            await self.tick()
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), self.settings.tick)
        while self._tasks:
            await asyncio.wait(self._tasks, timeout=self.settings.heartbeat)
            await self.send_heartbeats()

    async def tick(self) -> None:
        """One round: whatever is due, and new chats."""
        if self._is_due("heartbeat", self.settings.heartbeat):
            await self.send_heartbeats()
        if self._is_due("recover", self.settings.recover_every):
            await self.recover()
        for chat in await self.acquire():
            task = asyncio.create_task(self.work(chat), name=str(chat.id))
            self._held[chat.id] = task
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def acquire(self) -> list[Chat]:
        """A batch of pending chats that are this worker's from now on."""
        async with self.pool.connection() as conn:
            acquired = await chats.acquire_chats(
                conn,
                started_at=datetime.now(UTC),
                worker_id=self.id,
                num_chats=self.settings.batch,
            )
        if acquired:
            log.info("%s acquired %d chats", self.name, len(acquired))
        return acquired

    async def send_heartbeats(self) -> None:
        """Says of every chat in hand that its worker is alive."""
        for chat_id in list(self._held):
            async with self.pool.connection() as conn:
                alive = await chats.update_chat_heartbeat(conn, id=chat_id, worker_id=self.id)
            lost = None if alive else self._held.pop(chat_id, None)
            if lost is not None:
                log.info("%s has lost chat %s", self.name, chat_id)
                lost.cancel()

    async def recover(self) -> list[Chat]:
        """Makes chats pending again whose worker is gone."""
        async with self.pool.connection() as conn:
            recovered = await conversations.recover(conn, self.settings)
        for chat in recovered:
            log.info("%s recovered chat %r", self.name, chat.title)
        return recovered

    async def work(self, held: Chat) -> None:
        """Answers the chat's messages until none is left, or until it is lost."""
        try:
            while await self._take_turn(held):
                pass
        except (rules.LostChat, rules.ChatNotFound):
            log.info("%s stops working on %r: it is another's now", self.name, held.title)
        except Exception as error:
            await self._fail(held, error)
        finally:
            if self._held.get(held.id) is asyncio.current_task():
                self._held.pop(held.id, None)

    async def _take_turn(self, held: Chat) -> bool:
        async with self.pool.connection() as conn:
            prompt = await chats.get_chat_messages_for_prompt_by_chat_id(conn, chat_id=held.id)
        match await self.model.answer(prompt):
            case Say(text):
                async with self.pool.connection() as conn:
                    return await conversations.finish_turn(conn, held, text)
            case Delegate(tasks):
                await delegate(self.pool, self.dsn, held, tasks, self.settings)
                return True

    async def _fail(self, held: Chat, error: Exception) -> None:
        log.info("%s failed on %r: %s", self.name, held.title, error)
        try:
            async with self.pool.connection() as conn:
                await conversations.fail(conn, held, str(error))
        except (rules.LostChat, rules.ChatNotFound):
            pass

    def _is_due(self, what: str, seconds: float) -> bool:
        now = monotonic()
        if now - self._last.get(what, float("-inf")) < seconds:
            return False
        self._last[what] = now
        return True
