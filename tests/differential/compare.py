"""Puts questions to both sides and gathers where they differ."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import psycopg

from codegen.postgres.catalog import Catalog
from tests.differential.cases import Case, agree, expected
from tests.differential.probe import Answer, answers


@dataclass(slots=True)
class Outcome:
    """How many questions were asked, how many of them PostgreSQL accepts, and differences."""

    asked: int = 0
    accepted: int = 0
    differences: list[tuple[str, Answer, Answer]] = field(default_factory=list)

    def __str__(self) -> str:
        shown = "\n".join(
            f"{sql}\n    codegen:    {ours}\n    PostgreSQL: {theirs}"
            for sql, ours, theirs in self.differences[:20]
        )
        return f"{self.asked} asked, {self.accepted} valid, {len(self.differences)} different" + (
            f"\n{shown}" if shown else ""
        )


def compare(connection: psycopg.Connection, catalog: Catalog, cases: Iterable[Case]) -> Outcome:
    """Asks both sides."""
    asked = list(dict.fromkeys(cases))
    statements = [case.sql(catalog) for case in asked]
    outcome = Outcome(len(asked))
    for case, sql, theirs in zip(asked, statements, answers(connection, statements), strict=True):
        ours = expected(case, catalog)
        outcome.accepted += not theirs.state
        if not agree(ours, theirs):
            outcome.differences.append((sql, ours, theirs))
    return outcome
