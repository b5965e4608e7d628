"""New names and schemas, which everything that refers to the object follows."""

from __future__ import annotations

from collections.abc import Callable

from codegen.postgres.catalog import ForeignKey, Relation
from codegen.records import replace
from codegen.schema.constraints import Constraint
from codegen.schema.cursor import Name
from codegen.schema.state import Place, State, duplicate, existing_schema, is_taken, put


def rename_relation(state: State, relation: Relation, name: Name) -> None:
    """RENAME TO."""
    _relocate(state, relation, relation.schema, name.name, name)


def move_relation(state: State, relation: Relation, name: Name) -> None:
    """SET SCHEMA: a table's indexes and sequences go with it."""
    schema = existing_schema(state, name.name, name.span)
    _relocate(state, relation, schema, relation.name, name)
    for constraint in state.constraints.get(relation.type, ()):
        if state.catalog.indexes.pop((relation.schema, constraint.name), None):
            state.catalog.indexes[schema, constraint.name] = relation.type
    for place, (oid, _) in list(state.owned.items()):
        sequence = state.catalog.relation(*place)
        if relation.type and oid == relation.type and sequence is not None:
            _relocate(state, sequence, schema, sequence.name, name)


def _relocate(state: State, relation: Relation, schema: str, name: str, at: Name) -> None:
    if (relation.schema, relation.name) == (schema, name):
        return
    if is_taken(state, schema, name):
        raise duplicate(f'relation "{name}"', at.span)
    relocate(state, relation, schema, name)


def relocate(state: State, relation: Relation, schema: str, name: str) -> None:
    """Gives a relation another place, which is free; all that names it follows."""
    old, new = (relation.schema, relation.name), (schema, name)
    moved = replace(relation, schema=schema, name=name)
    if relation.type:
        put(state, moved)
    else:
        state.catalog.drop_relation(relation)
        state.catalog.add_relation(moved)
        if old in state.owned:
            state.owned[new] = state.owned.pop(old)
    for oid in state.children.get(relation.type, ()) if relation.type else ():
        child = state.catalog.relation_of_type(oid)
        if child is not None:
            parents = tuple(new if place == old else place for place in child.parents)
            put(state, replace(child, parents=parents))
    _retarget(state, old, lambda foreign: replace(foreign, schema=schema, table=name))


def _retarget(state: State, place: Place, change: Callable[[ForeignKey], ForeignKey]) -> None:
    """Changes the foreign keys that refer to the relation at a place."""
    for oid, listed in list(state.constraints.items()):
        changed = tuple(_retargeted(one, place, change) for one in listed)
        relation = state.catalog.relation_of_type(oid) if changed != listed else None
        if relation is not None:
            state.constraints[oid] = changed
            put(state, relation)


def _retargeted(
    constraint: Constraint, place: Place, change: Callable[[ForeignKey], ForeignKey]
) -> Constraint:
    foreign = constraint.foreign
    if foreign is None or (foreign.schema, foreign.table) != place:
        return constraint
    return replace(constraint, foreign=change(foreign))


def rename_column(state: State, relation: Relation, old: str, new: str) -> None:
    """RENAME COLUMN, on one relation alone."""
    listed = state.constraints.get(relation.type, ())
    state.constraints[relation.type] = tuple(_with_column(one, old, new) for one in listed)
    columns = tuple(
        replace(column, name=new) if column.name == old else column for column in relation.columns
    )
    put(state, replace(relation, columns=columns))
    _retarget(
        state,
        (relation.schema, relation.name),
        lambda foreign: replace(foreign, target_columns=_swapped(foreign.target_columns, old, new)),
    )
    for place, owner in list(state.owned.items()):
        if owner == (relation.type, old):
            state.owned[place] = (relation.type, new)


def _with_column(constraint: Constraint, old: str, new: str) -> Constraint:
    if old in constraint.mentions:
        constraint = replace(constraint, mentions=constraint.mentions - {old} | {new})
    made = constraint.made
    if made is not None and any(part.column == old for part in made.parts):
        parts = tuple(
            replace(part, column=new) if part.column == old else part for part in made.parts
        )
        constraint = replace(constraint, made=replace(made, parts=parts))
    if old not in constraint.columns:
        return constraint
    columns = _swapped(constraint.columns, old, new)
    foreign = constraint.foreign
    if foreign is not None:
        foreign = replace(foreign, columns=columns)
    return replace(constraint, columns=columns, foreign=foreign)


def _swapped(columns: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    return tuple(new if column == old else column for column in columns)
