"""ALTER TABLE … ALTER COLUMN: one table from an action's first words to its rule."""

from __future__ import annotations

from collections.abc import Callable

from codegen.postgres.catalog import Relation
from codegen.records import replace
from codegen.schema.columns import ColumnDraft, read_default, read_generated, set_type
from codegen.schema.cursor import Cursor
from codegen.schema.drops import drop_owned
from codegen.schema.expressions import check_column
from codegen.schema.sequences import add_sequence
from codegen.schema.state import (
    State,
    change_column,
    current,
    family,
    find_column,
    if_exists,
)
from codegen.schema.table_constraints import set_not_null
from codegen.source import Span


def alter_column(state: State, cursor: Cursor, relation: Relation, only: bool) -> None:
    cursor.accept("column")
    token = cursor.name()
    column = find_column(relation, token.text, cursor.span_of(token))
    for words, action in COLUMN_ACTIONS:
        if cursor.accept(*words):
            action(state, cursor, relation, column.name, only)
            return
    if not cursor.at_any(_COLUMN_STARTS):
        raise cursor.syntax_error()
    cursor.skip_until()


def _set_type(state: State, cursor: Cursor, relation: Relation, name: str, only: bool) -> None:
    draft = ColumnDraft(name, cursor.span_of(cursor.token))
    type_name = cursor.type_name()
    set_type(state, draft, type_name)
    if cursor.accept("collate"):
        cursor.qualified()
    if cursor.accept("using"):
        cursor.skip_until()
    for one in family(state, relation, only):
        now = current(state, one)
        column = find_column(now, name, draft.span)
        change_column(state, now, column, replace(column, type=draft.type, typmod=draft.typmod))


def _set_not_null(state: State, cursor: Cursor, relation: Relation, name: str, only: bool) -> None:
    # With ONLY it is NO INHERIT where there are children, whose rows queries find as well.
    if not (only and state.children.get(relation.type)):
        set_not_null(state, relation, (name,))


def _drop_not_null(state: State, cursor: Cursor, relation: Relation, name: str, only: bool) -> None:
    drop_not_null(state, relation, name, only)


def drop_not_null(state: State, relation: Relation, name: str, only: bool = False) -> None:
    """DROP NOT NULL on a column of a table and, unless ``only``, of those that inherit it."""
    for one in family(state, relation, only):
        now = current(state, one)
        column = now.column(name)
        if column is not None:
            kept = tuple(
                constraint
                for constraint in state.constraints.get(now.type, ())
                if constraint.kind != "not_null" or constraint.columns != (name,)
            )
            state.constraints[now.type] = kept
            change_column(state, now, column, replace(column, not_null=False))


def _set_default(state: State, cursor: Cursor, relation: Relation, name: str, only: bool) -> None:
    start = cursor.token.start
    text = read_default(cursor)
    if text is not None:
        place = Span(cursor.source, start, cursor.tokens[cursor.index - 1].end)
        check_column(state, relation, name, place)
    for one in family(state, relation, only):
        now = current(state, one)
        column = now.column(name)
        if column is not None:
            change_column(
                state, now, column, replace(column, has_default=text is not None, default=text)
            )


def _drop_default(state: State, cursor: Cursor, relation: Relation, name: str, only: bool) -> None:
    for one in family(state, relation, only):
        now = current(state, one)
        column = now.column(name)
        if column is not None and not column.identity:
            change_column(state, now, column, replace(column, has_default=False, default=None))


def _add_generated(state: State, cursor: Cursor, relation: Relation, name: str, only: bool) -> None:
    column = find_column(relation, name, None)
    draft = ColumnDraft(name, cursor.span_of(cursor.token))
    read_generated(cursor, draft)
    changed = replace(column, has_default=True, not_null=True)
    add_sequence(state, change_column(state, relation, column, changed), name, draft.sequence_name)
    identify(state, current(state, relation), name, draft.identity)


def identify(state: State, relation: Relation, name: str, identity: str) -> None:
    """Gives a column an identity, or takes it; partitions share a partitioned table's."""
    for one in family(state, relation, only=relation.kind != "p"):
        now = current(state, one)
        column = find_column(now, name, None)
        changed = replace(column, identity=identity, has_default=bool(identity))
        change_column(state, now, column, changed)


def _set_generated(state: State, cursor: Cursor, relation: Relation, name: str, only: bool) -> None:
    always = cursor.accept("always")
    if not always:
        cursor.expect("by", "default")
    identify(state, relation, name, "a" if always else "d")
    cursor.skip_until()


def _drop_identity(state: State, cursor: Cursor, relation: Relation, name: str, only: bool) -> None:
    if_exists(cursor)
    column = find_column(relation, name, None)
    if column.identity:
        drop_owned(state, relation, name)
        identify(state, relation, name, "")


def _set_expression(
    state: State, cursor: Cursor, relation: Relation, name: str, only: bool
) -> None:
    column = find_column(relation, name, None)
    start, end = cursor.group()
    change_column(state, relation, column, replace(column, default=cursor.text(start, end)))
    check_column(state, current(state, relation), name, Span(cursor.source, start, end))


def _drop_expression(
    state: State, cursor: Cursor, relation: Relation, name: str, only: bool
) -> None:
    if_exists(cursor)
    for one in family(state, relation, only):
        now = current(state, one)
        column = find_column(now, name, None)
        changed = replace(column, generated="", has_default=False, default=None)
        change_column(state, now, column, changed)


#: What an action of ALTER COLUMN starts with, and what it does.
COLUMN_ACTIONS: tuple[
    tuple[tuple[str, ...], Callable[[State, Cursor, Relation, str, bool], None]], ...
] = (
    (("set", "data", "type"), _set_type),
    (("type",), _set_type),
    (("set", "not", "null"), _set_not_null),
    (("drop", "not", "null"), _drop_not_null),
    (("set", "default"), _set_default),
    (("drop", "default"), _drop_default),
    (("add", "generated"), _add_generated),
    (("set", "generated"), _set_generated),
    (("drop", "identity"), _drop_identity),
    (("set", "expression", "as"), _set_expression),
    (("drop", "expression"), _drop_expression),
)
#: Actions that bear on no type.
_COLUMN_STARTS = frozenset({"set", "reset", "restart", "options"})
