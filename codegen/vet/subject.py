"""What a rule looks at: a query with all queries inside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from codegen.analysis import nodes
from codegen.analysis.at_most_one import Parents
from codegen.analysis.cardinality import parents_of
from codegen.analysis.tree import expressions_of, inner_queries, walk
from codegen.postgres.catalog import Catalog


@dataclass(frozen=True)
class Subject:
    """An analysed query and the catalog that it was analysed with."""

    query: nodes.AnalysedQuery
    tree: nodes.Query
    catalog: Catalog

    @cached_property
    def queries(self) -> tuple[nodes.Query, ...]:
        """The query and all inside it, also those in expressions; views are left alone."""
        return tuple(_all(self.tree))

    @cached_property
    def parents(self) -> Parents:
        """The tables that others inherit from."""
        return parents_of(self.catalog)

    @cached_property
    def expressions(self) -> tuple[nodes.Expr, ...]:
        """All expressions of all queries, with their parts."""
        return tuple(
            part for query in self.queries for expr in expressions_of(query) for part in walk(expr)
        )


@dataclass(frozen=True, slots=True)
class Found:
    """A finding: what is wrong at a place, and what to do about it."""

    message: str
    help: str
    span: nodes.Offsets = None


def _all(query: nodes.Query) -> Iterator[nodes.Query]:
    yield query
    for inner in inner_queries(query):
        yield from _all(inner)
    for expr in expressions_of(query):
        for part in walk(expr):
            if isinstance(part, nodes.SubLink):
                yield from _all(part.query)
