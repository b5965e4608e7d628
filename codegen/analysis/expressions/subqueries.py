"""Subqueries in expressions (transformSubLink in src/backend/parser/parse_expr.c)."""

from __future__ import annotations

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.expressions.table import infer
from codegen.analysis.scope import Scope
from codegen.postgres import oids
from codegen.postgres.catalog import Operator


def is_query(node: exp.Expr | None) -> bool:
    """Whether a node is a query and not a value."""
    return (isinstance(node, (exp.Query, exp.Values)) and not isinstance(node, exp.Subquery)) or (
        isinstance(node, exp.Subquery) and is_query(node.this)
    )


def _analyse(node: exp.Expr, scope: Scope) -> nodes.Query:
    from codegen.analysis.queries import subquery

    while isinstance(node, exp.Subquery) and not node.args.get("with_") and not _has_clauses(node):
        node = node.this
    return subquery(node, scope)


def _has_clauses(node: exp.Subquery) -> bool:
    return any(node.args.get(name) for name in ("order", "limit", "offset", "alias", "joins"))


def scalar(node: exp.Subquery, scope: Scope) -> nodes.Expr:
    """``(SELECT …)`` as a value: one column."""
    query = _analyse(node, scope)
    if len(query.targets) != 1:
        message = "subquery must return only one column"
        scope.state.fail("column-count", message, node, f"It returns {len(query.targets)}.")
    scope.state.sublinks[id(node)] = query
    return nodes.SubLink(type=query.targets[0].expr.type, kind="scalar", query=query)


def exists(node: exp.Exists, scope: Scope) -> nodes.Expr:
    return nodes.SubLink(type=oids.BOOL, kind="exists", query=_analyse(node.this, scope))


def array_subquery(node: exp.Expr, scope: Scope) -> nodes.Expr:
    """ARRAY(SELECT …): an array of its column; of an array column, the same type with a dimension
    more."""
    query = _analyse(node, scope)
    if len(query.targets) != 1:
        scope.state.fail(
            "column-count",
            "subquery must return only one column",
            node,
            f"It returns {len(query.targets)}.",
        )
    element = query.targets[0].expr.type
    array = scope.catalog.array_of(element) or (
        element if scope.catalog.type(element).is_array else 0
    )
    if not array:
        scope.state.fail(
            "undefined-type",
            f"could not find array type for data type {scope.state.type_name(element)}",
            node,
            "Cast the column to a type that has arrays, such as text.",
        )
    return nodes.SubLink(type=array, kind="array", query=query)


def quantified(
    node: exp.Expr, left: exp.Expr, query_node: exp.Expr, name: str, kind: str, scope: Scope
) -> nodes.Expr:
    """``left op ANY/ALL (SELECT …)``, ``left IN (SELECT …)``; left may be a row."""
    from codegen.analysis.expressions.operators import as_row

    row = as_row(left)
    sides = [infer(part, scope) for part in row] if row is not None else [infer(left, scope)]
    query = _analyse(query_node, scope)
    if row is None and isinstance(sides[0], nodes.Row):
        sides = sides[0].args
    return _compare_columns(node, sides, query, name, kind, scope)


def row_comparison(
    node: exp.Expr, row: list[exp.Expr], subquery: exp.Subquery, name: str, scope: Scope
) -> nodes.Expr:
    """``(a, b) op (SELECT c, d)``."""
    sides = [infer(part, scope) for part in row]
    query = _analyse(subquery, scope)
    return _compare_columns(node, sides, query, name, "row", scope)


def _compare_columns(
    node: exp.Expr, sides: list[nodes.Expr], query: nodes.Query, name: str, kind: str, scope: Scope
) -> nodes.Expr:
    from codegen.analysis.expressions.operators import check_interpretation, check_no_sets, operate

    if len(query.targets) != len(sides):
        few = "few" if len(query.targets) < len(sides) else "many"
        scope.state.fail(
            "column-count",
            f"subquery has too {few} columns",
            node,
            f"It has {len(query.targets)}, the left side {len(sides)}.",
        )
    if not sides:
        message = "cannot compare rows of zero length"
        scope.state.fail("column-count", message, node, "Give both sides a value.")
    operators: list[Operator] = []
    left: list[nodes.Expr] = []
    entry = subquery_entry(query)
    for index, (side, target) in enumerate(zip(sides, query.targets, strict=True)):
        column = nodes.Var(type=target.expr.type, entry=entry, index=index, name=target.name)
        call = operate(scope, node, name, side, column)
        assert isinstance(call, nodes.OperatorCall)
        if call.type != oids.BOOL:
            type_ = scope.state.type_name(call.type)
            message = f"row comparison operator must yield type boolean, not type {type_}"
            scope.state.fail("datatype-mismatch", message, node, "Use =, <>, <, <=, > or >=.")
        operators.append(call.operator)
        left.append(call.args[0])
    check_no_sets(scope, node, left)
    check_interpretation(scope, node, operators)
    return nodes.SubLink(
        type=oids.BOOL, kind=kind, query=query, left=left, operators=operators, op=name
    )


def subquery_entry(query: nodes.Query, name: str = "") -> nodes.RangeEntry:
    """A range-table entry for a subquery."""
    columns = [
        nodes.RangeColumn(name=target.name, type=target.expr.type) for target in query.targets
    ]
    return nodes.RangeEntry(kind="subquery", name=name, columns=columns, query=query)
