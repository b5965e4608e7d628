"""The index of this package: what each kind of statement does to the catalog.

A statement's kind is its first keywords; the longest entry of :data:`RULES` that fits counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from codegen.diagnostics import CodegenError, Diagnostic, error
from codegen.nearest import nearest
from codegen.postgres.catalog import Catalog
from codegen.schema.alterations import alter_index, alter_table
from codegen.schema.cursor import Cursor
from codegen.schema.do_blocks import do_block
from codegen.schema.drops import (
    drop_extensions,
    drop_index,
    drop_relations,
    drop_schemas,
    drop_types,
)
from codegen.schema.functions import (
    alter_function,
    create_aggregate,
    create_function,
    drop_functions,
)
from codegen.schema.indexes import create_index
from codegen.schema.others import (
    alter_text_search,
    comment,
    create_cast,
    create_operator,
    create_operator_class,
    create_policy,
    create_rule,
    create_text_search,
    create_trigger,
    drop_cast,
    drop_operator,
    drop_rule,
    drop_trigger,
)
from codegen.schema.psql import without_psql
from codegen.schema.resuming import START, Position, Resuming
from codegen.schema.schemas import (
    alter_extension,
    alter_schema,
    create_extension,
    create_schema,
    end_transaction,
    reset_setting,
    set_config,
    set_path,
    set_setting,
)
from codegen.schema.sequences import alter_sequence, create_sequence
from codegen.schema.state import State, warn
from codegen.schema.tables import create_table
from codegen.schema.types import alter_domain, alter_type, create_domain, create_type
from codegen.schema.views import (
    create_materialized_view,
    create_view,
    place_of_into,
    refresh_views,
    select_into,
)
from codegen.source import Source, Span
from codegen.sql.lexer import Token, tokenize

Rule = Callable[[State, Cursor], None]


def _select(state: State, cursor: Cursor) -> None:
    """SELECT: one that creates a table, or that sets the search path as pg_dump does."""
    into = place_of_into(cursor.tokens)
    if into is not None:
        select_into(state, cursor, into)
    else:
        set_config(state, cursor)


#: What shapes types, or bears on how many rows a statement gives.
RULES: dict[str, Rule] = {
    "create table": create_table,
    "create foreign table": create_table,
    "create view": create_view,
    "create materialized view": create_materialized_view,
    "create index": create_index,
    "create unique index": create_index,
    "create sequence": create_sequence,
    "create type": create_type,
    "create domain": create_domain,
    "create function": create_function,
    "create procedure": create_function,
    "create aggregate": create_aggregate,
    "create operator": create_operator,
    "create operator class": create_operator_class,
    "create cast": create_cast,
    "create schema": create_schema,
    "create extension": create_extension,
    "create trigger": create_trigger,
    "create rule": create_rule,
    "alter table": alter_table,
    "alter foreign table": alter_table,
    "alter view": alter_table,
    "alter materialized view": alter_table,
    "alter index": alter_index,
    "alter sequence": alter_sequence,
    "alter type": alter_type,
    "alter domain": alter_domain,
    "alter function": alter_function,
    "alter procedure": alter_function,
    "alter routine": alter_function,
    "alter aggregate": alter_function,
    "alter schema": alter_schema,
    "alter extension": alter_extension,
    "drop table": drop_relations,
    "drop foreign table": drop_relations,
    "drop view": drop_relations,
    "drop materialized view": drop_relations,
    "drop sequence": drop_relations,
    "drop index": drop_index,
    "drop type": drop_types,
    "drop domain": drop_types,
    "drop function": drop_functions,
    "drop procedure": drop_functions,
    "drop routine": drop_functions,
    "drop aggregate": drop_functions,
    "drop operator": drop_operator,
    "drop cast": drop_cast,
    "drop schema": drop_schemas,
    "drop extension": drop_extensions,
    "drop trigger": drop_trigger,
    "drop rule": drop_rule,
    "create policy": create_policy,
    "create text search": create_text_search,
    "alter text search": alter_text_search,
    "comment": comment,
    "do": do_block,
    "set": set_setting,
    "reset": reset_setting,
    "commit": end_transaction,
    "end": end_transaction,
    "rollback": end_transaction,
    "abort": end_transaction,
    "select": _select,
    "with": _select,
    "(": _select,
}
#: What PostgreSQL can be told that changes no type.
SILENT = frozenset(
    {
        *(
            f"{verb} {what}"
            for verb in ("create", "alter", "drop")
            for what in (
                "access method",
                "collation",
                "conversion",
                "event trigger",
                "foreign data",
                "group",
                "language",
                "operator class",
                "operator family",
                "policy",
                "publication",
                "role",
                "rule",
                "server",
                "statistics",
                "subscription",
                "tablespace",
                "text search",
                "transform",
                "trigger",
                "user",
                "database",
            )
        ),
        *"""alter default privileges
        alter large object
        alter operator
        alter system
        drop owned
        analyse
        analyze
        begin
        call
        checkpoint
        close
        cluster
        copy
        deallocate
        declare
        delete
        discard
        execute
        explain
        fetch
        grant
        insert
        listen
        load
        lock
        merge
        move
        notify
        prepare
        reassign
        refresh
        reindex
        release
        revoke
        savepoint
        security label
        show
        start
        table
        truncate
        unlisten
        update
        vacuum
        values""".replace("        ", "").split("\n"),
    }
)
#: Words between CREATE and the object's kind.
_NOISE = frozenset(
    {
        "or",
        "replace",
        "global",
        "local",
        "temp",
        "temporary",
        "unlogged",
        "recursive",
        "trusted",
        "procedural",
        "constraint",
        "default",
    }
)
_LONGEST = 3


def load(
    sources: Sequence[Source],
    aliases: Mapping[str, str] | None = None,
    *,
    lenient: bool = False,
    past: Resuming | None = None,
) -> tuple[Catalog, list[Diagnostic]]:
    """The catalog of a schema, and what is wrong with the schema.

    A statement with a mistake is left out; the others count all the same. ``aliases`` are names
    for types of PostgreSQL's, where no type has that name. ``lenient`` has unknown types taken for
    texts, and foreign keys to unknown tables and columns that are there already left out. Where
    there is a ``past``, what is as it was need not be read again.
    """
    texts = [without_psql(source) for source in sources]
    resumed = past.resumed(texts) if past else None
    state, start = resumed or (_begun(aliases or {}, lenient=lenient), START)
    for number, source in enumerate(texts[start.file :], start.file):
        state.source = source
        offset = start.offset if number == start.file else 0
        if not offset and not state.catalog.creation_schema:
            # A dump empties the search path for itself alone.
            set_path(state, Catalog.builtin().search_path)
        try:
            tokens = tokenize(source.text, source, offset)
        except CodegenError as caught:
            if past and offset:
                # Of such a file nothing counts.
                past.forget()
                return load(sources, aliases, lenient=lenient, past=past)
            state.diagnostics.append(caught.diagnostic)
            continue
        _apply_all(state, tokens, Position(number, offset), past)
    if not state.catalog.creation_schema:
        set_path(state, Catalog.builtin().search_path)
    refresh_views(state)
    return state.catalog, state.diagnostics


def _begun(aliases: Mapping[str, str], *, lenient: bool) -> State:
    catalog = Catalog.builtin()
    for name, type_ in aliases.items():
        if found := catalog.find_type(None, type_):
            catalog.add_alias(name, found)
    return State(catalog, Source("", ""), aliases=aliases, lenient=lenient)


def _apply_all(
    state: State, tokens: Sequence[Token], start: Position, past: Resuming | None
) -> None:
    for statement in statements(tokens):
        end = Position(start.file, statement[-1].start + 1)
        if past:
            past.passing(state, start, end)
        apply(state, statement)
        start = end
    end_transaction(state, Cursor(state.source, tokens[-1:]))


#: What changes nothing about an expression that is fine already.
_HARMLESS = (create_table, create_index, comment)


def apply(state: State, tokens: Sequence[Token]) -> None:
    """Applies one statement; a mistake in it becomes a diagnostic."""
    cursor = Cursor(state.source, tokens)
    try:
        rule = _rule(cursor)
        if rule is not None:
            if rule not in _HARMLESS:
                state.fine.clear()
            rule(state, cursor)
        elif not _is_silent(cursor):
            _not_understood(state, cursor)
    except CodegenError as caught:
        state.diagnostics.append(caught.diagnostic)
    except RecursionError:
        state.diagnostics.append(_too_deep(state, cursor))


def _too_deep(state: State, cursor: Cursor) -> Diagnostic:
    first = cursor.tokens[0]
    return Diagnostic(
        code="syntax-error",
        message="the statement is nested too deeply",
        span=Span(state.source, first.start, first.end),
        help="Split it, for instance with WITH queries or views.",
    )


def _rule(cursor: Cursor) -> Rule | None:
    """The rule of a statement; the cursor moves past the words that name its kind."""
    words, ends = _kind(cursor)
    for count in range(len(words), 0, -1):
        kind = " ".join(words[:count])
        rule = RULES.get(kind)
        if rule is None and kind in SILENT:
            return None
        if rule is not None:
            cursor.index = ends[count - 1]
            cursor.flags |= frozenset(words[:count])
            return rule
    return None


def _kind(cursor: Cursor) -> tuple[list[str], list[int]]:
    """A statement's first words without the noise, and the index after each."""
    words: list[str] = []
    ends: list[int] = []
    flags: set[str] = set()
    for index, token in enumerate(cursor.tokens):
        if len(words) == _LONGEST or (token.kind != "name" and token.text != "("):
            break
        if token.text in _NOISE and words == ["create"]:
            flags.add(token.text)
            continue
        words.append(token.text)
        ends.append(index + 1)
        if token.text == "(":
            break
    cursor.flags = frozenset(flags)
    return words, ends


def _is_silent(cursor: Cursor) -> bool:
    words, _ = _kind(cursor)
    if words[:2] in (["alter", "database"], ["alter", "role"], ["alter", "user"]):
        # Who connects later would search other schemas.
        return not any(token.text == "search_path" for token in cursor.tokens)
    return any(" ".join(words[:count]) in SILENT for count in range(1, len(words) + 1))


#: The words that PostgreSQL's statements start with (stmt in gram.y).
_STARTS = frozenset(
    """abort alter analyze begin call checkpoint close cluster comment commit copy create
    deallocate declare delete discard do drop end execute explain fetch grant import insert listen
    load lock merge move notify prepare reassign refresh reindex release reset revoke rollback
    savepoint security select set show start table truncate unlisten update vacuum values
    with""".split()
)


def _check_start(cursor: Cursor) -> None:
    """Raises a syntax error for a first word that is a misspelling."""
    first = cursor.tokens[0]
    near = get_close_matches(first.text, _STARTS, 1, 0.75) if first.kind == "name" else []
    if near and first.text not in _STARTS:
        span = Span(cursor.source, first.start, first.end)
        message = f'syntax error at or near "{span.text}"'
        raise error("syntax-error", message, span, f"Did you mean {near[0].upper()}?")
    if first.text in ("create", "alter", "drop"):
        _check_object(cursor)


def _check_object(cursor: Cursor) -> None:
    """Raises a syntax error for a kind of object that is a misspelling."""
    first, second = cursor.tokens[:2]
    kinds = {kind.split()[1] for kind in (*RULES, *SILENT) if kind.startswith(f"{first.text} ")}
    near = nearest(second.text, kinds, 0.75) if second.kind == "name" else None
    if near and second.text not in kinds | _NOISE:
        span = Span(cursor.source, second.start, second.end)
        message = f'syntax error at or near "{span.text}"'
        raise error("syntax-error", message, span, f"Did you mean {near.upper()}?")


def _not_understood(state: State, cursor: Cursor) -> None:
    _check_start(cursor)
    first, last = cursor.tokens[0], cursor.tokens[min(3, len(cursor.tokens) - 2)]
    named = " ".join(cursor.source.text[first.start : last.end].split())
    warn(
        state,
        f"{named} … is not understood and has no effect here",
        Span(cursor.source, first.start, last.end),
        "If it shapes what the queries use, write that in statements of the standard kinds; "
        "else take it out of the schema.",
    )


def statements(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The statements of a file, each ending with an end token in the place of its semicolon.

    A semicolon in the body of an SQL-standard function (BEGIN ATOMIC … END) ends nothing, nor one
    between the commands of a rule, which stand in a parenthesis.
    """
    start = depth = 0
    in_rule = False
    for index, token in enumerate(tokens):
        kind, text = token.kind, token.text
        if kind == "name":
            if text == "rule" and index - start in (1, 3):
                in_rule = True
            elif text == "atomic" and tokens[index - 1].text == "begin":
                depth = 1
            elif depth and not in_rule:
                depth += (text == "case") - (text == "end")
        elif kind == "punct" and in_rule and text in "()":
            depth += 1 if text == "(" else -1
        elif kind == "end" or (kind == "punct" and text == ";" and not depth):
            if index > start:
                yield [*tokens[start:index], Token("end", "", token.start, token.start)]
            start, depth, in_rule = index + 1, 0, False
