"""Aggregates and window functions: NULL over no rows, and over rows of NULLs."""

from __future__ import annotations

from collections.abc import Sequence

from codegen.analysis import nodes
from codegen.analysis.keys import is_builtin, key_of, nonempty_key
from codegen.analysis.nullability.algebra import NULLABLE, Elements, Fact, elements_of
from codegen.analysis.nullability.environment import Env
from codegen.analysis.nullability.narrowing import outcomes, where_true
from codegen.postgres import aggregates as table
from codegen.postgres.catalog import Function


def inside(condition: nodes.Expr | None, env: Env) -> Env:
    """Where an aggregate's arguments are evaluated: before grouping, and where FILTER holds."""
    before = env.before or env
    return before if condition is None else before.assume(where_true(condition, before))


def always_true(condition: nodes.Expr, env: Env) -> bool:
    """Whether a FILTER keeps every row."""
    return outcomes(condition, env.before or env).not_true is None


def has_rows(env: Env) -> bool:
    """Whether the group has a row for sure."""
    return nonempty_key(env.level) in env.known


def has_values(arg: nodes.Expr, env: Env) -> bool:
    """Whether the group has a row where ``arg`` is non-null, as HAVING count(arg) > 0 says."""
    return some_key(arg) in env.known


def some_key(arg: nodes.Expr) -> tuple[object, ...]:
    """Known where some row of the group has a non-null ``arg``."""
    return ("some", key_of(arg))


def aggregate(function: Function, args: Sequence[Fact], rows: bool, arrays: bool) -> Fact:
    """The fact of an aggregate over a group that has ``rows`` for sure, or may have none."""
    if not is_builtin(function):
        return NULLABLE
    elements = _elements(function, args, arrays)
    if function.name in table.COUNTING:
        return Fact(False)
    if function.name in table.COLLECTING:
        return Fact(not rows, elements)
    if function.name in table.FOLDING:
        counting = args[:1] if function.name in table.FIRST_ARGUMENT_COUNTS else args
        return Fact(not rows or any(arg.nullable for arg in counting), elements)
    return NULLABLE


def _elements(function: Function, args: Sequence[Fact], arrays: bool) -> Elements:
    if function.name != "array_agg" or not args:
        return max((arg.elements for arg in args), default=Elements.UNKNOWN)
    return args[0].elements if arrays else elements_of(args[0])


def window(function: Function, args: Sequence[Fact], rows: bool, arrays: bool) -> Fact:
    """The fact of a function with OVER whose frame has ``rows`` for sure, or may be empty."""
    if not is_builtin(function):
        return NULLABLE
    elements = max((arg.elements for arg in args), default=Elements.UNKNOWN)
    some_null = any(arg.nullable for arg in args)
    if function.kind != "w":
        return aggregate(function, args, rows, arrays)
    if function.name in table.NUMBERING:
        return Fact(some_null)
    if function.name in table.OFFSET:
        return Fact(len(args) < 3 or some_null, elements)
    if function.name in table.FRAME_ENDS:
        return Fact(not rows or some_null, elements)
    return Fact(True, elements)


def frame_has_rows(frame: tuple[str, str, str, str] | None) -> bool:
    """Whether a frame always holds the current row."""
    if frame is None:
        return True
    _, start, end, exclude = (part.upper().strip() for part in frame)
    starts = start == "CURRENT ROW" or start.endswith("PRECEDING")
    ends = end in ("", "CURRENT ROW") or end.endswith("FOLLOWING")
    return (
        starts
        and ends
        and exclude in ("", "NO OTHERS", "TIES", "EXCLUDE NO OTHERS", "EXCLUDE TIES")
    )
