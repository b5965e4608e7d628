"""Points and what is made of them (src/backend/utils/adt/geo_ops.c)."""

from __future__ import annotations

import re

from codegen.postgres.input.numbers import FLOAT
from codegen.postgres.input.refusals import Refusal, bad_syntax

_FLAGS = re.ASCII | re.IGNORECASE


class _Unread(Exception):
    """The text doesn't go on as it should."""


class _Reader:
    """A place in a text, and what may come there."""

    __slots__ = ("index", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.index = 0
        self.skip()

    def skip(self) -> None:
        """Moves past white space."""
        self.index = self._after(r"\s*")

    def at(self, character: str) -> bool:
        """Whether the character comes next."""
        return self.text.startswith(character, self.index)

    def accept(self, character: str) -> bool:
        """Moves past the character and white space after it, if it comes next."""
        if not self.at(character):
            return False
        self.index += 1
        self.skip()
        return True

    def expect(self, character: str) -> None:
        """Moves past the character, which has to come next."""
        if not self.accept(character):
            raise _Unread

    def number(self) -> str:
        """Moves past a number."""
        start = self.index
        self.index = self._after(FLOAT)
        if self.index == start:
            raise _Unread
        found = self.text[start : self.index]
        self.skip()
        return found

    def pair(self) -> None:
        """Moves past two numbers, which may be in parentheses."""
        opened = self.accept("(")
        self.number()
        self.expect(",")
        self.number()
        if opened:
            self.expect(")")

    def is_last(self, character: str) -> bool:
        """Whether the character comes next, and never again."""
        return self.at(character) and self.text.rfind(character) == self.index

    def end(self) -> None:
        """Nothing may come any more."""
        if self.index < len(self.text):
            raise _Unread

    def _after(self, pattern: str) -> int:
        found = re.compile(pattern, _FLAGS).match(self.text, self.index)
        return found.end() if found else self.index


def _pairs(reader: _Reader, count: int, may_be_open: bool) -> None:
    """So many points, with commas between them or without, in parentheses or brackets."""
    is_open = may_be_open and reader.accept("[")
    depth = int(is_open)
    if not is_open and reader.at("["):
        raise _Unread
    if not is_open and reader.at("("):
        after = re.compile(r"\(\s*\(", re.ASCII).match(reader.text, reader.index)
        if after or reader.is_last("("):
            depth += 1
            reader.accept("(")
    for _ in range(count):
        reader.pair()
        reader.accept(",")
    while depth:
        closed = reader.accept(")") or (is_open and depth == 1 and reader.accept("]"))
        if not closed:
            raise _Unread
        depth -= 1


def _count(text: str) -> int:
    commas = text.count(",")
    if commas % 2 == 0:
        raise _Unread
    return (commas + 1) // 2


def point(text: str) -> Refusal | None:
    """``(x,y)``, with or without the parentheses."""
    reader = _Reader(text)
    try:
        reader.pair()
        reader.end()
    except _Unread:
        return bad_syntax("point", text, "Write '(x,y)'.")
    return None


def points(type_name: str, count: int, text: str) -> Refusal | None:
    """So many points, any number where that is 0."""
    reader = _Reader(text)
    try:
        number = count or _count(text)
        alone = type_name == "path" and reader.is_last("(") and reader.accept("(")
        _pairs(reader, number, may_be_open=type_name in ("path", "lseg", "line"))
        if alone:
            reader.expect(")")
        reader.end()
    except _Unread:
        return bad_syntax(type_name, text)
    return None


def line(text: str) -> Refusal | None:
    """``{A,B,C}``, or two points of it."""
    reader = _Reader(text)
    if not reader.accept("{"):
        return points("line", 2, text)
    try:
        first = reader.number()
        reader.expect(",")
        second = reader.number()
        reader.expect(",")
        reader.number()
        reader.expect("}")
        reader.end()
    except _Unread:
        return bad_syntax("line", text)
    if _is_zero(first) and _is_zero(second):
        return Refusal("invalid line specification: A and B cannot both be zero")
    return None


def _is_zero(number: str) -> bool:
    return re.fullmatch(r"[+-]?0*\.?0*", number) is not None


def circle(text: str) -> Refusal | None:
    """``<(x,y),r>``, with or without what is around the numbers."""
    reader = _Reader(text)
    try:
        angle = reader.accept("<")
        after = re.compile(r"\(\s*\(", re.ASCII).match(reader.text, reader.index)
        depth = int(angle or (after is not None and reader.accept("(")))
        reader.pair()
        reader.accept(",")
        radius = reader.number()
        if depth and not (reader.accept(")") or reader.accept(">")):
            raise _Unread
        reader.end()
    except _Unread:
        return bad_syntax("circle", text, "Write '<(x,y),r>'.")
    negative = radius.startswith("-") and re.search(r"[1-9]|inf", radius, re.IGNORECASE)
    return bad_syntax("circle", text, "A radius is not negative.") if negative else None
