"""sqlglot, configured: the only module that calls its parser."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import ErrorLevel, exp
from sqlglot.dialects.postgres import Postgres
from sqlglot.errors import ParseError

from codegen.diagnostics import CodegenError, error
from codegen.source import Source, Span
from codegen.sql.adjacency import misplaced
from codegen.sql.foreign_clauses import check_limit, reserved_table
from codegen.sql.lexer import Token
from codegen.sql.shape import CALL, GRAMMAR_CALL, Shaped, shape
from codegen.sql.syntax_errors import syntax_error
from codegen.sql.typenames import NOT_TYPES

_DIALECT = Postgres()
# Else subscripts are counted from 0, and expressions in them rewritten to that end.
_DIALECT.INDEX_OFFSET = 0  # pyright: ignore[reportAttributeAccessIssue]


def parse(source: Source, tokens: Sequence[Token]) -> tuple[exp.Expr, Shaped]:
    """The syntax tree of one statement, whose tokens end with an end token.

    Raises CodegenError with code syntax-error where sqlglot finds none, and RecursionError where
    the stack is too small (see :mod:`codegen.stack`).
    """
    _check_depth(source, tokens)
    reserved = reserved_table(tokens)
    if reserved is not None:
        raise syntax_error(source, tokens, reserved)
    wrong = misplaced(tokens, source.text)
    if wrong is not None:
        raise syntax_error(source, tokens, wrong)
    check_limit(source, tokens)
    shaped = shape(tokens)
    try:
        parser = _DIALECT.parser(error_level=ErrorLevel.IMMEDIATE)
        trees = parser.parse(shaped.tokens, source.text)
    except ParseError as caught:
        raise _syntax_error(source, tokens, caught) from None
    except (AttributeError, TypeError, ValueError):
        # sqlglot's compiled parser trips over some statements that it can't read.
        raise _syntax_error(source, tokens, ParseError("no statement")) from None
    if len(trees) != 1 or trees[0] is None:
        raise _syntax_error(source, tokens, ParseError("expected one statement"))
    return trees[0], shaped


#: How deep parentheses and CASE may be nested in each other. PostgreSQL's own limit is its stack of
#: 2 MB (max_stack_depth), which is a matter of some thousands as well.
_DEEPEST = 3000
#: The same of brackets: an array has at most 6 dimensions.
_DEEPEST_BRACKETS = 12
_DEEPER = {"(": 1, ")": -1, "case": 1, "end": -1}


def _check_depth(source: Source, tokens: Sequence[Token]) -> None:
    """The parser takes stack for each level, and for each bracket it tries two readings."""
    depth = brackets = 0
    for token in tokens:
        if token.kind in ("punct", "name"):
            depth += _DEEPER.get(token.text, 0)
            brackets += (token.text == "[") - (token.text == "]")
            if depth > _DEEPEST or brackets > _DEEPEST_BRACKETS:
                raise error(
                    "syntax-error",
                    "the statement is nested too deeply",
                    Span(source, token.start, token.end),
                    "Split it, for instance with WITH queries.",
                )


def _syntax_error(source: Source, tokens: Sequence[Token], caught: ParseError) -> CodegenError:
    offset = caught.errors[0].get("col") if caught.errors else None
    last = len(tokens) - 1
    index = next((i for i, token in enumerate(tokens) if token.end > (offset or 0)), last)
    if last and index == last - 1 and _continues(tokens[index]):
        index = last
    return syntax_error(source, tokens, index)


def _continues(token: Token) -> bool:
    """Whether a statement can't end with this token."""
    if token.kind == "name":
        return token.text in NOT_TYPES | {"by"} and token.text not in (
            "null",
            "true",
            "false",
            "end",
        )
    return token.kind == "op" or token.text in ("(", "[", ",", ".")


def bare_name(text: str) -> str:
    """A name without the prefix that it has where an opening parenthesis follows it."""
    if text.startswith(CALL):
        return text[len(CALL) :]
    return text[len(GRAMMAR_CALL) :] if text.startswith(GRAMMAR_CALL) else text
