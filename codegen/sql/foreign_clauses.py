"""Clauses that other databases have and a lenient parser takes."""

from __future__ import annotations

from collections.abc import Sequence

from codegen.diagnostics import error
from codegen.source import Source, Span
from codegen.sql.lexer import Token

_AFTER_LIMIT = frozenset("offset for fetch union intersect except returning".split())


def check_limit(source: Source, tokens: Sequence[Token]) -> None:
    """Raises CodegenError for ``LIMIT 10, 20`` (select_limit in gram.y)."""
    for index, token in enumerate(tokens):
        if token.kind != "name" or token.text != "limit" or _is_name(tokens, index):
            continue
        comma = _comma_after(tokens, index + 1)
        if comma is not None:
            raise error(
                "syntax-error",
                "LIMIT #,# syntax is not supported",
                Span(source, token.start, comma.end),
                "Use separate LIMIT and OFFSET clauses: LIMIT count OFFSET start.",
            )


def _is_name(tokens: Sequence[Token], index: int) -> bool:
    return index > 0 and tokens[index - 1].text in ("as", ".")


def _comma_after(tokens: Sequence[Token], index: int) -> Token | None:
    depth = 0
    for token in tokens[index:]:
        if token.kind == "punct":
            depth += (token.text in "([") - (token.text in ")]")
            if depth < 0:
                return None
            if depth == 0 and token.text == ",":
                return token
        elif depth == 0 and (token.kind == "end" or token.text in _AFTER_LIMIT):
            return None
    return None
