"""The type that several expressions share: UNION, CASE, VALUES, ARRAY, COALESCE, GREATEST.

After select_common_type of PostgreSQL's parse_coerce.c; chapter 10.5 of the manual.
"""

from __future__ import annotations

from collections.abc import Sequence

from codegen.postgres import oids
from codegen.postgres.catalog import Catalog
from codegen.postgres.errors import Unresolved
from codegen.postgres.pathway import can_coerce_concrete


def select_common_type(catalog: Catalog, types: Sequence[int], context_name: str) -> int:
    """The type that all of these are converted to; ``text`` where all are unknown.

    ``context_name`` is how PostgreSQL's message calls the construct: "CASE", "UNION", … That each
    of the types converts to the common type is not certain yet: coercing shows.

    :raises Unresolved: two of the types are of different categories.
    """
    common, offender = _select(catalog, types)
    if offender:
        raise Unresolved(
            "mismatch",
            f"{context_name} types {catalog.format_type(common)}"
            f" and {catalog.format_type(offender)} cannot be matched",
        )
    return common


def select_common_type_or_none(catalog: Catalog, types: Sequence[int]) -> int | None:
    """As :func:`select_common_type`, with None where that raises."""
    common, offender = _select(catalog, types)
    return None if offender else common


def all_coerce_to(catalog: Catalog, types: Sequence[int], common: int) -> bool:
    """Whether each of the types converts implicitly (verify_common_type)."""
    return all(can_coerce_concrete(catalog, one, common, "i") for one in types)


def _select(catalog: Catalog, types: Sequence[int]) -> tuple[int, int]:
    """The common type and 0, or two types that can't be matched."""
    first = types[0]
    if first != oids.UNKNOWN and all(one == first for one in types):
        return first, 0
    common = catalog.base_type(first)
    for candidate in types[1:]:
        candidate = catalog.base_type(candidate)
        if candidate in (oids.UNKNOWN, common):
            continue
        if common == oids.UNKNOWN:
            common = candidate
        elif catalog.type(candidate).category != catalog.type(common).category:
            return common, candidate
        elif _is_wider(catalog, candidate, common):
            common = candidate
    return (oids.TEXT if common == oids.UNKNOWN else common), 0


def _is_wider(catalog: Catalog, candidate: int, common: int) -> bool:
    """Whether the candidate takes the place of a common type that converts to it one way."""
    return (
        not catalog.type(common).preferred
        and can_coerce_concrete(catalog, common, candidate, "i")
        and not can_coerce_concrete(catalog, candidate, common, "i")
    )
