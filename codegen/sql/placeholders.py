"""Parameters written as other tools have them, or at a place where no value can stand."""

from __future__ import annotations

from collections.abc import Sequence

from codegen.diagnostics import error
from codegen.source import Source, Span
from codegen.sql.lexer import Token
from codegen.sql.typenames import NOT_TYPES

_OPENING = frozenset("([,")
#: Reserved words that an operand doesn't follow.
_VALUES = frozenset({"end", "null", "true", "false"})


def check_placeholder(source: Source, tokens: Sequence[Token], index: int) -> None:
    """Raises CodegenError for ``?``, ``%s``, ``%(name)s`` and ``:name``, where an operand is
    expected (unknown-placeholder); for ``$0`` (undefined-parameter, as in parse_param.c); and for a
    parameter after a dot (syntax-error)."""
    token = tokens[index]
    before = tokens[index - 1] if index else None
    if token.kind == "param" or token.text == "@":
        _check_parameter(source, tokens, index, before)
    elif token.kind in ("op", "punct") and _is_operand_place(before):
        if token.text == ":" and before is not None and before.text == "[":
            return  # a slice without its lower bound
        end, name = _foreign(source, tokens, index)
        if end:
            span = Span(source, token.start, end)
            message = f"{span.text} is not how a parameter is written here"
            raise error("unknown-placeholder", message, span, f"Write @{name or 'name'}.")


def _check_parameter(
    source: Source, tokens: Sequence[Token], index: int, before: Token | None
) -> None:
    token = tokens[index]
    if token.kind == "param" and int(token.text[1:]) == 0:
        span = Span(source, token.start, token.end)
        help = "Parameters are numbered from $1."
        raise error("undefined-parameter", f"there is no parameter {token.text}", span, help)
    if before is not None and before.text == "." and before.kind == "punct":
        named = token.text == "@" and index + 1 < len(tokens)
        span = Span(source, token.start, tokens[index + named].end)
        message = "a parameter stands for a value, not for the name of a column"
        raise error("syntax-error", message, span, "Write the name out.")


def _is_operand_place(before: Token | None) -> bool:
    """Whether what follows this token has to be an operand."""
    if before is None or before.kind == "op":
        return True
    if before.kind == "punct":
        return before.text in _OPENING
    return before.kind == "name" and before.text in NOT_TYPES - _VALUES


def _foreign(source: Source, tokens: Sequence[Token], index: int) -> tuple[int, str]:
    """Where a foreign placeholder ends, and the name in it; 0 where there is none."""
    token, *rest = tokens[index : index + 5]
    if token.text == "?":
        return token.end, ""
    if not rest or rest[0].start != token.end:
        return 0, ""
    if token.text == ":" and rest[0].kind == "name":
        return rest[0].end, source.text[rest[0].start : rest[0].end]
    texts = [one.text for one in rest]
    if token.text == "%" and texts[0] == "s":
        return rest[0].end, ""
    if token.text == "%" and len(rest) == 4 and (texts[0], texts[2], texts[3]) == ("(", ")", "s"):
        return rest[3].end, texts[1]
    return 0, ""
