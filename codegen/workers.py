"""Work shared among processes, where the system can fork and there is enough to do."""

from __future__ import annotations

import atexit
import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import accumulate
from select import select
from typing import Generic, TypeVar

from codegen.records import dataclass

Item = TypeVar("Item")
Result = TypeVar("Result")

#: What a process sends of items and their results.
Send = Callable[[Sequence[Item], Sequence[Result]], Iterator[bytes]]

#: A process costs as much as so many items.
WORTH_A_PROCESS = 40
_MOST = 8
#: What this process does of the work, if the others do 1 each: more of what follows is theirs.
_OWN = 1.15
#: How much more or less than its share a process gets so that items stay together.
_TOLERANCE = 0.1
#: Bytes that a process can send before anybody reads them; the most that Linux allows everybody.
_PIPE = 1 << 20
_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Share(Generic[Item, Result]):
    """A part of some work: its items with their results, or the ``task`` of the process that has
    them and what it has sent first, its ``content``."""

    items: Sequence[Item]
    results: Sequence[Result]
    content: bytes = b""
    task: Task | None = None


def shared(
    items: Sequence[Item],
    weights: Sequence[int],
    together: Callable[[Item], Hashable],
    work: Callable[[Item], Result],
    send: Send[Item, Result],
) -> Iterator[Share[Item, Result]]:
    """The work on all items, in their order; this process's own share comes first.

    ``weights`` say how long each item takes, in any unit. Items that are the same ``together`` stay
    so, where that costs little. ``work`` must not raise, and not depend on what it has done before;
    of what ``send`` makes of results, another process sends at least one piece.
    """
    count = min(processes(), len(items) // WORTH_A_PROCESS, _MOST)
    parts = _parts(items, weights, together, max(count, 1))
    if len(parts) > 1:
        # What is there is left alone, so that its memory stays shared.
        gc.freeze()
    tasks = [begun(partial(_sent, part, work, send)) for part in parts[1:]]
    yield Share(parts[0], [work(item) for item in parts[0]])
    for part, task in zip(parts[1:], tasks, strict=True):
        content = task.next() if task else None
        # Whatever became of a process, its part gets done.
        results = [work(item) for item in part] if content is None else []
        yield Share(part, results, content or b"", task)
    gc.unfreeze()


def processes() -> int:
    """How many processes can work at once; forking one that has threads is not safe."""
    if not sys.platform.startswith("linux") or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def _parts(
    items: Sequence[Item],
    weights: Sequence[int],
    together: Callable[[Item], Hashable],
    count: int,
) -> list[Sequence[Item]]:
    """The items in so many parts, one after another, of about the weights that they should have."""
    sums = [0, *accumulate(weights)]
    places = [
        place
        for place in range(1, len(items))
        if together(items[place - 1]) != together(items[place])
    ]
    edges = [0]
    for number in range(count - 1):
        wanted = sums[-1] * (_OWN + number) / (_OWN + count - 1)
        edge = min(range(len(sums)), key=lambda place: abs(sums[place] - wanted))
        near = min(places, key=lambda place: abs(sums[place] - wanted), default=edge)
        is_near = abs(sums[near] - wanted) <= sums[-1] / count * _TOLERANCE
        edges.append(max(edges[-1], near if is_near else edge))
    return [items[start:end] for start, end in zip(edges, [*edges[1:], len(items)], strict=True)]


def _sent(
    part: Sequence[Item],
    work: Callable[[Item], Result],
    send: Send[Item, Result],
) -> Iterator[bytes]:
    yield from send(part, [work(item) for item in part])


class Task:
    """Work that another process does, and sends in pieces."""

    def __init__(self, reading: int) -> None:
        self._file = os.fdopen(reading, "rb")

    def is_silent(self) -> bool:
        """Whether nothing has come yet."""
        return not select([self._file], [], [], 0)[0]

    def next(self) -> bytes | None:
        """The next piece, once it is there; None if there is none."""
        if self._file.closed:
            return None
        length = self._file.read(_LENGTH)
        size = int.from_bytes(length, "little") if len(length) == _LENGTH else -1
        content = self._file.read(size) if size >= 0 else b""
        if len(content) == size:
            return content
        self.end()
        return None

    def end(self) -> None:
        """Takes no more pieces: a process that has some ends when it sends them."""
        self._file.close()

    def __del__(self) -> None:
        self.end()


#: Processes that were begun and not waited for yet, each with the one that has begun it: after a
#: fork of somebody else's they are no children any more.
_BEGUN: set[tuple[int, int]] = set()


@atexit.register
def _end_all() -> None:
    for parent, process in _BEGUN:
        if parent == os.getpid():
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
    _wait(0)


def _wait(options: int) -> None:
    for parent, process in tuple(_BEGUN):
        if parent != os.getpid():
            continue
        with suppress(ChildProcessError):
            if not os.waitpid(process, options)[0]:
                continue
        _BEGUN.discard((parent, process))


def begun(work: Callable[[], Iterator[bytes]]) -> Task | None:
    """Begins some work in another process; None where that can't be.

    Where ``work`` raises, no more pieces come.
    """
    if processes() == 1:
        return None
    _wait(os.WNOHANG)
    try:
        reading, writing = os.pipe()
    except OSError:
        return None
    try:
        process = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return None
    if process:
        os.close(writing)
        _BEGUN.add((os.getpid(), process))
        return Task(reading)
    status = 1
    try:
        os.close(reading)
        _send(writing, work())
        status = 0
    finally:
        # Nothing that the parent has begun is the child's to end.
        os._exit(status)


def _send(writing: int, pieces: Iterator[bytes]) -> None:
    from fcntl import F_SETPIPE_SZ, fcntl

    with suppress(OSError):
        fcntl(writing, F_SETPIPE_SZ, _PIPE)
    with os.fdopen(writing, "wb") as file:
        for piece in pieces:
            file.write(len(piece).to_bytes(_LENGTH, "little") + piece)
            file.flush()
