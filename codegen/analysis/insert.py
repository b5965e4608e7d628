"""INSERT (transformInsertStmt in src/backend/parser/analyze.c)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.assignments import assign, assign_node, is_default, target_column
from codegen.analysis.expressions.subqueries import subquery_entry
from codegen.analysis.expressions.table import infer
from codegen.analysis.from_clause import entry_columns, find_relation, table_entry
from codegen.analysis.returning import returning
from codegen.analysis.scope import NamespaceItem, Scope, identifier
from codegen.analysis.select import condition
from codegen.analysis.update import set_clause
from codegen.analysis.values import row_values
from codegen.postgres.catalog import Column, Relation


@dataclass(slots=True)
class _Place:
    """A target of the column list: a column, or with ``type`` a part of it."""

    column: Column
    type: int | None = None


def insert(node: exp.Insert, scope: Scope) -> nodes.Query:
    """INSERT of VALUES, of a query or of defaults, with ON CONFLICT and RETURNING."""
    table = node.this.this if isinstance(node.this, exp.Schema) else node.this
    relation = find_relation(
        scope, identifier(table.args.get("db")) or None, identifier(table.this), table
    )
    _check_insertable(scope, relation, table)
    alias = _alias(node, table)
    entry = table_entry(relation, alias or relation.name, table.this.meta.get("start"))
    places = _places(node, relation, scope)
    query = nodes.Query(command="insert", target=entry)
    source = node.args.get("expression")
    if source is not None:
        _source(source, places, bool(_column_list(node)), query, scope)
    item = NamespaceItem(
        entry.name, entry_columns(entry), entry, schema=None if alias else relation.schema
    )
    conflict = node.args.get("conflict")
    if conflict is not None:
        query.on_conflict = _on_conflict(conflict, item, relation, scope)
    scope.items = [item]
    returning(node, query, scope)
    return query


def _check_insertable(scope: Scope, relation: Relation, node: exp.Expr) -> None:
    if relation.kind in ("m", "S"):
        kind = "materialized view" if relation.kind == "m" else "sequence"
        scope.state.fail(
            "wrong-object-type",
            f'cannot change {kind} "{relation.name}"',
            node,
            "Name a table or a view.",
        )


def _alias(node: exp.Insert, table: exp.Expr) -> str:
    alias = table.args.get("alias") or node.args.get("alias")
    return (
        identifier(alias.this if isinstance(alias, exp.TableAlias) else alias)
        if alias is not None
        else ""
    )


def _column_list(node: exp.Insert) -> list[exp.Expr]:
    return list(node.this.expressions) if isinstance(node.this, exp.Schema) else []


def _places(node: exp.Insert, relation: Relation, scope: Scope) -> list[_Place]:
    """The columns that values go to, in order (checkInsertTargets)."""
    listed = _column_list(node)
    if not listed:
        return [_Place(column) for column in relation.columns]
    places: list[_Place] = []
    for part in listed:
        name = identifier(part.this if isinstance(part, exp.ColumnDef) else part)
        column = target_column(scope, relation, name, part)
        if any(place.column is column for place in places):
            scope.state.fail(
                "duplicate-column",
                f'column "{name}" specified more than once',
                part,
                "Name it once.",
            )
        places.append(_Place(column))
    return places


def _source(
    source: exp.Expr, places: list[_Place], listed: bool, query: nodes.Query, scope: Scope
) -> None:
    if isinstance(source, exp.Values) and not any(
        source.args.get(name) for name in ("order", "limit", "offset")
    ):
        _values(source, places, listed, query, scope)
        return
    from codegen.analysis.queries import analyse_query

    inner = Scope(scope.state, scope)
    inner.resolve_unknowns = False
    selected = analyse_query(source, inner)
    _check_count(len(selected.targets), places, listed, source, scope)
    query.source = selected
    entry = subquery_entry(selected)
    query.source_entry = entry
    for index, (target, place) in enumerate(zip(selected.targets, places, strict=False)):
        value: nodes.Expr = nodes.Var(
            type=target.expr.type, entry=entry, index=index, name=target.name
        )
        open_ = isinstance(target.expr, (nodes.Const, nodes.Param)) and target.expr.type == 705
        value = assign(scope, place.column, target.expr if open_ else value, None, place.type)
        query.assignments.append(nodes.Assignment(column=place.column, value=value))
    from codegen.analysis.select import resolve_unknown_targets

    _resolve_rest(selected, query, scope)
    resolve_unknown_targets(selected, scope)


def _resolve_rest(selected: nodes.Query, query: nodes.Query, scope: Scope) -> None:
    """Open values of the query have taken their column's type."""
    for index, (target, assignment) in enumerate(
        zip(selected.targets, query.assignments, strict=False)
    ):
        if target.expr.type == 705:
            selected.targets[index] = nodes.Target(
                name=target.name, expr=assignment.value, span=target.span
            )


def _values(
    source: exp.Values, places: list[_Place], listed: bool, query: nodes.Query, scope: Scope
) -> None:
    """VALUES go straight to the columns, so that each value is coerced to its column's type."""
    outer, scope.clause = scope.clause, "VALUES"
    rows: list[list[nodes.Expr]] = []
    for row in source.expressions:
        values = _expanded(row_values(row), scope)
        _check_count(len(values), places, listed, row, scope)
        if rows and len(rows[0]) != len(values):
            scope.state.fail("column-count", "VALUES lists must all be the same length", row)
        rows.append(
            [_assign(scope, place, value) for place, value in zip(places, values, strict=False)]
        )
    scope.clause = outer
    columns = [
        nodes.Target(name=place.column.name, expr=expr)
        for place, expr in zip(places, rows[0], strict=False)
    ]
    query.source = nodes.Query(command="values", rows=rows, targets=columns)
    if len(rows) == 1:
        query.assignments = [
            nodes.Assignment(column=place.column, value=expr)
            for place, expr in zip(places, rows[0], strict=False)
        ]
        return
    entry = subquery_entry(query.source)
    query.source_entry = entry
    query.assignments = [
        nodes.Assignment(
            column=place.column,
            value=nodes.Var(type=expr.type, entry=entry, index=index, name=place.column.name),
        )
        for index, (place, expr) in enumerate(zip(places, rows[0], strict=False))
    ]


def _expanded(values: list[exp.Expr], scope: Scope) -> list[exp.Expr | nodes.Expr]:
    from codegen.analysis.expressions.values import expand_star

    found: list[exp.Expr | nodes.Expr] = []
    for value in values:
        if isinstance(value, exp.Dot) and isinstance(value.expression, exp.Star):
            found += expand_star(value, scope)
        else:
            found.append(value)
    return found


def _assign(scope: Scope, place: _Place, value: exp.Expr | nodes.Expr) -> nodes.Expr:
    if isinstance(value, nodes.Expr):
        return assign(scope, place.column, value, None, place.type)
    if is_default(value):
        return nodes.Default(type=place.column.type)
    return assign_node(scope, place.column, value, place.type)


def _check_count(
    count: int, places: list[_Place], listed: bool, node: exp.Expr, scope: Scope
) -> None:
    if count > len(places):
        scope.state.fail(
            "column-count",
            "INSERT has more expressions than target columns",
            node,
            f"There are {len(places)} columns and {count} expressions.",
        )
    if count < len(places) and listed:
        scope.state.fail(
            "column-count",
            "INSERT has more target columns than expressions",
            node,
            f"There are {len(places)} columns and {count} expressions.",
        )


def _on_conflict(
    node: exp.OnConflict, item: NamespaceItem, relation: Relation, scope: Scope
) -> nodes.OnConflict:
    """ON CONFLICT: EXCLUDED is the row that was proposed."""
    excluded = table_entry(relation, "excluded")
    excluded.kind = "excluded"
    target = Scope(scope.state, scope, items=[item])
    for key in node.args.get("conflict_keys") or []:
        inner = key.this if isinstance(key, exp.Ordered) else key
        if isinstance(inner, exp.Identifier):
            target_column(scope, relation, identifier(inner), inner)
        else:
            infer(inner, target)
    condition(node.args.get("index_predicate"), "WHERE", target)
    action = str(node.args.get("action") or "").upper()
    if "NOTHING" in action:
        return nodes.OnConflict(action="nothing")
    both = Scope(
        scope.state,
        scope,
        items=[
            item,
            NamespaceItem("excluded", entry_columns(excluded), excluded, names_visible=False),
        ],
    )
    assignments = set_clause(node.expressions, relation, both)
    where = condition(node.args.get("where"), "WHERE", both)
    return nodes.OnConflict(
        action="update", assignments=assignments, where=where, excluded=excluded
    )
