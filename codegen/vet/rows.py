"""Rules about how many rows come."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.analysis import nodes
from codegen.analysis.at_most_one import Scope, at_most_one
from codegen.analysis.tree import (
    conjuncts,
    entries_of,
    expressions_of,
    referenced_entries,
    walk,
)
from codegen.vet.subject import Found, Subject


def many_of_one(subject: Subject) -> Iterator[Found]:
    """``:many`` for what is one row at most."""
    if subject.query.command == "many" and subject.query.cardinality in (
        "exactly_one",
        "at_most_one",
    ):
        yield Found(
            f"{subject.query.name} is :many and finds one row at most",
            "Make it :one.",
        )


def unjoined(subject: Subject) -> Iterator[Found]:
    """Tables listed with commas, and no condition that joins them."""
    for query in subject.queries:
        if query.command != "select" or len(query.from_) < 2:
            continue
        loose = _loose_item(query, subject)
        if loose is not None:
            yield Found(
                f"nothing joins {loose.name} with the rest of FROM: every row meets every other",
                "Add a condition, or write CROSS JOIN where that is meant.",
                loose.span,
            )


def _loose_item(query: nodes.Query, subject: Subject) -> nodes.RangeEntry | None:
    """The first entry that is not connected with the first item of FROM."""
    groups = [{id(entry) for entry in entries_of([item])} for item in query.from_]
    entries = [entry for item in query.from_ for entry in entries_of([item])]
    scope = Scope(query, parents=subject.parents)
    if any(scope.is_single(one) or _may_stand_alone(one, subject) for one in entries):
        return None
    for met in _meetings(query):
        joined = [group for group in groups if group & met]
        if len(joined) > 1:
            groups = [group for group in groups if group not in joined] + [set().union(*joined)]
    first = next(group for group in groups if id(entries[0]) in group)
    return next((entry for entry in entries if id(entry) not in first), None)


def _may_stand_alone(entry: nodes.RangeEntry, subject: Subject) -> bool:
    """Whether an entry has few rows, or rows made for the others."""
    inner = entry.query or (entry.cte.query if entry.cte else None)
    if inner is not None:
        return at_most_one(inner, parents=subject.parents) or inner.command == "values"
    return entry.kind != "table"


def _meetings(query: nodes.Query) -> Iterator[set[int]]:
    """The entries that one condition, or a subquery in it, mentions together."""
    for expr in expressions_of(query):
        for part in conjuncts(expr):
            yield {id(entry) for entry in _mentioned(part)}


def _mentioned(expr: nodes.Expr) -> Iterator[nodes.RangeEntry]:
    for part in walk(expr):
        if isinstance(part, nodes.Var | nodes.WholeRow):
            yield part.entry
        elif isinstance(part, nodes.SubLink):
            yield from referenced_entries(part.query)
