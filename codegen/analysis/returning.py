"""RETURNING, with ``old`` and ``new`` (transformReturningClause in
src/backend/parser/analyze.c)."""

from __future__ import annotations

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.clauses import MERGE_RETURNING, clause
from codegen.analysis.from_relations import entry_columns
from codegen.analysis.scope import NamespaceItem, Scope, offsets_of
from codegen.analysis.select import resolve_unknown_targets
from codegen.analysis.targets import target_list
from codegen.sql.lexer import Token


def returning(node: exp.Expr, query: nodes.Query, scope: Scope) -> None:
    """Sets the query's targets to those of RETURNING, if there is one."""
    listed = node.args.get("returning")
    if not listed or query.target is None:
        return
    query.has_returning = True
    outer = scope.items
    scope.items = [*outer, *_versions(listed, query.target, scope)]
    with clause(scope, MERGE_RETURNING if query.command == "merge" else "RETURNING"):
        query.targets = target_list(listed.expressions, scope)
    scope.items = outer
    resolve_unknown_targets(query, scope)


def _versions(node: exp.Expr, entry: nodes.RangeEntry, scope: Scope) -> list[NamespaceItem]:
    """``old`` and ``new``, or the names that RETURNING WITH gives them; a table may hide them."""
    taken = {item.name for item in scope.items}
    renamed: dict[str, str] = {}
    for version, alias in _options(node, scope):
        place = alias.start, alias.end
        if version in renamed:
            message = f"{version.upper()} cannot be specified multiple times"
            scope.state.fail("syntax-error", message, place, "Rename it once.")
        if alias.text in taken:
            message = f'table name "{alias.text}" specified more than once'
            scope.state.fail("duplicate-alias", message, place, "Choose another name.")
        renamed[version] = alias.text
        taken.add(alias.text)
    names = [(version, renamed.get(version, version)) for version in ("old", "new")]
    return [
        NamespaceItem(
            name, entry_columns(entry, version), entry, names_visible=False, version=version
        )
        for version, name in names
        if version in renamed or name not in taken
    ]


def _options(node: exp.Expr, scope: Scope) -> tuple[tuple[str, Token], ...]:
    """What WITH says of this RETURNING: the last one that starts before its first column."""
    lists = scope.state.shaped.returning
    found = offsets_of(node, scope.state.shaped) if lists else None
    starts = [start for start in lists if found is not None and start <= found[0]]
    return lists[max(starts)] if starts else ()
