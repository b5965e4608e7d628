"""FROM: tables, subqueries, functions, joins (src/backend/parser/parse_clause.c, parse_relation.c)."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import replace

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.coerce import coerce, coerce_to_boolean, common
from codegen.analysis.expressions.operators import operate
from codegen.analysis.expressions.subqueries import is_query, subquery_entry
from codegen.analysis.expressions.table import infer
from codegen.analysis.scope import NamespaceItem, Scope, identifier
from codegen.analysis.types import resolve_type
from codegen.postgres import oids
from codegen.postgres.catalog import Relation
from codegen.sql.shape import CALL

Found = tuple[nodes.FromItem, list[NamespaceItem]]


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
    for join in joins:
        if _is_comma(join):
            groups.append((join.this, []))
        else:
            groups[-1][1].append(join)
    items: list[nodes.FromItem] = []
    for part, own in groups:
        item, names = _joined(part, own, scope)
        _check_duplicates(scope, names, part)
        scope.items += names
        items.append(item)
    return items


def _is_comma(join: exp.Join) -> bool:
    return not any(join.args.get(key) for key in ("side", "kind", "method", "on", "using"))


def _check_duplicates(scope: Scope, names: list[NamespaceItem], node: exp.Expr) -> None:
    seen = {
        (item.name, item.schema if not item.version else "")
        for item in scope.items
        if item.relation_visible and item.name
    }
    for item in names:
        if not item.relation_visible or not item.name:
            continue
        key = (item.name, item.schema)
        if any(
            name == item.name and (schema is None or item.schema is None or schema == item.schema)
            for name, schema in seen
        ):
            scope.state.fail(
                "duplicate-alias",
                f'table name "{item.name}" specified more than once',
                node,
                "Give one of them an alias.",
            )
        seen.add(key)


def _joined(part: exp.Expr, joins: Sequence[exp.Join], scope: Scope) -> Found:
    item, names = from_item(part, scope)
    for join in joins:
        item, names = _join(item, names, join, scope)
    return item, names


def from_item(node: exp.Expr, scope: Scope) -> Found:
    """One item of FROM, with the joins that are nested in it."""
    nested = list(node.args.get("joins") or [])
    item, names = _plain_item(node, scope)
    for join in nested:
        item, names = _join(item, names, join, scope)
    return item, names


def _plain_item(node: exp.Expr, scope: Scope) -> Found:
    if isinstance(node, exp.Lateral):
        return _lateral(node, scope)
    if isinstance(node, exp.Table):
        if node.args.get("rows_from"):
            return _rows_from(node, scope)
        if _function_of(node) is not None:
            return _function(node, scope)
        return _relation(node, scope)
    if isinstance(node, exp.Subquery):
        if not is_query(node.this):
            return _parenthesised(node, scope)
        return _subquery(node, node.this, scope, lateral=False)
    if isinstance(node, exp.Values):
        return _subquery(node, node, scope, lateral=False)
    if isinstance(node, exp.Anonymous):
        return _function(node, scope)
    scope.state.fail(
        "unsupported", f"this item of FROM ({type(node).__name__}) is not understood yet", node
    )


def _lateral(node: exp.Lateral, scope: Scope) -> Found:
    inner = node.this
    if isinstance(inner, exp.Subquery) or is_query(inner):
        query = inner.this if isinstance(inner, exp.Subquery) else inner
        return _subquery(node, query, scope, lateral=True)
    if isinstance(inner, exp.Table) and inner.args.get("rows_from"):
        return _rows_from(inner, scope)
    return _function(node, scope)


def _parenthesised(node: exp.Subquery, scope: Scope) -> Found:
    item, names = from_item(node.this, scope)
    alias = node.args.get("alias")
    if alias is None or not alias.name:
        return item, names
    return item, _join_alias(alias, names)


def _join_alias(alias: exp.TableAlias, names: list[NamespaceItem]) -> list[NamespaceItem]:
    """``(a JOIN b …) AS x``: only x is visible."""
    columns = [column for item in names if item.names_visible for column in item.columns]
    renamed = [identifier(column) for column in alias.columns]
    columns = [
        (renamed[i] if i < len(renamed) else name, expr) for i, (name, expr) in enumerate(columns)
    ]
    hidden = [replace(item, names_visible=False, relation_visible=False) for item in names]
    return [*hidden, NamespaceItem(identifier(alias.this), columns)]


# Relations ----------------------------------------------------------------------------------------


def _relation(node: exp.Table, scope: Scope) -> Found:
    name = identifier(node.this)
    schema = identifier(node.args.get("db")) or None
    alias = node.args.get("alias")
    if schema is None:
        cte = find_cte(scope, name)
        if cte is not None:
            cte.referenced += 1
            entry = nodes.RangeEntry(kind="cte", name=name, columns=list(cte.columns), cte=cte)
            return entry, [named_item(scope, entry, alias, node)]
    relation = find_relation(scope, schema, name, node)
    entry = table_entry(
        relation, identifier(alias.this) if alias else name, node.this.meta.get("start")
    )
    item = named_item(scope, entry, alias, node)
    item.schema = None if alias else relation.schema
    return entry, [item]


def table_entry(relation: Relation, name: str, start: int | None = None) -> nodes.RangeEntry:
    """A range-table entry for a relation of the catalog."""
    return nodes.RangeEntry(
        kind="table",
        name=name,
        columns=[
            nodes.RangeColumn(name=column.name, type=column.type) for column in relation.columns
        ],
        relation=relation,
        row_type=relation.type,
        span=(start, start + len(name)) if start is not None else None,
    )


def find_relation(scope: Scope, schema: str | None, name: str, node: exp.Expr) -> Relation:
    """The relation of this name; an unknown one is an error with the nearest as help."""
    relation = scope.catalog.relation(schema, name)
    if relation is not None and relation.kind != "c":
        return relation
    written = f"{schema}.{name}" if schema else name
    if schema is not None and schema not in scope.catalog.schemas:
        near = difflib.get_close_matches(schema, sorted(scope.catalog.schemas), 1)
        scope.state.fail(
            "undefined-schema",
            f'relation "{written}" does not exist: there is no schema "{schema}"',
            node,
            f'Did you mean "{near[0]}"?' if near else "Create the schema.",
        )
    names = [known.name for known in scope.catalog.relations()] + [
        cte for level in scope.levels() for cte in level.ctes
    ]
    near = difflib.get_close_matches(name, names, 1)
    elsewhere = [
        f"{known.schema}.{known.name}" for known in scope.catalog.relations() if known.name == name
    ]
    help_ = f'Did you mean "{near[0]}"?' if near else "Create it in the schema."
    if elsewhere:
        help_ = f'Did you mean "{elsewhere[0]}"?'
    scope.state.fail("undefined-table", f'relation "{written}" does not exist', node, help_)


def find_cte(scope: Scope, name: str) -> nodes.Cte | None:
    """The WITH query of this name, from the inside out; one not analysed yet is analysed now."""
    from codegen.analysis.with_queries import analyse_pending

    for level in scope.levels():
        if name in level.ctes:
            return level.ctes[name]
        if name in level.pending:
            return analyse_pending(level, name)
    return None


def named_item(
    scope: Scope, entry: nodes.RangeEntry, alias: exp.TableAlias | None, node: exp.Expr
) -> NamespaceItem:
    """The namespace item of an entry, after its alias renamed it and its columns."""
    name = entry.name
    if alias is not None and alias.this is not None:
        name = identifier(alias.this)
    renamed = [identifier(column) for column in alias.columns] if alias is not None else []
    if len(renamed) > len(entry.columns):
        scope.state.fail(
            "column-count",
            f'table "{name}" has {len(entry.columns)} columns available but {len(renamed)} columns specified',
            node,
        )
    for index, new in enumerate(renamed):
        entry.columns[index] = nodes.RangeColumn(name=new, type=entry.columns[index].type)
    entry.name = name
    return NamespaceItem(name, entry_columns(entry), entry)


def entry_columns(entry: nodes.RangeEntry, version: str = "") -> list[tuple[str, nodes.Expr]]:
    """The columns of an entry as names and variables."""
    return [
        (
            column.name,
            nodes.Var(
                type=column.type, entry=entry, index=index, name=column.name, version=version
            ),
        )
        for index, column in enumerate(entry.columns)
    ]


def _subquery(node: exp.Expr, query_node: exp.Expr, scope: Scope, lateral: bool) -> Found:
    from codegen.analysis.queries import analyse_query

    inner = Scope(scope.state, scope if lateral else _outside(scope))
    if not lateral:
        inner.parent = _with_ctes(scope)
    query = analyse_query(query_node, inner)
    entry = subquery_entry(query)
    entry.lateral = lateral
    return entry, [named_item(scope, entry, node.args.get("alias"), node)]


def _outside(scope: Scope) -> Scope | None:
    return scope.parent


def _with_ctes(scope: Scope) -> Scope:
    """The scope without the names of FROM, which only LATERAL sees."""
    return Scope(
        scope.state, scope.parent, ctes=scope.ctes, pending=scope.pending, clause=scope.clause
    )


# Functions ----------------------------------------------------------------------------------------


def _function_of(node: exp.Expr) -> exp.Expr | None:
    """The call in FROM, or None where the item is a table."""
    inner = node.this
    return (
        inner
        if isinstance(inner, (exp.Anonymous, exp.Func)) or isinstance(inner, exp.Dot)
        else None
    )


def _function(node: exp.Expr, scope: Scope) -> Found:
    from codegen.analysis.expressions.calls import call, qualified_call

    inner = node if isinstance(node, exp.Anonymous) else node.this
    schema = node.args.get("db")
    if isinstance(inner, exp.Dot):
        value = qualified_call(inner, scope)
        name = identifier(inner.expression.name)
    elif schema is not None:
        value = qualified_call(exp.Dot(this=schema.copy(), expression=inner.copy()), scope)
        name = identifier(inner.name)
    else:
        value = infer(inner, scope) if not isinstance(inner, exp.Anonymous) else call(inner, scope)
        name = identifier(inner.name)
    scope.has_set_returning = False
    alias = node.args.get("alias")
    entry = nodes.RangeEntry(kind="function", name=name, columns=[])
    _add_function(scope, entry, value, name, alias, node)
    return _finish_function(scope, entry, alias, node, bool(node.args.get("ordinality")))


def _finish_function(
    scope: Scope,
    entry: nodes.RangeEntry,
    alias: exp.TableAlias | None,
    node: exp.Expr,
    ordinality: bool,
) -> Found:
    if ordinality:
        entry.ordinality = True
        entry.ordinality_columns = (len(entry.columns),)
        entry.row_type = 0
        entry.columns.append(nodes.RangeColumn(name="ordinality", type=oids.INT8))
    return entry, [named_item(scope, entry, alias, node)]


def _add_function(
    scope: Scope,
    entry: nodes.RangeEntry,
    value: nodes.Expr,
    name: str,
    alias: exp.TableAlias | None,
    node: exp.Expr,
) -> None:
    """Adds the columns that a function yields (addRangeTableEntryForFunction)."""
    if value.type == oids.UNKNOWN:
        value = coerce(scope.state, value, oids.TEXT, node)
    definitions = _definitions(scope, alias)
    unnested = _several_unnest(scope, value)
    if unnested:
        for call_, column in unnested:
            entry.functions.append(nodes.FunctionItem(call=call_, width=1))
            entry.columns.append(column)
        return
    columns = definitions or _result_columns(scope, value, name, alias, node)
    entry.functions.append(nodes.FunctionItem(call=value, width=len(columns)))
    entry.columns += columns
    if len(entry.functions) == 1:
        composite = scope.catalog.type(scope.catalog.base_type(value.type)).kind == "c"
        entry.row_type = value.type if composite or value.type == oids.RECORD else 0


def _several_unnest(scope: Scope, value: nodes.Expr) -> list[tuple[nodes.Expr, nodes.RangeColumn]]:
    """``unnest(a, b)`` in FROM was resolved as a row of unnest calls."""
    if (
        not isinstance(value, nodes.Row)
        or not value.args
        or not all(isinstance(arg, nodes.Call) for arg in value.args)
    ):
        return []
    return [(arg, nodes.RangeColumn(name="unnest", type=arg.type)) for arg in value.args]


def _definitions(scope: Scope, alias: exp.TableAlias | None) -> list[nodes.RangeColumn]:
    """The columns of ``AS t(a int, b text)``."""
    if alias is None or not alias.columns:
        return []
    types = scope.state.shaped.column_types.get(alias.columns[0].meta.get("start", -1))
    if types is None:
        return []
    return [
        nodes.RangeColumn(
            name=identifier(column), type=resolve_type(scope.catalog, type_, scope.state.source)
        )
        for column, type_ in zip(alias.columns, types, strict=True)
    ]


def _result_columns(
    scope: Scope, value: nodes.Expr, name: str, alias: exp.TableAlias | None, node: exp.Expr
) -> list[nodes.RangeColumn]:
    from codegen.analysis.expressions.columns import row_fields

    fields = row_fields(scope, value)
    if fields:
        return [nodes.RangeColumn(name=field, type=type_) for field, type_ in fields]
    if value.type == oids.RECORD:
        scope.state.fail(
            "syntax-error",
            'a column definition list is required for functions returning "record"',
            node,
            "Add one, as in `AS t(a integer, b text)`.",
        )
    column = name
    if isinstance(value, nodes.Call) and len(value.out_columns) == 1:
        column = value.out_columns[0][0] or name
    elif alias is not None and alias.this is not None:
        column = identifier(alias.this)
    return [nodes.RangeColumn(name=column, type=value.type)]


def _rows_from(node: exp.Table, scope: Scope) -> Found:
    from codegen.analysis.expressions.calls import call

    entry = nodes.RangeEntry(kind="function", name="", columns=[])
    for part in node.args["rows_from"]:
        inner = part.this
        value = call(inner, scope) if isinstance(inner, exp.Anonymous) else infer(inner, scope)
        _add_function(scope, entry, value, identifier(inner.name), part.args.get("alias"), node)
    scope.has_set_returning = False
    if len(entry.functions) > 1:
        entry.row_type = 0
    return _finish_function(
        scope, entry, node.args.get("alias"), node, bool(node.args.get("ordinality"))
    )


def is_call_name(text: str) -> bool:
    """Whether a shaped name belongs to a call."""
    return text.startswith(CALL)


# Joins --------------------------------------------------------------------------------------------


def _join(
    left: nodes.FromItem, left_names: list[NamespaceItem], join: exp.Join, scope: Scope
) -> Found:
    outer = list(scope.items)
    scope.items = [*outer, *left_names]
    right, right_names = from_item(join.this, scope)
    scope.items = outer
    check = Scope(scope.state, None, items=list(left_names))
    _check_duplicates(check, right_names, join.this)
    kind = str(join.args.get("side") or "inner").lower()
    names = [*left_names, *right_names]
    using = [identifier(column) for column in join.args.get("using") or []]
    if str(join.args.get("method") or "").upper() == "NATURAL":
        rights = {name for name, _ in _visible_columns(right_names)}
        using = [name for name, _ in _visible_columns(left_names) if name in rights]
    if using or str(join.args.get("method") or "").upper() == "NATURAL":
        on, merged = _merge_columns(scope, kind, left_names, right_names, using, join)
        hidden = [replace(item, names_visible=False) for item in names]
        return nodes.Join(kind=kind, left=left, right=right, on=on), [*hidden, merged]
    on_node = join.args.get("on")
    on = None
    if on_node is not None:
        scope.items = names
        clause, scope.clause = scope.clause, "JOIN/ON"
        on = coerce_to_boolean(scope.state, infer(on_node, scope), "JOIN/ON", on_node)
        scope.items, scope.clause = outer, clause
    return nodes.Join(kind=kind, left=left, right=right, on=on), names


def _visible_columns(names: list[NamespaceItem]) -> list[tuple[str, nodes.Expr]]:
    return [column for item in names if item.names_visible for column in item.columns]


def _merge_columns(
    scope: Scope,
    kind: str,
    left: list[NamespaceItem],
    right: list[NamespaceItem],
    using: list[str],
    join: exp.Join,
) -> tuple[nodes.Expr | None, NamespaceItem]:
    """USING: the equalities, and the join's columns: the merged ones first (transformFromClauseItem)."""
    merged: list[tuple[str, nodes.Expr]] = []
    tests: list[nodes.Expr] = []
    for name in using:
        a = _using_column(scope, left, name, "left", join)
        b = _using_column(scope, right, name, "right", join)
        tests.append(operate(scope, join, "=", a, b))
        merged.append((name, _merged(scope, kind, a, b)))
    rest = [
        column
        for column in [*_visible_columns(left), *_visible_columns(right)]
        if column[0] not in using
    ]
    on = (
        tests[0]
        if len(tests) == 1
        else nodes.BoolExpr(type=oids.BOOL, op="and", args=tests)
        if tests
        else None
    )
    return on, NamespaceItem("", [*merged, *rest], relation_visible=False)


def _merged(scope: Scope, kind: str, a: nodes.Expr, b: nodes.Expr) -> nodes.Expr:
    target, (left, right) = common(scope.state, [a, b], "JOIN/USING")
    if kind == "full":
        return nodes.Coalesce(type=target, args=[left, right])
    if kind == "right":
        return right
    return left if left is a or right is not b else left


def _using_column(
    scope: Scope, names: list[NamespaceItem], name: str, side: str, join: exp.Join
) -> nodes.Expr:
    found = [expr for column, expr in _visible_columns(names) if column == name]
    if len(found) > 1:
        scope.state.fail(
            "ambiguous-column",
            f'common column name "{name}" appears more than once in {side} table',
            join,
        )
    if not found:
        scope.state.fail(
            "undefined-column",
            f'column "{name}" specified in USING clause does not exist in {side} table',
            join,
        )
    return found[0]
