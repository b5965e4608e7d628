"""``(name = value, …)``: the attributes of types, operators and aggregates."""

from __future__ import annotations

from codegen.schema.cursor import Cursor
from codegen.sql.lexer import Token


def read_options(cursor: Cursor) -> dict[str, Cursor]:
    """Moves past a parenthesis of attributes; gives each one's value as a cursor of its own.

    An attribute without a value has a cursor at its end.
    """
    cursor.expect("(")
    found: dict[str, Cursor] = {}
    while not cursor.at(")"):
        name = cursor.name().text.lower()
        cursor.accept("=")
        start = cursor.index
        cursor.skip_until()
        tokens = (*cursor.tokens[start : cursor.index], _end(cursor))
        found[name] = Cursor(cursor.source, tokens)
        if not cursor.accept(","):
            break
    cursor.expect(")")
    return found


def _end(cursor: Cursor) -> Token:
    at = cursor.token.start
    return Token("end", "", at, at)
