"""What a parameter without a name is called, where it isn't itself a column's value or compared
with one: by the column that something made of it is for, or by a function's argument."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.analysis import nodes
from codegen.analysis.parameter_columns import COMPARISONS, values_of
from codegen.analysis.tree import Walked, assignments_of, unconverted

#: The comparisons of a column with a pattern, and with what its text is searched for.
_MATCHES = frozenset({"~~", "!~~", "~~*", "!~~*", "~", "!~", "~*", "!~*", "@@", "%", "<%", "<<%"})
_COMPARED = COMPARISONS | _MATCHES
_OF_JSON = frozenset({"->", "->>"})

Named = Iterator[tuple[int, str]]


def names_of(inside: Walked) -> dict[int, str]:
    """The names of parameters by their numbers, as far as the query says of one what it is."""
    found: dict[int, str] = {}
    for rule in (_assigned, _met, _passed):
        for query, parts in inside:
            for number, name in rule(query, parts):
                found.setdefault(number, name)
    return found


def _assigned(query: nodes.Query, parts: list[nodes.Expr]) -> Named:
    """``email = coalesce($1, email)``"""
    for assignment in assignments_of(query):
        for value in values_of(query, assignment.value):
            for param in _made_of(value):
                yield param.number, assignment.column.name


def _met(query: nodes.Query, parts: list[nodes.Expr]) -> Named:
    """``lower(email) = lower($1)``, ``title ILIKE '%' || $1 || '%'``, ``coalesce($1, email)``"""
    for part in parts:
        for column, other in _pairs(part):
            name = _column(column)
            if name:
                yield from ((param.number, name) for param in _made_of(other))


def _pairs(part: nodes.Expr) -> Iterator[tuple[nodes.Expr, nodes.Expr]]:
    """What a column may be, with what is then about the same thing."""
    match part:
        case nodes.OperatorCall(args=[left, right]) if part.operator.name in _COMPARED:
            yield left, right
            yield right, left
        case nodes.DistinctFrom(args=[left, right]):
            yield left, right
            yield right, left
        case nodes.ArrayComparison() if part.operator.name in _COMPARED:
            yield part.left, part.array
        case nodes.Coalesce(args=args):
            yield from ((column, other) for column in args for other in args)
        case _:
            return


def _passed(query: nodes.Query, parts: list[nodes.Expr]) -> Named:
    """``register($1, $2)``"""
    for part in parts:
        if isinstance(part, nodes.Call):
            for arg, name in zip(part.args, part.function.arg_names, strict=False):
                value = unconverted(arg)
                if isinstance(value, nodes.Param) and name:
                    yield value.number, name


def _column(expr: nodes.Expr) -> str | None:
    """The column that a value is made of, or the key that it has in a JSON column."""
    match expr:
        case nodes.Var():
            return expr.name
        case nodes.Coerce(arg=arg) | nodes.NullIf(args=[arg, *_]) | nodes.Coalesce(args=[arg, *_]):
            return _column(arg)
        case nodes.Call():
            only = _only(expr.args)
            return _column(only) if only is not None else None
        case nodes.OperatorCall(args=[_, nodes.Const(value=key)]):
            is_key = expr.operator.name in _OF_JSON and key is not None and key.isidentifier()
            return key if is_key else None
        case _:
            return None


def _made_of(expr: nodes.Expr) -> Iterator[nodes.Param]:
    """The parameters whose value a value is, in another form or in some cases."""
    match expr:
        case nodes.Param():
            yield expr
        case nodes.Coerce(arg=arg) | nodes.NullIf(args=[arg, *_]):
            yield from _made_of(arg)
        case nodes.Coalesce(args=args) | nodes.MinMax(args=args):
            for one in args:
                yield from _made_of(one)
        case nodes.Case():
            for _, result in expr.whens:
                yield from _made_of(result)
            yield from _made_of(expr.default) if expr.default is not None else ()
        case nodes.Call(args=args) | nodes.OperatorCall(args=args):
            only = _only(args)
            yield from _made_of(only) if only is not None else ()
        case _:
            return


def _only(args: list[nodes.Expr]) -> nodes.Expr | None:
    """The only argument that isn't a constant."""
    found = [arg for arg in args if not _is_constant(arg)]
    return found[0] if len(found) == 1 else None


def _is_constant(expr: nodes.Expr) -> bool:
    return isinstance(unconverted(expr), nodes.Const)
