"""Whether a query yields a row whatever the database holds."""

from __future__ import annotations

from codegen.analysis import nodes
from codegen.analysis.tree import entries_of, walk
from codegen.analysis.written import has_rules, has_triggers

#: Utility statements that yield exactly one row, where they have columns.
ONE_ROW = frozenset({"call", "show"})


def yields_a_row(query: nodes.Query) -> bool:
    """Whether a query yields a row whatever the database holds."""
    if not _keeps_a_row(query):
        return False
    if query.command == "utility":
        return query.utility in ONE_ROW
    if query.command == "insert":
        return _inserts_a_row(query)
    if query.command == "set":
        sides = [side for side in (query.left, query.right) if side is not None]
        return query.set_op == "union" and any(yields_a_row(side) for side in sides)
    if query.command == "values":
        return bool(query.rows)
    if query.command != "select" or query.having is not None or returns_sets(query):
        return False
    if groups_all(query):
        return True
    return from_yields(query)


def from_yields(query: nodes.Query) -> bool:
    """Whether FROM and WHERE let a row through whatever the database holds."""
    return query.where is None and all(item_yields(item) for item in query.from_)


def _keeps_a_row(query: nodes.Query) -> bool:
    """Whether LIMIT and OFFSET leave the first row."""
    offset = query.offset is None or constant(query.offset) == 0
    limit = query.limit is None or (constant(query.limit) or 0) > 0
    return offset and limit


def constant(expr: nodes.Expr) -> int | None:
    """The number that an expression plainly is, such as a LIMIT; None for any other."""
    if isinstance(expr, nodes.Coerce):
        return constant(expr.arg)
    if isinstance(expr, nodes.Const) and expr.value is not None and expr.value.isdigit():
        return int(expr.value)
    return None


def groups_all(query: nodes.Query) -> bool:
    """Whether a query has a group even over no rows."""
    if query.grouping_sets is not None:
        return any(not keys for keys in query.grouping_sets)
    return not query.group_by and query.has_aggregates and _has_own_aggregate(query)


def _has_own_aggregate(query: nodes.Query) -> bool:
    """An aggregate over columns of an outer query only belongs to that one."""
    exprs = [*(target.expr for target in query.targets), *query.order_by]
    if query.having is not None:
        exprs.append(query.having)
    own = {id(entry) for entry in entries_of(query.from_)}
    return any(_is_own_aggregate(part, own) for expr in exprs for part in walk(expr))


def _is_own_aggregate(expr: nodes.Expr, own: set[int]) -> bool:
    if isinstance(expr, nodes.Aggregate):
        return not expr.levels_up
    if not isinstance(expr, nodes.JsonExpr) or expr.kind not in _JSON_AGGREGATES:
        return False
    entries = {id(part.entry) for part in walk(expr) if isinstance(part, _PLACES)}
    return not entries or bool(entries & own)


_PLACES = nodes.Var | nodes.WholeRow
_JSON_AGGREGATES = ("json_arrayagg", "json_objectagg")


def returns_sets(query: nodes.Query) -> bool:
    """Whether the columns of a query multiply its rows, or drop them."""
    return any(
        isinstance(part, nodes.Call) and part.function.returns_set
        for target in query.targets
        for part in walk(target.expr)
    )


def item_yields(item: nodes.FromItem) -> bool:
    """Whether something in FROM yields a row whatever the database holds."""
    if isinstance(item, nodes.RangeEntry):
        return _entry_yields(item)
    left, right = item_yields(item.left), item_yields(item.right)
    return {
        "left": left,
        "right": right,
        "full": left or right,
    }.get(item.kind, left and right and item.on is None)


def _entry_yields(entry: nodes.RangeEntry) -> bool:
    query = query_of(entry)
    if query is not None:
        recursive = entry.cte is not None and entry.cte.recursive
        return not recursive and yields_a_row(query)
    if is_sequence(entry):
        return True
    return entry.kind == "function" and any(not is_set(item.call) for item in entry.functions)


def is_set(call: nodes.Expr) -> bool:
    """Whether a call in FROM may yield other than one row."""
    return isinstance(call, nodes.Call) and call.function.returns_set


def is_sequence(entry: nodes.RangeEntry) -> bool:
    """Whether an entry of FROM is a sequence, which is a table of one row (CREATE SEQUENCE)."""
    return entry.relation is not None and entry.relation.kind == "S"


def query_of(entry: nodes.RangeEntry) -> nodes.Query | None:
    """The query behind a derived table, a WITH query or a view."""
    if entry.query is not None:
        return entry.query
    if entry.cte is not None:
        return entry.cte.query
    relation = entry.relation
    if relation is not None and relation.kind == "v" and isinstance(relation.query, nodes.Query):
        return relation.query
    return None


def _inserts_a_row(query: nodes.Query) -> bool:
    relation = query.target.relation if query.target else None
    conflict = query.on_conflict
    events = ("insert", "update") if conflict is not None else ("insert",)
    if relation is None or any(
        has_rules(relation, event) or has_triggers(relation, event) for event in events
    ):
        return False
    if conflict is not None and (conflict.action == "nothing" or conflict.where is not None):
        return False
    return query.source is None or yields_a_row(query.source)
