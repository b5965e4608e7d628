"""ORDER BY and DISTINCT (transformSortClause and its like in src/backend/parser/parse_clause.c)."""

from __future__ import annotations

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.clauses import clause
from codegen.analysis.coerce import coerce
from codegen.analysis.equality import same
from codegen.analysis.expressions.table import infer
from codegen.analysis.orderings import check_sorted, is_descending
from codegen.analysis.scope import NamespaceItem, Scope, offsets_of
from codegen.analysis.targets import output_target
from codegen.postgres import comparing, oids


def order_by(node: exp.Order | None, query: nodes.Query, scope: Scope) -> list[nodes.Expr]:
    """ORDER BY: names of result columns, positions, expressions."""
    if node is None:
        return []
    with clause(scope, "ORDER BY"):
        return [_ordered(item, query, scope) for item in node.expressions]


def sorts(node: exp.Order | None, scope: Scope) -> list[nodes.Sort]:
    """How the keys of ORDER BY sort, one by one."""
    return [
        nodes.Sort(descending=is_descending(item, scope), span=offsets_of(item, scope.state.shaped))
        for item in (node.expressions if node is not None else ())
    ]


def _ordered(item: exp.Ordered, query: nodes.Query, scope: Scope) -> nodes.Expr:
    key = sort_key(item.this, query, scope, "ORDER BY")
    check_sorted(key, item, scope)
    return key


def require_equality(type_: int, scope: Scope, node: exp.Expr | nodes.Expr | nodes.Offsets) -> None:
    """Values that are grouped, or of which duplicates are dropped, need an equality."""
    if not comparing.has_equality(scope.catalog, type_):
        scope.state.fail(
            "undefined-operator",
            f"could not identify an equality operator for type {scope.state.type_name(type_)}",
            node,
            "Cast it to a type that has one, for example jsonb instead of json.",
        )


def sort_key(node: exp.Expr, query: nodes.Query, scope: Scope, name: str) -> nodes.Expr:
    """What a name, a position or an expression stands for (findTargetlistEntrySQL92); what has no
    type becomes text, also in the result."""
    found = output_target(node, query, scope, name)
    if found is not None:
        return settled(found, query, scope)
    value = infer(node, scope)
    return coerce(scope.state, value, oids.TEXT, node) if value.type == oids.UNKNOWN else value


def settled(target: nodes.Target, query: nodes.Query, scope: Scope) -> nodes.Expr:
    """The value of a result column by which rows are compared: text where it has no type."""
    if target.expr.type != oids.UNKNOWN:
        return target.expr
    value = coerce(scope.state, target.expr, oids.TEXT)
    index = next(i for i, known in enumerate(query.targets) if known is target)
    query.targets[index] = nodes.Target(
        name=target.name, expr=value, embed=target.embed, span=target.span
    )
    return value


def set_order_by(node: exp.Order | None, query: nodes.Query, scope: Scope) -> list[nodes.Expr]:
    """ORDER BY of a set operation: only names and positions of its result."""
    if node is None:
        return []
    keys: list[nodes.Expr] = []
    for item in node.expressions:
        found = output_target(item.this, query, scope, "ORDER BY")
        if found is None:
            infer(item.this, _result_scope(query, scope))
            scope.state.fail(
                "invalid-column-reference",
                "invalid UNION/INTERSECT/EXCEPT ORDER BY clause",
                item.this,
                "Only result column names can be used, not expressions or functions.",
            )
        check_sorted(found.expr, item, scope)
        keys.append(found.expr)
    return keys


def values_order_by(node: exp.Order | None, query: nodes.Query, scope: Scope) -> list[nodes.Expr]:
    """ORDER BY of VALUES, whose columns are named column1, column2, …"""
    return order_by(node, query, _result_scope(query, scope))


def _result_scope(query: nodes.Query, scope: Scope) -> Scope:
    """A scope in which the result's columns are the only names of this level."""
    item = NamespaceItem("", [(t.name, t.expr) for t in query.targets], relation_visible=False)
    return Scope(scope.state, scope.parent, [item], scope.ctes, scope.pending)


# DISTINCT -----------------------------------------------------------------------------------------


def distinct(node: exp.Distinct | None, query: nodes.Query, scope: Scope) -> None:
    """DISTINCT, or DISTINCT ON with what it has in common with ORDER BY."""
    if node is None:
        return
    on = node.args.get("on")
    if on is None:
        query.distinct = True
        if not query.targets:
            scope.state.fail(
                "syntax-error",
                "SELECT DISTINCT must have at least one column",
                node,
                "Name what is to be distinct, or leave DISTINCT out.",
            )
        for target in list(query.targets):
            value = settled(target, query, scope)
            require_equality(value.type, scope, target.span or value)
        _check_sorted_are_selected(query, scope)
        return
    keys = on.expressions if isinstance(on, exp.Tuple) else [on]
    with clause(scope, "DISTINCT ON"):
        query.distinct_on = [sort_key(key, query, scope, "DISTINCT ON") for key in keys]
    for key, node_ in zip(query.distinct_on, keys, strict=True):
        require_equality(key.type, scope, node_)
    _check_initial(query, keys, scope)


def _check_sorted_are_selected(query: nodes.Query, scope: Scope) -> None:
    for key in query.order_by:
        if not any(same(key, target.expr) for target in query.targets):
            scope.state.fail(
                "invalid-column-reference",
                "for SELECT DISTINCT, ORDER BY expressions must appear in select list",
                key,
                "Select it, too.",
            )


def _check_initial(query: nodes.Query, places: list[exp.Expr], scope: Scope) -> None:
    """The expressions of DISTINCT ON come first in ORDER BY (transformDistinctOnClause)."""
    skipped = False
    unsorted = list(zip(query.distinct_on, places, strict=True))
    for key in query.order_by:
        match = [pair for pair in unsorted if same(pair[0], key)]
        if not match:
            skipped = True
        elif skipped:
            _fail_initial(scope, match[0][1])
        else:
            unsorted = [pair for pair in unsorted if not same(pair[0], key)]
    if skipped and unsorted:
        _fail_initial(scope, unsorted[0][1])


def _fail_initial(scope: Scope, node: exp.Expr) -> None:
    scope.state.fail(
        "invalid-column-reference",
        "SELECT DISTINCT ON expressions must match initial ORDER BY expressions",
        node,
        "Start ORDER BY with the expressions of DISTINCT ON.",
    )
