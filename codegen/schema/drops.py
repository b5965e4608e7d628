"""DROP, and what goes with what is dropped.

A schema that PostgreSQL accepts names CASCADE wherever it is needed, so the dependents of a dropped
object are always dropped with it.
"""

from __future__ import annotations

from collections.abc import Callable

from codegen.postgres.catalog import Column, ForeignKey, Function, Operator, Relation, Type
from codegen.records import replace
from codegen.schema.constraints import Constraint
from codegen.schema.cursor import Cursor, Name
from codegen.schema.state import (
    Place,
    State,
    current,
    existing_schema,
    find_relation,
    find_type,
    if_exists,
    named_index,
    put,
)


def _names(cursor: Cursor) -> list[Name]:
    names = [cursor.qualified()]
    while cursor.accept(","):
        names.append(cursor.qualified())
    return names


# Relations ----------------------------------------------------------------------------------------


def drop_relations(state: State, cursor: Cursor) -> None:
    """DROP TABLE, VIEW, MATERIALIZED VIEW, FOREIGN TABLE, SEQUENCE."""
    missing_ok = if_exists(cursor)
    for name in _names(cursor):
        relation = state.catalog.relation(name.schema, name.name)
        if relation is None and missing_ok:
            continue
        drop_relation(state, relation or find_relation(state, name))


def drop_relation(state: State, relation: Relation) -> None:
    """Takes a relation away with its children, views, indexes, sequences and what refers to it."""
    if state.catalog.relation(relation.schema, relation.name) is None:
        return
    for oid in state.children.pop(relation.type, ()) if relation.type else ():
        child = state.catalog.relation_of_type(oid)
        if child is not None:
            drop_relation(state, child)
    if relation.type:
        _drop_views(state, relation.type, 0)
        for constraint in state.constraints.pop(relation.type, ()):
            state.catalog.indexes.pop((relation.schema, constraint.name), None)
        _drop_foreign_keys(state, relation, None)
        drop_owned(state, relation, None)
        _drop_type_uses(state, {relation.type, _array(state, relation.type)})
        state.uses.pop(relation.type, None)
    state.owned.pop((relation.schema, relation.name), None)
    state.catalog.drop_relation(relation)


def _array(state: State, oid: int) -> int:
    return state.catalog.array_of(oid)


def _drop_views(state: State, oid: int, column: int = 0) -> None:
    """Drops the views that depend on a relation, a column of it, a function, an operator, a type.

    ``oid`` is a relation's row type.
    """
    for view, uses in list(state.uses.items()):
        if (oid, column) in uses:
            found = state.catalog.relation_of_type(view)
            if found is not None and found.type != oid:
                drop_relation(state, found)


def drop_owned(state: State, relation: Relation, column: str | None) -> None:
    """Drops the sequences that a table, or a column of it, owns."""
    for place, (oid, name) in list(state.owned.items()):
        if oid == relation.type and column in (None, name):
            del state.owned[place]
            sequence = state.catalog.relation(*place)
            if sequence is not None:
                state.catalog.drop_relation(sequence)


def drop_column_uses(state: State, relation: Relation, column: Column) -> None:
    """Drops what a column takes with it: views, constraints and indexes over it, its sequence."""
    _drop_views(state, relation.type, column.number)
    for constraint in state.constraints.get(relation.type, ()):
        if column.name in constraint.columns or column.name in constraint.mentions:
            drop_constraint(state, current(state, relation), constraint)
    _drop_foreign_keys(state, relation, column.name)
    drop_owned(state, relation, column.name)


def drop_constraint(state: State, relation: Relation, constraint: Constraint) -> None:
    """Takes a constraint or an index from a table."""
    listed = state.constraints.get(relation.type, ())
    state.constraints[relation.type] = tuple(one for one in listed if one is not constraint)
    if constraint.has_index:
        state.catalog.indexes.pop((relation.schema, constraint.name), None)
    relation = put(state, relation)
    if not any(set(key.columns) == set(constraint.columns) for key in relation.keys):
        _drop_referring(state, relation, constraint.columns)


def _drop_referring(state: State, target: Relation, columns: tuple[str, ...]) -> None:
    """Drops the foreign keys to columns that are a key no more."""
    if columns:
        place = (target.schema, target.name)
        _drop_matching(
            state, lambda key: _at(key, place) and set(key.target_columns) == set(columns)
        )


def _drop_foreign_keys(state: State, target: Relation, column: str | None) -> None:
    place = (target.schema, target.name)
    _drop_matching(
        state, lambda key: _at(key, place) and (not column or column in key.target_columns)
    )


def _at(key: ForeignKey, place: Place) -> bool:
    return (key.schema, key.table) == place


def _drop_matching(state: State, chosen: Callable[[ForeignKey], bool]) -> None:
    for oid, listed in list(state.constraints.items()):
        kept = tuple(one for one in listed if one.foreign is None or not chosen(one.foreign))
        relation = state.catalog.relation_of_type(oid) if len(kept) != len(listed) else None
        if relation is not None:
            state.constraints[oid] = kept
            put(state, relation)


def drop_index(state: State, cursor: Cursor) -> None:
    """DROP INDEX: a unique one takes a key with it."""
    from codegen.schema.alterations import index_place

    cursor.accept("concurrently")
    missing_ok = if_exists(cursor)
    for name in _names(cursor):
        place = index_place(state, name)
        if place is None:
            if not missing_ok:
                find_relation(state, name)
            continue
        table = state.catalog.relation_of_type(state.catalog.indexes[place])
        index = named_index(state, table, place[1]) if table else None
        if table is not None and index is not None:
            drop_constraint(state, current(state, table), index)


# Types --------------------------------------------------------------------------------------------


def drop_types(state: State, cursor: Cursor) -> None:
    """DROP TYPE, DROP DOMAIN."""
    missing_ok = if_exists(cursor)
    for name in _names(cursor):
        found = state.catalog.find_type(name.schema, name.name)
        if found is None and missing_ok:
            continue
        drop_type(state, found or find_type(state, name))


def drop_type(state: State, type_: Type) -> None:
    """Takes a type away with the columns, functions, domains and casts that use it."""
    relation = state.catalog.relation_of_type(type_.oid)
    if relation is not None:
        for typed in state.catalog.relations():
            if typed.of_type == type_.oid:
                drop_relation(state, typed)
        drop_relation(state, relation)
        return
    oids = {type_.oid, type_.array, type_.multirange}
    if type_.multirange:
        oids.add(_array(state, type_.multirange))
    _drop_type_uses(state, oids - {0})
    state.catalog.drop_type(type_)


def _drop_type_uses(state: State, oids: set[int]) -> None:
    for oid in oids:
        _drop_views(state, oid)
    for relation in state.catalog.relations():
        for column in relation.columns:
            if column.type in oids and relation.type not in oids:
                _drop_column(state, relation, column)
    for function in state.catalog.user_functions():
        outputs = {oid for _, oid in function.out_columns}
        if oids & {*function.args, function.returns, *outputs}:
            drop_function(state, function)
    for operator in state.catalog.user_operators():
        if oids & {operator.left, operator.right, operator.result}:
            drop_operator_with_views(state, operator)
    for cast in state.catalog.user_casts():
        if oids & {cast.source, cast.target}:
            state.catalog.drop_cast(cast)
    for type_ in state.catalog.types():
        if type_.kind == "d" and type_.base in oids:
            drop_type(state, type_)


def _drop_column(state: State, relation: Relation, column: Column) -> None:
    if relation.kind in "vm":
        drop_relation(state, relation)
        return
    now = current(state, relation)
    drop_column_uses(state, now, column)
    now = current(state, now)
    columns = tuple(other for other in now.columns if other.name != column.name)
    put(state, replace(now, columns=columns))


# Functions ----------------------------------------------------------------------------------------


def drop_function(state: State, function: Function) -> None:
    """Takes a function away with the operators, casts and aggregates that call it."""
    state.catalog.drop_function(function)
    _drop_views(state, function.oid)
    for operator in state.catalog.user_operators():
        if operator.function == function.oid:
            drop_operator_with_views(state, operator)
    for cast in state.catalog.user_casts():
        if cast.function == function.oid:
            state.catalog.drop_cast(cast)


def drop_operator_with_views(state: State, operator: Operator) -> None:
    """Takes an operator away with the views that use it."""
    state.catalog.drop_operator(operator)
    _drop_views(state, operator.oid)


# Schemas and extensions ---------------------------------------------------------------------------


def drop_schemas(state: State, cursor: Cursor) -> None:
    """DROP SCHEMA with all that is in it."""
    missing_ok = if_exists(cursor)
    for name in _names(cursor):
        if name.name not in state.catalog.schemas:
            if not missing_ok:
                existing_schema(state, name.name, name.span)
            continue
        _drop_all(state, schema=name.name)
        state.catalog.schemas.discard(name.name)


def drop_extensions(state: State, cursor: Cursor) -> None:
    """DROP EXTENSION with all that it brought."""
    if_exists(cursor)
    for name in _names(cursor):
        if state.catalog.extensions.pop(name.name, None) is not None:
            _drop_all(state, extension=name.name)


def _drop_all(state: State, schema: str | None = None, extension: str | None = None) -> None:
    def chosen(home: str, brought_by: str | None) -> bool:
        return home == schema if schema else brought_by == extension

    for relation in state.catalog.relations():
        if chosen(relation.schema, relation.extension):
            drop_relation(state, relation)
    for function in state.catalog.user_functions():
        if chosen(function.schema, function.extension):
            drop_function(state, function)
    for operator in state.catalog.user_operators():
        if chosen(operator.schema, None):
            drop_operator_with_views(state, operator)
    for type_ in state.catalog.types():
        if not type_.is_array and chosen(type_.schema, type_.extension):
            drop_type(state, type_)
