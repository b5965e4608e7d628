"""Which column a parameter belongs to: the one it is assigned to, or else compared with."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.analysis import nodes
from codegen.analysis.nodes import Use
from codegen.analysis.origins import origin
from codegen.analysis.tree import Walked, assignments_of

COMPARISONS = frozenset({"=", "<>", "<", "<=", ">", ">="})


def uses_of(inside: Walked) -> dict[int, Use]:
    """The column of each parameter that has one; an assignment counts before a comparison."""
    found: dict[int, Use] = {}
    for use in _uses(inside):
        known = found.get(use.number)
        if known is None or (use.assigned and not known.assigned):
            found[use.number] = use
    return found


def _uses(inside: Walked) -> Iterator[Use]:
    for query, parts in inside:
        yield from _assignments(query)
        for part in parts:
            yield from _comparison(part)


def _assignments(query: nodes.Query) -> Iterator[Use]:
    relation = query.target.relation if query.target else None
    if relation is None:
        return
    for assignment in assignments_of(query):
        if assignment.subscript:
            continue
        column = (relation.schema, relation.name, assignment.column.name)
        for value in values_of(query, assignment.value):
            if isinstance(value, nodes.Param):
                yield Use(value.number, column, assigned=True)


def values_of(query: nodes.Query, value: nodes.Expr) -> Iterator[nodes.Expr]:
    """The values that one assignment stores: one of each row of VALUES."""
    value = _bare(value)
    source = query.source
    of_source = isinstance(value, nodes.Var) and value.entry is query.source_entry
    if not of_source or source is None or not isinstance(value, nodes.Var):
        yield value
    elif source.rows:
        yield from (_bare(row[value.index]) for row in source.rows if value.index < len(row))
    elif value.index < len(source.targets):
        yield _bare(source.targets[value.index].expr)


def _comparison(expr: nodes.Expr) -> Iterator[Use]:
    if isinstance(expr, nodes.OperatorCall) and len(expr.args) == 2:
        if expr.operator.name in COMPARISONS:
            yield from _pair(expr.args[0], expr.args[1])
    elif isinstance(expr, nodes.DistinctFrom):
        yield from _pair(expr.args[0], expr.args[1])
    elif isinstance(expr, nodes.ArrayComparison) and expr.operator.name in COMPARISONS:
        elements = expr.array.elements if isinstance(expr.array, nodes.ArrayExpr) else ()
        for element in elements:
            yield from _pair(expr.left, element)
        yield from _pair(expr.left, expr.array, array=True)


def _pair(one: nodes.Expr, other: nodes.Expr, *, array: bool = False) -> Iterator[Use]:
    one, other = _bare(one), _bare(other)
    for param, column in ((one, other), (other, one)):
        if not isinstance(param, nodes.Param) or (array and param is one):
            continue
        relation, name = origin(column)
        if relation is not None and name is not None:
            yield Use(param.number, (relation.schema, relation.name, name), array=array)


def _bare(expr: nodes.Expr) -> nodes.Expr:
    """The expression under conversions that the user did not write."""
    while isinstance(expr, nodes.Coerce) and not expr.explicit:
        expr = expr.arg
    return expr
