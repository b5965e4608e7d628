"""The user's last word on nullability, and the warning about rows that ``:one`` would drop.

Comment lines under the annotation: ``-- @nullable total, note``, ``-- @notnull total`` and
``-- @nullable @param``. What they say is taken for true; ``verify`` attacks it like any claim.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import replace

from codegen.analysis.cardinality import missing_key
from codegen.analysis.nodes import AnalysedQuery, Parameter, Query, ResultColumn
from codegen.diagnostics import Diagnostic, Severity

#: What an option claims of the names that follow it.
OPTIONS = {"nullable": True, "notnull": False}


def overridden(query: AnalysedQuery) -> tuple[AnalysedQuery, list[Diagnostic]]:
    """The query with what its options say, an error for each name that it doesn't have, and a note
    for each that says what is inferred already."""
    found: list[Diagnostic] = []
    for option, names in query.options:
        nullable = OPTIONS.get(option)
        if nullable is None:
            continue
        for name in names_of(names):
            query, diagnostic = _applied(query, option, name, nullable)
            if diagnostic is not None:
                found.append(diagnostic)
    return query, found


def names_of(text: str) -> Iterator[str]:
    yield from text.replace(",", " ").split()


def _applied(
    query: AnalysedQuery, option: str, name: str, nullable: bool
) -> tuple[AnalysedQuery, Diagnostic | None]:
    things = _things(query, name)
    bare = name.removeprefix("@")
    chosen = [thing for thing in things if thing.name == bare]
    if not chosen:
        return query, _unknown(query, option, name, [thing.name for thing in things])
    if all(thing.nullable == nullable for thing in chosen):
        return query, _needless(query, option, name)
    if name.startswith("@"):
        parameters = tuple(
            replace(one, nullable=nullable) if one.name == bare else one for one in query.parameters
        )
        return replace(query, parameters=parameters), None
    columns = tuple(
        replace(one, nullable=nullable) if one.name == bare else one for one in query.columns
    )
    return replace(query, columns=columns), None


def _things(query: AnalysedQuery, name: str) -> tuple[Parameter, ...] | tuple[ResultColumn, ...]:
    return query.parameters if name.startswith("@") else query.columns


def _unknown(query: AnalysedQuery, option: str, name: str, known: list[str]) -> Diagnostic:
    kind = "parameter" if name.startswith("@") else "column"
    near = difflib.get_close_matches(name.removeprefix("@"), known, 1)
    mark = "@" if kind == "parameter" else ""
    listed = ", ".join(f"{mark}{each}" for each in dict.fromkeys(known)) or "none"
    return Diagnostic(
        code="override-unknown",
        message=f"@{option} names the {kind} {name}, which the query doesn't have",
        span=query.span,
        help=f"Did you mean {mark}{near[0]}?" if near else f"Its {kind}s are: {listed}.",
        query=query.name,
    )


def _needless(query: AnalysedQuery, option: str, name: str) -> Diagnostic:
    return Diagnostic(
        code="override-needless",
        message=f"@{option} {name} says what is inferred already",
        span=query.span,
        help="Remove it.",
        severity=Severity.NOTE,
        query=query.name,
    )


def many_rows(query: AnalysedQuery) -> Diagnostic | None:
    """The warning about a ``:one`` that may find many rows, and which key is missing."""
    if query.command != "one" or query.cardinality != "many":
        return None
    missing = missing_key(query.tree) if isinstance(query.tree, Query) else None
    reason, help = "", "Add LIMIT 1, or make it :many."
    if missing is not None:
        reason = f": nothing limits {missing.relation} to one row"
        if missing.columns:
            columns = ", ".join(f"{missing.relation}.{column}" for column in missing.columns)
            help = f"Compare {columns} too, add LIMIT 1, or make it :many."
    return Diagnostic(
        code="many-rows",
        message=f"{query.name} is :one and may find many rows{reason}",
        span=query.span,
        help=help,
        severity=Severity.WARNING,
        query=query.name,
    )
