"""Operators and what the grammar turns into them (src/backend/parser/parse_oper.c, parse_expr.c)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.coerce import Where, coerce, coerce_to_boolean, common_of_types, try_coerce
from codegen.analysis.expressions import subqueries
from codegen.analysis.expressions.table import infer
from codegen.analysis.scope import Scope
from codegen.postgres import oids, operators
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
    if _is_quantifier(right):
        return quantified(node, left, right, name, scope, schema)
    row = _as_row(left)
    other = _as_row(right)
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


def _hint(scope: Scope, first: nodes.Expr, second: nodes.Expr) -> None:
    """A positional parameter is named by the column that it meets."""
    for one, other in ((first, second), (second, first)):
        if isinstance(one, nodes.Param) and isinstance(other, nodes.Var):
            scope.state.hints.setdefault(one.number, other.name)


def _as_row(node: exp.Expr) -> list[exp.Expr] | None:
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
    _hint(scope, left, right)
    try:
        found = operators.resolve_binary(scope.catalog, name, left.type, right.type, schema)
    except Unresolved as caught:
        _no_operator(scope, node, caught, name, left, right)
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


def _no_operator(
    scope: Scope, node: Where, caught: Any, name: str, left: nodes.Expr | None, right: nodes.Expr
) -> None:
    types = [scope.state.type_name(side.type) for side in (left, right) if side is not None]
    written = f"{types[0]} {name} {types[1]}" if left is not None else f"{name} {types[0]}"
    if caught.kind == "ambiguous":
        scope.state.fail(
            "ambiguous-operator",
            f"operator is not unique: {written}",
            node,
            "Could not choose a best candidate operator. You might need to add explicit type casts.",
        )
    scope.state.fail(
        "undefined-operator",
        f"operator does not exist: {written}",
        node,
        "No operator matches the given name and argument types. You might need to add explicit type casts.",
    )


def prefix(node: exp.Expr, scope: Scope) -> nodes.Expr:
    """A prefix operator; a minus before a number is the number's sign (doNegate in gram.y)."""
    if isinstance(node, exp.Neg):
        if isinstance(node.this, exp.Literal) and not node.this.is_string:
            from codegen.analysis.expressions.values import literal, number_type

            value = literal(node.this, scope)
            assert isinstance(value, nodes.Const)
            text = f"-{value.value}"
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
        _no_operator(scope, node, caught, name, None, operand)
    args = [_operand(scope, operand, found.arg_types[-1], node)]
    return nodes.OperatorCall(
        type=found.result, span=operand.span, operator=found.operator, args=args
    )


def row_compare(
    scope: Scope, node: Where, name: str, left: list[nodes.Expr], right: list[nodes.Expr]
) -> nodes.Expr:
    """``(a, b) op (c, d)`` (make_row_comparison_op)."""
    if len(left) != len(right):
        scope.state.fail(
            "column-count",
            "unequal number of entries in row expressions",
            node,
            f"The left side has {len(left)}, the right side {len(right)}.",
        )
    if not left:
        scope.state.fail("column-count", "cannot compare rows of zero length", node)
    pairs = [operate(scope, node, name, a, b) for a, b in zip(left, right, strict=True)]
    for pair in pairs:
        if pair.type != oids.BOOL:
            scope.state.fail(
                "datatype-mismatch",
                "row comparison operator must yield type boolean, "
                f"not type {scope.state.type_name(pair.type)}",
                node,
            )
    calls = [pair for pair in pairs if isinstance(pair, nodes.OperatorCall)]
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


def _is_quantifier(node: exp.Expr) -> bool:
    """ANY, SOME or ALL; sqlglot takes ALL and SOME of an array for functions of these names."""
    return isinstance(node, (exp.Any, exp.All)) or (
        isinstance(node, exp.Anonymous) and node.this in ("all", "some")
    )


def quantified(
    node: exp.Expr, left: exp.Expr, right: exp.Expr, name: str, scope: Scope, schema: str | None
) -> nodes.Expr:
    """``left op ANY/ALL (array or subquery)``."""
    is_all = isinstance(right, exp.All) or right.this == "all"
    operand = right.expressions[0] if isinstance(right, exp.Anonymous) else right.this
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
    """``left op ANY (array)`` (make_scalar_array_op): the operator takes left and an element."""
    catalog = scope.catalog
    state = scope.state
    if array.type == oids.UNKNOWN:
        element = oids.UNKNOWN
    else:
        element = catalog.element_of(catalog.base_type(array.type))
        if not element:
            state.fail(
                "datatype-mismatch",
                "op ANY/ALL (array) requires array on right side",
                node,
                "Use IN, or give an array.",
            )
    try:
        found = operators.resolve_binary(catalog, name, left.type, element, schema)
    except Unresolved as caught:
        right = nodes.Const(type=element, value=None)
        _no_operator(scope, node, caught, name, left, right)
    if found.result != oids.BOOL:
        state.fail(
            "datatype-mismatch", "op ANY/ALL (array) requires operator to yield boolean", node
        )
    if isinstance(array, nodes.Param) and isinstance(left, nodes.Var):
        state.hints.setdefault(array.number, left.name)
    target = catalog.array_of(found.arg_types[1])
    if not target and found.arg_types[1] == array.type:
        target = array.type
    if not target:
        state.fail(
            "undefined-type",
            f"could not find array type for data type {state.type_name(found.arg_types[1])}",
            node,
        )
    return nodes.ArrayComparison(
        type=oids.BOOL,
        span=left.span,
        operator=found.operator,
        left=coerce(state, left, found.arg_types[0], node),
        array=coerce(state, array, target, node),
        all=is_all,
    )


# Boolean operators --------------------------------------------------------------------------------


def connector(node: exp.Connector, scope: Scope) -> nodes.Expr:
    """AND and OR, flattened so that long chains don't nest."""
    op = "and" if isinstance(node, exp.And) else "or"
    parts: list[exp.Expr] = []
    rest: list[exp.Expr] = [node]
    while rest:
        part = rest.pop()
        if type(part) is type(node):
            rest += [part.expression, part.this]
        else:
            parts.append(part)
    args = [coerce_to_boolean(scope.state, infer(part, scope), op.upper(), part) for part in parts]
    return nodes.BoolExpr(type=oids.BOOL, op=op, args=args)


def not_(node: exp.Not, scope: Scope) -> nodes.Expr:
    """NOT; ``NOT (x IN …)`` and ``x IS NOT …`` arrive as this, too."""
    inner = node.this
    value = infer(inner, scope)
    if (
        isinstance(inner, exp.Is)
        and isinstance(value, (nodes.NullTest, nodes.BooleanTest))
        and not value.negated
    ):
        return replace(value, negated=True)
    if isinstance(value, nodes.OperatorCall) and isinstance(inner, (exp.RegexpLike, exp.SimilarTo)):
        return negate(scope, node, value)
    value = coerce_to_boolean(scope.state, value, "NOT", inner)
    return nodes.BoolExpr(type=oids.BOOL, op="not", args=[value])


def negate(scope: Scope, node: Where, value: nodes.Expr) -> nodes.Expr:
    """NOT of a condition."""
    return nodes.BoolExpr(
        type=oids.BOOL, op="not", args=[coerce_to_boolean(scope.state, value, "NOT", node)]
    )


# IN, BETWEEN, LIKE, IS ----------------------------------------------------------------------------


def in_(node: exp.In, scope: Scope) -> nodes.Expr:
    """``x IN (list)``: x = ANY of an array where the list has a common type, else ORs (transformAExprIn)."""
    query = node.args.get("query")
    if query is not None:
        inner = query.this if isinstance(query, exp.Subquery) else query
        return subqueries.quantified(node, node.this, inner, "=", "any", scope)
    if node.args.get("field") is not None:
        items: list[exp.Expr] = [node.args["field"]]
    else:
        items = list(node.expressions)
    if (
        len(items) == 1
        and isinstance(items[0], exp.Subquery)
        and subqueries.is_query(items[0].this)
    ):
        return subqueries.quantified(node, node.this, items[0].this, "=", "any", scope)
    left = infer(node.this, scope)
    values = [infer(item, scope) for item in items]
    array = _in_array(scope, node, left, values)
    if array is not None:
        return array
    tests: list[nodes.Expr] = []
    for item, value in zip(items, values, strict=True):
        if isinstance(left, nodes.Row) and isinstance(value, nodes.Row):
            tests.append(row_compare(scope, item, "=", left.args, value.args))
        else:
            tests.append(operate(scope, item, "=", left, value))
    return tests[0] if len(tests) == 1 else nodes.BoolExpr(type=oids.BOOL, op="or", args=tests)


def _in_array(
    scope: Scope, node: exp.In, left: nodes.Expr, values: list[nodes.Expr]
) -> nodes.Expr | None:
    plain = [value for value in values if not _has_var(value)]
    if (
        len(plain) < 2
        or any(isinstance(value, nodes.Row) for value in [left, *values])
        or len(plain) != len(values)
    ):
        return None
    from codegen.postgres import common_type

    try:
        target = common_type.select_common_type(
            scope.catalog, [left.type, *(value.type for value in plain)], "IN"
        )
    except Unresolved:
        return None
    array_type = scope.catalog.array_of(target) if target != oids.RECORD else 0
    if not array_type or target == oids.UNKNOWN:
        return None
    for value in values:
        _hint(scope, left, value)
    elements = [coerce(scope.state, value, target) for value in plain]
    array = nodes.ArrayExpr(type=array_type, elements=elements)
    return array_comparison(scope, node, "=", left, array, False)


def _has_var(value: nodes.Expr) -> bool:
    """Whether an expression holds a column of this query, roughly: only constants and parameters don't."""
    inner = value
    while isinstance(inner, nodes.Coerce):
        inner = inner.arg
    return not isinstance(inner, (nodes.Const, nodes.Param))


def between(node: exp.Between, scope: Scope) -> nodes.Expr:
    """``x BETWEEN a AND b`` is ``x >= a AND x <= b``; SYMMETRIC either way round.

    Every operand is analysed where it occurs (transformAExprBetween), so that a parameter has
    the type that its first comparison gave it.
    """
    low, high = node.args["low"], node.args["high"]
    first = _within(scope, node, low, high)
    if not node.args.get("symmetric"):
        return first
    second = _within(scope, node, high, low)
    return nodes.BoolExpr(type=oids.BOOL, op="or", args=[first, second])


def _within(scope: Scope, node: exp.Between, low: exp.Expr, high: exp.Expr) -> nodes.Expr:
    args = [
        compare(node, node.this, low, ">=", scope),
        compare(node, node.this, high, "<=", scope),
    ]
    return nodes.BoolExpr(type=oids.BOOL, op="and", args=args)


_MATCHES: dict[type[exp.Expr], str] = {exp.Like: "~~", exp.ILike: "~~*", exp.SimilarTo: "~"}


def like(node: exp.Expr, scope: Scope) -> nodes.Expr:
    """LIKE, ILIKE and SIMILAR TO are operators (gram.y); ESCAPE passes through a function."""
    negated = bool(node.args.get("negate"))
    name = _MATCHES[type(node)]
    if negated:
        name = f"!{name}"
    if _is_quantifier(node.expression):
        return quantified(node, node.this, node.expression, name, scope, None)
    left = infer(node.this, scope)
    if isinstance(node, exp.SimilarTo):
        right = _pattern(scope, node, "similar_to_escape", [infer(node.expression, scope)])
    else:
        right = infer(node.expression, scope)
    return operate(scope, node, name, left, right)


def _pattern(scope: Scope, node: exp.Expr, function: str, args: list[nodes.Expr]) -> nodes.Expr:
    from codegen.analysis.expressions.calls import call_values

    return call_values(scope, node, "pg_catalog", function, args)


def escape(node: exp.Escape, scope: Scope) -> nodes.Expr:
    """``x LIKE y ESCAPE z``."""
    inner = node.this
    left = infer(inner.this, scope)
    pattern = infer(inner.expression, scope)
    mark = infer(node.expression, scope)
    function = "similar_to_escape" if isinstance(inner, exp.SimilarTo) else "like_escape"
    right = _pattern(scope, node, function, [pattern, mark])
    name = _MATCHES[type(inner)]
    return operate(scope, node, f"!{name}" if inner.args.get("negate") else name, left, right)


def _is_unknown(scope: Scope, node: exp.Is, value: nodes.Expr, negated: bool) -> nodes.Expr:
    value = coerce_to_boolean(
        scope.state, value, f"IS {'NOT ' if negated else ''}UNKNOWN", node.this
    )
    return nodes.BooleanTest(
        type=oids.BOOL, span=value.span, arg=value, value="unknown", negated=negated
    )


def _is_json(scope: Scope, node: exp.Is, value: nodes.Expr, negated: bool) -> nodes.Expr:
    if value.type == oids.UNKNOWN:
        value = coerce(scope.state, value, oids.TEXT, node)
    base = scope.catalog.base_type(value.type)
    if base not in (oids.JSON, oids.JSONB, oids.BYTEA) and scope.catalog.type(base).category != "S":
        message = f"cannot use type {scope.state.type_name(value.type)} in IS JSON predicate"
        scope.state.fail("datatype-mismatch", message, node.this, "Cast it to text.")
    return nodes.JsonExpr(type=oids.BOOL, kind="is_json", args=[value])


def _is_document(scope: Scope, node: exp.Is, value: nodes.Expr, negated: bool) -> nodes.Expr:
    converted = try_coerce(scope.state, value, oids.XML, "a", node)
    if converted is None:
        type_name = scope.state.type_name(value.type)
        message = f"argument of IS DOCUMENT must be type xml, not type {type_name}"
        scope.state.fail("datatype-mismatch", message, node.this, "Cast it to xml.")
    return nodes.JsonExpr(type=oids.BOOL, kind="is_document", args=[converted])


def _is_normalized(scope: Scope, node: exp.Is, value: nodes.Expr, negated: bool) -> nodes.Expr:
    return _pattern(scope, node, "is_normalized", [value])


#: What the kinds of sqlglot's IS JSON stand for.
_TESTS = {
    "": _is_json,
    "OBJECT": _is_document,
    "ARRAY": _is_normalized,
    "SCALAR": _is_unknown,
}


def is_(node: exp.Is, scope: Scope) -> nodes.Expr:
    """IS [NOT] NULL, TRUE, FALSE, JSON."""
    what = node.expression
    negated = bool(node.args.get("negate"))
    if isinstance(what, exp.Not):
        negated, what = not negated, what.this
    value = infer(node.this, scope)
    if isinstance(what, exp.Null):
        composite = value.type == oids.RECORD or (
            value.type != oids.UNKNOWN
            and scope.catalog.type(scope.catalog.base_type(value.type)).kind == "c"
        )
        return nodes.NullTest(
            type=oids.BOOL, span=value.span, arg=value, negated=negated, row=composite
        )
    if isinstance(what, exp.Boolean):
        word = "true" if what.this else "false"
        value = coerce_to_boolean(
            scope.state, value, f"IS {'NOT ' if negated else ''}{word.upper()}", node.this
        )
        return nodes.BooleanTest(
            type=oids.BOOL, span=value.span, arg=value, value=word, negated=negated
        )
    if isinstance(what, exp.JSON):
        return _TESTS[str(what.this or "")](scope, node, value, negated)
    scope.state.fail(
        "unsupported",
        "this IS test is not understood",
        node,
        "Write it as a function or comparison.",
    )


def distinct_from(node: exp.Expr, scope: Scope) -> nodes.Expr:
    """IS [NOT] DISTINCT FROM."""
    negated = isinstance(node, exp.NullSafeEQ)
    left, right = infer(node.this, scope), infer(node.expression, scope)
    for one, other in ((left, right), (right, left)):
        if isinstance(other, nodes.Const) and other.value is None and other.type == oids.UNKNOWN:
            return nodes.NullTest(type=oids.BOOL, arg=one, negated=not negated)
    if isinstance(left, nodes.Row) and isinstance(right, nodes.Row):
        row_compare(scope, node, "=", left.args, right.args)
        return nodes.DistinctFrom(
            type=oids.BOOL, operator=None, args=[left, right], negated=negated
        )
    call = operate(scope, node, "=", left, right)
    assert isinstance(call, nodes.OperatorCall)
    if call.type != oids.BOOL:
        scope.state.fail(
            "datatype-mismatch", "IS DISTINCT FROM requires = operator to yield boolean", node
        )
    return nodes.DistinctFrom(
        type=oids.BOOL, operator=call.operator, args=call.args, negated=negated
    )


def at_time_zone(node: exp.AtTimeZone, scope: Scope) -> nodes.Expr:
    """``x AT TIME ZONE z`` is timezone(z, x)."""
    from codegen.analysis.expressions.calls import call_values

    zone = node.args["zone"]
    if isinstance(zone, exp.Anonymous) and zone.name == "pg!local":
        return call_values(scope, node, "pg_catalog", "timezone", [infer(node.this, scope)])
    value = infer(node.this, scope)
    return call_values(scope, node, "pg_catalog", "timezone", [infer(zone, scope), value])


def overlaps(node: exp.Overlaps, scope: Scope) -> nodes.Expr:
    """``(a, b) OVERLAPS (c, d)`` is a function of four arguments."""
    from codegen.analysis.expressions.calls import call_values

    sides = [_as_row(node.this), _as_row(node.expression)]
    args = [infer(part, scope) for side in sides for part in side or []]
    if len(args) != 4:
        scope.state.fail(
            "column-count",
            "wrong number of parameters on OVERLAPS expression",
            node,
            "Each side is a pair.",
        )
    return call_values(scope, node, "pg_catalog", "overlaps", args)


def common_target(scope: Scope, exprs: list[nodes.Expr], construct: str) -> int:
    """The common type of expressions, without coercing them."""
    return common_of_types(scope.state, [expr.type for expr in exprs], construct, exprs)


def convert(scope: Scope, expr: nodes.Expr, target: int) -> nodes.Expr | None:
    """An implicit conversion, or None."""
    return try_coerce(scope.state, expr, target)
