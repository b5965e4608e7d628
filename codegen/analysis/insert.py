"""INSERT (transformInsertStmt in src/backend/parser/analyze.c)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.assignments import (
    Place,
    assign,
    check_distinct,
    default_value,
    is_default,
    place,
)
from codegen.analysis.clauses import clause
from codegen.analysis.expressions.subqueries import subquery_entry
from codegen.analysis.expressions.table import infer
from codegen.analysis.on_conflict import on_conflict
from codegen.analysis.returning import returning
from codegen.analysis.scope import Scope, offsets_of
from codegen.analysis.targets_of_dml import dml_target
from codegen.analysis.values import check_length, expanded, value_rows
from codegen.analysis.views import check_rewritten
from codegen.postgres import oids
from codegen.postgres.catalog import Relation

_QUERY_CLAUSES = ("order", "limit", "offset", "with_", "locks")


def insert(node: exp.Insert, scope: Scope) -> nodes.Query:
    """INSERT of VALUES, of a query or of defaults, with ON CONFLICT and RETURNING."""
    table = node.this.this if isinstance(node.this, exp.Schema) else node.this
    relation, entry, item = dml_target(table, scope, node.args.get("alias"))
    query = nodes.Query(command="insert", target=entry)
    source = node.args.get("expression")
    if source is not None:
        with clause(scope, "INSERT"):
            listed = list(node.this.expressions) if isinstance(node.this, exp.Schema) else []
            places = insert_places(listed, relation, scope)
            _source(source, places, bool(listed), query, scope)
    overriding = _overriding(node, scope)
    check_rewritten(relation, "insert", query.assignments, scope, table, overriding)
    conflict = node.args.get("conflict")
    if conflict is not None:
        query.on_conflict = on_conflict(conflict, item, relation, scope)
    scope.items = [item]
    returning(node, query, scope)
    return query


def insert_places(listed: Sequence[exp.Expr], relation: Relation, scope: Scope) -> list[Place]:
    """The columns that values go to, in order (checkInsertTargets)."""
    if not listed:
        return [Place(column=column, type=column.type) for column in relation.columns]
    places = [place(_listed(part), relation, scope) for part in listed]
    check_distinct(places, scope, 'column "{}" specified more than once', "Name it once.")
    return places


def _listed(part: exp.Expr) -> exp.Expr:
    """A part of a column is handed over as the default of the column."""
    if not isinstance(part, exp.ColumnDef):
        return part
    constraints = part.args.get("constraints")
    found: exp.Expr = constraints[0].args["kind"].this if constraints else part.this
    return found


# Sources ------------------------------------------------------------------------------------------


def _source(
    source: exp.Expr, places: list[Place], listed: bool, query: nodes.Query, scope: Scope
) -> None:
    rows = value_rows(source.unnest() if isinstance(source, exp.Subquery) else source)
    clauses = any(source.args.get(name) for name in _QUERY_CLAUSES)
    if rows is not None and not clauses:
        _values(rows, places, listed, query, scope)
    else:
        _select(source, places, listed, query, scope)


def _select(
    source: exp.Expr, places: list[Place], listed: bool, query: nodes.Query, scope: Scope
) -> None:
    from codegen.analysis.queries import analyse_query

    inner = Scope(scope.state, scope)
    inner.resolve_unknowns = False
    selected = analyse_query(source, inner)
    query.source = selected
    query.source_entry = entry = subquery_entry(selected)
    values: list[nodes.Expr] = []
    for index, target in enumerate(selected.targets):
        value: nodes.Expr = nodes.Var(
            type=target.expr.type,
            span=target.span or target.expr.span,
            entry=entry,
            index=index,
            name=target.name,
        )
        plain = isinstance(target.expr, (nodes.Const, nodes.Param))
        values.append(target.expr if plain and target.expr.type == oids.UNKNOWN else value)
    check_count(values, places, listed, source, scope)
    for index, (value, target_place) in enumerate(zip(values, places, strict=False)):
        assigned = assign(scope, target_place, value, None)
        query.assignments.append(_assignment(target_place, assigned))
        if value.type == oids.UNKNOWN:
            _settle(selected, index, assigned)


def _settle(selected: nodes.Query, index: int, value: nodes.Expr) -> None:
    """A value of the query without a type has taken its column's."""
    target = selected.targets[index]
    selected.targets[index] = nodes.Target(name=target.name, expr=value, span=target.span)


def _assignment(target: Place, value: nodes.Expr) -> nodes.Assignment:
    return nodes.Assignment(column=target.column, value=value, subscript=bool(target.part))


def _values(
    listed_rows: Sequence[exp.Expr],
    places: list[Place],
    listed: bool,
    query: nodes.Query,
    scope: Scope,
) -> None:
    """VALUES go straight to the columns, so that each value is coerced to its column's type."""
    rows: list[list[nodes.Expr]] = []
    with clause(scope, "VALUES" if len(listed_rows) > 1 else "INSERT"):
        for row in listed_rows:
            values = row_of(row.expressions, scope)
            if rows:
                check_length(rows[0], values, row, scope)
            rows.append(assigned_row(values, places, listed, row, scope))
    columns = [
        nodes.Target(name=target.column.name, expr=expr)
        for target, expr in zip(places, rows[0], strict=False)
    ]
    query.source = nodes.Query(command="values", rows=rows, targets=columns)
    values = rows[0]
    if len(rows) > 1:
        query.source_entry = entry = subquery_entry(query.source)
        values = [_column_of(rows, entry, index) for index in range(len(rows[0]))]
    query.assignments = [_assignment(p, v) for p, v in zip(places, values, strict=False)]


def _column_of(rows: list[list[nodes.Expr]], entry: nodes.RangeEntry, index: int) -> nodes.Expr:
    """A column of several rows; DEFAULT where all rows have it."""
    column = [row[index] for row in rows]
    if all(isinstance(value, nodes.Default) for value in column):
        return column[0]
    name = entry.columns[index].name
    return nodes.Var(type=column[0].type, entry=entry, index=index, name=name)


def row_of(row: Sequence[exp.Expr], scope: Scope) -> list[nodes.Expr]:
    """The values of a row, which may be DEFAULT; all are analysed before any takes its type."""
    return [
        value
        if isinstance(value, nodes.Expr)
        else default_value(value, scope)
        if is_default(value)
        else infer(value, scope)
        for value in expanded(row, scope)
    ]


def assigned_row(
    values: list[nodes.Expr], places: list[Place], listed: bool, node: exp.Expr, scope: Scope
) -> list[nodes.Expr]:
    """A row as the types of the columns (transformInsertRow)."""
    check_count(values, places, listed, node, scope)
    return [assign(scope, p, value, None) for p, value in zip(places, values, strict=False)]


def check_count(
    values: Sequence[nodes.Expr],
    places: Sequence[Place],
    listed: bool,
    node: exp.Expr,
    scope: Scope,
) -> None:
    """There are as many expressions as columns; fewer where no columns are listed."""
    help_ = f"There are {len(places)} columns and {len(values)} expressions."
    if len(values) > len(places):
        message = "INSERT has more expressions than target columns"
        where = values[len(places)].span
        scope.state.fail("column-count", message, where or node, help_)
    if len(values) < len(places) and listed:
        message = "INSERT has more target columns than expressions"
        scope.state.fail("column-count", message, places[len(values)].span or node, help_)


def _overriding(node: exp.Insert, scope: Scope) -> str:
    """The word of OVERRIDING, which stands between the table and the source."""
    if not scope.state.shaped.overriding:
        return ""
    table = offsets_of(node.this, scope.state.shaped) or (0, 0)
    source = node.args.get("expression")
    stop = offsets_of(source, scope.state.shaped) if source is not None else None
    for offset, word in scope.state.shaped.overriding.items():
        if table[1] <= offset and (stop is None or offset < stop[0]):
            return word
    return ""
