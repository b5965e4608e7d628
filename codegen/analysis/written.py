"""What may change or drop a row on its way into a table: triggers and rules, through views.

(Manual 39.1, 41.4 and CREATE VIEW's "Updatable Views".)
"""

from __future__ import annotations

from collections.abc import Iterator

from codegen.analysis import nodes
from codegen.postgres.catalog import Relation


def has_rules(relation: Relation, event: str) -> bool:
    """Whether rules may rewrite a statement."""
    return any(one.rules for one in _path(relation, event))


def has_instead_triggers(relation: Relation, event: str) -> bool:
    """Whether a view's triggers do the work, and say what the row is."""
    return any(one.kind == "v" and event in one.row_triggers for one in _path(relation, event))


def has_triggers(relation: Relation, event: str) -> bool:
    """Whether a row's triggers may change or drop it."""
    return any(event in _events(one, event) for one in _path(relation, event))


def _events(relation: Relation, event: str) -> frozenset[str]:
    """An update that moves a row to another partition deletes it there and inserts it here."""
    moves = relation.kind == "p" and event == "update" and relation.row_triggers
    return relation.row_triggers | {"update"} if moves else relation.row_triggers


def _path(relation: Relation, event: str) -> Iterator[Relation]:
    """The relation and, where it is a view that is written through, those under it."""
    yield relation
    query = relation.query
    if relation.kind != "v" or event in relation.row_triggers:
        return
    if isinstance(query, nodes.Query) and len(query.from_) == 1:
        entry = query.from_[0]
        if isinstance(entry, nodes.RangeEntry) and entry.relation is not None:
            yield from _path(entry.relation, event)
