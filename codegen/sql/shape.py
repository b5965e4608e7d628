"""PostgreSQL's tokens, shaped so that sqlglot's parser reads them without changing their meaning.

sqlglot serves many dialects and canonicalises what it knows: functions lose their names, type
names become its own types, operators that it lacks don't parse. So what must survive is handed
over as references that it passes through: a call's name gets the prefix :data:`CALL`, a type is a name
``pgt17`` and a string's text is a number, each an index into tables kept in :class:`Shaped`. Operators
other than arithmetic and comparison have one precedence in PostgreSQL (manual 4.1.6); each distinct
one of a statement borrows one of the token types that sqlglot gives that same precedence.
What PostgreSQL's grammar turns into plain function calls (``extract(x FROM y)``, ``CURRENT_DATE``, …;
func_expr_common_subexpr in gram.y) is turned into one here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sqlglot import exp
from sqlglot.dialects.postgres import Postgres
from sqlglot.tokenizer_core import Token as GlotToken
from sqlglot.tokenizer_core import TokenType

from codegen.sql.lexer import Token
from codegen.sql.typenames import NOT_TYPES, TypeName, parse_type_name, skip_interval_fields

#: Prefix of the name of an ordinary call, which keeps sqlglot from knowing the function.
CALL = "pg:"
#: Prefix of a call that the grammar itself makes, which no user function can stand in for.
GRAMMAR_CALL = "pg!"
#: Prefix of a reference into :attr:`Shaped.types`.
TYPE = "pgt"

#: Token types that sqlglot parses like PostgreSQL's "any other operator", with the node of each.
_BINARY_SLOTS: tuple[tuple[tuple[TokenType, ...], type[exp.Expr]], ...] = (
    ((TokenType.DPIPE,), exp.DPipe),
    ((TokenType.HASH_ARROW,), exp.JSONBExtract),
    ((TokenType.DHASH_ARROW,), exp.JSONBExtractScalar),
    ((TokenType.AMP,), exp.BitwiseAnd),
    ((TokenType.PIPE,), exp.BitwiseOr),
    ((TokenType.HASH,), exp.BitwiseXor),
    ((TokenType.LT, TokenType.LT), exp.BitwiseLeftShift),
    ((TokenType.GT, TokenType.GT), exp.BitwiseRightShift),
    ((TokenType.PLACEHOLDER,), exp.JSONBContainsTopKey),
)
_PREFIX_SLOTS: tuple[tuple[TokenType, type[exp.Expr]], ...] = (
    (TokenType.RLIKE, exp.BitwiseNot),
    (TokenType.PIPE_SLASH, exp.Sqrt),
    (TokenType.DPIPE_SLASH, exp.Cbrt),
)
_PLAIN_OPERATORS = {
    "+": TokenType.PLUS,
    "-": TokenType.DASH,
    "*": TokenType.STAR,
    "/": TokenType.SLASH,
    "%": TokenType.MOD,
    "^": TokenType.CARET,
    "<": TokenType.LT,
    ">": TokenType.GT,
    "=": TokenType.EQ,
    "<=": TokenType.LTE,
    ">=": TokenType.GTE,
    "<>": TokenType.NEQ,
    "=>": TokenType.FARROW,
}
_PUNCTUATION = {
    "(": TokenType.L_PAREN,
    ")": TokenType.R_PAREN,
    "[": TokenType.L_BRACKET,
    "]": TokenType.R_BRACKET,
    ",": TokenType.COMMA,
    ";": TokenType.SEMICOLON,
    ".": TokenType.DOT,
    ":": TokenType.COLON,
    ":=": TokenType.COLON_EQ,
    "::": TokenType.DCOLON,
}
#: Words that keep sqlglot's token type wherever they stand: PostgreSQL reserves nearly all of them.
_WORDS = frozenset(
    """all and any array as asc between case collate cross default desc distinct else end
    except exists false fetch for from full having ilike in inner intersect into is isnull
    join lateral left like limit natural not notnull null offset on only or outer overlaps
    returning right select set some table tablesample then true union unique using values
    when where window with""".split()
)
_PAIRS = {
    ("order", "by"): TokenType.ORDER_BY,
    ("group", "by"): TokenType.GROUP_BY,
    ("partition", "by"): TokenType.PARTITION_BY,
    ("similar", "to"): TokenType.SIMILAR_TO,
    ("grouping", "sets"): TokenType.GROUPING_SETS,
}
#: Reserved or grammar words after which an opening parenthesis is no argument list.
NOT_CALLED = frozenset(
    """all and any array as asc between by case check collate conflict cross default desc
    distinct do else end except exists fetch filter for from full group having ilike in
    inner intersect into is isnull join key lateral left like limit materialized natural
    not notnull null offset on only or order outer over overlaps recursive returning right
    select set sets similar some table tablesample then to union using values variadic
    when where window with within by""".split()
) - {"left", "right"}
_VALUE_FUNCTIONS = frozenset(
    """current_date current_time current_timestamp localtime localtimestamp current_user user
    session_user current_role current_catalog current_schema system_user""".split()
)
#: Words that end an operand: an operator after one of them is binary.
_OPERAND_WORDS = frozenset(["end", "null", "true", "false", "isnull", "notnull"]) | _VALUE_FUNCTIONS
_PREFIX_WORDS = (NOT_TYPES - _OPERAND_WORDS) | frozenset(
    ["by", "between", "like", "ilike", "is", "values", "set"]
)
_KEYWORDS = Postgres.Tokenizer.KEYWORDS


@dataclass(slots=True)
class Shaped:
    """sqlglot's tokens, and what the references in them stand for.

    ``types`` by the number in ``pgt…``; ``literals`` by the number that a string literal holds;
    ``operators``: node class → (schema or None, operator) for binary and prefix operators;
    ``column_types``: types of a column definition list by the offset of its first column's name;
    ``returning_aliases``: names that stand for "old" and "new"; ``clauses``: what belongs to the calls whose
    grammar has words of its own, by the offset of their name.
    """

    tokens: list[GlotToken] = field(default_factory=list)
    types: list[TypeName] = field(default_factory=list)
    literals: list[Token] = field(default_factory=list)
    operators: dict[type[exp.Expr], tuple[str | None, str]] = field(default_factory=dict)
    column_types: dict[int, list[TypeName]] = field(default_factory=dict)
    returning_aliases: dict[str, str] = field(default_factory=dict)
    clauses: dict[int, dict[str, object]] = field(default_factory=dict)

    def emit(self, kind: TokenType, text: str, start: int, end: int) -> None:
        """Adds a token for sqlglot; its positions are offsets into the source."""
        self.tokens.append(GlotToken(kind, text, 1, start, start, end - 1))

    def emit_type(self, name: TypeName) -> None:
        """Adds a reference to a type."""
        self.emit(TokenType.VAR, f"{TYPE}{len(self.types)}", name.start, name.end)
        self.types.append(name)

    def emit_string(self, token: Token) -> None:
        """Adds a reference to a string literal."""
        self.emit(TokenType.STRING, str(len(self.literals)), token.start, token.end)
        self.literals.append(token)


@dataclass(slots=True)
class _Shaper:
    tokens: Sequence[Token]
    shaped: Shaped
    binary: dict[tuple[str | None, str], int] = field(default_factory=dict)
    prefix: dict[str, int] = field(default_factory=dict)

    def at(self, index: int) -> Token:
        return self.tokens[index] if 0 <= index < len(self.tokens) else self.tokens[-1]

    def word(self, index: int) -> str:
        token = self.at(index)
        return token.text if index >= 0 and token.kind == "name" else ""

    def punct(self, index: int) -> str:
        token = self.at(index)
        return token.text if index >= 0 and token.kind == "punct" else ""


Special = Callable[[_Shaper, int], int | None]


def shape(tokens: Sequence[Token]) -> Shaped:
    """Shapes the tokens of one statement, which end with an end token."""
    shaper = _Shaper(tokens, Shaped())
    _shape_range(shaper, 0, len(tokens) - 1)
    return shaper.shaped


def _shape_range(work: _Shaper, index: int, stop: int) -> None:
    while index < stop:
        index = _RULES[work.tokens[index].kind](work, index)


def _string(work: _Shaper, index: int) -> int:
    work.shaped.emit_string(work.tokens[index])
    return index + 1


def _bits(work: _Shaper, index: int) -> int:
    token = work.tokens[index]
    work.shaped.emit(TokenType.BIT_STRING, token.text[2:-1], token.start, token.end)
    return index + 1


def _number(work: _Shaper, index: int) -> int:
    token = work.tokens[index]
    work.shaped.emit(TokenType.NUMBER, token.text, token.start, token.end)
    return index + 1


def _param(work: _Shaper, index: int) -> int:
    token = work.tokens[index]
    work.shaped.emit(TokenType.PARAMETER, "@", token.start, token.end)
    work.shaped.emit(TokenType.NUMBER, token.text, token.start, token.end)
    return index + 1


def _quoted(work: _Shaper, index: int) -> int:
    token = work.tokens[index]
    literal = _typed_literal(work, index)
    if literal:
        return literal
    work.shaped.emit(TokenType.IDENTIFIER, token.text, token.start, token.end)
    return index + 1


def _punct(work: _Shaper, index: int) -> int:
    token = work.tokens[index]
    work.shaped.emit(
        _PUNCTUATION.get(token.text, TokenType.UNKNOWN), token.text, token.start, token.end
    )
    index += 1
    if token.text == "::":
        parsed = parse_type_name(work.tokens, index)
        if parsed:
            work.shaped.emit_type(parsed[0])
            return parsed[1]
    if token.text == "(":
        return _column_definitions(work, index) or index
    return index


def _column_definitions(work: _Shaper, index: int) -> int | None:
    """``AS t(a int, b text)`` in FROM: the names go on as an alias list, the types aside."""
    before, alias = work.at(index - 2), work.at(index - 3)
    follows_as = work.word(index - 2) == "as" or work.word(index - 3) == "as"
    if before.kind not in ("name", "quoted") or not (follows_as or alias.text == ")"):
        return None
    if work.at(index).kind not in ("name", "quoted") or work.at(index + 1).kind not in (
        "name",
        "quoted",
    ):
        return None
    if work.word(index) in NOT_TYPES:
        return None
    types: list[TypeName] = []
    names: list[Token] = []
    position = index
    while work.at(position).kind in ("name", "quoted"):
        names.append(work.at(position))
        parsed = parse_type_name(work.tokens, position + 1)
        if parsed is None:
            return None
        types.append(parsed[0])
        position = parsed[1]
        if work.word(position) == "collate":
            position += 2
        if work.punct(position) == ")":
            break
        if work.punct(position) != ",":
            return None
        position += 1
    for number, name in enumerate(names):
        if number:
            work.shaped.emit(TokenType.COMMA, ",", name.start, name.start + 1)
        work.shaped.emit(TokenType.VAR, name.text, name.start, name.end)
    work.shaped.column_types[names[0].start] = types
    return position


# Operators ---------------------------------------------------------------------------------------


def _operator(work: _Shaper, index: int) -> int:
    token = work.tokens[index]
    prefix = _is_prefix(work, index)
    if token.text in _PLAIN_OPERATORS and not (prefix and token.text in "%^/"):
        work.shaped.emit(_PLAIN_OPERATORS[token.text], token.text, token.start, token.end)
        return index + 1
    _other_operator(work, None, token.text, token.start, token.end, prefix)
    return index + 1


def _is_prefix(work: _Shaper, index: int) -> bool:
    before = work.at(index - 1)
    if index == 0 or before.kind == "op":
        return index == 0 or before.text != "*" or work.punct(index - 2) != "."
    if before.kind == "punct":
        return before.text not in (")", "]")
    return before.kind == "name" and before.text in _PREFIX_WORDS and work.punct(index - 2) != "."


def _other_operator(
    work: _Shaper, schema: str | None, name: str, start: int, end: int, prefix: bool
) -> None:
    if prefix:
        slot = work.prefix.setdefault(name, len(work.prefix))
        kind, node = _PREFIX_SLOTS[slot % len(_PREFIX_SLOTS)]
        work.shaped.operators[node] = (schema, name)
        work.shaped.emit(kind, name, start, end)
        return
    slot = work.binary.setdefault((schema, name), len(work.binary))
    if slot < len(_BINARY_SLOTS):
        kinds, node = _BINARY_SLOTS[slot]
        work.shaped.operators[node] = (schema, name)
        for kind in kinds:
            work.shaped.emit(kind, name, start, end)
        return
    work.shaped.emit(TokenType.OPERATOR, "OPERATOR", start, end)
    work.shaped.emit(TokenType.L_PAREN, "(", start, end)
    work.shaped.emit(TokenType.VAR, f"{schema}.{name}" if schema else name, start, end)
    work.shaped.emit(TokenType.R_PAREN, ")", start, end)


def _named_operator(work: _Shaper, index: int) -> int:
    """``OPERATOR(schema.op)``."""
    position, schema = index + 2, None
    while work.at(position).kind in ("name", "quoted"):
        schema = work.at(position).text
        position += 2
    operator = work.at(position)
    close = work.at(position + 1)
    _other_operator(
        work, schema, operator.text, work.at(index).start, close.end, _is_prefix(work, index)
    )
    return position + 2


# Words -------------------------------------------------------------------------------------------


def _name(work: _Shaper, index: int) -> int:
    token = work.tokens[index]
    word = token.text
    if work.punct(index - 1) == "." or (work.word(index - 1) == "as" and _is_label(work, index)):
        return _call_or_name(work, index)
    special = _SPECIAL.get(word)
    if special:
        after = special(work, index)
        if after is not None:
            return after
    pair = _PAIRS.get((word, work.word(index + 1)))
    if pair:
        work.shaped.emit(
            pair, f"{word} {work.word(index + 1)}", token.start, work.at(index + 1).end
        )
        return index + 2
    if word in _WORDS and not (word in ("left", "right") and work.punct(index + 1) == "("):
        work.shaped.emit(_KEYWORDS[word.upper()], word, token.start, token.end)
        return index + 1
    if word in _VALUE_FUNCTIONS and work.punct(index + 1) not in ("(", "."):
        return _value_function(work, index)
    literal = _typed_literal(work, index)
    if literal:
        return literal
    context = _CONTEXTUAL.get(word)
    if context and context(work, index):
        work.shaped.emit(_KEYWORDS[word.upper()], word, token.start, token.end)
        return index + 1
    return _call_or_name(work, index)


def _is_label(work: _Shaper, index: int) -> bool:
    """After AS, any word is a label, but for a CTE's ``AS [NOT] MATERIALIZED (``."""
    word = work.word(index)
    if word == "materialized":
        return work.punct(index + 1) != "("
    return not (word == "not" and work.word(index + 1) == "materialized")


def _call_or_name(work: _Shaper, index: int) -> int:
    token = work.tokens[index]
    called = work.punct(index + 1) == "(" and (
        token.text not in NOT_CALLED or work.punct(index - 1) == "."
    )
    grammar = called and work.punct(index - 1) != "." and token.text in GRAMMAR_FUNCTIONS
    prefix = (GRAMMAR_CALL if grammar else CALL) if called else ""
    work.shaped.emit(TokenType.VAR, prefix + token.text, token.start, token.end)
    return index + 1


#: Functions whose name the grammar reserves (func_expr_common_subexpr in gram.y).
GRAMMAR_FUNCTIONS = frozenset(
    [
        "coalesce",
        "greatest",
        "least",
        "nullif",
        "grouping",
        "row",
        "current_time",
        "current_timestamp",
        "localtime",
        "localtimestamp",
        "merge_action",
    ]
)


def _value_function(work: _Shaper, index: int) -> int:
    token = work.tokens[index]
    work.shaped.emit(TokenType.VAR, GRAMMAR_CALL + token.text, token.start, token.end)
    work.shaped.emit(TokenType.L_PAREN, "(", token.start, token.end)
    work.shaped.emit(TokenType.R_PAREN, ")", token.start, token.end)
    return index + 1


def _typed_literal(work: _Shaper, index: int) -> int | None:
    """``date '2020-01-01'`` is a cast of a literal."""
    if work.punct(index - 1) == "." or (
        work.word(index) == "zone" and work.word(index - 1) == "time"
    ):
        return None
    parsed = parse_type_name(work.tokens, index)
    if (
        parsed is None
        or work.at(parsed[1]).kind != "string"
        or work.word(index) in _NOT_LITERAL_TYPES
    ):
        return None
    name, position = parsed
    literal = work.at(position)
    after = position + 1
    if name.names[-1] == "interval":
        after = skip_interval_fields(work.tokens, after)
    _emit_cast(work, name, lambda: work.shaped.emit_string(literal), name.start, literal.end)
    return after


_NOT_LITERAL_TYPES = frozenset(
    ["escape", "uescape", "values", "passing", "by", "xmlnamespaces", "zone"]
)


def _emit_cast(
    work: _Shaper, name: TypeName, operand: Callable[[], None], start: int, end: int
) -> None:
    work.shaped.emit(TokenType.VAR, "CAST", start, end)
    work.shaped.emit(TokenType.L_PAREN, "(", start, end)
    operand()
    work.shaped.emit(TokenType.ALIAS, "AS", start, end)
    work.shaped.emit_type(name)
    work.shaped.emit(TokenType.R_PAREN, ")", start, end)


def closing(work: _Shaper, index: int) -> int:
    """The index of the parenthesis that closes the one at ``index``."""
    depth = 0
    for position in range(index, len(work.tokens)):
        text = work.punct(position)
        if text in ("(", "["):
            depth += 1
        elif text in (")", "]"):
            depth -= 1
            if depth == 0:
                return position
    return len(work.tokens) - 1


def top_level(work: _Shaper, start: int, stop: int, words: frozenset[str]) -> int | None:
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


def _cast(work: _Shaper, index: int) -> int | None:
    if work.punct(index + 1) != "(":
        return None
    close = closing(work, index + 1)
    as_ = top_level(work, index + 2, close, frozenset({"as"}))
    parsed = parse_type_name(work.tokens, as_ + 1) if as_ else None
    if as_ is None or parsed is None:
        return None
    token = work.tokens[index]
    operand = (index + 2, as_)
    _emit_cast(
        work, parsed[0], lambda: _shape_range(work, *operand), token.start, work.at(close).end
    )
    return close + 1


def _sql_syntax(name: str, separators: str) -> Special:
    """A call whose arguments are separated by words: they become commas."""
    words = frozenset(separators.split())

    def rule(work: _Shaper, index: int) -> int | None:
        if work.punct(index + 1) != "(":
            return None
        close = closing(work, index + 1)
        if top_level(work, index + 2, close, words) is None:
            return None
        parts: list[tuple[str, int, int]] = []
        word, start = "", index + 2
        while True:
            found = top_level(work, start, close, words)
            parts.append((word, start, close if found is None else found))
            if found is None:
                break
            word, start = work.word(found), found + 1
        _emit_call(work, index, name, _ARRANGE[name](work, parts))
        return close + 1

    return rule


_Part = tuple[int, int] | str


def _emit_call(work: _Shaper, index: int, name: str, parts: Sequence[_Part]) -> None:
    """Emits a call of a pg_catalog function: a part is a range of tokens or a word to pass as string."""
    token = work.tokens[index]
    work.shaped.emit(TokenType.VAR, GRAMMAR_CALL + name, token.start, token.end)
    work.shaped.emit(TokenType.L_PAREN, "(", token.start, token.end)
    for number, part in enumerate(parts):
        if number:
            work.shaped.emit(TokenType.COMMA, ",", token.start, token.end)
        if isinstance(part, tuple):
            _shape_range(work, *part)
        elif part.isdigit():
            work.shaped.emit(TokenType.NUMBER, part, token.start, token.end)
        else:
            work.shaped.emit_string(Token("string", part, token.start, token.end))
    work.shaped.emit(TokenType.R_PAREN, ")", token.start, token.end)


def _extract_parts(work: _Shaper, parts: list[tuple[str, int, int]]) -> list[_Part]:
    return [work.at(parts[0][1]).text, (parts[1][1], parts[1][2])]


def _position_parts(work: _Shaper, parts: list[tuple[str, int, int]]) -> list[_Part]:
    return [(start, stop) for _, start, stop in reversed(parts)]


def _substring_parts(work: _Shaper, parts: list[tuple[str, int, int]]) -> list[_Part]:
    by_word = {word: (start, stop) for word, start, stop in parts}
    first: _Part = by_word[""]
    if "for" in by_word and "from" not in by_word:
        return [first, "1", by_word["for"]]
    order = ("similar", "escape") if "similar" in by_word else ("from", "for")
    return [first, *(by_word[word] for word in order if word in by_word)]


def _overlay_parts(work: _Shaper, parts: list[tuple[str, int, int]]) -> list[_Part]:
    return [(start, stop) for _, start, stop in parts]


_ARRANGE = {
    "extract": _extract_parts,
    "position": _position_parts,
    "substring": _substring_parts,
    "overlay": _overlay_parts,
}


def _trim(work: _Shaper, index: int) -> int | None:
    if work.punct(index + 1) != "(":
        return None
    close = closing(work, index + 1)
    start = index + 2
    name = {"both": "btrim", "leading": "ltrim", "trailing": "rtrim"}.get(work.word(start), "")
    start += bool(name)
    from_ = top_level(work, start, close, frozenset({"from"}))
    parts: list[_Part] = []
    if from_ is None:
        parts = [(start, close)]
    elif from_ == start:
        parts = [(start + 1, close)]
    else:
        parts = [(from_ + 1, close), (start, from_)]
    _emit_call(work, index, name or "btrim", parts)
    return close + 1


def _collation_for(work: _Shaper, index: int) -> int | None:
    if work.word(index + 1) != "for" or work.punct(index + 2) != "(":
        return None
    close = closing(work, index + 2)
    _emit_call(work, index, "pg_collation_for", [(index + 3, close)])
    return close + 1


def _normalize(work: _Shaper, index: int) -> int | None:
    if work.punct(index + 1) != "(":
        return None
    close = closing(work, index + 1)
    form = work.word(close - 1)
    if form not in ("nfc", "nfd", "nfkc", "nfkd") or work.punct(close - 2) != ",":
        return None
    _emit_call(work, index, "normalize", [(index + 2, close - 2), form])
    return close + 1


def _returning(work: _Shaper, index: int) -> int | None:
    """``RETURNING WITH (OLD AS o, NEW AS n)``: the names are kept aside."""
    if work.word(index + 1) != "with" or work.punct(index + 2) != "(":
        return None
    close = closing(work, index + 2)
    for position in range(index + 3, close):
        if work.word(position) in ("old", "new") and work.word(position + 1) == "as":
            work.shaped.returning_aliases[work.at(position + 2).text] = work.word(position)
    token = work.tokens[index]
    work.shaped.emit(TokenType.RETURNING, "returning", token.start, token.end)
    return close + 1


def _overriding(work: _Shaper, index: int) -> int | None:
    if work.word(index + 1) in ("system", "user") and work.word(index + 2) == "value":
        return index + 3
    return None


def _repeatable(work: _Shaper, index: int) -> int | None:
    """TABLESAMPLE's REPEATABLE bears on no type."""
    if work.punct(index + 1) == "(" and work.punct(index - 1) == ")":
        return closing(work, index + 1) + 1
    return None


def _order_using(work: _Shaper, index: int) -> int | None:
    """ORDER BY … USING operator: the operator bears on no type."""
    return index + 2 if work.at(index + 1).kind == "op" else None


def _current_of(work: _Shaper, index: int) -> int | None:
    """WHERE CURRENT OF cursor is a condition like any other."""
    if work.word(index - 1) != "where" or work.word(index + 1) != "of":
        return None
    token = work.tokens[index]
    work.shaped.emit(TokenType.TRUE, "true", token.start, token.end)
    return index + 3


def _operator_word(work: _Shaper, index: int) -> int | None:
    return _named_operator(work, index) if work.punct(index + 1) == "(" else None


_SPECIAL: dict[str, Special] = {
    "cast": _cast,
    "extract": _sql_syntax("extract", "from"),
    "position": _sql_syntax("position", "in"),
    "substring": _sql_syntax("substring", "from for similar escape"),
    "overlay": _sql_syntax("overlay", "placing from for"),
    "trim": _trim,
    "collation": _collation_for,
    "normalize": _normalize,
    "returning": _returning,
    "overriding": _overriding,
    "operator": _operator_word,
    "repeatable": _repeatable,
    "using": _order_using,
    "current": _current_of,
}


# Words that are keywords only in some places -------------------------------------------------------


def _starts_statement(work: _Shaper, index: int) -> bool:
    before = work.at(index - 1)
    follows = {"insert": "into", "merge": "into", "delete": "from"}.get(work.word(index))
    return (
        index == 0
        or (follows is not None and work.word(index + 1) == follows)
        or work.punct(index - 1) in ("(", ")")
        or (before.kind == "name" and before.text in ("for", "key", "do", "then"))
    )


def _in_frame(work: _Shaper, index: int) -> bool:
    after = work.word(index + 1)
    return after in ("between", "unbounded", "current") or work.word(index + 2) in (
        "preceding",
        "following",
    )


def _after_words(words: str) -> Callable[[_Shaper, int], bool]:
    allowed = frozenset(words.split())
    return lambda work, index: work.word(index - 1) in allowed


def _fetch_rows(work: _Shaper, index: int) -> bool:
    return (
        work.word(index + 1) in ("only", "with")
        or _in_frame(work, index)
        or (work.word(index) == "rows" and work.word(index + 1) == "from")
    )


def _before_paren(work: _Shaper, index: int) -> bool:
    return work.punct(index + 1) == "("


_CONTEXTUAL: dict[str, Callable[[_Shaper, int], bool]] = {
    "insert": _starts_statement,
    "update": _starts_statement,
    "delete": _starts_statement,
    "merge": _starts_statement,
    "filter": lambda work, index: work.punct(index - 1) == ")" and work.punct(index + 1) == "(",
    "over": lambda work, index: work.punct(index - 1) == ")",
    "rows": _fetch_rows,
    "row": _fetch_rows,
    "range": _in_frame,
    "first": _after_words("fetch nulls"),
    "next": _after_words("fetch"),
    "escape": lambda work, index: work.at(index + 1).kind in ("string", "param"),
    "ordinality": _after_words("with"),
    "recursive": _after_words("with"),
    "cube": _before_paren,
    "rollup": _before_paren,
    "unknown": _after_words("is not"),
    "json": _after_words("is not"),
    "variadic": lambda work, index: True,
    "begin": lambda work, index: index == 0,
}

_RULES = {
    "name": _name,
    "quoted": _quoted,
    "string": _string,
    "bits": _bits,
    "number": _number,
    "op": _operator,
    "punct": _punct,
    "param": _param,
}
