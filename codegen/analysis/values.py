"""VALUES (transformValuesClause in src/backend/parser/analyze.c)."""

from __future__ import annotations

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.coerce import coerce_common, common_of_types
from codegen.analysis.expressions.table import infer
from codegen.analysis.scope import Scope
from codegen.analysis.select import limit, set_order_by
from codegen.postgres import oids


def values(node: exp.Values, scope: Scope) -> nodes.Query:
    """VALUES as a query: each column has the common type of its values."""
    rows = [[infer(value, scope) for value in row_values(row)] for row in node.expressions]
    width = len(rows[0])
    if any(len(row) != width for row in rows):
        scope.state.fail(
            "column-count",
            "VALUES lists must all be the same length",
            node,
            f"The first has {width}.",
        )
    targets: list[nodes.Target] = []
    for index in range(width):
        types = [row[index].type for row in rows]
        open_ = not scope.resolve_unknowns and all(type_ == oids.UNKNOWN for type_ in types)
        if not open_:
            target = common_of_types(scope.state, types, "VALUES", [row[index] for row in rows])
            for row in rows:
                row[index] = coerce_common(scope.state, row[index], target, "VALUES")
        targets.append(nodes.Target(name=f"column{index + 1}", expr=rows[0][index]))
    query = nodes.Query(command="values", rows=rows, targets=targets)
    query.order_by = set_order_by(node.args.get("order"), query, scope)
    limit(node, query, scope)
    return query


def row_values(row: exp.Expr) -> list[exp.Expr]:
    """The expressions of one row of VALUES."""
    if isinstance(row, exp.Tuple):
        return list(row.expressions)
    return [row.this if isinstance(row, exp.Paren) else row]
