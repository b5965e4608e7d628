"""The notation of :mod:`codegen.sql.grammar`, read into graphs that a recogniser walks.

* ``WORD`` is a keyword, ``'+'`` a mark or an operator;
* ``word`` is a class of symbols, or else another rule;
* ``x | y``, ``(x y)``, ``x?``, ``x*`` and ``x+`` are as in regular expressions, and ``x,+`` is a
  list with commas between its items;
* ``<x>`` is x in parentheses, ``[x]`` x in square brackets, ``{x}`` x between CASE and END.

A rule may only refer to itself within such a pair, or as the last thing of an alternative. That is
what makes a graph of a rule: see :mod:`codegen.sql.recogniser`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from codegen.records import dataclass, field

#: What opens in SQL, and what closes it.
BRACKETS = {"(": ")", "[": "]", "case": "end"}
_OPENERS = {"<": ("(", ">"), "[": ("[", "]"), "{": ("case", "}")}
_PIECE = re.compile(r"'[^']+'|\w+|,\+|[<>\[\]{}()|?*+]")

Symbols = frozenset[str]


@dataclass(frozen=True, slots=True)
class Inside:
    """A pair of brackets. ``rule`` describes what stands between them."""

    opener: str
    rule: str


#: What an edge of the graph asks for: one of some symbols, a pair of brackets, all of another rule,
#: or nothing.
Label = Symbols | Inside | str | None


@dataclass(slots=True)
class Exits:
    """What leads on from a node of a rule, each with the node that it leads to.

    ``calls`` are references to other rules; the node is None where nothing of this rule comes
    behind the reference. ``ends`` says that the rule may end at the node.
    """

    symbols: list[tuple[Symbols, int]]
    brackets: list[tuple[Inside, int]]
    calls: list[tuple[str, int | None]]
    ends: bool
    _behind: dict[str, list[int]] = field(default_factory=dict[str, list[int]])

    def behind(self, symbol: str) -> list[int]:
        """The nodes that a symbol leads to."""
        found = self._behind.get(symbol)
        if found is None:
            found = [node for symbols, node in self.symbols if symbol in symbols]
            self._behind[symbol] = found
        return found

    def naming(self, symbol: str) -> list[int]:
        """The nodes that it leads to where the rule has itself, not a class that it is in."""
        return [node for symbols, node in self.symbols if symbols == frozenset([symbol])]

    def inside(self, opener: str) -> list[tuple[str, int]]:
        """The rules of what may stand in this bracket, each with the node behind the pair."""
        return [(one.rule, node) for one, node in self.brackets if one.opener == opener]


@dataclass(slots=True)
class Graph:
    """The nodes of all rules that were asked for so far.

    A node is a number, and ``edges`` has those that leave it. The last node of a rule is the one
    that none leaves.
    """

    rules: Callable[[str], str | None]
    classes: Mapping[str, Symbols]
    edges: list[list[tuple[Label, int]]] = field(default_factory=list[list[tuple[Label, int]]])
    _starts: dict[str, int] = field(default_factory=dict[str, int])
    _exits: dict[int, Exits] = field(default_factory=dict[int, Exits])

    def exits(self, node: int) -> Exits:
        """What leads on from a node, directly or by edges that ask for nothing."""
        found = self._exits.get(node)
        if found is None:
            reached = self._reached(node)
            edges = [edge for one in reached for edge in self.edges[one]]
            found = self._exits[node] = Exits(
                [(label, to) for label, to in edges if isinstance(label, frozenset)],
                [(label, to) for label, to in edges if isinstance(label, Inside)],
                [
                    (label, None if self._is_last(to) else to)
                    for label, to in edges
                    if isinstance(label, str)
                ],
                any(not self.edges[one] for one in reached),
            )
        return found

    def _reached(self, node: int) -> list[int]:
        """The node and all that are reached from it by edges that ask for nothing."""
        reached = [node]
        for one in reached:
            reached += [to for label, to in self.edges[one] if label is None and to not in reached]
        return reached

    def _is_last(self, node: int) -> bool:
        """Whether nothing but the end of the rule comes behind a node."""
        edges = [edge for one in self._reached(node) for edge in self.edges[one]]
        return all(label is None for label, _ in edges)

    def start(self, rule: str) -> int:
        """The first node of a rule, which is read when it is first asked for."""
        found = self._starts.get(rule)
        if found is None:
            found = self._starts[rule] = self._node()
            reader = _Reader(self, _PIECE.findall(self.rules(rule) or rule))
            reader.alternatives(found, self._node())
            assert reader.position == len(reader.pieces), rule
        return found

    def _node(self) -> int:
        self.edges.append([])
        return len(self.edges) - 1

    def symbols(self, piece: str) -> Symbols | None:
        """The symbols that a piece stands for; None if it is a rule."""
        if piece[0] == "'":
            return frozenset([piece[1:-1]])
        if piece.isupper():
            return frozenset([piece.lower()])
        return self.classes.get(piece)


@dataclass(slots=True)
class _Reader:
    """Reads one rule into nodes of the graph."""

    graph: Graph
    pieces: list[str]
    position: int = 0

    def alternatives(self, start: int, end: int) -> None:
        """``x | y`` between two nodes."""
        self._sequence(start, end)
        while self._peek() == "|":
            self.position += 1
            self._sequence(start, end)

    def _sequence(self, start: int, end: int) -> None:
        here = start
        while self._peek() not in ("", "|", ")", ">", "]", "}"):
            here = self._repeated(here)
        self._edge(here, None, end)

    def _repeated(self, start: int) -> int:
        """One item with what may follow it; returns the node behind it."""
        before, after, behind = self._new(), self._new(), self._new()
        self._edge(start, None, before)
        self._item(before, after)
        self._edge(after, None, behind)
        mark = self._peek()
        if mark in ("?", "*", "+", ",+"):
            self.position += 1
        if mark in ("?", "*"):
            self._edge(before, None, behind)
        if mark in ("*", "+"):
            self._edge(after, None, before)
        if mark == ",+":
            self._edge(after, frozenset([","]), before)
        return behind

    def _item(self, start: int, end: int) -> None:
        piece = self.pieces[self.position]
        self.position += 1
        if piece == "(":
            self.alternatives(start, end)
            self._close(")")
        elif piece in _OPENERS:
            opener, closer = _OPENERS[piece]
            first = self.position
            depth = 1
            while depth:
                depth += (self.pieces[self.position] == piece) - (
                    self.pieces[self.position] == closer
                )
                self.position += 1
            inner = " ".join(self.pieces[first : self.position - 1])
            self._edge(start, Inside(opener, inner), end)
        else:
            self._edge(start, self.graph.symbols(piece) or piece, end)

    def _close(self, mark: str) -> None:
        assert self.pieces[self.position] == mark, (mark, self.pieces)
        self.position += 1

    def _peek(self) -> str:
        return self.pieces[self.position] if self.position < len(self.pieces) else ""

    def _new(self) -> int:
        self.graph.edges.append([])
        return len(self.graph.edges) - 1

    def _edge(self, start: int, label: Label, end: int) -> None:
        self.graph.edges[start].append((label, end))
