"""What the rules share while a schema is read: the catalog so far, and what it doesn't hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from codegen.analysis.definitions import defined_here
from codegen.analysis.types import check_modifiers, type_help
from codegen.diagnostics import CodegenError, Diagnostic, Label, Severity, error
from codegen.nearest import nearest
from codegen.postgres import oids
from codegen.postgres.catalog import TEMPORARY, Catalog, Column, Relation, Type
from codegen.postgres.elsewhere import the_extensions
from codegen.postgres.type_modifiers import modifier
from codegen.records import dataclass, field, replace
from codegen.schema.constraints import Constraint, described
from codegen.schema.cursor import Cursor, Name
from codegen.source import Source, Span
from codegen.sql.lexer import tokenize
from codegen.sql.typenames import TypeName

Place = tuple[str, str]
Constraints = tuple[Constraint, ...]


@dataclass(slots=True)
class State:
    """A schema while it is read.

    ``constraints`` and ``children`` (tables that inherit, and partitions) go by the oid of a
    relation's row type, which renaming leaves alone. ``named`` has these oids by the names of
    constraints, also of some that are gone. ``owned`` says which column a sequence belongs
    to. ``triggers`` and ``rules`` are the named ones that bear on how many rows a statement
    touches, triggers with their events. ``uses`` has what each view reads: row types with the
    numbers of columns. ``outer_path`` is the search path to go back to where SET LOCAL ends.
    ``aliases`` are names that stand for types.
    ``fine`` are the expressions of tables that are known to be, until something changes that they
    may be made of.
    ``lenient`` lets pass what another part of the schema may have: types, and tables that foreign
    keys refer to.
    """

    catalog: Catalog
    source: Source
    diagnostics: list[Diagnostic] = field(default_factory=list[Diagnostic])
    constraints: dict[int, Constraints] = field(default_factory=dict[int, tuple[Constraint, ...]])
    named: dict[str, set[int]] = field(default_factory=dict[str, set[int]])
    children: dict[int, list[int]] = field(default_factory=dict[int, list[int]])
    owned: dict[Place, tuple[int, str]] = field(default_factory=dict[Place, tuple[int, str]])
    triggers: dict[int, dict[str, frozenset[str]]] = field(
        default_factory=dict[int, dict[str, frozenset[str]]]
    )
    rules: dict[int, set[str]] = field(default_factory=dict[int, set[str]])
    uses: dict[int, frozenset[tuple[int, int]]] = field(
        default_factory=dict[int, frozenset[tuple[int, int]]]
    )
    outer_path: list[str] | None = None
    aliases: Mapping[str, str] = field(default_factory=dict[str, str])
    fine: set[tuple[object, ...]] = field(default_factory=set[tuple[object, ...]])
    lenient: bool = False


def warn(state: State, message: str, span: Span, help: str) -> None:
    """Adds a warning of a statement that could shape types and is not understood."""
    state.diagnostics.append(
        Diagnostic(
            code="schema-statement",
            message=message,
            span=span,
            help=help,
            severity=Severity.WARNING,
        )
    )


def let_pass(state: State, diagnostic: Diagnostic, consequence: str) -> None:
    """Adds a mistake as a warning that says what follows from it."""
    message = f"{diagnostic.message}; {consequence}"
    state.diagnostics.append(replace(diagnostic, message=message, severity=Severity.WARNING))


#: More columns than this are not listed.
_LISTED = 12


# Looking up ---------------------------------------------------------------------------------------


def find_relation(state: State, name: Name) -> Relation:
    """The relation of this name.

    Raises undefined-table.
    """
    found = state.catalog.relation(name.schema, name.name)
    if found is None:
        raise undefined_relation(state, name)
    return found


def undefined_relation(state: State, name: Name) -> CodegenError:
    """The error for a relation that isn't there, with the nearest name as a help."""
    known = {relation.name: relation for relation in state.catalog.relations()}
    near = nearest(name.name, known)
    return error(
        "undefined-table",
        f'relation "{name}" does not exist',
        name.span,
        f'Did you mean "{near}"?'
        if near
        else "Create it before this statement, or correct the name.",
        defined_here(known[near]) if near else (),
    )


def suggestion(name: str, known: list[str], cutoff: float = 0.6) -> str | None:
    """Did you mean …? None where nothing is near."""
    near = get_close_matches(name, known, 1, cutoff)
    return f'Did you mean "{near[0]}"?' if near else None


def resolve_type(state: State, name: TypeName) -> int:
    """The oid of the type that is written so.

    Raises undefined-type.
    """
    if name.percent_type:
        return _column_type(state, name)
    *qualifiers, last = name.names
    found = state.catalog.find_type(qualifiers[-1] if qualifiers else None, last)
    found = found or _of_unknown_extension(state, name)
    if found is None:
        wrong = undefined_type(
            state, ".".join(name.names), Span(state.source, name.start, name.end)
        )
        if not state.lenient:
            raise wrong
        let_pass(state, wrong.diagnostic, "its values are taken for texts")
        schema = qualifiers[-1] if qualifiers else state.catalog.creation_schema or "public"
        found = state.catalog.add_type(Type(oid=0, schema=schema, name=last))
    if last in state.aliases and found.name != last:
        _tell_alias(state, name, last)
    elif not state.lenient:
        check_modifiers(found, name.modifiers, Span(state.source, name.start, name.end))
    if not name.dimensions:
        return found.oid
    return found.array or found.oid


def _tell_alias(state: State, name: TypeName, alias: str) -> None:
    """Says it once for each alias."""
    message = f"{alias} is not a type of PostgreSQL; it is taken as {state.aliases[alias]}"
    if all(one.message != message for one in state.diagnostics):
        state.diagnostics.append(
            Diagnostic(
                code="type-alias",
                message=message,
                span=Span(state.source, name.start, name.end),
                help="Write the type itself if this schema is for PostgreSQL alone.",
                severity=Severity.NOTE,
            )
        )


def _of_unknown_extension(state: State, name: TypeName) -> Type | None:
    """A type that nothing but an extension can have, of which no more than the name is known.

    None where every extension is known, or the name has the schema of none of the others.
    """
    *qualifiers, last = name.names
    schema = qualifiers[-1] if qualifiers else None
    homes = state.catalog.unknown_extensions
    possible = [one for one, home in homes.items() if schema in (None, home)]
    if not possible:
        return None
    state.diagnostics.append(
        Diagnostic(
            code="schema-statement",
            message=f'"{last}" is taken for a type of {the_extensions(possible)}',
            span=Span(state.source, name.start, name.end),
            help="Its values are texts in Python, unless there is an override. If the name is"
            " a mistake, correct it.",
            severity=Severity.WARNING,
        )
    )
    home = homes[possible[0]]
    return state.catalog.add_type(Type(oid=0, schema=home, name=last, extension=possible[0]))


def undefined_type(state: State, name: str, span: Span) -> CodegenError:
    """The error for a type that isn't there, with the nearest name as a help."""
    help = type_help(state.catalog, name.rpartition(".")[2])
    return error("undefined-type", f'type "{name}" does not exist', span, help)


def find_type(state: State, name: Name) -> Type:
    """The type of this name.

    Raises undefined-type.
    """
    found = state.catalog.find_type(name.schema, name.name)
    if found is None:
        raise undefined_type(state, str(name), name.span)
    return found


def _column_type(state: State, name: TypeName) -> int:
    span = Span(state.source, name.start, name.end)
    if len(name.names) < 2:
        raise error("syntax-error", "%TYPE needs table.column", span, "Write table.column%TYPE.")
    table = Name(name.names[-3] if len(name.names) > 2 else None, name.names[-2], span)
    return find_column(find_relation(state, table), name.names[-1], span).type


def find_column(relation: Relation, name: str, span: Span | None) -> Column:
    """The column of this name.

    Raises undefined-column.
    """
    found = relation.column(name)
    if found is None:
        names = [column.name for column in relation.columns]
        near = nearest(name, names)
        listed = f"It has {', '.join(names)}: a" if 0 < len(names) <= _LISTED else "A"
        raise error(
            "undefined-column",
            f'column "{name}" of relation "{relation.name}" does not exist',
            word_in(span, name) if span else None,
            f'Did you mean "{near}"?'
            if near
            else f"{listed}dd the column before this statement, or correct the name.",
            defined_here(relation, near),
        )
    return found


def word_in(span: Span, name: str) -> Span:
    """The place of a name inside a parenthesis of a span; the span where it isn't there."""
    tokens = tokenize(span.source.text, span.source, span.start, span.end)
    opened = next((i for i, token in enumerate(tokens) if token.text == "("), len(tokens))
    for token in tokens[opened:]:
        if token.text == name and token.kind in ("name", "quoted"):
            return Span(span.source, token.start, token.end)
    return span


def typmod(name: TypeName) -> tuple[int, ...]:
    """A type's modifiers as numbers: ``numeric(10, 2)`` has (10, 2)."""
    numbers = (modifier(text) for text in name.modifiers)
    return tuple(number for number in numbers if number is not None)


def home(state: State, name: Name, flags: frozenset[str] = frozenset()) -> str:
    """The schema that a new object of this name goes to; ``flags`` are words such as ``temp``.

    Raises undefined-schema.
    """
    if name.schema == TEMPORARY or (name.schema is None and not flags.isdisjoint(_TEMPORARY)):
        state.catalog.add_schema(TEMPORARY)
        return TEMPORARY
    if name.schema is None:
        found = state.catalog.creation_schema
        if found is None:
            raise error(
                "undefined-schema",
                "no schema has been selected to create in",
                name.span,
                "Name a schema, or set search_path to one that exists.",
            )
        return found
    return existing_schema(state, name.schema, name.span)


_TEMPORARY = frozenset(["temp", "temporary"])


def existing_schema(state: State, schema: str, span: Span) -> str:
    """The name of a schema that is there.

    Raises undefined-schema.
    """
    if schema not in state.catalog.schemas:
        raise error(
            "undefined-schema",
            f'schema "{schema}" does not exist',
            span,
            suggestion(schema, sorted(state.catalog.schemas)) or f"Add `CREATE SCHEMA {schema};`.",
        )
    return schema


def first_here(first: object) -> tuple[Label, ...]:
    """The label at the first of two things, if its place is known."""
    return (Label(first, "the first one is here"),) if isinstance(first, Span) else ()


def duplicate(what: str, span: Span, first: object = None) -> CodegenError:
    """The error for an object that is there already; ``first`` is its place, if it is known."""
    help = "Rename one of the two, or drop the first; IF NOT EXISTS keeps it."
    return error("duplicate-object", f"{what} already exists", span, help, first_here(first))


def is_taken(state: State, schema: str, name: str) -> bool:
    """Whether a relation or an index has the name."""
    return (schema, name) in state.catalog.indexes or state.catalog.relation(
        schema, name
    ) is not None


def named_constraint(state: State, relation: Relation, name: str) -> Constraint | None:
    """The constraint of a relation that has the name: an index may have the same."""
    listed = state.constraints.get(relation.type, ())
    return next((one for one in listed if one.name == name and one.kind != "index"), None)


def constraint_is_taken(state: State, schema: str, name: str) -> bool:
    """Whether a constraint of any relation in the schema has the name (ChooseConstraintName in
    src/backend/catalog/pg_constraint.c)."""
    owners = (state.catalog.relation_of_type(oid) for oid in state.named.get(name, ()))
    return any(
        one is not None and one.schema == schema and named_constraint(state, one, name) is not None
        for one in owners
    )


def named_index(state: State, relation: Relation, name: str) -> Constraint | None:
    """The index of a relation that has the name, or the constraint that it comes with."""
    listed = state.constraints.get(relation.type, ())
    return next((one for one in listed if one.name == name and one.has_index), None)


def if_exists(cursor: Cursor) -> bool:
    """Moves past IF EXISTS."""
    return cursor.accept("if", "exists")


def if_not_exists(cursor: Cursor) -> bool:
    """Moves past IF NOT EXISTS."""
    return cursor.accept("if", "not", "exists")


# Changing -----------------------------------------------------------------------------------------


def add_relation(state: State, relation: Relation, name: Name) -> Relation:
    """Adds a relation; its columns are numbered.

    Raises duplicate-object where a relation, an index or a type has its name.
    """
    if is_taken(state, relation.schema, relation.name):
        first = state.catalog.relation(relation.schema, relation.name)
        raise duplicate(f'relation "{relation.name}"', name.span, first.span if first else None)
    known = state.catalog.find_type(relation.schema, relation.name)
    if known is not None and relation.kind != "S":
        if not known.is_array:
            raise duplicate(f'type "{relation.name}"', name.span)
        _move_array_type(state, known)
    return state.catalog.add_relation(replace(relation, columns=numbered(relation.columns)))


def _move_array_type(state: State, array: Type) -> None:
    """Makes room for a type by giving an array type of the same name another underscore."""
    name = "_" + array.name
    while state.catalog.find_type(array.schema, name) is not None:
        name = "_" + name
    state.catalog.replace_type(replace(array, name=name))


def numbered(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns, with a number (pg_attribute.attnum) for those that have none yet."""
    last = max((column.number for column in columns), default=0)
    found: list[Column] = []
    for column in columns:
        if not column.number:
            last += 1
            column = replace(column, number=last)
        found.append(column)
    return tuple(found)


def put(state: State, relation: Relation) -> Relation:
    """Puts a changed relation in the place of the one with its row type."""
    constraints = state.constraints.get(relation.type, ())
    return state.catalog.replace_relation(described(state.catalog, relation, constraints))


def change_column(state: State, relation: Relation, column: Column, changed: Column) -> Relation:
    """Puts a changed column in the place of another."""
    columns = tuple(changed if one is column else one for one in relation.columns)
    return put(state, replace(relation, columns=columns))


def current(state: State, relation: Relation) -> Relation:
    """The relation as it is now."""
    found = state.catalog.relation_of_type(relation.type) if relation.type else None
    return found or relation


def descendants(state: State, relation: Relation) -> Iterator[Relation]:
    """The tables that inherit from a table, directly and through others, and its partitions."""
    for oid in state.children.get(relation.type, ()):
        child = state.catalog.relation_of_type(oid)
        if child is not None:
            yield child
            yield from descendants(state, child)


def family(state: State, relation: Relation, only: bool = False) -> list[Relation]:
    """A table and, unless ``only`` it is meant, those that inherit from it."""
    return [relation] if only else [relation, *descendants(state, relation)]


def add_child(state: State, parent: Relation, child: Relation) -> Relation:
    """Makes a table inherit from another."""
    state.children.setdefault(parent.type, []).append(child.type)
    child = put(state, replace(child, parents=(*child.parents, (parent.schema, parent.name))))
    if state.triggers:
        mark_triggers(state, child)
    return current(state, child)


def ancestors(state: State, relation: Relation) -> Iterator[Relation]:
    """The tables that a table inherits from, directly and through others."""
    for place in relation.parents:
        parent = state.catalog.relation(*place)
        if parent is not None:
            yield parent
            yield from ancestors(state, parent)


def mark_triggers(state: State, table: Relation) -> None:
    """Says of a table and of its relatives on which events triggers fire.

    A statement on a table reaches its children and their triggers, too; a partition has those of
    the table that it is a part of as well.
    """
    for one in (*family(state, table), *ancestors(state, table)):
        now = current(state, one)
        whole = [parent for parent in ancestors(state, now) if parent.kind == "p"]
        near = (*family(state, now), *whole)
        named = [state.triggers.get(each.type, {}) for each in near]
        events = frozenset(event for found in named for each in found.values() for event in each)
        rules = bool(state.rules.get(now.type))
        put(state, replace(now, row_triggers=events, rules=rules))


def default_type(oid: int) -> int:
    """The type of a view's column: a literal's is text."""
    return oids.TEXT if oid == oids.UNKNOWN else oid
