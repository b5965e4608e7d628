"""CREATE INDEX: a unique one is a key; the names of all are kept."""

from __future__ import annotations

from dataclasses import dataclass, replace

from codegen.analysis.nodes import Expr
from codegen.postgres.catalog import Relation
from codegen.schema.conditions import Condition, analysed
from codegen.schema.constraints import Constraint
from codegen.schema.cursor import Cursor, Name
from codegen.schema.names import free_name, joined
from codegen.schema.state import (
    State,
    duplicate,
    find_relation,
    if_not_exists,
    is_taken,
)
from codegen.schema.table_constraints import add_constraint
from codegen.source import Span


@dataclass(frozen=True, slots=True)
class _Element:
    """A part of an index: the name that it gives to the index, whether it is a plain column, and
    otherwise where its expression is."""

    name: str
    plain: bool
    start: int = 0
    end: int = 0


def create_index(state: State, cursor: Cursor) -> None:
    """CREATE [UNIQUE] INDEX."""
    cursor.accept("concurrently")
    exists_already = if_not_exists(cursor)
    name = None if cursor.at("on") else cursor.qualified()
    cursor.expect("on")
    only = cursor.accept("only")
    table_name = cursor.qualified()
    if "unique" not in cursor.flags and _find(state, table_name) is None:
        # Tables also come from DO blocks and functions; an index over them shapes no type.
        return
    table = find_relation(state, table_name)
    if name is not None and is_taken(state, table.schema, name.name):
        if exists_already:
            return
        raise duplicate(f'relation "{name.name}"', name.span)
    first = cursor.index
    if cursor.accept("using"):
        cursor.name()
    elements = _elements(cursor)
    constraint = _rest(state, cursor, table_name, elements)
    chosen = name.name if name else _chosen(state, table.schema, table.name, elements)
    mentions = cursor.names_since(first)
    place = Span(cursor.source, cursor.tokens[first].start, cursor.token.start)
    constraint = replace(constraint, name=chosen, mentions=mentions, span=place)
    add_constraint(state, table, constraint, table_name.span, only)


def _find(state: State, name: Name) -> Relation | None:
    return state.catalog.relation(name.schema, name.name)


def _chosen(state: State, schema: str, table: str, elements: list[_Element]) -> str:
    columns = joined([element.name for element in elements])
    return free_name(table, columns, "idx", lambda name: is_taken(state, schema, name))


def _elements(cursor: Cursor) -> list[_Element]:
    cursor.expect("(")
    found: list[_Element] = []
    while True:
        found.append(_element(cursor))
        if cursor.at("collate"):
            # What is equal is not for us to say then.
            found[-1] = replace(found[-1], end=0)
        cursor.skip_until()
        if not cursor.accept(","):
            break
    cursor.expect(")")
    return found


def _element(cursor: Cursor) -> _Element:
    if cursor.at("("):
        start, end = cursor.group()
        return _Element("expr", plain=False, start=start, end=end)
    start = cursor.token.start
    name = cursor.name().text
    if not (cursor.at("(") or cursor.at(".")):
        return _Element(name, plain=True)
    while cursor.accept("."):
        name = cursor.name().text
    _, end = cursor.group()
    return _Element(name, plain=False, start=start, end=end + 1)


def _predicate(state: State, cursor: Cursor, table_name: Name) -> Expr | None:
    start = cursor.token.start
    cursor.skip()
    return _analysed(state, table_name, start, cursor.token.start)


def _analysed(state: State, table_name: Name, start: int, end: int) -> Expr | None:
    condition = Condition(
        source=state.source,
        start=start,
        end=end,
        relation=find_relation(state, table_name),
        path=tuple(state.catalog.search_path),
    )
    return analysed(condition, state.catalog)


def _expressions(
    state: State, table_name: Name, elements: list[_Element]
) -> tuple[Expr, ...] | None:
    """The expressions among the elements; None where one is not understood."""
    found: list[Expr] = []
    for element in elements:
        if not element.plain:
            expr = _analysed(state, table_name, element.start, element.end) if element.end else None
            if expr is None:
                return None
            found.append(expr)
    return tuple(found)


def _rest(state: State, cursor: Cursor, table_name: Name, elements: list[_Element]) -> Constraint:
    """Moves past what follows the columns, and says of which columns the index makes a key."""
    unique = "unique" in cursor.flags
    expressions = _expressions(state, table_name, elements) if unique else None
    unique = expressions is not None
    not_distinct, predicate = False, None
    while not cursor.done:
        if cursor.accept("nulls", "not", "distinct"):
            not_distinct = True
        elif cursor.accept("where"):
            predicate = _predicate(state, cursor, table_name)
            unique = unique and predicate is not None
        elif cursor.at("("):
            cursor.group()
        else:
            cursor.advance()
    columns = tuple(element.name for element in elements if element.plain) if unique else ()
    return Constraint(
        kind="index",
        columns=columns,
        nulls_not_distinct=not_distinct,
        predicate=predicate,
        expressions=(expressions or ()) if unique else (),
        naming=tuple(element.name for element in elements),
    )
