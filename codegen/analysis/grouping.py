"""Columns outside aggregates have to be grouped (parseCheckAggregates in parse_agg.c)."""

from __future__ import annotations

from codegen.analysis import nodes
from codegen.analysis.clauses import level_expressions
from codegen.analysis.equality import same
from codegen.analysis.scope import Scope
from codegen.analysis.tree import children
from codegen.records import dataclass


@dataclass(slots=True)
class _Groups:
    """What is grouped: ``keys`` by each grouping set or some, ``entries`` of the query itself,
    ``determined`` those whose primary key is grouped (manual 7.2.3)."""

    keys: list[nodes.Expr]
    entries: set[int]
    determined: set[int]
    scope: Scope


def check_grouping(query: nodes.Query, scope: Scope) -> None:
    """Raises grouping-error for a column that is neither grouped nor inside an aggregate, unless
    a primary key that determines it is grouped."""
    if not (query.group_by or query.has_aggregates or query.grouping_sets or query.having):
        return
    _check_recursive_term(query, scope)
    groups = _Groups(
        keys=query.group_by,
        entries=set(map(id, scope.entries)),
        determined=_determined(query, scope),
        scope=scope,
    )
    exprs = [target.expr for target in query.targets] + query.order_by + query.distinct_on
    if query.having is not None:
        exprs.append(query.having)
    for expr in exprs:
        _check(expr, groups, 0)


def _check_recursive_term(query: nodes.Query, scope: Scope) -> None:
    """Refuses aggregates over the rows of a recursive WITH query in its own recursive term: while
    that is analysed, the WITH query has no query yet."""
    recursive = [e for e in scope.entries if e.cte is not None and e.cte.recursive]
    if query.has_aggregates and any(e.cte and e.cte.query.left is None for e in recursive):
        scope.state.fail(
            "grouping-error",
            "aggregate functions are not allowed in a recursive query's recursive term",
            query.targets[0].span if query.targets else None,
            "Aggregate what the WITH query returns.",
        )


def _common(query: nodes.Query) -> list[nodes.Expr]:
    """The grouping expressions that are in every grouping set."""
    if not query.grouping_sets:
        return query.group_by if query.grouping_sets is None else []
    first, *rest = query.grouping_sets
    keys = [query.group_by[index] for index in first]
    others = [[query.group_by[index] for index in one] for one in rest]
    return [key for key in keys if all(any(same(key, k) for k in other) for other in others)]


def _determined(query: nodes.Query, scope: Scope) -> set[int]:
    """The entries whose primary key is grouped."""
    keys = [key for key in _common(query) if isinstance(key, nodes.Var) and key.index >= 0]
    found: set[int] = set()
    for entry in scope.entries:
        if entry.kind != "table" or entry.relation is None:
            continue
        columns = entry.relation.columns
        grouped = {columns[key.index].name for key in keys if key.entry is entry}
        if any(key.primary and grouped.issuperset(key.columns) for key in entry.relation.keys):
            found.add(id(entry))
    return found


def _check(expr: nodes.Expr, groups: _Groups, depth: int) -> None:
    if isinstance(expr, nodes.Aggregate) and expr.levels_up >= depth:
        for part in expr.direct if expr.levels_up == depth else ():
            _check(part, groups, depth)
        return
    if isinstance(expr, nodes.Grouping):
        _check_grouping_call(expr, groups, depth)
        return
    if isinstance(expr, (nodes.Var, nodes.WholeRow)):
        _check_column(expr, groups, depth)
        return
    if depth == 0 and any(same(expr, key) for key in groups.keys):
        return
    for part in children(expr):
        _check(part, groups, depth)
    if isinstance(expr, nodes.SubLink):
        for part in level_expressions(expr.query):
            _check(part, groups, depth + 1)


def _check_column(expr: nodes.Var | nodes.WholeRow, groups: _Groups, depth: int) -> None:
    inside = id(expr.entry) in groups.entries and id(expr.entry) not in groups.determined
    if inside and not any(same(expr, key) for key in groups.keys):
        _fail(expr, groups, depth)


def _fail(expr: nodes.Var | nodes.WholeRow, groups: _Groups, depth: int) -> None:
    column = f"{expr.entry.name}.{expr.name if isinstance(expr, nodes.Var) else '*'}"
    message = (
        f'column "{column}" must appear in the GROUP BY clause or be used in an aggregate function'
    )
    if depth:
        message = f'subquery uses ungrouped column "{column}" from outer query'
    help_ = f"Add {column} to GROUP BY, or aggregate it."
    groups.scope.state.fail("grouping-error", message, expr, help_)


def _check_grouping_call(expr: nodes.Grouping, groups: _Groups, depth: int) -> None:
    for arg in expr.args if depth == 0 else ():
        if not any(same(arg, key) for key in groups.keys):
            groups.scope.state.fail(
                "grouping-error",
                "arguments to GROUPING must be grouping expressions of the associated query level",
                arg,
                "Name expressions of GROUP BY.",
            )
