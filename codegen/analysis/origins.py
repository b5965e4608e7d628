"""Which table's column a result column is (markTargetListOrigins in parse_target.c)."""

from __future__ import annotations

from codegen.analysis import nodes
from codegen.postgres.catalog import Relation

Origin = tuple[Relation | None, str | None]


def origin(expr: nodes.Expr) -> Origin:
    """The relation and the column, or (None, None) for what is computed."""
    if not isinstance(expr, nodes.Var) or expr.index < 0:
        return None, None
    entry = expr.entry
    if entry.kind == "table" and entry.relation is not None:
        return entry.relation, entry.relation.columns[expr.index].name
    query = (
        entry.query
        if entry.kind == "subquery"
        else entry.cte.query
        if entry.cte is not None
        else None
    )
    if query is None or query.command in ("set", "values") or expr.index >= len(query.targets):
        return None, None
    return origin(query.targets[expr.index].expr)
