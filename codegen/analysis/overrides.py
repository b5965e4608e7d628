"""The user's last word on nullability and rows, and the warning about rows that ``:one`` would
drop.

Comment lines under the annotation: ``-- @nullable total, note``, ``-- @notnull total``,
``-- @nullable @param`` and ``-- @one``. What they say is taken for true; ``verify`` attacks it like
any claim.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from codegen.analysis.cardinality import Missing, missing_key
from codegen.analysis.nodes import AnalysedQuery, Parameter, Query, ResultColumn
from codegen.diagnostics import Diagnostic, Severity
from codegen.records import replace
from codegen.source import Span
from codegen.sql.options import Option

if TYPE_CHECKING:
    from codegen.postgres.catalog import Catalog

#: What an option claims of the names that follow it.
NULLABLE = {"nullable": True, "notnull": False}

Overridden = tuple[AnalysedQuery, Diagnostic | None]


def overridden(query: AnalysedQuery) -> tuple[AnalysedQuery, list[Diagnostic]]:
    """The query with what its options say, an error for each name that it doesn't have, and a note
    for each that says what is inferred already."""
    found: list[Diagnostic] = []
    for option in query.options:
        if option.name not in NULLABLE and option.name != "one":
            continue
        names = [""] if option.name == "one" else names_of(option.value)
        for name in names:
            query, diagnostic = _applied(query, option, name) if name else _one(query, option)
            if diagnostic is not None:
                found.append(diagnostic)
    return query, found


def names_of(text: str) -> Iterator[str]:
    """The names that follow ``@nullable`` or ``@notnull``."""
    yield from text.replace(",", " ").split()


def _one(query: AnalysedQuery, option: Option) -> Overridden:
    if option.value:
        return query, _mistake(query, option, "@one takes nothing", "Leave out what follows it.")
    if query.cardinality == "none":
        help = "Leave it out, or give the query a RETURNING."
        return query, _mistake(query, option, "@one, but the query returns no rows", help)
    if query.cardinality != "many":
        return query, _needless(query, option, "@one")
    return replace(query, cardinality="at_most_one"), None


def _applied(query: AnalysedQuery, option: Option, name: str) -> Overridden:
    nullable = NULLABLE[option.name]
    things = query.parameters if name.startswith("@") else query.columns
    bare = name.removeprefix("@")
    chosen = [thing for thing in things if thing.name == bare]
    if not chosen:
        return query, _unknown(query, option, name, things)
    if all(thing.nullable == nullable for thing in chosen):
        return query, _needless(query, option, f"@{option.name} {name}", name)
    if name.startswith("@"):
        parameters = tuple(
            replace(one, nullable=nullable) if one.name == bare else one for one in query.parameters
        )
        return replace(query, parameters=parameters), None
    columns = tuple(
        replace(one, nullable=nullable) if one.name == bare else one for one in query.columns
    )
    return replace(query, columns=columns), None


def _unknown(
    query: AnalysedQuery,
    option: Option,
    name: str,
    things: tuple[Parameter, ...] | tuple[ResultColumn, ...],
) -> Diagnostic:
    kind, mark = ("parameter", "@") if name.startswith("@") else ("column", "")
    known = list(dict.fromkeys(thing.name for thing in things))
    near = difflib.get_close_matches(name.removeprefix("@"), known, 1)
    listed = ", ".join(f"{mark}{each}" for each in known) or "none"
    return _mistake(
        query,
        option,
        f"@{option.name} names the {kind} {name}, which the query doesn't have",
        f"Did you mean {mark}{near[0]}?" if near else f"Its {kind}s are: {listed}.",
        name,
    )


def _mistake(
    query: AnalysedQuery, option: Option, message: str, help: str, name: str = ""
) -> Diagnostic:
    return Diagnostic(
        code="override-unknown",
        message=message,
        span=_place(option, name),
        help=help,
        query=query.name,
    )


def _place(option: Option, name: str) -> Span:
    """Where an option has a name; all of it without one."""
    found = re.search(rf"(?<![\w@]){re.escape(name)}(?!\w)", option.value) if name else None
    if found is None:
        return option.span
    start = option.span.end - len(option.value) + found.start()
    return Span(option.span.source, start, start + len(name))


def _needless(query: AnalysedQuery, option: Option, said: str, name: str = "") -> Diagnostic:
    return Diagnostic(
        code="override-needless",
        message=f"{said} says what is inferred already",
        span=_place(option, name),
        help="Remove it.",
        severity=Severity.NOTE,
        query=query.name,
    )


def many_rows(query: AnalysedQuery, catalog: Catalog) -> Diagnostic | None:
    """The warning about a ``:one`` that may find many rows, and which key is missing."""
    if query.command not in ("one", "batchone") or query.cardinality != "many":
        return None
    tree = query.tree if isinstance(query.tree, Query) else None
    missing = missing_key(tree, catalog) if tree else None
    reason = f": nothing limits {missing.relation} to one row" if missing else ""
    ways = [
        *_compared_too(missing),
        *(["add LIMIT 1"] if tree and tree.command not in _WITHOUT_LIMIT else []),
        f"make it :{_MANY[query.command]}",
        *_made_unique(missing),
    ]
    *others, last = ways
    help = f"{', '.join(others)}, or {last}" if others else last
    return Diagnostic(
        code="many-rows",
        message=f"{query.name} is :{query.command} and may find many rows{reason}",
        span=query.span,
        help=f"{help[0].upper()}{help[1:]}. If you know better: `-- @one`.",
        severity=Severity.WARNING,
        query=query.name,
    )


def _compared_too(missing: Missing | None) -> Iterator[str]:
    if missing is not None and missing.columns:
        columns = ", ".join(f"{missing.relation}.{column}" for column in missing.columns)
        yield f"compare {columns} too"


def _made_unique(missing: Missing | None) -> Iterator[str]:
    if missing is not None and missing.compared:
        yield f"have the schema say UNIQUE ({', '.join(missing.compared)})"


_MANY = {"one": "many", "batchone": "batchmany"}
#: The statements that no LIMIT ends.
_WITHOUT_LIMIT = frozenset({"update", "delete", "merge", "utility"})
