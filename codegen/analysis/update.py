"""UPDATE (transformUpdateStmt in src/backend/parser/analyze.c)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.assignments import assign, assign_node, is_default, target_column
from codegen.analysis.expressions.subqueries import is_query
from codegen.analysis.from_clause import entry_columns, find_relation, from_list, table_entry
from codegen.analysis.returning import returning
from codegen.analysis.scope import NamespaceItem, Scope, identifier
from codegen.analysis.select import condition
from codegen.postgres import oids
from codegen.postgres.catalog import Column, Relation


def update(node: exp.Update, scope: Scope) -> nodes.Query:
    """UPDATE: FROM, WHERE, RETURNING and last SET, the order in which PostgreSQL settles parameters."""
    relation, entry, item = dml_target(node.this, scope)
    query = nodes.Query(command="update", target=entry)
    from_ = node.args.get("from_")
    parts = [from_.this] if from_ is not None else []
    query.from_ = from_list(parts, list(node.args.get("joins") or []), scope)
    check_target_name(scope, item, node.this)
    scope.items = [item, *scope.items]
    query.where = condition(node.args.get("where"), "WHERE", scope)
    returning(node, query, scope)
    query.assignments = set_clause(node.expressions, relation, scope)
    return query


def check_target_name(scope: Scope, item: NamespaceItem, node: exp.Expr) -> None:
    """The target's name must not be one of FROM's."""
    if any(
        other.name == item.name and other.relation_visible and other.schema == item.schema
        for other in scope.items
    ):
        scope.state.fail(
            "duplicate-alias",
            f'table name "{item.name}" specified more than once',
            node,
            "Give one of them an alias.",
        )


def dml_target(node: exp.Expr, scope: Scope) -> tuple[Relation, nodes.RangeEntry, NamespaceItem]:
    """The table that a statement changes, under its alias."""
    relation = find_relation(
        scope, identifier(node.args.get("db")) or None, identifier(node.this), node
    )
    if relation.kind in ("m", "S"):
        scope.state.fail(
            "wrong-object-type", f'cannot change "{relation.name}"', node, "Name a table or a view."
        )
    alias = node.args.get("alias")
    name = identifier(alias.this) if alias is not None else relation.name
    entry = table_entry(relation, name, node.this.meta.get("start"))
    item = NamespaceItem(
        name, entry_columns(entry), entry, schema=None if alias is not None else relation.schema
    )
    return relation, entry, item


def set_clause(
    expressions: Sequence[exp.Expr], relation: Relation, scope: Scope
) -> list[nodes.Assignment]:
    """The assignments of SET, each to a column, part of a column, or several columns."""
    outer, scope.clause = scope.clause, "SET"
    assignments: list[nodes.Assignment] = []
    for item in expressions:
        left, right = item.this, item.expression
        inner = left.this if isinstance(left, exp.Paren) else left
        if isinstance(left, exp.Tuple) or isinstance(left, exp.Paren):
            targets = list(inner.expressions) if isinstance(inner, exp.Tuple) else [inner]
            assignments += _several(targets, right, relation, scope)
        else:
            assignments.append(_one(left, right, relation, scope))
    scope.clause = outer
    return assignments


def _one(left: exp.Expr, right: exp.Expr, relation: Relation, scope: Scope) -> nodes.Assignment:
    column, part = _target(left, relation, scope)
    value = assign_node(scope, column, right, part)
    return nodes.Assignment(column=column, value=value, subscript=part is not None)


def _target(left: exp.Expr, relation: Relation, scope: Scope) -> tuple[Column, int | None]:
    """The column that is assigned, and the type of its part where only a part is."""
    if isinstance(left, exp.Bracket):
        column, outer = _target(left.this, relation, scope)
        container = scope.catalog.base_type(outer or column.type)
        sliced = any(isinstance(index, exp.Slice) for index in left.expressions)
        if container == oids.JSONB or sliced:
            return column, container
        return column, scope.catalog.element_of(container) or container
    if isinstance(left, exp.Dot) or (isinstance(left, exp.Column) and left.args.get("table")):
        return _field_target(left, relation, scope)
    name = identifier(left.this if isinstance(left, exp.Column) else left)
    return target_column(scope, relation, name, left), None


def _field_target(left: exp.Expr, relation: Relation, scope: Scope) -> tuple[Column, int | None]:
    """``SET composite.field = …``."""
    from codegen.analysis.coerce import composite_fields

    if isinstance(left, exp.Column):
        base, name = identifier(left.args["table"]), identifier(left.this)
        column, outer = target_column(scope, relation, base, left), None
    else:
        column, outer = _target(left.this, relation, scope)
        name = identifier(left.expression)
    for field, type_ in composite_fields(scope.state, outer or column.type):
        if field == name:
            return column, type_
    scope.state.fail(
        "undefined-column",
        f'cannot assign to field "{name}" of column "{column.name}"',
        left,
        "A column is named in SET without its table.",
    )


def _several(
    targets: list[exp.Expr], right: exp.Expr, relation: Relation, scope: Scope
) -> list[nodes.Assignment]:
    """``(a, b) = (x, y)``, ``= ROW(…)`` or ``= (SELECT …)``."""
    from codegen.analysis.expressions.operators import _as_row
    from codegen.analysis.expressions.subqueries import _analyse

    columns = [_target(target, relation, scope) for target in targets]
    values = _as_row(right)
    if values is None and isinstance(right, exp.Paren) and not is_query(right.this):
        values = [right.this]
    if values is not None:
        if len(values) != len(columns):
            scope.state.fail(
                "column-count", "number of columns does not match number of values", right
            )
        return [
            nodes.Assignment(
                column=column,
                value=nodes.Default(type=column.type)
                if is_default(value)
                else assign_node(scope, column, value, part),
                subscript=part is not None,
            )
            for (column, part), value in zip(columns, values, strict=True)
        ]
    if not isinstance(right, exp.Subquery):
        scope.state.fail(
            "syntax-error",
            "source for a multiple-column UPDATE item must be a sub-SELECT or ROW() expression",
            right,
        )
    query = _analyse(right, scope)
    if len(query.targets) != len(columns):
        scope.state.fail("column-count", "number of columns does not match number of values", right)
    found: list[nodes.Assignment] = []
    for index, ((column, part), target) in enumerate(zip(columns, query.targets, strict=True)):
        single = _only(query, index)
        link = nodes.SubLink(type=target.expr.type, kind="scalar", query=single)
        found.append(
            nodes.Assignment(
                column=column,
                value=assign(scope, column, link, right, part),
                subscript=part is not None,
            )
        )
    return found


def _only(query: nodes.Query, index: int) -> nodes.Query:
    """The same query with one of its columns."""
    from dataclasses import replace

    return replace(query, targets=[query.targets[index]])
