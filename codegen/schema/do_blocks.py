"""DO blocks: DDL in PL/pgSQL, as migrations have it that may run more than once.

What runs unconditionally counts as if it stood outside, and so does what stands under a condition
that holds. Where that isn't known of an EXISTS, and where an exception handler guards, it counts
where it can be done: that is what such a guard is for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from codegen.diagnostics import Severity
from codegen.records import dataclass, field
from codegen.schema.cursor import Cursor
from codegen.schema.do_conditions import Answer, answer
from codegen.schema.state import State, warn
from codegen.source import Span
from codegen.sql.lexer import Token, tokenize

#: When a statement runs: whenever what is around it does, where it can be done, when nobody knows.
When = Literal["always", "possible", "unknown", "never"]
Apply = Callable[[State, Sequence[Token]], None]

_DDL = frozenset(["create", "alter", "drop", "comment"])


@dataclass(slots=True, eq=False)
class _Condition:
    """A condition of IF; ``answer`` is what it came to when it was reached."""

    tokens: list[Token]
    answer: Answer | None = None


#: A condition, and whether the statement is run where it holds or where it doesn't.
_Guard = tuple[_Condition, bool]


@dataclass(slots=True)
class _Statement:
    tokens: list[Token]
    when: When
    guards: tuple[_Guard, ...]


@dataclass(slots=True)
class _Level:
    """A BEGIN, an IF or a loop that is open; ``first`` is the number of its first statement."""

    word: str
    when: When
    first: int
    guards: tuple[_Guard, ...] = ()


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
    _run(state, _read(_inside(state, body)), apply)


def _inside(state: State, body: Token) -> list[Token]:
    """The tokens of a block, by their places in the file."""
    text = state.source.text
    quote = text.index("$", body.start + 1) + 1 - body.start if text[body.start] == "$" else 1
    return tokenize(text, state.source, body.start + quote, body.end - quote)


def _run(state: State, statements: Iterable[_Statement], apply: Apply) -> None:
    """Applies the statements in turn, up to a RETURN; after one that may be done, all are in
    doubt."""
    doubtful = False
    for statement in statements:
        when = _when(state, statement)
        returns = statement.tokens[0].text == "return"
        if returns and when == "always":
            return
        if returns:
            doubtful = doubtful or when != "never"
        else:
            _apply(state, statement, "possible" if doubtful and when == "always" else when, apply)


def _when(state: State, statement: _Statement) -> When:
    """When the statement runs, now that it is reached."""
    found: When = statement.when
    for condition, wanted in statement.guards:
        if condition.answer is None:
            condition.answer = answer(state, condition.tokens)
        # An ELSE of what may be is what is done where the object is there already.
        if condition.answer == ("no" if wanted else "yes") or (
            condition.answer == "possible" and not wanted
        ):
            return "never"
        if condition.answer == "unknown" or found == "unknown":
            found = "unknown"
        elif condition.answer == "possible":
            found = "possible"
    return found


def _apply(state: State, statement: _Statement, when: When, apply: Apply) -> None:
    first = statement.tokens[0]
    if when == "never" or first.text not in _DDL:
        return
    if when == "unknown":
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
    if when == "possible":
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
        level = reader.levels[-1]
        reader.found.append(_Statement([*tokens, end], level.when, level.guards))


def _open(reader: _Reader, word: str, when: When | None = None, *more: _Guard) -> None:
    around = reader.levels[-1]
    guards = (*around.guards, *more)
    reader.levels.append(_Level(word, when or around.when, len(reader.found), guards))


def _begin(reader: _Reader) -> None:
    reader.index += 1
    _open(reader, "begin")


def _if(reader: _Reader) -> None:
    reader.index += 1
    condition = _Condition(reader.until(frozenset(["then"])))
    _open(reader, "if", None, (condition, True))


def _else(reader: _Reader) -> None:
    level = reader.levels[-1]
    if level.word != "if":
        reader.index += 1
        return
    condition, _ = level.guards[-1]
    level.guards = (*level.guards[:-1], (condition, False))
    if reader.word() in ("elsif", "elseif"):
        reader.index += 1
        another = _Condition(reader.until(frozenset(["then"])))
        level.guards = (*level.guards, (another, True))
    else:
        reader.index += 1


def _loop(reader: _Reader) -> None:
    reader.until(frozenset(["loop"]))
    _open(reader, "loop", "unknown")


def _case(reader: _Reader) -> None:
    reader.until(frozenset(["when"]))
    reader.until(frozenset(["then"]))
    _open(reader, "case", "unknown")


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
    "elseif": _else,
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
