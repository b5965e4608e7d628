"""UNION, INTERSECT, EXCEPT (transformSetOperationStmt in src/backend/parser/analyze.c)."""

from __future__ import annotations

from collections.abc import Callable

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.coerce import coerce_common, common_of_types
from codegen.analysis.expressions.subqueries import subquery_entry
from codegen.analysis.limits import limit, locks, strength
from codegen.analysis.scope import Scope
from codegen.analysis.sorting import require_equality, set_order_by, sorts
from codegen.postgres import oids
from codegen.records import replace

Settle = Callable[[list[nodes.Target]], None]


def set_operation(node: exp.SetOperation, scope: Scope) -> nodes.Query:
    """A set operation with its own ORDER BY and LIMIT; INTO of its first SELECT is its own."""
    from codegen.analysis.select import into_table

    first: exp.Expr = node
    while isinstance(first, (exp.SetOperation, exp.Subquery)):
        first = first.this
    into = first.args.get("into")
    first.set("into", None)
    query = _operation(node, scope, None)
    if into is not None:
        into_table(into, query, scope)
    return query


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
        settle(left.targets)
    right = _term(node.right, scope)
    query = _combine(node, left, right, scope)
    query.order_by = set_order_by(node.args.get("order"), query, scope)
    query.sorts = sorts(node.args.get("order"), scope)
    limit(node, query, scope)
    last = node.right if isinstance(node.right, exp.Select) else node
    locks(last if last.args.get("locks") else node, query, scope)
    return query


def _term(node: exp.Expr, scope: Scope) -> nodes.Query:
    from codegen.analysis.queries import analyse_query

    inner = Scope(scope.state, scope)
    inner.resolve_unknowns = False
    query = analyse_query(node, inner)
    lock = next(iter(node.find_all(exp.Lock)), None) if isinstance(node, exp.Subquery) else None
    if query.locking and lock is not None:
        message = f"{strength(lock)} is not allowed with UNION/INTERSECT/EXCEPT"
        scope.state.fail("unsupported", message, lock, "Lock the rows in a subquery.")
    return query


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
    keeps_all = node.args.get("distinct") is False
    targets: list[nodes.Target] = []
    for index in range(len(left.targets)):
        target = _common(left, right, index, construct, scope)
        if not (keeps_all and construct == "UNION"):
            require_equality(target, scope, _place(left.targets[index]))
        one = left.targets[index]
        column = nodes.Var(type=target, span=_place(one), entry=entry, index=index, name=one.name)
        targets.append(nodes.Target(name=one.name, expr=column, span=one.span))
    return nodes.Query(
        command="set",
        set_op=construct.lower(),
        set_all=keeps_all,
        left=left,
        right=right,
        targets=targets,
    )


def _common(left: nodes.Query, right: nodes.Query, index: int, construct: str, scope: Scope) -> int:
    """The common type of a column, which both terms then have."""
    pair = left.targets[index], right.targets[index]
    types = [target.expr.type for target in pair]
    places = [_place(target) for target in pair]
    exprs = [target.expr for target in pair]
    target = common_of_types(scope.state, types, construct, places, exprs)
    for term in (left, right):
        _coerce_column(term, index, target, construct, scope)
    return target


def _place(target: nodes.Target) -> nodes.Offsets:
    return target.span or target.expr.span


def _coerce_column(
    query: nodes.Query, index: int, target: int, construct: str, scope: Scope
) -> None:
    column = query.targets[index]
    open_ = column.expr.type == oids.UNKNOWN
    if column.expr.type == target or (
        open_ and not isinstance(column.expr, (nodes.Const, nodes.Param))
    ):
        return  # what is neither and has no type yet stays as it is
    expr = column.expr if column.expr.span else replace(column.expr, span=column.span)
    converted = coerce_common(scope.state, expr, target, construct)
    query.targets[index] = nodes.Target(
        name=column.name, expr=converted, embed=column.embed, span=column.span
    )
