"""A schema read on from where it is as it was the last time.

Who works at a schema changes the same place again and again. So the first time that something has
changed, the state in front of that place is kept, and later it is enough to read on from there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import NamedTuple

from codegen.records import dataclass
from codegen.schema.state import State
from codegen.source import Source

#: The state is kept where it saves reading so many characters: writing it takes as long as reading
#: some thousands.
WORTH_KEEPING = 20_000


class Position(NamedTuple):
    """A place between two statements: how many files are read, and how much of the next one."""

    file: int
    offset: int


START = Position(0, 0)


class Past(NamedTuple):
    """What is known of a schema from the last time: its files, each as a path and a text, and a
    ``state`` in some form with its position, if one was kept."""

    files: tuple[tuple[str, str], ...]
    position: Position = START
    state: bytes | None = None


@dataclass(slots=True, eq=False)
class Resuming:
    """The reading of a schema with a past; ``now`` is what there is to know the next time.

    ``encode`` makes bytes of a state and ``decode`` a state of bytes, both with the files as they
    are now, and give None where that can't be.
    """

    past: Past | None
    encode: Callable[[State, Sequence[Source]], bytes | None]
    decode: Callable[[bytes, Sequence[Source]], State | None]
    now: Past | None = None
    _sources: Sequence[Source] = ()
    _change: Position | None = None

    def resumed(self, sources: Sequence[Source]) -> tuple[State, Position] | None:
        """The state to read on with, and from where; None where all has to be read."""
        files = tuple((one.path, one.text) for one in sources)
        past, self.now = self.past, Past(files)
        self._sources, self._change = sources, None
        if past is None:
            return None
        change = self._change = _first_difference(past.files, files)
        kept = past.state if past.position <= change else None
        state = self.decode(kept, sources) if kept is not None else None
        if state is None:
            return None
        self.now = past._replace(files=files)
        if _size(files, past.position, change) < WORTH_KEEPING:
            self._change = None
        return state, past.position

    def forget(self) -> None:
        """Has all be read."""
        self.past = None

    def passing(self, state: State, position: Position, end: Position) -> None:
        """Takes note of the state at a position, before the statement up to the ``end`` is read:
        if that is the first one that isn't as it was."""
        change, now = self._change, self.now
        if change is None or now is None or end <= change:
            return
        self._change = None
        if _size(now.files, START, position) >= WORTH_KEEPING:
            self.now = Past(now.files, position, self.encode(state, self._sources))


def _first_difference(one: Sequence[tuple[str, str]], other: Sequence[tuple[str, str]]) -> Position:
    pairs = zip(one, other, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    if same == min(len(one), len(other)) or one[same][0] != other[same][0]:
        return Position(same, 0)
    return Position(same, _common(one[same][1], other[same][1]))


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[least:middle] == other[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least


def _size(files: Sequence[tuple[str, str]], start: Position, end: Position) -> int:
    """How many characters there are from one position to another."""
    whole = sum(len(text) for _, text in files[start.file : end.file])
    return whole + end.offset - start.offset
