"""Conversions of expressions (src/backend/parser/parse_coerce.c).

Parameters settle here and nowhere else: a parameter takes the type that it is first coerced to
(parse_param.c).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.definitions import typed_here
from codegen.analysis.literals import check_literal
from codegen.analysis.scope import State
from codegen.analysis.tree import returns_set
from codegen.diagnostics import Label
from codegen.postgres import coercion, common_type, oids
from codegen.postgres.errors import Unresolved
from codegen.postgres.pathway import Context
from codegen.records import replace

Where = exp.Expr | nodes.Expr | nodes.Offsets

#: Pseudo-types that take a value as it is.
_TAKES_ANY = frozenset(
    {oids.ANY, oids.ANYELEMENT, oids.ANYNONARRAY, oids.ANYCOMPATIBLE, oids.ANYCOMPATIBLENONARRAY}
)
_TAKES_KNOWN = frozenset(
    {
        oids.ANYARRAY,
        oids.ANYENUM,
        oids.ANYRANGE,
        oids.ANYMULTIRANGE,
        oids.ANYCOMPATIBLEARRAY,
        oids.ANYCOMPATIBLERANGE,
        oids.ANYCOMPATIBLEMULTIRANGE,
    }
)


def try_coerce(
    state: State,
    expr: nodes.Expr,
    target: int,
    context: Context = "i",
    where: Where = None,
    explicit: bool = False,
) -> nodes.Expr | None:
    """The expression as ``target``, or None where there is no conversion in this context.

    ``context`` is pg_cast's i(mplicit), a(ssignment) or e(xplicit).
    """
    if expr.type == target:
        return replace(expr, cast=True) if explicit and isinstance(expr, nodes.Param) else expr
    if target in _TAKES_ANY or (target in _TAKES_KNOWN and expr.type != oids.UNKNOWN):
        return expr
    if isinstance(expr, nodes.Coerce) and expr.method == "collate":
        # The conversion goes beneath the COLLATE.
        inner = try_coerce(state, expr.arg, target, context, where, explicit)
        return inner and replace(expr, type=target, arg=inner)
    if expr.type == oids.UNKNOWN:
        return _coerce_open(state, expr, target, context, where, explicit)
    catalog = state.catalog
    if expr.type == oids.RECORD and catalog.type(catalog.base_type(target)).kind == "c":
        return _coerce_record(state, expr, target, context, where)
    pathway = coercion.find_coercion_pathway(catalog, target, expr.type, context)
    if pathway is not None:
        found, cast = pathway
        function = catalog.function_by_oid(cast.function) if cast and cast.function else None
        method: str = found
        if found == "relabel":
            method = "domain" if catalog.type(target).kind == "d" else "binary"
        return nodes.Coerce(
            type=target,
            span=expr.span,
            arg=expr,
            method=method,
            function=function,
            explicit=explicit,
        )
    if coercion.can_coerce(catalog, [expr.type], [target], context):
        return nodes.Coerce(type=target, span=expr.span, arg=expr, method="row", explicit=explicit)
    return None


def _coerce_open(
    state: State, expr: nodes.Expr, target: int, context: Context, where: Where, explicit: bool
) -> nodes.Expr | None:
    if isinstance(expr, nodes.Param):
        return settle(state, expr, target, context, explicit)
    if isinstance(expr, nodes.Const):
        check_literal(state, expr, target)
        return nodes.Const(type=target, span=expr.span, value=expr.value)
    if isinstance(expr, (nodes.Var, nodes.FieldSelect)):
        # Its type can't be found any more: what remains is the conversion of any type to a string.
        is_string = state.catalog.type(target).category == "S"
        if context == "i" or not is_string:
            return None
    return nodes.Coerce(type=target, span=expr.span, arg=expr, method="io", explicit=explicit)


def settle(
    state: State, param: nodes.Param, target: int, context: Context, explicit: bool = False
) -> nodes.Param:
    """Gives a parameter its type; a second, different one is an error that shows both places."""
    known = state.parameters.get(param.number, oids.UNKNOWN)
    state.unsettled.pop(id(param), None)
    if known == oids.UNKNOWN:
        state.parameters[param.number] = target
        state.settled[param.number] = param.span
    elif known != target:
        first = state.span(state.settled.get(param.number))
        label = (Label(first, f"it is {state.type_name(known)} here"),) if first else ()
        state.fail(
            "ambiguous-parameter",
            f"inconsistent types deduced for parameter ${param.number}",
            param,
            f"{state.type_name(known)} versus {state.type_name(target)}: "
            f"{_one_type(state, param, known, target, context)}, or use two parameters.",
            label,
        )
    return nodes.Param(
        type=target, span=param.span, number=param.number, cast=explicit or param.cast
    )


def _one_type(state: State, param: nodes.Param, known: int, target: int, context: Context) -> str:
    """How a parameter gets along with one type: cast to the one it has, it may be converted."""
    span = state.span(param)
    if span is None or not coercion.can_coerce(state.catalog, [known], [target], context):
        return "cast one of its uses"
    return f"write {span.text}::{state.type_name(known)} here"


def _coerce_record(
    state: State, expr: nodes.Expr, target: int, context: Context, where: Where
) -> nodes.Expr:
    """A row whose columns are known as a composite type, column by column
    (coerce_record_to_complex)."""
    fields = composite_fields(state, target)
    parts = _columns(expr)
    if parts is None or len(parts) != len(fields):
        detail = "Input has too few columns." if parts and len(parts) < len(fields) else None
        if parts and len(parts) > len(fields):
            detail = "Input has too many columns."
        _refuse_record(state, expr, target, where, detail)
    args: list[nodes.Expr] = []
    for number, (arg, (_, type_)) in enumerate(zip(parts, fields, strict=True), 1):
        converted = try_coerce(state, arg, type_, context, where)
        if converted is None:
            names = state.type_name(arg.type), state.type_name(type_)
            detail = f"Cannot cast type {names[0]} to {names[1]} in column {number}."
            _refuse_record(state, expr, target, where, detail)
        args.append(converted)
    if isinstance(expr, nodes.WholeRow):
        return nodes.Coerce(type=target, span=expr.span, arg=expr, method="row")
    return nodes.Row(type=target, span=expr.span, args=args, names=[name for name, _ in fields])


def _columns(expr: nodes.Expr) -> list[nodes.Expr] | None:
    """The columns of a row that is written out or is one of FROM; None for other records."""
    if isinstance(expr, nodes.Row):
        return expr.args
    if isinstance(expr, nodes.WholeRow):
        return [
            nodes.Var(type=column.type, entry=expr.entry, index=index, name=column.name)
            for index, column in enumerate(expr.entry.columns)
        ]
    return None


def _refuse_record(
    state: State, expr: nodes.Expr, target: int, where: Where, detail: str | None
) -> NoReturn:
    message = f"cannot cast type record to {state.type_name(target)}"
    place = where if where is not None else expr
    help_ = detail or "Write ROW(…) with a value for each of its attributes."
    state.fail("cannot-coerce", message, expr if expr.span else place, help_)


def composite_fields(state: State, oid: int) -> list[tuple[str, int]]:
    """The names and types of a composite type's fields; empty if it is none."""
    type_ = state.catalog.type(state.catalog.base_type(oid))
    if type_.kind != "c":
        return []
    relation = state.catalog.relation_of_type(type_.oid)
    columns = relation.columns if relation else type_.fields
    return [(column.name, column.type) for column in columns]


def coerce(
    state: State, expr: nodes.Expr, target: int, where: Where = None, context: Context = "i"
) -> nodes.Expr:
    """The expression as ``target``; a missing conversion is an error."""
    converted = try_coerce(state, expr, target, context, where)
    if converted is None:
        state.fail(
            "cannot-coerce",
            f"cannot cast type {state.type_name(expr.type)} to {state.type_name(target)}",
            where if where is not None else expr,
            "Write an explicit cast, or change one of the types.",
        )
    return converted


def coerce_to_boolean(
    state: State, expr: nodes.Expr, construct: str, where: Where = None
) -> nodes.Expr:
    """The expression as a condition of ``construct`` (WHERE, AND, …)."""
    converted = try_coerce(state, expr, oids.BOOL, "a", where)
    if converted is None:
        state.fail(
            "datatype-mismatch",
            f"argument of {construct} must be type boolean, not type {state.type_name(expr.type)}",
            where if where is not None else expr,
            "Compare it with something.",
        )
    _check_no_set(state, converted, construct, where)
    return converted


def coerce_to(
    state: State, expr: nodes.Expr, target: int, construct: str, where: Where = None
) -> nodes.Expr:
    """The expression as the type that ``construct`` (LIMIT, …) takes."""
    converted = try_coerce(state, expr, target, "a", where)
    if converted is None:
        state.fail(
            "datatype-mismatch",
            f"argument of {construct} must be type {state.type_name(target)}, "
            f"not type {state.type_name(expr.type)}",
            where if where is not None else expr,
            f"Cast it: …::{state.type_name(target)}.",
        )
    _check_no_set(state, converted, construct, where)
    return converted


def _check_no_set(state: State, expr: nodes.Expr, construct: str, where: Where) -> None:
    if state.has_sets and returns_set([expr]):
        message = f"argument of {construct} must not return a set"
        place = where if where is not None else expr
        state.fail("wrong-object-type", message, place, "Call the function in FROM.")


def common(
    state: State, exprs: Sequence[nodes.Expr], construct: str
) -> tuple[int, list[nodes.Expr]]:
    """The common type of expressions (manual 10.5) and the expressions coerced to it."""
    target = common_of_types(state, [expr.type for expr in exprs], construct, exprs)
    return target, [coerce_common(state, expr, target, construct) for expr in exprs]


def common_of_types(
    state: State,
    types: Sequence[int],
    construct: str,
    places: Sequence[Where] = (),
    exprs: Sequence[nodes.Expr] = (),
) -> int:
    """The common type of some types; where there is none, an error in PostgreSQL's words.

    ``places`` are where the values stand, ``exprs`` they themselves where those are no places.
    """
    try:
        return common_type.select_common_type(state.catalog, list(types), construct)
    except Unresolved as caught:
        state.fail(
            "datatype-mismatch",
            str(caught),
            places[_first_misfit(state, types, construct) if len(places) > 1 else -1]
            if places
            else None,
            "Cast them to one type.",
            typed_here(state, exprs or [one for one in places if isinstance(one, nodes.Expr)]),
        )


def _first_misfit(state: State, types: Sequence[int], construct: str) -> int:
    """The number of the first type that has none in common with those before it."""
    for count in range(2, len(types)):
        try:
            common_type.select_common_type(state.catalog, list(types[:count]), construct)
        except Unresolved:
            return count - 1
    return len(types) - 1


def coerce_common(state: State, expr: nodes.Expr, target: int, construct: str) -> nodes.Expr:
    """An expression as the common type that was found for it and others."""
    converted = try_coerce(state, expr, target)
    if converted is None:
        state.fail(
            "cannot-coerce",
            f"{construct} could not convert type {state.type_name(expr.type)} "
            f"to {state.type_name(target)}",
            expr,
            "Cast it explicitly.",
        )
    return converted
