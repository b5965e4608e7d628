"""What a rule looks at: a query with all queries inside it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from codegen.analysis import nodes
from codegen.analysis.at_most_one import Parents
from codegen.analysis.cardinality import parents_of
from codegen.analysis.tree import all_expressions, all_queries
from codegen.postgres.catalog import Catalog
from codegen.records import dataclass

#: The operators that compare, by name.
COMPARISONS = frozenset(["=", "<>", "<", ">", "<=", ">="])


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """From how many rows on a table is too large to be read, and a result to be sorted; and the
    limit of the estimated cost, None where there is none."""

    scan_rows: int = 10_000
    sort_rows: int = 10_000
    cost: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How PostgreSQL would execute a query: the object ``Plan`` of EXPLAIN (FORMAT JSON, VERBOSE),
    and how many rows it takes each table to have, by schema and name."""

    root: Mapping[str, Any]
    rows: Mapping[tuple[str, str], float]


@dataclass(frozen=True)
class Subject:
    """An analysed query and the catalog that it was analysed with; its plan where a database was
    asked for it."""

    query: nodes.AnalysedQuery
    tree: nodes.Query
    catalog: Catalog
    plan: Plan | None = None
    limits: Limits = Limits()

    @cached_property
    def queries(self) -> tuple[nodes.Query, ...]:
        """The query and all inside it, also those in expressions; views are left alone."""
        return tuple(all_queries(self.tree))

    def name_of(self, number: int) -> str:
        """The name of a parameter."""
        names = (one.name for one in self.query.parameters if one.number == number)
        return next(names, str(number))

    @cached_property
    def parents(self) -> Parents:
        """The tables that others inherit from."""
        return parents_of(self.catalog)

    @cached_property
    def expressions(self) -> tuple[nodes.Expr, ...]:
        """All expressions of all queries, with their parts."""
        return tuple(all_expressions(self.tree))


@dataclass(frozen=True, slots=True)
class Found:
    """A finding: what is wrong at a place, and what to do about it."""

    message: str
    help: str
    span: nodes.Offsets = None
