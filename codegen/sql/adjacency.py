"""Neighbours that no statement of PostgreSQL has, though a lenient parser may take them.

Each rule holds wherever in the grammar (src/backend/parser/gram.y) its first token stands, so that
what is refused here PostgreSQL refuses as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from codegen.sql.lexer import Token

#: Reserved words that are followed by something, and that are names only after AS or a dot.
_OPEN_WORDS = frozenset(
    "where having limit offset on order group from union intersect except into to window".split()
)
#: Words that no element of a list starts with.
_NOT_LISTED = frozenset(
    """from where group having order limit offset fetch for union intersect except returning on
    window into using set when then""".split()
)
#: Words that end what stands before them, wherever they are no names.
_ENDING = frozenset(
    "from where group having order limit offset fetch union intersect except returning".split()
)
_CLOSERS = frozenset([")", "]", ",", ";"])
_VALUES = frozenset(["number", "param", "bits"])
#: Strings count as one where a new line is between them (manual 4.1.2.1), and not otherwise.
_CONSTANTS = _VALUES | {"string"}


def misplaced(tokens: Sequence[Token], text: str) -> int | None:
    """The number of the first token that can't follow the one before it; None if all can. The
    tokens end with an end token."""
    for index in range(1, len(tokens)):
        before, token = tokens[index - 1], tokens[index]
        if before.kind == "name":
            named = index > 1 and _makes_names(tokens[index - 2])
            wrong = not named and _after_word(before, token)
        elif before.kind == "punct":
            wrong = _after_punctuation(before.text, token)
        elif before.kind == "op":
            wrong = _after_operator(tokens, index)
        else:
            wrong = _after_value(before, token, text)
        if wrong:
            return index
    return None


def _makes_names(token: Token) -> bool:
    """Whether any word after this token is a name, or GROUP a frame's."""
    return token.text in ("as", ".", "exclude") and token.kind in ("name", "punct")


def _closes(token: Token) -> bool:
    return token.kind == "end" or (token.kind == "punct" and token.text in _CLOSERS)


def _after_word(word: Token, token: Token) -> bool:
    if word.text == "as":
        return _closes(token) or token.kind in _VALUES
    if word.text in ("group", "order"):
        opened = word.text == "group" and token.kind == "punct" and token.text == "("
        return not (opened or (token.kind == "name" and token.text == "by"))
    return word.text in _OPEN_WORDS and _closes(token)


def _after_punctuation(mark: str, token: Token) -> bool:
    if mark == ",":
        return _closes(token) or (token.kind == "name" and token.text in _NOT_LISTED)
    if mark == "(":
        return token.kind == "punct" and token.text in (",", "]", ";")
    if mark == "[":
        return token.kind == "punct" and token.text in (",", ")", ";")
    if mark == ".":
        return token.kind in _VALUES or token.kind == "string" or _closes(token)
    return mark == "]" and token.kind in _VALUES


def _after_operator(tokens: Sequence[Token], index: int) -> bool:
    """An operator has an operand on its right, but where it is named or a star."""
    operator, token = tokens[index - 1], tokens[index]
    before = [one.text for one in tokens[max(index - 3, 0) : index - 1]]
    if operator.text == "*" or before[-1:] in (["using"], ["."]) or before == ["operator", "("]:
        return False
    ends = token.kind == "name" and token.text in _ENDING
    return ends or _closes(token)


def _after_value(value: Token, token: Token, text: str) -> bool:
    if value.kind == "param" and text.startswith("$", value.start):
        joined = value.end == token.start and token.kind in ("name", "number")
        return joined or token.kind in _CONSTANTS
    return value.kind in _CONSTANTS and token.kind in _CONSTANTS
