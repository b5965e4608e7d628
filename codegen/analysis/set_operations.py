"""UNION, INTERSECT, EXCEPT (transformSetOperationStmt in src/backend/parser/analyze.c)."""

from __future__ import annotations

from collections.abc import Callable

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.coerce import coerce_common, common_of_types
from codegen.analysis.expressions.subqueries import subquery_entry
from codegen.analysis.scope import Scope
from codegen.analysis.select import limit, resolve_unknown_targets, set_order_by
from codegen.postgres import oids

Settle = Callable[[list[nodes.Target]], None]


def set_operation(node: exp.SetOperation, scope: Scope) -> nodes.Query:
    """A set operation with its own ORDER BY and LIMIT."""
    return _operation(node, scope, None)


def recursive_union(node: exp.Expr, scope: Scope, settle: Settle) -> nodes.Query:
    """The body of a recursive WITH query; ``settle`` is told the columns of its first term."""
    from codegen.analysis.with_queries import with_clause

    assert isinstance(node, exp.SetOperation)
    ctes = with_clause(node.args.get("with_"), scope)
    query = _operation(node, scope, settle)
    query.ctes = ctes()
    return query


def _operation(node: exp.SetOperation, scope: Scope, settle: Settle | None) -> nodes.Query:
    left = _term(node.left, scope)
    if settle is not None:
        resolve_unknown_targets(left, scope)
        settle(left.targets)
    right = _term(node.right, scope)
    query = _combine(node, left, right, scope)
    if scope.resolve_unknowns:
        resolve_unknown_targets(query, scope)
    query.order_by = set_order_by(node.args.get("order"), query, scope)
    limit(node, query, scope)
    return query


def _term(node: exp.Expr, scope: Scope) -> nodes.Query:
    from codegen.analysis.queries import analyse_query

    inner = Scope(scope.state, scope)
    inner.resolve_unknowns = False
    return analyse_query(node, inner)


def _combine(
    node: exp.SetOperation, left: nodes.Query, right: nodes.Query, scope: Scope
) -> nodes.Query:
    construct = type(node).__name__.upper()
    if len(left.targets) != len(right.targets):
        scope.state.fail(
            "column-count",
            f"each {construct} query must have the same number of columns",
            node.right,
            f"The first has {len(left.targets)}, the second {len(right.targets)}.",
        )
    entry = subquery_entry(left)
    targets: list[nodes.Target] = []
    for index, (one, other) in enumerate(zip(left.targets, right.targets, strict=True)):
        target = common_of_types(
            scope.state, [one.expr.type, other.expr.type], construct, [one.span, other.span]
        )
        _coerce_leaf(left, index, target, construct, scope)
        _coerce_leaf(right, index, target, construct, scope)
        column = nodes.Var(type=target, entry=entry, index=index, name=one.name)
        targets.append(nodes.Target(name=one.name, expr=column, span=one.span))
    distinct = node.args.get("distinct")
    return nodes.Query(
        command="set",
        set_op=construct.lower(),
        set_all=distinct is False,
        left=left,
        right=right,
        targets=targets,
    )


def _coerce_leaf(query: nodes.Query, index: int, target: int, construct: str, scope: Scope) -> None:
    """Converts a column of a term to the common type; open ones take it, in all terms below."""
    column = query.targets[index]
    if column.expr.type == target:
        return
    if query.command == "set" and column.expr.type == oids.UNKNOWN:
        for term in (query.left, query.right):
            if term is not None:
                _coerce_leaf(term, index, target, construct, scope)
    if query.command == "values":
        for row in query.rows:
            row[index] = coerce_common(scope.state, row[index], target, construct)
    expr = column.expr
    if query.command == "set" and expr.type == oids.UNKNOWN and isinstance(expr, nodes.Var):
        converted: nodes.Expr = nodes.Var(
            type=target, entry=expr.entry, index=expr.index, name=expr.name
        )
    else:
        converted = coerce_common(scope.state, expr, target, construct)
    query.targets[index] = nodes.Target(
        name=column.name, expr=converted, embed=column.embed, span=column.span
    )
