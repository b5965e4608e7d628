"""A statement's tokens and a place among them: how the rules of this package read DDL.

DDL's grammar is regular enough to be read word by word, and unlike a parser for queries this
never meets a statement that it can only keep as an opaque text: a rule reads what shapes types
and skips the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from codegen.diagnostics import CodegenError, error
from codegen.source import Source, Span
from codegen.sql.lexer import Token
from codegen.sql.syntax_errors import syntax_error
from codegen.sql.typenames import NOT_TYPES, TypeName, parse_type_name

_MAX_NAME_BYTES = 63
_OPENING = {"(": 1, "[": 1, ")": -1, "]": -1}


class Name(NamedTuple):
    """An object's name as written, with the schema if one was given."""

    schema: str | None
    name: str
    span: Span

    def __str__(self) -> str:
        return f"{self.schema}.{self.name}" if self.schema else self.name


class Cursor:
    """Moves over the tokens of one statement; ``tokens`` ends with one of kind end.

    Words are compared as keywords are: a quoted name never equals one. ``flags`` holds the noise
    words that stood between the first keywords (``or replace``, ``temp``, ``unlogged``, …).
    """

    __slots__ = ("flags", "index", "source", "tokens")

    def __init__(self, source: Source, tokens: Sequence[Token], index: int = 0) -> None:
        self.source = source
        self.tokens = tokens
        self.index = index
        self.flags: frozenset[str] = frozenset()

    @property
    def token(self) -> Token:
        """The token under the cursor."""
        return self.tokens[self.index]

    @property
    def done(self) -> bool:
        """Whether nothing of the statement is left."""
        return self.tokens[self.index].kind == "end"

    def at(self, *words: str) -> bool:
        """Whether these keywords, punctuation marks or operators come next."""
        tokens, index = self.tokens, self.index
        for word in words:
            token = tokens[index]
            if token.text != word or token.kind in ("quoted", "string", "end"):
                return False
            index += 1
        return True

    def at_any(self, words: frozenset[str]) -> bool:
        """Whether one of these keywords comes next."""
        token = self.tokens[self.index]
        return token.text in words and token.kind not in ("quoted", "string")

    def accept(self, *words: str) -> bool:
        """Moves past these words if they come next, and says whether they did."""
        # Most words that may stand somewhere don't.
        if self.tokens[self.index].text != words[0] or not self.at(*words):
            return False
        self.index += len(words)
        return True

    def expect(self, *words: str) -> None:
        """Moves past these words.

        Raises a syntax-error where something else stands.
        """
        for word in words:
            if not self.accept(word):
                raise self.syntax_error()

    def advance(self) -> Token:
        """Moves past the token under the cursor, whatever it is, and returns it."""
        token = self.tokens[self.index]
        if token.kind != "end":
            self.index += 1
        return token

    def syntax_error(self) -> CodegenError:
        """The error for the token under the cursor, in PostgreSQL's words."""
        return syntax_error(self.source, self.tokens, self.index, _DDL, _HELP)

    def span_of(self, token: Token) -> Span:
        """The place of a token."""
        return Span(self.source, token.start, token.end)

    def span_since(self, start: int) -> Span:
        """From the token with index ``start`` to the one before the cursor."""
        last = self.tokens[max(self.index - 1, start)]
        return Span(self.source, self.tokens[start].start, last.end)

    def names_since(self, start: int) -> frozenset[str]:
        """Every word and identifier from the token with index ``start`` to the cursor."""
        passed = self.tokens[start : self.index]
        return frozenset(token.text for token in passed if token.kind in ("name", "quoted"))

    def name(self) -> Token:
        """Moves past an identifier, cut at PostgreSQL's 63 bytes."""
        token = self.tokens[self.index]
        if token.kind not in ("name", "quoted"):
            raise self.syntax_error()
        self.index += 1
        if len(token.text) > _MAX_NAME_BYTES // 4:
            return token._replace(text=cut(token.text))
        return token

    def refuse_reserved(self) -> None:
        """Raises a syntax error at a reserved word, which names no table and no column (ColId in
        gram.y)."""
        token = self.token
        if token.kind == "name" and token.text in NOT_TYPES:
            span = self.span_of(token)
            help = f'{span.text} is a reserved word: write "{token.text}" in double quotes.'
            raise error("syntax-error", f'syntax error at or near "{span.text}"', span, help)

    def dotted(self) -> tuple[list[str], Span]:
        """Moves past identifiers with dots between them."""
        start = self.index
        parts = [self.name().text]
        while self.accept("."):
            parts.append(self.name().text)
        return parts, self.span_since(start)

    def qualified(self) -> Name:
        """Moves past ``name``, ``schema.name`` or ``database.schema.name``."""
        parts, span = self.dotted()
        return Name(parts[-2] if len(parts) > 1 else None, parts[-1], span)

    def column_of(self) -> tuple[Name, str]:
        """Moves past ``table.column``, with or without a schema before it."""
        parts, span = self.dotted()
        if len(parts) < 2:
            raise self.syntax_error()
        return Name(parts[-3] if len(parts) > 2 else None, parts[-2], span), parts[-1]

    def type_name(self) -> TypeName:
        """Moves past a type's name."""
        parsed = parse_type_name(self.tokens, self.index)
        if parsed is None:
            raise self.syntax_error()
        name, self.index = parsed
        return name

    def names(self) -> tuple[str, ...]:
        """Moves past a parenthesised list of identifiers."""
        self.expect("(")
        found = [self.name().text]
        while self.accept(","):
            found.append(self.name().text)
        self.expect(")")
        return tuple(found)

    def group(self) -> tuple[int, int]:
        """Moves past a parenthesis and all in it; returns the offsets of what is inside."""
        opening = self.token
        self.expect("(")
        self.skip_until()
        while self.accept(","):
            self.skip_until()
        closing = self.token
        self.expect(")")
        return opening.end, closing.start

    def skip_until(self, words: frozenset[str] = frozenset()) -> None:
        """Moves to one of these words, a comma, an unopened parenthesis or the end.

        What stands in parentheses, brackets and CASE … END is passed over.
        """
        depth = 0
        tokens = self.tokens
        while True:
            token = tokens[self.index]
            kind, text = token.kind, token.text
            if kind == "end":
                return
            if kind == "punct":
                step = _OPENING.get(text, 0)
                if depth == 0 and (step < 0 or text == ","):
                    return
                depth += step
            elif kind == "name":
                if depth == 0 and text in words:
                    return
                depth += 1 if text == "case" else -1 if text == "end" and depth else 0
            self.index += 1

    def skip(self) -> None:
        """Moves to the end of the statement."""
        self.index = len(self.tokens) - 1

    def text(self, start: int, end: int) -> str:
        """The source's text between two offsets, without the blanks around it."""
        return self.source.text[start:end].strip()


#: The words of DDL that a misspelt word may have been meant as.
_DDL = tuple(
    """table column constraint primary unique check references default generated identity always
    create alter drop index view type domain schema sequence function extension cascade collate
    inherits partition""".split()
)
_HELP = "Correct the statement so that PostgreSQL accepts it."


def cut(name: str) -> str:
    """A name as PostgreSQL stores it: at most 63 bytes of UTF-8 (NAMEDATALEN - 1)."""
    encoded = name.encode()
    if len(encoded) <= _MAX_NAME_BYTES:
        return name
    return encoded[:_MAX_NAME_BYTES].decode(errors="ignore")
