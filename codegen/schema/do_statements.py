"""The statements of a block of PL/pgSQL, each with what guards it (pl_gram.y)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from codegen.records import dataclass, field
from codegen.schema.do_conditions import Answer
from codegen.sql.lexer import Token

#: When a statement runs: whenever what is around it does, where it can be done, when nobody knows.
When = Literal["always", "possible", "unknown", "never"]


@dataclass(slots=True, eq=False)
class Condition:
    """A condition of IF; ``answer`` is what it came to when it was reached."""

    tokens: list[Token]
    answer: Answer | None = None


#: A condition, and whether the statement is run where it holds or where it doesn't.
Guard = tuple[Condition, bool]


@dataclass(slots=True)
class Statement:
    """A statement, with an end token; ``when`` it runs by the blocks and loops around it."""

    tokens: list[Token]
    when: When
    guards: tuple[Guard, ...]


@dataclass(slots=True)
class _Level:
    """A BEGIN, an IF or a loop that is open; ``first`` is the number of its first statement."""

    word: str
    when: When
    first: int
    guards: tuple[Guard, ...] = ()


@dataclass(slots=True)
class _Reader:
    tokens: list[Token]
    index: int = 0
    found: list[Statement] = field(default_factory=list[Statement])
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


def read(tokens: list[Token]) -> Iterator[Statement]:
    """The statements of a block, in their order; ``tokens`` are those between its quotes."""
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
        reader.found.append(Statement([*tokens, end], level.when, level.guards))


def _open(reader: _Reader, word: str, when: When | None = None, *more: Guard) -> None:
    around = reader.levels[-1]
    guards = (*around.guards, *more)
    reader.levels.append(_Level(word, when or around.when, len(reader.found), guards))


def _begin(reader: _Reader) -> None:
    reader.index += 1
    _open(reader, "begin")


def _if(reader: _Reader) -> None:
    reader.index += 1
    condition = Condition(reader.until(frozenset(["then"])))
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
        another = Condition(reader.until(frozenset(["then"])))
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
