"""DO blocks: DDL in PL/pgSQL, as migrations have it that may run more than once.

What runs unconditionally counts as if it stood outside. What stands under IF [NOT] EXISTS (…), or
is guarded by an exception handler, counts where it can be done: that is what such a guard is for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from codegen.diagnostics import Severity
from codegen.records import dataclass, field
from codegen.schema.cursor import Cursor
from codegen.schema.state import State, warn
from codegen.source import Span
from codegen.sql.lexer import Token, tokenize

#: When a statement runs: whenever the block does, where it can be done, or nobody knows when.
When = Literal["always", "possible", "unknown", "never"]
Apply = Callable[[State, Sequence[Token]], None]

_DDL = frozenset(["create", "alter", "drop", "comment"])


@dataclass(slots=True)
class _Statement:
    tokens: list[Token]
    when: When


@dataclass(slots=True)
class _Level:
    """A BEGIN, an IF or a loop that is open; ``first`` is the number of its first statement."""

    word: str
    when: When
    first: int


@dataclass(slots=True)
class _Reader:
    tokens: list[Token]
    index: int = 0
    found: list[_Statement] = field(default_factory=list[_Statement])
    levels: list[_Level] = field(default_factory=list[_Level])

    def word(self) -> str:
        token = self.tokens[self.index]
        return token.text if token.kind == "name" else ""

    def until(self, words: frozenset[str]) -> list[Token]:
        """The tokens up to one of the words, or a semicolon, outside of parentheses; moves past."""
        start, depth = self.index, 0
        while self.tokens[self.index].kind != "end":
            token = self.tokens[self.index]
            self.index += 1
            if token.kind == "punct":
                depth += (token.text == "(") - (token.text == ")")
            if depth == 0 and (token.text == ";" or (token.kind == "name" and token.text in words)):
                return self.tokens[start : self.index - 1]
        return self.tokens[start : self.index]


def do_block(state: State, cursor: Cursor) -> None:
    """DO: the DDL of a block of PL/pgSQL."""
    from codegen.schema.statements import apply

    body = next((token for token in cursor.tokens if token.kind == "string"), None)
    words = [token.text for token in cursor.tokens]
    language = words[words.index("language") + 1] if "language" in words else "plpgsql"
    if body is None or language != "plpgsql":
        return
    for statement in _read(_inside(state, body)):
        _apply(state, statement, apply)


def _inside(state: State, body: Token) -> list[Token]:
    """The tokens of a block, by their places in the file."""
    text = state.source.text
    quote = text.index("$", body.start + 1) + 1 - body.start if text[body.start] == "$" else 1
    return tokenize(text, state.source, body.start + quote, body.end - quote)


def _apply(state: State, statement: _Statement, apply: Apply) -> None:
    first = statement.tokens[0]
    if statement.when == "never" or first.text not in _DDL:
        return
    if statement.when == "unknown":
        last = statement.tokens[min(2, len(statement.tokens) - 2)]
        warn(
            state,
            f"{first.text.upper()} under a condition that is not understood has no effect here",
            Span(state.source, first.start, last.end),
            "If it shapes what the queries use, write it outside of the DO block.",
        )
        return
    before = len(state.diagnostics)
    apply(state, statement.tokens)
    if statement.when == "possible":
        kept = [one for one in state.diagnostics[before:] if one.severity is not Severity.ERROR]
        state.diagnostics[before:] = kept


def _read(tokens: list[Token]) -> Iterator[_Statement]:
    reader = _Reader(tokens)
    reader.until(frozenset(["begin"])) if reader.word() != "declare" else _declarations(reader)
    reader.levels.append(_Level("begin", "always", 0))
    while reader.levels and reader.tokens[reader.index].kind != "end":
        if reader.tokens[reader.index].text == "<<":
            reader.index += 3  # a label
            continue
        rule = _RULES.get(reader.word())
        if rule is not None:
            rule(reader)
        else:
            _statement(reader)
    yield from reader.found


def _declarations(reader: _Reader) -> None:
    while reader.word() != "begin" and reader.tokens[reader.index].kind != "end":
        reader.until(frozenset())
    reader.index += reader.word() == "begin"


def _statement(reader: _Reader) -> None:
    tokens = reader.until(frozenset())
    if tokens:
        end = Token("end", "", tokens[-1].end, tokens[-1].end)
        reader.found.append(_Statement([*tokens, end], reader.levels[-1].when))


def _begin(reader: _Reader) -> None:
    reader.index += 1
    reader.levels.append(_Level("begin", reader.levels[-1].when, len(reader.found)))


def _if(reader: _Reader) -> None:
    reader.index += 1
    condition = [token.text for token in reader.until(frozenset(["then"]))]
    known = condition[:1] == ["exists"] or condition[:2] == ["not", "exists"]
    outside = reader.levels[-1].when
    inside: When = "possible" if known and outside in ("always", "possible") else "unknown"
    inside = "never" if outside == "never" else inside
    reader.levels.append(_Level("if", inside, len(reader.found)))


def _else(reader: _Reader) -> None:
    """What is done where the object is there already, or the condition is another one."""
    if reader.word() == "elsif":
        reader.until(frozenset(["then"]))
    else:
        reader.index += 1
    level = reader.levels[-1]
    if level.word == "if":
        level.when = "never" if level.when == "possible" else level.when


def _loop(reader: _Reader) -> None:
    reader.until(frozenset(["loop"]))
    reader.levels.append(_Level("loop", "unknown", len(reader.found)))


def _case(reader: _Reader) -> None:
    reader.until(frozenset(["when"]))
    reader.until(frozenset(["then"]))
    reader.levels.append(_Level("case", "unknown", len(reader.found)))


def _exception(reader: _Reader) -> None:
    """A handler makes what it guards a matter of whether it can be done, and is not done itself."""
    reader.index += 1
    level = reader.levels[-1]
    for statement in reader.found[level.first :]:
        if statement.when == "always":
            statement.when = "possible"
    level.when = "never"
    _handler(reader)


def _handler(reader: _Reader) -> None:
    reader.until(frozenset(["then"]))


def _end(reader: _Reader) -> None:
    reader.until(frozenset())
    reader.levels.pop()


_RULES: dict[str, Callable[[_Reader], None]] = {
    "begin": _begin,
    "if": _if,
    "elsif": _else,
    "else": _else,
    "case": _case,
    "loop": _loop,
    "for": _loop,
    "foreach": _loop,
    "while": _loop,
    "exception": _exception,
    "when": _handler,
    "end": _end,
}
