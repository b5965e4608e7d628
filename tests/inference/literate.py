"""Literate inference cases: a statement and, in the comment after it, what it comes out as.

``select price * qty;  -- numeric`` names the types of the columns, with ``name:`` before a type
where the name matters; ``$1: integer`` those of parameters; ``error undefined-column`` a mistake.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import psycopg

from codegen.analysis import analyse
from codegen.analysis.nodes import AnalysedQuery
from codegen.diagnostics import CodegenError
from codegen.postgres.catalog import Catalog
from codegen.source import Source, Span
from codegen.sql.annotations import ParsedQuery
from codegen.sql.lexer import tokenize
from codegen.sql.markers import rewrite
from codegen.verify.describe import Description, describe
from codegen.verify.server import Database


@dataclass(frozen=True, slots=True)
class Case:
    """A statement of a file, the line it starts on, the offset behind its semicolon, and what its
    comment expects."""

    sql: str
    line: int
    end: int
    expected: str


def read_cases(path: Path) -> list[Case]:
    """The cases of a file: statements up to ``;``, each with the comment behind it."""
    text = path.read_text()
    source = Source(str(path), text)
    cases: list[Case] = []
    tokens = tokenize(text, source)
    start: int | None = None
    for token in tokens:
        if start is None:
            start = token.start
        if token.text == ";" and token.kind == "punct":
            rest = (
                text[token.end : text.find("\n", token.end)]
                if "\n" in text[token.end :]
                else text[token.end :]
            )
            expected = rest.partition("--")[2].strip()
            line = source.position(start)[0]
            cases.append(Case(text[start : token.start], line, token.end, expected))
            start = None
    return cases


def parsed(sql: str) -> ParsedQuery:
    """A statement as the front end hands it over, under a name of no importance."""
    source = Source("case", sql)
    tokens = tokenize(sql, source)[:-1]
    rewritten = rewrite(source, tokens)
    span = Span(source, 0, len(sql))
    return ParsedQuery(
        name="Case",
        command="many",
        source=source,
        span=span,
        name_span=span,
        tokens=rewritten.tokens,
        sql=rewritten.sql,
        markers=rewritten.markers,
        embeds=rewritten.embeds,
    )


def our_answer(sql: str, catalog: Catalog) -> tuple[str, ParsedQuery | None, AnalysedQuery | None]:
    """What we infer, in the words of a case."""
    try:
        query = parsed(sql)
    except CodegenError as caught:
        return f"error {caught.diagnostic.code}", None, None
    found, diagnostics = analyse(query, catalog)
    if found is None:
        return f"error {diagnostics[0].code}", query, None
    parameters = [catalog.format_type(parameter.type) for parameter in found.parameters]
    columns = [(column.name, catalog.format_type(column.type)) for column in found.columns]
    return spelled(parameters, columns), query, found


def spelled(parameters: Sequence[str], columns: Sequence[tuple[str, str]]) -> str:
    """An answer in the words of a case."""
    parts = [f"${number}: {type_}" for number, type_ in enumerate(parameters, 1)]
    return ", ".join([*parts, *(f"{name} {type_}" for name, type_ in columns)]) or "nothing"


@dataclass(frozen=True, slots=True)
class _Statement:
    sql: str
    tree: object = None


def server_answers(database: Database, statements: Sequence[str]) -> Iterator[str]:
    """What PostgreSQL says of the statements, in the words of a case."""
    for answer in describe(database, [_Statement(sql) for sql in statements]):
        if isinstance(answer, psycopg.Error):
            yield f"error {answer.diag.message_primary}"
        else:
            yield _described(answer)


def _described(answer: Description) -> str:
    return spelled(answer.parameters, list(zip(answer.names, answer.types, strict=True)))
