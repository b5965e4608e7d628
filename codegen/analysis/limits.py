"""LIMIT, OFFSET, FETCH and row locks (transformLimitClause, transformLockingClause)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.clauses import check_without_columns, clause
from codegen.analysis.coerce import coerce_to
from codegen.analysis.expressions.table import infer
from codegen.analysis.scope import Scope, identifier
from codegen.analysis.tree import entries_of
from codegen.postgres import oids


def limit(node: exp.Expr, query: nodes.Query, scope: Scope) -> None:
    """OFFSET first, then LIMIT or FETCH, both bigint."""
    offset = node.args.get("offset")
    if offset is not None:
        query.offset = _count(offset.expression, "OFFSET", scope)
    found = node.args.get("limit")
    if isinstance(found, exp.Fetch):
        _fetch(found, node, query, scope)
    elif found is not None and not _is_all(found.expression):
        query.limit = _count(found.expression, "LIMIT", scope)


def _fetch(node: exp.Fetch, select: exp.Expr, query: nodes.Query, scope: Scope) -> None:
    count = node.args.get("count")
    query.limit = _count(count or exp.Literal.number(1), "LIMIT", scope)
    options = node.args.get("limit_options")
    query.with_ties = bool(options is not None and options.args.get("with_ties"))
    if query.with_ties and select.args.get("order") is None:
        scope.state.fail(
            "syntax-error",
            "WITH TIES cannot be specified without ORDER BY clause",
            node,
            "Say with ORDER BY which rows are ties.",
        )


def _is_all(node: exp.Expr | None) -> bool:
    return node is None or (isinstance(node, (exp.Var, exp.Column)) and node.name.lower() == "all")


def _count(node: exp.Expr, name: str, scope: Scope) -> nodes.Expr:
    with clause(scope, name):
        value = infer(node, scope)
        if isinstance(value, nodes.Param):
            scope.state.hints.setdefault(value.number, name.lower())
        found = coerce_to(scope.state, value, oids.INT8, name, node)
    check_without_columns(scope, found, name, node)
    return found


# Row locks ----------------------------------------------------------------------------------------


def locks(node: exp.Expr, query: nodes.Query, scope: Scope) -> None:
    """FOR UPDATE and its like: what they may be applied to."""
    found: Sequence[exp.Expr] = node.args.get("locks") or []
    query.locking = bool(found)
    for lock in found:
        if query.with_ties and lock.args.get("wait") is False:
            message = "SKIP LOCKED and WITH TIES options cannot be used together"
            scope.state.fail("syntax-error", message, lock, "Leave one of the two out.")
        kind = strength(lock)
        _check_lockable(query, kind, scope, lock)
        named = [_locked(table, kind, scope) for table in lock.expressions]
        for entry in named or entries_of(query.from_):
            _check_inside(entry, kind, scope, lock)


def strength(lock: exp.Expr) -> str:
    """The kind of a lock in PostgreSQL's words."""
    key = lock.args.get("key")
    if lock.args.get("update"):
        return "FOR NO KEY UPDATE" if key else "FOR UPDATE"
    return "FOR KEY SHARE" if key else "FOR SHARE"


def _check_lockable(query: nodes.Query, kind: str, scope: Scope, lock: exp.Expr) -> None:
    """CheckSelectLocking: each row of the result has to be a row of the tables."""
    refused = [
        (query.command == "set", "UNION/INTERSECT/EXCEPT"),
        (query.distinct or query.distinct_on, "DISTINCT clause"),
        (query.group_by or query.grouping_sets, "GROUP BY clause"),
        (query.having, "HAVING clause"),
        (query.has_aggregates, "aggregate functions"),
        (query.has_windows, "window functions"),
        (query.has_set_returning, "set-returning functions in the target list"),
    ]
    for holds, what in refused:
        if holds:
            message = f"{kind} is not allowed with {what}"
            scope.state.fail("unsupported", message, lock, "Lock the rows in a subquery.")


def _check_inside(entry: nodes.RangeEntry, kind: str, scope: Scope, lock: exp.Expr) -> None:
    """What is locked of a subquery are the rows of its tables (transformLockingClause)."""
    if entry.kind == "subquery" and entry.query is not None:
        _check_lockable(entry.query, kind, scope, lock)
        for inner in entries_of(entry.query.from_):
            _check_inside(inner, kind, scope, lock)


def _locked(table: exp.Expr, kind: str, scope: Scope) -> nodes.RangeEntry:
    name = identifier(table.this)
    entry = next((e for e in scope.entries if e.name == name), None)
    if table.args.get("db"):
        scope.state.fail(
            "syntax-error",
            f"{kind} must specify unqualified relation names",
            table,
            "Write the alias alone.",
        )
    if entry is None:
        scope.state.fail(
            "undefined-table",
            f'relation "{name}" in {kind} clause not found in FROM clause',
            table,
            "Name an item of FROM by its alias.",
        )
    if entry.kind in _NOT_LOCKED:
        scope.state.fail(
            "wrong-object-type",
            f"{kind} cannot be applied to {_NOT_LOCKED[entry.kind]}",
            table,
            "Name the tables to lock: FOR UPDATE OF alias.",
        )
    return entry


_NOT_LOCKED = {
    "function": "a function",
    "cte": "a WITH query",
    "tablefunc": "a table function",
}
