"""Sequences: relations that a query can read, and that columns own."""

from __future__ import annotations

from codegen.postgres import oids
from codegen.postgres.catalog import Column, Relation
from codegen.records import replace
from codegen.schema.cursor import Cursor, Name
from codegen.schema.names import free_name
from codegen.schema.renames import move_relation, rename_relation
from codegen.schema.state import (
    State,
    add_relation,
    find_column,
    find_relation,
    home,
    if_exists,
    if_not_exists,
    is_taken,
)

#: What a sequence has as a relation (src/include/commands/sequence.h).
_COLUMNS = (
    Column(name="last_value", type=oids.INT8, not_null=True),
    Column(name="log_cnt", type=oids.INT8, not_null=True),
    Column(name="is_called", type=oids.BOOL, not_null=True),
)


def sequence_relation(schema: str, name: str) -> Relation:
    """A sequence, ready to be added."""
    return Relation(schema=schema, name=name, kind="S", columns=_COLUMNS)


def create_sequence(state: State, cursor: Cursor) -> None:
    """CREATE SEQUENCE."""
    exists_already = if_not_exists(cursor)
    name = cursor.qualified()
    schema = home(state, name, cursor.flags)
    if exists_already and is_taken(state, schema, name.name):
        return
    add_relation(state, replace(sequence_relation(schema, name.name), span=name.span), name)
    _owned_by(state, cursor, schema, name.name)


def alter_sequence(state: State, cursor: Cursor) -> None:
    """ALTER SEQUENCE: OWNED BY, RENAME TO and SET SCHEMA; the rest bears on no type."""
    missing_ok = if_exists(cursor)
    name = cursor.qualified()
    relation = state.catalog.relation(name.schema, name.name)
    if relation is None and missing_ok:
        return
    relation = relation or find_relation(state, name)
    if cursor.accept("rename", "to"):
        rename_relation(state, relation, cursor.qualified())
    elif cursor.accept("set", "schema"):
        move_relation(state, relation, cursor.qualified())
    else:
        _owned_by(state, cursor, relation.schema, relation.name)


def _owned_by(state: State, cursor: Cursor, schema: str, sequence: str) -> None:
    while not (cursor.done or cursor.at("owned", "by")):
        cursor.advance()
    if not cursor.accept("owned", "by"):
        return
    if cursor.accept("none"):
        state.owned.pop((schema, sequence), None)
        return
    name, column = cursor.column_of()
    table = find_relation(state, name)
    find_column(table, column, name.span)
    state.owned[schema, sequence] = (table.type, column)


def add_sequence(state: State, table: Relation, column: str, given: Name | None = None) -> None:
    """Adds the sequence of a serial or an identity column."""
    schema = (given.schema if given else None) or table.schema
    name = given.name if given else _sequence_name(state, table, column)
    state.catalog.add_relation(sequence_relation(schema, name))
    state.owned[schema, name] = (table.type, column)


def _sequence_name(state: State, table: Relation, column: str) -> str:
    return free_name(table.name, column, "seq", lambda name: is_taken(state, table.schema, name))
