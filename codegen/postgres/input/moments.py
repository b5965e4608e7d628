"""Dates and times, where they are written as most people write them.

PostgreSQL reads many more forms, and in an order of day and month that is a setting
(src/backend/utils/adt/datetime.c, manual B). A form that isn't known here is taken if its words
are; so are all zones.
"""

from __future__ import annotations

import re
from calendar import monthrange

from codegen.postgres.input.refusals import SPACES, Refusal, bad_syntax

_TIME = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d*)?)?"
_ZONE = r"(?:\s*(?:z|utc|gmt|[+-](?P<zone>\d{1,2})(?::?\d{2}(?::?\d{2})?)?))?"
_ISO = (
    r"(?P<year>\d{4,7})(?P<sep>[-/])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})"
    rf"(?:(?:\s*t\s*|\s+){_TIME}{_ZONE})?"
)
_COMPACT = r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"
_ANY_ORDER = r"(\d{1,2})([-/.])(\d{1,2})\2\d{4}"
_ONLY_TIME = rf"{_TIME}(?:\s*(?P<half>am|pm))?{_ZONE}"
#: One of these, or a number, is in everything that is a date or a time.
_NAMED = r"infinity|epoch|now|today|tomorrow|yesterday|allballs"
#: The words of six letters and more that a date or a time may have; PostgreSQL compares the first
#: ten letters. Shorter ones may be abbreviations of zones, of which there are many.
_LONG_WORDS = frozenset(
    """january february august september october november december monday tuesday wednesday thursday
    saturday sunday friday infinity yesterday tomorrow allballs julian factory greenwich hongkong
    iceland israel jamaica kwajalein navajo poland portugal singapore turkey universal posixrules
    localtime""".split()
)
_TOKEN_LENGTH = 10
_LAST_YEARS = {"date": 5874897}
_LAST_YEAR_OF_TIMESTAMPS = 294276


def moment(type_name: str, text: str) -> Refusal | None:
    """A date or a point in time."""
    word = text.strip(SPACES).lower()
    iso = re.fullmatch(_ISO, word, re.ASCII) or re.fullmatch(_COMPACT, word, re.ASCII)
    if iso is not None:
        found = iso.groupdict()
        return None if _is_moment(found, type_name) else _impossible(text, found)
    if re.fullmatch(_ONLY_TIME, word, re.ASCII):
        return bad_syntax(type_name, text, "Write the date before the time.")
    either = re.fullmatch(_ANY_ORDER, word, re.ASCII)
    if either is not None:
        first, second = int(either[1]), int(either[3])
        if not (1 <= min(first, second) <= 12 and max(first, second) <= 31):
            return _out_of_range(text)
        return None
    return None if _is_plausible(word) else bad_syntax(type_name, text, "Write YYYY-MM-DD.")


def _is_moment(found: dict[str, str | None], type_name: str) -> bool:
    last = _LAST_YEARS.get(type_name, _LAST_YEAR_OF_TIMESTAMPS)
    return _is_date(found) and int(found["year"] or 0) <= last and _is_time(found)


def _is_date(found: dict[str, str | None]) -> bool:
    year, month, day = (int(found[part] or 0) for part in ("year", "month", "day"))
    # The calendar repeats after 400 years, which is all that Python's has to know.
    return year > 0 and 1 <= month <= 12 and 1 <= day <= monthrange(year % 400 + 400, month)[1]


def _is_time(found: dict[str, str | None]) -> bool:
    hour, minute, second = (int(found.get(part) or 0) for part in ("hour", "minute", "second"))
    last = 12 if found.get("half") else 23
    fits = hour <= last or (hour == 24 and not found.get("half") and minute == second == 0)
    return fits and minute <= 59 and second <= 60 and int(found.get("zone") or 0) <= 15


def _impossible(text: str, found: dict[str, str | None]) -> Refusal:
    year, month = int(found["year"] or 0), int(found["month"] or 0)
    if _is_date({**found, "day": "1"}) and not _is_date(found):
        last = monthrange(year % 400 + 400, month)[1]
        return _out_of_range(text, f"The last day of that month is {last}.")
    return _out_of_range(text)


def _out_of_range(text: str, help: str | None = None) -> Refusal:
    return Refusal(f'date/time field value out of range: "{text}"', help)


def time_of_day(type_name: str, text: str) -> Refusal | None:
    """A time, with or without a zone; a date before it is passed over."""
    word = text.strip(SPACES).lower()
    found = re.fullmatch(_ONLY_TIME, word, re.ASCII)
    if found is not None:
        return None if _is_time(found.groupdict()) else _out_of_range(text)
    return None if _is_plausible(word) else bad_syntax(type_name, text, "Write HH:MM:SS.")


def _is_plausible(word: str) -> bool:
    """Whether there is a number or a name of a time, and no word that can't be anything."""
    flags = re.ASCII | re.DOTALL
    if not re.search(rf"\d\D*\d\D*\d|\d.*:|:.*\d|[a-z].*\d|\d.*[a-z]|{_NAMED}", word, flags):
        return False
    if re.search(r"infinity|epoch", word) and re.search(r"\d", word):
        return False
    if re.search(r"[a-z]\w*[/_+-]", word, re.ASCII):
        return True  # a zone by its name
    return all(
        len(one) < 7 or any(known[:_TOKEN_LENGTH] == one[:_TOKEN_LENGTH] for known in _LONG_WORDS)
        for one in re.findall(r"(?<![a-z\d])[a-z]+(?![a-z\d])", word)
    )
