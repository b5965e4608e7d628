"""Takes off a query the casts that PostgreSQL does not need."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from codegen.sql.lexer import Token, tokenize
from codegen.sql.typenames import parse_type_name

#: Characters to leave out: (start, end) pairs of one cast.
Removal = tuple[tuple[int, int], ...]


def without_needless_casts(text: str, accepted: Callable[[str], bool]) -> str:
    """The text with every cast removed, one after the other, without which it is accepted still.

    ``$1::int`` becomes ``$1``, ``CAST($1 AS int)`` becomes ``($1)``.
    """
    for removal in reversed(removals(tokenize(text))):
        shorter = _without(text, removal)
        if accepted(shorter):
            text = shorter
    return text


def removals(tokens: Sequence[Token]) -> list[Removal]:
    """What to leave out for each cast, in the order in which the casts end."""
    found: list[Removal] = []
    opened: list[int | None] = []
    for index, token in enumerate(tokens):
        if token.text == "(" and token.kind == "punct":
            is_cast = index > 0 and tokens[index - 1].kind == "name"
            opened.append(index if is_cast and tokens[index - 1].text == "cast" else None)
        elif token.text == ")" and token.kind == "punct" and opened:
            start = opened.pop()
            removal = _cast_call(tokens, start, index) if start is not None else None
            found.extend([removal] if removal else [])
        elif token.text == "::" and token.kind == "punct":
            after = _after_type(tokens, index + 1)
            found.extend([((token.start, tokens[after - 1].end),)] if after else [])
    return found


def _cast_call(tokens: Sequence[Token], opening: int, closing: int) -> Removal | None:
    depth = 0
    for index in range(closing - 1, opening, -1):
        depth += {")": 1, "(": -1}.get(tokens[index].text, 0)
        if tokens[index].kind == "name" and tokens[index].text == "as" and depth == 0:
            word = tokens[opening - 1]
            return (word.start, word.end), (tokens[index].start, tokens[closing].start)
    return None


def _after_type(tokens: Sequence[Token], index: int) -> int:
    found = parse_type_name(tokens, index)
    return found[1] if found else 0


def _without(text: str, removal: Removal) -> str:
    """The text with blanks for what is left out, so that other removals keep their places."""
    for start, end in removal:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
