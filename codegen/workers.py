"""Work shared among processes, where the system can fork and there is enough to do."""

from __future__ import annotations

import gc
import marshal
import os
import sys
import threading
from collections.abc import Callable, Sequence
from functools import partial
from itertools import accumulate
from select import select
from typing import TypeVar, cast

from codegen.records import dataclass

Item = TypeVar("Item")
Result = TypeVar("Result")

#: A process costs as much as so many items.
WORTH_A_PROCESS = 40
_MOST = 8


def shared(
    items: Sequence[Item],
    weights: Sequence[int],
    work: Callable[[Item], Result],
    encode: Callable[[Item, Result], bytes],
) -> list[Result | bytes]:
    """The results in the order of the items: as they are, or encoded if another process had them.

    ``weights`` say how long each item takes, in any unit. ``work`` must not raise, and not depend
    on what it has done before.
    """
    count = min(processes(), len(items) // WORTH_A_PROCESS, _MOST)
    parts = _parts(items, weights, max(count, 1))
    if len(parts) > 1:
        # What is there is left alone, so that its memory stays shared.
        gc.freeze()
    tasks = [begun(partial(_encoded, part, work, encode)) for part in parts[1:]]
    results: list[Result | bytes] = [work(item) for item in parts[0]] if parts else []
    for part, task in zip(parts[1:], tasks, strict=True):
        # Whatever became of a process, its part gets done.
        content = task.result() if task else None
        results += cast("list[bytes]", marshal.loads(content)) if content else map(work, part)
    gc.unfreeze()
    return results


def processes() -> int:
    """How many processes can work at once; forking one that has threads is not safe."""
    if not sys.platform.startswith("linux") or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def _parts(items: Sequence[Item], weights: Sequence[int], count: int) -> list[Sequence[Item]]:
    """The items in so many parts, one after another, of about the same weight."""
    sums = list(accumulate(weights))
    edges = [0]
    for number in range(1, count):
        share = sums[-1] * number / count
        edges.append(next(place for place, one in enumerate(sums) if one >= share))
    return [items[start:end] for start, end in zip(edges, [*edges[1:], len(items)], strict=True)]


def _encoded(
    part: Sequence[Item],
    work: Callable[[Item], Result],
    encode: Callable[[Item, Result], bytes],
) -> bytes:
    return marshal.dumps([encode(item, work(item)) for item in part])


@dataclass(frozen=True, slots=True)
class Task:
    """Work that another process does."""

    _process: int
    _reading: int

    def is_done(self) -> bool:
        """Whether it has come to something, or to nothing."""
        return bool(select([self._reading], [], [], 0)[0])

    def result(self) -> bytes | None:
        """What it came to, once it is there; None if to nothing. To be asked for once."""
        with os.fdopen(self._reading, "rb") as file:
            content = file.read()
        _, status = os.waitpid(self._process, 0)
        return None if status else content


def begun(work: Callable[[], bytes]) -> Task | None:
    """Begins some work in another process; None where that can't be.

    Where ``work`` raises, it comes to nothing.
    """
    if processes() == 1:
        return None
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
        return Task(process, reading)
    status = 1
    try:
        os.close(reading)
        with os.fdopen(writing, "wb") as file:
            file.write(work())
        status = 0
    finally:
        # Nothing that the parent has begun is the child's to end.
        os._exit(status)
