"""Operators, for a parser that knows other ones with other precedences (manual 4.1.6)."""

from __future__ import annotations

from sqlglot import exp
from sqlglot.tokenizer_core import TokenType

from codegen.sql.shaping import Shaper, Special, emit_call, is_operator
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


def operator(work: Shaper, index: int) -> int:
    token = work.tokens[index]
    may_be_prefix = token.text == "+" or token.text not in _PLAIN_OPERATORS
    if may_be_prefix and index in work.groups.stops:
        return _prefix_operator(work, (None, token.text), index, index + 1)
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


def _prefix_operator(
    work: Shaper, operator: tuple[str | None, str], index: int, operand: int
) -> int:
    """A prefix operator: ``(number, operand)`` after a token of the highest precedence."""
    token = work.tokens[index]
    stop = work.groups.stops[index]
    work.shaped.emit(TokenType.RLIKE, "~", token.start, token.end)
    work.shaped.emit(TokenType.L_PAREN, "(", token.start, token.end)
    number = str(len(work.shaped.prefix_operators))
    work.shaped.emit(TokenType.NUMBER, number, token.start, token.end)
    work.shaped.prefix_operators.append(operator)
    work.shaped.emit(TokenType.COMMA, ",", token.start, token.end)
    work.range(operand, stop)
    work.shaped.emit(TokenType.R_PAREN, ")", token.start, token.end)
    return stop


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


def written_operator(work: Shaper, index: int) -> tuple[tuple[str | None, str], int]:
    """The schema and the name of an operator or of ``OPERATOR(schema.op)``, and the index after."""
    if work.at(index).kind == "op":
        return (None, work.at(index).text), index + 1
    position, schema = index + 2, None
    while work.at(position).kind in ("name", "quoted"):
        schema = work.at(position).text
        position += 2
    return (schema, work.at(position).text), position + 2


def _named_operator(work: Shaper, index: int) -> int:
    """``OPERATOR(schema.op)`` before one operand or between two."""
    (schema, name), after = written_operator(work, index)
    if index in work.groups.stops:
        return _prefix_operator(work, (schema, name), index, after)
    _other_operator(work, schema, name, work.at(index).start, work.at(after - 1).end)
    return after


def _operator_word(work: Shaper, index: int) -> int | None:
    return _named_operator(work, index) if is_operator(work, index) else None


def _match(kind: TokenType, function: str) -> Special:
    """``LIKE pattern ESCAPE x`` matches with a function of both (a_expr in gram.y)."""

    def rule(work: Shaper, index: int) -> int | None:
        last = index + (kind is TokenType.SIMILAR_TO)
        escape, end = work.groups.escapes.get(last, (0, 0))
        if not escape:
            return None
        token = work.tokens[index]
        work.shaped.emit(kind, token.text, token.start, token.end)
        emit_call(work, index, function, [(last + 1, escape), (escape + 1, end)])
        return end

    return rule


SPECIAL: dict[str, Special] = {
    "operator": _operator_word,
    "like": _match(TokenType.LIKE, "like_escape"),
    "ilike": _match(TokenType.ILIKE, "like_escape"),
    "similar": _match(TokenType.SIMILAR_TO, "similar_to_escape"),
}
