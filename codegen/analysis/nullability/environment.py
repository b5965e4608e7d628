"""What is known at a place of a query."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Protocol

from codegen.analysis import nodes
from codegen.analysis.keys import Key, Known, mentions, present_key
from codegen.analysis.nullability.algebra import NOTHING, Fact
from codegen.analysis.tree import walk
from codegen.records import dataclass, field, replace

if TYPE_CHECKING:
    from codegen.postgres.catalog import Catalog

RowKey = tuple[int, str]


class Rows(Protocol):
    """The rows that something in FROM, or a query, yields."""

    def fact(self, index: int, assumed: frozenset[int]) -> Fact:
        """The fact of a column of a row that is there, where ``assumed`` columns are non-null."""
        ...

    def known(self) -> Known:
        """What is known of the surrounding query where there is a row at all."""
        ...


@dataclass(frozen=True, slots=True)
class Extension:
    """Entries that an outer join may have filled with NULLs, all of them at once.

    Where one is present, or ``token`` is known, all that held for the rows before the join holds:
    ``known``. So it does where all that is ``needed`` for a match is non-null; None where nothing
    makes sure of a match.
    """

    token: Key
    entries: frozenset[RowKey]
    known: Known
    needed: Known | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Env:
    """Facts at a place.

    ``fact_of`` and ``query_rows`` are the rules for expressions and for queries, which need each
    other; ``rows`` are the entries in scope; ``alternatives`` are cases of which one holds;
    ``nulled`` are the grouping expressions that grouping sets replace by NULL; ``before`` is the
    environment that aggregates see; ``level`` names the query; ``padded`` is true where
    set-returning functions of different lengths are filled up with NULLs; ``hidden`` are the kinds
    and types of those ``nulled`` that hold subqueries, and so have no key to be known by;
    ``command`` is the query's, and ``locked`` is true where it or one around it locks rows.
    """

    catalog: Catalog
    query_rows: Callable[[nodes.Query, Env], Rows]
    fact_of: Callable[[nodes.Expr, Env], Fact]
    parameters: Mapping[int, bool] = field(default_factory=dict)
    known: Known = NOTHING
    extensions: tuple[Extension, ...] = ()
    alternatives: tuple[tuple[Known, ...], ...] = ()
    rows: Mapping[RowKey, Rows] = field(default_factory=dict)
    ctes: Mapping[int, Rows] = field(default_factory=dict)
    nulled: Known = NOTHING
    before: Env | None = None
    level: int = 0
    padded: bool = False
    hidden: frozenset[tuple[type[nodes.Expr], int]] = frozenset()
    command: str = ""
    locked: bool = False

    def assume(self, known: Known | None) -> Env:
        """The environment where more is known, and what follows from it. None is a case that
        can't occur: nothing is assumed then."""
        if not known or known <= self.known:
            return self
        return _closed(self, self.known | self._trusted(known))

    def extended(self, entry: nodes.RangeEntry, version: str = "") -> bool:
        """Whether the entry's row may be missing and filled with NULLs."""
        place = (id(entry), version)
        return present_key(entry, version) not in self.known and any(
            place in extension.entries for extension in self.extensions
        )

    def with_rows(self, entry: nodes.RangeEntry, rows: Rows, version: str = "") -> Env:
        """The environment with one more entry in scope."""
        return replace(self, rows={**self.rows, (id(entry), version): rows})

    def with_absent(self, entry: nodes.RangeEntry, version: str) -> Env:
        """The environment where an entry's old or new row may not exist."""
        place = (id(entry), version)
        absent = Extension(("absent", *place), frozenset({place}), NOTHING)
        return replace(self, extensions=(*self.extensions, absent))

    def may_hide(self, expr: nodes.Expr) -> bool:
        """Whether grouping sets may replace an expression with a subquery by NULL: written twice,
        it is not known to be the same."""
        if (type(expr), expr.type) not in self.hidden:
            return False
        return any(isinstance(part, nodes.SubLink) for part in walk(expr))

    def _trusted(self, known: Known) -> Known:
        if not self.nulled:
            return known
        # Of a grouping expression that it can fold to a constant, PostgreSQL tests the constant.
        return frozenset(k for k in known if k[0] == "var" or not touches(k, self.nulled))


def touches(key: Key, nulled: Known) -> bool:
    """Whether a key is over something that grouping sets replace by NULL."""
    return mentions(key, lambda part: part in nulled)


def _closed(env: Env, known: Known) -> Env:
    extensions = env.extensions
    while True:
        reached = [
            e
            for e in extensions
            if e.token in known or _is_present(e, known) or _is_matched(e, extensions, known)
        ]
        if not reached:
            return replace(env, known=known, extensions=extensions)
        extensions = tuple(e for e in extensions if e not in reached)
        for extension in reached:
            known |= extension.known


def _is_matched(extension: Extension, extensions: Iterable[Extension], known: Known) -> bool:
    if extension.needed is None:
        return False
    open_entries = {entry for other in extensions for entry in other.entries}
    return all(
        key in known or (key[0] == "present" and key[1:] not in open_entries)
        for key in extension.needed
    )


def _is_present(extension: Extension, known: Known) -> bool:
    return any(("present", *place) in known for place in extension.entries)
