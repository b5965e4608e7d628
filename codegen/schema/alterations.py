"""ALTER TABLE and its kin: one table from an action's first words to its rule."""

from __future__ import annotations

from collections.abc import Callable

from codegen.diagnostics import error
from codegen.postgres.catalog import Relation
from codegen.records import replace
from codegen.schema.column_alterations import alter_column, drop_not_null, identify
from codegen.schema.columns import read_column
from codegen.schema.constraints import Constraint, at_constraint, read_attributes, read_constraint
from codegen.schema.cursor import Cursor, Name
from codegen.schema.drops import drop_column_uses, drop_constraint
from codegen.schema.expressions import check_column
from codegen.schema.names import object_name
from codegen.schema.renames import move_relation, rename_column, rename_relation
from codegen.schema.sequences import add_sequence
from codegen.schema.state import (
    State,
    add_child,
    current,
    duplicate,
    family,
    find_column,
    find_relation,
    if_exists,
    if_not_exists,
    let_pass,
    named_constraint,
    named_index,
    numbered,
    put,
    suggestion,
)
from codegen.schema.table_constraints import add_constraint, change_constraint
from codegen.schema.tables import inherited_keys

Action = Callable[[State, Cursor, Relation, bool], None]


def alter_table(state: State, cursor: Cursor) -> None:
    """ALTER TABLE, VIEW, MATERIALIZED VIEW, FOREIGN TABLE: every action of its list."""
    missing_ok = if_exists(cursor)
    if cursor.accept("all", "in"):
        return
    only = cursor.accept("only")
    name = cursor.qualified()
    cursor.accept("*")
    relation = state.catalog.relation(name.schema, name.name)
    if relation is None:
        if not missing_ok and not _alter_index(state, cursor, name):
            find_relation(state, name)
        return
    while True:
        _act(state, cursor, current(state, relation), only)
        if not cursor.accept(","):
            break
    if not cursor.done:
        raise cursor.syntax_error()


def _act(state: State, cursor: Cursor, relation: Relation, only: bool) -> None:
    for words, action in ACTIONS:
        if cursor.accept(*words):
            action(state, cursor, relation, only)
            return
    if not cursor.at_any(_STARTS):
        raise cursor.syntax_error()
    cursor.skip_until()


# Columns ------------------------------------------------------------------------------------------


def _add(state: State, cursor: Cursor, relation: Relation, only: bool) -> None:
    if not cursor.at("column") and at_constraint(cursor):
        constraint = read_constraint(cursor)
        if constraint is None:
            raise cursor.syntax_error()
        span = constraint.span or cursor.span_since(cursor.index)
        add_constraint(state, relation, constraint, span, only)
        return
    cursor.accept("column")
    exists_already = if_not_exists(cursor)
    draft = read_column(state, cursor)
    if relation.column(draft.name) is not None:
        if exists_already:
            return
        wrong = duplicate(f'column "{draft.name}" of relation "{relation.name}"', draft.span)
        if not state.lenient:
            raise wrong
        let_pass(state, wrong.diagnostic, "it stays as it is")
        return
    for one in family(state, relation, only):
        now = current(state, one)
        if now.column(draft.name) is None:
            put(state, replace(now, columns=numbered((*now.columns, draft.column()))))
    # Children take over the constraints, and so have to have the column first.
    relation = current(state, relation)
    if draft.expression is not None:
        check_column(state, relation, draft.name, draft.expression)
    if draft.sequence:
        add_sequence(state, relation, draft.name, draft.sequence_name)
    for constraint in draft.constraints:
        relation = add_constraint(state, relation, constraint, draft.span)


def _drop_column(state: State, cursor: Cursor, relation: Relation, only: bool) -> None:
    missing_ok = if_exists(cursor)
    token = cursor.name()
    _accept_behaviour(cursor)
    column = relation.column(token.text)
    if column is None:
        if missing_ok:
            return
        find_column(relation, token.text, cursor.span_of(token))
    _drop_from(state, relation, token.text, only)


def _drop_from(state: State, relation: Relation, name: str, only: bool = False) -> None:
    dropped = relation.column(name)
    if dropped is None:
        return
    drop_column_uses(state, relation, dropped)
    columns = tuple(other for other in relation.columns if other is not dropped)
    put(state, replace(current(state, relation), columns=columns))
    for oid in () if only else state.children.get(relation.type, ()):
        child = state.catalog.relation_of_type(oid)
        if child is not None and not _has_from_another(state, child, relation, name):
            _drop_from(state, child, name)


def _has_from_another(state: State, child: Relation, parent: Relation, name: str) -> bool:
    """Whether a child inherits a column from another parent as well."""
    parents = [state.catalog.relation(*place) for place in child.parents]
    return any(
        one is not None and one.type != parent.type and one.column(name) is not None
        for one in parents
    )


# Constraints --------------------------------------------------------------------------------------


def _drop_constraint(state: State, cursor: Cursor, relation: Relation, only: bool) -> None:
    missing_ok = if_exists(cursor)
    token = cursor.name()
    _accept_behaviour(cursor)
    listed = state.constraints.get(relation.type, ())
    found = named_constraint(state, relation, token.text)
    if found is not None:
        _drop_found(state, relation, found, only)
        return
    column = _not_null_named(relation, token.text)
    if column is not None:
        drop_not_null(state, relation, column, only)
    elif not missing_ok:
        raise error(
            "undefined-object",
            f'constraint "{token.text}" of relation "{relation.name}" does not exist',
            cursor.span_of(token),
            suggestion(token.text, [one.name for one in listed])
            or "Correct the name, or write DROP CONSTRAINT IF EXISTS.",
        )


def _drop_found(
    state: State, relation: Relation, constraint: Constraint, only: bool = False
) -> None:
    if constraint.kind == "not_null":
        drop_not_null(state, relation, constraint.columns[0], only)
        return
    drop_constraint(state, relation, constraint)
    for oid in () if only else state.children.get(relation.type, ()):
        child = state.catalog.relation_of_type(oid)
        if child is None:
            continue
        for one in state.constraints.get(oid, ()):
            if _is_inherited(relation, constraint, one):
                _drop_found(state, current(state, child), one)


def _is_inherited(parent: Relation, ours: Constraint, theirs: Constraint) -> bool:
    if ours.kind != theirs.kind:
        return False
    if ours.kind == "check":
        return ours.name == theirs.name and (theirs.inherited or parent.kind == "p")
    return parent.kind == "p" and ours.columns == theirs.columns


def _not_null_named(relation: Relation, name: str) -> str | None:
    """The column whose NOT NULL has the name that PostgreSQL gives it (since version 18)."""
    return next(
        (
            column.name
            for column in relation.columns
            if column.not_null and object_name(relation.name, column.name, "not_null") == name
        ),
        None,
    )


def _rename_constraint(state: State, cursor: Cursor, relation: Relation, only: bool) -> None:
    found = named_constraint(state, relation, cursor.name().text)
    cursor.expect("to")
    new = cursor.name().text
    if found is not None:
        rename_constraint(state, relation, found, new)


def rename_constraint(state: State, relation: Relation, renamed: Constraint, new: str) -> None:
    """Renames a constraint and the index that comes with it, or an index."""
    listed = state.constraints.get(relation.type, ())
    state.constraints[relation.type] = tuple(
        replace(one, name=new) if one is renamed else one for one in listed
    )
    state.named.setdefault(new, set()).add(relation.type)
    if renamed.has_index:
        indexes = state.catalog.indexes
        indexes[relation.schema, new] = indexes.pop((relation.schema, renamed.name))
    put(state, relation)


def _alter_constraint(state: State, cursor: Cursor, relation: Relation, only: bool) -> None:
    name = cursor.name().text
    attributes = read_attributes(cursor)
    if attributes & {"deferrable", "not deferrable"}:
        deferrable = "deferrable" in attributes
        change_constraint(state, relation, name, lambda one: replace(one, deferrable=deferrable))
    if attributes & {"enforced", "not enforced"}:
        valid = "enforced" in attributes
        change_constraint(state, relation, name, lambda one: replace(one, valid=valid))
    cursor.skip_until()


def _validate(state: State, cursor: Cursor, relation: Relation, only: bool) -> None:
    name = cursor.name().text
    change_constraint(state, relation, name, lambda one: replace(one, valid=True))


# The table itself ---------------------------------------------------------------------------------


def _rename(state: State, cursor: Cursor, relation: Relation, only: bool) -> None:
    cursor.accept("column")
    old = cursor.name()
    cursor.expect("to")
    new = cursor.name()
    find_column(relation, old.text, cursor.span_of(old))
    if relation.column(new.text) is not None:
        what = f'column "{new.text}" of relation "{relation.name}"'
        raise duplicate(what, cursor.span_of(new))
    for one in family(state, relation, only):
        rename_column(state, current(state, one), old.text, new.text)


def _rename_to(state: State, cursor: Cursor, relation: Relation, only: bool) -> None:
    rename_relation(state, relation, cursor.qualified())


def _set_schema(state: State, cursor: Cursor, relation: Relation, only: bool) -> None:
    move_relation(state, relation, cursor.qualified())


def _inherit(state: State, cursor: Cursor, relation: Relation, only: bool) -> None:
    add_child(state, find_relation(state, cursor.qualified()), relation)


def _no_inherit(state: State, cursor: Cursor, relation: Relation, only: bool) -> None:
    _separate(state, find_relation(state, cursor.qualified()), relation)


def _enable_row_security(state: State, cursor: Cursor, relation: Relation, only: bool) -> None:
    put(state, replace(relation, row_security=True))


def _disable_row_security(state: State, cursor: Cursor, relation: Relation, only: bool) -> None:
    put(state, replace(relation, row_security=False))


def _attach(state: State, cursor: Cursor, relation: Relation, only: bool) -> None:
    name = cursor.qualified()
    child = add_child(state, relation, find_relation(state, name))
    for constraint in inherited_keys(state, relation):
        listed = state.constraints.get(child.type, ())
        if not any(_is_inherited(relation, constraint, one) for one in listed):
            child = add_constraint(state, child, replace(constraint, name=""), name.span)
    for column in relation.columns:
        if column.identity:
            identify(state, current(state, child), column.name, column.identity)
    cursor.skip_until()


def _detach(state: State, cursor: Cursor, relation: Relation, only: bool) -> None:
    child = find_relation(state, cursor.qualified())
    _separate(state, relation, child)
    for column in child.columns:
        if column.identity:
            identify(state, current(state, child), column.name, "")
    cursor.skip_until()


def _separate(state: State, parent: Relation, child: Relation) -> None:
    listed = state.children.get(parent.type, [])
    state.children[parent.type] = [oid for oid in listed if oid != child.type]
    place = (parent.schema, parent.name)
    put(state, replace(child, parents=tuple(one for one in child.parents if one != place)))


def _alter_index(state: State, cursor: Cursor, name: Name) -> bool:
    """ALTER TABLE takes an index as well; says whether it was one."""
    place = index_place(state, name)
    if place is None:
        return False
    table = state.catalog.relation_of_type(state.catalog.indexes[place])
    index = named_index(state, table, place[1]) if table is not None else None
    if table is not None and index is not None and cursor.accept("rename", "to"):
        rename_constraint(state, table, index, cursor.name().text)
    return True


def index_place(state: State, name: Name) -> tuple[str, str] | None:
    """Where the index of this name is."""
    schemas = [name.schema] if name.schema else state.catalog.path()
    return next(
        ((schema, name.name) for schema in schemas if (schema, name.name) in state.catalog.indexes),
        None,
    )


def alter_index(state: State, cursor: Cursor) -> None:
    """ALTER INDEX: only RENAME TO bears on the names that a later statement may use."""
    missing_ok = if_exists(cursor)
    if cursor.accept("all", "in"):
        return
    name = cursor.qualified()
    if not _alter_index(state, cursor, name) and not missing_ok:
        find_relation(state, name)


def _accept_behaviour(cursor: Cursor) -> None:
    if not cursor.accept("cascade"):
        cursor.accept("restrict")


#: What an action of ALTER TABLE starts with, and what it does; the first that fits counts.
ACTIONS: tuple[tuple[tuple[str, ...], Action], ...] = (
    (("add",), _add),
    (("drop", "constraint"), _drop_constraint),
    (("drop", "column"), _drop_column),
    (("drop",), _drop_column),
    (("alter", "constraint"), _alter_constraint),
    (("validate", "constraint"), _validate),
    (("enable", "row", "level", "security"), _enable_row_security),
    (("disable", "row", "level", "security"), _disable_row_security),
    (("alter",), alter_column),
    (("rename", "constraint"), _rename_constraint),
    (("rename", "to"), _rename_to),
    (("rename",), _rename),
    (("set", "schema"), _set_schema),
    (("inherit",), _inherit),
    (("no", "inherit"), _no_inherit),
    (("attach", "partition"), _attach),
    (("detach", "partition"), _detach),
)
#: Actions that bear on no type.
_STARTS = frozenset(
    {
        "set",
        "reset",
        "owner",
        "enable",
        "disable",
        "cluster",
        "force",
        "no",
        "replica",
        "options",
        "not",
        "of",
        "depends",
    }
)
