"""Labels that show where the things of a message got their type: in the schema, or in the query."""

from __future__ import annotations

from collections.abc import Iterable

from codegen.analysis import nodes
from codegen.analysis.scope import NamespaceItem, State
from codegen.diagnostics import Label
from codegen.postgres.catalog import Relation
from codegen.source import Span


def typed_here(state: State, exprs: Iterable[nodes.Expr | None]) -> tuple[Label, ...]:
    """Where the columns among some operands are defined, and where the parameters among them got
    their type, if that was at another place."""
    found = [_label(state, expr) for expr in exprs if expr is not None]
    return tuple(dict.fromkeys(label for label in found if label is not None))


def _label(state: State, expr: nodes.Expr) -> Label | None:
    while isinstance(expr, nodes.Coerce) and not expr.explicit:
        expr = expr.arg
    if isinstance(expr, nodes.Param):
        return settled_here(state, expr)
    if not isinstance(expr, nodes.Var) or expr.index < 0 or expr.entry.relation is None:
        return None
    relation = expr.entry.relation
    column = relation.columns[expr.index]
    name = f"{relation.name}.{column.name}"
    return _at(column.span, f"{name} is {state.type_name(column.type)}")


def settled_here(state: State, param: nodes.Param) -> Label | None:
    """Where another use gave a parameter its type."""
    place = state.settled.get(param.number)
    if place is None or place == param.span:
        return None
    span = Span(state.source, *place)
    return Label(span, f"{span.text} is {state.type_name(state.parameters[param.number])} here")


def defined_here(relation: Relation | None, column: str | None = None) -> tuple[Label, ...]:
    """Where the schema defines a relation, or a column of it."""
    if relation is None:
        return ()
    known = relation.column(column) if column else None
    name = f"{relation.name}.{known.name}" if known else relation.name
    label = _at(known.span if known else relation.span, f"{name} is defined here")
    return (label,) if label else ()


def item_defined_here(item: NamespaceItem, column: str | None = None) -> tuple[Label, ...]:
    """Where the schema defines what an item of FROM is, or a column of it."""
    return defined_here(item.entry.relation if item.entry else None, column)


def first_here(state: State, place: nodes.Offsets) -> tuple[Label, ...]:
    """Where the first of two things stands."""
    span = state.span(place)
    return (Label(span, "the first one is here"),) if span else ()


def _at(span: object, text: str) -> Label | None:
    return Label(span, text) if isinstance(span, Span) else None
