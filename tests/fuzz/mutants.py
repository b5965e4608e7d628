"""Statements made of other statements: parts are swapped, dropped, doubled."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from codegen.diagnostics import CodegenError
from codegen.sql.lexer import tokenize

_OPENERS = {"(": ")", "[": "]"}
#: What stands where an expression could not begin, and where one ends.
_LEFT = frozenset(
    "select where on and or not , ( [ having by = < > <= >= <> + - * / % || :: in then else when "
    "set values returning limit offset using case from join as".split()
)
_OPERATORS = "+ - * / % || = <> < > <= >= ~ ~~ -> ->> @> <@ && #> | &".split()
_WORDS = (
    "null true 1 2.5 'x' '1' $1 $2 current_date array[1] row(1) name total id note tags home prefs"
).split()


@dataclass(frozen=True, slots=True)
class _Statement:
    text: str
    parts: tuple[tuple[int, int], ...]
    tokens: tuple[tuple[int, int, str], ...]


def _read(text: str) -> _Statement | None:
    try:
        tokens = tokenize(text)[:-1]
    except CodegenError:
        return None
    places = tuple((token.start, token.end, text[token.start : token.end]) for token in tokens)
    return _Statement(text, tuple(_parts(places)), places)


def _parts(tokens: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
    """The places of what may be an expression or a clause: balanced, and where one can begin."""
    for index, (start, _, _) in enumerate(tokens):
        before = tokens[index - 1][2].lower() if index else ""
        if before not in _LEFT:
            continue
        closers: list[str] = []
        for _, end, text in tokens[index : index + 14]:
            if text in _OPENERS:
                closers.append(_OPENERS[text])
            elif closers and text == closers[-1]:
                closers.pop()
            elif text in (")", "]"):
                break
            if not closers:
                yield start, end


def mutants(statements: Sequence[str], rng: random.Random) -> Iterator[str]:
    """Statements without end, each made of one or two of the given ones."""
    read = [one for text in statements if (one := _read(text)) is not None and one.parts]
    while True:
        one = rng.choice(read)
        text = one.text
        for _ in range(rng.choice((1, 1, 1, 2, 3))):
            changed = _changed(one, rng.choice(read), rng)
            again = _read(changed)
            if again is None or not again.parts:
                break
            one, text = again, changed
        yield text


def _changed(one: _Statement, other: _Statement, rng: random.Random) -> str:
    kind = rng.random()
    start, end = rng.choice(one.parts)
    if kind < 0.6:
        begin, stop = rng.choice(other.parts)
        return one.text[:start] + other.text[begin:stop] + one.text[end:]
    if kind < 0.75:
        return one.text[:start] + rng.choice(_WORDS) + one.text[end:]
    if kind < 0.9:
        begin, stop, text = rng.choice(one.tokens)
        new = rng.choice(_OPERATORS) if text in _OPERATORS else rng.choice(other.tokens)[2]
        return one.text[:begin] + f" {new} " + one.text[stop:]
    begin, stop, text = rng.choice(one.tokens)
    return one.text[:begin] + (text + " " + text if kind < 0.95 else " ") + one.text[stop:]
