"""Query files: ``-- name: GetChatByID :one`` blocks with their comments and statements."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from codegen.diagnostics import CodegenError, Diagnostic, Label, Severity
from codegen.records import dataclass, replace
from codegen.source import Source, Span
from codegen.sql.annotation_errors import command_help, malformed, missing_help
from codegen.sql.lexer import Token, tokenize
from codegen.sql.markers import Marker, rewrite
from codegen.sql.options import Option, read_comments

#: The commands that a query may have; :mod:`codegen.plan.commands` says what each makes of it.
COMMANDS = (
    "one",
    "many",
    "exec",
    "execrows",
    "execresult",
    "copyfrom",
    "batchexec",
    "batchone",
    "batchmany",
    "iter",
)
_ANNOTATION = re.compile(r"^[ \t]*(?:--|/\*)[ \t]*name[ \t]*:(?P<rest>[^\n]*)", re.MULTILINE)
_PARTS = re.compile(
    r"[ \t]*(?P<name>[A-Za-z_][A-Za-z0-9_]*)[ \t]+:(?P<command>[A-Za-z]*)[ \t]*(?:\*/)?[ \t]*\r?$"
)
#: The words of clauses, which no statement starts with.
_CONTINUING = frozenset(
    """from where and or group having window order limit offset fetch union intersect except
    returning on join left right inner full cross""".split()
)
#: The first words of statements that define something, rather than asking or changing data.
_DDL = frozenset({"create", "alter", "drop", "comment", "grant", "revoke", "security", "import"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedQuery:
    """An annotated query whose markers are read, before anything is known of the schema.

    ``tokens`` are the statement's, ending with an end token; ``sql`` is its text with ``$n``.
    ``span`` covers the statement, ``name_span`` the name in the annotation.
    """

    name: str
    command: str
    source: Source
    span: Span
    name_span: Span
    tokens: list[Token]
    sql: str
    markers: tuple[Marker, ...]
    embeds: dict[int, str]
    comments: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()

    @property
    def path(self) -> str:
        """The file's path."""
        return self.source.path

    @property
    def line(self) -> int:
        """The 1-based line of the annotation."""
        return self.name_span.position[0]


def read_queries(source: Source) -> tuple[list[ParsedQuery], list[Diagnostic]]:
    """The annotated queries of a file, and what is wrong with it.

    Statements without an annotation: DDL passes silently, anything else is a warning. A query
    with a mistake is left out and told by a diagnostic; the others are read all the same.
    """
    queries: list[ParsedQuery] = []
    diagnostics: list[Diagnostic] = []
    starts, all_tokens = _annotations(source)
    edges = [found.start() for found in starts] + [len(source.text)]
    _unannotated(source, 0, edges[0], diagnostics)
    if (
        diagnostics
        and starts
        and all_tokens is not None
        and len(_between(source, all_tokens, starts[-1].end(), edges[-1])) == 1
    ):
        # Every annotation is under its statement: that is one mistake, told at the last.
        diagnostics.clear()
    for found, stop in zip(starts, edges[1:], strict=True):
        try:
            query = _block(source, found, stop, all_tokens, diagnostics)
            queries.append(query)
        except CodegenError as caught:
            named = _PARTS.match(found.group("rest"))
            diagnostics.append(
                replace(caught.diagnostic, query=named.group("name") if named else None)
            )
    return _without_duplicates(queries, diagnostics), diagnostics


def _annotations(source: Source) -> tuple[list[re.Match[str]], list[Token] | None]:
    """The annotation lines, without those that stand inside a string or a block comment; and the
    file's tokens, None if a mistake leaves none."""
    found = list(_ANNOTATION.finditer(source.text))
    if not found:
        return [], []
    try:
        tokens = tokenize(source.text, source)
    except CodegenError:
        return found, None
    kept: list[re.Match[str]] = []
    position = 0
    for match in found:
        while position < len(tokens) - 1 and tokens[position].end <= match.start():
            position += 1
        if tokens[position].start >= match.start():
            kept.append(match)
    return kept, tokens


def _between(source: Source, tokens: list[Token] | None, start: int, stop: int) -> list[Token]:
    """The tokens between two offsets, with an end token; of all tokens if they are known."""
    if tokens is None:
        return tokenize(source.text, source, start, stop)
    first = bisect_left(tokens, start, key=_start)
    last = bisect_left(tokens, stop, lo=first, hi=len(tokens) - 1, key=_start)
    return [*tokens[first:last], Token("end", "", stop, stop)]


def _start(token: Token) -> int:
    return token.start


def _block(
    source: Source,
    found: re.Match[str],
    stop: int,
    all_tokens: list[Token] | None,
    diagnostics: list[Diagnostic],
) -> ParsedQuery:
    name, command, name_span = _header(source, found)
    body = found.end()
    if "/*" in found.group() and "*/" not in found.group():
        body = found.start()
    tokens = _between(source, all_tokens, body, stop)
    end = _statement_end(tokens)
    if end == 0:
        help = "An annotation stands above its statement: write the SQL under it."
        raise _fail("annotation-malformed", f"query {name} has no statement", name_span, help)
    if end + 1 < len(tokens) - 1:
        _unannotated(source, tokens[end].end, stop, diagnostics, name)
    rewritten = rewrite(source, tokens[:end])
    named = {marker.name for marker in rewritten.markers}
    comments = read_comments(source, body, tokens[0].start, named)
    diagnostics += [replace(one, query=name) for one in comments.mistakes]
    return ParsedQuery(
        name=name,
        command=command,
        source=source,
        span=Span(source, tokens[0].start, tokens[end - 1].end),
        name_span=name_span,
        tokens=rewritten.tokens,
        sql=rewritten.sql,
        markers=rewritten.markers,
        embeds=rewritten.embeds,
        comments=comments.lines,
        options=comments.options,
    )


def _statement_end(tokens: Sequence[Token]) -> int:
    """The index of the semicolon that ends the first statement, or of the end token."""
    semicolons = (i for i, one in enumerate(tokens) if one.text == ";" and one.kind == "punct")
    return next(semicolons, len(tokens) - 1)


def _header(source: Source, found: re.Match[str]) -> tuple[str, str, Span]:
    """The name and the command of an annotation, and where the name stands."""
    offset = found.start("rest")
    parts = _PARTS.match(found.group("rest"))
    if parts is None:
        start = found.start() + len(found.group()) - len(found.group().lstrip())
        raise malformed(source, start, found.group("rest").rstrip(), offset, COMMANDS)
    name_span = Span(source, offset + parts.start("name"), offset + parts.end("name"))
    command = parts.group("command")
    if command not in COMMANDS:
        span = Span(source, offset + parts.start("command") - 1, offset + parts.end("command"))
        help = command_help(command, COMMANDS)
        raise _fail("unknown-command", f"unknown command :{command}", span, help)
    return parts.group("name"), command, name_span


def is_ddl(tokens: Sequence[Token]) -> bool:
    """Whether a statement defines something, rather than asking or changing data."""
    return bool(tokens) and tokens[0].kind == "name" and tokens[0].text in _DDL


def _unannotated(
    source: Source, start: int, stop: int, diagnostics: list[Diagnostic], query: str | None = None
) -> None:
    """Warns of the statements that belong to no query; ``query`` is the one before them."""
    try:
        tokens = tokenize(source.text, source, start, stop)
    except CodegenError as caught:
        diagnostics.append(caught.diagnostic)
        return
    statement: list[Token] = []
    left_out: list[Token] = []
    for token in tokens:
        if token.kind != "end" and token.text != ";":
            statement.append(token)
            continue
        if statement and query is not None and _continues(statement[0]):
            diagnostics.append(_torn_off(source, statement, query))
        elif statement and not is_ddl(statement):
            if query is None:
                diagnostics.append(_left_out(source, statement, query))
            left_out += statement
        statement = []
    if left_out and query is not None:
        diagnostics.append(_left_out(source, left_out, query))


def _continues(first: Token) -> bool:
    """Whether a statement begins as none does, so that it is the rest of the one before."""
    return first.kind == "name" and first.text in _CONTINUING


def _torn_off(source: Source, statement: Sequence[Token], query: str) -> Diagnostic:
    first = statement[0]
    return Diagnostic(
        code="syntax-error",
        message=f'syntax error at or near "{source.text[first.start : first.end]}"',
        span=Span(source, first.start, first.end),
        help="The `;` before it ends the statement: remove it.",
        query=query,
    )


def _left_out(source: Source, statement: Sequence[Token], query: str | None) -> Diagnostic:
    code, message = "annotation-missing", "a statement has no annotation and is left out"
    help = missing_help(source, statement[0].start)
    if query is not None:
        code = "multiple-statements"
        message = (
            f"query {query} has more than one statement, and what follows the first is left out"
        )
        help = "Give it a `-- name:` line of its own, or make both one, with WITH."
    return Diagnostic(
        code=code,
        message=message,
        span=Span(source, statement[0].start, statement[-1].end),
        help=help,
        severity=Severity.WARNING,
        query=query,
    )


def _without_duplicates(
    queries: list[ParsedQuery], diagnostics: list[Diagnostic]
) -> list[ParsedQuery]:
    first: dict[str, ParsedQuery] = {}
    for query in queries:
        if query.name in first:
            diagnostics.append(duplicate(first[query.name], query))
        else:
            first[query.name] = query
    return list(first.values())


def duplicate(first: ParsedQuery, second: ParsedQuery) -> Diagnostic:
    """The diagnostic for a second query of the same name."""
    return Diagnostic(
        code="duplicate-query",
        message=f"there is already a query named {second.name}",
        span=second.name_span,
        help="Give each query a name of its own.",
        labels=(Label(first.name_span, "the first one is here"),),
        query=second.name,
    )


def _fail(code: str, message: str, span: Span, help: str) -> CodegenError:
    return CodegenError(Diagnostic(code=code, message=message, span=span, help=help))
