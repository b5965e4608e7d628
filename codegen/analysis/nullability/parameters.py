"""Which parameters take NULL."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import IntEnum
from typing import TYPE_CHECKING

from codegen.analysis import nodes
from codegen.analysis.nullability.environment import Env
from codegen.analysis.nullability.queries import query_rows
from codegen.analysis.nullability.relations import stored_facts
from codegen.analysis.nullability.values import fact_of
from codegen.analysis.tree import Walked, assignments_of
from codegen.postgres.catalog import Relation

if TYPE_CHECKING:
    from codegen.postgres.catalog import Catalog


class Use(IntEnum):
    """How a parameter is used, so far as that says whether it may be NULL; the greater decides."""

    COMPARED = 0
    FILLS_NULLABLE = 1  # bare, assigned to a column that takes NULL
    FILLS_NOT_NULL = 2  # assigned to a column that doesn't, or cast where it is assigned
    TESTED = 3  # compared by IS NULL or IS DISTINCT FROM, which is of use for NULL only
    DECLARED = 4  # sqlc.narg


def parameter_nullability(
    inside: Walked, catalog: Catalog, declared: Mapping[int, str]
) -> dict[int, bool]:
    """Whether each parameter takes NULL. ``declared`` maps numbers to the macro they came from."""
    uses = dict.fromkeys(declared, Use.COMPARED)
    for number, use in _uses(inside, catalog):
        uses[number] = max(uses.get(number, Use.COMPARED), use)
    for number, macro in declared.items():
        if macro == "narg":
            uses[number] = Use.DECLARED
    takes = (Use.FILLS_NULLABLE, Use.TESTED, Use.DECLARED)
    return {number: use in takes for number, use in uses.items()}


def _uses(inside: Walked, catalog: Catalog) -> Iterator[tuple[int, Use]]:
    for query, parts in inside:
        for part in parts:
            yield from _tested(part)
        yield from _stored(query, catalog)


def _stored(query: nodes.Query, catalog: Catalog) -> Iterator[tuple[int, Use]]:
    relation = query.target.relation if query.target else None
    if relation is None:
        return
    takes_null = _nullable_columns(relation, catalog)
    for assignment in assignments_of(query):
        for value in _values(assignment.value, query):
            yield from _assigned(value, assignment.column.name in takes_null)


def _nullable_columns(relation: Relation, catalog: Catalog) -> set[str]:
    env = Env(catalog=catalog, query_rows=query_rows, fact_of=fact_of)
    facts = zip(relation.columns, stored_facts(relation, env), strict=False)
    return {column.name for column, fact in facts if fact.nullable}


def _tested(expr: nodes.Expr) -> Iterator[tuple[int, Use]]:
    if isinstance(expr, nodes.Param):
        yield expr.number, Use.COMPARED
    tested: list[nodes.Expr] = []
    if isinstance(expr, nodes.NullTest):
        tested = [expr.arg]
    elif isinstance(expr, nodes.DistinctFrom):
        tested = expr.args
    for arg in tested:
        while isinstance(arg, nodes.Coerce):
            arg = arg.arg
        if isinstance(arg, nodes.Param):
            yield arg.number, Use.TESTED


def _assigned(value: nodes.Expr, takes_null: bool) -> Iterator[tuple[int, Use]]:
    cast = False
    while isinstance(value, nodes.Coerce):
        cast |= value.explicit
        value = value.arg
    if isinstance(value, nodes.Param):
        bare = takes_null and not cast and not value.cast
        yield value.number, Use.FILLS_NULLABLE if bare else Use.FILLS_NOT_NULL


def _values(value: nodes.Expr, query: nodes.Query) -> Iterator[nodes.Expr]:
    """The expressions that an assignment may store: those of the source query, for INSERT."""
    if isinstance(value, nodes.Coerce) and not isinstance(value.arg, nodes.Param):
        yield from _values(value.arg, query)
    elif isinstance(value, nodes.Var) and value.entry is query.source_entry:
        yield from _column(query.source, value.index)
    else:
        yield value


def _column(query: nodes.Query | None, index: int) -> Iterator[nodes.Expr]:
    if query is None:
        return
    if query.command == "values":
        yield from (row[index] for row in query.rows)
    elif query.command == "set":
        yield from _column(query.left, index)
        yield from _column(query.right, index)
    elif index < len(query.targets):
        yield query.targets[index].expr
