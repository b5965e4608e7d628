"""Analysed queries as trees: what they read, and keeping them true while tables change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import cast

from codegen.analysis import nodes
from codegen.postgres.catalog import FIRST_USER_OID, Catalog, Function, Operator, Relation

#: The classes of analysed nodes, with the names of their fields.
_FIELDS: dict[type, tuple[str, ...]] = {
    kind: tuple(one.name for one in fields(kind))
    for kind in vars(nodes).values()
    if isinstance(kind, type) and is_dataclass(kind) and kind.__module__ == nodes.__name__
}


def used(found: nodes.Query) -> frozenset[tuple[int, int]]:
    """What a query depends on, by oids: the relations that it reads, by their row types, with
    column number 0 and with the number of each column that it reads; with number 0 the functions
    and operators that it calls, and the types of its values."""
    uses: set[tuple[int, int]] = set()
    for node in walk(found):
        if isinstance(node, nodes.RangeEntry) and node.relation is not None:
            uses.add((node.relation.type, 0))
        elif isinstance(node, nodes.Var) and node.entry.relation is not None and node.index >= 0:
            columns = node.entry.relation.columns
            if node.index < len(columns):
                uses.add((node.entry.relation.type, columns[node.index].number))
        elif isinstance(node, nodes.Expr):
            uses.update((oid, 0) for oid in _called(node) if oid >= FIRST_USER_OID)
    return frozenset(uses)


def _called(node: nodes.Expr) -> Iterator[int]:
    for name in ("function", "operator"):
        found = getattr(node, name, None)
        if isinstance(found, (Function, Operator)):
            yield found.oid
    yield node.type


def refresh(catalog: Catalog, tree: object) -> None:
    """Makes an analysed query or expression speak of the relations as they are now.

    Between a view's creation and the end of the schema its tables may have lost, gained and
    renamed columns; a column's number tells which is which.
    """
    found = list(walk(tree))
    moved: dict[int, dict[int, int]] = {}
    for node in found:
        if isinstance(node, nodes.RangeEntry) and node.relation is not None:
            now = catalog.relation_of_type(node.relation.type) if node.relation.type else None
            if now is not None and now is not node.relation:
                moved[id(node)] = _rebased(node, node.relation, now)
    if not moved:
        return
    for node in found:
        if isinstance(node, nodes.Var) and id(node.entry) in moved:
            node.index = moved[id(node.entry)].get(node.index, node.index)


def _rebased(entry: nodes.RangeEntry, before: Relation, now: Relation) -> dict[int, int]:
    places = {column.number: index for index, column in enumerate(now.columns)}
    kept = {
        index: places[column.number]
        for index, column in enumerate(before.columns)
        if column.number in places
    }
    entry.relation = now
    columns = [nodes.RangeColumn(name=column.name, type=column.type) for column in now.columns]
    for old, new in kept.items():
        if old < len(entry.columns):
            columns[new] = entry.columns[old]
    entry.columns = columns
    return kept


def walk(tree: object) -> Iterator[object]:
    """Every node of an analysed query, each once."""
    seen: set[int] = set()
    pending = [tree]
    while pending:
        node = pending.pop()
        if isinstance(node, list | tuple):
            pending.extend(cast(Iterable[object], node))
        elif type(node) in _FIELDS and id(node) not in seen:
            seen.add(id(node))
            yield node
            pending.extend(getattr(node, name) for name in _FIELDS[type(node)])
