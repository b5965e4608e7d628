"""DELETE (transformDeleteStmt in src/backend/parser/analyze.c)."""

from __future__ import annotations

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.from_clause import from_list
from codegen.analysis.returning import returning
from codegen.analysis.scope import Scope
from codegen.analysis.select import condition
from codegen.analysis.targets_of_dml import check_target_name, dml_target
from codegen.analysis.views import check_rewritten


def delete(node: exp.Delete, scope: Scope) -> nodes.Query:
    """DELETE with USING, WHERE and RETURNING."""
    relation, entry, item = dml_target(node.this, scope)
    query = nodes.Query(command="delete", target=entry)
    parts: list[exp.Expr] = []
    joins: list[exp.Join] = []
    for part in node.args.get("using") or []:
        if parts:
            joins.append(exp.Join(this=part))
        else:
            parts.append(part)
        joins += part.args.get("joins") or []
        part.set("joins", None)
    query.from_ = from_list(parts, joins, scope)
    check_target_name(scope, item, node.this)
    scope.items = [item, *scope.items]
    query.where = condition(node.args.get("where"), "WHERE", scope)
    returning(node, query, scope)
    check_rewritten(relation, "delete", [], scope, node.this)
    return query
