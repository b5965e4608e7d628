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
    """The rows that an entry of FROM or a query yields."""

    def fact(self, index: int, assumed: frozenset[int]) -> Fact:
        """The fact of a column by its index, in a row that is there and in which the ``assumed``
        columns, by their indexes, are non-null."""
        ...

    def known(self) -> Known:
        """What is known of values of the queries around where there is a row at all."""
        ...


@dataclass(frozen=True, slots=True)
class Extension:
    """The optional side of an outer join: ``entries`` whose rows are all there, or all filled with
    NULLs.

    ``known`` is what is known where the rows are there: what the join's condition and that side
    itself say. The rows are there where one of them is known to be present; where ``token`` is
    known, which stands for the side as a whole; and where all keys ``needed`` are non-null, as
    along a foreign key. ``needed`` is None where no keys make sure of a match.
    """

    token: Key
    entries: frozenset[RowKey]
    known: Known
    needed: Known | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Env:
    """All that is known at a place of a query.

    * ``fact_of`` and ``query_rows`` are the rules for expressions and for queries: these modules
      need each other, so that they are handed over;
    * ``rows`` are the rows of the entries in scope, ``known`` the keys that are non-null,
      ``extensions`` the outer joins; of each of ``alternatives``, one case holds;
    * with grouping sets, ``nulled`` are the keys of those grouping expressions that some set
      replaces by NULL; one with a subquery in it has no key, so ``hidden`` has its class and type;
    * ``before`` is the environment before grouping, in which the arguments of aggregates are;
    * ``padded`` says that set-returning functions may end early and be filled up with NULLs;
    * ``level`` identifies the query, ``command`` is its command, and ``locked`` says that it, or
      one around it, locks rows.
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
        """The environment where more is known, with what follows from that. ``known`` is None for a
        case that can't occur, of which nothing needs to be assumed."""
        if not known or known <= self.known:
            return self
        return _closed(self, self.known | self._trusted(known))

    def extended(self, entry: nodes.RangeEntry, version: str = "") -> bool:
        """Whether the entry's row may be missing and filled with NULLs."""
        if not self.extensions or present_key(entry, version) in self.known:
            return False
        place = (id(entry), version)
        return any(place in extension.entries for extension in self.extensions)

    def with_rows(self, entry: nodes.RangeEntry, rows: Rows, version: str = "") -> Env:
        """The environment with one more entry in scope."""
        return replace(self, rows={**self.rows, (id(entry), version): rows})

    def with_absent(self, entry: nodes.RangeEntry, version: str) -> Env:
        """The environment where an entry's old or new row (``version``) may not exist."""
        place = (id(entry), version)
        absent = Extension(("absent", *place), frozenset({place}), NOTHING)
        return replace(self, extensions=(*self.extensions, absent))

    def may_hide(self, expr: nodes.Expr) -> bool:
        """Whether grouping sets may replace an expression with a subquery in it by NULL. It has no
        key that would tell, so that any of the same class and type counts."""
        if (type(expr), expr.type) not in self.hidden:
            return False
        return any(isinstance(part, nodes.SubLink) for part in walk(expr))

    def _trusted(self, known: Known) -> Known:
        if not self.nulled:
            return known
        # PostgreSQL may fold a grouping expression to a constant before it replaces it by NULL:
        # that the one is tested says nothing of the other.
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
