"""Comparisons of constants, so far as they are certain."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable

from codegen.analysis import nodes

_INTEGER = re.compile(r"-?\d{1,18}")
#: The functions behind comparisons of integers, by the ends of their names (int4lt, int84ge, …).
_COMPARISONS: dict[str, Callable[[int, int], bool]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "le": operator.le,
    "gt": operator.gt,
    "ge": operator.ge,
}
_OF_INTEGERS = re.compile(r"int[248]{1,2}(eq|ne|lt|le|gt|ge)")
#: Of these types a value differs from none that is written the same.
_DIFFERS = frozenset({"textne", "bpcharne", "namene", "uuid_ne", "boolne", "enum_ne", "date_ne"})


def holds(function: str, left: nodes.Expr, right: nodes.Expr) -> bool | None:
    """Whether a built-in comparison of two constants is true; None where that isn't known here."""
    one, other = _text(left), _text(right)
    if one is None or other is None:
        return None
    found = _OF_INTEGERS.fullmatch(function)
    if found and _INTEGER.fullmatch(one) and _INTEGER.fullmatch(other):
        return _COMPARISONS[found[1]](int(one), int(other))
    return False if function in _DIFFERS and one == other else None


def _text(expr: nodes.Expr) -> str | None:
    return expr.value if isinstance(expr, nodes.Const) else None
