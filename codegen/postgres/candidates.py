"""The choice among functions, or operators, that share a name.

After func_match_argtypes and func_select_candidate of PostgreSQL's parse_func.c; chapters 10.2
and 10.3 of the manual.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from codegen.postgres import oids
from codegen.postgres.catalog import Catalog
from codegen.postgres.coercion import can_coerce, is_preferred


class Candidate(Protocol):
    """Anything that takes arguments of certain types, in the order of the call."""

    @property
    def args(self) -> tuple[int, ...]:
        """The types it takes; there may be more of them than the call has arguments."""
        ...


C = TypeVar("C", bound=Candidate)


def match_argtypes(catalog: Catalog, types: Sequence[int], candidates: Sequence[C]) -> list[C]:
    """The candidates that the arguments convert to implicitly."""
    count = len(types)
    return [one for one in candidates if can_coerce(catalog, types, one.args[:count])]


def select_candidate(catalog: Catalog, types: Sequence[int], candidates: Sequence[C]) -> C | None:
    """The one that fits best among candidates that all match; None where no one stands out."""
    bases = [catalog.base_type(one) for one in types]
    left = _most(candidates, lambda one: _exact_matches(bases, one))
    if len(left) == 1:
        return left[0]
    left = _most(left, lambda one: _good_matches(catalog, bases, one))
    if len(left) == 1:
        return left[0]
    if oids.UNKNOWN not in bases:
        return None
    left = _by_category_of_unknowns(catalog, bases, left)
    if len(left) == 1:
        return left[0]
    return _as_if_all_alike(catalog, bases, left)


def _most(candidates: Sequence[C], score: Callable[[C], int]) -> list[C]:
    """Those with the highest score."""
    scores = [score(one) for one in candidates]
    best = max(scores)
    return [one for one, points in zip(candidates, scores, strict=True) if points == best]


def _exact_matches(bases: Sequence[int], candidate: Candidate) -> int:
    return sum(
        given != oids.UNKNOWN and given == wanted
        for given, wanted in zip(bases, candidate.args, strict=False)
    )


def _good_matches(catalog: Catalog, bases: Sequence[int], candidate: Candidate) -> int:
    """Arguments that fit exactly, or become the preferred type of their category."""
    return sum(
        given != oids.UNKNOWN
        and (given == wanted or is_preferred(catalog, catalog.type(given).category, wanted))
        for given, wanted in zip(bases, candidate.args, strict=False)
    )


def _by_category_of_unknowns(
    catalog: Catalog, bases: Sequence[int], candidates: list[C]
) -> list[C]:
    """Those that take the category that is assumed for the unknown arguments.

    A string at a place where any candidate takes strings, else what all candidates agree on. Of
    those, the ones that take a preferred type, where any does. All, where no category shows.
    """
    left = candidates
    for place, given in enumerate(bases):
        if given != oids.UNKNOWN:
            continue
        types = [catalog.type(one.args[place]) for one in candidates]
        categories = {type_.category for type_ in types}
        if len(categories) > 1 and "S" not in categories:
            return candidates
        category = "S" if "S" in categories else categories.pop()
        preferred = any(type_.preferred for type_ in types if type_.category == category)
        left = [
            one
            for one in left
            if catalog.type(one.args[place]).category == category
            and (not preferred or catalog.type(one.args[place]).preferred)
        ]
    return left or candidates


def _as_if_all_alike(catalog: Catalog, bases: Sequence[int], candidates: Sequence[C]) -> C | None:
    """The only one that fits if the unknown arguments have the type that all others share."""
    known = {one for one in bases if one != oids.UNKNOWN}
    if len(known) != 1:
        return None
    fitting = match_argtypes(catalog, [*known] * len(bases), candidates)
    return fitting[0] if len(fitting) == 1 else None
