"""What to say where a statement can't be parsed: the place, and the likeliest way out.

A parser only knows where it stopped. The culprit often stands a word before: a misspelt keyword was
taken for an alias, a comma was left over, a parenthesis was never closed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches

from codegen.diagnostics import CodegenError, error
from codegen.records import dataclass
from codegen.source import Source, Span
from codegen.sql.lexer import Token
from codegen.sql.placeholders import no_name
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
    "charset": "The encoding is that of the database: leave it out.",
    "go": "A statement ends with `;`.",
    "comment": "PostgreSQL writes COMMENT ON COLUMN table.column IS '…'.",
    "identity": "PostgreSQL writes GENERATED ALWAYS AS IDENTITY.",
    "engine": "PostgreSQL has no storage engines: leave it out.",
}
#: Clauses that a query has once.
_ONCE = frozenset("from where group having limit offset returning".split())
_STATEMENTS = frozenset("select insert update delete merge with".split())
_DDL_STARTS = frozenset("create alter drop insert update select comment grant".split())
_NAMING = frozenset("from join into update".split())
#: Reserved words that begin no clause and no operand, so that a name is likely to be meant.
_NO_NAMES = NOT_TYPES.difference(
    _CLAUSES,
    """on and or not is in as by all any some asc desc then else end for with window fetch only
    lateral array cast collate null true false both leading trailing table""".split(),
)
#: How statements have another table that can't be joined to theirs.
_JOINLESS = {
    "update": "Write UPDATE table SET … FROM other WHERE …, with the condition there.",
    "delete": "Write DELETE FROM table USING other WHERE …, with the condition there.",
}
#: What parentheses in FROM begin with, or hold.
_IN_PARENTHESES = frozenset(["select", "with", "values", "table", "join"])
_PAIRS = {")": "(", "]": "["}
_CLOSING = {"(": ")", "[": "]", "case": "END"}


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
    if tokens[index].kind == "param" and (named := _named_thing(tokens, index)):
        span = Span(source, tokens[index].start, tokens[index].end)
        return no_name(span, named, f"Write a query for each {named}.")
    return _at(source, tokens[index], sure or _help(source, tokens, index, words) or otherwise)


def _named_thing(tokens: Sequence[Token], index: int) -> str | None:
    """What a parameter stands for the name of, at a place where a value can't stand."""
    before = tokens[index - 1].text
    if before in _NAMING:
        return "table"
    if before == "set" or (tokens[0].text == "insert" and before in ("(", ",")):
        earlier = {token.text for token in tokens[:index]}
        is_column = earlier.isdisjoint(["values", "select"]) and not _missing_word(tokens)
        return "column" if is_column else None
    return None


def _is_no_start(first: Token) -> bool:
    return first.kind == "name" and first.text not in _STARTS and first.end > first.start


def _help(
    source: Source, tokens: Sequence[Token], index: int, words: Collection[str]
) -> str | None:
    """The likeliest way out: of the rules here, the first that has something to say."""
    at = _Stop(source, tokens, index, words)
    rules = (_of_statements, _of_marks, _of_words, _of_names, _of_operands)
    return next((found for rule in rules if (found := rule(at)) is not None), None)


@dataclass(frozen=True, slots=True)
class _Stop:
    """Where a parser stopped; ``words`` are those of :func:`syntax_error`."""

    source: Source
    tokens: Sequence[Token]
    index: int
    words: Collection[str]

    @property
    def token(self) -> Token:
        """The token that it didn't take."""
        return self.tokens[self.index]

    @property
    def before(self) -> Token:
        """The last one that it took; the first of the statement where it took none."""
        return self.tokens[max(self.index - 1, 0)]

    @property
    def is_ddl(self) -> bool:
        """Whether the statement is one of a schema."""
        return self.words is not _CLAUSES

    @property
    def begins_line(self) -> bool:
        """Whether the token is the first of its line."""
        return not self.source.text[: self.token.start].rpartition("\n")[2].strip()


def _of_statements(at: _Stop) -> str | None:
    missing = _missing_word(at.tokens)
    if missing is not None:
        return missing
    if at.token.text == "join" and at.tokens[0].text in _JOINLESS:
        return _JOINLESS[at.tokens[0].text]
    if at.before.kind == "punct" and at.before.text == ",":
        return "Remove the comma before it."
    if at.token.kind == "name" and at.token.text in _STATEMENTS and at.begins_line:
        return "If another statement begins here, end the one before with `;` and name this one."
    return None


def _of_marks(at: _Stop) -> str | None:
    text, before = at.token.text, at.tokens[: at.index]
    if any(one.text == "#" and one.kind == "op" for one in (*before, at.token)):
        return "A comment begins with --, not with #."
    if text == "=" and (joined := {"&&", "||"}.intersection(_texts_of(before))):
        return f"Conditions are joined by AND and OR, not by {min(joined)}."
    if text == "*" and at.before.text == "distinct":
        return "count(DISTINCT …) takes a column; `count(*)` counts rows."
    if text == ")":
        return _of_parentheses(at)
    if text == "[":
        return 'Names are quoted with double quotes: "name".'
    if _between_without_and(at.tokens, at.index):
        return "Write BETWEEN … AND …."
    return None


def _of_parentheses(at: _Stop) -> str | None:
    opening = _opening(at.tokens, at.index)
    led_by = at.tokens[max(opening - 1, 0)].text
    inside = {token.text for token in at.tokens[opening + 1 : at.index]}
    if not inside and led_by == "in":
        return "Write IN (1, 2), or `= ANY(@list)` for a list that may be empty."
    if not inside:
        return "Leave the parentheses out, or put something between them."
    if led_by in ("from", "join") and inside.isdisjoint(_IN_PARENTHESES):
        return "Leave the parentheses out: in FROM they are for queries and joins."
    return None


def _of_words(at: _Stop) -> str | None:
    if at.is_ddl and at.token.text in _DDL_STARTS and at.begins_line:
        return "If another statement begins here, end the one before with `;`."
    if at.token.text in FOREIGN_WORDS:
        return FOREIGN_WORDS[at.token.text]
    if at.is_ddl and at.begins_line and at.token.kind in ("name", "quoted"):
        return "Is there a comma missing before it?"
    if at.index and not at.is_ddl:
        return _by_the_word_before(at.source, at.tokens, at.index)
    return None


def _of_names(at: _Stop) -> str | None:
    for near in (at.before, at.token):
        meant = _meant(at.source, near, at.words)
        if meant:
            return meant
    token = at.token
    if token.kind == "name" and token.text in NOT_TYPES and at.before.text in _NAMING:
        return f'{token.text} is a reserved word: write "{token.text}" in double quotes.'
    if token.kind == "name" and token.text in _ONCE and _is_second(at.tokens, at.index):
        return f"There is a {token.text.upper()} already."
    return None


def _of_operands(at: _Stop) -> str | None:
    if at.token.kind == "end":
        return "The statement ends too early."
    if not _is_operand(at.before):
        return None
    text = _text(at.source, at.token)
    if at.token.kind == "param":
        return f"Is an operator missing before {text}? It stands for a value, never for a word."
    return (
        f"Is there a comma or an operator missing before {text}?" if _is_operand(at.token) else None
    )


def _missing_word(tokens: Sequence[Token]) -> str | None:
    """What is said of a statement that lacks the word that it can't be without."""
    words = {token.text for token in tokens if token.kind == "name"}
    first = tokens[0].text
    if first == "update" and "set" not in words:
        return "SET is missing after the table."
    if first == "delete" and "from" not in words:
        return "Write DELETE FROM."
    if first == "insert" and words.isdisjoint(["values", "select", "table", "with"]):
        return "VALUES is missing before the values."
    outer = {token.text for token in _outermost(tokens)}
    if first == "with" and outer.isdisjoint(_STATEMENTS - {"with"} | {"values", "table"}):
        return "After the WITH queries comes the statement that uses them."
    return None


def _outermost(tokens: Sequence[Token]) -> Iterator[Token]:
    """The words outside of parentheses."""
    depth = 0
    for token in tokens:
        if token.kind == "punct":
            depth += (token.text == "(") - (token.text == ")")
        elif depth == 0 and token.kind == "name":
            yield token


def _by_the_word_before(source: Source, tokens: Sequence[Token], index: int) -> str | None:
    """What is said of a token by the word that it follows."""
    before, token = tokens[index - 1], tokens[index]
    if before.kind != "name":
        return None
    text = _text(source, token)
    if token.kind == "name" and token.text in ("select", "with", "values"):
        return "A query within another is in parentheses."
    if before.text == "as" and token.kind == "string":
        return f'A name is in double quotes, or in none: "{token.text}".'
    if before.text in ("order", "group") and token.text != "by":
        return f"Write {before.text.upper()} BY."
    if token.text in _STATEMENTS and tokens[0].text == "merge":
        return "INSERT follows WHEN NOT MATCHED; UPDATE and DELETE follow the others."
    if before.text == "values":
        return "Put each row into parentheses: VALUES (…), (…)."
    if before.text == "is" or (before.text == "not" and tokens[index - 2].text == "is"):
        return "IS is for NULL, TRUE, FALSE, UNKNOWN, DISTINCT FROM and the like; values have =."
    if before.text in NOT_TYPES and token.text == ".":
        name = _text(source, before)
        return f'{name} is a reserved word: as a name it is "{name}", in double quotes.'
    if before.text == "in":
        many = f"{text} as a list is `= ANY({text})`; " if token.kind == "param" else ""
        return f"{many}IN has its values in parentheses."
    if before.text in ("any", "some", "all"):
        return f"Write {before.text.upper()}({text})."
    if before.text in _NO_NAMES and _is_operand(tokens[max(index - 2, 0)]):
        name = _text(source, before)
        return f'{name} is a reserved word: as a name it is "{name}", in double quotes.'
    if before.text == "interval" and token.kind == "param":
        return f"A parameter is cast: {text}::interval, or multiplied: {text} * interval '1 day'."
    return None


def _texts_of(tokens: Sequence[Token]) -> set[str]:
    return {token.text for token in tokens if token.kind == "op"}


def _between_without_and(tokens: Sequence[Token], index: int) -> bool:
    words = [token.text for token in tokens[max(index - 4, 0) : index]]
    return tokens[index].text == "," and "between" in words and "and" not in words


def _meant(source: Source, token: Token, words: Collection[str]) -> str | None:
    """A question whether a word was meant that this one is a misspelling of."""
    if token.kind != "name" or token.text in NOT_TYPES or token.text in words:
        return None
    near = get_close_matches(token.text, words, 1, 0.74)
    if not near or token.text == f"{near[0]}s":
        return None
    return f"Did you mean {near[0].upper()} instead of {_text(source, token)}?"


def _opening(tokens: Sequence[Token], index: int) -> int:
    """The index of the parenthesis that the one at ``index`` closes."""
    depth = 0
    for position in range(index, -1, -1):
        if tokens[position].kind == "punct":
            depth += (tokens[position].text == ")") - (tokens[position].text == "(")
        if depth == 0:
            return position
    return 0


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


def _unbalanced(source: Source, tokens: Sequence[Token]) -> CodegenError | None:
    """The error for a parenthesis or bracket without its other half."""
    opened: list[Token] = []
    for index, token in enumerate(tokens):
        if token.kind == "name" and token.text == "case" and not _is_named(tokens, index):
            opened.append(token)
        is_end = token.kind == "name" and token.text == "end" and not _is_named(tokens, index)
        if is_end and opened and opened[-1].text == "case":
            opened.pop()
        if token.kind != "punct":
            continue
        if token.text in _PAIRS.values():
            opened.append(token)
        elif token.text in _PAIRS:
            if opened and opened[-1].text == "case":
                return unclosed(source, opened[-1])
            if not opened or opened[-1].text != _PAIRS[token.text]:
                return _at(source, token, f"There is no `{_PAIRS[token.text]}` that it closes.")
            opened.pop()
    return unclosed(source, opened[-1]) if opened else None


def _is_named(tokens: Sequence[Token], index: int) -> bool:
    return index > 0 and tokens[index - 1].text in ("as", ".")


def unclosed(source: Source, token: Token) -> CodegenError:
    """The error for an opening parenthesis or bracket that nothing closes."""
    closing = _CLOSING[token.text]
    return error(
        "syntax-error",
        f'"{_text(source, token)}" is never closed',
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
