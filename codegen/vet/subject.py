"""What a rule looks at: a query with all queries inside it."""

from __future__ import annotations

from functools import cached_property

from codegen.analysis import nodes
from codegen.analysis.at_most_one import Parents
from codegen.analysis.cardinality import parents_of
from codegen.analysis.tree import all_expressions, all_queries
from codegen.postgres.catalog import Catalog
from codegen.records import dataclass

#: The operators that compare, by name.
COMPARISONS = frozenset(["=", "<>", "<", ">", "<=", ">="])


@dataclass(frozen=True)
class Subject:
    """An analysed query and the catalog that it was analysed with."""

    query: nodes.AnalysedQuery
    tree: nodes.Query
    catalog: Catalog

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
