"""Tells whether tokens are a statement, by a grammar that is data: :mod:`codegen.sql.grammar`.

If one leaves out what is nested in brackets, SQL is a regular language. So the rules are read as a
nondeterministic automaton. What the tokens so far may be is a set of places in it, called a state
here, and the next token leads from one state to another. States are made when they are first
reached and kept (the usual construction of subsets), so that nearly every token costs one look-up
in a dictionary.

An opening bracket starts over, with the state of all that may stand in brackets at this place. At
the closing one it is known which of these the tokens in between were, and the state outside goes on
from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from codegen.records import dataclass
from codegen.sql.grammar import CLASSES, SYMBOLS, rule
from codegen.sql.lexer import Token
from codegen.sql.notation import BRACKETS, Exits, Graph

#: A node of the grammar's graph, and where things go on at the end of its rule: at the place behind
#: the reference to that rule; or nowhere, where the rule was looked for itself, by its name.
_Place = tuple[int, "_Back"]
_Back = _Place | str


@dataclass(frozen=True, slots=True)
class Unexpected:
    """The first token that can't stand where it does, by its index: PostgreSQL names the same in
    ``syntax error at or near``. ``without_condition`` says that it follows a join which needs ON or
    USING."""

    index: int
    without_condition: bool


def unexpected(tokens: Sequence[Token]) -> Unexpected | None:
    """The first token with which the tokens are no statement any more; None if they are one.

    They end with an end token.
    """
    state = _start()
    outside: list[tuple[_State, str]] = []
    for index, token in enumerate(tokens):
        kind = token.kind
        if kind == "name" or kind == "punct" or kind == "op":
            symbol = SYMBOLS.get(token.text) or f"%{kind}"
        else:
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
    """A set of places; as a dictionary, the states that symbols lead to from it, None for those
    that can't follow.

    ``seen`` are the names of the rules of which the tokens so far are a complete instance.
    """

    def __init__(self, states: _States, places: Iterable[_Place]) -> None:
        super().__init__()
        self.states = states
        self._exits, self.seen = _reached(states.graph, places)
        self._inside: dict[str, _State] = {}
        self._behind: dict[tuple[str, frozenset[str]], _State] = {}

    def __missing__(self, symbol: str) -> _State | None:
        places = [(node, back) for exits, back in self._exits for node in exits.behind(symbol)]
        if symbol == "escape":
            # Behind a pattern it isn't a label: bison shifts where it may shift or reduce.
            own = [(node, back) for exits, back in self._exits for node in exits.naming(symbol)]
            places = own or places
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
        """The state behind the closing bracket; ``seen`` are the rules that what is inside may
        be."""
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
    """What leads on from some places, each with where its rule goes on; and the names of the rules
    that are complete."""
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
    """All states that were reached so far."""

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
