"""DELETE (transformDeleteStmt in src/backend/parser/analyze.c)."""

from __future__ import annotations

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.from_clause import from_list
from codegen.analysis.returning import returning
from codegen.analysis.scope import Scope
from codegen.analysis.select import condition
from codegen.analysis.update import check_target_name, dml_target


def delete(node: exp.Delete, scope: Scope) -> nodes.Query:
    """DELETE with USING, WHERE and RETURNING."""
    _, entry, item = dml_target(node.this, scope)
    query = nodes.Query(command="delete", target=entry)
    parts: list[exp.Expr] = []
    joins: list[exp.Join] = []
    for part in node.args.get("using") or []:
        nested = list(part.args.get("joins") or [])
        part.set("joins", None)
        parts.append(part)
        joins += nested
    query.from_ = (
        from_list(parts[:1], [*joins, *(exp.Join(this=part) for part in parts[1:])], scope)
        if parts
        else []
    )
    check_target_name(scope, item, node.this)
    scope.items = [item, *scope.items]
    query.where = condition(node.args.get("where"), "WHERE", scope)
    returning(node, query, scope)
    return query
