"""Keys: two expressions with the same key have the same value in the same row."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import islice
from typing import Any

from codegen.analysis import nodes
from codegen.analysis.tree import field_names, walk
from codegen.postgres.catalog import FIRST_USER_OID, Function, Operator
from codegen.postgres.never_null import VOLATILE

#: The parts of the largest expression that is remembered.
_LONGEST = 100
#: What doesn't change a value.
_IGNORED = frozenset({"cast", "explicit"})
#: Types of values that are their own key.
_PLAIN = frozenset({int, str, bool, type(None)})
#: Of each class, the fields that make its key.
_DISTINCTIVE: dict[type[nodes.Expr], tuple[str, ...]] = {}

Key = tuple[Any, ...]
Known = frozenset[Key]


def var_key(entry: nodes.RangeEntry, index: int, version: str = "") -> Key:
    """The key of a column of a range-table entry."""
    return ("var", id(entry), version, index)


def present_key(entry: nodes.RangeEntry, version: str = "") -> Key:
    """The key of the row itself: known where the entry is not null-extended."""
    return ("present", id(entry), version)


def nonempty_key(level: int) -> Key:
    """Known where a group of this query has at least one row."""
    return ("nonempty", level)


def key_of(expr: nodes.Expr) -> Key:
    """The key of any expression; whether it may be relied on is for :func:`is_stable` to say."""
    if isinstance(expr, nodes.CaseTest):
        return key_of(expr.operand)
    if isinstance(expr, nodes.Var):
        place = expr.name if expr.index < 0 else expr.index
        return ("var", id(expr.entry), expr.version, place)
    if isinstance(expr, nodes.Param):
        return ("param", expr.number)
    kind = type(expr)
    names = _DISTINCTIVE.get(kind)
    if names is None:
        names = tuple(name for name in field_names(expr) if name not in _IGNORED)
        _DISTINCTIVE[kind] = names
    return (kind.__name__, *[_part(getattr(expr, name)) for name in names])


def _part(value: Any) -> Any:
    if type(value) in _PLAIN:
        return value
    if isinstance(value, nodes.Expr):
        return key_of(value)
    if isinstance(value, (list, tuple)):
        return tuple([_part(item) for item in value])
    if isinstance(value, (Function, Operator)):
        return value.oid
    if isinstance(value, nodes.Window):
        return (_part(value.partition), _part(value.order), value.frame)
    if isinstance(value, (nodes.RangeEntry, nodes.Query)):
        return id(value)
    return value


def could_be_in(expr: nodes.Expr, known: Known) -> bool:
    """Whether keys of the expression's kind are among those known: its own takes a walk."""
    if not known:
        return False
    while isinstance(expr, nodes.CaseTest):
        expr = expr.operand
    return type(expr) in (nodes.Var, nodes.Param) or type(expr).__name__ in _kinds(known)


@lru_cache(maxsize=256)
def _kinds(known: Known) -> frozenset[Any]:
    return frozenset(key[0] for key in known)


#: No columns.
NONE: frozenset[Any] = frozenset()


@lru_cache(maxsize=256)
def known_columns(known: Known) -> dict[tuple[int, str], frozenset[Any]]:
    """The columns of each range-table entry, by its id and version, that are known."""
    columns: dict[tuple[int, str], list[Any]] = {}
    for key in known:
        if key[0] == "var":
            columns.setdefault(key[1:3], []).append(key[3])
    return {place: frozenset(found) for place, found in columns.items()}


def is_remembered(expr: nodes.Expr) -> bool:
    """Whether it is worth it to know the expression by its key.

    That of each part of a chain of thousands of terms would be as long as the chain so far.
    """
    return next(islice(walk(expr), _LONGEST, None), None) is None


def is_builtin(thing: Function | Operator) -> bool:
    """Whether a function or operator is PostgreSQL's own."""
    return 0 < thing.oid < FIRST_USER_OID and getattr(thing, "extension", None) is None


def is_stable(expr: nodes.Expr) -> bool:
    """Whether an expression has the same value each time it is evaluated for the same row."""
    return all(_same_each_time(part) for part in walk(expr))


def _same_each_time(expr: nodes.Expr) -> bool:
    match expr:
        case nodes.SubLink() | nodes.WindowCall() | nodes.JsonExpr():
            return False
        case nodes.Call():
            return not expr.function.returns_set and _is_repeatable(expr.function)
        case nodes.OperatorCall() | nodes.ArrayComparison():
            return is_builtin(expr.operator)
        case nodes.Aggregate():
            return is_builtin(expr.function)
        case nodes.Coerce():
            return expr.function is None or _is_repeatable(expr.function)
        case _:
            return True


def _is_repeatable(function: Function) -> bool:
    volatile = function.name in VOLATILE or function.name.startswith(("pg_", "lo_"))
    return is_builtin(function) and not volatile


def mentions(key: Any, wanted: Callable[[Key], bool]) -> bool:
    """Whether a key or one inside it is wanted."""
    if not isinstance(key, tuple):
        return False
    return wanted(key) or any(mentions(part, wanted) for part in key)


def without_groups(known: Known) -> Known:
    """What stays known in a subquery: not what was said about the groups of the query around it."""
    return frozenset(
        key
        for key in known
        if key[0] in _LEAVES or not mentions(key, lambda k: bool(k) and k[0] in _OF_GROUPS)
    )


#: Kinds of keys that have no others inside.
_LEAVES = frozenset({"var", "present", "param"})
_OF_GROUPS = frozenset({"Aggregate", "nonempty", "some"})


def renamed(key: Any, entry: nodes.RangeEntry, version: str) -> Any:
    """A key with the unversioned columns of an entry taken from its old or new row."""
    if not isinstance(key, tuple):
        return key
    if len(key) >= 3 and key[0] in ("var", "present") and key[1:3] == (id(entry), ""):
        return (key[0], key[1], version, *key[3:])
    return tuple(renamed(part, entry, version) for part in key)
