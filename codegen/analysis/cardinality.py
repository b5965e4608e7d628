"""How many rows a query can yield.

At most one, where equalities with constants fix a key of every relation in FROM; exactly one, where
moreover nothing can take the row away. Both are claims about every database that fits the schema.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from codegen.analysis import nodes
from codegen.analysis.at_least_one import yields_a_row
from codegen.analysis.at_most_one import Parents, Scope, at_most_one
from codegen.analysis.tree import entries_of
from codegen.records import dataclass

if TYPE_CHECKING:
    from codegen.postgres.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Missing:
    """Why there may be many rows: ``relation`` (its name in the query) is not limited to one row;
    comparing ``columns`` too would do, where there are any. So would a unique index over those
    that are compared, ``compared``, where they are part of no key."""

    relation: str
    columns: tuple[str, ...]
    compared: tuple[str, ...] = ()


def cardinality(query: nodes.Query, catalog: Catalog) -> str:
    """``none`` without columns, else ``exactly_one``, ``at_most_one`` or ``many``."""
    if not query.targets:
        return "none"
    if not at_most_one(query, parents=parents_of(catalog)):
        return "many"
    return "exactly_one" if yields_a_row(query) else "at_most_one"


def parents_of(catalog: Catalog) -> Parents:
    """The tables that others inherit from: their keys say nothing of the others' rows."""
    return frozenset(place for place, kind in catalog.parents().items() if kind == "r")


def missing_key(query: nodes.Query, catalog: Catalog) -> Missing | None:
    """What keeps a query that may yield many rows from yielding at most one."""
    parents = parents_of(catalog)
    if query.command not in ("select", "update", "delete") or at_most_one(query, parents=parents):
        return None
    scope = Scope(query, parents=parents)
    found = [entry for entry in entries_of(scope.items) if not scope.is_single(entry)]
    if not found:
        return None
    entry = next((one for one in found if _others_follow(query, one, parents)), found[0])
    return Missing(entry.name, _missing_columns(entry, scope), _own_key(entry, scope))


def _others_follow(query: nodes.Query, entry: nodes.RangeEntry, parents: Parents) -> bool:
    """Whether all would be limited to one row if this relation were."""
    scope = Scope(query, parents=parents)
    scope.assume_single(entry)
    return all(scope.is_single(one) for one in entries_of(scope.items))


def found_by_keys(query: nodes.Query, catalog: Catalog) -> tuple[str, ...]:
    """How the relations of a query with one row at most are found, ``chats by its key (id)``
    for each of which a key is compared; none where something else limits the rows."""
    if query.command not in ("select", "update", "delete") or query.limit is not None:
        return ()
    if query.group_by or query.has_aggregates or query.having is not None or query.distinct_on:
        return ()
    scope = Scope(query, parents=parents_of(catalog))
    found: list[str] = []
    for entry in entries_of(scope.items):
        compared = {index for (place, index), _ in _compared(scope) if place == id(entry)}
        names = {entry.columns[index].name for index in compared}
        keys = entry.relation.keys if entry.relation else ()
        key = next((one for one in keys if names.issuperset(one.columns)), None)
        if key is not None and scope.is_single(entry):
            found.append(f"{entry.name} by its key ({', '.join(key.columns)})")
    return tuple(found)


def _compared(scope: Scope) -> list[tuple[tuple[int, int], nodes.Expr | None]]:
    return [pair for pair, _ in scope.equalities]


def _own_key(entry: nodes.RangeEntry, scope: Scope) -> tuple[str, ...]:
    """The columns of a table that are compared, if no key has one of them."""
    relation = entry.relation
    if relation is None or relation.kind not in ("r", "p"):
        return ()
    fixed = [entry.columns[index].name for index in sorted(scope.fixed_columns(entry))]
    used = any(not key.predicate and set(key.columns) & set(fixed) for key in relation.keys)
    return () if used else tuple(fixed)


def _missing_columns(entry: nodes.RangeEntry, scope: Scope) -> tuple[str, ...]:
    keys = entry.relation.keys if entry.relation else ()
    fixed = {entry.columns[index].name for index in scope.fixed_columns(entry)}
    options = [
        tuple(name for name in key.columns if name not in fixed)
        for key in sorted(keys, key=lambda key: not key.primary)
        if key.predicate is None
    ]
    return min(options, key=len, default=())
