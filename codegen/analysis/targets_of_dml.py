"""The table that a statement changes (setTargetTable in src/backend/parser/parse_clause.c)."""

from __future__ import annotations

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.from_relations import entry_columns, find_relation, table_entry
from codegen.analysis.scope import NamespaceItem, Scope, identifier
from codegen.postgres.catalog import Relation

Target = tuple[Relation, nodes.RangeEntry, NamespaceItem]
_FIXED = {"m": "materialized view", "S": "sequence"}


def dml_target(
    node: exp.Expr, scope: Scope, alias: exp.Expr | None = None, verb: str = "change"
) -> Target:
    """The table under its alias."""
    schema = identifier(node.args.get("db")) or None
    relation = find_relation(scope, schema, identifier(node.this), node)
    if relation.kind in _FIXED:
        kind = _FIXED[relation.kind] if verb == "change" else "relation"
        message = f'cannot {verb} {kind} "{relation.name}"'
        scope.state.fail("wrong-object-type", message, node, "Name a table or a view.")
    alias = node.args.get("alias") or alias
    name = identifier(alias.this if isinstance(alias, exp.TableAlias) else alias)
    entry = table_entry(relation, name or relation.name, node.this.meta.get("start"))
    scope.entries.append(entry)
    item = NamespaceItem(entry.name, entry_columns(entry), entry)
    item.schema = None if name else relation.schema
    return relation, entry, item


def check_target_name(scope: Scope, item: NamespaceItem, node: exp.Expr) -> None:
    """The target's name must not be one of FROM's."""
    same = [other for other in scope.items if other.relation_visible and other.name == item.name]
    if any(other.schema == item.schema or None in (other.schema, item.schema) for other in same):
        message = f'table name "{item.name}" specified more than once'
        scope.state.fail("duplicate-alias", message, node, "Give one of them an alias.")
