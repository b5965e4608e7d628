"""Source files and places in them."""

from __future__ import annotations

import re
from bisect import bisect_right

from codegen.records import dataclass, field


@dataclass(frozen=True, slots=True)
class Source:
    """A text and the path that messages name it by."""

    path: str
    text: str
    _line_starts: list[int] = field(default_factory=list[int], repr=False, compare=False)

    def line_starts(self) -> list[int]:
        """Offsets of the first character of every line."""
        if not self._line_starts:
            self._line_starts.append(0)
            self._line_starts.extend(found.end() for found in re.finditer("\n", self.text))
        return self._line_starts

    def position(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column, in characters, of an offset."""
        starts = self.line_starts()
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a 1-based line, without its line ending."""
        starts = self.line_starts()
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")


@dataclass(frozen=True, slots=True)
class Span:
    """The characters from ``start`` up to, not including, ``end`` of a source."""

    source: Source
    start: int
    end: int

    @property
    def position(self) -> tuple[int, int]:
        """The 1-based line and column where the span starts."""
        return self.source.position(self.start)

    @property
    def text(self) -> str:
        """The characters of the span."""
        return self.source.text[self.start : self.end]


def on_line(source: Source, number: int, text: str) -> Span | None:
    """The first place of a text in a 1-based line; None where the line doesn't have it."""
    column = source.line(number).find(text) if number <= len(source.line_starts()) else -1
    if column < 0:
        return None
    start = source.line_starts()[number - 1] + column
    return Span(source, start, start + len(text))
