"""What may stand in which clause: aggregates, window functions, functions that return sets.

The counterpart of ParseExprKind: check_agglevels_and_constraints and transformWindowFuncCall in
src/backend/parser/parse_agg.c, check_srf_call_placement in parse_func.c.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.scope import Scope
from codegen.analysis.tree import children, expressions_of, inner_queries, returns_set, walk_all

#: The clause in which MERGE_ACTION() tells something.
MERGE_RETURNING = "MERGE RETURNING"
#: Clauses that are computed after grouping, where aggregates may stand.
_AGGREGATES = frozenset(["", "SELECT", "HAVING", "ORDER BY", "DISTINCT ON", "WINDOW"])
#: Clauses that are computed last, where window functions may stand.
_WINDOWS = frozenset(["", "SELECT", "ORDER BY", "DISTINCT ON"])
#: Clauses where functions that return sets may stand.
_SETS = frozenset(["", "SELECT", "INSERT", "GROUP BY", "ORDER BY", "DISTINCT ON", "WINDOW", "FROM"])
#: Clauses whose name in messages is not their own.
_SPOKEN = {
    "JOIN/ON": "JOIN conditions",
    "FROM": "functions in FROM",
    "LATERAL": "FROM clause of their own query level",
    "WINDOW": "window definitions",
    "FRAME": "window definitions",
    "WHEN": "MERGE WHEN conditions",
    "SET": "UPDATE",
    "INSERT": "VALUES",
    MERGE_RETURNING: "RETURNING",
    "DEFAULT": "DEFAULT expressions",
    "GENERATED": "column generation expressions",
    "CHECK": "check constraints",
    "INDEX": "index expressions",
    "PREDICATE": "index predicates",
    "POLICY": "policy expressions",
}
#: Expressions of a schema that hold no subqueries, by what messages call them.
_WITHOUT_SUBQUERIES = {
    "DEFAULT": "DEFAULT expression",
    "GENERATED": "column generation expression",
    "CHECK": "check constraint",
    "INDEX": "index expression",
    "PREDICATE": "index predicate",
}
#: Clauses by what a frame's aggregates are said to be in.
_FRAMES = {"FRAME": "window ROWS"}


class clause:
    """While the body of ``with`` runs, expressions of the scope belong to this clause."""

    __slots__ = ("_outer", "_scope")

    def __init__(self, scope: Scope, name: str) -> None:
        self._scope, self._outer = scope, scope.clause
        scope.clause = name

    def __enter__(self) -> None:
        pass

    def __exit__(self, *raised: object) -> None:
        self._scope.clause = self._outer


def _spoken(name: str) -> str:
    return _SPOKEN.get(name, name)


# Aggregates ---------------------------------------------------------------------------------------


def check_aggregate(
    scope: Scope,
    values: Sequence[nodes.Expr],
    node: exp.Expr,
    direct: Sequence[nodes.Expr] = (),
    what: str = "aggregate functions",
) -> int:
    """How many levels around this one the query is that an aggregate belongs to: the innermost
    whose columns are among its arguments. It has to be able to have one at this place."""
    level = _aggregate_level(scope, values)
    _check_nested(scope, level, values, node)
    _check_direct(scope, level, direct, node)
    owner = list(scope.levels())[level]
    if owner.clause not in _AGGREGATES:
        spoken = _FRAMES.get(owner.clause, _spoken(owner.clause))
        scope.state.fail(
            "grouping-error",
            f"{what} are not allowed in {spoken}",
            node,
            "Use HAVING for conditions on groups."
            if owner.clause == "WHERE"
            else "Compute it in a subquery.",
        )
    owner.has_aggregates = True
    return level


def _aggregate_level(scope: Scope, values: Sequence[nodes.Expr]) -> int:
    """The level of the innermost column or aggregate among values; this level where there is
    none."""
    levels = list(scope.levels())
    found = [_level_of(levels, entry) for entry, _ in _mentioned(values, 0)]
    found += [part.levels_up - depth for part, depth in _aggregates(values, 0)]
    return min((level for level in found if level >= 0), default=0)


def _level_of(levels: list[Scope], entry: nodes.RangeEntry) -> int:
    """The number of the level that an entry is in, -1 for none: it is of a query inside."""
    for number, level in enumerate(levels):
        if any(known is entry for known in level.entries):
            return number
    return -1


def mentions_level(scope: Scope, value: nodes.Expr) -> bool:
    """Whether a value holds a column of this very query (contain_vars_of_level)."""
    return any(
        any(known is entry for known in scope.entries) for entry, _ in _mentioned([value], 0)
    )


def check_without_columns(scope: Scope, value: nodes.Expr, name: str, node: exp.Expr) -> None:
    """The argument of LIMIT or of a frame has no columns of its query (checkExprIsVarFree)."""
    if mentions_level(scope, value):
        message = f"argument of {name} must not contain variables"
        help = "It is computed once, before there are rows."
        scope.state.fail("invalid-column-reference", message, node, help)


def _mentioned(values: Sequence[nodes.Expr], depth: int) -> Iterator[tuple[nodes.RangeEntry, int]]:
    for value in values:
        if isinstance(value, (nodes.Var, nodes.WholeRow)):
            yield value.entry, depth
        elif isinstance(value, nodes.SubLink):
            yield from _mentioned(list(level_expressions(value.query)), depth + 1)
        yield from _mentioned(list(children(value)), depth)


def _aggregates(
    values: Sequence[nodes.Expr], depth: int
) -> Iterator[tuple[nodes.Aggregate | nodes.Grouping, int]]:
    for value in values:
        if isinstance(value, (nodes.Aggregate, nodes.Grouping)):
            yield value, depth
        elif isinstance(value, nodes.SubLink):
            yield from _aggregates(list(level_expressions(value.query)), depth + 1)
        yield from _aggregates(list(children(value)), depth)


def level_expressions(query: nodes.Query) -> Iterator[nodes.Expr]:
    """The expressions of a query and of those directly inside it."""
    yield from expressions_of(query)
    for inner in inner_queries(query):
        yield from level_expressions(inner)


def _check_nested(scope: Scope, level: int, values: Sequence[nodes.Expr], node: exp.Expr) -> None:
    if any(part.levels_up - depth == level for part, depth in _aggregates(values, 0)):
        _refuse(scope, "aggregate function calls cannot be nested", node)
    if level == 0 and any(isinstance(part, nodes.WindowCall) for part in walk_all(values)):
        _refuse(scope, "aggregate function calls cannot contain window function calls", node)
    if returns_set(values):
        _refuse(scope, "aggregate function calls cannot contain set-returning function calls", node)


def _check_direct(scope: Scope, level: int, values: Sequence[nodes.Expr], node: exp.Expr) -> None:
    """An ordered-set aggregate's direct arguments may be of its level and those around it."""
    levels = list(scope.levels())
    if any(0 <= _level_of(levels, entry) < level for entry, _ in _mentioned(values, 0)):
        message = (
            "outer-level aggregate cannot contain a lower-level variable in its direct arguments"
        )
        _refuse(scope, message, node)
    if any(0 <= part.levels_up - depth <= level for part, depth in _aggregates(values, 0)):
        _refuse(scope, "aggregate function calls cannot be nested", node)


def _refuse(scope: Scope, message: str, node: exp.Expr) -> None:
    scope.state.fail("grouping-error", message, node, "Compute it in a subquery.")


# Window functions ---------------------------------------------------------------------------------


def check_window(scope: Scope, values: Sequence[nodes.Expr], node: exp.Expr) -> None:
    """A window function has to be able to stand here, and over these arguments."""
    if any(isinstance(part, nodes.WindowCall) for part in walk_all(values)):
        _refuse(scope, "window function calls cannot be nested", node)
    if returns_set(values):
        _refuse(scope, "window function calls cannot contain set-returning function calls", node)
    if scope.clause not in _WINDOWS:
        _refuse(scope, f"window functions are not allowed in {_spoken(scope.clause)}", node)
    scope.has_windows = True


# Subqueries ---------------------------------------------------------------------------------------


def check_subqueries(scope: Scope, value: nodes.Expr, node: exp.Expr) -> None:
    """A subquery has to be able to stand here (transformSubLink in parse_expr.c)."""
    what = _WITHOUT_SUBQUERIES.get(scope.clause)
    if what and any(isinstance(part, nodes.SubLink) for part in walk_all([value])):
        message = f"cannot use subquery in {what}"
        help = "Call a function that has it, or use a trigger."
        scope.state.fail("invalid-column-reference", message, node, help)


# Functions that return sets -----------------------------------------------------------------------


def check_set_returning(scope: Scope, values: Sequence[nodes.Expr], node: exp.Expr) -> None:
    """A function that returns a set has to be able to stand here."""
    if scope.clause == "FROM" and returns_set(values):
        _refuse_set(scope, "set-returning functions must appear at top level of FROM", node)
    if scope.clause not in _SETS:
        _refuse_set(
            scope, f"set-returning functions are not allowed in {_spoken(scope.clause)}", node
        )
    scope.has_set_returning = scope.state.has_sets = True


def check_top_level(scope: Scope, value: nodes.Expr, node: exp.Expr) -> None:
    """An item of FROM may be a function that returns a set, but none may be inside of it."""
    if returns_set(children(value)):
        _refuse_set(scope, "set-returning functions must appear at top level of FROM", node)


def check_no_set(
    scope: Scope, values: Sequence[nodes.Expr], construct: str, node: exp.Expr
) -> None:
    """CASE and COALESCE may skip arguments, so none of these may return a set."""
    if returns_set(values):
        _refuse_set(scope, f"set-returning functions are not allowed in {construct}", node)


def _refuse_set(scope: Scope, message: str, node: exp.Expr) -> None:
    scope.state.fail(
        "wrong-object-type",
        message,
        node,
        "You might be able to move the set-returning function into a LATERAL FROM item.",
    )
