"""Work is shared among processes, and done whatever becomes of them."""

from __future__ import annotations

import marshal
import os
import threading
import time
from collections.abc import Iterator, Sequence
from itertools import chain

import pytest

from codegen import workers
from codegen.workers import begun, processes, shared

ITEMS = list(range(200))

pytestmark = pytest.mark.skipif(processes() == 1, reason="there is one processor, or no fork")


def doubled(item: int) -> int:
    return item * 2


def sent(items: Sequence[int], results: Sequence[int]) -> Iterator[bytes]:
    yield marshal.dumps(list(results))


def dying(items: Sequence[int], results: Sequence[int]) -> Iterator[bytes]:
    if os.getpid():
        os._exit(3)
    yield b""


def failing(items: Sequence[int], results: Sequence[int]) -> Iterator[bytes]:
    raise ValueError
    yield b""


def results(send: workers.Send[int, int], together: int = 1) -> list[list[int]]:
    shares = shared(ITEMS, [1] * len(ITEMS), lambda item: item // together, doubled, send)
    return [list(one.results) or marshal.loads(one.content) for one in shares]


@pytest.mark.parametrize("send", [sent, dying, failing])
def test_all_of_it_is_done_in_order(send: workers.Send[int, int]) -> None:
    found = results(send)
    assert len(found) > 1
    assert list(chain(*found)) == list(map(doubled, ITEMS))


def test_what_belongs_together_stays_so_where_it_costs_little() -> None:
    assert all(len(one) % 5 == 0 for one in results(sent, together=5))
    assert len(results(sent, together=len(ITEMS))) > 1


def test_little_work_is_not_shared() -> None:
    (share,) = shared(ITEMS[:10], [1] * 10, doubled, doubled, sent)
    assert share.results == [doubled(item) for item in ITEMS[:10]]
    (none,) = shared([], [], doubled, doubled, sent)
    assert not none.results


def test_nothing_is_forked_beside_threads() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert processes() == 1
        assert begun(lambda: iter([b""])) is None
    finally:
        done.set()
        thread.join()


@pytest.mark.parametrize("size", [0, 1, 3_000_000])
def test_pieces_come_as_they_were_sent(size: int) -> None:
    pieces = [b"x" * size, b"", b"last"]
    task = begun(lambda: iter(pieces))
    assert task
    assert [task.next() for _ in range(4)] == [*pieces, None]
    assert task.next() is None


def test_a_process_that_dies_in_the_middle_has_sent_what_was_whole() -> None:
    def half() -> Iterator[bytes]:
        yield b"first"
        raise ValueError

    task = begun(half)
    assert task
    assert (task.next(), task.next()) == (b"first", None)


def test_what_nobody_wants_any_more_ends() -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield b"x" * 1_000_000

    children = workers._BEGUN  # pyright: ignore[reportPrivateUsage]
    before = set(children)
    task = begun(endless)
    assert task
    ((_, process),) = children - before
    task.end()
    for _ in range(500):
        if os.waitpid(process, os.WNOHANG)[0]:
            return
        time.sleep(0.01)
    raise AssertionError(process)


def test_it_can_be_imported_where_there_are_no_processes_of_that_kind() -> None:
    import subprocess
    import sys

    program = (
        "import os, signal, sys;"
        "del os.fork, os.register_at_fork, os.WNOHANG, os.sched_getaffinity, signal.SIGKILL;"
        "sys.platform = 'win32'; sys.modules['fcntl'] = None;"
        "from codegen.workers import begun; assert begun(lambda: iter([b''])) is None"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
