"""Recognises statements by a grammar that is data: :mod:`codegen.sql.grammar`.

Between a bracket and its other half, SQL is a regular language. So the rules are read as a
nondeterministic automaton, and what a text can be so far is a set of places in it: a state. States
are found as they are needed and kept, so that nearly every token is a look-up in a dictionary. A
bracket starts a state of its own, the union of all that may stand in it; at its other half it is
known which of these it was, and the state outside goes on from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from codegen.records import dataclass
from codegen.sql.grammar import CLASSES, SYMBOLS, rule
from codegen.sql.lexer import Token
from codegen.sql.notation import BRACKETS, Exits, Graph

#: A node of the grammar's graph, and where it goes on from the end of that node's rule: at another
#: place, or nowhere, since what was looked for (its name) is complete then.
_Place = tuple[int, "_Back"]
_Back = _Place | str


@dataclass(frozen=True, slots=True)
class Unexpected:
    """A token that no statement has after those before it, by its number; the one that PostgreSQL
    names in ``syntax error at or near``. ``without_condition``: it follows a join that needs one.
    """

    index: int
    without_condition: bool


def unexpected(tokens: Sequence[Token]) -> Unexpected | None:
    """The first token with which the tokens are no statement any more; None if they are one.

    They end with an end token.
    """
    state = _start()
    outside: list[tuple[_State, str]] = []
    for index, token in enumerate(tokens):
        symbol = _symbol(token)
        if symbol in BRACKETS:
            inner = state.inside(symbol)
            if inner is not None:
                outside.append((state, symbol))
                state = inner
                continue
        elif outside and symbol == BRACKETS[outside[-1][1]] and state.seen:
            outer, opener = outside.pop()
            state = outer.behind(opener, state.seen)
            continue
        after = state[symbol]
        if after is None:
            joined = all(state[word] is not None for word in ("join", "on", "using"))
            return Unexpected(index, joined)
        state = after
    return None


def _symbol(token: Token) -> str:
    kind = token.kind
    if kind == "name" or kind == "punct" or kind == "op":
        return SYMBOLS.get(token.text) or f"%{kind}"
    if kind == "number":
        return "%integer" if _is_integer(token.text) else "%number"
    return "$" if kind == "end" else f"%{kind}"


def _is_integer(text: str) -> bool:
    """Whether a number is a constant of type integer (process_integer_literal in scan.l)."""
    try:
        return int(text, 0 if text[1:2].isalpha() else 10) < 2**31
    except ValueError:
        return False


class _State(dict[str, "_State | None"]):
    """A set of places, and the states that symbols lead to from it.

    ``seen`` are the names of what is complete here.
    """

    def __init__(self, states: _States, places: Iterable[_Place]) -> None:
        super().__init__()
        self.states = states
        self._exits, self.seen = _reached(states.graph, places)
        self._inside: dict[str, _State] = {}
        self._behind: dict[tuple[str, frozenset[str]], _State] = {}

    def __missing__(self, symbol: str) -> _State | None:
        places = [(node, back) for exits, back in self._exits for node in exits.behind(symbol)]
        self[symbol] = found = self.states.of(frozenset(places)) if places else None
        return found

    def inside(self, opener: str) -> _State | None:
        """The state behind an opening bracket; None where none can stand."""
        found = self._inside.get(opener)
        if found is None:
            rules = {rule for exits, _ in self._exits for rule, _ in exits.inside(opener)}
            if not rules:
                return None
            start = self.states.graph.start
            found = self.states.of(frozenset([(start(rule), rule) for rule in rules]))
            self._inside[opener] = found
        return found

    def behind(self, opener: str, seen: frozenset[str]) -> _State:
        """The state behind the other half of a bracket, by what may be inside."""
        found = self._behind.get((opener, seen))
        if found is None:
            places = [
                (node, back)
                for exits, back in self._exits
                for rule, node in exits.inside(opener)
                if rule in seen
            ]
            found = self._behind[opener, seen] = self.states.of(frozenset(places))
        return found


def _reached(
    graph: Graph, places: Iterable[_Place]
) -> tuple[list[tuple[Exits, _Back]], frozenset[str]]:
    """What leads on from some places, and what is complete there."""
    found: list[tuple[Exits, _Back]] = []
    seen: list[str] = []
    reached = set(places)
    waiting = list(reached)
    while waiting:
        node, back = waiting.pop()
        exits = graph.exits(node)
        if exits.symbols or exits.brackets:
            found.append((exits, back))
        ahead: list[_Place] = [
            (graph.start(rule), back if node is None else (node, back))
            for rule, node in exits.calls
        ]
        if exits.ends:
            if isinstance(back, str):
                seen.append(back)
            else:
                ahead.append(back)
        for place in ahead:
            if place not in reached:
                reached.add(place)
                waiting.append(place)
    return found, frozenset(seen)


class _States:
    """The states that have been found."""

    def __init__(self) -> None:
        self.graph = Graph(rule, CLASSES)
        self.found: dict[frozenset[_Place], _State] = {}

    def of(self, places: frozenset[_Place]) -> _State:
        """The state of these places."""
        state = self.found.get(places)
        if state is None:
            state = self.found[places] = _State(self, places)
        return state


@cache
def _start() -> _State:
    states = _States()
    return states.of(frozenset([((states.graph.start("text"), "text"))]))
