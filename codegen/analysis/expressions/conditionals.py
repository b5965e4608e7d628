"""CASE and its like (src/backend/parser/parse_expr.c)."""

from __future__ import annotations

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.clauses import MERGE_RETURNING, check_aggregate, check_no_set
from codegen.analysis.coerce import (
    Where,
    coerce,
    coerce_common,
    coerce_to_boolean,
    common,
    common_of_types,
)
from codegen.analysis.expressions.operators import operate
from codegen.analysis.expressions.table import infer
from codegen.analysis.scope import Scope
from codegen.postgres import oids


def case(node: exp.Case, scope: Scope) -> nodes.Expr:
    """CASE: the default comes first among the results when their common type is sought."""
    operand = infer(node.this, scope) if node.this is not None else None
    if operand is not None and operand.type == oids.UNKNOWN:
        operand = coerce(scope.state, operand, oids.TEXT, node.this)
    conditions: list[nodes.Expr] = []
    results: list[nodes.Expr] = []
    for branch in node.args["ifs"]:
        conditions.append(_condition(branch.this, operand, scope))
        results.append(infer(branch.args["true"], scope))
    default_node = node.args.get("default")
    default = infer(default_node, scope) if default_node is not None else None
    check_no_set(scope, [*conditions, *results, *([default] if default else [])], "CASE", node)
    absent = default or nodes.Const(type=oids.UNKNOWN, value=None)
    places: list[Where] = [node if default is None else default, *results]
    types = [absent.type, *(result.type for result in results)]
    target = common_of_types(scope.state, types, "CASE", places)
    converted = coerce_common(scope.state, absent, target, "CASE/ELSE")
    whens = [
        (condition, coerce_common(scope.state, result, target, "CASE/WHEN"))
        for condition, result in zip(conditions, results, strict=True)
    ]
    return nodes.Case(
        type=target,
        operand=operand,
        whens=whens,
        default=converted if default is not None else None,
    )


def _condition(node: exp.Expr, operand: nodes.Expr | None, scope: Scope) -> nodes.Expr:
    value = infer(node, scope)
    if operand is None:
        return coerce_to_boolean(scope.state, value, "CASE/WHEN", node)
    test = nodes.CaseTest(type=operand.type, span=operand.span, operand=operand)
    return coerce_to_boolean(scope.state, operate(scope, node, "=", test, value), "CASE/WHEN", node)


def coalesce(args: list[exp.Expr], scope: Scope, node: exp.Expr) -> nodes.Expr:
    given = [infer(arg, scope) for arg in args]
    check_no_set(scope, given, "COALESCE", node)
    target, values = common(scope.state, given, "COALESCE")
    return nodes.Coalesce(type=target, args=values)


def greatest(args: list[exp.Expr], scope: Scope, node: exp.Expr) -> nodes.Expr:
    target, values = common(scope.state, [infer(arg, scope) for arg in args], "GREATEST")
    return nodes.MinMax(type=target, op="greatest", args=values)


def least(args: list[exp.Expr], scope: Scope, node: exp.Expr) -> nodes.Expr:
    target, values = common(scope.state, [infer(arg, scope) for arg in args], "LEAST")
    return nodes.MinMax(type=target, op="least", args=values)


def nullif(args: list[exp.Expr], scope: Scope, node: exp.Expr) -> nodes.Expr:
    """NULLIF is an ``=`` whose result has the type of its left operand after coercion."""
    first, second = [infer(arg, scope) for arg in args]
    call = operate(scope, node, "=", first, second)
    assert isinstance(call, nodes.OperatorCall)
    # A row or an array of rows stays of its own type, though records are compared.
    kept = call.args[0].type in (oids.RECORD, oids.RECORD_ARRAY) and first.type != oids.UNKNOWN
    type_ = first.type if kept else call.args[0].type
    return nodes.NullIf(type=type_, operator=call.operator, args=call.args)


def row(args: list[exp.Expr], scope: Scope, node: exp.Expr) -> nodes.Expr:
    from codegen.analysis.expressions.values import row as make_row

    return make_row(args, scope)


def grouping(args: list[exp.Expr], scope: Scope, node: exp.Expr) -> nodes.Expr:
    values = [infer(arg, scope) for arg in args]
    level = check_aggregate(scope, values, node, what="grouping operations")
    return nodes.Grouping(type=oids.INT4, args=values, levels_up=level)


_NAMES = {
    "current_date": oids.DATE,
    "current_time": oids.TIMETZ,
    "current_timestamp": oids.TIMESTAMPTZ,
    "localtime": oids.TIME,
    "localtimestamp": oids.TIMESTAMP,
    "current_role": oids.NAME,
    "current_user": oids.NAME,
    "user": oids.NAME,
    "session_user": oids.NAME,
    "system_user": oids.TEXT,
    "current_catalog": oids.NAME,
    "current_schema": oids.NAME,
}


def sql_value(name: str, args: list[exp.Expr]) -> nodes.Expr:
    """CURRENT_DATE and its like, perhaps with a precision (SQLValueFunction)."""
    return nodes.SqlValue(type=_NAMES[name], name=name, precision="".join(a.name for a in args))


def is_sql_value(name: str) -> bool:
    """Whether the grammar knows this name as a value without parentheses."""
    return name in _NAMES


def merge_action(args: list[exp.Expr], scope: Scope, node: exp.Expr) -> nodes.Expr:
    if not any(level.clause == MERGE_RETURNING for level in scope.levels()):
        message = "MERGE_ACTION() can only be used in the RETURNING list of a MERGE command"
        scope.state.fail(
            "syntax-error", message, node, "Leave it out, or make the statement a MERGE."
        )
    return nodes.JsonExpr(type=oids.TEXT, kind="merge_action", args=[])


#: Functions that the grammar knows by name.
GRAMMAR = {
    "coalesce": coalesce,
    "greatest": greatest,
    "least": least,
    "nullif": nullif,
    "row": row,
    "grouping": grouping,
    "merge_action": merge_action,
}
