"""CREATE and ALTER of enums, composite, range and base types, and of domains."""

from __future__ import annotations

from collections.abc import Callable

from codegen.diagnostics import error
from codegen.postgres import oids
from codegen.postgres.catalog import Cast, Column, Function, Relation, Type
from codegen.records import replace
from codegen.schema.cursor import Cursor, Name
from codegen.schema.drops import drop_column_uses
from codegen.schema.options import read_options
from codegen.schema.renames import move_relation, rename_column, rename_relation
from codegen.schema.state import (
    State,
    add_relation,
    change_column,
    current,
    duplicate,
    existing_schema,
    find_column,
    find_type,
    first_here,
    home,
    if_exists,
    if_not_exists,
    numbered,
    put,
    resolve_type,
    suggestion,
    typmod,
)
from codegen.source import Span


def create_type(state: State, cursor: Cursor) -> None:
    """CREATE TYPE: AS ENUM, AS RANGE, AS (fields), a base type, or a shell."""
    name = cursor.qualified()
    schema = home(state, name)
    known = state.catalog.find_type(schema, name.name)
    if known is not None and not (known.kind == "p" and known.category == "P"):
        raise duplicate(f'type "{name.name}"', name.span)
    if cursor.accept("as", "enum"):
        _enum(state, cursor, schema, name)
    elif cursor.accept("as", "range"):
        _range(state, cursor, schema, name)
    elif cursor.accept("as"):
        _composite(state, cursor, schema, name)
    elif cursor.at("("):
        _base(state, cursor, schema, name, known)
    else:
        state.catalog.add_type(Type(oid=0, schema=schema, name=name.name, kind="p", category="P"))


# Enums --------------------------------------------------------------------------------------------


def _enum(state: State, cursor: Cursor, schema: str, name: Name) -> None:
    cursor.expect("(")
    labels: dict[str, Span] = {}
    while not cursor.at(")"):
        span = cursor.span_of(cursor.token)
        label = _label(cursor)
        if label in labels:
            raise error(
                "duplicate-object",
                f'enum label "{label}" is used more than once',
                span,
                "Each label of an enum is a different one: remove this one.",
                first_here(labels[label]),
            )
        labels[label] = span
        if not cursor.accept(","):
            break
    cursor.expect(")")
    state.catalog.add_type(
        Type(oid=0, schema=schema, name=name.name, kind="e", category="E", labels=tuple(labels))
    )


def _label(cursor: Cursor) -> str:
    token = cursor.token
    if token.kind != "string":
        raise cursor.syntax_error()
    return cursor.advance().text


def _add_value(state: State, cursor: Cursor, type_: Type) -> None:
    exists_already = if_not_exists(cursor)
    span = cursor.span_of(cursor.token)
    label = _label(cursor)
    if label in type_.labels:
        if exists_already:
            return
        raise duplicate(f'enum label "{label}"', span)
    labels = list(type_.labels)
    place = len(labels)
    if cursor.at("before") or cursor.at("after"):
        after = cursor.advance().text == "after"
        place = _place_of(cursor, type_) + after
    labels.insert(place, label)
    state.catalog.replace_type(replace(type_, labels=tuple(labels)))


def _place_of(cursor: Cursor, type_: Type) -> int:
    span = cursor.span_of(cursor.token)
    label = _label(cursor)
    if label not in type_.labels:
        raise error(
            "undefined-object",
            f'"{label}" is not an existing enum label',
            span,
            suggestion(label, list(type_.labels)) or f"Name a label of {type_.name}.",
        )
    return type_.labels.index(label)


def _rename_value(state: State, cursor: Cursor, type_: Type) -> None:
    place = _place_of(cursor, type_)
    cursor.expect("to")
    labels = list(type_.labels)
    labels[place] = _label(cursor)
    state.catalog.replace_type(replace(type_, labels=tuple(labels)))


# Ranges and base types ----------------------------------------------------------------------------


def _range(state: State, cursor: Cursor, schema: str, name: Name) -> None:
    options = read_options(cursor)
    if "subtype" not in options:
        raise error(
            "syntax-error",
            'type attribute "subtype" is required',
            name.span,
            "Add `subtype = …` to the parenthesis.",
        )
    subtype = resolve_type(state, options["subtype"].type_name())
    given = options.get("multirange_type_name")
    multirange = (
        given.qualified() if given else Name(schema, _multirange_name(name.name), name.span)
    )
    range_oid = state.catalog.new_oid()
    multirange_type = state.catalog.add_type(
        Type(
            oid=0,
            schema=home(state, multirange),
            name=multirange.name,
            kind="m",
            category="R",
            range=range_oid,
            subtype=subtype,
        )
    )
    range_type = state.catalog.add_type(
        Type(
            oid=range_oid,
            schema=schema,
            name=name.name,
            kind="r",
            category="R",
            subtype=subtype,
            multirange=multirange_type.oid,
        )
    )
    _constructors(state, range_type, multirange_type)


def _multirange_name(name: str) -> str:
    """makeMultirangeTypeName: ``range`` in the name becomes ``multirange``, else it is appended."""
    if "range" in name:
        return name.replace("range", "multirange", 1)
    return f"{name}_multirange"


def _constructors(state: State, range_type: Type, multirange: Type) -> None:
    """The functions that PostgreSQL adds with a range type (makeRangeConstructors)."""
    bound = range_type.subtype
    array = state.catalog.array_of(range_type.oid)
    for bounds in ((bound, bound), (bound, bound, oids.TEXT)):
        _function(state, range_type, Function(oid=0, schema="", name="", args=bounds, returns=0))
    signatures: tuple[tuple[tuple[int, ...], int], ...] = (
        ((), 0),
        ((range_type.oid,), 0),
        ((array,), range_type.oid),
    )
    for args, variadic in signatures:
        function = Function(
            oid=0, schema="", name="", args=args, returns=0, variadic=variadic, strict=True
        )
        added = _function(state, multirange, function)
        if args == (range_type.oid,):
            cast = Cast(range_type.oid, multirange.oid, "e", "f", added.oid)
            state.catalog.add_cast(cast)


def _function(state: State, type_: Type, function: Function) -> Function:
    return state.catalog.add_function(
        replace(function, schema=type_.schema, name=type_.name, returns=type_.oid)
    )


def _base(state: State, cursor: Cursor, schema: str, name: Name, shell: Type | None) -> None:
    options = read_options(cursor)
    category = options["category"].advance().text if "category" in options else "U"
    element = resolve_type(state, options["element"].type_name()) if "element" in options else 0
    described = Type(
        oid=shell.oid if shell else 0,
        schema=schema,
        name=name.name,
        category=category[:1],
        preferred="preferred" in options and options["preferred"].token.text in ("true", "on"),
        element=element,
    )
    if shell is not None:
        state.catalog.drop_type(shell)
    state.catalog.add_type(described)


# Composite types ----------------------------------------------------------------------------------


def _composite(state: State, cursor: Cursor, schema: str, name: Name) -> None:
    cursor.expect("(")
    columns: list[Column] = []
    while not cursor.at(")"):
        columns.append(_attribute(state, cursor))
        if not cursor.accept(","):
            break
    cursor.expect(")")
    relation = Relation(
        schema=schema, name=name.name, kind="c", columns=tuple(columns), span=name.span
    )
    add_relation(state, relation, name)


def _attribute(state: State, cursor: Cursor) -> Column:
    token = cursor.name()
    type_name = cursor.type_name()
    if cursor.accept("collate"):
        cursor.qualified()
    return Column(
        name=token.text,
        type=resolve_type(state, type_name),
        typmod=typmod(type_name),
        span=cursor.span_of(token),
    )


def _attributes(state: State, cursor: Cursor, type_: Type) -> None:
    """ADD, DROP and ALTER ATTRIBUTE, of which a statement may have several."""
    relation = state.catalog.relation_of_type(type_.oid)
    if relation is None or relation.kind != "c":
        span = cursor.span_of(cursor.token)
        raise error(
            "wrong-object-type",
            f'"{type_.name}" is not a composite type',
            span,
            "Only a type with attributes can have them changed.",
        )
    while True:
        _change_attribute(state, cursor, current(state, relation))
        if not cursor.accept("cascade"):
            cursor.accept("restrict")
        if not cursor.accept(","):
            break


def _change_attribute(state: State, cursor: Cursor, relation: Relation) -> None:
    if cursor.accept("add", "attribute"):
        column = _attribute(state, cursor)
        for one in _of_type(state, relation):
            put(state, replace(one, columns=numbered((*one.columns, column))))
    elif cursor.accept("drop", "attribute"):
        missing_ok = if_exists(cursor)
        token = cursor.name()
        if relation.column(token.text) is None and missing_ok:
            return
        find_column(relation, token.text, cursor.span_of(token))
        for one in _of_type(state, relation):
            drop_column_uses(state, one, find_column(one, token.text, None))
            columns = tuple(column for column in one.columns if column.name != token.text)
            put(state, replace(current(state, one), columns=columns))
    else:
        _retype_attribute(state, cursor, relation)


def _retype_attribute(state: State, cursor: Cursor, relation: Relation) -> None:
    cursor.expect("alter", "attribute")
    token = cursor.name()
    if not cursor.accept("set", "data", "type"):
        cursor.expect("type")
    type_name = cursor.type_name()
    if cursor.accept("collate"):
        cursor.qualified()
    find_column(relation, token.text, cursor.span_of(token))
    oid = resolve_type(state, type_name)
    for one in _of_type(state, relation):
        column = find_column(one, token.text, None)
        changed = replace(column, type=oid, typmod=typmod(type_name))
        change_column(state, one, column, changed)


def _rename_attribute(state: State, cursor: Cursor, type_: Type) -> None:
    token = cursor.name()
    cursor.expect("to")
    new = cursor.name()
    relation = state.catalog.relation_of_type(type_.oid)
    if relation is not None:
        find_column(relation, token.text, cursor.span_of(token))
        for one in _of_type(state, relation):
            rename_column(state, one, token.text, new.text)


def _of_type(state: State, relation: Relation) -> list[Relation]:
    """A composite type, and the tables that are OF it: these follow it (with CASCADE)."""
    return [relation, *(one for one in state.catalog.relations() if one.of_type == relation.type)]


# ALTER TYPE ---------------------------------------------------------------------------------------


def alter_type(state: State, cursor: Cursor) -> None:
    """ALTER TYPE."""
    name = cursor.qualified()
    type_ = find_type(state, name)
    for words, action in _ACTIONS:
        if cursor.accept(*words):
            action(state, cursor, type_)
            return
    if cursor.at("add", "attribute") or cursor.at("drop", "attribute") or cursor.at("alter"):
        _attributes(state, cursor, type_)
    elif not (cursor.at("owner") or cursor.at("set")):
        raise cursor.syntax_error()


def _rename_to(state: State, cursor: Cursor, type_: Type) -> None:
    name = cursor.qualified()
    relation = state.catalog.relation_of_type(type_.oid)
    if relation is not None:
        rename_relation(state, relation, name)
        return
    if state.catalog.find_type(type_.schema, name.name) is not None:
        raise duplicate(f'type "{name.name}"', name.span)
    state.catalog.replace_type(replace(type_, name=name.name))


def _set_schema(state: State, cursor: Cursor, type_: Type) -> None:
    name = cursor.qualified()
    relation = state.catalog.relation_of_type(type_.oid)
    if relation is not None:
        move_relation(state, relation, name)
        return
    schema = existing_schema(state, name.name, name.span)
    state.catalog.replace_type(replace(type_, schema=schema))


_ACTIONS: tuple[tuple[tuple[str, ...], Callable[[State, Cursor, Type], None]], ...] = (
    (("add", "value"), _add_value),
    (("rename", "value"), _rename_value),
    (("rename", "attribute"), _rename_attribute),
    (("rename", "to"), _rename_to),
    (("set", "schema"), _set_schema),
)


# Domains ------------------------------------------------------------------------------------------


def create_domain(state: State, cursor: Cursor) -> None:
    """CREATE DOMAIN: its base type and whether it is NOT NULL; its checks bear on no type."""
    name = cursor.qualified()
    schema = home(state, name)
    if state.catalog.find_type(schema, name.name) is not None:
        raise duplicate(f'type "{name.name}"', name.span)
    cursor.accept("as")
    base = state.catalog.type(resolve_type(state, cursor.type_name()))
    state.catalog.add_type(
        Type(
            oid=0,
            schema=schema,
            name=name.name,
            kind="d",
            category=base.category,
            preferred=base.preferred,
            base=base.oid,
            not_null=_domain_constraints(cursor),
        )
    )


def _domain_constraints(cursor: Cursor) -> bool:
    """Moves past a domain's constraints and says whether NOT NULL is among them."""
    not_null = False
    while not cursor.done:
        if cursor.accept("not", "null"):
            not_null = True
        elif cursor.at("("):
            cursor.group()
        elif cursor.accept("default"):
            # DEFAULT NULL is no constraint, and NOT NULL may follow it.
            cursor.advance()
        else:
            cursor.advance()
    return not_null


def alter_domain(state: State, cursor: Cursor) -> None:
    """ALTER DOMAIN."""
    name = cursor.qualified()
    type_ = find_type(state, name)
    if type_.kind != "d":
        help = "Name a domain, or use ALTER TYPE."
        raise error("wrong-object-type", f'"{name}" is not a domain', name.span, help)
    if cursor.accept("set", "not", "null"):
        state.catalog.replace_type(replace(type_, not_null=True))
    elif cursor.accept("drop", "not", "null"):
        state.catalog.replace_type(replace(type_, not_null=False))
    elif cursor.accept("add"):
        if _domain_constraints(cursor):
            state.catalog.replace_type(replace(type_, not_null=True))
    elif cursor.accept("rename", "to"):
        _rename_to(state, cursor, type_)
    elif cursor.accept("set", "schema"):
        _set_schema(state, cursor, type_)
