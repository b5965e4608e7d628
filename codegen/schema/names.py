"""The names that PostgreSQL chooses where the user gives none (makeObjectName and its callers in
src/backend/commands/indexcmds.c and src/backend/catalog/pg_constraint.c)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from codegen.schema.cursor import cut

_MAX_NAME_BYTES = 63


def object_name(first: str, second: str, label: str) -> str:
    """``first_second_label``; of the two first parts the longer is shortened until all fits."""
    overhead = len(label.encode()) + 1 + (1 if second else 0)
    room = _MAX_NAME_BYTES - overhead
    left, right = len(first.encode()), len(second.encode())
    while left + right > room:
        if left > right:
            left -= 1
        else:
            right -= 1
    parts = [_clip(first, left), _clip(second, right), label]
    return "_".join(part for part in parts if part)


def free_name(first: str, second: str, label: str, taken: Callable[[str], bool]) -> str:
    """The first of ``…_label``, ``…_label1``, ``…_label2`` that is not taken."""
    number = 0
    while True:
        name = object_name(first, second, f"{label}{number or ''}")
        if not taken(name):
            return name
        number += 1


def joined(columns: Sequence[str]) -> str:
    """The part of an index's or a foreign key's name that its columns make."""
    return cut("_".join(columns))


def told_apart(columns: Sequence[str]) -> tuple[str, ...]:
    """The names of an index's columns, numbered where one is there already
    (ChooseIndexColumnNames)."""
    found: list[str] = []
    for column in columns:
        numbers = ("", *range(1, len(columns)))
        tries = (f"{_clip(column, _MAX_NAME_BYTES - len(str(n)))}{n}" for n in numbers)
        found.append(next(name for name in tries if name not in found))
    return tuple(found)


def _clip(text: str, size: int) -> str:
    return text.encode()[:size].decode(errors="ignore")
