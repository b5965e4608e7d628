"""A worker: acquires pending chats, keeps them alive, works on them, recovers what others left."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Event, Thread, current_thread
from time import monotonic
from uuid import UUID, uuid4

from examples.chatd import conversations, rules
from examples.chatd.language_model import Delegate, LanguageModel, Say
from examples.chatd.settings import Settings
from examples.chatd.subagents import Pool, delegate
from generated import chats
from generated.models import Chat

log = logging.getLogger("chatd")


@dataclass(slots=True)
class Worker:
    """Works in the thread that calls :meth:`run`, and in one more for every chat it holds.

    A thread for each chat, and not so many for all: a chat may wait for its subagents, and
    those may be acquired by the same worker. ``dsn`` is for connections that LISTEN, and so
    mustn't go through a pooler.
    """

    pool: Pool
    dsn: str
    model: LanguageModel
    settings: Settings = field(default_factory=Settings)
    name: str = "worker"
    id: UUID = field(default_factory=uuid4)
    _held: dict[UUID, Chat] = field(default_factory=dict[UUID, Chat])
    _threads: set[Thread] = field(default_factory=set[Thread])
    _last: dict[str, float] = field(default_factory=dict[str, float])

    def run(self, stop: Event) -> None:
        """Works until ``stop`` is set, then finishes the chats that it holds."""
        while not stop.is_set():
            self.tick()
            stop.wait(self.settings.tick)
        for thread in list(self._threads):
            while thread.is_alive():
                thread.join(self.settings.heartbeat)
                self.send_heartbeats()

    def tick(self) -> None:
        """One round: whatever is due, and new chats."""
        if self._is_due("heartbeat", self.settings.heartbeat):
            self.send_heartbeats()
        if self._is_due("recover", self.settings.recover_every):
            self.recover()
        for chat in self.acquire():
            self._held[chat.id] = chat
            thread = Thread(target=self.work, args=[chat], name=str(chat.id))
            self._threads.add(thread)
            thread.start()

    def acquire(self) -> list[Chat]:
        """A batch of pending chats that are this worker's from now on."""
        with self.pool.connection() as conn:
            acquired = chats.acquire_chats(
                conn,
                started_at=datetime.now(UTC),
                worker_id=self.id,
                num_chats=self.settings.batch,
            )
        if acquired:
            log.info("%s acquired %d chats", self.name, len(acquired))
        return acquired

    def send_heartbeats(self) -> None:
        """Says of every chat in hand that its worker is alive."""
        for chat_id in list(self._held):
            with self.pool.connection() as conn:
                alive = chats.update_chat_heartbeat(conn, id=chat_id, worker_id=self.id)
            lost = None if alive else self._held.pop(chat_id, None)
            if lost is not None:
                # Its thread finds out by itself as soon as it wants to write.
                log.info("%s has lost chat %s", self.name, chat_id)

    def recover(self) -> list[Chat]:
        """Makes chats pending again whose worker is gone."""
        with self.pool.connection() as conn:
            recovered = conversations.recover(conn, self.settings)
        for chat in recovered:
            log.info("%s recovered chat %r", self.name, chat.title)
        return recovered

    def work(self, held: Chat) -> None:
        """Answers the chat's messages until none is left, or until it is lost."""
        try:
            while self._take_turn(held):
                pass
        except (rules.LostChat, rules.ChatNotFound):
            log.info("%s stops working on %r: it is another's now", self.name, held.title)
        except Exception as error:
            self._fail(held, error)
        finally:
            # If the chat was lost and acquired again, it is a younger thread's by now.
            if self._held.get(held.id) is held:
                self._held.pop(held.id, None)
            self._threads.discard(current_thread())

    def _take_turn(self, held: Chat) -> bool:
        with self.pool.connection() as conn:
            prompt = chats.get_chat_messages_for_prompt_by_chat_id(conn, chat_id=held.id)
        # No connection is held while the model thinks.
        match self.model.answer(prompt):
            case Say(text):
                with self.pool.connection() as conn:
                    return conversations.finish_turn(conn, held, text)
            case Delegate(tasks):
                delegate(self.pool, self.dsn, held, tasks, self.settings)
                return True

    def _fail(self, held: Chat, error: Exception) -> None:
        log.info("%s failed on %r: %s", self.name, held.title, error)
        try:
            with self.pool.connection() as conn:
                conversations.fail(conn, held, str(error))
        except (rules.LostChat, rules.ChatNotFound):
            pass

    def _is_due(self, what: str, seconds: float) -> bool:
        now = monotonic()
        if now - self._last.get(what, float("-inf")) < seconds:
            return False
        self._last[what] = now
        return True
