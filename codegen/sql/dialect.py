"""sqlglot, configured: the only module that calls its parser."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import ErrorLevel, exp
from sqlglot.dialects.postgres import Postgres
from sqlglot.errors import ParseError

from codegen.diagnostics import CodegenError, error
from codegen.source import Source, Span
from codegen.sql.clause_order import check_order
from codegen.sql.foreign_clauses import check_foreign, check_limit
from codegen.sql.lexer import Token
from codegen.sql.recogniser import unexpected
from codegen.sql.shape import CALL, GRAMMAR_CALL, Shaped, shape
from codegen.sql.syntax_errors import syntax_error

_DIALECT = Postgres()
# Else subscripts are counted from 0, and expressions in them rewritten to that end.
_DIALECT.INDEX_OFFSET = 0  # pyright: ignore[reportAttributeAccessIssue]


def parse(source: Source, tokens: Sequence[Token]) -> tuple[exp.Expr, Shaped]:
    """The syntax tree of one statement, whose tokens end with an end token.

    Raises CodegenError with code syntax-error where PostgreSQL's grammar has no such statement,
    unsupported where sqlglot's hasn't, and RecursionError where the stack is too small (see
    :mod:`codegen.stack`).
    """
    _check_depth(source, tokens)
    wrong = unexpected(tokens)
    if wrong is not None:
        check_limit(source, tokens)
        check_foreign(source, tokens)
        check_order(source, tokens)
        joins = any(token.text == "join" for token in tokens[: wrong.index])
        lacks_condition = wrong.without_condition and joins
        help = "A join needs ON or USING: add `ON …`." if lacks_condition else None
        raise syntax_error(source, tokens, wrong.index, sure=help)
    shaped = shape(tokens)
    try:
        parser = _DIALECT.parser(error_level=ErrorLevel.IMMEDIATE)
        trees = parser.parse(shaped.tokens, source.text)
    except ParseError as caught:
        place = caught.errors[0].get("col") if caught.errors else None
        raise _unread(source, tokens, place or 0) from None
    except (AttributeError, TypeError, ValueError):
        # sqlglot's compiled parser trips over some statements that it can't read.
        raise _unread(source, tokens, 0) from None
    if len(trees) != 1 or trees[0] is None:
        raise _unread(source, tokens, 0)
    return trees[0], shaped


def _unread(source: Source, tokens: Sequence[Token], offset: int) -> CodegenError:
    """The error for a statement that is one of PostgreSQL's and that sqlglot can't read."""
    token = next((one for one in tokens if one.end > offset), tokens[-1])
    return error(
        "unsupported",
        "codegen can't read this statement, though PostgreSQL can",
        Span(source, token.start, max(token.end, token.start + 1)),
        "Write it in another way, and please report it.",
    )


#: How deep parentheses and CASE may be nested in each other. PostgreSQL's own limit is its stack of
#: 2 MB (max_stack_depth), which is a matter of some thousands as well.
_DEEPEST = 3000
#: The same of brackets: an array has at most 6 dimensions.
_DEEPEST_BRACKETS = 12
_DEEPER = {"(": 1, ")": -1, "case": 1, "end": -1}


def _check_depth(source: Source, tokens: Sequence[Token]) -> None:
    """Refuses what is nested too deeply: the parser takes stack for each level, and reads what is
    in a square bracket twice, in an inner one four times, and so on."""
    brackets = source.text.count("[", tokens[0].start, tokens[-1].end)
    if len(tokens) <= _DEEPEST and brackets <= _DEEPEST_BRACKETS:
        return
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


def bare_name(text: str) -> str:
    """A name without the prefix by which shaping marks the names of called functions."""
    if text.startswith(CALL):
        return text[len(CALL) :]
    return text[len(GRAMMAR_CALL) :] if text.startswith(GRAMMAR_CALL) else text
