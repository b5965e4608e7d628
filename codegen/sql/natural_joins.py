"""NATURAL joins inside a join whose condition is still to come (joined_table in gram.y):
``a JOIN b NATURAL JOIN c USING (x)`` joins a with what b and c are together."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.sql.shaping import Shaper, closing, opening

_CONDITIONS = frozenset(["on", "using"])
#: Words before JOIN that say that it has no condition, and those that may stand between.
_UNCONDITIONAL = frozenset(["cross", "natural"])
_KINDS = frozenset(["inner", "outer", "left", "right", "full"])
_ENDS = frozenset(
    ["from", "where", "group", "having", "order", "limit", "set", "returning", "when"]
)


def inside_joins(work: Shaper) -> set[tuple[int, int]]:
    """The tokens of such right operands, which sqlglot reads so in parentheses."""
    found: set[tuple[int, int]] = set()
    for index, word in enumerate(work.words):
        if word == "natural" and work.punct(index - 1) != ".":
            start, stop = _outer_join(work, index), _outer_condition(work, index)
            if start is not None and stop is not None:
                found.add((start, stop))
    return found


def _outer_join(work: Shaper, index: int) -> int | None:
    """The index behind the JOIN around a NATURAL JOIN that has no condition before it."""
    closed = 0
    for position in _outside_brackets(work, index - 1, -1):
        word = work.word(position)
        if word in _CONDITIONS:
            closed += 1
        elif word == "join" and _has_condition(work, position):
            if not closed:
                return position + 1
            closed -= 1
    return None


def _outer_condition(work: Shaper, index: int) -> int | None:
    """The index of the condition of that JOIN."""
    opened = 0
    for position in _outside_brackets(work, index, 1):
        word = work.word(position)
        if word in _CONDITIONS:
            if not opened:
                return position
            opened -= 1
        elif word == "join" and _has_condition(work, position):
            opened += 1
    return None


def _has_condition(work: Shaper, index: int) -> bool:
    kind = index - 1
    while work.word(kind) in _KINDS:
        kind -= 1
    return work.word(kind) not in _UNCONDITIONAL


def _outside_brackets(work: Shaper, index: int, step: int) -> Iterator[int]:
    """The tokens of the list of tables from here on, as far as they are in no brackets."""
    begins, ends = ("([", ")]") if step > 0 else (")]", "([")
    while 0 <= index < len(work.tokens) - 1:
        mark = work.punct(index)
        if (mark and mark in ends) or mark in (",", ";") or work.word(index) in _ENDS:
            return
        if mark and mark in begins:
            index = closing(work, index) if step > 0 else opening(work, index)
        else:
            yield index
        index += step
