"""Rules about parameters: those that do nothing, or not what they seem to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from codegen.analysis import nodes
from codegen.analysis.tree import all_expressions, conjuncts, unconverted, walk
from codegen.postgres.catalog import Catalog
from codegen.vet.subject import COMPARISONS, Found, Subject


def optional_compared(subject: Subject) -> Iterator[Found]:
    """A parameter that may be None, compared with ``=`` and nowhere else taken care of."""
    # One that is stored in a column that may be NULL is optional for the column's sake.
    optional = {
        one.number: one.name
        for one in subject.query.parameters
        if one.nullable and not (one.use and one.use.assigned)
    }
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
    if isinstance(expr, nodes.OperatorCall) and expr.operator.name in COMPARISONS:
        for arg in expr.args:
            inner = unconverted(arg)
            if isinstance(inner, nodes.Param):
                return inner.number
    return 0


def _parameters(expr: nodes.Expr) -> Iterator[int]:
    """The parameters in an expression, and in subqueries for which it may have something else."""
    for part in walk(expr):
        if isinstance(part, nodes.Param):
            yield part.number
        elif isinstance(part, nodes.SubLink) and isinstance(expr, nodes.Coalesce):
            inner = all_expressions(part.query)
            yield from (one.number for one in inner if isinstance(one, nodes.Param))


def cast_differently(subject: Subject) -> Iterator[Found]:
    """A parameter that is cast to one type here and to another there.

    A text that is asked whether it is empty before it is converted is meant to be one."""
    types: dict[int, dict[int, nodes.Offsets]] = {}
    asked = {id(part) for expr in subject.expressions for part in _asked_whether_empty(expr)}
    for expr in subject.expressions:
        if id(expr) in asked:
            continue
        if isinstance(expr, nodes.Param) and expr.cast:
            types.setdefault(expr.number, {}).setdefault(expr.type, expr.span)
        elif isinstance(expr, nodes.Coerce) and expr.explicit and _is_uncast(expr.arg):
            assert isinstance(expr.arg, nodes.Param)
            types.setdefault(expr.arg.number, {}).setdefault(expr.type, expr.span)
    for number, casts in types.items():
        first, *others = casts
        if not all(_is_alike(first, other, subject.catalog) for other in others):
            spelled = " and to ".join(subject.catalog.format_type(one) for one in casts)
            yield Found(
                f"@{subject.name_of(number)} is cast to {spelled}",
                "Cast it to one type, or give the query two parameters.",
                [*casts.values()][-1],
            )


def _is_uncast(expr: nodes.Expr) -> bool:
    """Whether a parameter is bare: in ``@x::text::int`` one cast follows the other."""
    return isinstance(expr, nodes.Param) and not expr.cast


def _is_alike(one: int, other: int, catalog: Catalog) -> bool:
    """Whether two types have the same values, as text and varchar have (pg_cast's method b)."""
    cast = catalog.cast(one, other)
    return cast is not None and cast.method == "b"


def _asked_whether_empty(expr: nodes.Expr) -> Iterator[nodes.Expr]:
    if isinstance(expr, nodes.OperatorCall | nodes.NullIf):
        inner = [unconverted(arg) for arg in expr.args]
        if any(isinstance(arg, nodes.Const) and arg.value == "" for arg in inner):
            yield from inner
            yield from expr.args


def only_tested(subject: Subject) -> Iterator[Found]:
    """A parameter that is asked whether it is NULL, and that is for nothing else."""
    tested: dict[int, nodes.Offsets] = {}
    in_tests: Counter[int] = Counter()
    everywhere: Counter[int] = Counter()
    for expr in subject.expressions:
        if isinstance(expr, nodes.Param):
            everywhere[expr.number] += 1
        elif isinstance(expr, nodes.NullTest):
            inner = unconverted(expr.arg)
            if isinstance(inner, nodes.Param):
                in_tests[inner.number] += 1
                tested.setdefault(inner.number, expr.span or inner.span)
    for number, span in tested.items():
        if in_tests[number] == everywhere[number]:
            yield Found(
                f"@{subject.name_of(number)} is only tested for NULL: its value is for nothing",
                "Compare something with it, or pass a boolean.",
                span,
            )


def sorting_parameter(subject: Subject) -> Iterator[Found]:
    """ORDER BY a parameter, which is the same for all rows, whatever its value names."""
    for query in subject.queries:
        for expr, sort in zip(query.order_by, query.sorts, strict=True):
            inner = unconverted(expr)
            if isinstance(inner, nodes.Param):
                yield Found(
                    f"@{subject.name_of(inner.number)} is the same for all rows: it sorts nothing",
                    "Write `CASE WHEN @… = 'name' THEN name END`, one for each column.",
                    sort.span,
                )
