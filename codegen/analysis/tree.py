"""Walks over the resolved tree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from codegen.analysis import nodes

_NAMES: dict[type[nodes.Expr], tuple[str, ...]] = {}
#: Of each class, the fields that may hold expressions.
_HOLDERS: dict[type[nodes.Expr], tuple[str, ...]] = {}
#: Queries, each with its expressions and all expressions inside these; see :func:`walked`.
Walked = list[tuple[nodes.Query, list[nodes.Expr]]]
#: Types of fields that never do.
_LEAVES = re.compile(r"(int|str|bool|Function|Operator|Query|RangeEntry)( \| None)?$")


def field_names(expr: nodes.Expr) -> tuple[str, ...]:
    """The names of a node's fields but its span."""
    names = _NAMES.get(type(expr))
    if names is None:
        names = tuple(field.name for field in fields(expr) if field.name != "span")
        _NAMES[type(expr)] = names
    return names


def children(expr: nodes.Expr) -> list[nodes.Expr]:
    """The expressions directly inside one, without those of subqueries."""
    found: list[nodes.Expr] = []
    names = _HOLDERS.get(type(expr))
    if names is None:
        held = {field.name for field in fields(expr) if not _LEAVES.match(str(field.type))}
        names = tuple(name for name in field_names(expr) if name in held)
        _HOLDERS[type(expr)] = names
    for name in names:
        value = getattr(expr, name)
        if value:
            _add_expressions(value, found)
    return found


def _add_expressions(value: Any, found: list[nodes.Expr]) -> None:
    if isinstance(value, nodes.Expr):
        found.append(value)
    elif isinstance(value, (list, tuple)):
        for item in value:
            _add_expressions(item, found)
    elif isinstance(value, nodes.Window):
        _add_expressions(value.partition, found)
        _add_expressions(value.order, found)


def walk(expr: nodes.Expr) -> Iterator[nodes.Expr]:
    """An expression and all inside it, without subqueries."""
    return walk_all([expr])


def walk_all(exprs: Iterable[nodes.Expr]) -> Iterator[nodes.Expr]:
    """Several expressions and all inside them, without subqueries, each before its parts."""
    waiting = [*exprs][::-1]
    while waiting:
        expr = waiting.pop()
        yield expr
        inside = children(expr)
        if inside:
            waiting += reversed(inside)


def returns_set(exprs: Iterable[nodes.Expr]) -> bool:
    """Whether a function in the expressions returns a set (expression_returns_set)."""
    return any(
        isinstance(part, nodes.Call) and part.function.returns_set for part in walk_all(exprs)
    )


def entries_of(items: Iterable[nodes.FromItem]) -> Iterator[nodes.RangeEntry]:
    """The entries of a FROM."""
    for item in items:
        if isinstance(item, nodes.RangeEntry):
            yield item
        else:
            yield from entries_of([item.left, item.right])


def joins_of(items: Iterable[nodes.FromItem]) -> Iterator[nodes.Join]:
    """The joins of a FROM."""
    for item in items:
        if isinstance(item, nodes.Join):
            yield item
            yield from joins_of([item.left, item.right])


def referenced_entries(query: nodes.Query) -> Iterator[nodes.RangeEntry]:
    """The entries of all columns that a query and its subqueries mention."""
    for part in all_expressions(query):
        if isinstance(part, nodes.Var | nodes.WholeRow):
            yield part.entry


def expressions_of(query: nodes.Query) -> Iterator[nodes.Expr]:
    """The expressions of a query itself, those in FROM and in DML included."""
    yield from (target.expr for target in query.targets)
    for row in query.rows:
        yield from row
    yield from (*query.group_by, *query.distinct_on, *query.order_by)
    single = (query.where, query.having, query.limit, query.offset, query.merge_on)
    yield from (expr for expr in single if expr is not None)
    yield from (join.on for join in joins_of(query.from_) if join.on is not None)
    for entry in entries_of(query.from_):
        yield from (item.call for item in entry.functions)
    yield from (assignment.value for assignment in assignments_of(query))
    yield from (a.condition for a in query.merge_actions if a.condition is not None)
    if query.on_conflict is not None and query.on_conflict.where is not None:
        yield query.on_conflict.where


def assignments_of(query: nodes.Query) -> Iterator[nodes.Assignment]:
    """All assignments of a DML statement."""
    yield from query.assignments
    if query.on_conflict is not None:
        yield from query.on_conflict.assignments
    for action in query.merge_actions:
        yield from action.assignments


def inner_queries(query: nodes.Query) -> Iterator[nodes.Query]:
    """The queries directly inside one, without those in expressions."""
    yield from (cte.query for cte in query.ctes)
    yield from (side for side in (query.left, query.right, query.source) if side is not None)
    yield from (entry.query for entry in entries_of(query.from_) if entry.query is not None)


def walked(query: nodes.Query) -> Walked:
    """A query and all queries inside it, also those in expressions, but not those of views. Each
    comes before those inside it, and with all its own expressions, each before its parts."""
    found: Walked = []
    waiting = [query]
    while waiting:
        query = waiting.pop()
        parts = [*walk_all(expressions_of(query))]
        found.append((query, parts))
        subqueries = [part.query for part in parts if isinstance(part, nodes.SubLink)]
        waiting += reversed([*inner_queries(query), *subqueries])
    return found


def all_queries(query: nodes.Query) -> Iterator[nodes.Query]:
    """The queries of :func:`walked`."""
    return (inner for inner, _ in walked(query))


def all_expressions(query: nodes.Query) -> Iterator[nodes.Expr]:
    """The expressions of :func:`walked`."""
    return (part for _, parts in walked(query) for part in parts)


def conjuncts(expr: nodes.Expr | None) -> Iterator[nodes.Expr]:
    """The parts of a condition that all have to be true."""
    if isinstance(expr, nodes.BoolExpr) and expr.op == "and":
        for arg in expr.args:
            yield from conjuncts(arg)
    elif expr is not None:
        yield expr


def unconverted(expr: nodes.Expr) -> nodes.Expr:
    """An expression without the conversions around it."""
    while isinstance(expr, nodes.Coerce):
        expr = expr.arg
    return expr
