"""Literals, parameters, casts, rows, arrays, subscripts."""

from __future__ import annotations

from collections.abc import Iterator

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.coerce import coerce, common, try_coerce
from codegen.analysis.collations import is_collatable
from codegen.analysis.expressions import columns
from codegen.analysis.expressions.missing_names import missing_relation
from codegen.analysis.expressions.table import infer
from codegen.analysis.scope import Scope, identifier, offsets_of
from codegen.analysis.types import resolve_type
from codegen.postgres import oids
from codegen.sql.shape import named_type
from codegen.sql.typenames import TypeName


def literal(node: exp.Literal, scope: Scope) -> nodes.Expr:
    """A string is of type unknown; a number takes the smallest of integer, bigint, numeric
    (4.1.2.6)."""
    if node.is_string:
        token = scope.state.shaped.literals[int(node.name)]
        return nodes.Const(type=oids.UNKNOWN, span=(token.start, token.end), value=token.text)
    text = node.name.replace("_", "")
    start = node.meta.get("start")
    span = (start, node.meta["end"] + 1) if isinstance(start, int) else None
    type_ = number_type(text)
    value = str(_integer(text)) if type_ in (oids.INT4, oids.INT8) else text
    return nodes.Const(type=type_, span=span, value=value)


def number_type(text: str) -> int:
    """The type of a numeric literal, perhaps with a sign."""
    try:
        value = _integer(text)
    except ValueError:
        return oids.NUMERIC
    if -(1 << 31) <= value < 1 << 31:
        return oids.INT4
    return oids.INT8 if -(1 << 63) <= value < 1 << 63 else oids.NUMERIC


def _integer(text: str) -> int:
    """A whole number, perhaps in hexadecimal, octal or binary."""
    return int(text, 0 if text.lstrip("-")[1:2].isalpha() else 10)


def bits(node: exp.BitString, scope: Scope) -> nodes.Expr:
    return nodes.Const(type=oids.BIT, value=str(node.this))


def boolean(node: exp.Boolean, scope: Scope) -> nodes.Expr:
    return nodes.Const(type=oids.BOOL, value="true" if node.this else "false")


def null(node: exp.Null, scope: Scope) -> nodes.Expr:
    return nodes.Const(type=oids.UNKNOWN, value=None)


def parameter(node: exp.Parameter, scope: Scope) -> nodes.Expr:
    """``$n``: its type is what an earlier use settled, or open."""
    number = int(node.this.name.lstrip("$"))
    start = node.this.meta.get("start", node.meta.get("start"))
    end = node.this.meta.get("end", node.meta.get("end"))
    span = (start, end + 1) if isinstance(start, int) and isinstance(end, int) else None
    type_ = scope.state.parameters.setdefault(number, oids.UNKNOWN)
    param = nodes.Param(type=type_, span=span, number=number)
    if type_ == oids.UNKNOWN:
        scope.state.unsettled[id(param)] = param
    return param


def paren(node: exp.Paren, scope: Scope) -> nodes.Expr:
    return infer(node.this, scope)


def cast(node: exp.Cast, scope: Scope) -> nodes.Expr:
    """``x::type``: an explicit cast. ``ARRAY[…]::type[]`` gives the elements that type
    (parse_expr.c)."""
    target = cast_target(node, scope)
    inner = node.this.unnest() if isinstance(node.this, exp.Paren) else node.this
    element = scope.catalog.element_of(scope.catalog.base_type(target))
    if isinstance(inner, exp.Array) and element and not _is_subquery_array(inner):
        value = array_of(inner, scope, scope.catalog.base_type(target))
        return coerce(scope.state, value, target, node, "e") if value.type != target else value
    value = infer(node.this, scope)
    converted = try_coerce(scope.state, value, target, "e", node, explicit=True)
    if converted is None:
        scope.state.fail(
            "cannot-coerce",
            f"cannot cast type {scope.state.type_name(value.type)} "
            f"to {scope.state.type_name(target)}",
            node,
            "There is no cast between these types.",
        )
    converted = _fitted(converted, node, scope)
    if isinstance(converted, nodes.Coerce):
        converted.span = offsets_of(node, scope.state.shaped)
    return converted


def _fitted(value: nodes.Expr, node: exp.Cast, scope: Scope) -> nodes.Expr:
    """The value as the modifiers of its new type let it be, ``varchar(3)`` (coerce_type_typmod);
    of a literal or a parameter nothing depends on them."""
    name = named_type(node.args["to"], scope.state.shaped)
    modifiers = _typmod(name) if name is not None else ()
    plain = isinstance(value, (nodes.Const, nodes.Param)) or modifiers == _column_typmod(value)
    if not modifiers or plain:
        return value
    return nodes.Coerce(
        type=value.type, arg=value, method="length", explicit=True, modifiers=modifiers
    )


def _typmod(name: TypeName) -> tuple[str, ...]:
    """The modifiers of a type's name, with those that go without saying."""
    last = name.names[-1]
    if not name.modifiers:
        return ("1",) if last in ("bpchar", "bit") and len(name.names) > 1 else ()
    if len(name.modifiers) == 1 and last == "numeric":
        return (*name.modifiers, "0")
    return name.modifiers


def _column_typmod(value: nodes.Expr) -> tuple[str, ...]:
    """The modifiers of a table's column, as they are written."""
    if not isinstance(value, nodes.Var) or value.index < 0 or value.entry.relation is None:
        return ()
    return tuple(map(str, value.entry.relation.columns[value.index].typmod))


def cast_target(node: exp.Cast, scope: Scope) -> int:
    """The type that a cast names."""
    type_name = named_type(node.args["to"], scope.state.shaped)
    assert type_name is not None
    return resolve_type(scope.state.catalog, type_name, scope.state.source)


def row(args: list[exp.Expr], scope: Scope) -> nodes.Expr:
    """ROW(…) or a parenthesised list; its fields are f1, f2, …"""
    values: list[nodes.Expr] = []
    for arg in args:
        values += expand_star(arg, scope)
    return nodes.Row(
        type=oids.RECORD, args=values, names=[f"f{number}" for number in range(1, len(values) + 1)]
    )


def expand_star(arg: exp.Expr, scope: Scope) -> list[nodes.Expr]:
    """One argument, or the columns of ``t.*`` among arguments."""
    if isinstance(arg, exp.Column) and isinstance(arg.this, exp.Star):
        item = columns.find_item(
            scope, identifier(arg.args.get("table")), identifier(arg.args.get("db")) or None
        )
        if item is not None:
            return [expr for _, expr in item.listed]
        missing_relation(scope, arg, identifier(arg.args.get("table")))
    if isinstance(arg, exp.Dot) and isinstance(arg.expression, exp.Star):
        value = infer(arg.this, scope)
        return [
            nodes.FieldSelect(type=type_, arg=value, name=name, index=index)
            for index, (name, type_) in enumerate(columns.expanded_fields(scope, value, arg))
        ]
    return [infer(arg, scope)]


def whole_row_argument(arg: exp.Expr, scope: Scope) -> nodes.Expr:
    """A function's argument, where ``t.*`` is the whole row and no list of columns."""
    if isinstance(arg, exp.Column) and isinstance(arg.this, exp.Star):
        table = identifier(arg.args.get("table"))
        item = columns.find_item(scope, table, identifier(arg.args.get("db")) or None)
        if item is None:
            missing_relation(scope, arg, table)
        else:
            return columns.whole_row(scope, item, None)
    return infer(arg, scope)


def tuple_(node: exp.Tuple, scope: Scope) -> nodes.Expr:
    return row(node.expressions, scope)


def _is_subquery_array(node: exp.Array) -> bool:
    return (
        len(node.expressions) == 1
        and isinstance(node.expressions[0], (exp.Query, exp.Subquery))
        and not isinstance(node.expressions[0], exp.Subquery)
    )


def array(node: exp.Array, scope: Scope) -> nodes.Expr:
    if _is_subquery_array(node):
        from codegen.analysis.expressions.subqueries import array_subquery

        return array_subquery(node.expressions[0], scope)
    return array_of(node, scope, 0)


def array_of(node: exp.Array, scope: Scope, target: int) -> nodes.Expr:
    """ARRAY[…]; ``target`` is the array type it is cast to, 0 for none."""
    catalog = scope.catalog
    values: list[nodes.Expr] = []
    nested = False
    for element in node.expressions:
        inner = element.unnest() if isinstance(element, exp.Paren) else element
        if isinstance(inner, exp.Array) and not _is_subquery_array(inner):
            values.append(array_of(inner, scope, target))
            nested = True
        else:
            values.append(infer(element, scope))
            nested = nested or bool(_true_element(scope, values[-1].type))
    if target:
        element_type = target if nested else catalog.element_of(target)
        values = [_element(scope, value, element_type, node) for value in values]
        return nodes.ArrayExpr(type=target, elements=values, multidimensional=nested)
    if not values:
        scope.state.fail(
            "indeterminate-parameter",
            "cannot determine type of empty array",
            node,
            "Explicitly cast to the desired type, for example ARRAY[]::integer[].",
        )
    common_type, values = common(scope.state, values, "ARRAY")
    if nested and _true_element(scope, common_type):
        return nodes.ArrayExpr(type=common_type, elements=values, multidimensional=True)
    array_type = catalog.array_of(common_type)
    if not array_type:
        scope.state.fail(
            "undefined-type",
            f"could not find array type for data type {scope.state.type_name(common_type)}",
            node,
            "Cast the elements to a type that has arrays, such as text.",
        )
    return nodes.ArrayExpr(type=array_type, elements=values)


def _element(scope: Scope, value: nodes.Expr, element_type: int, node: exp.Expr) -> nodes.Expr:
    if value.type == element_type:
        return value
    return coerce(scope.state, value, element_type, node, "e")


def _true_element(scope: Scope, oid: int) -> int:
    if oid == oids.UNKNOWN:
        return 0
    type_ = scope.catalog.type(oid)
    return type_.element if type_.is_array else 0


def subscript(node: exp.Bracket, scope: Scope) -> nodes.Expr:
    """``a[i]``, ``a[i:j]``, a chain of them, and jsonb's (parse_node.c
    transformContainerSubscripts)."""
    indexes: list[exp.Expr] = []
    base: exp.Expr = node
    while isinstance(base, exp.Bracket):
        indexes = [*base.expressions, *indexes]
        base = base.this
    value = infer(base, scope)
    container = scope.catalog.base_type(value.type) if value.type != oids.UNKNOWN else value.type
    if container == oids.JSONB:
        values = [json_index(index, scope) for index in indexes]
        return nodes.Subscript(type=oids.JSONB, arg=value, indexes=values, slice=False)
    element = scope.catalog.type(container).element if container != oids.UNKNOWN else 0
    if not element:
        scope.state.fail(
            "datatype-mismatch",
            f"cannot subscript type {scope.state.type_name(value.type)} because it does not "
            f"support subscripting",
            node,
            "Subscripts are for arrays and jsonb; a field of a row is (…).name.",
        )
    is_slice = any(isinstance(index, exp.Slice) for index in indexes)
    values = [value for index in indexes for value in array_index(index, scope)]
    return nodes.Subscript(
        type=container if is_slice else element,
        arg=value,
        indexes=values,
        slice=is_slice,
        omitted=tuple(_omitted(indexes)),
    )


def _omitted(indexes: list[exp.Expr]) -> Iterator[int]:
    """The places of a slice's bounds that aren't written, two for each subscript."""
    for place, index in enumerate(indexes):
        if isinstance(index, exp.Slice):
            bounds = (index.this, index.expression)
            yield from (
                2 * place + side
                for side, bound in enumerate(bounds)
                if not isinstance(bound, exp.Expr)
            )


def array_index(index: exp.Expr, scope: Scope) -> list[nodes.Expr]:
    """A subscript of an array, or the bounds of a slice that are written."""
    parts = (index.this, index.expression) if isinstance(index, exp.Slice) else (index,)
    return [_index(part, scope) for part in parts if isinstance(part, exp.Expr)]


def _index(node: exp.Expr, scope: Scope) -> nodes.Expr:
    value = infer(node, scope)
    converted = try_coerce(scope.state, value, oids.INT4, "a", node)
    if converted is None:
        scope.state.fail(
            "datatype-mismatch",
            "array subscript must have type integer",
            node,
            "Cast it to integer.",
        )
    return converted


def json_index(index: exp.Expr, scope: Scope) -> nodes.Expr:
    """A subscript of jsonb: an integer or a text (jsonb_subscript_transform in
    src/backend/utils/adt/jsonbsubs.c)."""
    if isinstance(index, exp.Slice):
        message = "jsonb subscript does not support slices"
        help = "Name one element, or use jsonb_set()."
        scope.state.fail("unsupported", message, index, help)
    value = infer(index, scope)
    if value.type == oids.UNKNOWN:
        return coerce(scope.state, value, oids.TEXT, index)
    if not any(try_coerce(scope.state, value, one) for one in (oids.INT4, oids.TEXT)):
        message = f"subscript type {scope.state.type_name(value.type)} is not supported"
        help = "jsonb subscript must be coercible to either integer or text."
        scope.state.fail("datatype-mismatch", message, index, help)
    return value


def dot(node: exp.Dot, scope: Scope) -> nodes.Expr:
    """``(x).field``, ``schema.f(…)``."""
    right = node.expression
    inner = right
    while isinstance(inner, (exp.Window, exp.Filter, exp.WithinGroup)):
        inner = inner.this
    if isinstance(inner, exp.Anonymous):
        from codegen.analysis.expressions.calls import qualified_call

        return qualified_call(node, scope)
    value = infer(node.this, scope)
    if isinstance(right, exp.Star):
        scope.state.fail(
            "syntax-error", 'row expansion via "*" is not supported here', node, "Name its columns."
        )
    return columns.field(scope, value, identifier(right), node)


def collate(node: exp.Collate, scope: Scope) -> nodes.Expr:
    """COLLATE: the collation bears on no type, but the value has to be collatable, or have no type
    yet (transformCollateClause)."""
    value = infer(node.this, scope)
    _check_collatable(value, node, scope)
    name = node.expression
    if isinstance(name, exp.Column) and name.table not in scope.catalog.schemas:
        message = f'schema "{name.table}" does not exist'
        scope.state.fail("undefined-schema", message, name, "A collation has no table before it.")
    parts = [part for part in (name.args.get("table"), name) if part]
    collation = tuple(identifier(part) for part in parts)
    scope.state.collations.add(collation[-1])
    return nodes.Coerce(
        type=value.type, span=value.span, arg=value, method="collate", collation=collation
    )


def _check_collatable(value: nodes.Expr, node: exp.Expr, scope: Scope) -> None:
    if value.type != oids.UNKNOWN and not is_collatable(scope.catalog, value.type):
        scope.state.fail(
            "datatype-mismatch",
            f"collations are not supported by type {scope.state.type_name(value.type)}",
            node,
            "Leave COLLATE out, or cast the value to text.",
        )
