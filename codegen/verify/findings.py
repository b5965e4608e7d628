"""Claims that fell, each with a small database and a call that show it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import sql

from codegen.analysis.overrides import names_of
from codegen.diagnostics import Diagnostic, Severity
from codegen.records import dataclass
from codegen.verify.rows import Insert, literal
from codegen.verify.runs import Breach, Seen, breaches, rolled_back, run

if TYPE_CHECKING:
    from codegen.analysis.nodes import AnalysedQuery
    from codegen.postgres.catalog import Catalog
    from codegen.source import Span

    Connection = psycopg.Connection[Any]

#: How many smaller databases are tried for a finding.
MOST_STEPS = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A claim that did not hold.

    ``column`` is None where the claim is about the number of rows. ``setup`` are the statements
    that make the database in which ``call`` shows it, and ``seed`` and ``round`` do it again.
    ``declared`` is true where it was the user who claimed it.
    """

    query: str
    column: str | None
    claim: str
    setup: tuple[str, ...]
    call: str
    seed: int
    round: int
    declared: bool = False
    span: Span | None = None


def finding(
    connection: Connection,
    catalog: Catalog,
    breach: Breach,
    done: Sequence[Insert],
    seed: int,
    number: int,
) -> Finding:
    """The finding that a breach is, in a database that the statements ``done`` made."""
    query = breach.query
    column = None if breach.column is None else query.columns[breach.column]
    setup = reduced(connection, done, breach)
    return Finding(
        query=query.name,
        column=None if column is None else column.name,
        claim=breach.claim,
        setup=tuple(insert.statement for insert in setup),
        call=_call(connection, catalog, breach),
        seed=seed,
        round=number,
        declared=_is_declared(breach),
        span=query.span if column is None else column.span or query.span,
    )


def _is_declared(breach: Breach) -> bool:
    options = breach.query.options
    if breach.column is None:
        return any(option.name == "one" for option in options)
    name = breach.query.columns[breach.column].name
    return any(option.name == "notnull" and name in names_of(option.value) for option in options)


def reduced(connection: Connection, done: Sequence[Insert], breach: Breach) -> list[Insert]:
    """A small part of the statements after which the claim still falls.

    Pieces are left out from the last on, since it is the later rows that refer to the earlier
    ones; half of the statements at first, then smaller and smaller pieces.
    """
    kept = list(done)
    if not shows(connection, kept, breach):
        return kept
    steps, size = MOST_STEPS, len(kept)
    while size and steps:
        end = len(kept)
        while end > 0 and steps:
            start = max(0, end - size)
            fewer = kept[:start] + kept[end:]
            steps -= 1
            if shows(connection, fewer, breach):
                kept = fewer
            end = start
        size //= 2
    return kept


def shows(connection: Connection, setup: Sequence[Insert], breach: Breach) -> bool:
    """Whether a claim falls in a database that these statements make."""
    try:
        with rolled_back(connection):
            for insert in setup:
                connection.execute(insert.statement.encode())
            result = run(connection, breach.query, breach.values)
    except psycopg.Error:
        if connection.closed:
            raise
        return False
    return isinstance(result, list) and any(
        column == breach.column for column, _ in breaches(breach.query, result)
    )


def _call(connection: Connection, catalog: Catalog, breach: Breach) -> str:
    query = breach.query
    if not query.parameters:
        return query.sql
    types = ", ".join(catalog.format_type(parameter.type) for parameter in query.parameters)
    values = sql.SQL(", ").join(map(literal, breach.values)).as_string(connection)
    return f"PREPARE attacked({types}) AS\n{query.sql};\nEXECUTE attacked({values})"


def diagnostics(findings: Sequence[Finding]) -> list[Diagnostic]:
    """An error for each finding, with the statements that show it."""
    return [
        Diagnostic(
            code="verify-falsified",
            message=f"{_subject(finding)} was {_by(finding)} to be {finding.claim}",
            span=finding.span,
            help=_shown(finding),
            query=finding.query,
        )
        for finding in findings
    ]


def unattacked(queries: Sequence[AnalysedQuery], seen: Mapping[str, Seen]) -> list[Diagnostic]:
    """A note for each query that yields rows and none of whose runs went well."""
    return [
        Diagnostic(
            code="verify-unattacked",
            message=f"what is claimed of its rows was not attacked: {_why(seen.get(query.name))}",
            span=query.span,
            severity=Severity.NOTE,
            query=query.name,
        )
        for query in queries
        if query.columns and not (query.name in seen and seen[query.name].runs)
    ]


def _why(seen: Seen | None) -> str:
    if seen is None:
        return "a function that it calls reaches out of the transaction"
    if seen.error is None:
        return "it yields no rows when it runs"
    return f"no run went well, since: {seen.error.splitlines()[0]}"


def _by(finding: Finding) -> str:
    return "declared" if finding.declared else "inferred"


def _subject(finding: Finding) -> str:
    return "the result" if finding.column is None else f"column {finding.column}"


def _shown(finding: Finding) -> str:
    statements = ";\n".join((*finding.setup, finding.call))
    return f"See it by (seed {finding.seed}, round {finding.round}):\n{statements};"
