"""UPDATE (transformUpdateStmt in src/backend/parser/analyze.c)."""

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
from codegen.analysis.expressions.table import infer
from codegen.analysis.expressions.values import expand_star
from codegen.analysis.from_clause import from_list
from codegen.analysis.returning import returning
from codegen.analysis.scope import Scope
from codegen.analysis.select import condition
from codegen.analysis.targets_of_dml import check_target_name, dml_target
from codegen.analysis.views import check_rewritten
from codegen.postgres.catalog import Relation
from codegen.records import dataclass, replace


def update(node: exp.Update, scope: Scope) -> nodes.Query:
    """UPDATE: FROM, WHERE, RETURNING and last SET, the order in which PostgreSQL settles
    parameters."""
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


@dataclass(slots=True)
class _Source:
    """A value for one place; ``node`` is what it was written as."""

    target: exp.Expr
    value: nodes.Expr
    node: exp.Expr


def set_clause(
    expressions: Sequence[exp.Expr], relation: Relation, scope: Scope
) -> list[nodes.Assignment]:
    """The assignments of SET, each to a column, part of a column, or several columns. All values
    are analysed before any takes its column's type (transformUpdateTargetList)."""
    with clause(scope, "SET"):
        sources = [source for item in expressions for source in _sources(item, scope)]
        places = [place(source.target, relation, scope) for source in sources]
        assignments = [
            _assignment(target, source, scope)
            for target, source in zip(places, sources, strict=True)
        ]
    message = 'multiple assignments to same column "{}"'
    check_distinct(places, scope, message, "Assign it once.")
    check_rewritten(relation, "update", assignments, scope, expressions[0])
    return assignments


def _assignment(target: Place, source: _Source, scope: Scope) -> nodes.Assignment:
    value = assign(scope, target, source.value, source.node)
    return nodes.Assignment(column=target.column, value=value, subscript=bool(target.part))


def _sources(item: exp.Expr, scope: Scope) -> list[_Source]:
    left, right = item.this, item.expression
    if isinstance(left, (exp.Tuple, exp.Paren)):
        targets = list(left.expressions) if isinstance(left, exp.Tuple) else [left.this]
        return _several(targets, right, scope)
    return [_Source(left, _value(right, scope), right)]


def _value(node: exp.Expr, scope: Scope) -> nodes.Expr:
    return default_value(node, scope) if is_default(node) else infer(node, scope)


def _values(node: exp.Expr, scope: Scope) -> list[nodes.Expr]:
    """A value of a row, or the columns that ``t.*`` stands for."""
    return [default_value(node, scope)] if is_default(node) else expand_star(node, scope)


def _several(targets: list[exp.Expr], right: exp.Expr, scope: Scope) -> list[_Source]:
    """``(a, b) = (x, y)``, ``= ROW(…)`` or ``= (SELECT …)`` (transformMultiAssignRef)."""
    from codegen.analysis.expressions.operators import as_row

    values = as_row(right)
    if values is not None:
        given = [(value, node) for node in values for value in _values(node, scope)]
        _check_count(targets, given, right, scope)
        return [
            _Source(target, value, node)
            for target, (value, node) in zip(targets, given, strict=True)
        ]
    if not isinstance(right, exp.Subquery):
        message = (
            "source for a multiple-column UPDATE item must be a sub-SELECT or ROW() expression"
        )
        scope.state.fail(
            "syntax-error", message, right, "Write SET (a, b) = (SELECT …), or ROW(…)."
        )
    return _from_query(targets, right, scope)


def _from_query(targets: list[exp.Expr], right: exp.Subquery, scope: Scope) -> list[_Source]:
    from codegen.analysis.queries import subquery

    query = subquery(right, scope)
    _check_count(targets, query.targets, right, scope)
    sources: list[_Source] = []
    for target, column in zip(targets, query.targets, strict=True):
        link = nodes.SubLink(
            type=column.expr.type,
            span=column.span or column.expr.span,
            kind="scalar",
            query=replace(query, targets=[column]),
        )
        sources.append(_Source(target, link, right))
    return sources


def _check_count(
    targets: Sequence[object], values: Sequence[object], node: exp.Expr, scope: Scope
) -> None:
    if len(targets) != len(values):
        message = "number of columns does not match number of values"
        help_ = f"There are {len(targets)} columns and {len(values)} values."
        scope.state.fail("column-count", message, node, help_)
