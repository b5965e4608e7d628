"""Operator resolution: which operator a name and operand types mean.

After oper(), left_oper() and make_scalar_array_op() of PostgreSQL's parse_oper.c; chapter 10.2 of
the manual.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from codegen.postgres import oids
from codegen.postgres.candidates import match_argtypes, select_candidate
from codegen.postgres.catalog import Catalog, Operator
from codegen.postgres.errors import Kind, Unresolved
from codegen.postgres.polymorphism import enforce_generic_type_consistency, is_polymorphic
from codegen.records import dataclass

__all__ = ["Resolved", "Unresolved", "resolve_binary", "resolve_prefix", "resolve_scalar_array"]


@dataclass(frozen=True, slots=True)
class Resolved:
    """An operator for certain operands.

    ``arg_types`` are what the operands are converted to, ``result`` the result's type; both with
    polymorphic types replaced by what they stand for.
    """

    operator: Operator
    arg_types: tuple[int, ...]
    result: int


@dataclass(frozen=True, slots=True)
class _Candidate:
    operator: Operator
    args: tuple[int, ...]


def resolve_binary(
    catalog: Catalog, name: str, left: int, right: int, schema: str | None = None
) -> Resolved:
    """The operator of this name for two operands.

    :raises Unresolved: none fits, more than one does, or polymorphic operands disagree.
    """
    key = ("operator", schema, name, left, right, catalog.path())
    return catalog.remembered(
        key, lambda: _resolve_binary(catalog, name, left, right, schema), left, right
    )


def _resolve_binary(
    catalog: Catalog, name: str, left: int, right: int, schema: str | None
) -> Resolved:
    operator = _choose_binary(catalog, _visible(catalog, schema, name), left, right)
    if isinstance(operator, str):
        raise _unresolved(catalog, operator, name, schema, (left, right))
    return _resolved(catalog, operator, (left, right), (operator.left, operator.right))


def resolve_prefix(
    catalog: Catalog, name: str, operand: int, schema: str | None = None
) -> Resolved:
    """The prefix operator of this name for an operand.

    :raises Unresolved: none fits, more than one does, or the polymorphic operand doesn't do.
    """
    prefixes = [one for one in _visible(catalog, schema, name) if not one.left]
    operator = next((one for one in prefixes if one.right == operand), None) or _select(
        catalog, [_Candidate(one, (one.right,)) for one in prefixes], (operand,)
    )
    if isinstance(operator, str):
        raise _unresolved(catalog, operator, name, schema, (operand,))
    return _resolved(catalog, operator, (operand,), (operator.right,))


def resolve_scalar_array(
    catalog: Catalog, name: str, left: int, array: int, schema: str | None = None
) -> Resolved:
    """The operator of ``left op ANY (array)`` and of ``ALL``, which takes left and an element
    (make_scalar_array_op in parse_oper.c); the second type is that of the array.

    :raises Unresolved: as :func:`resolve_binary`; also where the right side is no array, where the
        operator gives no boolean, and where there are no arrays of what it takes.
    """
    element = oids.UNKNOWN
    if array != oids.UNKNOWN:
        element = catalog.element_of(catalog.base_type(array))
        if not element:
            told = "op ANY/ALL (array) requires array on right side"
            raise Unresolved("wrong-kind", told, "operator", "Use IN, or give an array.")
    found = resolve_binary(catalog, name, left, element, schema)
    if found.result != oids.BOOL:
        told = "op ANY/ALL (array) requires operator to yield boolean"
        help = "Use an operator that compares, such as =."
        raise Unresolved("wrong-kind", told, "operator", help)
    operand = found.arg_types[1]
    # Of what is polymorphic only open arguments get a type (enforce_generic_type_consistency).
    polymorphic = element != oids.UNKNOWN and is_polymorphic(found.operator.right)
    taken = array if polymorphic else catalog.array_of(operand)
    if not taken:
        told = f"could not find array type for data type {catalog.format_type(operand)}"
        raise Unresolved("undefined", told, help="Cast the left side to a type that has arrays.")
    return Resolved(found.operator, (found.arg_types[0], taken), found.result)


def _visible(catalog: Catalog, schema: str | None, name: str) -> list[Operator]:
    """The operators of this name, without those that an earlier schema's hide."""
    key = ("operators", schema, name, catalog.path())
    found = catalog.settled.get(key)
    if found is None:
        signatures: dict[tuple[int, int], Operator] = {}
        for operator in catalog.operators(schema, name):
            signatures.setdefault((operator.left, operator.right), operator)
        found = catalog.settled[key] = list(signatures.values())
    return cast("list[Operator]", found)


def _choose_binary(
    catalog: Catalog, visible: Sequence[Operator], left: int, right: int
) -> Operator | Kind:
    binary = [one for one in visible if one.left]
    return _exact_binary(catalog, binary, left, right) or _select(
        catalog, [_Candidate(one, (one.left, one.right)) for one in binary], (left, right)
    )


def _exact_binary(
    catalog: Catalog, binary: Sequence[Operator], left: int, right: int
) -> Operator | None:
    """The operator for exactly these types; an unknown operand counts as the other's type, or
    as the base type of the other's domain (binary_oper_exact)."""
    pairs = [(left, right)]
    known = right if left == oids.UNKNOWN else left
    if oids.UNKNOWN in (left, right) and known != oids.UNKNOWN:
        base = catalog.base_type(known)
        pairs = [(known, known), (base, base)]
    for pair in pairs:
        for operator in binary:
            if (operator.left, operator.right) == pair:
                return operator
    return None


def _select(
    catalog: Catalog, candidates: Sequence[_Candidate], types: tuple[int, ...]
) -> Operator | Kind:
    fitting = match_argtypes(catalog, types, candidates)
    if not fitting:
        return "undefined"
    best = fitting[0] if len(fitting) == 1 else select_candidate(catalog, types, fitting)
    return best.operator if best else "ambiguous"


def _resolved(
    catalog: Catalog, operator: Operator, actual: tuple[int, ...], declared: tuple[int, ...]
) -> Resolved:
    bindings = enforce_generic_type_consistency(catalog, actual, declared, operator.result)
    return Resolved(operator, bindings.args, bindings.result)


def _unresolved(
    catalog: Catalog, kind: Kind, name: str, schema: str | None, types: tuple[int, ...]
) -> Unresolved:
    qualified = f"{schema}.{name}" if schema else name
    words = [catalog.format_type(one) for one in types]
    signature = " ".join([*words[:-1], qualified, words[-1]])
    failure = "is not unique" if kind == "ambiguous" else "does not exist"
    return Unresolved(kind, f"operator {failure}: {signature}", "operator")
