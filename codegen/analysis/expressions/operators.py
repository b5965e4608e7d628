"""Operators and what the grammar turns into them (src/backend/parser/parse_oper.c,
parse_expr.c)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NoReturn

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.coerce import Where, coerce
from codegen.analysis.definitions import typed_here
from codegen.analysis.expressions import subqueries
from codegen.analysis.expressions.missing_operators import ambiguous_help, operator_help
from codegen.analysis.expressions.table import infer
from codegen.analysis.scope import Scope
from codegen.analysis.tree import returns_set
from codegen.postgres import comparing, oids, operators
from codegen.postgres.catalog import Operator
from codegen.postgres.errors import Unresolved

#: Nodes that stand for an operator of PostgreSQL whatever their operands.
PLAIN: dict[type[exp.Expr], str] = {
    exp.Add: "+",
    exp.Sub: "-",
    exp.Mul: "*",
    exp.Div: "/",
    exp.IntDiv: "/",
    exp.Mod: "%",
    exp.Pow: "^",
    exp.EQ: "=",
    exp.NEQ: "<>",
    exp.LT: "<",
    exp.LTE: "<=",
    exp.GT: ">",
    exp.GTE: ">=",
}
_COMPARISONS = frozenset({"=", "<>", "<", "<=", ">", ">="})


def operator_name(node: exp.Expr, scope: Scope) -> tuple[str | None, str]:
    """The schema (or None) and the name of the operator that a binary node stands for."""
    plain = PLAIN.get(type(node))
    if plain is not None:
        return None, plain
    if isinstance(node, exp.Operator):
        schema, dot, name = str(node.args["operator"]).rpartition(".")
        return (
            (schema or None, name)
            if dot and schema.isidentifier()
            else (None, str(node.args["operator"]))
        )
    return scope.state.shaped.operators[type(node)]


def binary(node: exp.Expr, scope: Scope) -> nodes.Expr:
    """``a op b``, with ANY/ALL, rows or subqueries as operands."""
    schema, name = operator_name(node, scope)
    return compare(node, node.this, node.expression, name, scope, schema)


def compare(
    node: exp.Expr,
    left: exp.Expr,
    right: exp.Expr,
    name: str,
    scope: Scope,
    schema: str | None = None,
) -> nodes.Expr:
    """``left name right`` where right may be ANY or ALL of something."""
    if is_quantifier(right):
        return quantified(node, left, right, name, scope, schema)
    row = as_row(left)
    other = as_row(right)
    if row is not None and isinstance(right, exp.Subquery) and subqueries.is_query(right.this):
        return subqueries.row_comparison(node, row, right, name, scope)
    first = infer(left, scope)
    second = infer(right, scope)
    if (
        row is not None
        and other is not None
        and isinstance(first, nodes.Row)
        and isinstance(second, nodes.Row)
    ):
        return row_compare(scope, node, name, first.args, second.args)
    return operate(scope, node, name, first, second, schema)


def hint(scope: Scope, first: nodes.Expr, second: nodes.Expr) -> None:
    """A positional parameter is named by the column that it meets."""
    for one, other in ((first, second), (second, first)):
        if isinstance(one, nodes.Param) and isinstance(other, nodes.Var):
            scope.state.hints.setdefault(one.number, other.name)


def as_row(node: exp.Expr) -> list[exp.Expr] | None:
    """The fields of ``(a, b)`` or ROW(a, b)."""
    inner = node
    while isinstance(inner, exp.Paren):
        inner = inner.this
    if isinstance(inner, exp.Tuple):
        return list(inner.expressions)
    if isinstance(inner, exp.Anonymous) and inner.name == "pg!row":
        return list(inner.expressions)
    return None


def operate(
    scope: Scope,
    node: Where,
    name: str,
    left: nodes.Expr,
    right: nodes.Expr,
    schema: str | None = None,
) -> nodes.Expr:
    """The operator that resolution picks, with its operands coerced."""
    hint(scope, left, right)
    try:
        found = operators.resolve_binary(scope.catalog, name, left.type, right.type, schema)
    except Unresolved as caught:
        no_operator(scope, node, caught, name, left, right)
    args = [
        _operand(scope, operand, target, node)
        for operand, target in zip((left, right), found.arg_types, strict=True)
    ]
    return nodes.OperatorCall(
        type=found.result, span=_around(left, right), operator=found.operator, args=args
    )


def _around(left: nodes.Expr, right: nodes.Expr) -> nodes.Offsets:
    if left.span and right.span:
        return left.span[0], right.span[1]
    return left.span or right.span


def _operand(scope: Scope, operand: nodes.Expr, target: int, node: Where) -> nodes.Expr:
    return coerce(scope.state, operand, target, node if operand.span is None else operand)


def no_operator(
    scope: Scope, node: Where, caught: Any, name: str, left: nodes.Expr | None, right: nodes.Expr
) -> NoReturn:
    types = [scope.state.type_name(side.type) for side in (left, right) if side is not None]
    written = f"{types[0]} {name} {types[1]}" if left is not None else f"{name} {types[0]}"
    if caught.kind == "ambiguous":
        scope.state.fail(
            "ambiguous-operator",
            f"operator is not unique: {written}",
            node,
            ambiguous_help(scope, [one for one in (left, right) if one is not None]),
        )
    labels = typed_here(scope.state, [left, right])
    help_ = operator_help(scope, name, left, right)
    message = f"operator does not exist: {written}"
    scope.state.fail("undefined-operator", message, node, help_, labels)


def prefix(node: exp.Expr, scope: Scope) -> nodes.Expr:
    """A prefix operator; a minus before a number is the number's sign (doNegate in gram.y)."""
    if isinstance(node, exp.Neg):
        number = node.this.unnest()
        while isinstance(number, exp.Neg):
            number = number.this.unnest()
        if isinstance(number, exp.Literal) and not number.is_string:
            from codegen.analysis.expressions.values import number_type

            value = infer(node.this, scope)
            assert isinstance(value, nodes.Const) and value.value is not None
            text = value.value[1:] if value.value.startswith("-") else f"-{value.value}"
            return nodes.Const(type=number_type(text), span=value.span, value=text)
        schema, name = None, "-"
        inner = node.this
    else:
        number, inner = node.this.expressions
        schema, name = scope.state.shaped.prefix_operators[int(number.name)]
    operand = infer(inner, scope)
    try:
        found = operators.resolve_prefix(scope.catalog, name, operand.type, schema)
    except Unresolved as caught:
        no_operator(scope, node, caught, name, None, operand)
    args = [_operand(scope, operand, found.arg_types[-1], node)]
    return nodes.OperatorCall(
        type=found.result, span=operand.span, operator=found.operator, args=args
    )


def row_compare(
    scope: Scope, node: Where, name: str, left: list[nodes.Expr], right: list[nodes.Expr]
) -> nodes.Expr:
    """``(a, b) op (c, d)`` (make_row_comparison_op)."""
    if len(left) == len(right) == 0:
        scope.state.fail(
            "column-count", "cannot compare rows of zero length", node, "Give both sides a value."
        )
    pairs = compare_fields(scope, node, name, left, right)
    check_no_sets(scope, node, pairs)
    calls = [pair for pair in pairs if isinstance(pair, nodes.OperatorCall)]
    check_interpretation(scope, node, [call.operator for call in calls])
    if name in ("=", "<>") and len(calls) == len(pairs):
        if len(pairs) == 1:
            return pairs[0]
        return nodes.BoolExpr(type=oids.BOOL, op="and" if name == "=" else "or", args=list(pairs))
    return nodes.RowComparison(
        type=oids.BOOL,
        op=name,
        operators=[call.operator for call in calls],
        left=[call.args[0] for call in calls],
        right=[call.args[1] for call in calls],
    )


def check_no_sets(scope: Scope, node: Where, compared: Sequence[nodes.Expr]) -> None:
    """No field of rows that are compared is a set."""
    if scope.state.has_sets and returns_set(compared):
        message = "row comparison operator must not return a set"
        scope.state.fail("wrong-object-type", message, node, "Call the function in FROM.")


def check_interpretation(scope: Scope, node: Where, found: Sequence[Operator]) -> None:
    """Rows of more than one field compare by what families of btree say of the operators."""
    unknown = [one for one in found if not comparing.is_comparison(scope.catalog, one)]
    if len(found) > 1 and unknown:
        name = unknown[0].name
        message = f"could not determine interpretation of row comparison operator {name}"
        type_ = scope.state.type_name(unknown[0].left)
        help = f"Values of type {type_} have no order: compare these fields by themselves."
        scope.state.fail("undefined-operator", message, node, help)


def compare_fields(
    scope: Scope, node: Where, name: str, left: list[nodes.Expr], right: list[nodes.Expr]
) -> list[nodes.Expr]:
    """The comparisons of the fields of two rows, each with a boolean for its result."""
    if len(left) != len(right):
        scope.state.fail(
            "column-count",
            "unequal number of entries in row expressions",
            node,
            f"The left side has {len(left)}, the right side {len(right)}.",
        )
    pairs = [operate(scope, node, name, a, b) for a, b in zip(left, right, strict=True)]
    for pair in pairs:
        if pair.type != oids.BOOL:
            scope.state.fail(
                "datatype-mismatch",
                "row comparison operator must yield type boolean, "
                f"not type {scope.state.type_name(pair.type)}",
                node,
                "Use =, <>, <, <=, > or >=.",
            )
    return pairs


def is_quantifier(node: exp.Expr) -> bool:
    """ANY, SOME or ALL; sqlglot takes ALL and SOME of an array for functions of these names."""
    return isinstance(node, (exp.Any, exp.All)) or (
        isinstance(node, exp.Anonymous) and node.this in ("all", "some")
    )


def quantified(
    node: exp.Expr, left: exp.Expr, right: exp.Expr, name: str, scope: Scope, schema: str | None
) -> nodes.Expr:
    """``left op ANY/ALL (array or subquery)``."""
    is_all = isinstance(right, exp.All) or right.this == "all"
    operand: exp.Expr = right.expressions[0] if right.expressions else right.args["this"]
    while isinstance(operand, (exp.Paren, exp.Subquery)):
        operand = operand.this
    if subqueries.is_query(operand):
        return subqueries.quantified(node, left, operand, name, "all" if is_all else "any", scope)
    return array_comparison(
        scope, node, name, infer(left, scope), infer(operand, scope), is_all, schema
    )


def array_comparison(
    scope: Scope,
    node: Where,
    name: str,
    left: nodes.Expr,
    array: nodes.Expr,
    is_all: bool,
    schema: str | None = None,
) -> nodes.Expr:
    """``left op ANY (array)`` or ``left op ALL (array)``."""
    state = scope.state
    try:
        found = operators.resolve_scalar_array(scope.catalog, name, left.type, array.type, schema)
    except Unresolved as caught:
        _no_comparison(scope, node, caught, name, left, array)
    if isinstance(array, nodes.Param) and isinstance(left, nodes.Var):
        state.hints.setdefault(array.number, left.name)
    return nodes.ArrayComparison(
        type=oids.BOOL,
        span=left.span,
        operator=found.operator,
        left=coerce(state, left, found.arg_types[0], node),
        array=coerce(state, array, found.arg_types[1], node),
        all=is_all,
    )


def _no_comparison(
    scope: Scope, node: Where, caught: Unresolved, name: str, left: nodes.Expr, array: nodes.Expr
) -> NoReturn:
    if caught.help:
        code = "undefined-type" if caught.what == "type" else "datatype-mismatch"
        scope.state.fail(code, caught.message, node, caught.help)
    element = scope.catalog.element_of(scope.catalog.base_type(array.type))
    right = nodes.Const(type=element or oids.UNKNOWN, value=None)
    no_operator(scope, node, caught, name, left, right)
