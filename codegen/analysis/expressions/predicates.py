"""AND, OR, NOT, IN, BETWEEN, LIKE, IS and other conditions (src/backend/parser/parse_expr.c)."""

from __future__ import annotations

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.clauses import mentions_level
from codegen.analysis.coerce import Where, coerce, coerce_to_boolean, try_coerce
from codegen.analysis.expressions import subqueries
from codegen.analysis.expressions.operators import (
    array_comparison,
    as_row,
    compare,
    compare_fields,
    hint,
    is_quantifier,
    operate,
    quantified,
    row_compare,
)
from codegen.analysis.expressions.table import infer
from codegen.analysis.scope import Scope
from codegen.postgres import oids
from codegen.postgres.common_type import all_coerce_to, select_common_type_or_none
from codegen.records import replace


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
    """``x IN (list)``: x = ANY of an array where the list has a common type, else ORs
    (transformAExprIn)."""
    query = node.args.get("query")
    if query is not None:
        inner = query.this if isinstance(query, exp.Subquery) else query
        return subqueries.quantified(node, node.this, inner, "=", "any", scope)
    items: list[exp.Expr] = node.expressions
    if (
        len(items) == 1
        and isinstance(items[0], exp.Subquery)
        and subqueries.is_query(items[0].this)
    ):
        return subqueries.quantified(node, node.this, items[0].this, "=", "any", scope)
    left = infer(node.this, scope)
    values = [infer(item, scope) for item in items]
    tests: list[nodes.Expr] = []
    plain = [value for value in values if not mentions_level(scope, value)]
    array = _in_array(scope, node, left, plain)
    done = {id(value) for value in plain} if array is not None else set()
    if array is not None:
        tests.append(array)
    for item, value in zip(items, values, strict=True):
        if id(value) in done:
            continue
        if isinstance(left, nodes.Row) and isinstance(value, nodes.Row):
            test = row_compare(scope, item, "=", left.args, value.args)
        else:
            test = operate(scope, item, "=", left, value)
        tests.append(coerce_to_boolean(scope.state, test, "IN", item))
    return tests[0] if len(tests) == 1 else nodes.BoolExpr(type=oids.BOOL, op="or", args=tests)


def _in_array(
    scope: Scope, node: exp.In, left: nodes.Expr, plain: list[nodes.Expr]
) -> nodes.Expr | None:
    """The test of those values that hold no columns of this query, if they share an array type."""
    if len(plain) < 2:
        return None
    types = [left.type, *(value.type for value in plain)]
    target = select_common_type_or_none(scope.catalog, types)
    if target in (None, oids.RECORD, oids.UNKNOWN) or not all_coerce_to(
        scope.catalog, types, target
    ):
        return None
    array_type = scope.catalog.array_of(target)
    if not array_type:
        return None
    for value in plain:
        hint(scope, left, value)
    elements = [coerce(scope.state, value, target) for value in plain]
    array = nodes.ArrayExpr(type=array_type, elements=elements)
    return array_comparison(scope, node, "=", left, array, False)


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
    args = [coerce_to_boolean(scope.state, arg, "AND", node) for arg in args]
    return nodes.BoolExpr(type=oids.BOOL, op="and", args=args)


_MATCHES: dict[type[exp.Expr], str] = {exp.Like: "~~", exp.ILike: "~~*", exp.SimilarTo: "~"}


def like(node: exp.Expr, scope: Scope) -> nodes.Expr:
    """LIKE, ILIKE and SIMILAR TO are operators (gram.y); ESCAPE is part of the pattern."""
    negated = bool(node.args.get("negate"))
    name = _MATCHES[type(node)]
    if negated:
        name = f"!{name}"
    if is_quantifier(node.expression):
        return quantified(node, node.this, node.expression, name, scope, None)
    left = infer(node.this, scope)
    if isinstance(node, exp.SimilarTo) and not _has_escape(node.expression):
        right = _pattern(scope, node, "similar_to_escape", [infer(node.expression, scope)])
    else:
        right = infer(node.expression, scope)
    return operate(scope, node, name, left, right)


def _pattern(scope: Scope, node: exp.Expr, function: str, args: list[nodes.Expr]) -> nodes.Expr:
    from codegen.analysis.expressions.calls import call_values

    return call_values(scope, node, "pg_catalog", function, args)


def _has_escape(pattern: exp.Expr) -> bool:
    return isinstance(pattern, exp.Anonymous) and pattern.name == "pg!similar_to_escape"


def _boolean_test(
    scope: Scope, node: exp.Is, value: nodes.Expr, word: str, negated: bool
) -> nodes.Expr:
    construct = f"IS {'NOT ' if negated else ''}{word.upper()}"
    value = coerce_to_boolean(scope.state, value, construct, node.this)
    return nodes.BooleanTest(
        type=oids.BOOL, span=value.span, arg=value, value=word, negated=negated
    )


def _is_unknown(scope: Scope, node: exp.Is, value: nodes.Expr) -> nodes.Expr:
    return _boolean_test(scope, node, value, "unknown", False)


def _is_json(scope: Scope, node: exp.Is, value: nodes.Expr) -> nodes.Expr:
    if value.type == oids.UNKNOWN:
        value = coerce(scope.state, value, oids.TEXT, node)
    base = scope.catalog.base_type(value.type)
    if base not in (oids.JSON, oids.JSONB, oids.BYTEA) and scope.catalog.type(base).category != "S":
        message = f"cannot use type {scope.state.type_name(value.type)} in IS JSON predicate"
        scope.state.fail("datatype-mismatch", message, node.this, "Cast it to text.")
    return nodes.JsonExpr(type=oids.BOOL, kind="is_json", args=[value])


def _is_document(scope: Scope, node: exp.Is, value: nodes.Expr) -> nodes.Expr:
    converted = try_coerce(scope.state, value, oids.XML, "a", node)
    if converted is None:
        type_name = scope.state.type_name(value.type)
        message = f"argument of IS DOCUMENT must be type xml, not type {type_name}"
        scope.state.fail("datatype-mismatch", message, node.this, "Cast it to xml.")
    return nodes.JsonExpr(type=oids.BOOL, kind="is_document", args=[converted])


def _is_normalized(scope: Scope, node: exp.Is, value: nodes.Expr) -> nodes.Expr:
    return _pattern(scope, node, "is_normalized", [value])


#: What the kinds of sqlglot's IS JSON stand for.
_TESTS = {
    "": _is_json,
    "OBJECT": _is_document,
    "ARRAY": _is_normalized,
    "SCALAR": _is_unknown,
}


def is_(node: exp.Is, scope: Scope) -> nodes.Expr:
    """IS [NOT] NULL, TRUE and FALSE; IS JSON and the like, around which NOT is a node itself."""
    what = node.expression
    negated = bool(node.args.get("negate"))
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
        return _boolean_test(scope, node, value, "true" if what.this else "false", negated)
    return _TESTS[str(what.this or "")](scope, node, value)


def distinct_from(node: exp.Expr, scope: Scope) -> nodes.Expr:
    """IS [NOT] DISTINCT FROM."""
    negated = isinstance(node, exp.NullSafeEQ)
    left, right = infer(node.this, scope), infer(node.expression, scope)
    for one, other in ((left, right), (right, left)):
        if isinstance(other, nodes.Const) and other.value is None and other.type == oids.UNKNOWN:
            return nodes.NullTest(type=oids.BOOL, arg=one, negated=not negated)
    if isinstance(left, nodes.Row) and isinstance(right, nodes.Row):
        compare_fields(scope, node, "=", left.args, right.args)
        return nodes.DistinctFrom(
            type=oids.BOOL, operator=None, args=[left, right], negated=negated
        )
    call = operate(scope, node, "=", left, right)
    assert isinstance(call, nodes.OperatorCall)
    if call.type != oids.BOOL:
        scope.state.fail(
            "datatype-mismatch",
            "IS DISTINCT FROM requires = operator to yield boolean",
            node,
            "Cast both sides to a type whose = compares.",
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

    sides = [as_row(node.this), as_row(node.expression)]
    args = [infer(part, scope) for side in sides for part in side or []]
    if len(args) != 4:
        scope.state.fail(
            "column-count",
            "wrong number of parameters on OVERLAPS expression",
            node,
            "Each side is a pair.",
        )
    return call_values(scope, node, "pg_catalog", "overlaps", args)
