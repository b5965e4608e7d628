"""What a worker asks of a language model, and a model that needs no network."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from examples.chatd.rules import text_of
from generated.models import ChatMessage


@dataclass(frozen=True, slots=True)
class Say:
    """The model's answer to its user."""

    text: str


@dataclass(frozen=True, slots=True)
class Delegate:
    """The model wants these tasks done by subagents, and then to be asked again."""

    tasks: tuple[str, ...]


Answer = Say | Delegate


class LanguageModel(Protocol):
    """Answers a prompt; raises whatever it likes, and the chat then ends in an error."""

    def answer(self, prompt: Sequence[ChatMessage]) -> Answer: ...


class AsyncLanguageModel(Protocol):
    """The same for asyncio."""

    async def answer(self, prompt: Sequence[ChatMessage]) -> Answer: ...


@dataclass(frozen=True, slots=True)
class Parrot:
    """Says what it hears, after ``seconds``.

    "ask: a, b" gives the tasks a and b to subagents; "fail" fails.
    """

    seconds: float = 0

    def answer(self, prompt: Sequence[ChatMessage]) -> Answer:
        """What the parrot makes of the last message."""
        time.sleep(self.seconds)
        return _parrot(prompt[-1])


@dataclass(frozen=True, slots=True)
class AsyncParrot:
    """A :class:`Parrot` for asyncio."""

    seconds: float = 0

    async def answer(self, prompt: Sequence[ChatMessage]) -> Answer:
        """What the parrot makes of the last message."""
        await asyncio.sleep(self.seconds)
        return _parrot(prompt[-1])


def _parrot(message: ChatMessage) -> Answer:
    text = text_of(message.content)
    if text == "fail":
        raise RuntimeError("the parrot flew away")
    if message.role == "user" and text.startswith("ask: "):
        return Delegate(tuple(text.removeprefix("ask: ").split(", ")))
    return Say(f"You said: {text}")
