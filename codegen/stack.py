"""Room for deep recursion: expressions of thousands of terms are trees thousands of nodes deep."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

#: Bytes of stack; only what is used of them costs memory.
_STACK = 1 << 29
#: Calls of Python functions, as many as surely fit.
_CALLS = 400_000
_NAME = "codegen-deep"


def with_room(function: Callable[[], T]) -> T:
    """What the function gives; where the stack is too small for it, it runs again on a larger one.

    So it has to be one that leaves nothing half done. Raises RecursionError where the larger one is
    too small as well, and whatever the function raises.
    """
    try:
        return function()
    except RecursionError:
        if threading.current_thread().name == _NAME:
            raise
    return _on_a_large_stack(function)


def _on_a_large_stack(function: Callable[[], T]) -> T:
    results: list[T] = []
    failures: list[BaseException] = []

    def run() -> None:
        try:
            results.append(function())
        except BaseException as caught:
            failures.append(caught)

    size, limit = threading.stack_size(_STACK), sys.getrecursionlimit()
    sys.setrecursionlimit(_CALLS)
    try:
        thread = threading.Thread(target=run, name=_NAME)
        thread.start()
        thread.join()
    finally:
        sys.setrecursionlimit(limit)
        threading.stack_size(size)
    if failures:
        raise failures[0]
    return results[0]
