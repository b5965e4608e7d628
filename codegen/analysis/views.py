"""Whether a view can be changed (view_query_is_auto_updatable in rewriteHandler.c)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.assignments import check_written
from codegen.analysis.scope import Scope
from codegen.postgres.catalog import Relation
from codegen.records import replace

_VERBS = {"insert": "insert into", "update": "update", "delete": "delete from"}


def check_rewritten(
    relation: Relation,
    command: str,
    assignments: Sequence[nodes.Assignment],
    scope: Scope,
    node: exp.Expr,
    overriding: str = "",
) -> None:
    """What the rewriter refuses: views that can't be written through, values for columns that
    compute their own."""
    for assignment in assignments:
        check_written(assignment.column, assignment.value, command, scope, node, overriding)
    if relation.kind == "v" and not (relation.rules or command in relation.row_triggers):
        _check_view(relation, command, assignments, scope, node, overriding)


def _check_view(
    relation: Relation,
    command: str,
    assignments: Sequence[nodes.Assignment],
    scope: Scope,
    node: exp.Expr,
    overriding: str,
) -> None:
    """A view without rules or triggers has to be a simple selection of one relation."""
    query = relation.query
    if not isinstance(query, nodes.Query):
        return
    reason = _reason(query)
    if reason:
        message = f'cannot {_VERBS[command]} view "{relation.name}"'
        scope.state.fail("wrong-object-type", message, node, f"{reason} are not updatable.")
    base = _base(query)
    assert base is not None and base.relation is not None
    below = [_below(one, relation, query, base, command, scope, node) for one in assignments]
    seen: dict[str, nodes.Assignment] = {}
    for one in below:
        before = seen.setdefault(one.column.name, one)
        if before is not one and not (before.subscript and one.subscript):
            message = f'multiple assignments to same column "{one.column.name}"'
            scope.state.fail("duplicate-column", message, node, "The view has it twice.")
    check_rewritten(base.relation, command, below, scope, node, overriding)


def _below(
    assignment: nodes.Assignment,
    relation: Relation,
    query: nodes.Query,
    base: nodes.RangeEntry,
    command: str,
    scope: Scope,
    node: exp.Expr,
) -> nodes.Assignment:
    """An assignment to a view's column as one to the column under it."""
    name = assignment.column.name
    index = next(i for i, column in enumerate(relation.columns) if column.name == name)
    expr = query.targets[index].expr
    if not isinstance(expr, nodes.Var) or expr.index < 0 or expr.entry is not base:
        message = f'cannot {_VERBS[command].removesuffix(" from")} column "{name}" of view '
        message += f'"{relation.name}"'
        scope.state.fail("wrong-object-type", message, node, "It is computed.")
    assert base.relation is not None
    value = assignment.value
    if command == "update" and isinstance(value, nodes.Default):
        # A view's column has no default, so that DEFAULT is NULL before it reaches the table.
        value = nodes.Const(type=value.type, span=value.span, value=None)
    return replace(assignment, column=base.relation.columns[expr.index], value=value)


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
    return entry if entry.kind == "table" and usable and not entry.sampled else None
