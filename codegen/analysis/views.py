"""Whether a view can be changed (view_query_is_auto_updatable in rewriteHandler.c)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.scope import Scope
from codegen.postgres.catalog import Relation

_VERBS = {"insert": "insert into", "update": "update", "delete": "delete from"}


def check_updatable(
    relation: Relation, command: str, columns: Sequence[str], scope: Scope, node: exp.Expr
) -> None:
    """A view without rules or triggers has to be a simple selection of one relation."""
    query = relation.query
    if relation.kind != "v" or relation.rules or relation.row_triggers:
        return
    if not isinstance(query, nodes.Query):
        return
    reason = _reason(query)
    if reason:
        message = f'cannot {_VERBS[command]} view "{relation.name}"'
        scope.state.fail("wrong-object-type", message, node, f"{reason} are not updatable.")
    verb = _VERBS[command].partition(" ")[0]
    for name in columns:
        index = next(i for i, column in enumerate(relation.columns) if column.name == name)
        if not _is_base_column(query.targets[index].expr, query):
            verb = "insert into" if command == "insert" else verb
            message = f'cannot {verb} column "{name}" of view "{relation.name}"'
            scope.state.fail("wrong-object-type", message, node, "It is computed.")
    base = _base(query)
    if base is not None and base.relation is not None:
        check_updatable(base.relation, command, _base_names(query, relation, columns), scope, node)


def _reason(query: nodes.Query) -> str:
    """Why a view's query can't be written through, in words; empty if it can."""
    reasons = [
        (query.command != "select", "Views containing UNION, INTERSECT, or EXCEPT"),
        (query.distinct or query.distinct_on, "Views containing DISTINCT"),
        (query.group_by or query.grouping_sets, "Views containing GROUP BY"),
        (query.having, "Views containing HAVING"),
        (query.ctes, "Views containing WITH"),
        (query.limit or query.offset, "Views containing LIMIT or OFFSET"),
        (query.has_aggregates, "Views that return aggregate functions"),
        (query.has_windows, "Views that return window functions"),
        (query.has_set_returning, "Views that return set-returning functions"),
        (_base(query) is None, "Views that do not select from a single table or view"),
    ]
    return next((words for holds, words in reasons if holds), "")


def _base(query: nodes.Query) -> nodes.RangeEntry | None:
    """The one relation that a view selects from."""
    if len(query.from_) != 1 or not isinstance(query.from_[0], nodes.RangeEntry):
        return None
    entry = query.from_[0]
    usable = entry.relation is not None and entry.relation.kind in ("r", "p", "f", "v")
    return entry if entry.kind == "table" and usable else None


def _is_base_column(expr: nodes.Expr, query: nodes.Query) -> bool:
    return isinstance(expr, nodes.Var) and expr.index >= 0 and expr.entry is _base(query)


def _base_names(query: nodes.Query, relation: Relation, columns: Sequence[str]) -> list[str]:
    base = _base(query)
    assert base is not None and base.relation is not None
    positions = {column.name: index for index, column in enumerate(relation.columns)}
    found: list[str] = []
    for name in columns:
        expr = query.targets[positions[name]].expr
        if isinstance(expr, nodes.Var):
            found.append(base.relation.columns[expr.index].name)
    return found
