"""RETURNING, with ``old`` and ``new`` (transformReturningClause in src/backend/parser/analyze.c)."""

from __future__ import annotations

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.from_clause import entry_columns
from codegen.analysis.scope import NamespaceItem, Scope
from codegen.analysis.select import resolve_unknown_targets
from codegen.analysis.targets import target_list


def returning(node: exp.Expr, query: nodes.Query, scope: Scope) -> None:
    """Sets the query's targets to those of RETURNING, if there is one."""
    clause = node.args.get("returning")
    if clause is None or query.target is None:
        return
    query.has_returning = True
    outer = scope.items
    scope.items = [*outer, *_versions(query.target, scope)]
    query.targets = target_list(clause.expressions, scope)
    query.has_set_returning = scope.has_set_returning
    scope.items = outer
    resolve_unknown_targets(query, scope)


def _versions(entry: nodes.RangeEntry, scope: Scope) -> list[NamespaceItem]:
    """``old`` and ``new``, or the names that RETURNING WITH gives them."""
    aliases = scope.state.shaped.returning_aliases
    renamed = {version: alias for alias, version in aliases.items()}
    taken = {item.name for item in scope.items}
    items: list[NamespaceItem] = []
    for version in ("old", "new"):
        name = renamed.get(version, version)
        if name not in taken:
            items.append(
                NamespaceItem(
                    name, entry_columns(entry, version), entry, names_visible=False, version=version
                )
            )
    return items
