"""Views, materialized views and tables that a query makes: their columns are the query's."""

from __future__ import annotations

from collections.abc import Sequence

from codegen.analysis.nodes import Query
from codegen.diagnostics import error
from codegen.postgres.catalog import Column, Relation
from codegen.records import replace
from codegen.schema import analysed
from codegen.schema.cursor import Cursor, Name
from codegen.schema.psql import blanked
from codegen.schema.state import (
    State,
    add_relation,
    current,
    home,
    if_not_exists,
    is_taken,
    numbered,
    warn,
)
from codegen.schema.trees import refresh, used
from codegen.source import Source
from codegen.sql.lexer import Token

#: What may follow the query of a view or of CREATE TABLE AS.
_ENDINGS: tuple[tuple[str, ...], ...] = (
    ("with", "check", "option"),
    ("with", "cascaded", "check", "option"),
    ("with", "local", "check", "option"),
    ("with", "no", "data"),
    ("with", "data"),
)


def create_view(state: State, cursor: Cursor) -> None:
    """CREATE [OR REPLACE] [RECURSIVE] VIEW."""
    _create(state, cursor, "v")


def create_materialized_view(state: State, cursor: Cursor) -> None:
    """CREATE MATERIALIZED VIEW."""
    _create(state, cursor, "m")


def _create(state: State, cursor: Cursor, kind: str) -> None:
    exists_already = if_not_exists(cursor)
    name = cursor.qualified()
    schema = home(state, name, cursor.flags)
    if exists_already and is_taken(state, schema, name.name):
        return
    names = cursor.names() if cursor.at("(") else ()
    while not (cursor.done or cursor.at("as")):
        cursor.group() if cursor.at("(") else cursor.advance()
    cursor.expect("as")
    start, end = _query_extent(cursor)
    source = state.source
    if "recursive" in cursor.flags:
        source, start, end = _recursive(source, name, names, cursor, (start, end))
    query = analysed.query(state, source, start, end)
    columns = _named(analysed.columns_of(query), names, name)
    view = Relation(
        schema=schema, name=name.name, kind=kind, columns=columns, query=query, span=name.span
    )
    _add_view(state, cursor, view, name)


def _query_extent(cursor: Cursor) -> tuple[int, int]:
    """Moves past the query that starts here; its offsets, without what only DDL may add."""
    start = cursor.token.start
    last = len(cursor.tokens) - 1
    for words in _ENDINGS:
        if [token.text for token in cursor.tokens[last - len(words) : last]] == list(words):
            last -= len(words)
            break
    if last <= cursor.index:
        raise cursor.syntax_error()
    cursor.skip()
    return start, cursor.tokens[last - 1].end


def _recursive(
    source: Source, name: Name, names: Sequence[str], cursor: Cursor, extent: tuple[int, int]
) -> tuple[Source, int, int]:
    """CREATE RECURSIVE VIEW is short for WITH RECURSIVE (manual, CREATE VIEW).

    The longer form takes the place of the statement's head, which leaves room for it.
    """
    start, end = extent
    quoted = [_quoted(column) for column in names]
    listed = ", ".join(quoted)
    head = f"WITH RECURSIVE {_quoted(name.name)} ({listed}) AS ("
    tail = f") SELECT {listed} FROM {_quoted(name.name)}"
    text = blanked(source.text[: max(start - len(head), 0)]) + head + source.text[start:end] + tail
    begin = max(start - len(head), 0)
    return Source(source.path, text), begin, len(text)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _named(columns: tuple[Column, ...], names: Sequence[str], view: Name) -> tuple[Column, ...]:
    if len(names) > len(columns):
        raise error(
            "column-count",
            f'"{view}" specifies more column names than columns',
            view.span,
            f"The query gives {len(columns)} columns.",
        )
    given = [replace(column, name=name) for column, name in zip(columns, names, strict=False)]
    found = (*given, *columns[len(given) :])
    seen: set[str] = set()
    for column in found:
        if column.name in seen:
            raise error(
                "duplicate-column",
                f'column "{column.name}" specified more than once',
                view.span,
                "Give one of the two another name with AS.",
            )
        seen.add(column.name)
    return found


def _add_view(state: State, cursor: Cursor, view: Relation, name: Name) -> None:
    known = state.catalog.relation(view.schema, view.name)
    if known is not None and known.kind == "v" and "replace" in cursor.flags:
        view = _replaced(state, known, view, name)
    else:
        view = add_relation(state, view, name)
    state.uses[view.type] = used(view.query)


def _replaced(state: State, known: Relation, view: Relation, name: Name) -> Relation:
    """OR REPLACE keeps the view's columns and may add to them."""
    for before, after in zip(known.columns, view.columns, strict=False):
        if before.name != after.name:
            raise error(
                "invalid-column-reference",
                f'cannot change name of view column "{before.name}" to "{after.name}"',
                name.span,
                "Use ALTER VIEW … RENAME COLUMN, or drop the view first.",
            )
    if len(view.columns) < len(known.columns):
        raise error(
            "column-count", "cannot drop columns from view", name.span, "Drop the view first."
        )
    kept = [
        replace(after, number=before.number, comment=before.comment)
        for before, after in zip(known.columns, view.columns, strict=False)
    ]
    columns = numbered((*kept, *view.columns[len(kept) :]))
    replaced = replace(
        view,
        type=known.type,
        columns=columns,
        comment=known.comment,
        row_triggers=known.row_triggers,
        rules=known.rules,
    )
    return state.catalog.replace_relation(replaced)


# Tables made by queries ---------------------------------------------------------------------------


def fill_table(
    state: State, cursor: Cursor, name: Name, schema: str, names: Sequence[Column]
) -> None:
    """CREATE TABLE … AS, from its query on."""
    if cursor.at("execute"):
        warn(
            state,
            f"the columns of {name} are those of a prepared statement, which is not known here",
            name.span,
            "Write the query in place of EXECUTE.",
        )
        return
    start, end = _query_extent(cursor)
    query = analysed.query(state, state.source, start, end)
    _add_table(state, name, schema, query, [column.name for column in names])


def _add_table(state: State, name: Name, schema: str, query: Query, names: Sequence[str]) -> None:
    columns = _named(analysed.columns_of(query), names, name)
    relation = Relation(schema=schema, name=name.name, columns=columns, span=name.span)
    add_relation(state, relation, name)


#: What may stand between INTO and the name.
_INTO_WORDS = ("temporary", "temp", "unlogged", "table")


def select_into(state: State, cursor: Cursor, into: int) -> None:
    """SELECT … INTO table: the token with index ``into`` is INTO."""
    first = cursor.tokens[0].start
    cursor.index = into + 1
    words = [word for word in _INTO_WORDS if cursor.accept(word)]
    name = cursor.qualified()
    start, end = cursor.tokens[into].start, cursor.tokens[cursor.index - 1].end
    text = state.source.text
    plain = text[:start] + blanked(text[start:end]) + text[end:]
    query = analysed.query(state, Source(state.source.path, plain), first, cursor.tokens[-1].start)
    _add_table(state, name, home(state, name, frozenset(words)), query, ())
    cursor.skip()


def place_of_into(tokens: Sequence[Token]) -> int | None:
    """The index of the INTO of a SELECT INTO; None where the statement has none."""
    depth = 0
    for index, token in enumerate(tokens):
        if token.kind == "punct":
            depth += (token.text in "([") - (token.text in ")]")
        elif token.kind == "name" and token.text == "into" and depth == 0:
            before = tokens[index - 1].text
            return None if before in ("insert", "merge") else index
    return None


def refresh_views(state: State) -> None:
    """At the end of a schema: views and partial indexes speak of the tables as they have become."""
    for relation in state.catalog.relations():
        now = current(state, relation)
        if now.query is not None:
            refresh(state.catalog, now.query)
        for key in (*now.keys, *now.expression_keys):
            for expr in key.expressions:
                refresh(state.catalog, expr)
            if key.predicate is not None:
                refresh(state.catalog, key.predicate)
