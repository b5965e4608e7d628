"""What queries and CHECKs compare columns with: values worth storing, and worth asking for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from codegen.analysis import nodes
from codegen.analysis.tree import all_expressions, all_queries, assignments_of, unconverted, walk
from codegen.postgres.catalog import Relation
from codegen.records import dataclass, field

if TYPE_CHECKING:
    from codegen.analysis.nodes import AnalysedQuery

#: A column: schema, table and name.
Place = tuple[str, str, str]


@dataclass(slots=True)
class Hints:
    """``constants`` that a column is compared with. ``columns`` that a query's parameters are
    compared with or stored in, and ``types`` that they are cast to (the elements', where they are
    unnested before), by the query's name and the parameter's number."""

    constants: dict[Place, list[str]] = field(default_factory=dict[Place, list[str]])
    columns: dict[tuple[str, int], Place] = field(default_factory=dict[tuple[str, int], Place])
    types: dict[tuple[str, int], int] = field(default_factory=dict[tuple[str, int], int])


def hints(queries: Iterable[AnalysedQuery], relations: Iterable[Relation]) -> Hints:
    """What the conditions of some queries and of some tables' CHECKs say."""
    found = Hints()
    for query in queries:
        if isinstance(query.tree, nodes.Query):
            for place, value in _pairs_of_query(query.tree):
                _add(found, query.name, place, value)
            for expr in all_expressions(query.tree):
                _note_cast(found, query.name, expr)
    for relation in relations:
        for check in relation.checks:
            if isinstance(check, nodes.Expr):
                for expr in walk(check):
                    for place, value in _pairs(expr, relation):
                        _add(found, "", place, value)
    return found


def _add(found: Hints, query: str, place: Place, value: nodes.Expr) -> None:
    if isinstance(value, nodes.Const) and value.value is not None:
        values = found.constants.setdefault(place, [])
        values += [text for text in _around(value.value) if text not in values]
    elif isinstance(value, nodes.Param):
        found.columns.setdefault((query, value.number), place)


def _note_cast(found: Hints, query: str, expr: nodes.Expr) -> None:
    """Text that is cast to a number or an enum has to look like one."""
    if not isinstance(expr, nodes.Coerce) or expr.method not in ("io", "array"):
        return
    value = unconverted(expr)
    if isinstance(value, nodes.Call) and value.function.name == "unnest" and value.args:
        value = unconverted(value.args[0])
    if isinstance(value, nodes.Param):
        found.types.setdefault((query, value.number), expr.type)


def _around(text: str) -> list[str]:
    """A value and, for a number, its neighbours."""
    if text.isdigit() and len(text) < 9:
        return [text, str(int(text) + 1), str(max(0, int(text) - 1))]
    return [text]


def _pairs_of_query(query: nodes.Query) -> Iterator[tuple[Place, nodes.Expr]]:
    for expr in all_expressions(query):
        yield from _pairs(expr, None)
    for inner in all_queries(query):
        target = inner.target.relation if inner.target else None
        if target is not None:
            for assignment in assignments_of(inner):
                place = (target.schema, target.name, assignment.column.name)
                yield place, unconverted(assignment.value)


def _pairs(expr: nodes.Expr, relation: Relation | None) -> Iterator[tuple[Place, nodes.Expr]]:
    for left, right in _compared(expr):
        for one, other in ((left, right), (right, left)):
            place = _place(one, relation)
            if place is not None:
                yield place, unconverted(other)


def _compared(expr: nodes.Expr) -> Iterator[tuple[nodes.Expr, nodes.Expr]]:
    match expr:
        case nodes.OperatorCall(args=[left, right]) | nodes.DistinctFrom(args=[left, right]):
            yield left, right
        case nodes.ArrayComparison(left=left, array=nodes.ArrayExpr(elements=elements)):
            yield from ((left, element) for element in elements)
        case nodes.ArrayComparison(left=left, array=array):
            yield left, array
        case nodes.RowComparison():
            yield from zip(expr.left, expr.right, strict=True)
        case _:
            return


def _place(expr: nodes.Expr, relation: Relation | None) -> Place | None:
    expr = unconverted(expr)
    if not isinstance(expr, nodes.Var) or expr.index < 0:
        return None
    table = expr.entry.relation or relation
    if table is None or expr.index >= len(table.columns):
        return None
    return table.schema, table.name, table.columns[expr.index].name
