"""Operators, for a parser that knows other ones with other precedences (manual 4.1.6)."""

from __future__ import annotations

from collections.abc import Callable

from sqlglot import exp
from sqlglot.tokenizer_core import TokenType

from codegen.sql.shaping import Shaper, Special, closing, emit_call, top_level
from codegen.sql.typenames import NOT_TYPES

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
#: Names that the grammar knows as values without parentheses.
VALUE_FUNCTIONS = frozenset(
    """current_date current_time current_timestamp localtime localtimestamp current_user user
    session_user current_role current_catalog current_schema system_user""".split()
)
#: Words that end an operand: an operator after one of them is binary.
_OPERAND_WORDS = frozenset(["end", "null", "true", "false", "isnull", "notnull"]) | VALUE_FUNCTIONS
_PREFIX_WORDS = (NOT_TYPES - _OPERAND_WORDS) | frozenset(
    ["by", "between", "like", "ilike", "is", "values", "set"]
)
_ARITHMETIC = frozenset(["+", "-", "*", "/", "%", "^"])
_COMPARISONS = frozenset(["=", "<", ">", "<=", ">=", "<>", "=>"])
#: Words that bind less than operators, and so end a prefix operator's operand.
_PREFIX_STOPS = (NOT_TYPES - _OPERAND_WORDS - {"case", "array"}) | frozenset(
    """between ilike is isnull like notnull operator overlaps similar escape filter over
    union intersect except order group having limit offset fetch window for""".split()
)
#: LIKE binds less than all operators but comparisons.
_PATTERN_STOPS = _PREFIX_STOPS - {"operator"}
#: A sign binds more than all operators.
_SIGN_STOPS = _PREFIX_STOPS | _ARITHMETIC | {"at", "collate"}
_POSTFIX_WORDS = frozenset("at time zone local collate precision varying interval".split())
_END = frozenset(["end"])


def operator(work: Shaper, index: int) -> int:
    token = work.tokens[index]
    may_be_prefix = token.text == "+" or token.text not in _PLAIN_OPERATORS
    if may_be_prefix and is_prefix(work, index):
        sign = token.text == "+"
        stops, ends = (_SIGN_STOPS, _ends_sign) if sign else (_PREFIX_STOPS, _ends_prefix)
        stop = _operand_stop(work, index + 1, stops, ends)
        return _prefix_operator(work, (None, token.text), index, index + 1, stop)
    if token.text in _PLAIN_OPERATORS:
        work.shaped.emit(_PLAIN_OPERATORS[token.text], token.text, token.start, token.end)
        return index + 1
    _other_operator(work, None, token.text, token.start, token.end)
    return index + 1


def is_prefix(work: Shaper, index: int) -> bool:
    """Whether an operand starts at ``index``, so that an operator here is a prefix one."""
    before = work.at(index - 1)
    if index == 0 or before.kind == "op":
        return index == 0 or before.text != "*" or work.punct(index - 2) != "."
    if before.kind == "punct":
        return before.text not in (")", "]")
    return before.kind == "name" and before.text in _PREFIX_WORDS and work.punct(index - 2) != "."


def _ends_sign(name: str) -> bool:
    """Whether a binary operator ends the operand of a sign."""
    return True


def _ends_prefix(name: str) -> bool:
    """Whether a binary operator ends the operand of a prefix operator."""
    return name not in _ARITHMETIC


def _ends_pattern(name: str) -> bool:
    """Whether a binary operator ends the pattern of LIKE."""
    return name in _COMPARISONS


def _prefix_operator(
    work: Shaper, operator: tuple[str | None, str], index: int, operand: int, stop: int
) -> int:
    """A prefix operator: ``(number, operand)`` after a token of the highest precedence."""
    token = work.tokens[index]
    work.shaped.emit(TokenType.RLIKE, "~", token.start, token.end)
    work.shaped.emit(TokenType.L_PAREN, "(", token.start, token.end)
    number = str(len(work.shaped.prefix_operators))
    work.shaped.emit(TokenType.NUMBER, number, token.start, token.end)
    work.shaped.prefix_operators.append(operator)
    work.shaped.emit(TokenType.COMMA, ",", token.start, token.end)
    work.range(operand, stop)
    work.shaped.emit(TokenType.R_PAREN, ")", token.start, token.end)
    return stop


def _operand_stop(
    work: Shaper, index: int, stops: frozenset[str], ends: Callable[[str], bool]
) -> int:
    """Where an operand ends: before what binds less (manual 4.1.6)."""
    start = index
    while index < len(work.tokens) - 1:
        token = work.tokens[index]
        if token.kind == "op":
            binary = index > start and not is_prefix(work, index)
            if binary and ends(token.text):
                return index
        elif token.text in ("(", "[") and token.kind == "punct":
            index = closing(work, index)
        elif token.kind == "punct" and token.text not in (".", "::"):
            return index
        elif token.kind == "name" and work.punct(index - 1) != ".":
            if token.text in stops or (index > start and _starts_label(work, index)):
                return index
            if token.text == "case":
                index = top_level(work, index + 1, len(work.tokens) - 1, _END) or index
        index += 1
    return index


def _starts_label(work: Shaper, index: int) -> bool:
    """Whether a word follows a complete operand and so is no part of it."""
    if work.word(index) in _POSTFIX_WORDS or work.word(index - 1) in _POSTFIX_WORDS:
        return False
    if work.word(index) == "operator" and work.punct(index + 1) == "(":
        return False
    before = work.at(index - 1)
    if before.kind == "punct":
        return before.text in (")", "]")
    return before.kind in ("name", "quoted", "number", "string", "param", "bits")


def _other_operator(work: Shaper, schema: str | None, name: str, start: int, end: int) -> None:
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


def operator_in_parentheses(work: Shaper, index: int) -> tuple[tuple[str | None, str], int]:
    """The schema and the name in ``OPERATOR(schema.op)``, and the index after it."""
    position, schema = index + 2, None
    while work.at(position).kind in ("name", "quoted"):
        schema = work.at(position).text
        position += 2
    return (schema, work.at(position).text), position + 2


def _named_operator(work: Shaper, index: int) -> int:
    """``OPERATOR(schema.op)`` before one operand or between two."""
    (schema, name), after = operator_in_parentheses(work, index)
    if is_prefix(work, index):
        stop = _operand_stop(work, after, _PREFIX_STOPS, _ends_prefix)
        return _prefix_operator(work, (schema, name), index, after, stop)
    _other_operator(work, schema, name, work.at(index).start, work.at(after - 1).end)
    return after


def _operator_word(work: Shaper, index: int) -> int | None:
    return _named_operator(work, index) if work.punct(index + 1) == "(" else None


def _match(kind: TokenType, function: str) -> Special:
    """``LIKE pattern ESCAPE x`` matches with a function of both (a_expr in gram.y)."""

    def rule(work: Shaper, index: int) -> int | None:
        pattern = index + 1 + (kind is TokenType.SIMILAR_TO)
        if kind is TokenType.SIMILAR_TO and work.word(index + 1) != "to":
            return None
        stop = _operand_stop(work, pattern, _PATTERN_STOPS, _ends_pattern)
        if work.word(stop) != "escape" or stop == pattern:
            return None
        end = _operand_stop(work, stop + 1, _PATTERN_STOPS, _ends_pattern)
        token = work.tokens[index]
        work.shaped.emit(kind, token.text, token.start, token.end)
        emit_call(work, pattern, function, [(pattern, stop), (stop + 1, end)])
        return end

    return rule


SPECIAL: dict[str, Special] = {
    "operator": _operator_word,
    "like": _match(TokenType.LIKE, "like_escape"),
    "ilike": _match(TokenType.ILIKE, "like_escape"),
    "similar": _match(TokenType.SIMILAR_TO, "similar_to_escape"),
}
