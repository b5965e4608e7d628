"""How a value of one type becomes one of another: the conversions that pg_cast and types imply.

After find_coercion_pathway and its neighbours in PostgreSQL's parse_coerce.c.
"""

from __future__ import annotations

from typing import Literal

from codegen.postgres import oids
from codegen.postgres.catalog import FIRST_USER_OID, Cast, Catalog

#: Where a conversion happens: i(mplicit), a(ssignment), e(xplicit), as in pg_cast.
Context = Literal["i", "a", "e"]

#: By what means: the same bits, a cast function, the types' text forms, or element by element.
Method = Literal["relabel", "function", "io", "array"]

Pathway = tuple[Method, Cast | None]

_STRENGTH = {"i": 0, "a": 1, "e": 2}
_CAST_METHODS: dict[str, Method] = {"f": "function", "i": "io", "b": "relabel"}
_VECTORS = (oids.OIDVECTOR, oids.INT2VECTOR)

#: Which kind of type a family-1 or family-2 pseudo-type stands for.
_ANY_OF_KIND = {
    oids.ANYENUM: "e",
    oids.ANYRANGE: "r",
    oids.ANYCOMPATIBLERANGE: "r",
    oids.ANYMULTIRANGE: "m",
    oids.ANYCOMPATIBLEMULTIRANGE: "m",
}


def type_category(catalog: Catalog, oid: int) -> str:
    """The type's category, a letter of pg_type.typcategory."""
    return catalog.type(oid).category


def is_preferred(catalog: Catalog, category: str, oid: int) -> bool:
    """Whether the type is of the category and preferred in it."""
    type_ = catalog.type(oid)
    return type_.preferred and type_.category == category


def is_complex(catalog: Catalog, oid: int) -> bool:
    """Whether the type is composite, or a domain over a composite type."""
    return catalog.type(catalog.base_type(oid)).kind == "c"


def is_complex_array(catalog: Catalog, oid: int) -> bool:
    """Whether the type is an array of composite values."""
    element = catalog.element_of(oid)
    return bool(element) and is_complex(catalog, element)


def inherits_from(catalog: Catalog, oid: int, ancestor: int) -> bool:
    """Whether rows of this type are rows of the ancestor's table too, or of the composite type that
    the table is OF (typeInheritsFrom, typeIsOfTypedTable)."""
    start = catalog.relation_of_type(catalog.base_type(oid))
    if start is None:
        return False
    if ancestor and start.of_type == ancestor:
        return True
    goal = catalog.relation_of_type(ancestor)
    if goal is None:
        return False
    pending, seen = list(start.parents), set(start.parents)
    while pending:
        parent = pending.pop()
        if parent == (goal.schema, goal.name):
            return True
        relation = catalog.relation(*parent)
        fresh = [one for one in relation.parents if one not in seen] if relation else []
        pending += fresh
        seen.update(fresh)
    return False


def is_binary_coercible(catalog: Catalog, source: int, target: int) -> bool:
    """Whether a value can be taken for one of the target type as it is (IsBinaryCoercible)."""
    if source == target or target in (oids.ANY, oids.ANYELEMENT, oids.ANYCOMPATIBLE):
        return True
    source = catalog.base_type(source)
    if source == target:
        return True
    if target in (oids.ANYARRAY, oids.ANYCOMPATIBLEARRAY):
        return bool(catalog.element_of(source))
    if target in (oids.ANYNONARRAY, oids.ANYCOMPATIBLENONARRAY):
        return not catalog.element_of(source)
    if target in _ANY_OF_KIND:
        return catalog.type(source).kind == _ANY_OF_KIND[target]
    if target == oids.RECORD:
        return is_complex(catalog, source)
    if target == oids.RECORD_ARRAY:
        return is_complex_array(catalog, source)
    cast = catalog.cast(source, target)
    return cast is not None and cast.method == "b" and cast.context == "i"


def find_coercion_pathway(
    catalog: Catalog, target: int, source: int, context: Context
) -> Pathway | None:
    """How the source type is converted to the target type in this context; None: it is not.

    Domains count as their base types. Says nothing of pseudo-types, records and inheritance,
    which :func:`codegen.postgres.coercion.can_coerce` knows.
    """
    if max(target, source) >= FIRST_USER_OID:
        # Such an answer holds for too short a time to be worth remembering.
        return _find_pathway(catalog, target, source, context)
    key = ("pathway", target, source, context)
    return catalog.remembered(
        key, lambda: _find_pathway(catalog, target, source, context), target, source
    )


def _find_pathway(catalog: Catalog, target: int, source: int, context: Context) -> Pathway | None:
    target, source = catalog.base_type(target), catalog.base_type(source)
    if source == target:
        return "relabel", None
    cast = catalog.cast(source, target)
    if cast is not None:
        if _STRENGTH[context] < _STRENGTH[cast.context]:
            return None
        return _CAST_METHODS[cast.method], cast
    if _elements_convert(catalog, target, source, context):
        return "array", None
    through_text = (context != "i" and type_category(catalog, target) == "S") or (
        context == "e" and type_category(catalog, source) == "S"
    )
    return ("io", None) if through_text else None


def _elements_convert(catalog: Catalog, target: int, source: int, context: Context) -> bool:
    if target in _VECTORS:
        return False
    target_element, source_element = catalog.element_of(target), catalog.element_of(source)
    if not target_element or not source_element:
        return False
    return find_coercion_pathway(catalog, target_element, source_element, context) is not None


def can_coerce_concrete(catalog: Catalog, source: int, target: int, context: Context) -> bool:
    """Whether a value of the source type converts to a target type that is not polymorphic."""
    if source == target or target == oids.ANY:
        return True
    if source == oids.UNKNOWN:
        return target != oids.INTERNAL
    if find_coercion_pathway(catalog, target, source, context) is not None:
        return True
    if source == oids.RECORD:
        return is_complex(catalog, target)
    if target == oids.RECORD:
        return is_complex(catalog, source)
    if target == oids.RECORD_ARRAY:
        return is_complex_array(catalog, source)
    return inherits_from(catalog, source, target)
