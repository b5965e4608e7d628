"""What may stand in parentheses behind the name of a type (the typmodin functions of pg_type).

They are in src/backend/utils/adt: numeric.c, varbit.c, varchar.c, date.c and timestamp.c; what
FLOAT takes is in src/backend/parser/gram.y.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

_INT_MAX = 2**31 - 1
#: The longest attribute, in bytes (MaxAttrSize).
_LONGEST = 10 * 1024 * 1024


def modifier(text: str) -> int | None:
    """The number that a modifier is; None where it is something else."""
    digits = text.lstrip("+-")
    try:
        number = int(digits, 0 if digits[1:2].isalpha() else 10)
    except ValueError:
        return None
    return -number if text.startswith("-") else number


def wrong_modifiers(type_name: str, modifiers: Sequence[str]) -> str | None:
    """What PostgreSQL says against the modifiers of one of its own types; None if nothing."""
    numbers: list[int] = []
    for text in modifiers:
        number = modifier(text)
        if number is None:
            return "type modifiers must be simple constants or identifiers"
        if abs(number) > _INT_MAX:
            return f'value "{text}" is out of range for type integer'
        numbers.append(number)
    check = _CHECKS.get(type_name)
    if check is None:
        return f'type modifier is not allowed for type "{type_name}"'
    return check(numbers) if numbers else None


def _numeric(numbers: Sequence[int]) -> str | None:
    if len(numbers) > 2:
        return "invalid NUMERIC type modifier"
    precision, *scale = numbers
    if not 1 <= precision <= 1000:
        return f"NUMERIC precision {precision} must be between 1 and 1000"
    if scale and not -1000 <= scale[0] <= 1000:
        return f"NUMERIC scale {scale[0]} must be between -1000 and 1000"
    return None


def _length(name: str, most: int) -> Callable[[Sequence[int]], str | None]:
    def check(numbers: Sequence[int]) -> str | None:
        if len(numbers) > 1:
            return "invalid type modifier"
        if numbers[0] < 1:
            return f"length for type {name} must be at least 1"
        return f"length for type {name} cannot exceed {most}" if numbers[0] > most else None

    return check


def _fraction(name: str) -> Callable[[Sequence[int]], str | None]:
    def check(numbers: Sequence[int]) -> str | None:
        if len(numbers) > 1:
            return "invalid type modifier"
        return f"{name}({numbers[0]}) precision must not be negative" if numbers[0] < 0 else None

    return check


#: The bits of an interval's fields, from years to seconds (INTERVAL_MASK in utils/timestamp.h).
_YEAR, _MONTH, _DAY, _HOUR, _MINUTE, _SECOND = (1 << bit for bit in (2, 1, 3, 10, 11, 12))
_ALL_FIELDS = 0x7FFF
#: The ranges of fields that there are; the grammar's own names have one before the precision.
_RANGES = frozenset(
    {
        *(_YEAR, _MONTH, _DAY, _HOUR, _MINUTE, _SECOND, _YEAR | _MONTH),
        *(_DAY | _HOUR, _DAY | _HOUR | _MINUTE, _DAY | _HOUR | _MINUTE | _SECOND),
        *(_HOUR | _MINUTE, _HOUR | _MINUTE | _SECOND, _MINUTE | _SECOND, _ALL_FIELDS),
    }
)


def _interval(numbers: Sequence[int]) -> str | None:
    wrong = len(numbers) > 2 or (len(numbers) == 2 and numbers[0] not in _RANGES)
    return "invalid INTERVAL type modifier" if wrong else None


def _float(numbers: Sequence[int]) -> str | None:
    """Of FLOAT: other precisions only say which of the two types it is."""
    if numbers[0] < 1:
        return "precision for type float must be at least 1 bit"
    return "precision for type float must be less than 54 bits"


_CHECKS: dict[str, Callable[[Sequence[int]], str | None]] = {
    "numeric": _numeric,
    "bit": _length("bit", _LONGEST * 8),
    "varbit": _length("varbit", _LONGEST * 8),
    "bpchar": _length("char", _LONGEST),
    "varchar": _length("varchar", _LONGEST),
    "time": _fraction("TIME"),
    "timetz": _fraction("TIME"),
    "timestamp": _fraction("TIMESTAMP"),
    "timestamptz": _fraction("TIMESTAMP"),
    "interval": _interval,
    "float4": _float,
    "float8": _float,
}
