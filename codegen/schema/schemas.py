"""Schemas, the search path, transactions as far as they bear on it, and extensions."""

from __future__ import annotations

from codegen.postgres.catalog import Catalog
from codegen.postgres.extensions import UnknownExtension, known_extensions
from codegen.records import replace
from codegen.schema.cursor import Cursor
from codegen.schema.state import (
    State,
    current,
    duplicate,
    existing_schema,
    if_not_exists,
    suggestion,
    warn,
)
from codegen.sql.lexer import Token


def create_schema(state: State, cursor: Cursor) -> None:
    """CREATE SCHEMA, with the objects that it may create in itself."""
    from codegen.schema.statements import apply

    exists_already = if_not_exists(cursor)
    span = cursor.span_of(cursor.token)
    name = "" if cursor.at("authorization") else cursor.name().text
    if cursor.accept("authorization"):
        role = cursor.name().text
        name = name or role
    if name in state.catalog.schemas and not exists_already and name != "public":
        raise duplicate(f'schema "{name}"', span)
    state.catalog.add_schema(name)
    if cursor.done:
        return
    path = state.catalog.search_path
    state.catalog.search_path = [name, *path]
    try:
        for tokens in _objects(cursor):
            apply(state, tokens)
    finally:
        state.catalog.search_path = path


def _objects(cursor: Cursor) -> list[list[Token]]:
    """The statements inside CREATE SCHEMA: each starts with CREATE or GRANT."""
    starts: list[int] = []
    depth = 0
    for index in range(cursor.index, len(cursor.tokens) - 1):
        token = cursor.tokens[index]
        if token.kind == "punct":
            depth += (token.text in "([") - (token.text in ")]")
        elif depth == 0 and token.kind == "name" and token.text in ("create", "grant"):
            starts.append(index)
    if not starts or starts[0] != cursor.index:
        raise cursor.syntax_error()
    stops = [*starts[1:], len(cursor.tokens) - 1]
    return [
        [*cursor.tokens[start:stop], cursor.tokens[stop]._replace(kind="end", text="")]
        for start, stop in zip(starts, stops, strict=True)
    ]


def alter_schema(state: State, cursor: Cursor) -> None:
    """ALTER SCHEMA: RENAME TO."""
    token = cursor.name()
    old = existing_schema(state, token.text, cursor.span_of(token))
    if not cursor.accept("rename", "to"):
        return
    new = cursor.name().text
    catalog = state.catalog
    catalog.schemas.discard(old)
    catalog.schemas.add(new)
    _move(state, old, new, None)
    for schema, index in [place for place in state.catalog.indexes if place[0] == old]:
        state.catalog.indexes[new, index] = state.catalog.indexes.pop((schema, index))
    for extension, home in catalog.extensions.items():
        catalog.extensions[extension] = new if home == old else home


def alter_extension(state: State, cursor: Cursor) -> None:
    """ALTER EXTENSION: SET SCHEMA."""
    name = cursor.name().text
    if not cursor.accept("set", "schema"):
        return
    token = cursor.name()
    new = existing_schema(state, token.text, cursor.span_of(token))
    old = state.catalog.extensions.get(name)
    if old is not None:
        state.catalog.extensions[name] = new
        _move(state, old, new, name)


def _move(state: State, old: str, new: str, extension: str | None) -> None:
    """Gives all that a schema has, or what an extension has in it, another schema."""
    from codegen.schema.renames import relocate

    catalog = state.catalog

    def moves(schema: str, brought_by: str | None) -> bool:
        return schema == old and extension in (None, brought_by)

    for relation in catalog.relations():
        if moves(relation.schema, relation.extension):
            relocate(state, current(state, relation), new, relation.name)
    for type_ in catalog.types():
        if moves(type_.schema, type_.extension) and not type_.is_array:
            catalog.replace_type(replace(type_, schema=new))
    brought = {one.oid: one.extension for one in catalog.user_functions()}
    for function in catalog.user_functions():
        if moves(function.schema, function.extension):
            catalog.drop_function(function)
            catalog.add_function(replace(function, schema=new))
    for operator in catalog.user_operators():
        if moves(operator.schema, brought.get(operator.function)):
            catalog.drop_operator(operator)
            catalog.add_operator(replace(operator, schema=new))


# The search path ----------------------------------------------------------------------------------


def set_setting(state: State, cursor: Cursor) -> None:
    """SET search_path, and SET LOCAL, which ends with the transaction; other settings pass."""
    local = cursor.accept("local")
    cursor.accept("session")
    values: list[str] = []
    if cursor.accept("schema"):
        values.append(cursor.advance().text)
    elif cursor.accept("search_path"):
        if not cursor.accept("to"):
            cursor.expect("=")
        while not cursor.done:
            token = cursor.advance()
            if token.kind in ("name", "quoted", "string"):
                values.append(token.text)
    else:
        return
    if local and state.outer_path is None:
        state.outer_path = state.catalog.search_path
    set_path(state, Catalog.builtin().search_path if values == ["default"] else values)


def reset_setting(state: State, cursor: Cursor) -> None:
    """RESET search_path, RESET ALL."""
    if cursor.at("search_path") or cursor.at("all"):
        set_path(state, Catalog.builtin().search_path)


def set_path(state: State, schemas: list[str]) -> None:
    """Makes these the schemas that are searched; ``"$user"`` is nobody's here."""
    state.catalog.search_path = [schema for schema in schemas if schema not in ("$user", "")]


def end_transaction(state: State, cursor: Cursor) -> None:
    """COMMIT and ROLLBACK: SET LOCAL ends."""
    if state.outer_path is not None:
        state.catalog.search_path, state.outer_path = state.outer_path, None


def path_from_text(text: str) -> list[str]:
    """The schemas of a search_path written as one string."""
    parts = (part.strip() for part in text.split(","))
    return [part[1:-1] if part.startswith('"') else part.lower() for part in parts if part]


def set_config(state: State, cursor: Cursor) -> bool:
    """``SELECT set_config('search_path', '…', …)``, as pg_dump has it; says whether it was that."""
    cursor.accept("pg_catalog", ".")
    if not cursor.accept("set_config", "("):
        return False
    setting = cursor.advance()
    if setting.kind == "string" and setting.text == "search_path" and cursor.accept(","):
        value = cursor.advance()
        if value.kind == "string":
            set_path(state, path_from_text(value.text))
            return True
    return False


# Extensions ---------------------------------------------------------------------------------------


#: How alike the names of two extensions are, if one may be meant by the other: postgis is not
#: postgres_fdw.
_ALIKE = 0.8


def create_extension(state: State, cursor: Cursor) -> None:
    """CREATE EXTENSION: its types, functions and operators, if they are known."""
    exists_already = if_not_exists(cursor)
    token = cursor.name()
    span = cursor.span_of(token)
    if token.text in state.catalog.extensions:
        if exists_already or token.text == "plpgsql":
            return
        raise duplicate(f'extension "{token.text}"', span)
    cursor.accept("with")
    schema = state.catalog.creation_schema or "public"
    while not cursor.done:
        if cursor.accept("schema"):
            schema = existing_schema(state, cursor.name().text, span)
        else:
            cursor.advance()
    try:
        state.catalog.create_extension(token.text, schema)
    except UnknownExtension:
        state.catalog.unknown_extensions[token.text] = schema
        state.catalog.text_search = None
        warn(
            state,
            f'extension "{token.text}" is not known',
            span,
            suggestion(token.text, sorted(known_extensions()), _ALIKE)
            or "Its types are known by name alone, its functions and operators are missing; declare"
            " those that the queries use, with CREATE FUNCTION and CREATE OPERATOR.",
        )
