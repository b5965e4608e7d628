"""Work shared among processes, where the system can fork and there is enough to do."""

from __future__ import annotations

import gc
import marshal
import os
import sys
import threading
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import TypeVar, cast

Item = TypeVar("Item")
Result = TypeVar("Result")

#: A process costs as much as so many items.
_WORTH_A_PROCESS = 40
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
    parts = _parts(items, weights, _processes(len(items)))
    if len(parts) > 1:
        # What is there is left alone, so that its memory stays shared.
        gc.freeze()
    children = [_start(part, work, encode) for part in parts[1:]]
    results: list[Result | bytes] = [work(item) for item in parts[0]] if parts else []
    for part, child in zip(parts[1:], children, strict=True):
        # Whatever became of a process, its part gets done.
        results += (child and _finish(*child, len(part))) or [work(item) for item in part]
    gc.unfreeze()
    return results


def _processes(items: int) -> int:
    """How many processes are worth it; forking a process that has threads is not safe."""
    if not sys.platform.startswith("linux") or threading.active_count() > 1:
        return 1
    return max(1, min(len(os.sched_getaffinity(0)), items // _WORTH_A_PROCESS, _MOST))


def _parts(items: Sequence[Item], weights: Sequence[int], count: int) -> list[Sequence[Item]]:
    """The items in so many parts, one after another, of about the same weight."""
    sums = list(accumulate(weights))
    edges = [0]
    for number in range(1, count):
        share = sums[-1] * number / count
        edges.append(next(place for place, one in enumerate(sums) if one >= share))
    return [items[start:end] for start, end in zip(edges, [*edges[1:], len(items)], strict=True)]


def _start(
    part: Sequence[Item],
    work: Callable[[Item], Result],
    encode: Callable[[Item, Result], bytes],
) -> tuple[int, int] | None:
    """A process that does a part: its id, and where its results can be read."""
    try:
        reading, writing = os.pipe()
        process = os.fork()
    except OSError:
        return None
    if process:
        os.close(writing)
        return process, reading
    status = 1
    try:
        os.close(reading)
        with os.fdopen(writing, "wb") as file:
            file.write(marshal.dumps([encode(item, work(item)) for item in part]))
        status = 0
    finally:
        # Nothing that the parent has begun is the child's to end.
        os._exit(status)


def _finish(process: int, reading: int, count: int) -> list[bytes] | None:
    """What a process has found; None if it came to nothing."""
    with os.fdopen(reading, "rb") as file:
        content = file.read()
    _, status = os.waitpid(process, 0)
    if status:
        return None
    found = cast("list[bytes]", marshal.loads(content))
    return found if len(found) == count else None
