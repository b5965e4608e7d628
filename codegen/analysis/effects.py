"""What a query reads and what it changes: tables, and whether it may run on a replica."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from codegen.analysis import nodes
from codegen.analysis.nodes import Effects
from codegen.analysis.tree import Walked, entries_of, walked
from codegen.postgres.catalog import Function, Relation
from codegen.postgres.volatility import may_have_effects

_READING = frozenset({"select", "values", "set"})

#: A table by schema and name.
Table = tuple[str, str]


def effects_of(inside: Walked) -> Effects:
    """The effects of a query. Of a statement that is no query, nothing is known: it counts as one
    that writes, to no table in particular."""
    if inside[0][0].command == "utility":
        return Effects()
    everything = list(_all(inside, set()))
    queries = [query for query, _ in everything]
    writes = {
        table
        for query in queries
        if query.target is not None and query.target.relation is not None
        for table in _written(query.target.relation)
    }
    reads = {
        (entry.relation.schema, entry.relation.name)
        for query in queries
        for entry in entries_of(query.from_)
        if entry.relation is not None and entry.relation.query is None
    }
    read_only = all(
        query.command in _READING
        and not query.locking
        and not any(map(may_have_effects, _functions(parts)))
        for query, parts in everything
    )
    return Effects(read_only, tuple(sorted(reads - writes)), tuple(sorted(writes)))


def _all(inside: Walked, views: set[int]) -> Iterator[tuple[nodes.Query, list[nodes.Expr]]]:
    """A query and all inside it: in WITH, FROM, expressions and views."""
    for query, parts in inside:
        yield query, parts
        for entry in entries_of(query.from_):
            view = entry.relation.query if entry.relation is not None else None
            if isinstance(view, nodes.Query) and id(view) not in views:
                views.add(id(view))
                yield from _all(walked(view), views)


def _written(relation: Relation) -> Iterator[Table]:
    """The table that is written to: a view's writes go to the one behind it."""
    view = relation.query
    if not isinstance(view, nodes.Query):
        yield relation.schema, relation.name
        return
    for entry in entries_of(view.from_):
        if entry.relation is not None:
            yield from _written(entry.relation)


def _functions(parts: Iterable[nodes.Expr]) -> Iterator[Function]:
    for part in parts:
        function = getattr(part, "function", None)
        if isinstance(function, Function):
            yield function
