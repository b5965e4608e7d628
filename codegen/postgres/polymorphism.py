"""Polymorphic types: what anyelement, anycompatible and their families stand for in one call.

After check_generic_type_consistency and enforce_generic_type_consistency of PostgreSQL's
parse_coerce.c; chapter 36.2.5 of the manual. Arguments come as actual types, with UNKNOWN for
what has none yet, beside the types that the function declares.
"""

from __future__ import annotations

from collections.abc import Sequence

from codegen.postgres import oids
from codegen.postgres.catalog import Catalog
from codegen.postgres.common_type import all_coerce_to, select_common_type
from codegen.postgres.errors import Unresolved
from codegen.records import dataclass, field

#: The simple family, whose members of one name have to be of one type, by role.
SIMPLE = {
    oids.ANYELEMENT: "element",
    oids.ANYNONARRAY: "element",
    oids.ANYENUM: "element",
    oids.ANYARRAY: "array",
    oids.ANYRANGE: "range",
    oids.ANYMULTIRANGE: "multirange",
}

#: The compatible family, whose members are converted to a common type, by role.
COMPATIBLE = {
    oids.ANYCOMPATIBLE: "element",
    oids.ANYCOMPATIBLENONARRAY: "element",
    oids.ANYCOMPATIBLEARRAY: "array",
    oids.ANYCOMPATIBLERANGE: "range",
    oids.ANYCOMPATIBLEMULTIRANGE: "multirange",
}

POLYMORPHIC = SIMPLE.keys() | COMPATIBLE.keys()


def is_polymorphic(oid: int) -> bool:
    """Whether the type stands for another in each call."""
    return oid in POLYMORPHIC


@dataclass(slots=True)
class Family:
    """What the members of one family stand for; 0 where nothing says so.

    ``members`` are the pseudo-types that occur, one for each argument; ``alternatives`` what the
    common type of the compatible family is chosen from.
    """

    element: int = 0
    array: int = 0
    range: int = 0
    multirange: int = 0
    members: list[int] = field(default_factory=list[int])
    alternatives: list[int] = field(default_factory=list[int])

    def has(self, roles: dict[int, str], role: str) -> bool:
        """Whether one of the arguments plays the role."""
        return any(roles[member] == role for member in self.members)


@dataclass(frozen=True, slots=True)
class Bindings:
    """What polymorphic types stand for in one call.

    ``args`` are the types that the arguments are converted to, ``result`` is the type of the
    result; :meth:`bind` does the same for an OUT column.
    """

    catalog: Catalog
    simple: Family
    compatible: Family
    args: tuple[int, ...] = ()
    result: int = 0

    def bind(self, oid: int) -> int:
        """The type that a declared type stands for, itself if it is not polymorphic.

        :raises Unresolved: the arguments don't determine it.
        """
        if oid in SIMPLE:
            return _bind(self.catalog, self.simple, SIMPLE[oid], oid)
        if oid in COMPATIBLE:
            return _bind(self.catalog, self.compatible, COMPATIBLE[oid], oid)
        return oid


def check_generic_type_consistency(
    catalog: Catalog, actual: Sequence[int], declared: Sequence[int]
) -> bool:
    """Whether the polymorphic arguments among these agree with each other."""
    try:
        _settle(catalog, actual, declared)
    except Unresolved:
        return False
    return True


def enforce_generic_type_consistency(
    catalog: Catalog, actual: Sequence[int], declared: Sequence[int], result: int
) -> Bindings:
    """What the polymorphic types of a call stand for.

    :raises Unresolved: the arguments disagree, or all of them are unknown.
    """
    if POLYMORPHIC.isdisjoint(declared):
        return Bindings(catalog, Family(), Family(), tuple(_plain_args(actual, declared)), result)
    simple, compatible = _settle(catalog, actual, declared)
    if simple.members:
        _determine_simple(simple, result)
    if compatible.members:
        _determine_compatible(catalog, compatible)
    bindings = Bindings(catalog, simple, compatible)
    args = tuple(
        _bound_argument(bindings, given, wanted)
        for given, wanted in zip(actual, declared, strict=True)
    )
    return Bindings(catalog, simple, compatible, args, bindings.bind(result))


def _plain_args(actual: Sequence[int], declared: Sequence[int]) -> list[int]:
    return [
        given if wanted == oids.ANY else wanted
        for given, wanted in zip(actual, declared, strict=True)
    ]


def _bound_argument(bindings: Bindings, given: int, wanted: int) -> int:
    if wanted == oids.ANY:
        return given
    role = SIMPLE.get(wanted)
    if role is None or given == oids.UNKNOWN:
        return bindings.bind(wanted)
    return given if role == "element" else bindings.catalog.base_type(given)


def _settle(
    catalog: Catalog, actual: Sequence[int], declared: Sequence[int]
) -> tuple[Family, Family]:
    """Both families, as far as the arguments with a type determine them."""
    simple, compatible = Family(), Family()
    for given, wanted in zip(actual, declared, strict=True):
        if wanted in SIMPLE:
            simple.members.append(wanted)
            if given != oids.UNKNOWN:
                _note_simple(catalog, simple, given, wanted)
        elif wanted in COMPATIBLE:
            compatible.members.append(wanted)
            if given != oids.UNKNOWN:
                _note_compatible(catalog, compatible, given, wanted)
    if simple.members:
        _settle_simple(catalog, simple)
    if compatible.members:
        _settle_compatible(catalog, compatible)
    return simple, compatible


def _note_simple(catalog: Catalog, family: Family, given: int, wanted: int) -> None:
    role = SIMPLE[wanted]
    value = given if role == "element" else catalog.base_type(given)
    known = getattr(family, role)
    if known and known != value:
        name = "any" + role
        raise Unresolved("mismatch", f'arguments declared "{name}" are not all alike')
    setattr(family, role, value)


def _note_compatible(catalog: Catalog, family: Family, given: int, wanted: int) -> None:
    role = COMPATIBLE[wanted]
    if role == "element":
        family.alternatives.append(given)
        return
    value = catalog.base_type(given)
    if role == "array":
        family.alternatives.append(_element(catalog, value, wanted))
        return
    known = getattr(family, role)
    if known and known != value:
        name = catalog.format_type(wanted)
        raise Unresolved("mismatch", f'arguments declared "{name}" are not all alike')
    if known:
        return
    setattr(family, role, value)
    if role == "range":
        family.alternatives.append(_subtype(catalog, value, wanted))
    else:
        _range_under(catalog, value, wanted)


def _settle_simple(catalog: Catalog, family: Family) -> None:
    if family.array and family.array != oids.ANYARRAY:
        element = _element(catalog, family.array, oids.ANYARRAY)
        _agree(family, "element", element, "anyarray")
    if family.multirange:
        range_ = _range_under(catalog, family.multirange, oids.ANYMULTIRANGE)
        _agree(family, "range", range_, "anymultirange")
    if family.range:
        _agree(family, "element", _subtype(catalog, family.range, oids.ANYRANGE), "anyrange")
    if oids.ANYNONARRAY in family.members:
        _require_no_array(catalog, family.element, oids.ANYNONARRAY)
    if oids.ANYENUM in family.members and not (
        family.element and catalog.type(family.element).kind == "e"
    ):
        raise Unresolved("mismatch", "type matched to anyenum is not an enum type")


def _settle_compatible(catalog: Catalog, family: Family) -> None:
    if family.multirange:
        range_ = _range_under(catalog, family.multirange, oids.ANYCOMPATIBLEMULTIRANGE)
        if not family.range:
            family.alternatives.append(_subtype(catalog, range_, oids.ANYCOMPATIBLERANGE))
        _agree(family, "range", range_, "anycompatiblemultirange")
    if not family.alternatives:
        return
    common = select_common_type(catalog, family.alternatives, "arguments of anycompatible family")
    if not all_coerce_to(catalog, family.alternatives, common):
        raise Unresolved(
            "mismatch", "arguments of anycompatible family cannot be cast to a common type"
        )
    family.element = common
    if oids.ANYCOMPATIBLENONARRAY in family.members:
        _require_no_array(catalog, common, oids.ANYCOMPATIBLENONARRAY)
    if family.range:
        subtype = _subtype(catalog, family.range, oids.ANYCOMPATIBLERANGE)
        _agree(family, "element", subtype, "anycompatiblerange")


def _agree(family: Family, role: str, value: int, source: str) -> None:
    known = getattr(family, role)
    if not known:
        setattr(family, role, value)
    elif known != value:
        raise Unresolved(
            "mismatch",
            f"argument declared {source} is not consistent with argument declared any{role}",
        )


def _determine_simple(family: Family, result: int) -> None:
    """The simple family has to be known now, or be told by an argument of type anyarray."""
    if family.array == oids.ANYARRAY:
        if len(family.members) != 1 or (result != oids.ANYARRAY and result in SIMPLE):
            raise Unresolved("mismatch", 'cannot determine element type of "anyarray" argument')
        family.element = oids.ANYELEMENT
    if not family.element:
        raise Unresolved(
            "mismatch", "could not determine polymorphic type because input has type unknown"
        )


def _determine_compatible(catalog: Catalog, family: Family) -> None:
    """The compatible family is text where no argument says what it is."""
    if not family.alternatives:
        family.element = oids.TEXT
    for role in ("range", "multirange"):
        if family.has(COMPATIBLE, role):
            _bind(catalog, family, role, getattr(oids, f"ANYCOMPATIBLE{role.upper()}"))


def _bind(catalog: Catalog, family: Family, role: str, wanted: int) -> int:
    """The type that plays a role in the family, found from the others where it can be."""
    known: int = getattr(family, role)
    if known:
        return known
    if role == "array" and family.element:
        known = catalog.array_of(family.element)
        if not known:
            element = catalog.format_type(family.element)
            raise Unresolved("undefined", f"could not find array type for data type {element}")
    elif role == "multirange" and family.range:
        known = catalog.type(family.range).multirange
    if not known:
        raise Unresolved(
            "mismatch",
            f"could not determine polymorphic type {catalog.format_type(wanted)}"
            " because input has type unknown",
        )
    setattr(family, role, known)
    return known


def _element(catalog: Catalog, array: int, wanted: int) -> int:
    return catalog.element_of(array) or _refuse(catalog, array, wanted, "an array")


def _subtype(catalog: Catalog, range_: int, wanted: int) -> int:
    type_ = catalog.type(range_)
    if type_.kind == "r":
        return type_.subtype
    return _refuse(catalog, range_, wanted, "a range type")


def _range_under(catalog: Catalog, multirange: int, wanted: int) -> int:
    type_ = catalog.type(multirange)
    return type_.range or _refuse(catalog, multirange, wanted, "a multirange type")


def _refuse(catalog: Catalog, given: int, wanted: int, what: str) -> int:
    raise Unresolved(
        "mismatch",
        f"argument declared {catalog.format_type(wanted)} is not {what}"
        f" but type {catalog.format_type(given)}",
    )


def _require_no_array(catalog: Catalog, element: int, wanted: int) -> None:
    if element and catalog.element_of(catalog.base_type(element)):
        raise Unresolved(
            "mismatch",
            f"type matched to {catalog.format_type(wanted)} is an array type:"
            f" {catalog.format_type(element)}",
        )
