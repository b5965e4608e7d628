"""Excerpts of sources, with marks under the characters that a message is about."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from codegen.records import dataclass
from codegen.source import Span

_TAB = 4
#: Cells of a terminal that a line of an excerpt has at most.
_WIDTH = 100
#: A span over more lines than this loses its middle.
_LINES = 6
#: Zero-width characters that join others; all other invisible ones are made visible.
_JOINERS = frozenset("\u200c\u200d")

#: A row of an excerpt: the number of the source's line, or None under it, and the text.
Row = tuple[int | None, str]


@dataclass(frozen=True, slots=True)
class Mark:
    """A place, the character that underlines it, what is said beside it, and colour codes."""

    span: Span
    char: str
    text: str = ""
    colour: str = ""
    off: str = ""

    @property
    def lines(self) -> tuple[int, int]:
        """The numbers of the first and the last line."""
        last = max(self.span.end - 1, self.span.start)
        return self.span.position[0], self.span.source.position(last)[0]

    def painted(self, text: str) -> str:
        """The text in the mark's colour."""
        return f"{self.colour}{text}{self.off}"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as a terminal shows it: the text of each character, and the cell where it starts.

    ``first`` and ``last`` bound the characters that there is room for.
    """

    shown: tuple[str, ...]
    cells: tuple[int, ...]
    first: int = 0
    last: int = 0

    @property
    def text(self) -> str:
        """What is shown of it."""
        left, right = "…" * (self.first > 0), "…" * (self.last < len(self.shown))
        return f"{left}{''.join(self.shown[self.first : self.last])}{right}"

    def cell(self, column: int) -> int:
        """The cell, in the text that is shown, of the character with a 0-based number."""
        column = min(max(column, self.first), self.last)
        return self.cells[column] - self.cells[self.first] + (self.first > 0)


def excerpt(marks: Sequence[Mark]) -> list[Row]:
    """The line of the marks with the marks under it; a single one may span several lines.

    Several marks have to be on one line and not to overlap.
    """
    first, last = marks[0].lines
    if first != last:
        return _block(marks[0], first, last)
    spans = [mark.span for mark in marks]
    offset = spans[0].source.line_starts()[first - 1]
    start, end = (min(span.start for span in spans), max(span.end for span in spans))
    line = _line(spans[0].source.line(first), start - offset, end - offset)
    placed = sorted(
        (
            (line.cell(mark.span.start - offset), _width_of(line, mark, offset), mark)
            for mark in marks
        ),
        key=lambda one: one[0],
    )
    return [(first, line.text), *((None, row) for row in _underlines(placed))]


def _width_of(line: _Line, mark: Mark, offset: int) -> int:
    return max(line.cell(mark.span.end - offset) - line.cell(mark.span.start - offset), 1)


def _underlines(placed: Sequence[tuple[int, int, Mark]]) -> list[str]:
    """The row of marks, ending in the last one's text, and rows for the texts of the others."""
    row, at = "", 0
    for cell, width, mark in placed:
        row += " " * (cell - at) + mark.painted(mark.char * width)
        at = cell + width
    *others, (_, _, last) = placed
    rows = [f"{row} {last.painted(last.text)}" if last.text else row]
    for cell, _, mark in reversed(others):
        if mark.text:
            rows.append(" " * cell + mark.painted(mark.text))
    return rows


def _block(mark: Mark, first: int, last: int) -> list[Row]:
    """Several lines with a bracket at their left from the first to the last character."""
    source = mark.span.source
    starts = source.line_starts()
    column = mark.span.start - starts[first - 1]
    opening = _line(source.line(first), column, column + 1)
    bar = mark.painted("|")
    if source.line(first)[:column].strip():
        line = mark.painted("_" * (opening.cell(column) + 1) + mark.char)
        rows: list[Row] = [(first, f"  {opening.text}"), (None, f" {line}")]
    else:
        rows = [(first, f"{mark.painted('/')} {opening.text}")]
    for number in _shown_numbers(first + 1, last):
        rows.append(
            (number, f"{bar} {_line(source.line(number)).text}") if number else (None, "...")
        )
    end = mark.span.end - 1 - starts[last - 1]
    closing = _line(source.line(last))
    line = mark.painted("_" * (closing.cell(min(end, len(closing.shown))) + 1) + mark.char)
    rows.append((None, f"{bar}{line}" + (f" {mark.painted(mark.text)}" if mark.text else "")))
    return rows


def _shown_numbers(first: int, last: int) -> list[int]:
    """The numbers of the lines to show; 0 stands for those that are left out."""
    if last - first < _LINES:
        return list(range(first, last + 1))
    return [first, first + 1, 0, last - 1, last]


def _line(text: str, start: int = 0, end: int = 0) -> _Line:
    """The line, with as much of it as there is room for around these characters."""
    shown, cells = _expanded(text)
    first, last = 0, len(shown)
    if cells[-1] > _WIDTH:
        first = _first(cells, min(start, last), min(end, last))
        room = _WIDTH - (first > 0)
        last = next((i - 1 for i, cell in enumerate(cells) if cell - cells[first] > room), last)
    return _Line(shown, cells, first, last)


def _first(cells: Sequence[int], start: int, end: int) -> int:
    """The first character to show: the marked ones in the middle, or near the left if wide."""
    if cells[end] < _WIDTH:
        return 0
    before = max((_WIDTH - (cells[end] - cells[start])) // 2, 10)
    return next(i for i, cell in enumerate(cells) if cell >= cells[start] - before)


def _expanded(text: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The text of each character, and the cells where they start, with the end's: tabs become
    spaces; what would move the cursor, or hides, a replacement character."""
    shown: list[str] = []
    cells = [0]
    for char in text:
        if char == "\t":
            char = " " * (_TAB - cells[-1] % _TAB)
        elif unicodedata.category(char) in _INVISIBLE and char not in _JOINERS:
            char = "\ufffd"
        shown.append(char)
        cells.append(cells[-1] + sum(map(_width, char)))
    return tuple(shown), tuple(cells)


_INVISIBLE = frozenset({"Cc", "Cf", "Zl", "Zp"})


def _width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
