"""Mistakes in parameters: those written as other tools have them, and those where no value can
stand."""

from __future__ import annotations

from collections.abc import Sequence

from codegen.diagnostics import CodegenError, error
from codegen.source import Source, Span
from codegen.sql.lexer import Token
from codegen.sql.typenames import NOT_TYPES

_OPENING = frozenset("([,")
#: What the placeholders of other tools begin with.
_FOREIGN_STARTS = frozenset("?%:")
#: Reserved words that are operands, or end one, so that none follows.
_VALUES = frozenset({"end", "null", "true", "false"})
_BEFORE_OPERANDS = (NOT_TYPES - _VALUES) | {"like", "ilike", "between"}
_BEFORE_BY = frozenset({"order", "group", "partition"})
_BEFORE_TABLES = frozenset({"from", "join", "into", "update", "table"})
#: The letters of Python's placeholders, and of C's.
_CONVERSIONS = frozenset("sbtdif")


def check_placeholder(source: Source, tokens: Sequence[Token], index: int) -> None:
    """Raises CodegenError

    * unknown-placeholder for ``?``, ``%s``, ``%(name)s``, ``%name%`` and ``:name`` where an operand
      is expected;
    * undefined-parameter for ``$0``, as parse_param.c does;
    * syntax-error for a parameter where a name is expected: after a dot or ``::``, before a
      parenthesis, or after FROM and the like.
    """
    token = tokens[index]
    before = tokens[index - 1] if index else None
    if token.kind == "param" or token.text == "@":
        _check_parameter(source, tokens, index, before)
    elif token.text in _FOREIGN_STARTS and _is_operand_place(tokens, index):
        if token.text == ":" and before is not None and before.text == "[":
            return  # a slice without its lower bound
        end, name = _foreign(source, tokens, index)
        if end:
            span = Span(source, token.start, end)
            if before is not None and before.text in _BEFORE_TABLES:
                raise no_name(span, "table", "Write a query for each table.")
            message = f"{span.text} is not how a parameter is written here"
            raise error("unknown-placeholder", message, span, _written(tokens, index, name))


def _written(tokens: Sequence[Token], index: int, name: str) -> str:
    """How the parameter is written; IN takes no list that is one parameter, and no order follows
    from one."""
    words = [token.text for token in tokens[max(index - 2, 0) : index]]
    parameter = f"@{name or 'name'}"
    if words == ["not", "in"]:
        return f"Write <> ALL({parameter}) in place of NOT IN, with a list."
    if words[-1:] == ["in"]:
        return f"Write = ANY({parameter}) in place of IN, with a list."
    if words[-1:] == ["by"]:
        case = f"CASE {parameter} WHEN 'name' THEN name … END"
        return (
            f"A parameter is a value, the same for all rows: choose by it what to sort by, {case}."
        )
    return f"Write {parameter}."


def no_name(span: Span, what: str, help: str) -> CodegenError:
    """The error for a parameter where the name of something is expected."""
    message = f"a parameter stands for a value, not for the name of a {what}"
    return error("syntax-error", message, span, help)


def _check_parameter(
    source: Source, tokens: Sequence[Token], index: int, before: Token | None
) -> None:
    token = tokens[index]
    if token.kind == "param" and int(token.text[1:]) == 0:
        span = Span(source, token.start, token.end)
        help = "Parameters are numbered from $1."
        raise error("undefined-parameter", f"there is no parameter {token.text}", span, help)
    last = index + 1 if _is_named(tokens, index) else index
    what = _named_thing(before, tokens[last + 1] if last + 1 < len(tokens) else None)
    if what and (token.kind == "param" or last > index):
        span = Span(source, token.start, tokens[last].end)
        raise no_name(span, what, "Write the name out.")


def _is_named(tokens: Sequence[Token], index: int) -> bool:
    """Whether an @ is followed by its name."""
    if tokens[index].text != "@" or index + 1 == len(tokens):
        return False
    name = tokens[index + 1]
    return name.kind in ("name", "quoted") and name.start == tokens[index].end


def _named_thing(before: Token | None, after: Token | None) -> str | None:
    """What a parameter would have to be the name of, by the tokens around it; None if it may be a
    value."""
    if before is not None and before.text == "." and before.kind == "punct":
        return "column"
    if before is not None and before.text == "::":
        return "type"
    names_table = before is not None and before.text in _BEFORE_TABLES
    called = after is not None and after.text == "(" and after.kind == "punct"
    return "function" if called and not names_table else None


def _is_operand_place(tokens: Sequence[Token], index: int) -> bool:
    """Whether an operand has to stand here."""
    before = tokens[index - 1] if index else None
    if before is None or before.kind == "op":
        return True
    if before.kind == "punct":
        return before.text in _OPENING
    if before.text == "by" and index > 1 and tokens[index - 2].text in _BEFORE_BY:
        return True
    return before.kind == "name" and before.text in _BEFORE_OPERANDS


def _foreign(source: Source, tokens: Sequence[Token], index: int) -> tuple[int, str]:
    """Where a foreign placeholder ends, and the name in it; 0 where there is none."""
    token, *rest = tokens[index : index + 5]
    joined = bool(rest) and rest[0].start == token.end
    if token.text == "?":
        return (rest[0].end if joined and rest[0].kind == "number" else token.end), ""
    if not joined:
        return 0, ""
    if token.text == ":" and rest[0].kind in ("name", "quoted", "string"):
        return rest[0].end, source.text[rest[0].start : rest[0].end].strip("'\"")
    texts = [one.text for one in rest]
    if token.text == "%" and rest[0].kind == "name" and texts[1:2] == ["%"]:
        return rest[1].end, texts[0]
    if token.text == "%" and texts[0] in _CONVERSIONS:
        return rest[0].end, ""
    if token.text == "%" and len(rest) == 4 and (texts[0], texts[2], texts[3]) == ("(", ")", "s"):
        return rest[3].end, texts[1]
    return 0, ""
