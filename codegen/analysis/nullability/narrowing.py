"""What follows from conditions: which values are non-null where one is true, false or NULL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from codegen.analysis import nodes
from codegen.analysis.keys import (
    Known,
    is_builtin,
    is_remembered,
    is_stable,
    key_of,
    nonempty_key,
    present_key,
    var_key,
)
from codegen.analysis.nullability.algebra import (
    NOTHING,
    Outcome,
    both,
    conjunction,
    negation,
    one_of,
)
from codegen.analysis.nullability.constants import holds
from codegen.analysis.nullability.counting import NEGATED, counted
from codegen.analysis.nullability.environment import Env
from codegen.postgres import aggregates as table

# Conditions --------------------------------------------------------------------------------------


def outcomes(expr: nodes.Expr, env: Env) -> Outcome:
    """What is known where the condition is true, false and NULL, beyond what is known already."""
    if _is_replaced(expr, env):
        return Outcome(NOTHING, NOTHING, NOTHING)
    rule = CONDITIONS.get(type(expr))
    if rule is not None:
        return rule(expr, env)
    known = present(expr, env)
    return Outcome(known, known, NOTHING if env.fact_of(expr, env).nullable else None)


def where_true(expr: nodes.Expr, env: Env) -> Known | None:
    """What is known where the condition is true, as :func:`outcomes` has it.

    To say when a long AND or OR is NULL takes much longer.
    """
    if not isinstance(expr, nodes.BoolExpr) or expr.op == "not" or _is_replaced(expr, env):
        return outcomes(expr, env).true
    parts = [where_true(arg, env) for arg in expr.args]
    return both(*parts) if expr.op == "and" else one_of(parts)


def _const(expr: nodes.Const, env: Env) -> Outcome:
    if expr.value is None:
        return Outcome(None, None, NOTHING)
    if expr.value.lower() in ("t", "true"):
        return Outcome(NOTHING, None, None)
    if expr.value.lower() in ("f", "false"):
        return Outcome(None, NOTHING, None)
    return Outcome(NOTHING, NOTHING, None)


def _bool(expr: nodes.BoolExpr, env: Env) -> Outcome:
    parts = [outcomes(arg, env) for arg in expr.args]
    if expr.op == "not":
        return negation(parts[0])
    if expr.op == "or":
        # By de Morgan, an OR is the negation of an AND of negations.
        parts = [negation(part) for part in parts]
    whole = conjunction(parts)
    if whole.null is not None and not _can_be_null(expr.args, parts, env):
        whole = Outcome(whole.true, whole.false, None)
    return negation(whole) if expr.op == "or" else whole


def _can_be_null(args: list[nodes.Expr], parts: list[Outcome], env: Env) -> bool:
    """Whether an AND can be NULL, whose ``parts`` are the outcomes of ``args`` or of their
    negations: whether one part can be while none of the others is false. That they aren't false may
    rule out that it is NULL, as in ``x IS NOT NULL AND x > 0``."""
    for index, arg in enumerate(args):
        if parts[index].null is None:
            continue
        others = both(*(one_of((p.true, p.null)) for i, p in enumerate(parts) if i != index))
        if others is not None and outcomes(arg, env.assume(others)).null is not None:
            return True
    return False


def _null_test(expr: nodes.NullTest, env: Env) -> Outcome:
    filled = _all_fields(expr.arg, env) if expr.row else present(expr.arg, env)
    some = _some_field(expr.arg, env) if expr.row else filled
    always = not expr.row and not env.fact_of(expr.arg, env).nullable
    if expr.negated:
        return Outcome(filled, None if always else NOTHING, None)
    return Outcome(None if always else NOTHING, some, None)


def _all_fields(expr: nodes.Expr, env: Env) -> Known:
    match expr:
        case nodes.Row(args=args):
            return both(*(present(arg, env) for arg in args)) or NOTHING
        case nodes.WholeRow(entry=entry, version=version):
            fields = (var_key(entry, index, version) for index in range(len(entry.columns)))
            return frozenset({present_key(entry, version), *fields})
        case _:
            return present(expr, env)


def _some_field(expr: nodes.Expr, env: Env) -> Known:
    if isinstance(expr, nodes.Row):
        return one_of(present(arg, env) for arg in expr.args) or NOTHING
    return present(expr, env)


def _boolean_test(expr: nodes.BooleanTest, env: Env) -> Outcome:
    arg = outcomes(expr.arg, env)
    if expr.value == "true":
        test = Outcome(arg.true, arg.not_true, None)
    elif expr.value == "false":
        test = Outcome(arg.false, one_of((arg.true, arg.null)), None)
    else:
        test = Outcome(arg.null, arg.not_null, None)
    return negation(test) if expr.negated else test


def _distinct_from(expr: nodes.DistinctFrom, env: Env) -> Outcome:
    left, right = expr.args
    same: Known = NOTHING
    differ: Known = NOTHING
    if expr.operator is not None:
        for one, other in ((left, right), (right, left)):
            if not env.fact_of(other, env).nullable:
                same |= present(one, env)
            if isinstance(other, nodes.Const) and other.value is None:
                differ |= present(one, env)
    return Outcome(same, differ, None) if expr.negated else Outcome(differ, same, None)


def _array_comparison(expr: nodes.ArrayComparison, env: Env) -> Outcome:
    array = present(expr.array, env)
    left = present(expr.left, env) if expr.operator.strict else NOTHING
    filled = _has_elements(expr.array)
    null = NOTHING if env.fact_of(expr, env).nullable else None
    compared, empty = array | left, array | (left if filled else NOTHING)
    return Outcome(empty, compared, null) if expr.all else Outcome(compared, empty, null)


def _has_elements(expr: nodes.Expr) -> bool:
    while isinstance(expr, nodes.Coerce):
        expr = expr.arg
    if isinstance(expr, nodes.Const):
        return expr.value is not None and bool(set(expr.value) - set("{}, "))
    return isinstance(expr, nodes.ArrayExpr) and bool(expr.elements)


def _row_comparison(expr: nodes.RowComparison, env: Env) -> Outcome:
    pairs = [
        present(left, env) | present(right, env) if operator.strict else NOTHING
        for operator, left, right in zip(expr.operators, expr.left, expr.right, strict=True)
    ]
    null = NOTHING if env.fact_of(expr, env).nullable else None
    true, false = _of_pairs(expr.op, pairs)
    return Outcome(true, false, null)


def _of_pairs(op: str, pairs: list[Known]) -> tuple[Known, Known]:
    """What is known where a comparison of rows is true, and where it is false. ``pairs`` has what
    is known where the comparison of each pair of fields has a result."""
    every, some = both(*pairs) or NOTHING, one_of(pairs) or NOTHING
    if op == "=":
        return every, some
    if op == "<>":
        return some, every
    # The pairs are compared from the left until two differ.
    first = pairs[0] if pairs else NOTHING
    return first, first


def _case(expr: nodes.Case, env: Env) -> Outcome:
    results = [outcomes(result, inside) for result, inside in branches(expr, env)]
    guards = [inside.known - env.known for _, inside in branches(expr, env)]
    return _joined([_guarded(result, guard) for result, guard in zip(results, guards, strict=True)])


def _guarded(outcome: Outcome, guard: Known) -> Outcome:
    return Outcome(both(outcome.true, guard), both(outcome.false, guard), both(outcome.null, guard))


def _joined(parts: list[Outcome]) -> Outcome:
    return Outcome(
        one_of(part.true for part in parts),
        one_of(part.false for part in parts),
        one_of(part.null for part in parts),
    )


def branches(expr: nodes.Case, env: Env) -> Iterator[tuple[nodes.Expr, Env]]:
    """The results that a CASE can reach, each with what is known there."""
    for condition, result in expr.whens:
        outcome = outcomes(condition, env)
        if outcome.true is not None:
            yield result, env.assume(outcome.true)
        if outcome.not_true is None:
            return
        env = env.assume(outcome.not_true)
    yield expr.default or nodes.Const(type=expr.type, value=None), env


def _coalesce(expr: nodes.Coalesce, env: Env) -> Outcome:
    skipped: Known | None = NOTHING
    parts: list[Outcome] = []
    for arg in expr.args:
        part = outcomes(arg, env)
        parts.append(Outcome(both(skipped, part.true), both(skipped, part.false), None))
        skipped = both(skipped, part.null)
    whole = _joined(parts)
    return Outcome(whole.true, whole.false, skipped)


def _sublink(expr: nodes.SubLink, env: Env) -> Outcome:
    null = NOTHING if env.fact_of(expr, env).nullable else None
    if expr.kind in ("scalar", "array"):
        known = present(expr, env)
        return Outcome(known, known, null)
    row = env.query_rows(expr.query, env).known()
    if expr.kind == "exists":
        return Outcome(row, NOTHING, None)
    lefts = [
        present(left, env) if operator.strict else NOTHING
        for left, operator in zip(expr.left, expr.operators, strict=False)
    ]
    true, false = _of_pairs(expr.op, lefts)
    if expr.kind == "any":
        return Outcome(both(row, true), NOTHING, null)
    if expr.kind == "row":
        return Outcome(both(row, true), both(row, false), null)
    return Outcome(NOTHING, both(row, false), null)


def _operator(expr: nodes.OperatorCall, env: Env) -> Outcome:
    known = present(expr, env)
    null = NOTHING if env.fact_of(expr, env).nullable else None
    if expr.operator.function_name in ("booleq", "boolne") and is_builtin(expr.operator):
        return _equals_boolean(expr, Outcome(known, known, null), env)
    true = counted(expr, expr.operator.name, env.level)
    false = counted(expr, NEGATED.get(expr.operator.name, ""), env.level)
    value, fallback = _fallback(expr, env)
    if fallback is False:
        true |= value
    elif fallback is True:
        false |= value
    return Outcome(known | true, known | false, null)


def _fallback(expr: nodes.OperatorCall, env: Env) -> tuple[Known, bool | None]:
    """What is known where COALESCE's last argument isn't taken, and what the comparison is where it
    is: ``coalesce(x, '') <> ''`` and ``coalesce(n, 0) > 0`` are false where x and n are NULL."""
    pair: list[nodes.Expr] = []
    args: list[nodes.Expr] = []
    for arg in expr.args:
        if isinstance(arg, nodes.Coalesce) and not args:
            args = arg.args[:-1]
            pair.append(arg.args[-1])
        else:
            pair.append(arg)
    if not args or len(pair) != 2 or not is_builtin(expr.operator):
        return NOTHING, None
    return _some(args, env), holds(expr.operator.function_name, *pair)


def _equals_boolean(expr: nodes.OperatorCall, plain: Outcome, env: Env) -> Outcome:
    """``condition = true`` and its like."""
    for arg, other in (expr.args, expr.args[::-1]):
        constant = outcomes(other, env) if isinstance(other, nodes.Const) else None
        if constant is None or constant.null is not None:
            continue
        condition = outcomes(arg, env)
        same = constant.false is None
        if same != (expr.operator.function_name == "booleq"):
            condition = negation(condition)
        return condition
    return plain


CONDITIONS: dict[type[nodes.Expr], Callable[[Any, Env], Outcome]] = {
    nodes.Const: _const,
    nodes.BoolExpr: _bool,
    nodes.NullTest: _null_test,
    nodes.BooleanTest: _boolean_test,
    nodes.DistinctFrom: _distinct_from,
    nodes.ArrayComparison: _array_comparison,
    nodes.RowComparison: _row_comparison,
    nodes.Case: _case,
    nodes.Coalesce: _coalesce,
    nodes.SubLink: _sublink,
    nodes.OperatorCall: _operator,
}


# Values ------------------------------------------------------------------------------------------


def present(expr: nodes.Expr, env: Env) -> Known:
    """What is known where the value of an expression is non-null."""
    if isinstance(expr, nodes.Var):
        return frozenset({key_of(expr), present_key(expr.entry, expr.version)})
    if _is_replaced(expr, env):
        return NOTHING
    rule = VALUES.get(type(expr))
    known = rule(expr, env) if rule else NOTHING
    if isinstance(expr, nodes.Const) or not (is_remembered(expr) and is_stable(expr)):
        return known
    return known | {key_of(expr)}


def _is_replaced(expr: nodes.Expr, env: Env) -> bool:
    """Whether grouping sets replace the whole expression by NULL: its value says nothing then of
    the columns in it, which are grouped by themselves, or not at all."""
    if not env.nulled or isinstance(expr, nodes.Var):
        return False
    return key_of(expr) in env.nulled or env.may_hide(expr)


def _all(exprs: list[nodes.Expr], env: Env) -> Known:
    return both(*(present(expr, env) for expr in exprs)) or NOTHING


def _some(exprs: list[nodes.Expr], env: Env) -> Known:
    possible = (None if _is_null(expr) else present(expr, env) for expr in exprs)
    return one_of(possible) or NOTHING


def _is_null(expr: nodes.Expr) -> bool:
    return isinstance(expr, nodes.Const) and expr.value is None


def _row(expr: nodes.WholeRow, env: Env) -> Known:
    return frozenset({present_key(expr.entry, expr.version)})


def _call(expr: nodes.Call, env: Env) -> Known:
    return _all(expr.args, env) if expr.function.strict else NOTHING


def _operator_value(expr: nodes.OperatorCall, env: Env) -> Known:
    return _all(expr.args, env) if expr.operator.strict else NOTHING


def _coerce(expr: nodes.Coerce, env: Env) -> Known:
    if expr.method == "function" and not (expr.function and expr.function.strict):
        return NOTHING
    return present(expr.arg, env)


def _condition(expr: nodes.Expr, env: Env) -> Known:
    return outcomes(expr, env).not_null or NOTHING


def _case_value(expr: nodes.Case, env: Env) -> Known:
    parts = [
        None if _is_null(result) else present(result, inside) | (inside.known - env.known)
        for result, inside in branches(expr, env)
    ]
    return one_of(parts) or NOTHING


def _sublink_value(expr: nodes.SubLink, env: Env) -> Known:
    if expr.kind == "scalar":
        return env.query_rows(expr.query, env).known()
    return NOTHING


def _aggregate(expr: nodes.Aggregate, env: Env) -> Known:
    name = expr.function.name
    if not is_builtin(expr.function) or name not in table.COLLECTING | table.FOLDING:
        return NOTHING
    if expr.levels_up:
        return NOTHING
    known: Known = frozenset({nonempty_key(env.level)})
    if name in table.FOLDING and expr.args and is_stable(expr.args[0]) and expr.filter is None:
        known |= {("some", key_of(expr.args[0]))}
    return known


VALUES: dict[type[nodes.Expr], Callable[[Any, Env], Known]] = {
    nodes.WholeRow: _row,
    nodes.Call: _call,
    nodes.OperatorCall: _operator_value,
    nodes.Coerce: _coerce,
    nodes.CaseTest: lambda expr, env: present(expr.operand, env),
    nodes.NullIf: lambda expr, env: present(expr.args[0], env),
    nodes.FieldSelect: lambda expr, env: present(expr.arg, env),
    nodes.Subscript: lambda expr, env: _all([expr.arg, *expr.indexes], env),
    nodes.Coalesce: lambda expr, env: _some(expr.args, env),
    nodes.MinMax: lambda expr, env: _some(expr.args, env),
    nodes.Case: _case_value,
    nodes.BoolExpr: _condition,
    nodes.ArrayComparison: _condition,
    nodes.RowComparison: _condition,
    nodes.SubLink: _sublink_value,
    nodes.Aggregate: _aggregate,
}


# Alternatives ------------------------------------------------------------------------------------


def alternatives(expr: nodes.Expr, env: Env, truth: bool = True) -> tuple[tuple[Known, ...], ...]:
    """The cases of which one holds where the condition is true, or false: those of its ORs."""
    if not isinstance(expr, nodes.BoolExpr):
        return ()
    if expr.op == "not":
        return alternatives(expr.args[0], env, not truth)
    if (expr.op == "and") == truth:
        return tuple(cases for arg in expr.args for cases in alternatives(arg, env, truth))
    parts = (where_true(arg, env) if truth else outcomes(arg, env).false for arg in expr.args)
    return (tuple(part for part in parts if part is not None),)
