"""What to say where a statement can't be parsed: the place, and the likeliest way out.

A parser only knows where it stopped. The culprit often stands a word before: a misspelt keyword was
taken for an alias, a comma was left over, a parenthesis was never closed.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import get_close_matches

from codegen.diagnostics import CodegenError, error
from codegen.source import Source, Span
from codegen.sql.lexer import Token
from codegen.sql.typenames import NOT_TYPES

#: What is said where nothing better is known.
FALLBACK = "Check the statement around this place; `psql` shows what PostgreSQL says of it."
#: The words that queries start with.
_STARTS = frozenset("select insert update delete merge with values table call explain show".split())
#: The words that clauses start with, which a misspelt word may have been meant as.
_CLAUSES = tuple(
    """select insert update delete merge values from where group order having limit offset join
    left right inner outer full cross using union intersect except returning into between like
    distinct case when then else conflict exists""".split()
)
#: Words of other databases' DDL.
FOREIGN_WORDS = {
    "auto_increment": "PostgreSQL writes GENERATED ALWAYS AS IDENTITY.",
    "autoincrement": "PostgreSQL writes GENERATED ALWAYS AS IDENTITY.",
    "unsigned": "PostgreSQL has no unsigned types: use the next wider one, or a CHECK.",
    "engine": "PostgreSQL has no storage engines: leave it out.",
}
#: Clauses that a query has once.
_ONCE = frozenset("from where group having limit offset returning".split())
_STATEMENTS = frozenset("select insert update delete merge with".split())
_NAMING = frozenset("from join into update".split())
_PAIRS = {")": "(", "]": "["}


def syntax_error(
    source: Source,
    tokens: Sequence[Token],
    index: int,
    words: Collection[str] = _CLAUSES,
    otherwise: str = FALLBACK,
    sure: str | None = None,
) -> CodegenError:
    """The error for a statement that the parser gave up at the token with this number.

    ``tokens`` are the statement's and end with an end token; ``words`` are those that a misspelt
    one may have been meant as; ``otherwise`` is said where nothing better is known, ``sure`` where
    the way out is.
    """
    unbalanced = _unbalanced(source, tokens)
    if unbalanced is not None:
        return unbalanced
    foreign = next((one for one in tokens if one.kind == "op" and "`" in one.text), None)
    if foreign is not None:
        return _at(source, foreign, 'Names are quoted with double quotes: "name".')
    first = tokens[0]
    if words is _CLAUSES and _is_no_start(first):
        near = _meant(source, first, _STARTS)
        return _at(source, first, near or "A query starts with SELECT, INSERT, UPDATE or DELETE.")
    if tokens[index].kind == "param" and tokens[index - 1].text in _NAMING:
        return _no_name(source, tokens[index])
    return _at(source, tokens[index], sure or _help(source, tokens, index, words) or otherwise)


def _no_name(source: Source, parameter: Token) -> CodegenError:
    message = "a parameter stands for a value, not for the name of a table"
    span = Span(source, parameter.start, parameter.end)
    return error("syntax-error", message, span, "Write a query for each table.")


def _is_no_start(first: Token) -> bool:
    return first.kind == "name" and first.text not in _STARTS and first.end > first.start


def _help(
    source: Source, tokens: Sequence[Token], index: int, words: Collection[str]
) -> str | None:
    token = tokens[index]
    before = tokens[index - 1] if index else token
    if before.kind == "punct" and before.text == ",":
        return "Remove the comma before it."
    if token.kind == "name" and token.text in _STATEMENTS and _begins_line(source, token):
        return "If another statement begins here, end the one before with `;` and name this one."
    if token.text in FOREIGN_WORDS:
        return FOREIGN_WORDS[token.text]
    if words is not _CLAUSES and _begins_line(source, token) and token.kind in ("name", "quoted"):
        return "Is there a comma missing before it?"
    for near in (before, token):
        meant = _meant(source, near, words)
        if meant:
            return meant
    if token.kind == "name" and token.text in NOT_TYPES and before.text in _NAMING:
        return f'{token.text} is a reserved word: write "{token.text}" in double quotes.'
    if token.kind == "name" and token.text in _ONCE and _is_second(tokens, index):
        return f"There is a {token.text.upper()} already."
    if token.kind == "end":
        return "The statement ends too early."
    if _is_operand(token) and _is_operand(before):
        return f"Is there a comma or an operator missing before {_text(source, token)}?"
    return None


def _meant(source: Source, token: Token, words: Collection[str]) -> str | None:
    """A question whether a word was meant that this one is a misspelling of."""
    if token.kind != "name" or token.text in NOT_TYPES or token.text in words:
        return None
    near = get_close_matches(token.text, words, 1, 0.74)
    if not near or token.text == f"{near[0]}s":
        return None
    return f"Did you mean {near[0].upper()} instead of {_text(source, token)}?"


def _is_operand(token: Token) -> bool:
    plain = token.kind == "name" and token.text not in NOT_TYPES
    return plain or token.kind in ("quoted", "string", "number", "param")


def _is_second(tokens: Sequence[Token], index: int) -> bool:
    """Whether the query that this clause belongs to has the same one before."""
    depth = 0
    for before in reversed(tokens[:index]):
        if before.kind == "punct":
            depth += (before.text == ")") - (before.text == "(")
            if depth < 0:
                return False
        elif depth == 0 and before.kind == "name":
            if before.text == tokens[index].text:
                return True
            if before.text in _STATEMENTS:
                return False
    return False


def _begins_line(source: Source, token: Token) -> bool:
    return not source.text[: token.start].rpartition("\n")[2].strip()


def _unbalanced(source: Source, tokens: Sequence[Token]) -> CodegenError | None:
    """The error for a parenthesis or bracket without its other half."""
    opened: list[Token] = []
    for token in tokens:
        if token.kind != "punct":
            continue
        if token.text in _PAIRS.values():
            opened.append(token)
        elif token.text in _PAIRS:
            if not opened or opened[-1].text != _PAIRS[token.text]:
                return _at(source, token, f"There is no `{_PAIRS[token.text]}` that it closes.")
            opened.pop()
    return unclosed(source, opened[-1]) if opened else None


def unclosed(source: Source, token: Token) -> CodegenError:
    """The error for an opening parenthesis or bracket that nothing closes."""
    closing = ")" if token.text == "(" else "]"
    return error(
        "syntax-error",
        f'"{token.text}" is never closed',
        Span(source, token.start, token.end),
        f"Add the `{closing}` that belongs to it.",
    )


def _text(source: Source, token: Token) -> str:
    return source.text[token.start : token.end]


def _at(source: Source, token: Token, help: str) -> CodegenError:
    end = token.kind == "end"
    where = "at end of input" if end else f'at or near "{_text(source, token)}"'
    span = Span(source, token.start, max(token.end, token.start + 1))
    return error("syntax-error", f"syntax error {where}", span, help)
