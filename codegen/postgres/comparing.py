"""Which types have an order or an equality that sorting and grouping can use.

The counterpart of lookup_type_cache in src/backend/utils/cache/typcache.c: a default operator class
of btree for an order, of btree or hash for an equality.
"""

from __future__ import annotations

from codegen.postgres.catalog import Catalog

#: Types of pg_catalog without a default operator class of btree or hash.
_INCOMPARABLE = frozenset(
    """json xml path polygon circle point lseg box line refcursor gtsvector jsonpath txid_snapshot
    pg_snapshot pg_brin_bloom_summary pg_brin_minmax_multi_summary
    """.split()
)
#: Types that have one of hash only.
_UNORDERED = frozenset(["xid", "cid", "aclitem"])


def has_equality(catalog: Catalog, oid: int) -> bool:
    """Whether values of a type can be grouped."""
    return _has(catalog, oid, "=", _INCOMPARABLE)


def has_order(catalog: Catalog, oid: int) -> bool:
    """Whether values of a type can be sorted."""
    return _has(catalog, oid, "<", _INCOMPARABLE | _UNORDERED)


def _has(catalog: Catalog, oid: int, operator: str, without: frozenset[str]) -> bool:
    type_ = catalog.type(catalog.base_type(oid))
    if type_.is_array:
        return _has(catalog, type_.element, operator, without)
    if type_.kind == "c":
        relation = catalog.relation_of_type(type_.oid)
        fields = relation.columns if relation else type_.fields
        return all(_has(catalog, field.type, operator, without) for field in fields)
    if type_.kind != "b":
        return True
    if type_.schema == "pg_catalog":
        return type_.name not in without
    return any(
        known.left == known.right == type_.oid
        for known in catalog.operators(type_.schema, operator)
    )
