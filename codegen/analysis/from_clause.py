"""FROM: lists of items, subqueries, parentheses (src/backend/parser/parse_clause.c)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.clauses import clause
from codegen.analysis.expressions.subqueries import is_query, subquery_entry
from codegen.analysis.from_functions import function_item, function_of, is_lateral, rows_from
from codegen.analysis.from_joins import check_duplicates, join
from codegen.analysis.from_relations import Found, named_item, relation_item, written_alias
from codegen.analysis.scope import NamespaceItem, Scope, identifier
from codegen.records import replace


def from_clause(select: exp.Expr, scope: Scope) -> list[nodes.FromItem]:
    """The FROM items of a SELECT; their names become visible in the scope."""
    first = select.args.get("from_")
    parts: list[exp.Expr] = [first.this] if first is not None else []
    return from_list(parts, list(select.args.get("joins") or []), scope)


def from_list(
    parts: Sequence[exp.Expr], joins: Sequence[exp.Join], scope: Scope
) -> list[nodes.FromItem]:
    """Comma-separated items, each with the joins that follow it. Adds to the scope's items."""
    groups: list[tuple[exp.Expr, list[exp.Join]]] = [(part, []) for part in parts]
    for node in joins:
        if _is_comma(node):
            groups.append((node.this, []))
        else:
            groups[-1][1].append(node)
    items: list[nodes.FromItem] = []
    for part, own in groups:
        item, names = _joined(from_item(part, scope), own, scope)
        check_duplicates(scope.items, names, part, scope)
        scope.items += names
        items.append(item)
    return items


def _is_comma(node: exp.Join) -> bool:
    return not any(node.args.get(key) for key in ("side", "kind", "method", "on", "using"))


def _joined(found: Found, joins: Sequence[exp.Join], scope: Scope) -> Found:
    for node in joins:
        found = join(found, node, scope, from_item)
    return found


def from_item(node: exp.Expr, scope: Scope) -> Found:
    """One item of FROM, with the joins that are nested in it."""
    return _joined(_plain_item(node, scope), node.args.get("joins") or [], scope)


def _plain_item(node: exp.Expr, scope: Scope) -> Found:
    if isinstance(node, exp.Table):
        if node.args.get("rows_from"):
            return rows_from(node, scope)
        call = function_of(node)
        if call is None:
            return relation_item(node, scope)
        if is_lateral(call):
            return _subquery(node, call.expressions[0].this, scope, lateral=True)
        return function_item(node, scope)
    if isinstance(node, exp.Subquery):
        if not is_query(node.this) or _is_join(node.this):
            return _parenthesised(node, scope)
        return _subquery(node, node.this, scope, lateral=False)
    if isinstance(node, exp.Anonymous):
        return function_item(node, scope)
    scope.state.fail(
        "unsupported",
        f"this item of FROM ({type(node).__name__}) is not understood yet",
        node,
        "Write it as a subquery, a join or a table.",
    )


def _is_join(node: exp.Expr) -> bool:
    """Whether a subquery is but the first item of a join."""
    return isinstance(node, exp.Subquery) and bool(node.args.get("alias") or node.args.get("joins"))


def _parenthesised(node: exp.Subquery, scope: Scope) -> Found:
    inner = node.this
    item, names = from_item(inner, scope)
    alias = node.args.get("alias")
    if alias is None or not alias.name:
        return item, names
    names = _join_alias(alias, names, inner, scope)
    aliased = replace(item, alias=written_alias(alias)) if isinstance(item, nodes.Join) else item
    return aliased, names


def _join_alias(
    alias: exp.TableAlias, names: list[NamespaceItem], node: exp.Expr, scope: Scope
) -> list[NamespaceItem]:
    """``(a JOIN b …) AS x``: only x is visible."""
    columns = [column for item in names if item.names_visible for column in item.columns]
    renamed = [identifier(column) for column in alias.columns]
    name = identifier(alias.this)
    if len(renamed) > len(columns):
        message = (
            f'table "{name}" has {len(columns)} columns available '
            f"but {len(renamed)} columns specified"
        )
        scope.state.fail("column-count", message, node, "Give fewer names.")
    columns = [
        (renamed[i] if i < len(renamed) else known, expr) for i, (known, expr) in enumerate(columns)
    ]
    hidden = [replace(item, names_visible=False, relation_visible=False) for item in names]
    return [*hidden, NamespaceItem(name, columns)]


def _subquery(node: exp.Expr, query_node: exp.Expr, scope: Scope, lateral: bool) -> Found:
    """A query in FROM; only LATERAL sees the names before it."""
    from codegen.analysis.queries import analyse_query

    inner = Scope(scope.state, scope if lateral else replace(scope, items=[]))
    with clause(scope, "LATERAL"):
        query = analyse_query(query_node, inner)
    entry = subquery_entry(query)
    return entry, [named_item(scope, entry, node.args.get("alias"), node)]
