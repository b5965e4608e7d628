"""Whether conditions imply another one, such as a partial index's (predicate_implied_by in
src/backend/optimizer/util/predtest.c).

Conditions are compared as claims, which have no place in a query: ``x = true``, ``x IS TRUE`` and
``x`` claim the same, and so do ``x IN (1, 2)`` and ``x = 1 OR x = 2``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from codegen.analysis import nodes
from codegen.analysis.keys import Key, Known, is_builtin
from codegen.postgres import oids
from codegen.records import dataclass

#: How the expressions of a condition are known.
Named = Callable[[nodes.Expr], Key]
#: The elements of the longest list that is taken for so many comparisons (MAX_SAOP_ARRAY_SIZE).
_LONGEST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a condition says: all or one of its ``parts``, or else what its ``key`` stands for.

    ``present`` are the expressions that are not NULL where it is true.
    """

    kind: str
    parts: tuple[Claim, ...] = ()
    key: Key = ()
    present: Known = frozenset()


def is_implied(wanted: Claim, asked: Claim) -> bool:
    """Whether ``wanted`` is true wherever ``asked`` is (predicate_implied_by_recurse)."""
    if wanted.kind == "all":
        return all(is_implied(part, asked) for part in wanted.parts)
    if asked.kind == "any":
        return all(is_implied(wanted, part) for part in asked.parts)
    if wanted.kind == "any" and any(is_implied(part, asked) for part in wanted.parts):
        return True
    if asked.kind == "all":
        return any(is_implied(wanted, part) for part in asked.parts)
    if wanted.kind == "present" and wanted.key in asked.present:
        return True
    return (wanted.kind, wanted.key) == (asked.kind, asked.key)


def all_of(claims: list[Claim]) -> Claim:
    """The claim that all of some hold."""
    return Claim(kind="all", parts=tuple(claims))


def is_present(keys: Known) -> Claim:
    """The claim that some expressions are not NULL."""
    return Claim(kind="known", present=keys)


def claim(expr: nodes.Expr, named: Named, truth: bool = True) -> Claim:
    """What is said by a condition that is true, or false without ``truth``."""
    rule = _RULES.get(type(expr))
    found = rule(expr, named, truth) if rule else None
    if found is not None:
        return found
    kind = "true" if truth else "false"
    return Claim(kind=kind, key=named(expr), present=frozenset(_present(expr, named)))


def _bool(expr: nodes.BoolExpr, named: Named, truth: bool) -> Claim:
    if expr.op == "not":
        return claim(expr.args[0], named, not truth)
    kind = "all" if (expr.op == "and") == truth else "any"
    return Claim(kind=kind, parts=tuple(claim(arg, named, truth) for arg in expr.args))


def _null_test(expr: nodes.NullTest, named: Named, truth: bool) -> Claim | None:
    return None if expr.row else _null(expr.arg, named, absent=expr.negated != truth)


def _null(expr: nodes.Expr, named: Named, *, absent: bool) -> Claim:
    if absent:
        return Claim(kind="absent", key=named(expr))
    return Claim(kind="present", key=named(expr), present=frozenset(_present(expr, named)))


def _boolean_test(expr: nodes.BooleanTest, named: Named, truth: bool) -> Claim:
    holds = expr.negated != truth
    if expr.value == "unknown":
        return _null(expr.arg, named, absent=holds)
    value = expr.value == "true"
    if holds:
        return claim(expr.arg, named, value)
    otherwise = (claim(expr.arg, named, not value), _null(expr.arg, named, absent=True))
    return Claim(kind="any", parts=otherwise)


def _operator(expr: nodes.OperatorCall, named: Named, truth: bool) -> Claim | None:
    """``condition = true`` and its like (simplify_boolean_equality in util/clauses.c)."""
    name = expr.operator.function_name
    if name not in ("booleq", "boolne") or not is_builtin(expr.operator):
        return None
    for arg, other in (expr.args, expr.args[::-1]):
        value = truth_of(other)
        if value is not None:
            return claim(arg, named, truth == (value == (name == "booleq")))
    return None


def truth_of(expr: nodes.Expr) -> bool | None:
    """What a constant says as a condition; None for NULL, and for all else."""
    if not isinstance(expr, nodes.Const) or expr.type != oids.BOOL or expr.value is None:
        return None
    return expr.value.lower() in ("t", "true")


def _array(expr: nodes.ArrayComparison, named: Named, truth: bool) -> Claim | None:
    elements = expr.array.elements if isinstance(expr.array, nodes.ArrayExpr) else []
    if not truth or not 0 < len(elements) <= _LONGEST:
        return None
    comparisons = [
        nodes.OperatorCall(type=oids.BOOL, operator=expr.operator, args=[expr.left, element])
        for element in elements
    ]
    kind = "all" if expr.all else "any"
    return Claim(kind=kind, parts=tuple(claim(one, named) for one in comparisons))


_RULES: dict[type[nodes.Expr], Callable[[Any, Named, bool], Claim | None]] = {
    nodes.BoolExpr: _bool,
    nodes.NullTest: _null_test,
    nodes.BooleanTest: _boolean_test,
    nodes.OperatorCall: _operator,
    nodes.ArrayComparison: _array,
}


def _present(expr: nodes.Expr, named: Named) -> Iterator[Key]:
    """The expressions that are not NULL where this one isn't (clause_is_strict_for)."""
    yield named(expr)
    for arg in _strict_arguments(expr):
        yield from _present(arg, named)


def _strict_arguments(expr: nodes.Expr) -> list[nodes.Expr]:
    match expr:
        case nodes.OperatorCall() if expr.operator.strict:
            return expr.args
        case nodes.Call() if expr.function.strict and not expr.function.returns_set:
            return expr.args
        case nodes.Coerce() if expr.method != "function":
            return [expr.arg]
        case nodes.Coerce() if expr.function is not None and expr.function.strict:
            return [expr.arg]
        case nodes.RowComparison(op="=") if all(one.strict for one in expr.operators):
            return [*expr.left, *expr.right]
        case nodes.ArrayComparison(all=False) if expr.operator.strict:
            return [expr.left, expr.array]
        case nodes.SubLink(kind="any", op="=") if all(one.strict for one in expr.operators):
            return expr.left
        case _:
            return []
