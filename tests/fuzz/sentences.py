"""Sentences of the grammar in :mod:`codegen.sql.grammar`: expressions and statements as nobody, or
hardly anybody, writes them, all of which PostgreSQL's parser takes."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from codegen.sql.grammar import CLASSES, SYMBOLS, rule
from codegen.sql.notation import BRACKETS, Graph, Inside, Label

_UNREACHED = 1_000_000
#: What stands for the classes of tokens that are no words of the grammar.
_TOKENS: dict[str, tuple[str, ...]] = {
    "%name": tuple("name tags born prefs feeling home total quantity paid valid small".split()),
    "%quoted": ('"name"',),
    "%string": ("'1'", "'a'", "'{1}'"),
    "%integer": ("1", "2"),
    "%number": ("1.5",),
    "%bits": ("b'1'",),
    "%param": ("$1", "$2"),
    "%op": tuple("|| -> ->> @> ~ !~ && << @ ? #> <-> ~~".split()),
}
#: What stands for some rules instead of what they say, so that more of it means something.
_PHRASES: dict[str, tuple[str, ...]] = {
    "qualified": ("customers", "orders", "shop.items", "tree"),
    "called": tuple(
        """lower length abs count sum max min array_agg string_agg round unnest generate_series
        concat now to_char date_trunc jsonb_build_object row_number lag percentile_cont""".split()
    ),
    "simple_type": tuple(
        """int text numeric(4,2) boolean jsonb date mood text interval varchar(3)
        timestamp(0)""".split()
    ),
}
#: How often an operand stands without an operator before it, for each time that one does.
_PLAIN = 6


def _rule(name: str) -> str | None:
    """The grammar's rules without DEFAULT as a value, which means something at few places, and
    without what sqlglot can't read: a name behind DISTINCT, and conditions as a frame's bounds."""
    text = rule(name)
    if name == "operand":
        return text and text.replace(" | DEFAULT", "")
    if name == "bound":
        return text and text.replace("expr", "primary")
    if name == "arguments":
        return text and text.replace(
            "((ALL | DISTINCT)? argument,+", "((ALL | DISTINCT) expr,+ | argument,+"
        )
    if text and re.match(r"(b_)?right_", name):
        return " | ".join([*[text.split(" | ")[0]] * _PLAIN, text])
    return text


@dataclass(slots=True)
class _Costs:
    """The grammar's graph, and the least number of tokens from each of its nodes to the end of its
    rule."""

    graph: Graph
    costs: list[int] = field(default_factory=list[int])

    def of(self, label: Label) -> int:
        """The least number of tokens that an edge takes."""
        if label is None:
            return 0
        if isinstance(label, frozenset):
            return 1
        if isinstance(label, Inside):
            return 2 + self.costs[self.graph.start(label.rule)]
        return self.costs[self.graph.start(label)]

    def count(self) -> None:
        """Counts until nothing becomes less."""
        edges = self.graph.edges
        self.costs = [_UNREACHED if one else 0 for one in edges]
        changed = True
        while changed:
            changed = False
            for node, leaving in enumerate(edges):
                least = min([self.of(label) + self.costs[to] for label, to in leaving] or [0])
                changed = changed or least < self.costs[node]
                self.costs[node] = min(least, self.costs[node])


@cache
def _costs() -> _Costs:
    graph = Graph(_rule, CLASSES)
    waiting, known, read = ["text"], {"text"}, 0
    while waiting:
        graph.start(waiting.pop())
        for label in (label for leaving in graph.edges[read:] for label, _ in leaving):
            name = label.rule if isinstance(label, Inside) else label
            if isinstance(name, str) and name not in known:
                known.add(name)
                waiting.append(name)
        read = len(graph.edges)
    costs = _Costs(graph)
    costs.count()
    return costs


@cache
def _spellings() -> dict[str, list[str]]:
    """The words of each symbol."""
    found: dict[str, list[str]] = defaultdict(list)
    for word, symbol in SYMBOLS.items():
        found[symbol].append(word)
    return found


@dataclass(frozen=True, slots=True)
class Sentences:
    """Draws sentences of rules."""

    rng: random.Random

    def expressions(self, most: int) -> Iterator[str]:
        """Queries of one expression each, without end; ``most`` is about their length."""
        while True:
            drawn = self.sentence("expr", self.rng.randint(1, most))
            yield f"select {drawn} from customers, orders"

    def statements(self, most: int) -> Iterator[str]:
        """Statements without end."""
        while True:
            yield self.sentence("statement", self.rng.randint(1, most))

    def sentence(self, name: str, most: int) -> str:
        """A sentence of a rule, with about so many tokens at most."""
        return " ".join(self._walk(_costs().graph.start(name), most))

    def _walk(self, node: int, left: int) -> list[str]:
        costs, drawn = _costs(), list[str]()
        while costs.graph.edges[node]:
            label, to = self._edge(node, left)
            part = self._label(label, left - costs.costs[to])
            drawn += part
            left -= len(part)
            node = to
        return drawn

    def _edge(self, node: int, left: int) -> tuple[Label, int]:
        """One of the edges that lead to an end in time, or of the shortest ones."""
        costs = _costs()
        needed = {
            edge: costs.of(edge[0]) + costs.costs[edge[1]] for edge in costs.graph.edges[node]
        }
        least = max(left, min(needed.values()))
        fitting = [edge for edge, number in needed.items() if number <= least]
        return self.rng.choice(fitting)

    def _label(self, label: Label, left: int) -> list[str]:
        if label is None:
            return []
        if isinstance(label, frozenset):
            return [self._word(label)]
        start = _costs().graph.start
        if isinstance(label, Inside):
            inside = self._walk(start(label.rule), self.rng.randint(0, max(left - 2, 0)))
            return [label.opener, *inside, BRACKETS[label.opener]]
        if label in _PHRASES:
            return [self.rng.choice(_PHRASES[label])]
        return self._walk(start(label), left)

    def _word(self, symbols: frozenset[str]) -> str:
        usual = "%name" in symbols and self.rng.random() < 0.95
        symbol = "%name" if usual else self.rng.choice(sorted(symbols))
        return self.rng.choice(_TOKENS.get(symbol) or _spellings()[symbol])
