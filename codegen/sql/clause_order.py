"""The order of a SELECT's clauses (select_no_parens and simple_select in
src/backend/parser/gram.y), in which a lenient parser takes them as they come."""

from __future__ import annotations

from collections.abc import Sequence

from codegen.diagnostics import error
from codegen.records import dataclass
from codegen.source import Source, Span
from codegen.sql.lexer import Token

#: The clauses by the word that begins them; those of one number may change places.
_RANKS = {
    "from": 1,
    "where": 2,
    "group": 3,
    "having": 4,
    "window": 5,
    "order": 7,
    "limit": 8,
    "offset": 8,
    "fetch": 8,
    "for": 8,
}
#: Words that begin a clause only where one of these follows: WITHIN GROUP (…) is none.
_FOLLOWED = {
    "group": frozenset(["by"]),
    "order": frozenset(["by"]),
    "for": frozenset(["update", "no", "share", "key"]),
}
#: Two queries joined by these words have their ORDER BY and LIMIT behind the second.
_JOINING = frozenset(["union", "intersect", "except"])
_JOINED = 6


@dataclass(slots=True)
class _Query:
    """A query within its parentheses: its last clause, None while there is no SELECT."""

    last: Token | None = None
    rank: int | None = None


def check_order(source: Source, tokens: Sequence[Token]) -> None:
    """Raises CodegenError (syntax-error) for a clause that belongs before the one before it."""
    queries = [_Query()]
    for index, token in enumerate(tokens):
        if token.kind == "punct" and token.text == "(":
            queries.append(_Query())
        elif token.kind == "punct" and token.text == ")":
            queries.pop()
            if not queries:
                return
        elif token.kind == "name" and not _is_name(tokens, index):
            _step(source, tokens, index, queries[-1])


def _is_name(tokens: Sequence[Token], index: int) -> bool:
    before = tokens[index - 1].text if index else ""
    return before in ("as", ".") or (before == "distinct" and tokens[index].text == "from")


def _step(source: Source, tokens: Sequence[Token], index: int, query: _Query) -> None:
    token = tokens[index]
    if token.text == "select":
        query.rank, query.last = 0, token
    elif token.text == "on" and tokens[index + 1].text == "conflict":
        query.rank = None
    if query.rank is None or query.last is None:
        return
    rank = _JOINED if token.text in _JOINING else _RANKS.get(token.text)
    follows = _FOLLOWED.get(token.text)
    if rank is None or (follows is not None and tokens[index + 1].text not in follows):
        return
    if rank < query.rank:
        text = source.text[token.start : token.end]
        message = f'syntax error at or near "{text}"'
        help = f"{text.upper()} comes before {_clause(query.last)}."
        if rank == _JOINED:
            help = f"Put the query before {text.upper()} into parentheses, or this clause last."
        raise error("syntax-error", message, Span(source, token.start, token.end), help)
    query.rank, query.last = rank, token


def _clause(token: Token) -> str:
    return f"{token.text.upper()} BY" if token.text in ("group", "order") else token.text.upper()
