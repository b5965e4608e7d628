"""Rules about conditions: missing ones, and those that NULL never lets be true."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.analysis import nodes
from codegen.analysis.nullability import column_facts
from codegen.analysis.tree import unconverted
from codegen.vet.subject import COMPARISONS, Found, Subject


def without_where(subject: Subject) -> Iterator[Found]:
    """UPDATE or DELETE of every row."""
    for query in subject.queries:
        if query.command in ("update", "delete") and query.where is None and not query.from_:
            table = query.target.name if query.target else "the table"
            yield Found(
                f"{query.command.upper()} without WHERE changes every row of {table}",
                "Add a WHERE; `WHERE true` says that every row is meant.",
                query.target.span if query.target else None,
            )


def compared_with_null(subject: Subject) -> Iterator[Found]:
    """``x = NULL``, which is NULL whatever x is."""
    for expr in subject.expressions:
        if not isinstance(expr, nodes.OperatorCall) or expr.operator.name not in COMPARISONS:
            continue
        if any(_is_null(arg) for arg in expr.args):
            negated = "NOT " if expr.operator.name == "<>" else ""
            yield Found(
                f"a comparison with NULL by {expr.operator.name} is never true",
                f"Write IS {negated}NULL, or IS DISTINCT FROM.",
                expr.span,
            )


def _is_null(expr: nodes.Expr) -> bool:
    inner = unconverted(expr)
    return isinstance(inner, nodes.Const) and inner.value is None


def not_in_nulls(subject: Subject) -> Iterator[Found]:
    """NOT IN over a subquery that may have a NULL: one NULL, and no row is left."""
    for expr in subject.expressions:
        link = _negated_in(expr)
        if link is None:
            continue
        nullable = [
            target.name
            for target, fact in zip(
                link.query.targets, column_facts(link.query, subject.catalog), strict=True
            )
            if fact.nullable
        ]
        if nullable:
            yield Found(
                f"NOT IN is never true once {nullable[0]} of the subquery is NULL in some row",
                "Write NOT EXISTS, or exclude NULLs in the subquery.",
                expr.span or link.span,
            )


def _negated_in(expr: nodes.Expr) -> nodes.SubLink | None:
    if isinstance(expr, nodes.BoolExpr) and expr.op == "not":
        inner = expr.args[0]
        if isinstance(inner, nodes.SubLink) and inner.kind == "any" and inner.op in ("=", ""):
            return inner
    if isinstance(expr, nodes.SubLink) and expr.kind == "all" and expr.op == "<>":
        return expr
    return None
