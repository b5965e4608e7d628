"""Where the keys and values of a TOML file stand; the library that reads it doesn't tell."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping

from codegen.records import dataclass, field

#: The keys, and the indexes in arrays, that lead to a value from the top of the file.
Path = tuple[str | int, ...]
#: Offsets: the first character, and the one after the last.
Range = tuple[int, int]

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_PART = re.compile(r'[ \t]*("(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|[A-Za-z0-9_-]+)[ \t]*')
_STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}'
    r"|'''(?:[^']|'(?!''))*'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
#: Numbers, dates (which may have a space in them), true and false.
_BARE = re.compile(r"[^,\]}#\n]*[^,\]}#\s]")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a key and its value stand; a table's value is its header, an item's key itself."""

    key: Range
    value: Range


@dataclass(slots=True)
class _Reader:
    """A place in the text, and what was found before it."""

    text: str
    at: int = 0
    table: Path = ()
    found: dict[Path, Place] = field(default_factory=dict[Path, Place])
    counts: dict[Path, int] = field(default_factory=dict[Path, int])


def places(text: str) -> Mapping[Path, Place]:
    """The places of all keys and values of a text that is TOML."""
    reader = _Reader(text)
    while _char(reader):
        if _char(reader) == "[":
            _header(reader)
        else:
            _pair(reader, reader.table)
    return reader.found


def _char(reader: _Reader) -> str:
    """The next character that is neither blank nor in a comment; empty at the end."""
    blank = _BLANK.match(reader.text, reader.at)
    reader.at = blank.end() if blank else reader.at
    return reader.text[reader.at : reader.at + 1]


def _header(reader: _Reader) -> None:
    """``[table]``, or ``[[tables]]`` with one more of them."""
    start = reader.at
    brackets = 2 if reader.text.startswith("[[", start) else 1
    reader.at += brackets
    *outer, last = _keys(reader)
    reader.at += brackets
    path: Path = ()
    for key, _ in outer:
        path = _newest(reader, (*path, key))
    path = (*path, last[0])
    place = Place(last[1], (start, reader.at))
    if brackets == 2:
        reader.found.setdefault(path, place)
        reader.counts[path] = reader.counts.get(path, 0) + 1
        path = _newest(reader, path)
    reader.found[path] = place
    reader.table = path


def _newest(reader: _Reader, path: Path) -> Path:
    """The path, of the newest table where it is that of an array of tables."""
    count = reader.counts.get(path, 0)
    return (*path, count - 1) if count else path


def _pair(reader: _Reader, table: Path) -> None:
    *outer, (last, place) = _keys(reader)
    reader.at += len("=")
    for key, part in outer:
        table = (*table, key)
        reader.found.setdefault(table, Place(part, part))
    _value(reader, (*table, last), place)


def _keys(reader: _Reader) -> list[tuple[str, Range]]:
    """The parts of a dotted key, each with its place."""
    parts: list[tuple[str, Range]] = []
    while part := _PART.match(reader.text, reader.at):
        parts.append((_key(part[1]), part.span(1)))
        reader.at = part.end()
        if not reader.text.startswith(".", reader.at):
            break
        reader.at += len(".")
    return parts


def _key(written: str) -> str:
    return next(iter(tomllib.loads(f"{written} = 0"))) if written[0] in "\"'" else written


def _value(reader: _Reader, path: Path, key: Range | None) -> None:
    char = _char(reader)
    start = reader.at
    if char in ("[", "{"):
        reader.at += 1
        _inside(reader, path, is_array=char == "[")
    else:
        scalar = (_STRING if char in "\"'" else _BARE).match(reader.text, start)
        # What is no TOML isn't to be gone over for ever.
        reader.at = scalar.end() if scalar else len(reader.text)
    value = (start, reader.at)
    reader.found[path] = Place(key or value, value)


def _inside(reader: _Reader, path: Path, *, is_array: bool) -> None:
    """What an array or an inline table holds, and the bracket that closes it."""
    number = 0
    while char := _char(reader):
        if char in "]}":
            reader.at += 1
            return
        if char == ",":
            reader.at += 1
        elif is_array:
            _value(reader, (*path, number), None)
            number += 1
        else:
            _pair(reader, path)
