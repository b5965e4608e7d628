"""Whether calls of functions and operators may yield NULL, by the curated tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from codegen.analysis import nodes
from codegen.analysis.keys import is_builtin
from codegen.analysis.nullability.algebra import Elements, Fact, elements_of
from codegen.postgres import never_null as table
from codegen.postgres import oids
from codegen.postgres.never_null_extensions import EXTENSIONS

if TYPE_CHECKING:
    from codegen.postgres.catalog import Catalog, Function, Operator

_EVERYWHERE = table.COMPARISONS | table.OPERATOR_FUNCTIONS | table.FUNCTIONS


def call_is_nullable(catalog: Catalog, expr: nodes.Call, args: Sequence[Fact]) -> bool:
    """Whether an ordinary function call may yield NULL."""
    function = expr.function
    if function.extension is not None:
        return _extension_is_nullable(function, args)
    if not is_builtin(function):
        return True
    if expr.variadic and any(arg.nullable for arg in args):
        return True
    if function.name in table.FIELD_FUNCTIONS and _is_finite_field(catalog, expr):
        return any(arg.nullable for arg in args)
    if function.name in table.UNLESS_SILENT and all(arg.type != oids.BOOL for arg in expr.args):
        return any(arg.nullable for arg in args)
    return _named_is_nullable(catalog, function.name, function.args, args)


def coercion_is_nullable(catalog: Catalog, function: Function, arg: Fact) -> bool:
    """Whether a cast by a function may yield NULL."""
    if function.extension is not None:
        return _extension_is_nullable(function, [arg])
    if not is_builtin(function):
        return True
    return _named_is_nullable(catalog, function.name, function.args, [arg])


def operator_is_nullable(catalog: Catalog, operator: Operator, args: Sequence[Fact]) -> bool:
    """Whether an operator may yield NULL."""
    if not is_builtin(operator):
        function = catalog.function_by_oid(operator.function)
        return function is None or _extension_is_nullable(function, args)
    types = (operator.left, operator.right) if operator.left else (operator.right,)
    return _named_is_nullable(catalog, operator.function_name, types, args)


def _extension_is_nullable(function: Function, args: Sequence[Fact]) -> bool:
    never = EXTENSIONS.get(function.extension or "", frozenset())
    return function.name not in never or any(arg.nullable for arg in args)


def _named_is_nullable(
    catalog: Catalog, name: str, types: Sequence[int], args: Sequence[Fact]
) -> bool:
    if name in table.ONE_NEEDED:
        return all(arg.nullable for arg in args)
    needed = table.NEEDED_ARGUMENTS.get(name)
    if needed is not None:
        return any(args[place].nullable for place in needed if place < len(args))
    if name not in _EVERYWHERE and _signature(catalog, name, types) not in table.SIGNATURES:
        return True
    return any(arg.nullable for arg in args)


def _signature(catalog: Catalog, name: str, types: Sequence[int]) -> str:
    return f"{name}({', '.join(_type_name(catalog, oid) for oid in types)})"


def _type_name(catalog: Catalog, oid: int) -> str:
    element = catalog.element_of(oid)
    return f"{catalog.type(element).name}[]" if element else catalog.type(oid).name


def _is_finite_field(catalog: Catalog, expr: nodes.Call) -> bool:
    match expr.args:
        case [nodes.Const(value=str(word)), _]:
            source = _type_name(catalog, expr.function.args[1])
            return word.lower() in table.FIELD_SOURCES.get(source, frozenset())
        case _:
            return False


def _is_null(expr: nodes.Expr) -> bool:
    return isinstance(expr, nodes.Const) and expr.value is None


def array_elements(name: str, exprs: Sequence[nodes.Expr], args: Sequence[Fact]) -> Elements:
    """What is known of the elements of an array that a built-in function yields."""
    if name in table.FULL_ARRAYS:
        return Elements.FULL
    if name in table.KEEPS_ELEMENTS:
        return max(arg.elements for arg in args)
    match name, list(args):
        case "array_append", [array, element]:
            return max(array.elements, elements_of(element))
        case "array_prepend", [element, array]:
            return max(array.elements, elements_of(element))
        case "array_fill", [element, *_]:
            return elements_of(element)
        case "array_remove", [array, _]:
            return Elements.FULL if _is_null(exprs[1]) else array.elements
        case "array_replace", [array, _, element]:
            return max(array.elements, elements_of(element))
        case "string_to_array", [_, _]:
            return Elements.FULL
        case "string_to_array", [_, _, _]:
            return Elements.FULL if _is_null(exprs[2]) else Elements.NULL
        case (("regexp_match" | "regexp_matches"), _):
            return Elements.NULL
        case _:
            return Elements.UNKNOWN
