"""PostgreSQL's tokens, shaped so that sqlglot's parser reads them without changing their meaning.

sqlglot serves many dialects, and brings what it knows into a common form: functions lose their
names, type names become types of its own, operators that it lacks don't parse. So what must survive
is handed over in a form that it passes through:

* the name of a called function gets the prefix :data:`CALL`, which makes it an unknown function;
* a type is a token like ``PGT17``, and the text of a string is a number; both are indexes into
  tables of :class:`Shaped`;
* operators other than arithmetic and comparison have the same precedence in PostgreSQL (manual
  4.1.6). Each that a statement has borrows one of the token types to which sqlglot gives that
  precedence;
* what PostgreSQL's own grammar turns into a call of a function (``extract(x FROM y)``,
  ``CURRENT_DATE``, …; func_expr_common_subexpr in gram.y) becomes such a call here;
* clauses that sqlglot lacks, and that bear on no syntax around them, are kept aside in
  :class:`Shaped`.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot.dialects.postgres import Postgres
from sqlglot.tokenizer_core import TokenType

from codegen.sql import (
    shape_calls,
    shape_clauses,
    shape_json,
    shape_operators,
    shape_statements,
    shape_xml,
)
from codegen.sql.lexer import Token
from codegen.sql.natural_joins import inside_joins
from codegen.sql.operands import groups
from codegen.sql.shape_operators import VALUE_FUNCTIONS, is_prefix, operator
from codegen.sql.shaping import (
    CALL,
    GRAMMAR_CALL,
    Rule,
    Shaped,
    Shaper,
    Special,
    closing,
    emit_cast,
    named_type,
)
from codegen.sql.typenames import NOT_TYPES, TypeName, parse_type_name, skip_interval_fields

__all__ = ["CALL", "GRAMMAR_CALL", "Shaped", "named_type", "shape"]

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
    """all and any array as asc asymmetric between by case check collate conflict cross default desc
    distinct do else end except exists fetch filter for from full group having ilike in
    inner intersect into is isnull join key lateral left like limit materialized natural
    not notnull null offset on only or order outer over overlaps recursive returning right
    select set sets similar some symmetric table tablesample then to union using values variadic
    when where window with within by""".split()
) - {"left", "right"}
_KEYWORDS = Postgres.Tokenizer.KEYWORDS
#: Words that an item of FROM may end with, or that announce its alias.
_BEFORE_ALIASES = VALUE_FUNCTIONS | {"as", "ordinality"}


def shape(tokens: Sequence[Token]) -> Shaped:
    """Shapes the tokens of one statement, which end with an end token."""
    words = [token.text if token.kind == "name" else "" for token in tokens]
    puncts = [token.text if token.kind == "punct" else "" for token in tokens]
    shaper = Shaper(tokens, words, puncts, Shaped(), _RULES)
    shaper.groups = groups(shaper)
    if "natural" in words:
        for start, stop in inside_joins(shaper):
            shaper.groups.wraps.setdefault(start, []).append(stop)
    shaper.range(0, len(tokens) - 1)
    return shaper.shaped


def _string(work: Shaper, index: int) -> int:
    work.shaped.emit_string(work.tokens[index])
    return index + 1


def _bits(work: Shaper, index: int) -> int:
    token = work.tokens[index]
    work.shaped.emit(TokenType.BIT_STRING, token.text[2:-1], token.start, token.end)
    return index + 1


def _number(work: Shaper, index: int) -> int:
    token = work.tokens[index]
    work.shaped.emit(TokenType.NUMBER, token.text, token.start, token.end)
    return index + 1


def _param(work: Shaper, index: int) -> int:
    token = work.tokens[index]
    work.shaped.emit(TokenType.PARAMETER, "@", token.start, token.end)
    work.shaped.emit(TokenType.NUMBER, token.text, token.start, token.end)
    return index + 1


def _quoted(work: Shaper, index: int) -> int:
    token = work.tokens[index]
    literal = _typed_literal(work, index)
    if literal:
        return literal
    if work.punct(index + 1) == "(":
        work.shaped.emit(TokenType.VAR, CALL + token.text, token.start, token.end)
    else:
        work.shaped.emit(TokenType.IDENTIFIER, token.text, token.start, token.end)
    return index + 1


def _punct(work: Shaper, index: int) -> int:
    token = work.tokens[index]
    if (
        token.text == "("
        and work.punct(index + 1) == ")"
        and shape_clauses.is_empty_set(work, index)
    ):
        return shape_clauses.empty_set(work, index)
    work.shaped.emit(
        _PUNCTUATION.get(token.text, TokenType.UNKNOWN), token.text, token.start, token.end
    )
    index += 1
    if token.text == ":" and work.punct(index - 2) == "[" and work.punct(index) != "]":
        return _upper_bound(work, index)
    if token.text == "::":
        parsed = parse_type_name(work.tokens, index, percent_type=False)
        if parsed:
            work.shaped.emit_type(parsed[0])
            return parsed[1]
    if token.text == "(":
        return _column_definitions(work, index) or index
    return index


def _upper_bound(work: Shaper, index: int) -> int:
    """``[:x]``, in parentheses: else the parser takes ``:x`` for a placeholder."""
    stop = closing(work, index - 2)
    start, end = work.at(index).start, work.at(stop - 1).end
    work.shaped.emit(TokenType.L_PAREN, "(", start, start + 1)
    work.range(index, stop)
    work.shaped.emit(TokenType.R_PAREN, ")", end - 1, end)
    return stop


def _column_definitions(work: Shaper, index: int) -> int | None:
    """``AS t(a int, b text)`` in FROM: the names go on as an alias list, the types aside."""
    before = work.at(index - 2)
    behind = work.punct(index - 3) == ")" or work.word(index - 3) in _BEFORE_ALIASES
    if before.kind not in ("name", "quoted") or not (behind or before.text == "as"):
        return None
    if work.at(index).kind not in ("name", "quoted") or work.at(index + 1).kind not in (
        "name",
        "quoted",
    ):
        return None
    if work.word(index) in NOT_TYPES or before.text == "overlaps":
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
            while work.punct(position) == ".":
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


# Words -------------------------------------------------------------------------------------------


def _name(work: Shaper, index: int) -> int:
    token = work.tokens[index]
    word = token.text
    if work.punct(index - 1) == "." or (_follows_as(work, index) and _is_label(work, index)):
        return _call_or_name(work, index)
    if index in work.groups.labels:
        work.shaped.emit(TokenType.IDENTIFIER, word, token.start, token.end)
        return index + 1
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
    if word in _WORDS and not _is_function(work, index):
        work.shaped.emit(_KEYWORDS[word.upper()], word, token.start, token.end)
        return index + 1
    if word in VALUE_FUNCTIONS and work.at(index + 1).text not in ("(", ".", "=>", ":="):
        return _value_function(work, index)
    context = shape_clauses.CONTEXTUAL.get(word)
    if context and context(work, index):
        kind = _KEYWORDS.get(word.upper(), TokenType.ROWS)  # GROUPS is one of those that it lacks
        work.shaped.emit(kind, word, token.start, token.end)
        return index + 1
    return _typed_literal(work, index) or _call_or_name(work, index)


def _is_function(work: Shaper, index: int) -> bool:
    """Whether a keyword is the name of a function here."""
    if work.punct(index + 1) != "(":
        return False
    word = work.word(index)
    return word in ("left", "right") or (
        word == "set" and is_prefix(work, index) and not _is_changed(work, index - 1)
    )


def _is_changed(work: Shaper, index: int) -> bool:
    """Whether ``UPDATE t *`` ends here, with tables that inherit from t."""
    position = index - 1
    while work.punct(position - 1) == ".":
        position -= 2
    return work.at(index).text == "*" and work.word(position - 1) == "update"


def _follows_as(work: Shaper, index: int) -> bool:
    """Whether AS stands before a word, and is no name itself."""
    if work.word(index - 1) != "as" or work.punct(index - 2) == ".":
        return False
    return not _follows_as(work, index - 1)


def _is_label(work: Shaper, index: int) -> bool:
    """After AS, any word is a label, but for a CTE's ``AS [NOT] MATERIALIZED (``."""
    word = work.word(index)
    if word == "materialized":
        return work.punct(index + 1) != "("
    return not (word == "not" and work.word(index + 1) == "materialized")


def _call_or_name(work: Shaper, index: int) -> int:
    token = work.tokens[index]
    zone = token.text == "zone" and work.word(index - 1) == "time"  # AT TIME ZONE (…)
    called = (
        work.punct(index + 1) == "("
        and not zone
        and (
            token.text not in NOT_CALLED
            or work.punct(index - 1) == "."
            or _is_function(work, index)
        )
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


def _value_function(work: Shaper, index: int) -> int:
    token = work.tokens[index]
    work.shaped.emit(TokenType.VAR, GRAMMAR_CALL + token.text, token.start, token.end)
    work.shaped.emit(TokenType.L_PAREN, "(", token.start, token.end)
    work.shaped.emit(TokenType.R_PAREN, ")", token.start, token.end)
    return index + 1


def _typed_literal(work: Shaper, index: int) -> int | None:
    """``date '2020-01-01'`` is a cast of a literal."""
    if work.punct(index - 1) == "." or (
        work.word(index) == "zone" and work.word(index - 1) == "time"
    ):
        return None
    following = work.at(index + 1)
    if following.kind == "name":
        if work.word(index) not in _LONG_TYPES:
            return None
    elif work.punct(index + 1) == ".":
        if work.at(index + 3).kind not in ("string", "punct"):
            return None
    elif following.kind != "string" and following.text != "(":
        return None
    parsed = parse_type_name(work.tokens, index, percent_type=False)
    if (
        parsed is None
        or parsed[0].dimensions
        or work.at(parsed[1]).kind != "string"
        or work.word(index) in _NOT_LITERAL_TYPES
    ):
        return None
    name, position = parsed
    literal = work.at(position)
    after = position + 1
    if name.names[-1] == "interval":
        after = skip_interval_fields(work.tokens, after)
    emit_cast(work, name, lambda: work.shaped.emit_string(literal), name.start, literal.end)
    return after


#: Words after which a type's name may go on with a word.
_LONG_TYPES = frozenset(
    """bit char character double interval national nchar setof time timestamp varchar""".split()
)
_NOT_LITERAL_TYPES = frozenset(
    ["escape", "uescape", "values", "passing", "by", "xmlnamespaces", "zone"]
)


#: Words that start a construct with a grammar of its own.
_SPECIAL: dict[str, Special] = {
    **shape_calls.SPECIAL,
    **shape_json.SPECIAL,
    **shape_xml.SPECIAL,
    **shape_clauses.SPECIAL,
    **shape_statements.SPECIAL,
    **shape_operators.SPECIAL,
}

_RULES: dict[str, Rule] = {
    "name": _name,
    "quoted": _quoted,
    "string": _string,
    "bits": _bits,
    "number": _number,
    "op": operator,
    "punct": _punct,
    "param": _param,
}
