"""CREATE INDEX: what it is over, and whether it is a key."""

from __future__ import annotations

from codegen.postgres.catalog import Index, IndexPart, Relation
from codegen.records import dataclass, replace
from codegen.schema.conditions import Condition, Conditions, analysed
from codegen.schema.constraints import Constraint
from codegen.schema.cursor import Cursor, Name
from codegen.schema.expressions import check_condition, check_indexed
from codegen.schema.names import free_name, joined, told_apart
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
    """A part of an index: the name that it gives to the index, its column or, if it is none, where
    its expression is; ``keyed`` where it may be a part of a key."""

    name: str
    column: str
    start: int
    end: int
    part: IndexPart
    keyed: bool


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
    method = cursor.name().text if cursor.accept("using") else "btree"
    elements = _elements(cursor, table)
    constraint = _rest(state, cursor, table, elements, method)
    chosen = name.name if name else _chosen(state, table.schema, table.name, constraint.naming)
    mentions = cursor.names_since(first)
    place = Span(cursor.source, cursor.tokens[first].start, cursor.token.start)
    constraint = replace(constraint, name=chosen, mentions=mentions, span=place)
    add_constraint(state, table, constraint, table_name.span, only)


def _find(state: State, name: Name) -> Relation | None:
    return state.catalog.relation(name.schema, name.name)


def _chosen(state: State, schema: str, table: str, naming: tuple[str, ...]) -> str:
    columns = joined(naming)
    return free_name(table, columns, "idx", lambda name: is_taken(state, schema, name))


def _elements(cursor: Cursor, table: Relation) -> list[_Element]:
    cursor.expect("(")
    found: list[_Element] = []
    while True:
        name, start, end = _element(cursor)
        column = _parenthesised(cursor, table, start, end) if end else name
        # With a collation, it is not for us to say what expressions are equal.
        keyed = bool(column) or not cursor.at("collate")
        part = _part(cursor, column)
        found.append(_Element(column or name, column, start, end, part, keyed))
        cursor.skip_until()
        if not cursor.accept(","):
            break
    cursor.expect(")")
    return found


def _parenthesised(cursor: Cursor, table: Relation, start: int, end: int) -> str:
    """The column that ``(column)`` is; empty for any other expression, such as ``(true)``."""
    inside = [one for one in cursor.tokens if start <= one.start and one.end <= end]
    while len(inside) > 2 and (inside[0].text, inside[-1].text) == ("(", ")"):
        inside = inside[1:-1]
    name = inside[0].text if len(inside) == 1 and inside[0].kind in ("name", "quoted") else ""
    return name if table.column(name) is not None else ""


def _element(cursor: Cursor) -> tuple[str, int, int]:
    """Moves past a column or an expression: its name, and where the expression is."""
    if cursor.at("("):
        return "expr", *cursor.group()
    start = cursor.token.start
    name = cursor.name().text
    if not (cursor.at("(") or cursor.at(".")):
        return name, 0, 0
    while cursor.accept("."):
        name = cursor.name().text
    _, end = cursor.group()
    return name, start, end + 1


def _part(cursor: Cursor, column: str) -> IndexPart:
    """Moves past what follows the column or the expression: index_elem_options in gram.y."""
    own_order = cursor.accept("collate")
    if own_order:
        cursor.qualified()
    if cursor.token.kind in ("name", "quoted") and not cursor.at_any(_ORDER):
        own_order = True
        cursor.qualified()
        if cursor.at("("):
            cursor.group()
    descending = cursor.accept("desc")
    if not descending:
        cursor.accept("asc")
    nulls_first = descending
    if cursor.accept("nulls"):
        nulls_first = cursor.advance().text == "first"
    return IndexPart(column, descending, nulls_first, own_order)


_ORDER = frozenset({"asc", "desc", "nulls"})


def _condition(state: State, table: Relation, start: int, end: int) -> Condition:
    return Condition(
        source=state.source,
        start=start,
        end=end,
        relation=table,
        path=tuple(state.catalog.search_path),
    )


def _rest(
    state: State, cursor: Cursor, table: Relation, elements: list[_Element], method: str
) -> Constraint:
    """Moves past what follows the columns, and says of which columns the index makes a key."""
    not_distinct, where = False, None
    naming = [element.name for element in elements]
    while not cursor.done:
        if cursor.accept("nulls", "not", "distinct"):
            not_distinct = True
        elif cursor.accept("where"):
            start = cursor.token.start
            cursor.skip()
            where = _condition(state, table, start, cursor.token.start)
            place = Span(cursor.source, start, cursor.token.start)
            check_condition(state, table, place, "PREDICATE")
        elif cursor.accept("include"):
            naming += cursor.names()
        elif cursor.at("("):
            cursor.group()
        else:
            cursor.advance()
    over = [one for one in elements if not one.column]
    expressions = [_condition(state, table, one.start, one.end) for one in over]
    for one in expressions:
        check_indexed(state, table, Span(cursor.source, one.start, one.end))
    unique = "unique" in cursor.flags
    made = Index(
        "",
        tuple(element.part for element in elements),
        method,
        unique,
        Conditions(state.catalog, expressions) if expressions else (),
        Conditions(state.catalog, [where]) if where else (),
    )
    found = Constraint(
        kind="index",
        made=made,
        nulls_not_distinct=not_distinct,
        naming=told_apart(naming),
    )
    return _with_key(state, found, elements, expressions, where) if unique else found


def _with_key(
    state: State,
    constraint: Constraint,
    elements: list[_Element],
    expressions: list[Condition],
    where: Condition | None,
) -> Constraint:
    """A unique index as a key, unless something in it is not understood."""
    found = [analysed(one, state.catalog) for one in expressions]
    understood = [expr for expr in found if expr is not None]
    predicate = analysed(where, state.catalog) if where else None
    keyed = all(element.keyed for element in elements)
    if len(understood) < len(found) or not keyed or (where and predicate is None):
        return replace(constraint, predicate=predicate)
    return replace(
        constraint,
        columns=tuple(element.column for element in elements if element.column),
        expressions=tuple(understood),
        predicate=predicate,
    )
