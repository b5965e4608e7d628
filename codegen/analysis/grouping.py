"""Columns outside aggregates have to be grouped (check_ungrouped_columns in parse_agg.c)."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.analysis import nodes
from codegen.analysis.scope import Scope
from codegen.analysis.targets import same


def check_grouping(query: nodes.Query, scope: Scope) -> None:
    """Raises grouping-error for a column that is neither grouped nor inside an aggregate, unless
    a primary key that determines it is grouped (manual 7.2.3)."""
    if not (query.group_by or query.has_aggregates or query.grouping_sets):
        return
    entries = set(map(id, _entries(query.from_)))
    determined = _determined(query)
    exprs = [target.expr for target in query.targets] + query.order_by + query.distinct_on
    if query.having is not None:
        exprs.append(query.having)
    for expr in exprs:
        _check(expr, query, entries, determined, scope)


def _entries(items: list[nodes.FromItem]) -> Iterator[nodes.RangeEntry]:
    for item in items:
        if isinstance(item, nodes.Join):
            yield from _entries([item.left, item.right])
        else:
            yield item


def _determined(query: nodes.Query) -> set[int]:
    """The entries whose primary key is grouped."""
    if query.grouping_sets:
        return set()
    found: set[int] = set()
    for entry in _entries(query.from_):
        if entry.kind != "table" or entry.relation is None:
            continue
        grouped = {
            entry.relation.columns[key.index].name
            for key in query.group_by
            if isinstance(key, nodes.Var) and key.entry is entry and key.index >= 0
        }
        if any(key.primary and grouped.issuperset(key.columns) for key in entry.relation.keys):
            found.add(id(entry))
    return found


def _check(
    expr: nodes.Expr, query: nodes.Query, entries: set[int], determined: set[int], scope: Scope
) -> None:
    if isinstance(expr, (nodes.Aggregate, nodes.Grouping)):
        return
    if any(same(expr, key) for key in query.group_by):
        return
    if isinstance(expr, (nodes.Var, nodes.WholeRow)):
        if id(expr.entry) in entries and id(expr.entry) not in determined:
            _fail(expr, scope)
        return
    for part in children(expr):
        _check(part, query, entries, determined, scope)


def _fail(expr: nodes.Var | nodes.WholeRow, scope: Scope) -> None:
    name = (
        f"{expr.entry.name}.{expr.name}" if isinstance(expr, nodes.Var) else f"{expr.entry.name}.*"
    )
    scope.state.fail(
        "grouping-error",
        f'column "{name}" must appear in the GROUP BY clause or be used in an aggregate function',
        expr,
        f"Add {name} to GROUP BY, or aggregate it.",
    )


def children(expr: nodes.Expr) -> Iterator[nodes.Expr]:
    """The expressions directly inside one, those of subqueries left out."""
    for name in type(expr).__dataclass_fields__:
        yield from _inside(getattr(expr, name))


def _inside(value: object) -> Iterator[nodes.Expr]:
    if isinstance(value, nodes.Expr):
        yield value
    elif isinstance(value, nodes.Window):
        yield from value.partition
        yield from value.order
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _inside(part)
