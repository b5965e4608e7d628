"""What was inferred, as the JSON object of ``codegen inspect``.

The object is stable: keys are only ever added. ``nullable`` is what inference knows, also where
the generated code uses a table's wider class; ``type`` is spelled as format_type() does.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from codegen.analysis.nodes import AnalysedQuery
from codegen.diagnostics import Diagnostic
from codegen.postgres.catalog import Catalog
from codegen.report import in_order


class InspectedParameter(TypedDict):
    """A parameter, ``$number`` in the SQL."""

    name: str
    number: int
    type: str
    nullable: bool


class InspectedColumn(TypedDict):
    """A result column; ``table`` and ``column`` are where it comes from, if it is a plain column.
    ``embed`` names the embedded table that it is part of."""

    name: str
    type: str
    nullable: bool
    table: str | None
    column: str | None
    embed: str | None


class InspectedQuery(TypedDict):
    """A query; ``line`` is that of its annotation."""

    name: str
    command: str
    file: str
    line: int
    sql: str
    cardinality: str
    parameters: list[InspectedParameter]
    columns: list[InspectedColumn]


class InspectedDiagnostic(TypedDict):
    """A diagnostic; the place is null where there is none."""

    code: str
    severity: str
    message: str
    file: str | None
    line: int | None
    column: int | None
    query: str | None
    help: str | None


class Inspection(TypedDict):
    """The whole object."""

    queries: list[InspectedQuery]
    diagnostics: list[InspectedDiagnostic]


def inspection(
    queries: Iterable[AnalysedQuery], diagnostics: Iterable[Diagnostic], catalog: Catalog
) -> Inspection:
    """The JSON object for these queries and diagnostics."""
    return {
        "queries": [_query(query, catalog) for query in queries],
        "diagnostics": [_diagnostic(one) for one in in_order(diagnostics)],
    }


def _query(query: AnalysedQuery, catalog: Catalog) -> InspectedQuery:
    return {
        "name": query.name,
        "command": query.command,
        "file": query.path,
        "line": query.line,
        "sql": query.sql,
        "cardinality": query.cardinality,
        "parameters": [
            {
                "name": one.name,
                "number": one.number,
                "type": catalog.format_type(one.type),
                "nullable": one.nullable,
            }
            for one in sorted(query.parameters, key=lambda one: one.number)
        ],
        "columns": [
            {
                "name": one.name,
                "type": catalog.format_type(one.type),
                "nullable": one.nullable or one.embed_nullable,
                "table": one.relation.name if one.relation else None,
                "column": one.column,
                "embed": one.embed,
            }
            for one in query.columns
        ],
    }


def _diagnostic(diagnostic: Diagnostic) -> InspectedDiagnostic:
    span = diagnostic.span
    line, column = span.position if span else (None, None)
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "file": span.source.path if span else None,
        "line": line,
        "column": column,
        "query": diagnostic.query,
        "help": diagnostic.help,
    }
