"""Adding constraints to a table: their names, what they refer to, and what they make of columns."""

from __future__ import annotations

from collections.abc import Callable

from codegen.diagnostics import CodegenError, error
from codegen.postgres.catalog import ForeignKey, Relation
from codegen.records import replace
from codegen.schema.conditions import Condition
from codegen.schema.constraints import Constraint, Reference
from codegen.schema.expressions import check_condition
from codegen.schema.names import free_name, joined
from codegen.schema.state import (
    State,
    constraint_is_taken,
    current,
    duplicate,
    family,
    find_column,
    find_relation,
    is_taken,
    let_pass,
    named_constraint,
    named_index,
    put,
)
from codegen.source import Span


def add_constraint(
    state: State, relation: Relation, constraint: Constraint, span: Span, only: bool = False
) -> Relation:
    """Adds a constraint, under the name that it has or gets, to a table and to its children.

    ``only`` leaves the children out.
    """
    relation, admitted = admit(state, relation, constraint, span)
    if admitted is None:
        return relation
    relation = put(state, relation)
    if not only:
        _hand_down(state, relation, admitted, span)
    return current(state, relation)


def admit(
    state: State, relation: Relation, constraint: Constraint, span: Span
) -> tuple[Relation, Constraint | None]:
    """Takes up a constraint with its name; None where the table has it already."""
    constraint = _PREPARE.get(constraint.kind, _keep)(state, relation, constraint, span)
    for column in constraint.columns:
        find_column(relation, column, constraint.span or span)
    if not constraint.name:
        constraint = replace(constraint, name=_chosen_name(state, relation, constraint))
    elif constraint.has_index and is_taken(state, relation.schema, constraint.name):
        raise duplicate(f'relation "{constraint.name}"', constraint.span or span)
    elif constraint.kind != "index" and named_constraint(state, relation, constraint.name):
        if constraint.kind == "check":
            _merge(state, relation, constraint)
            return relation, None
        what = f'constraint "{constraint.name}" for relation "{relation.name}"'
        raise duplicate(what, constraint.span or span)
    if constraint.kind == "primary" or _says_not_null(constraint):
        relation = set_not_null(state, relation, constraint.columns)
    state.named.setdefault(constraint.name, set()).add(relation.type)
    if constraint.has_index:
        state.catalog.indexes[relation.schema, constraint.name] = relation.type
    state.constraints[relation.type] = (*state.constraints.get(relation.type, ()), constraint)
    return relation, constraint


def _merge(state: State, relation: Relation, constraint: Constraint) -> None:
    """A child's own CHECK merges with the one of the same name that it inherits."""
    listed = state.constraints[relation.type]
    state.constraints[relation.type] = tuple(
        replace(one, inherited=one.inherited and constraint.inherited)
        if one.name == constraint.name
        else one
        for one in listed
    )


def _says_not_null(constraint: Constraint) -> bool:
    return constraint.kind == "not_null" and constraint.valid and not constraint.no_inherit


def change_constraint(
    state: State, relation: Relation, name: str, change: Callable[[Constraint], Constraint]
) -> None:
    """Changes a constraint of a table and of those that inherit from it."""
    for one in family(state, relation):
        listed = state.constraints.get(one.type, ())
        found = named_constraint(state, one, name)
        if found is None:
            continue
        changed = change(found)
        state.constraints[one.type] = tuple(changed if c is found else c for c in listed)
        put(state, current(state, one))
        if _says_not_null(changed):
            set_not_null(state, current(state, one), changed.columns)


def _hand_down(state: State, relation: Relation, constraint: Constraint, span: Span) -> None:
    partitioned = relation.kind == "p" and (constraint.has_index or constraint.kind == "foreign")
    if not partitioned and (constraint.kind != "check" or constraint.no_inherit):
        return
    for oid in state.children.get(relation.type, ()):
        child = state.catalog.relation_of_type(oid)
        if child is not None:
            name = "" if constraint.has_index else constraint.name
            add_constraint(state, child, replace(constraint, name=name, inherited=True), span)


def set_not_null(state: State, relation: Relation, columns: tuple[str, ...]) -> Relation:
    """SET NOT NULL on columns of a table and of those that inherit from it."""
    for one in family(state, relation):
        now = current(state, one)
        changed = tuple(
            replace(column, not_null=True) if column.name in columns else column
            for column in now.columns
        )
        if changed != now.columns:
            put(state, replace(now, columns=changed))
    return current(state, relation)


def _keep(state: State, relation: Relation, constraint: Constraint, span: Span) -> Constraint:
    return constraint


def _prepare_key(
    state: State, relation: Relation, constraint: Constraint, span: Span
) -> Constraint:
    if constraint.index:
        return _using_index(state, relation, constraint, span)
    listed = state.constraints.get(relation.type, ())
    if constraint.kind == "primary" and any(one.kind == "primary" for one in listed):
        raise error(
            "duplicate-object",
            f'multiple primary keys for table "{relation.name}" are not allowed',
            constraint.span or span,
            "Keep one; UNIQUE says the same of other columns.",
        )
    return constraint


def _using_index(
    state: State, relation: Relation, constraint: Constraint, span: Span
) -> Constraint:
    """ADD CONSTRAINT … USING INDEX: the index becomes the constraint's and takes its name."""
    listed = state.constraints.get(relation.type, ())
    index = named_index(state, relation, constraint.index)
    if index is None:
        raise error(
            "undefined-object",
            f'index "{constraint.index}" does not exist',
            constraint.span or span,
            "Create the unique index before this statement, or correct the name.",
        )
    state.constraints[relation.type] = tuple(one for one in listed if one is not index)
    state.catalog.indexes.pop((relation.schema, index.name), None)
    return replace(
        constraint,
        name=constraint.name or index.name,
        columns=index.columns,
        nulls_not_distinct=index.nulls_not_distinct,
        index="",
    )


def _prepare_check(
    state: State, relation: Relation, constraint: Constraint, span: Span
) -> Constraint:
    if constraint.source is None:
        return constraint
    condition = Condition(
        source=constraint.source,
        start=constraint.start,
        end=constraint.end,
        relation=relation,
        path=tuple(state.catalog.search_path),
    )
    if constraint.condition is None:
        place = Span(constraint.source, constraint.start, constraint.end)
        check_condition(state, relation, place, "CHECK")
    return replace(constraint, condition=condition)


def _prepare_foreign(
    state: State, relation: Relation, constraint: Constraint, span: Span
) -> Constraint:
    reference = constraint.reference
    if reference is None:
        return constraint
    foreign = None
    try:
        target = _target(state, relation, reference)
        columns = reference.columns or _primary_columns(state, target, reference)
        for column in columns:
            find_column(target, column, constraint.span or reference.table.span)
        foreign = ForeignKey(constraint.columns, target.schema, target.name, columns)
    except CodegenError as caught:
        if not state.lenient:
            raise
        let_pass(state, caught.diagnostic, "the foreign key is left out")
    return replace(constraint, reference=None, foreign=foreign)


def _target(state: State, relation: Relation, reference: Reference) -> Relation:
    return current(state, find_relation(state, reference.table))


def _primary_columns(state: State, target: Relation, reference: Reference) -> tuple[str, ...]:
    for one in state.constraints.get(target.type, ()):
        if one.kind == "primary":
            return one.columns
    raise error(
        "undefined-object",
        f'there is no primary key for referenced table "{target.name}"',
        reference.table.span,
        "Name the referenced columns, or give the table a primary key.",
    )


_PREPARE: dict[str, Callable[[State, Relation, Constraint, Span], Constraint]] = {
    "primary": _prepare_key,
    "unique": _prepare_key,
    "check": _prepare_check,
    "foreign": _prepare_foreign,
}
_LABELS = {"unique": "key", "foreign": "fkey", "exclude": "excl", "index": "idx"}


def _chosen_name(state: State, relation: Relation, constraint: Constraint) -> str:
    schema = relation.schema

    def taken(name: str) -> bool:
        if constraint.has_index and is_taken(state, schema, name):
            return True
        return constraint_is_taken(state, schema, name)

    if constraint.kind == "primary":
        return free_name(relation.name, "", "pkey", taken)
    if constraint.kind == "check":
        return free_name(relation.name, _checked_column(relation, constraint), "check", taken)
    if constraint.kind == "not_null":
        return free_name(relation.name, joined(constraint.columns), "not_null", taken)
    columns = constraint.naming or constraint.columns
    return free_name(relation.name, joined(columns), _LABELS[constraint.kind], taken)


def _checked_column(relation: Relation, constraint: Constraint) -> str:
    """The only column that a CHECK is about; its name becomes part of the constraint's."""
    columns = [one.name for one in relation.columns if one.name in constraint.mentions]
    return columns[0] if len(columns) == 1 else ""
