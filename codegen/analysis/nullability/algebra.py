"""The algebra: facts about values, and sets of things known to be non-null.

A *key* names what has the same value wherever it is written: a column of a row, a parameter, or a
stable expression over them. *Known* is a set of keys that are non-null. ``None`` in the place of a
Known means that the case can't occur, and so implies everything.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from codegen.analysis.keys import Known
from codegen.records import dataclass

NOTHING: Known = frozenset()


class Elements(IntEnum):
    """What is known of the elements of an array; the greater includes the smaller."""

    FULL = 0  # none is NULL
    UNKNOWN = 1  # stored somewhere, by whoever
    NULL = 2  # the query itself puts NULLs in


@dataclass(frozen=True, slots=True)
class Fact:
    """Whether a value may be NULL and, where it is an array, whether an element may."""

    nullable: bool
    elements: Elements = Elements.UNKNOWN

    @property
    def elements_nullable(self) -> bool:
        """Whether the query itself puts NULLs into the array."""
        return self.elements is Elements.NULL


NULLABLE = Fact(True)
NOT_NULL = Fact(False)


def either(*facts: Fact) -> Fact:
    """The fact of a value that is one of several."""
    if len(facts) == 1:
        return facts[0]
    return Fact(
        any(fact.nullable for fact in facts),
        max((fact.elements for fact in facts), default=Elements.FULL),
    )


def elements_of(fact: Fact) -> Elements:
    """What an array is whose elements are values of this fact."""
    return Elements.NULL if fact.nullable else Elements.FULL


def both(*parts: Known | None) -> Known | None:
    """What is known where all of several cases hold at once."""
    known: Known = NOTHING
    for part in parts:
        if part is None:
            return None
        known |= part
    return known


def one_of(parts: Iterable[Known | None]) -> Known | None:
    """What is known where one of several cases holds, whichever: None for no possible case."""
    possible = [part for part in parts if part is not None]
    return frozenset.intersection(*possible) if possible else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is known where a condition is true, where it is false, and where it is NULL."""

    true: Known | None
    false: Known | None
    null: Known | None

    @property
    def not_true(self) -> Known | None:
        """What is known where the condition is false or NULL."""
        return one_of((self.false, self.null))

    @property
    def not_null(self) -> Known | None:
        """What is known where the condition has a value."""
        return one_of((self.true, self.false))


def conjunction(parts: list[Outcome]) -> Outcome:
    """AND: true where all are, false where one is, NULL where one is and none is false."""
    null = both(
        one_of(part.null for part in parts),
        *(one_of((part.true, part.null)) for part in parts),
    )
    return Outcome(both(*(p.true for p in parts)), one_of(p.false for p in parts), null)


def negation(part: Outcome) -> Outcome:
    """NOT."""
    return Outcome(part.false, part.true, part.null)
