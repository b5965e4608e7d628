"""ON CONFLICT (transformOnConflictClause in src/backend/parser/analyze.c)."""

from __future__ import annotations

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.clauses import clause
from codegen.analysis.expressions.table import infer
from codegen.analysis.from_relations import entry_columns, table_entry
from codegen.analysis.scope import NamespaceItem, Scope, identifier
from codegen.analysis.select import condition
from codegen.analysis.update import set_clause
from codegen.postgres.catalog import Relation
from codegen.records import replace


def on_conflict(
    node: exp.OnConflict, item: NamespaceItem, relation: Relation, scope: Scope
) -> nodes.OnConflict:
    """What to do about a conflict; EXCLUDED is the row that was proposed."""
    scope.items = [item]
    _arbiter(node, relation, scope)
    if "NOTHING" in str(node.args.get("action") or "").upper():
        return nodes.OnConflict(action="nothing")
    if not node.args.get("conflict_keys") and node.args.get("constraint") is None:
        message = "ON CONFLICT DO UPDATE requires inference specification or constraint name"
        scope.state.fail("syntax-error", message, node, "For example, ON CONFLICT (column_name).")
    excluded = table_entry(relation, "excluded")
    excluded.kind = "excluded"
    scope.entries.append(excluded)
    names = NamespaceItem("excluded", entry_columns(excluded), excluded)
    outer, scope.items = scope.items, [names, replace(item)]
    assignments = set_clause(node.expressions, relation, scope)
    where = condition(node.args.get("where"), "WHERE", scope)
    scope.items = outer
    return nodes.OnConflict(
        action="update", assignments=assignments, where=where, excluded=excluded
    )


def _arbiter(node: exp.OnConflict, relation: Relation, scope: Scope) -> None:
    """The columns, expressions or constraint of a unique index (transformOnConflictArbiter)."""
    with clause(scope, "INDEX"):
        for key in node.args.get("conflict_keys") or []:
            _key(key, scope)
        condition(node.args.get("index_predicate"), "WHERE", scope)
    constraint = node.args.get("constraint")
    if constraint is None:
        return
    name = identifier(constraint)
    known = relation.constraints
    if known and name not in known and relation.kind in ("r", "p"):
        message = f'constraint "{name}" for table "{relation.name}" does not exist'
        help_ = f"The table has {', '.join(known)}."
        scope.state.fail("undefined-object", message, constraint, help_)


def _key(key: exp.Expr, scope: Scope) -> None:
    inner = key.this if isinstance(key, exp.Ordered) else key
    while isinstance(inner, (exp.Opclass, exp.Collate)):
        inner = inner.this
    if isinstance(inner, exp.Identifier):
        inner = exp.Column(this=inner)
    infer(inner, scope)
