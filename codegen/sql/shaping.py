"""What the rules that shape tokens for sqlglot's parser share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sqlglot import exp
from sqlglot.tokenizer_core import Token as GlotToken
from sqlglot.tokenizer_core import TokenType

from codegen.records import dataclass, field
from codegen.sql.clause import Clause
from codegen.sql.lexer import Token
from codegen.sql.typenames import TypeName

#: Prefix of the name of an ordinary call, which keeps sqlglot from knowing the function.
CALL = "pg:"
#: Prefix of a call that the grammar itself makes, which no user function can stand in for.
GRAMMAR_CALL = "pg!"
#: Prefix of a reference into :attr:`Shaped.types`.
TYPE = "PGT"


@dataclass(frozen=True, slots=True)
class Search:
    """A WITH query's SEARCH clause: by which columns, and the one that it adds."""

    depth: bool
    columns: tuple[Token, ...]
    sequence: Token
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cycle:
    """A WITH query's CYCLE clause; ``values`` are the tokens of ``TO x DEFAULT y``, if written."""

    columns: tuple[Token, ...]
    mark: Token
    path: Token
    values: tuple[Token, ...]
    span: tuple[int, int]


@dataclass(slots=True)
class Shaped:
    """sqlglot's tokens, and tables of what they leave out.

    Referred to from the tokens, by a number:

    * ``types``, by the number in ``PGT…``; ``literals``, by the number that is a string's text;
    * ``prefix_operators``, each a schema or None and a name, by the number in front of the operand;
    * ``sort_operators``, the same for ORDER BY … USING, by the number behind it;
    * ``operators``, the same for binary operators, by the class of node that stands for one.

    Kept aside, by an offset in the source:

    * ``column_types``, the types of a column definition list, by its first column's name;
    * ``returning``, the pairs of RETURNING WITH ("old" or "new", and the name for it), by where the
      list of columns starts;
    * ``overriding``, "system" or "user", by the word OVERRIDING;
    * ``clauses``, what a call with words of its own has beside arguments, by its name;
    * ``searches`` and ``cycles``, by the name of their WITH query;
    * ``join_aliases``, the alias of a USING, by its first column;
    * ``numbered``, the names of functions WITH ORDINALITY.
    """

    tokens: list[GlotToken] = field(default_factory=list)
    types: list[TypeName] = field(default_factory=list)
    literals: list[Token] = field(default_factory=list)
    operators: dict[type[exp.Expr], tuple[str | None, str]] = field(default_factory=dict)
    prefix_operators: list[tuple[str | None, str]] = field(default_factory=list)
    column_types: dict[int, list[TypeName]] = field(default_factory=dict)
    returning: dict[int, tuple[tuple[str, Token], ...]] = field(default_factory=dict)
    overriding: dict[int, str] = field(default_factory=dict)
    clauses: dict[int, Clause] = field(default_factory=dict)
    searches: dict[int, Search] = field(default_factory=dict)
    cycles: dict[int, Cycle] = field(default_factory=dict)
    join_aliases: dict[int, Token] = field(default_factory=dict)
    sort_operators: list[tuple[str | None, str]] = field(default_factory=list)
    numbered: set[int] = field(default_factory=set)

    def emit(self, kind: TokenType, text: str, start: int, end: int) -> None:
        """Adds a token for sqlglot; its positions are offsets into the source."""
        self.tokens.append(GlotToken(kind, text, 1, start, start, end - 1))

    def emit_type(self, name: TypeName) -> None:
        """Adds a reference to a type, as a token that sqlglot's parser asks nothing about."""
        self.emit(TokenType.OBJECT_IDENTIFIER, f"{TYPE}{len(self.types)}", name.start, name.end)
        self.types.append(name)

    def emit_string(self, token: Token) -> None:
        """Adds a reference to a string literal."""
        self.emit(TokenType.STRING, str(len(self.literals)), token.start, token.end)
        self.literals.append(token)


def named_type(reference: object, shaped: Shaped) -> TypeName | None:
    """The name of the type that a syntax node stands for; None if it is another kind of node."""
    if not isinstance(reference, exp.ObjectIdentifier):
        return None
    return shaped.types[int(str(reference.this).removeprefix(TYPE))]


@dataclass(slots=True)
class Groups:
    """What operators take. ``wraps`` are operands to put in parentheses, by their first token the
    one behind each; ``stops`` has where a prefix operator's operand ends; ``escapes`` by the place
    of a LIKE that of its ESCAPE, and where what comes behind it ends; ``labels`` are words that are
    labels without AS, though they are something else elsewhere."""

    wraps: dict[int, list[int]] = field(default_factory=dict[int, list[int]])
    stops: dict[int, int] = field(default_factory=dict[int, int])
    escapes: dict[int, tuple[int, int]] = field(default_factory=dict[int, tuple[int, int]])
    labels: set[int] = field(default_factory=set[int])


@dataclass(slots=True)
class Shaper:
    """A statement while its tokens are shaped. ``words`` and ``puncts`` have the text of each token
    that is a bare word or punctuation, and are empty elsewhere: most rules look at these."""

    tokens: Sequence[Token]
    words: Sequence[str]
    puncts: Sequence[str]
    shaped: Shaped
    rules: Mapping[str, Rule]
    binary: dict[tuple[str | None, str], int] = field(default_factory=dict)
    groups: Groups = field(default_factory=Groups)

    def at(self, index: int) -> Token:
        return self.tokens[index] if 0 <= index < len(self.tokens) else self.tokens[-1]

    def word(self, index: int) -> str:
        return self.words[index] if 0 <= index < len(self.words) else ""

    def punct(self, index: int) -> str:
        return self.puncts[index] if 0 <= index < len(self.puncts) else ""

    def range(self, start: int, stop: int) -> None:
        """Shapes the tokens between two indexes."""
        tokens, rules, wraps = self.tokens, self.rules, self.groups.wraps
        open_: list[int] = []
        while start < stop and tokens[start].kind != "end":
            if start in wraps:
                open_ += self._wrap(start)
            start = rules[tokens[start].kind](self, start)
            while open_ and open_[-1] <= start:
                self._unwrap(open_.pop())

    def _wrap(self, index: int) -> list[int]:
        """Opens the parentheses that begin before a token; where they end, the innermost last."""
        stops = sorted(self.groups.wraps[index], reverse=True)
        for _ in stops:
            start = self.tokens[index].start
            self.shaped.emit(TokenType.L_PAREN, "(", start, start + 1)
        return stops

    def _unwrap(self, index: int) -> None:
        end = self.tokens[index - 1].end
        self.shaped.emit(TokenType.R_PAREN, ")", end - 1, end)


#: Shapes what starts at a token; the index after it, or None where it is not this rule's construct.
Special = Callable[[Shaper, int], int | None]
#: Shapes what starts at a token; the index after it.
Rule = Callable[[Shaper, int], int]


@dataclass(frozen=True, slots=True)
class Query:
    """The tokens of a query that goes on in parentheses."""

    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Integer:
    """The tokens of an argument that is cast to integer."""

    start: int
    stop: int


#: An argument of a call that the grammar makes: a range of tokens, or a word to pass as a string.
Part = tuple[int, int] | Query | Integer | str


def is_operator(work: Shaper, index: int) -> bool:
    """Whether ``OPERATOR(schema.op)`` stands here, and not a name before a list."""
    if work.punct(index + 1) != "(":
        return False
    return work.at(closing(work, index + 1) - 1).kind == "op"


def closing(work: Shaper, index: int) -> int:
    """The index of the parenthesis that closes the one at ``index``."""
    last = len(work.tokens) - 1
    return _other_half(work, range(max(index, 0), last + 1), ("(", "["), (")", "]"), last)


def opening(work: Shaper, index: int) -> int:
    """The index of the parenthesis that the one at ``index`` closes."""
    first = min(index, len(work.tokens) - 1)
    return _other_half(work, range(first, -1, -1), (")", "]"), ("(", "["), 0)


def _other_half(
    work: Shaper, positions: range, begins: Sequence[str], ends: Sequence[str], default: int
) -> int:
    """Where the bracket that begins first ends, in the order of the positions."""
    depth = 0
    puncts = work.puncts
    for position in positions:
        text = puncts[position]
        if not text:
            continue
        if text in begins:
            depth += 1
        elif text in ends:
            depth -= 1
            if depth == 0:
                return position
    return default


def top_level(work: Shaper, start: int, stop: int, words: frozenset[str]) -> int | None:
    """The first of ``words`` between two indexes that is not inside brackets or a CASE."""
    depth = 0
    for position in range(start, stop):
        text = work.punct(position)
        if text in ("(", "["):
            depth += 1
        elif text in (")", "]"):
            depth -= 1
        elif work.word(position) == "case":
            depth += 1
        elif work.word(position) == "end" and depth:
            depth -= 1
        elif depth == 0 and work.word(position) in words:
            return position
    return None


def emit_cast(
    work: Shaper, name: TypeName, operand: Callable[[], None], start: int, end: int
) -> None:
    work.shaped.emit(TokenType.VAR, "CAST", start, end)
    work.shaped.emit(TokenType.L_PAREN, "(", start, end)
    operand()
    work.shaped.emit(TokenType.ALIAS, "AS", start, end)
    work.shaped.emit_type(name)
    work.shaped.emit(TokenType.R_PAREN, ")", start, end)


def split_commas(work: Shaper, start: int, stop: int) -> list[Part]:
    """The ranges between the commas of a range."""
    parts: list[Part] = []
    index = begin = start
    while index < stop:
        if work.punct(index) in ("(", "["):
            index = closing(work, index)
        elif work.punct(index) == ",":
            parts.append((begin, index))
            begin = index + 1
        index += 1
    return [*parts, (begin, stop)] if stop > start else []


def emit_call(work: Shaper, index: int, name: str, parts: Sequence[Part]) -> None:
    """Emits a call of a pg_catalog function."""
    token = work.tokens[index]
    work.shaped.emit(TokenType.VAR, GRAMMAR_CALL + name, token.start, token.end)
    work.shaped.emit(TokenType.L_PAREN, "(", token.start, token.end)
    for number, part in enumerate(parts):
        if number:
            work.shaped.emit(TokenType.COMMA, ",", token.start, token.end)
        if isinstance(part, Query):
            work.shaped.emit(TokenType.L_PAREN, "(", token.start, token.end)
            work.range(part.start, part.stop)
            work.shaped.emit(TokenType.R_PAREN, ")", token.start, token.end)
        elif isinstance(part, tuple):
            work.range(*part)
        elif isinstance(part, Integer):
            _emit_integer(work, part)
        elif part.isdigit():
            work.shaped.emit(TokenType.NUMBER, part, token.start, token.end)
        else:
            work.shaped.emit_string(Token("string", part, token.start, token.end))
    work.shaped.emit(TokenType.R_PAREN, ")", token.start, token.end)


def _emit_integer(work: Shaper, part: Integer) -> None:
    start, end = work.at(part.start).start, work.at(part.stop - 1).end
    name = TypeName(("pg_catalog", "int4"), start=start, end=end)
    emit_cast(work, name, lambda: work.range(part.start, part.stop), start, end)
