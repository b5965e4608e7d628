"""Rules in SQL, asked of a database: which queries does a SELECT find?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import psycopg
from psycopg.types.json import Jsonb

from codegen.diagnostics import Diagnostic
from codegen.records import dataclass
from codegen.source import Source, Span
from codegen.verify.schema import message_of
from codegen.verify.server import Database

#: The relation that a rule asks: a row for each query.
COLUMNS = {
    "name": "text",
    "command": "text",
    "sql": "text",
    "file": "text",
    "line": "integer",
    "cardinality": "text",
    "parameters": "jsonb",
    "columns": "jsonb",
    "reads": "text[]",
    "writes": "text[]",
    "plan": "jsonb",
}
_HEAD = (
    "WITH queries AS (SELECT * FROM jsonb_to_recordset($1) AS q ("
    + ", ".join(f"{name} {type_}" for name, type_ in COLUMNS.items())
    + ")) SELECT * FROM (\n"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a rule found: names of queries with messages, or what is wrong with the rule."""

    findings: tuple[tuple[str, str | None], ...] = ()
    mistake: Diagnostic | None = None


def ask(
    database: Database, rules: Iterable[Source], queries: Sequence[Mapping[str, object]]
) -> list[Answer]:
    """The answer of every rule. ``queries`` have the keys of :data:`COLUMNS`."""
    rows = Jsonb([dict(query) for query in queries])
    return [_ask(database, rule, rows) for rule in rules]


def _ask(database: Database, rule: Source, rows: Jsonb) -> Answer:
    text = rule.text.rstrip().removesuffix(";")
    try:
        with database.connection.transaction(force_rollback=True):
            cursor = psycopg.RawCursor(database.connection)
            found = cursor.execute(f"{_HEAD}{text}\n) AS rule".encode(), [rows]).fetchall()
    except psycopg.Error as failure:
        if database.connection.closed:
            raise
        return Answer(mistake=_mistake(rule, failure))
    findings = [(str(row[0]), str(row[1]) if row[1:] and row[1] else None) for row in found]
    return Answer(tuple(findings))


def _mistake(rule: Source, failure: psycopg.Error) -> Diagnostic:
    place = int(failure.diag.statement_position or 0) - 1 - len(_HEAD)
    start = min(max(place, 0), len(rule.text))
    return Diagnostic(
        code="rule-invalid",
        message=f"PostgreSQL rejects this rule: {message_of(failure)}",
        span=Span(rule, start, min(start + 1, len(rule.text))),
        help=failure.diag.message_hint
        or f"A rule is one SELECT; the relation queries has {', '.join(COLUMNS)}.",
    )
