"""Whether types convert into others, in PostgreSQL's rules; chapter 10 of the manual.

The single steps are in :mod:`codegen.postgres.pathway`, which this module gives on.
"""

from __future__ import annotations

from collections.abc import Sequence

from codegen.postgres.catalog import Catalog
from codegen.postgres.pathway import (
    Context,
    Method,
    Pathway,
    can_coerce_concrete,
    find_coercion_pathway,
    inherits_from,
    is_binary_coercible,
    is_complex,
    is_complex_array,
    is_preferred,
    type_category,
)
from codegen.postgres.polymorphism import POLYMORPHIC, check_generic_type_consistency

__all__ = [
    "Context",
    "Method",
    "Pathway",
    "can_coerce",
    "can_coerce_type",
    "find_coercion_pathway",
    "inherits_from",
    "is_binary_coercible",
    "is_complex",
    "is_complex_array",
    "is_preferred",
    "type_category",
]


def can_coerce(
    catalog: Catalog, sources: Sequence[int], targets: Sequence[int], context: Context = "i"
) -> bool:
    """Whether each source converts to its target, and the polymorphic targets agree.

    After can_coerce_type of parse_coerce.c. UNKNOWN converts to everything.
    """
    generic = False
    for source, target in zip(sources, targets, strict=True):
        if source == target:
            continue
        if target in POLYMORPHIC:
            generic = True
        elif not can_coerce_concrete(catalog, source, target, context):
            return False
    return not generic or check_generic_type_consistency(catalog, sources, targets)


def can_coerce_type(catalog: Catalog, source: int, target: int, context: Context = "i") -> bool:
    """Whether one type converts to another in this context."""
    return can_coerce(catalog, (source,), (target,), context)
