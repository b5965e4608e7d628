"""VALUES (transformValuesClause in src/backend/parser/analyze.c)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.clauses import clause
from codegen.analysis.coerce import coerce_common, common_of_types
from codegen.analysis.expressions.table import infer
from codegen.analysis.expressions.values import expand_star
from codegen.analysis.limits import limit, strength
from codegen.analysis.scope import Scope
from codegen.analysis.sorting import sorts, values_order_by
from codegen.sql.shape_statements import VALUES


def value_rows(node: exp.Expr | None) -> list[exp.Expr] | None:
    """The rows of VALUES, which is a SELECT of one call to the parser; None for other queries."""
    if not isinstance(node, exp.Select) or len(node.expressions) != 1:
        return None
    call = node.expressions[0]
    return call.expressions if isinstance(call, exp.Anonymous) and call.name == VALUES else None


def values(node: exp.Expr, scope: Scope) -> nodes.Query:
    """VALUES as a query: each column has the common type of its values."""
    listed = value_rows(node) or []
    with clause(scope, "VALUES"):
        rows = [[value_of(v, scope) for v in expanded(row.expressions, scope)] for row in listed]
    for values_, place in zip(rows, listed, strict=True):
        check_length(rows[0], values_, place, scope)
    targets = [_column(rows, index, scope) for index in range(len(rows[0]))]
    query = nodes.Query(command="values", rows=rows, targets=targets)
    query.order_by = values_order_by(node.args.get("order"), query, scope)
    query.sorts = sorts(node.args.get("order"), scope)
    limit(node, query, scope)
    for lock in node.args.get("locks") or []:
        scope.state.fail(
            "unsupported",
            f"{strength(lock)} cannot be applied to VALUES",
            lock,
            "Leave the lock out: there are no rows of a table.",
        )
    return query


def _column(rows: list[list[nodes.Expr]], index: int, scope: Scope) -> nodes.Target:
    column = [row[index] for row in rows]
    target = common_of_types(scope.state, [value.type for value in column], "VALUES", column)
    for row in rows:
        row[index] = coerce_common(scope.state, row[index], target, "VALUES")
    return nodes.Target(name=f"column{index + 1}", expr=rows[0][index])


def check_length(
    first: Sequence[object], row: Sequence[object], place: exp.Expr, scope: Scope
) -> None:
    """All rows of VALUES have as many values as the first."""
    if len(first) != len(row):
        scope.state.fail(
            "column-count",
            "VALUES lists must all be the same length",
            place.expressions[0] if place.expressions else place,
            f"The first has {len(first)}, this one {len(row)}.",
        )


def expanded(row: Sequence[exp.Expr], scope: Scope) -> list[exp.Expr | nodes.Expr]:
    """The values of a row; ``(x).*`` and ``t.*`` are several."""
    found: list[exp.Expr | nodes.Expr] = []
    for value in row:
        star = value.this if isinstance(value, exp.Column) else value.args.get("expression")
        if isinstance(value, (exp.Column, exp.Dot)) and isinstance(star, exp.Star):
            found += expand_star(value, scope)
        else:
            found.append(value)
    return found


def value_of(value: exp.Expr | nodes.Expr, scope: Scope) -> nodes.Expr:
    """The meaning of a value that may have one already."""
    return value if isinstance(value, nodes.Expr) else infer(value, scope)
