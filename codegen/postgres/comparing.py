"""Which types have an order or an equality that sorting and grouping can use.

The counterpart of lookup_type_cache in src/backend/utils/cache/typcache.c: an order takes a default
operator class of btree, an equality one of btree or hash.
"""

from __future__ import annotations

from codegen.postgres import oids
from codegen.postgres.catalog import Catalog, Operator
from codegen.postgres.pathway import is_binary_coercible, is_preferred

#: The access methods whose operator classes have the operator.
_ORDER = ("btree",)
_EQUALITY = ("btree", "hash")

#: The operators by which families of btree sort, and whether they begin with the greatest; of
#: pg_amop's rows with strategies 1 and 5, in all that is shipped.
ORDERINGS = {
    "<": False,
    ">": True,
    "~<~": False,
    "~>~": True,
    "*<": False,
    "*>": True,
    "#<#": False,
    "#>#": True,
}


def is_ordering(catalog: Catalog, operator: Operator) -> bool:
    """Whether an operator is one that a family of btree sorts by."""
    if operator.left != operator.right:
        return False
    if (operator.name, operator.left) in catalog.orderings:
        return True
    return operator.name in ORDERINGS and _by(catalog, operator.left, "btree")


#: The operators of families of btree, and their negators, by which rows compare.
_COMPARISONS = frozenset(ORDERINGS) | frozenset(
    "<= = >= <> ~<=~ ~>=~ *<= *= *>= *<> #<=# #>=# #=# #<>#".split()
)


def is_comparison(catalog: Catalog, operator: Operator) -> bool:
    """Whether a family of btree says what an operator means (get_op_index_interpretation)."""
    if operator.name in _COMPARISONS and _by(catalog, operator.left, "btree"):
        return True
    return any(operator.left == type_ for _, type_ in catalog.orderings)


def has_equality(catalog: Catalog, oid: int) -> bool:
    """Whether values of a type can be grouped."""
    return _has(catalog, oid, _EQUALITY)


def has_order(catalog: Catalog, oid: int) -> bool:
    """Whether values of a type can be sorted."""
    return _has(catalog, oid, _ORDER)


def _has(catalog: Catalog, oid: int, methods: tuple[str, ...]) -> bool:
    key = ("comparing", oid, methods)
    return catalog.remembered(
        key,
        lambda: (
            any(_by(catalog, oid, method) for method in methods)
            and _parts_have(catalog, oid, methods)
        ),
    )


def _parts_have(catalog: Catalog, oid: int, methods: tuple[str, ...]) -> bool:
    """Arrays compare by their elements, rows by their columns.

    A type with a class of its own, such as oidvector, doesn't ask for its elements'; of the columns
    of a record nothing is known.
    """
    type_ = catalog.type(catalog.base_type(oid))
    if type_.oid == oids.ANYARRAY:
        return False
    if type_.is_array and not any(type_.oid in catalog.operator_classes(one) for one in methods):
        return _has(catalog, type_.element, methods)
    if type_.kind == "c":
        relation = catalog.relation_of_type(type_.oid)
        fields = relation.columns if relation else type_.fields
        return all(_has(catalog, field.type, methods) for field in fields)
    return True


def _by(catalog: Catalog, oid: int, method: str) -> bool:
    """Whether exactly one default operator class is for the type, or for one that it can be taken
    for (GetDefaultOpClass in src/backend/commands/indexcmds.c)."""
    type_ = catalog.type(catalog.base_type(oid))
    classes = catalog.operator_classes(method)
    if type_.oid in classes:
        return True
    near = [one for one in classes if is_binary_coercible(catalog, type_.oid, one)]
    preferred = [one for one in near if is_preferred(catalog, type_.category, one)]
    return len(preferred or near) == 1
