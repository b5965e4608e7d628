"""The functions that a call could mean by their name and the number and names of its arguments.

After FuncnameGetCandidates() and MatchNamedCall() of PostgreSQL's namespace.c.
"""

from __future__ import annotations

from collections.abc import Sequence

from codegen.postgres.catalog import Catalog, Function
from codegen.records import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A function as a call would use it.

    ``args`` are the types it takes in the order of the call: named arguments sorted, a VARIADIC
    parameter as often as the call has elements for it (``expanded`` times), parameters that are
    left to their defaults (``defaulted`` of them) last. ``parameters`` are the places of these
    among the function's parameters. ``ambiguous``: another function would be used alike.
    """

    function: Function
    args: tuple[int, ...]
    parameters: tuple[int, ...]
    expanded: int = 0
    defaulted: int = 0
    ambiguous: bool = False


def find_candidates(
    catalog: Catalog,
    schema: str | None,
    name: str,
    count: int,
    names: Sequence[str] = (),
    *,
    expand: bool = True,
    procedure: bool = False,
) -> list[Candidate]:
    """The functions of this name that take so many arguments, the last of them with these names.

    :param expand: whether a VARIADIC parameter takes single elements.
    :param procedure: whether OUT parameters take arguments too, as in CALL.
    """
    found: dict[tuple[int, ...], Candidate] = {}
    for function in catalog.functions(schema, name):
        candidate = _candidate(function, count, names, expand, procedure)
        if candidate is None:
            continue
        key = candidate.args[: len(candidate.args) - candidate.defaulted]
        previous = found.get(key)
        found[key] = _better(previous, candidate) if previous else candidate
    return list(found.values())


def _candidate(
    function: Function, count: int, names: Sequence[str], expand: bool, procedure: bool
) -> Candidate | None:
    args = function.call_args if procedure and function.call_args else function.args
    missing = len(args) - count
    if missing > function.defaults:
        return None
    defaulted = max(missing, 0)
    if names:
        if missing < 0 or (function.variadic and expand):
            return None
        places = _match_names(function, len(args), count, names)
        if places is None:
            return None
        return Candidate(
            function=function,
            args=tuple(args[place] for place in places),
            parameters=places,
            defaulted=defaulted,
        )
    places = tuple(range(len(args)))
    if function.variadic and expand and missing <= 0:
        expanded = 1 - missing
        return Candidate(
            function=function,
            args=(*args[:-1], *[function.variadic] * expanded),
            parameters=(*places[:-1], *places[-1:] * expanded),
            expanded=expanded,
        )
    if missing < 0:
        return None
    return Candidate(function=function, args=args, parameters=places, defaulted=defaulted)


def _match_names(
    function: Function, parameters: int, count: int, names: Sequence[str]
) -> tuple[int, ...] | None:
    """The parameters' places in the order of the call; None where a name or argument is amiss."""
    places = list(range(count - len(names)))
    for name in names:
        if name not in function.arg_names:
            return None
        place = function.arg_names.index(name)
        if place in places:
            return None
        places.append(place)
    left = [place for place in range(parameters) if place not in places]
    if any(place < parameters - function.defaults for place in left):
        return None
    return (*places, *left)


def _better(previous: Candidate, candidate: Candidate) -> Candidate:
    """Which of two functions a call with these argument types means, where that is decided.

    The one whose schema comes first in the search path, else the one that is not variadic.
    """
    if previous.function.schema != candidate.function.schema:
        return previous
    if candidate.expanded and not previous.expanded:
        return previous
    if previous.expanded and not candidate.expanded:
        return candidate
    return replace(previous, ambiguous=True)
