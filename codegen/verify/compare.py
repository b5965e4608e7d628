"""What was inferred of a query against what PostgreSQL says of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

import psycopg

from codegen.analysis.nodes import AnalysedQuery
from codegen.diagnostics import Diagnostic
from codegen.postgres.catalog import Catalog
from codegen.verify.describe import Answer, Description
from codegen.verify.schema import message_of

_HELP = "This is a mistake of codegen's: please report it with the query and the schema."


def compare(query: AnalysedQuery, answer: Answer, catalog: Catalog) -> list[Diagnostic]:
    """Every disagreement on a query: parameter types, column names and types."""
    if isinstance(answer, psycopg.Error):
        messages = [f"PostgreSQL rejects it: {message_of(answer)}"]
    else:
        messages = [*_parameters(query, answer, catalog), *_columns(query, answer, catalog)]
    return [_mismatch(query, message) for message in messages]


def _parameters(query: AnalysedQuery, answer: Description, catalog: Catalog) -> Iterator[str]:
    ours = {parameter.number: parameter for parameter in query.parameters}
    count = max(len(answer.parameters), *ours, 0) if ours else len(answer.parameters)
    for number in range(1, count + 1):
        parameter = ours.get(number)
        inferred = catalog.format_type(parameter.type) if parameter else None
        said = answer.parameters[number - 1] if number <= len(answer.parameters) else None
        if inferred != said:
            name = f" ({parameter.name})" if parameter and parameter.name else ""
            yield f"parameter ${number}{name} is {_told(inferred, said)}"


def _columns(query: AnalysedQuery, answer: Description, catalog: Catalog) -> Iterator[str]:
    said = zip(answer.names, answer.types, strict=True)
    for number, (column, other) in enumerate(zip_longest(query.columns, said), 1):
        if column is None or other is None:
            what = column.name if column else other[0] if other else ""
            ours, theirs = len(query.columns), len(answer.names)
            yield f"there are {ours} columns, in PostgreSQL {theirs}: {what}"
            return
        name, type_name = other
        if column.name != name:
            yield f"column {number} is named {_told(column.name, name)}"
        type_oid = column.type if answer.domains else catalog.base_type(column.type)
        if catalog.format_type(type_oid) != type_name:
            told = _told(catalog.format_type(type_oid), type_name)
            yield f"column {number} ({column.name}) is {told}"


def _told(inferred: str | None, said: str | None) -> str:
    return f"{inferred or 'missing'}, in PostgreSQL {said or 'missing'}"


def _mismatch(query: AnalysedQuery, message: str) -> Diagnostic:
    return Diagnostic(
        code="verify-mismatch", message=message, span=query.span, help=_HELP, query=query.name
    )
