"""CREATE TABLE in its forms, and what it shares with ALTER TABLE: adding constraints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from codegen.diagnostics import CodegenError, error
from codegen.postgres.catalog import Column, ForeignKey, Relation
from codegen.schema.columns import ColumnDraft, read_column, read_column_constraints
from codegen.schema.conditions import Condition
from codegen.schema.constraints import RANK, Constraint, Reference, at_constraint, read_constraint
from codegen.schema.cursor import Cursor, Name
from codegen.schema.names import free_name, joined
from codegen.schema.sequences import sequence_relation
from codegen.schema.state import (
    State,
    add_child,
    add_relation,
    constraint_is_taken,
    current,
    descendants,
    duplicate,
    find_column,
    find_relation,
    find_type,
    home,
    if_not_exists,
    is_taken,
    put,
)
from codegen.source import Span


@dataclass(slots=True)
class TableDraft:
    """A table while its statement is read. ``sequences`` has the columns that get one."""

    columns: list[Column] = field(default_factory=list)
    constraints: list[Constraint] = field(default_factory=list)
    sequences: dict[str, Name | None] = field(default_factory=dict)
    parents: list[Relation] = field(default_factory=list)

    def add(self, column: ColumnDraft) -> None:
        """Adds a column with its constraints, merging it with an inherited one."""
        self.constraints.extend(column.constraints)
        if column.sequence:
            self.sequences[column.name] = column.sequence_name
        self.merge(column.column(len(self.columns) + 1), column.span)

    def merge(self, column: Column, span: Span) -> None:
        """Adds a column; one of the same name that is inherited already is made stricter.

        Raises duplicate-column where the table itself has it twice.
        """
        for index, known in enumerate(self.columns):
            if known.name == column.name:
                if not self.parents:
                    raise _twice(column.name, span)
                if known.type != column.type:
                    raise _conflict(column.name, span)
                self.columns[index] = _merged(known, column)
                return
        self.columns.append(column)


def _twice(name: str, span: Span) -> CodegenError:
    return error(
        "duplicate-column",
        f'column "{name}" specified more than once',
        span,
        "Remove one of the two, or rename it.",
    )


def _conflict(name: str, span: Span) -> CodegenError:
    return error(
        "datatype-mismatch",
        f'column "{name}" has a type conflict',
        span,
        "Give it the type that the parent's column has.",
    )


def _merged(known: Column, added: Column) -> Column:
    return replace(
        known,
        not_null=known.not_null or added.not_null,
        has_default=known.has_default or added.has_default,
        default=added.default if added.default is not None else known.default,
        identity=added.identity or known.identity,
        generated=added.generated or known.generated,
        span=added.span or known.span,
    )


def create_table(state: State, cursor: Cursor) -> None:
    """CREATE TABLE, CREATE FOREIGN TABLE; CREATE TABLE AS is views.create_table_as."""
    exists_already = if_not_exists(cursor)
    name = cursor.qualified()
    schema = home(state, name)
    if exists_already and is_taken(state, schema, name.name):
        return
    draft = TableDraft()
    listed = True
    if cursor.accept("partition", "of"):
        _partition_of(state, cursor, draft)
    elif cursor.accept("of"):
        _of_type(state, cursor, draft)
    else:
        listed = cursor.at("(")
        _elements(state, cursor, draft)
    kind = _tail(cursor)
    if kind == "as":
        from codegen.schema.views import fill_table

        fill_table(state, cursor, name, schema, draft.columns)
        return
    if not listed:
        raise cursor.syntax_error()
    kind = "f" if "foreign" in cursor.flags else kind
    _create(state, name, Relation(schema=schema, name=name.name, kind=kind, span=name.span), draft)


def _elements(state: State, cursor: Cursor, draft: TableDraft) -> None:
    """The parenthesis of a table: columns, constraints, LIKE. CREATE TABLE AS may have none."""
    if not cursor.at("("):
        return
    if _inherits(cursor):
        _inherit_first(state, cursor, draft)
    cursor.expect("(")
    while not cursor.at(")"):
        if cursor.at("like"):
            _like(state, cursor, draft)
        elif at_constraint(cursor):
            _table_constraint(cursor, draft)
        elif cursor.tokens[cursor.index + 1].text in (",", ")"):
            # CREATE TABLE … (a, b) AS: names alone.
            token = cursor.name()
            draft.columns.append(Column(name=token.text, type=0, span=cursor.span_of(token)))
        else:
            draft.add(read_column(state, cursor))
        if not cursor.accept(","):
            break
    cursor.expect(")")


def _table_constraint(cursor: Cursor, draft: TableDraft) -> None:
    constraint = read_constraint(cursor)
    if constraint is None:
        raise cursor.syntax_error()
    draft.constraints.append(constraint)


def _inherits(cursor: Cursor) -> bool:
    """Whether INHERITS follows the parenthesis: inherited columns come before its own."""
    start = cursor.index
    cursor.group()
    found = cursor.at("inherits")
    cursor.index = start
    return found


def _inherit_first(state: State, cursor: Cursor, draft: TableDraft) -> None:
    start = cursor.index
    cursor.group()
    cursor.expect("inherits", "(")
    while True:
        parent = find_relation(state, cursor.qualified())
        inherit(state, draft, parent)
        if not cursor.accept(","):
            break
    cursor.index = start


def inherit(state: State, draft: TableDraft, parent: Relation) -> None:
    """Takes over a parent's columns and the checks that children have to keep."""
    draft.parents.append(parent)
    for column in parent.columns:
        inherited = replace(column, number=0, identity="", comment=None)
        if column.identity:
            inherited = replace(inherited, has_default=False)
        draft.merge(inherited, column.span)
    for constraint in state.constraints.get(parent.type, ()):
        if constraint.kind == "check" and not constraint.no_inherit:
            draft.constraints.append(constraint)


def _partition_of(state: State, cursor: Cursor, draft: TableDraft) -> None:
    parent = find_relation(state, cursor.qualified())
    inherit(state, draft, parent)
    draft.columns = [
        replace(own, identity=theirs.identity, has_default=theirs.has_default)
        for own, theirs in zip(draft.columns, parent.columns, strict=True)
    ]
    draft.constraints.extend(inherited_keys(state, parent))
    if cursor.at("("):
        _overrides(cursor, draft)
    if not cursor.accept("default"):
        cursor.expect("for", "values")


def inherited_keys(state: State, parent: Relation) -> list[Constraint]:
    """A partitioned table's keys and foreign keys, as each of its partitions has them."""
    return [
        replace(one, name=one.name if one.kind == "foreign" else "")
        for one in state.constraints.get(parent.type, ())
        if one.has_index or one.kind == "foreign"
    ]


def _overrides(cursor: Cursor, draft: TableDraft) -> None:
    """The parenthesis of a typed table or a partition: constraints of columns that are there."""
    cursor.expect("(")
    while True:
        if at_constraint(cursor):
            _table_constraint(cursor, draft)
        else:
            _override(cursor, draft)
        if not cursor.accept(","):
            break
    cursor.expect(")")


def _override(cursor: Cursor, draft: TableDraft) -> None:
    token = cursor.name()
    span = cursor.span_of(token)
    index = next((i for i, one in enumerate(draft.columns) if one.name == token.text), None)
    if index is None:
        raise error(
            "undefined-column",
            f'column "{token.text}" does not exist',
            span,
            "Name a column of the parent or of the type.",
        )
    cursor.accept("with", "options")
    override = ColumnDraft(token.text, span)
    read_column_constraints(cursor, override)
    draft.constraints.extend(override.constraints)
    draft.columns[index] = _merged(draft.columns[index], override.column())


def _of_type(state: State, cursor: Cursor, draft: TableDraft) -> None:
    of_type = find_type(state, cursor.qualified())
    draft.columns = [replace(column, number=0) for column in of_type.fields]
    if cursor.at("("):
        _overrides(cursor, draft)


def _like(state: State, cursor: Cursor, draft: TableDraft) -> None:
    """LIKE: names, types and NOT NULL always, the rest as its options say."""
    cursor.expect("like")
    name = cursor.qualified()
    original = find_relation(state, name)
    options = _like_options(cursor)
    for column in original.columns:
        draft.merge(_like_column(column, options), name.span)
        if column.identity and "identity" in options:
            draft.sequences[column.name] = None
    for constraint in state.constraints.get(original.type, ()):
        if constraint.kind == "check" and "constraints" in options:
            draft.constraints.append(constraint)
        elif constraint.has_index and "indexes" in options:
            draft.constraints.append(replace(constraint, name=""))


def _like_options(cursor: Cursor) -> set[str]:
    options: set[str] = set()
    while cursor.at("including") or cursor.at("excluding"):
        including = cursor.advance().text == "including"
        option = cursor.advance().text
        named = set(_LIKE_OPTIONS) if option == "all" else {option}
        options = options | named if including else options - named
    return options


_LIKE_OPTIONS = ("comments", "constraints", "defaults", "generated", "identity", "indexes")


def _like_column(column: Column, options: set[str]) -> Column:
    identity = column.identity if "identity" in options else ""
    generated = column.generated if "generated" in options else ""
    plain = column.has_default and not column.identity and not column.generated
    default = plain and "defaults" in options
    return replace(
        column,
        number=0,
        identity=identity,
        generated=generated,
        has_default=bool(identity or generated or default),
        default=column.default if default or generated else None,
        comment=column.comment if "comments" in options else None,
    )


def _tail(cursor: Cursor) -> str:
    """Moves past what follows the columns; gives the relation's kind, "as" at CREATE TABLE AS."""
    kind = "r"
    while not cursor.done:
        if cursor.accept("partition", "by"):
            kind = "p"
        elif cursor.accept("as"):
            return "as"
        elif cursor.at("("):
            cursor.group()
        else:
            cursor.advance()
    return kind


def _create(state: State, name: Name, relation: Relation, draft: TableDraft) -> None:
    unknown = next((column for column in draft.columns if not column.type), None)
    if unknown is not None:
        raise error(
            "syntax-error",
            f'column "{unknown.name}" has no type',
            unknown.span,
            "Write the column's type after its name.",
        )
    created = add_relation(state, replace(relation, columns=tuple(draft.columns)), name)
    for column, sequence in draft.sequences.items():
        add_sequence(state, created, column, sequence)
    for constraint in sorted(draft.constraints, key=lambda one: RANK[one.kind]):
        created, _ = _admit(state, created, constraint, name.span)
    created = put(state, created)
    for parent in draft.parents:
        created = add_child(state, current(state, parent), created)


# Sequences ----------------------------------------------------------------------------------------


def add_sequence(state: State, table: Relation, column: str, given: Name | None = None) -> None:
    """Adds the sequence of a serial or an identity column."""
    schema = (given.schema if given else None) or table.schema
    name = given.name if given else _sequence_name(state, table, column)
    state.catalog.add_relation(sequence_relation(schema, name))
    state.owned[schema, name] = (table.type, column)


def _sequence_name(state: State, table: Relation, column: str) -> str:
    return free_name(table.name, column, "seq", lambda name: is_taken(state, table.schema, name))


# Constraints --------------------------------------------------------------------------------------


def add_constraint(
    state: State, relation: Relation, constraint: Constraint, span: Span, only: bool = False
) -> Relation:
    """Adds a constraint, under the name that it has or gets, to a table and to its children.

    ``only`` leaves the children out.
    """
    relation, admitted = _admit(state, relation, constraint, span)
    if admitted is None:
        return relation
    relation = put(state, relation)
    if not only:
        _hand_down(state, relation, admitted, span)
    return current(state, relation)


def _admit(
    state: State, relation: Relation, constraint: Constraint, span: Span
) -> tuple[Relation, Constraint | None]:
    """Takes up a constraint with its name; None where the table has it already."""
    constraint = _PREPARE.get(constraint.kind, _keep)(state, relation, constraint, span)
    for column in constraint.columns:
        find_column(relation, column, constraint.span or span)
    if not constraint.name:
        constraint = replace(constraint, name=_chosen_name(state, relation, constraint))
    elif constraint_is_taken(state, relation, constraint.name):
        if constraint.kind == "check":
            # A child's own check merges with the one that it inherits.
            return relation, None
        what = f'constraint "{constraint.name}" for relation "{relation.name}"'
        raise duplicate(what, constraint.span or span)
    if constraint.kind in ("primary", "not_null"):
        relation = set_not_null(state, relation, constraint.columns)
    if constraint.has_index:
        state.indexes[relation.schema, constraint.name] = relation.type
    state.constraints[relation.type] = (*state.constraints.get(relation.type, ()), constraint)
    return relation, constraint


def _hand_down(state: State, relation: Relation, constraint: Constraint, span: Span) -> None:
    partitioned = relation.kind == "p" and (constraint.has_index or constraint.kind == "foreign")
    if not partitioned and (constraint.kind != "check" or constraint.no_inherit):
        return
    for oid in state.children.get(relation.type, ()):
        child = state.catalog.relation_of_type(oid)
        if child is not None:
            name = "" if constraint.has_index else constraint.name
            add_constraint(state, child, replace(constraint, name=name), span)


def set_not_null(state: State, relation: Relation, columns: tuple[str, ...]) -> Relation:
    """SET NOT NULL on columns of a table and of those that inherit from it."""
    for one in [*descendants(state, relation), relation]:
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
    index = next((o for o in listed if o.has_index and o.name == constraint.index), None)
    if index is None:
        raise error(
            "undefined-object",
            f'index "{constraint.index}" does not exist',
            constraint.span or span,
            "Create the unique index before this statement, or correct the name.",
        )
    state.constraints[relation.type] = tuple(one for one in listed if one is not index)
    state.indexes.pop((relation.schema, index.name), None)
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
    return replace(constraint, condition=condition)


def _prepare_foreign(
    state: State, relation: Relation, constraint: Constraint, span: Span
) -> Constraint:
    reference = constraint.reference
    if reference is None:
        return constraint
    target = _target(state, relation, reference)
    columns = reference.columns or _primary_columns(state, target, reference)
    for column in columns:
        find_column(target, column, reference.table.span)
    return replace(
        constraint,
        reference=None,
        foreign=ForeignKey(constraint.columns, target.schema, target.name, columns),
    )


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
    def taken(name: str) -> bool:
        return is_taken(state, relation.schema, name) or constraint_is_taken(state, relation, name)

    if constraint.kind == "primary":
        return free_name(relation.name, "", "pkey", taken)
    if constraint.kind == "check":
        return free_name(relation.name, _checked_column(relation, constraint), "check", taken)
    if constraint.kind == "not_null":
        return free_name(relation.name, joined(constraint.columns), "not_null", taken)
    return free_name(relation.name, joined(constraint.columns), _LABELS[constraint.kind], taken)


def _checked_column(relation: Relation, constraint: Constraint) -> str:
    """The only column that a CHECK is about; its name becomes part of the constraint's."""
    columns = [one.name for one in relation.columns if one.name in constraint.mentions]
    return columns[0] if len(columns) == 1 else ""
