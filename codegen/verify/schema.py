"""The user's schema, statement by statement, on the server."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from itertools import pairwise

import psycopg

from codegen.diagnostics import CodegenError, Diagnostic
from codegen.schema.psql import without_psql
from codegen.schema.statements import statements
from codegen.source import Source, Span
from codegen.sql.lexer import Token, tokenize
from codegen.verify.server import Database
from codegen.verify.stand_ins import stand_in

#: How statements begin that can't bear on a type, and that often name roles, tablespaces or
#: libraries that only the server of the schema's author has.
_PASSED_OVER: tuple[tuple[str, ...], ...] = (
    ("begin",),
    ("start",),
    ("commit",),
    ("end",),
    ("rollback",),
    ("abort",),
    ("grant",),
    ("revoke",),
    ("reassign",),
    ("comment",),
    ("security",),
    ("vacuum",),
    ("copy",),
    ("alter", "default"),
    ("alter", "system"),
    *(
        (verb, *noun)
        for verb in ("create", "alter", "drop")
        for noun in (
            ("role",),
            ("user",),
            ("group",),
            ("database",),
            ("tablespace",),
            ("policy",),
            ("publication",),
            ("subscription",),
            ("event", "trigger"),
        )
    ),
)
#: …except these, which begin like one of them.
_NOT_PASSED_OVER = (("create", "user", "mapping"), ("alter", "user", "mapping"))
#: How statements begin that only move data: theirs is the author's, and no type depends on it.
_DATA = frozenset(
    {"insert", "update", "delete", "merge", "select", "with", "values", "truncate", "call"}
)
#: How statements begin that may have the word CONCURRENTLY.
_DDL = frozenset({"create", "drop", "alter", "reindex"})
#: Settings of a session that bear on what follows, or on whether it is taken; any other SET is
#: passed over.
_MEANINGFUL_SETTINGS = ("search_path", "schema", "check_function_bodies")


def apply_schema(database: Database, sources: Sequence[Source]) -> list[Diagnostic]:
    """Runs the schema; every statement that the server rejects is a diagnostic."""
    diagnostics: list[Diagnostic] = []
    protected = database.existing_schemas
    for source in sources:
        database.ensure_search_path()
        try:
            for statement in statements(tokenize(without_psql(source).text, source)):
                diagnostics.extend(_apply(database, source, statement[:-1], protected))
        except CodegenError as caught:
            diagnostics.append(caught.diagnostic)
    return diagnostics


def _apply(
    database: Database, source: Source, tokens: Sequence[Token], protected: frozenset[str]
) -> list[Diagnostic]:
    if _is_passed_over(tokens):
        return []
    touched = _touched(tokens, protected)
    if touched:
        return [_refusal(source, touched)]
    try:
        if not _created_stand_in(database, tokens):
            database.run(_statement(source, tokens, database.transactional))
    except psycopg.Error as cause:
        return [] if tokens[0].text in _DATA else [_rejection(source, tokens, cause)]
    return []


def _is_passed_over(tokens: Sequence[Token]) -> bool:
    words = tuple(token.text for token in tokens[:3] if token.kind == "name")
    if words[:1] in (("set",), ("reset",)):
        return not any(token.text in _MEANINGFUL_SETTINGS for token in tokens[1:3])
    if any(words[: len(start)] == start for start in _NOT_PASSED_OVER):
        return False
    if any(words[: len(start)] == start for start in _PASSED_OVER):
        return True
    return words[:1] == ("alter",) and _changes_owner(tokens)


def _changes_owner(tokens: Sequence[Token]) -> bool:
    """Whether an ALTER is nothing but ``… OWNER TO role``."""
    return tuple(token.text for token in tokens[-3:-1]) == ("owner", "to")


def _touched(tokens: Sequence[Token], protected: frozenset[str]) -> Token | None:
    """The name of a schema of the user's that the statement may reach into."""
    for token, following in pairwise(tokens):
        is_name = token.kind in ("name", "quoted") and token.text in protected
        if is_name and following.text == ".":
            return token
    return None


def _statement(source: Source, tokens: Sequence[Token], transactional: bool) -> str:
    """The statement's text, with blanks for words that don't fit here: CONCURRENTLY is impossible
    in a transaction; SET LOCAL has no effect without one, as the author's are passed over."""
    start, end = tokens[0].start, tokens[-1].end
    text = source.text[start:end]
    unfit: set[str] = set()
    if transactional and tokens[0].text in _DDL:
        unfit.add("concurrently")
    if tokens[0].text == "set":
        unfit.add("local")
    for token in tokens if unfit else ():
        if token.kind == "name" and token.text in unfit:
            blank = " " * (token.end - token.start)
            text = text[: token.start - start] + blank + text[token.end - start :]
    return text


def _created_stand_in(database: Database, tokens: Sequence[Token]) -> bool:
    """Whether this is about an extension that the server lacks and that has a stand-in, which
    is then created."""
    words = [token.text for token in tokens]
    if words[:2] not in (["create", "extension"], ["drop", "extension"]):
        return False
    rest = words[5:] if words[2:5] == ["if", "not", "exists"] else words[2:]
    if not rest or _is_available(database, rest[0]):
        return False
    script = stand_in(rest[0])
    if script and words[0] == "create":
        _install(database, script, rest[rest.index("schema") + 1] if "schema" in rest[1:-1] else "")
    return script is not None


def _install(database: Database, script: str, schema: str) -> None:
    with database.attempt():
        path = database.connection.execute("SHOW search_path").fetchone()
        if schema:
            database.set_search_path([schema])
        with suppress(psycopg.errors.DuplicateFunction):
            database.run(script)
        database.connection.execute("SELECT set_config('search_path', %s, false)", path)


def _is_available(database: Database, extension: str) -> bool:
    found = database.connection.execute(
        "SELECT FROM pg_available_extensions WHERE name = %s", [extension]
    )
    return found.fetchone() is not None


def _refusal(source: Source, token: Token) -> Diagnostic:
    return Diagnostic(
        code="verify-schema",
        message=f"the database has a schema {token.text} of its own, which verify leaves alone",
        span=Span(source, token.start, token.end),
        help="Verify with a role that may create databases, or in an empty database.",
    )


def _rejection(source: Source, tokens: Sequence[Token], cause: psycopg.Error) -> Diagnostic:
    start, end = tokens[0].start, tokens[-1].end
    if cause.diag.statement_position:
        start += int(cause.diag.statement_position) - 1
        end = next((token.end for token in tokens if token.start >= start), end)
    return Diagnostic(
        code="verify-schema",
        message=f"PostgreSQL rejects this statement of the schema: {message_of(cause)}",
        span=Span(source, start, max(start + 1, end)),
        help=cause.diag.message_hint or cause.diag.message_detail,
    )


def message_of(cause: psycopg.Error) -> str:
    """What the server says, without the decoration."""
    return cause.diag.message_primary or str(cause).strip()
