"""Whether the value of an expression may be NULL: one rule per kind of expression."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from codegen.analysis import nodes
from codegen.analysis.at_least_one import constant, yields_a_row
from codegen.analysis.keys import (
    NONE,
    could_be_in,
    is_builtin,
    is_remembered,
    key_of,
    known_columns,
)
from codegen.analysis.nullability import functions, groups
from codegen.analysis.nullability.algebra import (
    NOT_NULL,
    NULLABLE,
    Elements,
    Fact,
    either,
    elements_of,
)
from codegen.analysis.nullability.environment import Env
from codegen.analysis.nullability.narrowing import branches, outcomes, where_true
from codegen.postgres import aggregates as table


def fact_of(expr: nodes.Expr, env: Env) -> Fact:
    """Whether the expression may be NULL, and what is known of its elements."""
    rule = RULES.get(type(expr))
    fact = rule(expr, env) if rule else NULLABLE
    if env.hidden and env.may_hide(expr):
        return Fact(True, fact.elements)
    if isinstance(expr, nodes.Var) and not env.nulled:
        return fact
    known = could_be_in(expr, env.known) and is_remembered(expr)
    if not (known or could_be_in(expr, env.nulled)):
        return fact
    key = key_of(expr)
    if key in env.known:
        return Fact(False, fact.elements)
    if key in env.nulled:
        return Fact(True, fact.elements)
    return fact


def facts_of(exprs: Sequence[nodes.Expr], env: Env) -> list[Fact]:
    """The facts of several expressions."""
    return [fact_of(expr, env) for expr in exprs]


def any_nullable(exprs: Sequence[nodes.Expr], env: Env) -> bool:
    """Whether one of several expressions may be NULL."""
    return any(fact_of(expr, env).nullable for expr in exprs)


# Leaves ------------------------------------------------------------------------------------------


def _const(expr: nodes.Const, env: Env) -> Fact:
    if expr.value is None:
        return Fact(True, Elements.FULL)
    return Fact(False, Elements.UNKNOWN if "null" in expr.value.lower() else Elements.FULL)


def _param(expr: nodes.Param, env: Env) -> Fact:
    return Fact(env.parameters.get(expr.number, False), Elements.FULL)


def _var(expr: nodes.Var, env: Env) -> Fact:
    place = (id(expr.entry), expr.version)
    rows = env.rows.get(place)
    if rows is None:
        return NULLABLE
    missing = env.extended(expr.entry, expr.version)
    if expr.index < 0:
        return Fact(missing)
    assumed = known_columns(env.known).get(place, NONE)
    fact = rows.fact(expr.index, assumed)
    nullable = expr.index not in assumed and (fact.nullable or missing)
    return fact if nullable == fact.nullable else Fact(nullable, fact.elements)


def _whole_row(expr: nodes.WholeRow, env: Env) -> Fact:
    return Fact(env.extended(expr.entry, expr.version))


def _sql_value(expr: nodes.SqlValue, env: Env) -> Fact:
    # There is no current schema where none of the search path exists.
    return Fact(expr.name.lower() == "current_schema")


# Calls -------------------------------------------------------------------------------------------


def _call(expr: nodes.Call, env: Env) -> Fact:
    if expr.function.returns_set:
        return set_returning(expr, env)[0] if not env.padded else NULLABLE
    args = facts_of(expr.args, env)
    nullable = functions.call_is_nullable(env.catalog, expr, args)
    if not is_builtin(expr.function):
        return Fact(nullable)
    return Fact(nullable, functions.array_elements(expr.function.name, expr.args, args))


def set_returning(expr: nodes.Call, env: Env) -> tuple[Fact, ...]:
    """The facts of the columns of a set-returning function; of the last one for any beyond."""
    function = expr.function
    if not is_builtin(function):
        return (NULLABLE,)
    args = facts_of(expr.args, env)
    if function.name in table.ELEMENTS and args:
        return (Fact(args[0].elements is not Elements.FULL),)
    columns = table.SET_RETURNING.get(function.name)
    if columns is None or len(args) >= table.NULLING_ARGUMENT.get(function.name, 100):
        return (NULLABLE,)
    elements = functions.array_elements(function.name, expr.args, args)
    return tuple(Fact(not never, elements) for never in columns)


def _operator(expr: nodes.OperatorCall, env: Env) -> Fact:
    args = facts_of(expr.args, env)
    nullable = functions.operator_is_nullable(env.catalog, expr.operator, args)
    if not is_builtin(expr.operator):
        return Fact(nullable)
    name = expr.operator.function_name
    return Fact(nullable, functions.array_elements(name, expr.args, args))


def _array_comparison(expr: nodes.ArrayComparison, env: Env) -> Fact:
    left, array = fact_of(expr.left, env), fact_of(expr.array, env)
    pair = [left, Fact(array.elements is not Elements.FULL)]
    unsure = functions.operator_is_nullable(env.catalog, expr.operator, pair)
    return Fact(array.nullable or unsure)


def _coerce(expr: nodes.Coerce, env: Env) -> Fact:
    arg = fact_of(expr.arg, env)
    if expr.method == "domain" and _domain_not_null(expr.type, env):
        return Fact(False, arg.elements)
    if expr.method == "function" and expr.function is not None:
        nullable = functions.coercion_is_nullable(env.catalog, expr.function, arg)
        return Fact(nullable, arg.elements if is_builtin(expr.function) else Elements.UNKNOWN)
    return Fact(arg.nullable, Elements.UNKNOWN if expr.method == "io" else arg.elements)


def _domain_not_null(oid: int, env: Env) -> bool:
    while (found := env.catalog.type(oid)).kind == "d":
        if found.not_null:
            return True
        oid = found.base
    return False


# Conditions --------------------------------------------------------------------------------------


def _never(expr: nodes.Expr, env: Env) -> Fact:
    return NOT_NULL


def _condition(expr: nodes.BoolExpr, env: Env) -> Fact:
    return Fact(outcomes(expr, env).null is not None)


def _row_comparison(expr: nodes.RowComparison, env: Env) -> Fact:
    pairs = zip(expr.operators, expr.left, expr.right, strict=True)
    return Fact(
        any(
            functions.operator_is_nullable(env.catalog, operator, facts_of([left, right], env))
            for operator, left, right in pairs
        )
    )


# Conditional values ------------------------------------------------------------------------------


def _case(expr: nodes.Case, env: Env) -> Fact:
    facts = [fact_of(result, inside) for result, inside in branches(expr, env)]
    return either(*facts)


def _coalesce(expr: nodes.Coalesce, env: Env) -> Fact:
    facts = facts_of(expr.args, env)
    elements = max(fact.elements for fact in facts)
    if any(not fact.nullable for fact in facts):
        return Fact(False, elements)
    return Fact(not _in_every_case(expr.args, env), elements)


def _in_every_case(args: Sequence[nodes.Expr], env: Env) -> bool:
    """Whether one of the arguments is non-null in each case of some alternative."""
    return any(
        all(any(not fact_of(arg, env.assume(case)).nullable for arg in args) for case in cases)
        for cases in env.alternatives
    )


def _null_if(expr: nodes.NullIf, env: Env) -> Fact:
    return Fact(True, fact_of(expr.args[0], env).elements)


# Rows, arrays and subqueries ---------------------------------------------------------------------


def _array(expr: nodes.ArrayExpr, env: Env) -> Fact:
    facts = facts_of(expr.elements, env)
    if expr.multidimensional:
        return Fact(False, max((fact.elements for fact in facts), default=Elements.FULL))
    return Fact(False, max(map(elements_of, facts), default=Elements.FULL))


def _subscript(expr: nodes.Subscript, env: Env) -> Fact:
    arg = fact_of(expr.arg, env)
    if not expr.slice:
        return Fact(not _is_first_collected(expr, arg, env))
    return Fact(arg.nullable or any_nullable(expr.indexes, env), arg.elements)


def _is_first_collected(expr: nodes.Subscript, array: Fact, env: Env) -> bool:
    """``(array_agg(x))[1]``: an array of collected values has at least one."""
    match expr.arg, expr.indexes:
        case nodes.Aggregate(function=function, args=args), [index]:
            collects = is_builtin(function) and function.name == "array_agg"
            full = not array.nullable and array.elements is Elements.FULL
            return collects and full and constant(index) == 1 and not _takes_arrays(args, env)
        case _:
            return False


def _field(expr: nodes.FieldSelect, env: Env) -> Fact:
    match expr.arg:
        case nodes.Row(args=args) if expr.index < len(args):
            return fact_of(args[expr.index], env)
        case nodes.WholeRow(entry=entry, version=version):
            name = expr.name
            var = nodes.Var(
                type=expr.type, entry=entry, index=expr.index, name=name, version=version
            )
            return fact_of(var, env)
        case _:
            return NULLABLE


def _sublink(expr: nodes.SubLink, env: Env) -> Fact:
    if expr.kind == "exists":
        return NOT_NULL
    rows = env.query_rows(expr.query, env)
    column = rows.fact(0, frozenset())
    if expr.kind == "array":
        is_array = bool(env.catalog.element_of(expr.query.targets[0].expr.type))
        return Fact(False, column.elements if is_array else elements_of(column))
    if expr.kind == "scalar":
        return Fact(column.nullable or not yields_a_row(expr.query), column.elements)
    columns = [rows.fact(index, frozenset()) for index in range(len(expr.operators))]
    compared = zip(expr.operators, facts_of(expr.left, env), columns, strict=False)
    return Fact(
        (expr.kind == "row" and not yields_a_row(expr.query))
        or any(functions.operator_is_nullable(env.catalog, op, [a, b]) for op, a, b in compared)
        or len(expr.operators) != len(expr.left)
    )


_JSON_NEVER = frozenset({"json_object", "xmlelement", "merge_action"})
_JSON_STRICT = frozenset(
    {"json", "json_scalar", "json_serialize", "is_json", "xmlparse", "xmlserialize", "is_document"}
)


def _json(expr: nodes.JsonExpr, env: Env) -> Fact:
    if expr.kind == "json_array":
        # JSON_ARRAY(SELECT …) is an aggregate over the rows: NULL where there are none.
        queries = (arg.query for arg in expr.args if isinstance(arg, nodes.SubLink))
        return Fact(not all(yields_a_row(query) for query in queries))
    if expr.kind in _JSON_NEVER:
        return NOT_NULL
    if expr.kind in _JSON_STRICT:
        return Fact(any_nullable(expr.args, env))
    if expr.kind == "json_exists":
        return Fact(expr.on_error == "unknown" or any_nullable(expr.args, env))
    return Fact(not (expr.kind in ("json_arrayagg", "json_objectagg") and groups.has_rows(env)))


def _aggregate(expr: nodes.Aggregate, env: Env) -> Fact:
    if expr.levels_up:
        # Over the rows of a query further out, of which nothing is known here.
        return groups.aggregate(expr.function, [NULLABLE for _ in expr.args], False, False)
    inside = groups.inside(expr.filter, env)
    args = facts_of([*expr.args, *expr.direct], inside)
    always = expr.filter is None or groups.always_true(expr.filter, env)
    rows = always and groups.has_rows(env)
    if always and expr.args and groups.has_values(expr.args[0], env):
        rows = True
        if expr.function.name in table.FOLDING:
            args = [Fact(False, args[0].elements), *args[1:]]
    return groups.aggregate(expr.function, args, rows, _takes_arrays(expr.args, env))


def _window(expr: nodes.WindowCall, env: Env) -> Fact:
    inside = env if expr.filter is None else env.assume(where_true(expr.filter, env))
    args = facts_of(expr.args, inside)
    rows = expr.filter is None and groups.frame_has_rows(expr.window.frame)
    return groups.window(expr.function, args, rows, _takes_arrays(expr.args, env))


def _takes_arrays(args: Sequence[nodes.Expr], env: Env) -> bool:
    return bool(args) and bool(env.catalog.element_of(args[0].type))


RULES: dict[type[nodes.Expr], Callable[[Any, Env], Fact]] = {
    nodes.Const: _const,
    nodes.Param: _param,
    nodes.Var: _var,
    nodes.WholeRow: _whole_row,
    nodes.SqlValue: _sql_value,
    nodes.Call: _call,
    nodes.OperatorCall: _operator,
    nodes.ArrayComparison: _array_comparison,
    nodes.Coerce: _coerce,
    nodes.BoolExpr: _condition,
    nodes.NullTest: _never,
    nodes.BooleanTest: _never,
    nodes.DistinctFrom: _never,
    nodes.RowComparison: _row_comparison,
    nodes.Case: _case,
    nodes.CaseTest: lambda expr, env: fact_of(expr.operand, env),
    nodes.Coalesce: _coalesce,
    nodes.MinMax: _coalesce,
    nodes.NullIf: _null_if,
    nodes.Row: _never,
    nodes.ArrayExpr: _array,
    nodes.Subscript: _subscript,
    nodes.FieldSelect: _field,
    nodes.SubLink: _sublink,
    nodes.Aggregate: _aggregate,
    nodes.WindowCall: _window,
    nodes.Grouping: _never,
    nodes.JsonExpr: _json,
}
