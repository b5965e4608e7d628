"""Why a value may be NULL, or may not: the engine's own facts, told step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from codegen.analysis import nodes
from codegen.analysis.keys import key_of
from codegen.analysis.nullability.environment import Env, Rows
from codegen.analysis.nullability.narrowing import where_true
from codegen.analysis.nullability.queries import QueryRows, SetRows
from codegen.analysis.tree import all_queries, conjuncts, joins_of
from codegen.postgres.catalog import Catalog, Column, Relation
from codegen.records import dataclass, replace
from codegen.source import Span

#: Deeper than this nobody reads.
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Step:
    """A sentence on a part of a query, ``depth`` levels inside what is explained.

    ``place`` is in the query (offsets) or in the schema (a Span). ``excluded`` is set where a
    condition keeps something from being NULL: the expression, and the environment that it is in.
    """

    depth: int
    text: str
    place: nodes.Offsets | Span = None
    excluded: tuple[nodes.Expr, Env] | None = None


def reasons(rows: Rows, index: int, catalog: Catalog, depth: int = 0) -> Iterator[Step]:
    """Why a column of some rows may be NULL, or may not."""
    if isinstance(rows, QueryRows):
        for env, exprs in rows.branches:
            yield from explained(exprs[index], env, depth)
    elif isinstance(rows, SetRows):
        verdict = _verdict(rows.fact(index, frozenset()).nullable)
        yield Step(depth, f"a column of {rows.op.upper()}, which {verdict}")
        for side in (rows.left, rows.right):
            yield from reasons(side, index, catalog, depth + 1)


def explained(expr: nodes.Expr, env: Env, depth: int = 0) -> Iterator[Step]:
    """The steps that lead to the fact of an expression, the outermost first."""
    if depth > _DEEPEST:
        return
    nullable = env.fact_of(expr, env).nullable
    if not isinstance(expr, nodes.Var) and not nullable and key_of(expr) in env.known:
        yield _excluded(expr, env, depth)
        return
    rule = _RULES.get(type(expr))
    if rule is not None:
        yield from rule(expr, env, nullable, depth)
        return
    yield Step(depth, f"{_kind(expr)} {_verdict(nullable)}", expr.span)


def _excluded(expr: nodes.Expr, env: Env, depth: int) -> Step:
    return Step(depth, "a condition of the query excludes NULL", expr.span, (expr, env))


def excluding(query: nodes.Query, step: Step) -> nodes.Expr | None:
    """The condition, of WHERE, HAVING or a join, that can't be true where this is NULL."""
    if step.excluded is None:
        return None
    expr, env = step.excluded
    bare = replace(env, known=frozenset())
    for condition in _conditions(query):
        known = where_true(condition, bare)
        if known is not None and key_of(expr) in known:
            return condition
    return None


def _conditions(query: nodes.Query) -> Iterator[nodes.Expr]:
    for inner in all_queries(query):
        for whole in (inner.where, inner.having, *(join.on for join in joins_of(inner.from_))):
            yield from conjuncts(whole)


def _verdict(nullable: bool) -> str:
    return "may be NULL" if nullable else "is never NULL"


def _kind(expr: nodes.Expr) -> str:
    return _KINDS.get(type(expr), f"this {type(expr).__name__}")


_KINDS: dict[type[nodes.Expr], str] = {
    nodes.NullTest: "a test for NULL",
    nodes.BooleanTest: "a test by IS",
    nodes.DistinctFrom: "IS DISTINCT FROM",
    nodes.Row: "a row",
    nodes.WholeRow: "the whole row",
    nodes.ArrayExpr: "an array",
    nodes.Grouping: "GROUPING",
    nodes.JsonExpr: "this SQL/JSON or XML construct",
    nodes.SqlValue: "this value",
    nodes.CaseTest: "the operand of CASE",
}


# Columns -----------------------------------------------------------------------------------------


def _var(expr: nodes.Var, env: Env, nullable: bool, depth: int) -> Iterator[Step]:
    entry = expr.entry
    rows = env.rows.get((id(entry), expr.version))
    relation = entry.relation
    column = relation.column(_own_name(expr)) if relation is not None else None
    if column is not None and relation is not None and relation.query is None:
        yield _declared(relation, column, env.catalog, depth)
    else:
        yield Step(depth, f"{expr.name} is a column of {entry.name}", expr.span)
    if env.extended(entry, expr.version):
        words = f"{entry.name} may have no row here, as the optional side of an outer join"
        if expr.version:
            words = f"there may be no {expr.version} row"
        yield Step(depth, f"{words}, so it may be NULL", entry.span)
        return
    if rows is None:
        return
    inside = expr.index >= 0 and rows.fact(expr.index, frozenset()).nullable
    if inside and not nullable:
        yield _excluded(expr, env, depth)
    elif column is None or (relation is not None and relation.query is not None):
        yield from reasons(rows, expr.index, env.catalog, depth + 1)
        yield Step(depth, f"so it {_verdict(nullable)}")
    elif nullable:
        yield Step(depth, "so it may be NULL")


def _own_name(expr: nodes.Var) -> str:
    relation = expr.entry.relation
    if relation is not None and 0 <= expr.index < len(relation.columns):
        return relation.columns[expr.index].name
    return expr.name


def _declared(relation: Relation, column: Column, catalog: Catalog, depth: int) -> Step:
    null = " NOT NULL" if column.not_null else ""
    primary = any(key.primary and column.name in key.columns for key in relation.keys)
    what = f"{catalog.format_type(column.type)}{' PRIMARY KEY' if primary else null}"
    return Step(depth, f"{relation.name}.{column.name} is declared {what}", column.span)


# Leaves ------------------------------------------------------------------------------------------


def _const(expr: nodes.Const, env: Env, nullable: bool, depth: int) -> Iterator[Step]:
    yield Step(depth, "the literal NULL" if nullable else "a literal is never NULL", expr.span)


def _param(expr: nodes.Param, env: Env, nullable: bool, depth: int) -> Iterator[Step]:
    yield Step(depth, f"parameter ${expr.number} {_verdict(nullable)}", expr.span)


# What is made of other values --------------------------------------------------------------------


def _strict(expr: nodes.Expr, env: Env, nullable: bool, depth: int) -> Iterator[Step]:
    assert isinstance(expr, nodes.Call | nodes.OperatorCall)
    name = expr.function.name if isinstance(expr, nodes.Call) else expr.operator.name
    yield from _of_parts(name, expr.args, expr, env, nullable, depth)


def _of_parts(
    name: str,
    parts: Sequence[nodes.Expr],
    expr: nodes.Expr,
    env: Env,
    nullable: bool,
    depth: int,
) -> Iterator[Step]:
    guilty = [part for part in parts if env.fact_of(part, env).nullable]
    if not nullable:
        because = "whatever it is given" if guilty else "of arguments that are none"
        yield Step(depth, f"{name} never yields NULL {because}", expr.span)
    elif guilty:
        yield Step(depth, f"{name} may be NULL where an argument is", expr.span)
        for part in guilty:
            yield from explained(part, env, depth + 1)
    else:
        yield Step(depth, f"{name} may yield NULL whatever it is given", expr.span)


def _coerce(expr: nodes.Coerce, env: Env, nullable: bool, depth: int) -> Iterator[Step]:
    if nullable and not env.fact_of(expr.arg, env).nullable:
        yield Step(depth, "this conversion may yield NULL", expr.span)
    yield from explained(expr.arg, env, depth)


def _coalesce(expr: nodes.Expr, env: Env, nullable: bool, depth: int) -> Iterator[Step]:
    assert isinstance(expr, nodes.Coalesce | nodes.MinMax)
    name = "COALESCE" if isinstance(expr, nodes.Coalesce) else expr.op.upper()
    sure = [part for part in expr.args if not env.fact_of(part, env).nullable]
    if nullable:
        yield Step(depth, f"{name} is NULL where all of its arguments are", expr.span)
        yield from explained(expr.args[-1], env, depth + 1)
    elif sure:
        yield Step(depth, f"{name} has an argument that is never NULL", expr.span)
        yield from explained(sure[0], env, depth + 1)
    else:
        yield Step(depth, f"the arguments of {name} are never all NULL", expr.span)


def _case(expr: nodes.Case, env: Env, nullable: bool, depth: int) -> Iterator[Step]:
    if not nullable:
        yield Step(depth, "every result of this CASE is never NULL", expr.span)
    elif expr.default is None:
        yield Step(depth, "CASE without ELSE is NULL where no condition is true", expr.span)
    else:
        yield Step(depth, "a result of this CASE may be NULL", expr.span)


def _null_if(expr: nodes.NullIf, env: Env, nullable: bool, depth: int) -> Iterator[Step]:
    yield Step(depth, "NULLIF is NULL where its arguments are equal", expr.span)


def _group(expr: nodes.Expr, env: Env, nullable: bool, depth: int) -> Iterator[Step]:
    assert isinstance(expr, nodes.Aggregate | nodes.WindowCall)
    name = expr.function.name
    if not nullable:
        yield Step(depth, f"{name} is never NULL here", expr.span)
    elif isinstance(expr, nodes.WindowCall):
        yield Step(depth, f"{name} may be NULL over rows that are missing, or NULL", expr.span)
    else:
        filtered = ", and FILTER may leave none" if expr.filter is not None else ""
        yield Step(depth, f"{name} is NULL over no rows, or over NULLs alone{filtered}", expr.span)


def _sublink(expr: nodes.SubLink, env: Env, nullable: bool, depth: int) -> Iterator[Step]:
    if expr.kind == "scalar" and nullable:
        yield Step(depth, "a subquery is NULL where it finds no row, or NULL", expr.span)
    else:
        kind = "EXISTS" if expr.kind == "exists" else f"a subquery ({expr.kind})"
        yield Step(depth, f"{kind} {_verdict(nullable)}", expr.span)


def _comparison(expr: nodes.Expr, env: Env, nullable: bool, depth: int) -> Iterator[Step]:
    if isinstance(expr, nodes.ArrayComparison):
        parts = [expr.left, expr.array]
    elif isinstance(expr, nodes.RowComparison):
        parts = [*expr.left, *expr.right]
    else:
        assert isinstance(expr, nodes.BoolExpr)
        parts = list(expr.args)
    name = expr.op.upper() if isinstance(expr, nodes.BoolExpr) else "this comparison"
    yield from _of_parts(name, parts, expr, env, nullable, depth)


def _part(expr: nodes.Expr, env: Env, nullable: bool, depth: int) -> Iterator[Step]:
    what = "an element or a field that isn't there is NULL" if nullable else "this part is there"
    yield Step(depth, what, expr.span)


_Rule = Callable[..., Iterator[Step]]
_RULES: dict[type[nodes.Expr], _Rule] = {
    nodes.Var: _var,
    nodes.Const: _const,
    nodes.Param: _param,
    nodes.Call: _strict,
    nodes.OperatorCall: _strict,
    nodes.Coerce: _coerce,
    nodes.Coalesce: _coalesce,
    nodes.MinMax: _coalesce,
    nodes.Case: _case,
    nodes.NullIf: _null_if,
    nodes.Aggregate: _group,
    nodes.WindowCall: _group,
    nodes.SubLink: _sublink,
    nodes.ArrayComparison: _comparison,
    nodes.RowComparison: _comparison,
    nodes.BoolExpr: _comparison,
    nodes.Subscript: _part,
    nodes.FieldSelect: _part,
}
