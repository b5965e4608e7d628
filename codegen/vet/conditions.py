"""Rules about conditions: missing ones, and those that NULL never lets be true."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.analysis import nodes
from codegen.analysis.nullability import column_facts
from codegen.analysis.tree import conjuncts, unconverted, walk
from codegen.vet.subject import Found, Subject

_COMPARISONS = frozenset(["=", "<>", "<", ">", "<=", ">="])


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
        if not isinstance(expr, nodes.OperatorCall) or expr.operator.name not in _COMPARISONS:
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


def optional_compared(subject: Subject) -> Iterator[Found]:
    """A parameter that may be None, compared with ``=`` and nowhere else taken care of."""
    optional = {one.number: one.name for one in subject.query.parameters if one.nullable}
    cared_for = {
        number
        for expr in subject.expressions
        if isinstance(
            expr, nodes.NullTest | nodes.Coalesce | nodes.DistinctFrom | nodes.NullIf | nodes.Case
        )
        for number in _parameters(expr)
    }
    for query in subject.queries:
        for expr in conjuncts(query.where):
            number = _compared_parameter(expr)
            if number in optional and number not in cared_for:
                yield Found(
                    f"where @{optional[number]} is None, this is never true",
                    "Write IS NOT DISTINCT FROM, or `(… IS NULL OR …)` to leave the condition out.",
                    expr.span,
                )


def _compared_parameter(expr: nodes.Expr) -> int:
    if isinstance(expr, nodes.OperatorCall) and expr.operator.name in _COMPARISONS:
        for arg in expr.args:
            inner = unconverted(arg)
            if isinstance(inner, nodes.Param):
                return inner.number
    return 0


def _parameters(expr: nodes.Expr) -> set[int]:
    return {part.number for part in walk(expr) if isinstance(part, nodes.Param)}


def cast_differently(subject: Subject) -> Iterator[Found]:
    """A parameter that is cast to one type here and to another there."""
    types: dict[int, dict[int, nodes.Offsets]] = {}
    for expr in subject.expressions:
        if isinstance(expr, nodes.Param) and expr.cast:
            types.setdefault(expr.number, {}).setdefault(expr.type, expr.span)
        elif isinstance(expr, nodes.Coerce) and expr.explicit and _is_uncast(expr.arg):
            assert isinstance(expr.arg, nodes.Param)
            types.setdefault(expr.arg.number, {}).setdefault(expr.type, expr.span)
    names = {one.number: one.name for one in subject.query.parameters}
    for number, casts in types.items():
        if len(casts) > 1:
            spelled = " and to ".join(subject.catalog.format_type(one) for one in casts)
            yield Found(
                f"@{names.get(number, number)} is cast to {spelled}",
                "Cast it to one type, or give the query two parameters.",
                [*casts.values()][-1],
            )


def _is_uncast(expr: nodes.Expr) -> bool:
    """Whether a parameter is bare: in ``@x::text::int`` one cast follows the other."""
    return isinstance(expr, nodes.Param) and not expr.cast
