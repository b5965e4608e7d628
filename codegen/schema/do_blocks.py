"""DO blocks: DDL in PL/pgSQL, as migrations have it that may run more than once.

What runs unconditionally counts as if it stood outside, and so does what stands under a condition
that holds. Where that isn't known of an EXISTS, and where an exception handler guards, it counts
where it can be done: that is what such a guard is for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from codegen.diagnostics import Severity
from codegen.schema.cursor import Cursor
from codegen.schema.do_conditions import answer
from codegen.schema.do_statements import Statement, When, read
from codegen.schema.state import State, let_pass, warn
from codegen.source import Span
from codegen.sql.lexer import Token, tokenize

Apply = Callable[[State, Sequence[Token]], None]

_DDL = frozenset(["create", "alter", "drop", "comment"])


def do_block(state: State, cursor: Cursor) -> None:
    """DO: the DDL of a block of PL/pgSQL."""
    from codegen.schema.statements import apply

    body = next((token for token in cursor.tokens if token.kind == "string"), None)
    words = [token.text for token in cursor.tokens]
    language = words[words.index("language") + 1] if "language" in words else "plpgsql"
    if body is None or language != "plpgsql":
        return
    _run(state, read(_inside(state, body)), apply)


def _inside(state: State, body: Token) -> list[Token]:
    """The tokens of a block, by their places in the file."""
    text = state.source.text
    quote = text.index("$", body.start + 1) + 1 - body.start if text[body.start] == "$" else 1
    return tokenize(text, state.source, body.start + quote, body.end - quote)


def _run(state: State, statements: Iterable[Statement], apply: Apply) -> None:
    """Applies the statements in turn, up to a RETURN; after one that may be done, all are in
    doubt. After EXECUTE of a text that is made at run time, what can't be done is a warning."""
    doubtful = False
    made_up = None
    for statement in statements:
        when = _when(state, statement)
        first = statement.tokens[0].text
        if first == "return" and when == "always":
            break
        if first == "return":
            doubtful = doubtful or when != "never"
            continue
        when = "possible" if doubtful and when == "always" else when
        if first == "execute":
            texts = _executed(state, statement)
            if texts is None and when != "never" and made_up is None:
                made_up = len(state.diagnostics)
            for tokens in texts or ():
                _apply(state, tokens, when, apply)
        else:
            _apply(state, statement.tokens, when, apply)
    _forgive(state, len(state.diagnostics) if made_up is None else made_up)


def _executed(state: State, statement: Statement) -> list[list[Token]] | None:
    """The statements of EXECUTE with a plain text; None where it is computed."""
    match statement.tokens:
        case [_, Token(kind="string") as text, Token(kind="end")]:
            return _split(_inside(state, text)) if _is_verbatim(state, text) else None
        case _:
            return None


def _split(tokens: list[Token]) -> list[list[Token]]:
    from codegen.schema.statements import statements

    return [list(one) for one in statements(tokens) if len(one) > 1]


def _is_verbatim(state: State, text: Token) -> bool:
    """Whether what stands between the quotes is the text itself, without escapes."""
    written = state.source.text[text.start : text.end]
    return written.startswith("$") or written[1:-1] == text.text


def _forgive(state: State, start: int) -> None:
    """Makes warnings of the mistakes from there on."""
    told = state.diagnostics[start:]
    del state.diagnostics[start:]
    for one in told:
        if one.severity is Severity.ERROR:
            let_pass(state, one, "a text that is made at run time may have seen to that")
        else:
            state.diagnostics.append(one)


def _when(state: State, statement: Statement) -> When:
    """When the statement runs, now that it is reached."""
    found: When = statement.when
    for condition, wanted in statement.guards:
        if condition.answer is None:
            condition.answer = answer(state, condition.tokens)
        # An ELSE of what may be is what is done where the object is there already.
        if condition.answer == ("no" if wanted else "yes") or (
            condition.answer == "possible" and not wanted
        ):
            return "never"
        if condition.answer == "unknown" or found == "unknown":
            found = "unknown"
        elif condition.answer == "possible":
            found = "possible"
    return found


def _apply(state: State, tokens: Sequence[Token], when: When, apply: Apply) -> None:
    first = tokens[0]
    if when == "never" or first.text not in _DDL:
        return
    if when == "unknown":
        last = tokens[min(2, len(tokens) - 2)]
        warn(
            state,
            f"{first.text.upper()} under a condition that is not understood has no effect here",
            Span(state.source, first.start, last.end),
            "If it shapes what the queries use, write it outside of the DO block.",
        )
        return
    before = len(state.diagnostics)
    apply(state, tokens)
    if when == "possible":
        kept = [one for one in state.diagnostics[before:] if one.severity is not Severity.ERROR]
        state.diagnostics[before:] = kept
