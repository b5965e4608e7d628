"""Why a parameter has its type: what it meets in the query."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.analysis import nodes
from codegen.analysis.nullability.reasons import Step
from codegen.analysis.tree import (
    all_queries,
    assignments_of,
    children,
    expressions_of,
    unconverted,
)
from codegen.postgres.catalog import Catalog


def parameter_reasons(query: nodes.Query, number: int, catalog: Catalog) -> Iterator[Step]:
    """A step for each place at which the parameter stands."""
    for inner in all_queries(query):
        yield from _of_query(inner, number, catalog)


def _of_query(query: nodes.Query, number: int, catalog: Catalog) -> Iterator[Step]:
    for assignment in assignments_of(query):
        if _is_parameter(assignment.value, number):
            type_ = catalog.format_type(assignment.column.type)
            null = " NOT NULL" if assignment.column.not_null else ""
            words = f"assigned to {assignment.column.name}, which is {type_}{null}"
            yield Step(0, words, assignment.value.span)
    for expr in expressions_of(query):
        yield from _inside(expr, number, catalog)
    for limit, name in ((query.limit, "LIMIT"), (query.offset, "OFFSET")):
        if limit is not None and _is_parameter(limit, number):
            yield Step(0, f"the count of {name}, a bigint", limit.span)


def _is_parameter(expr: nodes.Expr, number: int) -> bool:
    expr = unconverted(expr)
    return isinstance(expr, nodes.Param) and expr.number == number


def _inside(expr: nodes.Expr, number: int, catalog: Catalog) -> Iterator[Step]:
    for part in children(expr):
        if _is_parameter(part, number):
            yield Step(0, _met(expr, part, catalog), part.span or expr.span)
        else:
            yield from _inside(part, number, catalog)


def _met(expr: nodes.Expr, part: nodes.Expr, catalog: Catalog) -> str:
    type_ = catalog.format_type(part.type)
    if isinstance(part, nodes.Param) and part.cast:
        return f"cast to {type_} by the query"
    if isinstance(expr, nodes.OperatorCall):
        others = [arg for arg in expr.args if arg is not part]
        what = f" with {_name(others[0])}" if others else ""
        return f"an operand of {expr.operator.name}{what}, as {type_}"
    if isinstance(expr, nodes.Call | nodes.Aggregate | nodes.WindowCall):
        return f"an argument of {expr.function.name}, as {type_}"
    if isinstance(expr, nodes.NullTest):
        return "tested for NULL"
    return f"part of {_words(expr)}, as {type_}"


def _name(expr: nodes.Expr) -> str:
    expr = unconverted(expr)
    return f"{expr.entry.name}.{expr.name}" if isinstance(expr, nodes.Var) else "an expression"


_WORDS: dict[type[nodes.Expr], str] = {
    nodes.Coalesce: "COALESCE",
    nodes.Case: "CASE",
    nodes.ArrayComparison: "a comparison with an array",
    nodes.BoolExpr: "a condition",
    nodes.DistinctFrom: "IS DISTINCT FROM",
    nodes.NullIf: "NULLIF",
    nodes.Row: "a row",
    nodes.ArrayExpr: "an array",
    nodes.RowComparison: "a comparison of rows",
}


def _words(expr: nodes.Expr) -> str:
    return _WORDS.get(type(expr), "an expression")
