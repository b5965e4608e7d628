"""Clauses that sqlglot reads otherwise than PostgreSQL; words that are keywords only in places."""

from __future__ import annotations

from collections.abc import Callable

from sqlglot.tokenizer_core import TokenType

from codegen.sql.shaping import Shaper, Special, closing


def _returning(work: Shaper, index: int) -> int | None:
    """``RETURNING WITH (OLD AS o, NEW AS n)``: the names are kept aside."""
    if work.word(index + 1) != "with" or work.punct(index + 2) != "(":
        return None
    close = closing(work, index + 2)
    for position in range(index + 3, close):
        if work.word(position) in ("old", "new") and work.word(position + 1) == "as":
            work.shaped.returning_aliases[work.at(position + 2).text] = work.word(position)
    token = work.tokens[index]
    work.shaped.emit(TokenType.RETURNING, "returning", token.start, token.end)
    return close + 1


def _overriding(work: Shaper, index: int) -> int | None:
    if work.word(index + 1) in ("system", "user") and work.word(index + 2) == "value":
        return index + 3
    return None


def _repeatable(work: Shaper, index: int) -> int | None:
    """TABLESAMPLE's REPEATABLE bears on no type."""
    if work.punct(index + 1) == "(" and work.punct(index - 1) == ")":
        return closing(work, index + 1) + 1
    return None


def _order_using(work: Shaper, index: int) -> int | None:
    """ORDER BY … USING operator: the operator bears on no type."""
    return index + 2 if work.at(index + 1).kind == "op" else None


def _current_of(work: Shaper, index: int) -> int | None:
    """WHERE CURRENT OF cursor is a condition like any other."""
    if work.word(index - 1) != "where" or work.word(index + 1) != "of":
        return None
    token = work.tokens[index]
    work.shaped.emit(TokenType.TRUE, "true", token.start, token.end)
    return index + 3


#: Words that start such a clause.
SPECIAL: dict[str, Special] = {
    "returning": _returning,
    "overriding": _overriding,
    "repeatable": _repeatable,
    "using": _order_using,
    "current": _current_of,
}


# Words that are keywords only in some places ------------------------------------------------------


def _starts_statement(work: Shaper, index: int) -> bool:
    before = work.at(index - 1)
    follows = {"insert": "into", "merge": "into", "delete": "from"}.get(work.word(index))
    return (
        index == 0
        or (follows is not None and work.word(index + 1) == follows)
        or work.punct(index - 1) in ("(", ")")
        or (before.kind == "name" and before.text in ("for", "key", "do", "then"))
    )


def _in_frame(work: Shaper, index: int) -> bool:
    after = work.word(index + 1)
    return after in ("between", "unbounded", "current") or work.word(index + 2) in (
        "preceding",
        "following",
    )


def _after_words(words: str) -> Callable[[Shaper, int], bool]:
    allowed = frozenset(words.split())
    return lambda work, index: work.word(index - 1) in allowed


def _fetch_rows(work: Shaper, index: int) -> bool:
    return (
        work.word(index + 1) in ("only", "with")
        or _in_frame(work, index)
        or (work.word(index) == "rows" and work.word(index + 1) == "from")
    )


def _before_paren(work: Shaper, index: int) -> bool:
    return work.punct(index + 1) == "("


#: Words that are keywords where their condition holds.
CONTEXTUAL: dict[str, Callable[[Shaper, int], bool]] = {
    "insert": _starts_statement,
    "update": _starts_statement,
    "delete": _starts_statement,
    "merge": _starts_statement,
    "filter": lambda work, index: work.punct(index - 1) == ")" and work.punct(index + 1) == "(",
    "over": lambda work, index: work.punct(index - 1) == ")",
    "rows": _fetch_rows,
    "row": _fetch_rows,
    "range": _in_frame,
    "first": _after_words("fetch nulls"),
    "next": _after_words("fetch"),
    "escape": lambda work, index: work.at(index + 1).kind in ("string", "param"),
    "ordinality": _after_words("with"),
    "recursive": _after_words("with"),
    "cube": _before_paren,
    "rollup": _before_paren,
    "unknown": _after_words("is not"),
    "json": _after_words("is not"),
    "variadic": lambda work, index: True,
    "begin": lambda work, index: index == 0,
}
