"""CREATE TABLE in its forms, and what it shares with ALTER TABLE: adding constraints."""

from __future__ import annotations

from codegen.diagnostics import CodegenError, error
from codegen.postgres.catalog import Column, Relation
from codegen.records import dataclass, field, replace
from codegen.schema.columns import ColumnDraft, read_column, read_column_constraints
from codegen.schema.constraints import (
    Constraint,
    at_constraint,
    read_constraint,
    without_redundant,
)
from codegen.schema.cursor import Cursor, Name
from codegen.schema.expressions import check_column
from codegen.schema.sequences import add_sequence
from codegen.schema.state import (
    State,
    add_child,
    add_relation,
    current,
    find_relation,
    find_type,
    first_here,
    home,
    if_not_exists,
    is_taken,
    put,
)
from codegen.schema.table_constraints import admit
from codegen.source import Span


@dataclass(slots=True)
class TableDraft:
    """A table while its statement is read. ``sequences`` has the columns that get one,
    ``expressions`` the places of their DEFAULTs and of what generates them."""

    columns: list[Column] = field(default_factory=list[Column])
    constraints: list[Constraint] = field(default_factory=list[Constraint])
    sequences: dict[str, Name | None] = field(default_factory=dict[str, Name | None])
    parents: list[Relation] = field(default_factory=list[Relation])
    expressions: dict[str, Span] = field(default_factory=dict[str, Span])
    of_type: int = 0

    def add(self, column: ColumnDraft) -> None:
        """Adds a column with its constraints, merging it with an inherited one."""
        self.constraints.extend(column.constraints)
        if column.sequence:
            self.sequences[column.name] = column.sequence_name
        if column.expression is not None:
            self.expressions[column.name] = column.expression
        if column.defaults_to_null:
            self.columns = [
                replace(one, has_default=False, default=None) if one.name == column.name else one
                for one in self.columns
            ]
        self.merge(column.column(len(self.columns) + 1), column.span)

    def merge(self, column: Column, span: Span) -> None:
        """Adds a column; one of the same name that is inherited already is made stricter.

        Raises duplicate-column where the table itself has it twice.
        """
        for index, known in enumerate(self.columns):
            if known.name == column.name:
                if not self.parents:
                    raise _twice(column.name, span, known.span)
                if known.type != column.type:
                    raise _conflict(column.name, span)
                self.columns[index] = _merged(known, column)
                return
        self.columns.append(column)


def _twice(name: str, span: Span, first: object) -> CodegenError:
    return error(
        "duplicate-column",
        f'column "{name}" specified more than once',
        span,
        "Remove one of the two, or rename it.",
        first_here(first),
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
    cursor.refuse_reserved()
    name = cursor.qualified()
    schema = home(state, name, cursor.flags)
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
        elif cursor.done:
            raise cursor.syntax_error()
        elif cursor.tokens[cursor.index + 1].text in (",", ")"):
            # CREATE TABLE … (a, b) AS: names alone.
            token = cursor.name()
            draft.columns.append(Column(name=token.text, type=0, span=cursor.span_of(token)))
        else:
            draft.add(read_column(state, cursor))
        if not cursor.accept(","):
            break
        if cursor.at(")"):
            raise cursor.syntax_error()
    cursor.expect(")")


def _table_constraint(cursor: Cursor, draft: TableDraft) -> None:
    constraint = read_constraint(cursor)
    if constraint is None:
        raise cursor.syntax_error()
    draft.constraints.append(constraint)


def _inherits(cursor: Cursor) -> bool:
    """Whether INHERITS follows the parenthesis: inherited columns come before its own."""
    if not any(token.text == "inherits" for token in cursor.tokens):
        return False
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
            draft.constraints.append(replace(constraint, inherited=True))


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
    if override.expression is not None:
        draft.expressions[token.text] = override.expression
    draft.columns[index] = _merged(draft.columns[index], override.column())


def _of_type(state: State, cursor: Cursor, draft: TableDraft) -> None:
    of_type = find_type(state, cursor.qualified())
    draft.columns = [replace(column, number=0) for column in of_type.fields]
    draft.of_type = of_type.oid
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
        elif cursor.at(")") or (cursor.token.kind == "name" and cursor.token.text in _NO_OPTIONS):
            raise cursor.syntax_error()
        else:
            cursor.advance()
    return kind


#: Words that no option of a table has: another statement begins, or a table of another database.
_NO_OPTIONS = frozenset(
    "create alter insert update select comment grant go engine charset auto_increment".split()
)


def _create(state: State, name: Name, relation: Relation, draft: TableDraft) -> None:
    unknown = next((column for column in draft.columns if not column.type), None)
    if unknown is not None:
        raise error(
            "syntax-error",
            f'column "{unknown.name}" has no type',
            unknown.span,
            "Write the column's type after its name.",
        )
    created = add_relation(
        state, replace(relation, columns=tuple(draft.columns), of_type=draft.of_type), name
    )
    for column, sequence in draft.sequences.items():
        add_sequence(state, created, column, sequence)
    for constraint in without_redundant(draft.constraints):
        created, _ = admit(state, created, constraint, name.span)
    created = put(state, created)
    for column, place in draft.expressions.items():
        check_column(state, created, column, place)
    for parent in draft.parents:
        created = add_child(state, current(state, parent), created)
