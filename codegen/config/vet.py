"""The table ``[vet]``: levels of rules, rules in SQL, and what is too much for a plan."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Never, cast

from codegen.config.model import invalid
from codegen.config.table import Table
from codegen.diagnostics import Severity
from codegen.plan.options import Vet

#: The keys that are numbers, and what they are for.
LIMITS = {
    "scan_rows": "How many rows a table has that should not be read from end to end.",
    "sort_rows": "How many rows are too many to be sorted.",
    "cost": "The limit of PostgreSQL's estimate of a query's cost.",
}
RULES = "rules"
ROWS = "rows"
_OTHERS = frozenset({*LIMITS, RULES, ROWS})
#: What a rule can be set to.
LEVELS = ("off", *(severity.value for severity in Severity))


def read_vet(table: Table) -> Vet:
    """What the table says; a key that is none of ours is a rule with its level.

    Raises CodegenError (config-invalid) for a value of another kind.
    """
    limits = {key: _number(table, key) for key in LIMITS if key in table.values}
    levels = {key: _level(table, key) for key in table.values if key not in _OTHERS}
    return Vet(
        levels=tuple((key.lower(), level) for key, level in levels.items()),
        places=tuple((key.lower(), table.place(key)) for key in levels),
        rules=_paths(table) if RULES in table.values else (),
        rows=tuple(_rows(table)) if ROWS in table.values else (),
        scan_rows=limits.get("scan_rows"),
        sort_rows=limits.get("sort_rows"),
        cost=limits.get("cost"),
    )


def _level(table: Table, key: str) -> str:
    value = table.values[key]
    if isinstance(value, str) and value in LEVELS:
        return value
    near = difflib.get_close_matches(str(value), LEVELS, 1)
    quoted = ", ".join(f'"{level}"' for level in LEVELS)
    _fail(table, key, f"one of {quoted}", f'{key} = "{near[0] if near else LEVELS[0]}"')


def _paths(table: Table) -> tuple[str, ...]:
    value = table.values[RULES]
    listed = cast("list[object]", value) if isinstance(value, list) else [value]
    if not all(isinstance(one, str) and one for one in listed):
        _fail(table, RULES, "a path or a list of paths", f'{RULES} = ["rules/*.sql"]')
    return tuple(str(one) for one in listed)


def _rows(table: Table) -> Iterator[tuple[str, int]]:
    inner = table.inner(ROWS)
    if inner is None:
        yield "*", _number(table, ROWS)
        return
    for name in inner.values:
        yield name, _number(inner, name)


def _number(table: Table, key: str) -> int:
    value = table.values[key]
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    _fail(table, key, "a number", f"{key} = 100_000")


def _fail(table: Table, key: str, has_to_be: str, example: str) -> Never:
    message = f"{key} has to be {has_to_be}"
    raise invalid(message, table.value_place(key), f"Write {example}.")
