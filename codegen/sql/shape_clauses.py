"""Clauses that sqlglot reads otherwise than PostgreSQL, and words that are keywords only in some
places."""

from __future__ import annotations

from collections.abc import Callable

from sqlglot.tokenizer_core import TokenType

from codegen.keywords import WORDS
from codegen.sql.shaping import GRAMMAR_CALL, Shaper, Special, opening


def _current_of(work: Shaper, index: int) -> int | None:
    """WHERE CURRENT OF cursor is a condition like any other."""
    if work.word(index - 1) != "where" or work.word(index + 1) != "of":
        return None
    token = work.tokens[index]
    work.shaped.emit(TokenType.TRUE, "true", token.start, token.end)
    return index + 3


def _select_all(work: Shaper, index: int) -> int | None:
    """``SELECT ALL`` is what SELECT does anyway, so that ALL is left out: where no columns follow,
    sqlglot would take it for one."""
    return index + 1 if work.word(index - 1) == "select" else None


def _after_no_columns(work: Shaper, index: int) -> int | None:
    """``SELECT LIMIT 1`` has no columns, and sqlglot takes LIMIT for one: WHERE true in between
    keeps it from that."""
    before = index - 1 - (work.word(index - 1) == "all")
    if work.word(before) == "select" and work.punct(before - 1) != ".":
        token = work.tokens[index]
        work.shaped.emit(TokenType.WHERE, "where", token.start, token.end)
        work.shaped.emit(TokenType.TRUE, "true", token.start, token.end)
    return None


#: Keywords that are no plain name of a function where a parenthesis follows.
_NO_FUNCTIONS = frozenset(
    word
    for (category, _), words in WORDS.items()
    if category in ("C", "R")
    for word in words.split()
)


def _with_ordinality(work: Shaper, index: int) -> int | None:
    """WITH ORDINALITY after a function is remembered with its name, since sqlglot's UPDATE takes
    no join behind it."""
    if work.word(index + 1) != "ordinality" or work.punct(index - 1) != ")":
        return None
    name = work.at(opening(work, index - 1) - 1)
    if name.kind not in ("name", "quoted") or (name.kind == "name" and name.text in _NO_FUNCTIONS):
        return None
    work.shaped.numbered.add(name.start)
    return index + 2


#: How ``IS`` tests that sqlglot lacks are handed over: as one of the kinds of its IS JSON.
_TESTS = {"json": "", "document": "OBJECT", "normalized": "ARRAY", "unknown": "SCALAR"}
_FORMS = frozenset(["nfc", "nfd", "nfkc", "nfkd"])


def _is_test(work: Shaper, index: int) -> int | None:
    """``IS [NOT] JSON …``, DOCUMENT, ``[form] NORMALIZED``, UNKNOWN."""
    negated = work.word(index + 1) == "not"
    position = index + 1 + negated
    if work.word(position) in _FORMS and work.word(position + 1) == "normalized":
        position += 1
    kind = _TESTS.get(work.word(position))
    if kind is None:
        return None
    token, last = work.tokens[index], work.tokens[position]
    work.shaped.emit(TokenType.IS, "is", token.start, token.end)
    if negated:
        work.shaped.emit(TokenType.NOT, "not", token.start, token.end)
    work.shaped.emit(TokenType.JSON, "json", last.start, last.end)
    if kind:
        work.shaped.emit(TokenType.VAR, kind, last.start, last.end)
        return position + 1
    return _after_json_test(work, position + 1)


def _after_json_test(work: Shaper, position: int) -> int:
    """The index after ``VALUE | ARRAY | OBJECT | SCALAR`` and ``WITH UNIQUE KEYS``."""
    if work.word(position) in ("value", "array", "object", "scalar"):
        position += 1
    if work.word(position) in ("with", "without") and work.word(position + 1) == "unique":
        position += 2
        position += work.word(position) == "keys"
    return position


def _at_local(work: Shaper, index: int) -> int | None:
    """``x AT LOCAL`` is AT TIME ZONE without a zone."""
    if work.word(index + 1) != "local":
        return None
    token, last = work.tokens[index], work.tokens[index + 1]
    for word in ("at", "time", "zone", f"{GRAMMAR_CALL}local"):
        work.shaped.emit(TokenType.VAR, word, token.start, token.end)
    work.shaped.emit(TokenType.L_PAREN, "(", last.start, last.end)
    work.shaped.emit(TokenType.R_PAREN, ")", last.start, last.end)
    return index + 2


def is_empty_set(work: Shaper, index: int) -> bool:
    """Whether ``()`` is an item of GROUP BY itself, and not one of GROUPING SETS."""
    return work.punct(index - 1) != "(" and _is_grouped(work, index, within_sets=False)


def _is_grouped(work: Shaper, index: int, within_sets: bool = True) -> bool:
    """Whether an item of GROUP BY begins here."""
    if work.punct(index - 1) not in (",", "(") and work.word(index - 1) not in _BEFORE_GROUPED:
        return False
    depth = 0
    for position in range(index - 1, 0, -1):
        depth += work.punct(position) in (")", "]")
        depth -= work.punct(position) in ("(", "[")
        if depth < 0 and within_sets and work.word(position - 1) == "sets":
            depth = 0
        if depth < 0:
            return False
        if depth == 0 and work.word(position) == "by":
            return work.word(position - 1) == "group"
    return False


_BEFORE_GROUPED = frozenset(["by", "all", "distinct"])


def empty_set(work: Shaper, index: int) -> int:
    """``GROUP BY ()`` is the same as GROUPING SETS (())."""
    token, last = work.tokens[index], work.tokens[index + 1]
    work.shaped.emit(TokenType.GROUPING_SETS, "grouping sets", token.start, token.end)
    for mark in (TokenType.L_PAREN, TokenType.L_PAREN, TokenType.R_PAREN, TokenType.R_PAREN):
        work.shaped.emit(mark, "(" if mark is TokenType.L_PAREN else ")", last.start, last.end)
    return index + 2


#: Words that start such a clause.
SPECIAL: dict[str, Special] = {
    "is": _is_test,
    "at": _at_local,
    "current": _current_of,
    "all": _select_all,
    "limit": _after_no_columns,
    "offset": _after_no_columns,
    "window": _after_no_columns,
    "with": _with_ordinality,
}


# Words that are keywords only in some places ------------------------------------------------------


def _starts_statement(work: Shaper, index: int) -> bool:
    follows = {"insert": "into", "merge": "into", "delete": "from"}.get(work.word(index))
    if work.word(index - 1) == "then":
        return True
    if follows is not None:
        return work.word(index + 1) == follows
    before = work.word(index - 1)
    return index == 0 or work.punct(index - 1) in ("(", ")") or before in ("for", "key", "do")


def in_frame(work: Shaper, index: int) -> bool:
    """Whether a frame follows: up to where the window ends there is one of its words."""
    if work.word(index + 1) in ("rows", "range", "groups"):
        return False
    depth = 0
    for position in range(index + 1, len(work.tokens)):
        mark, word = work.punct(position), work.word(position)
        depth += (mark in ("(", "[")) - (mark in (")", "]"))
        if depth < 0 or (depth == 0 and mark in (",", ";")):
            return False
        if depth == 0 and word in ("preceding", "following"):
            return True
        if depth == 0 and word == "current" and work.word(position + 1) == "row":
            return True
    return False


def _after_words(words: str) -> Callable[[Shaper, int], bool]:
    allowed = frozenset(words.split())
    return lambda work, index: work.word(index - 1) in allowed


def _fetch_rows(work: Shaper, index: int) -> bool:
    return (
        work.word(index + 1) in ("only", "with")
        or in_frame(work, index)
        or (work.word(index) == "rows" and work.word(index + 1) == "from")
    )


def _before_paren(work: Shaper, index: int) -> bool:
    return work.punct(index + 1) == "("


def _groups(work: Shaper, index: int) -> bool:
    return _before_paren(work, index) and _is_grouped(work, index)


#: Words that are keywords where their condition holds.
CONTEXTUAL: dict[str, Callable[[Shaper, int], bool]] = {
    "insert": _starts_statement,
    "update": _starts_statement,
    "delete": _starts_statement,
    "merge": _starts_statement,
    "filter": lambda work, index: work.punct(index - 1) == ")" and work.punct(index + 1) == "(",
    "over": lambda work, index: work.punct(index - 1) == ")",
    "rows": _fetch_rows,
    "row": lambda work, index: not _before_paren(work, index) and _fetch_rows(work, index),
    "range": in_frame,
    "groups": in_frame,
    "first": _after_words("fetch nulls"),
    "next": _after_words("fetch"),
    "ordinality": _after_words("with"),
    "recursive": lambda work, index: (
        work.word(index - 1) == "with"
        and not _before_paren(work, index)
        and work.word(index + 1) != "as"
    ),
    "cube": _groups,
    "rollup": _groups,
    "variadic": lambda work, index: True,
}
