"""Intervals (DecodeInterval in src/backend/utils/adt/datetime.c, manual 8.5.4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from codegen.postgres.input.refusals import SPACES, Refusal, bad_syntax

if TYPE_CHECKING:
    from fractions import Fraction

#: The units: the field that each counts in, and how many of it. PostgreSQL compares ten letters.
_MONTHS = {
    **dict.fromkeys("mon mons month months".split(), 1),
    **dict.fromkeys("y year years yr yrs".split(), 12),
    **dict.fromkeys("dec decade decades decs".split(), 120),
    **dict.fromkeys("c cent centuries century".split(), 1200),
    **dict.fromkeys("mil millennia millennium mils".split(), 12000),
}
_DAYS = {**dict.fromkeys("d day days".split(), 1), **dict.fromkeys("w week weeks".split(), 7)}
_MICROSECONDS = {
    **dict.fromkeys("us usec usecond useconds usecs microsecon".split(), 1),
    **dict.fromkeys("ms msec msecond mseconds msecs millisecon".split(), 1000),
    **dict.fromkeys("s sec second seconds secs".split(), 1_000_000),
    **dict.fromkeys("m min mins mm minute minutes".split(), 60_000_000),
    **dict.fromkeys("h hour hours hr hrs".split(), 3_600_000_000),
}
_OTHER = frozenset("ago at infinity on qtr quarter".split())
_DAYS_IN_MONTH = 30
_MICROSECONDS_IN_DAY = 86_400_000_000
_TOKEN_LENGTH = 10
_AMOUNT = r"([+-]?(?:\d+\.?\d*|\.\d+))\s*([a-z]+)"


def interval(text: str) -> Refusal | None:
    """Numbers with units, ``1-2 3 04:05:06``, or the form of ISO 8601, which is taken unread."""
    word = text.strip(SPACES).lower()
    if word.startswith("p"):
        return None
    known = (*_MONTHS, *_DAYS, *_MICROSECONDS, *_OTHER)
    units = [one[:_TOKEN_LENGTH] for one in re.findall(r"[a-z_]+", word)]
    if any(one not in known for one in units):
        return bad_syntax("interval", text, "Write a number and a unit, such as '3 days'.")
    if not re.search(r"\d|infinity|\.", word):
        return bad_syntax("interval", text)
    return _sum(text, word)


def _sum(text: str, word: str) -> Refusal | None:
    """Whether numbers with units, and nothing else, fit into the three fields of an interval."""
    sign, rest = (-1, word[:-3].rstrip(SPACES)) if word.endswith("ago") else (1, word)
    if re.fullmatch(rf"(?:{_AMOUNT}\s*)+", rest, re.ASCII) is None:
        return None
    months, days = 0, 0
    microseconds: int | Fraction = 0
    seen: set[tuple[int, int]] = set()
    amounts = re.findall(_AMOUNT, rest, re.ASCII)
    if any(name[:_TOKEN_LENGTH] in _OTHER for _, name in amounts):
        return None
    for written, name in amounts:
        unit = name[:_TOKEN_LENGTH]
        number, table = sign * _number(written), _table(unit)
        if (table, _TABLES[table][unit]) in seen:
            return bad_syntax("interval", text, f"It has {name} twice.")
        seen.add((table, _TABLES[table][unit]))
        value = number * _TABLES[table][unit]
        whole, part = int(value), value - int(value)
        if table == 0:
            months, value = months + whole, part * _DAYS_IN_MONTH
            whole, part = int(value), value - int(value)
        if table < _IN_MICROSECONDS:
            days, value = days + whole, part * _MICROSECONDS_IN_DAY
        microseconds += value
    fits = _fits(months, 31) and _fits(days, 31) and _fits(int(microseconds), 63)
    return None if fits else Refusal(f'interval field value out of range: "{text}"')


def _number(written: str) -> int | Fraction:
    if written.lstrip("+-").isdigit():
        return int(written)
    from fractions import Fraction  # seldom needed, and slow to import

    return Fraction(written)


_TABLES = (_MONTHS, _DAYS, _MICROSECONDS)
_IN_MICROSECONDS = 2


def _table(unit: str) -> int:
    return next(index for index, table in enumerate(_TABLES) if unit in table)


def _fits(value: int, bits: int) -> bool:
    return -(1 << bits) <= value < 1 << bits
