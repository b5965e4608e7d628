"""PostgreSQL's lexical rules (manual 4.1; src/backend/parser/scan.l) as one pass over a text.

Every token keeps its offsets in the text it came from, so that messages and the rewriting of
markers speak of the user's own characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from codegen.diagnostics import error
from codegen.source import Source, Span
from codegen.sql.escapes import unescape, unescape_unicode


class Token(NamedTuple):
    """A lexical unit.

    ``kind`` is name (a bare word, folded to lower case), quoted (a quoted identifier, without its
    quotes), string (its value, however it was quoted), bits (the digits of B'…' or X'…'), number,
    op (an operator), punct (``( ) [ ] , ; . : :: := ..``), param (a parameter) or end.
    """

    kind: str
    text: str
    start: int
    end: int


# Letters, and all that is not ASCII; in such a form, since the expression with ranges up to
# \U0010ffff takes a hundred times as long to compile.
_START = r"[^\x00-\x40\x5b-\x5e\x60\x7b-\x7f]"
_REST = r"[^\x00-\x23\x25-\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\x7f]"
_IN_TAG = r"[^\x00-\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\x7f]"
_TOKEN = re.compile(
    rf"""
    \s*+(?:--[^\n]*+\s*+)*+
  (?:
    (?P<name>(?![eEbBxXnN]'|[uU]&['"]){_START}{_REST}*)
  | (?P<punct>[()\[\],;]|::|:=|:|\.\.|\.(?![0-9]))
  | (?P<comment>/\*)
  | (?P<escape>[eE]'(?:[^'\\]|\\.|'')*')
  | (?P<unistring>[uU]&'(?:[^']|'')*')
  | (?P<uniquoted>[uU]&"(?:[^"]|"")*")
  | (?P<bits>[bBxX]'[^']*')
  | (?P<string>[nN]?'(?:[^']|'')*')
  | (?P<quoted>"(?:[^"]|"")*")
  | (?P<param>\$[0-9]+)
  | (?P<dollar>\$(?:{_START}{_IN_TAG}*)?\$)
  | (?P<number>0[xX](?:_?[0-9A-Fa-f])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+
      |(?:[0-9](?:_?[0-9])*(?:\.(?!\.)(?:[0-9](?:_?[0-9])*)?)?|\.[0-9](?:_?[0-9])*)(?:[eE][+-]?[0-9](?:_?[0-9])*)?)
  | (?P<op>[-+*/<>=~!@\#%^&|`?]+)
  | (?P<letter>[A-Za-z])
  | (?P<end>\Z)
  )
    """,
    re.VERBOSE | re.DOTALL,
)
_SPACE = re.compile(r"(?:\s+|--[^\n]*)*+")
_COMMENT_EDGE = re.compile(r"/\*|\*/")
_NAME_BYTES = 63
_UESCAPE = re.compile(r"\s*UESCAPE\s*'([^0-9a-fA-F+'\"\s])'", re.IGNORECASE)
#: Operators that end in @: what follows them is an operand and not a parameter's name.
_AT_OPERATORS = frozenset({"<@", "@@", "@@@", "^@", "@-@", "~<@"})
#: A multi-character operator ends in + or - only if it has one of these (manual 4.1.3).
_SIGN_KEEPERS = frozenset("~!@#%^&|`?")
_FOLD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


def tokenize(
    text: str, source: Source | None = None, start: int = 0, end: int | None = None
) -> list[Token]:
    """The tokens of ``text[start:end]``, ending with one of kind end.

    Raises :class:`codegen.diagnostics.CodegenError` on an unterminated string, quoted
    identifier or comment, and on a character that starts no token.
    """
    source = source or Source("<text>", text)
    stop = len(text) if end is None else end
    tokens: list[Token] = []
    position = start
    zero = text.find("\0", start, stop)
    if zero >= 0:
        raise _stray(source, zero)
    match = _TOKEN.match
    append = tokens.append
    new = tuple.__new__
    while True:
        found = match(text, position, stop)
        if found is None:
            raise _stray(source, _past_space(text, position, stop))
        kind = found.lastgroup
        assert kind is not None
        word = found[kind]
        after = found.end()
        position = after - len(word)
        if kind == "name" or kind == "letter":
            append(new(Token, ("name", _FOLDED[word], position, after)))
        elif kind == "punct":
            append(new(Token, (kind, word, position, after)))
        elif kind == "end":
            break
        elif kind == "op":
            after = _operator(text, word, position, stop, tokens)
        elif kind == "param":
            _no_junk(source, position, after, stop, "parameter")
            append(Token("param", word, position, after))
        elif kind == "number":
            _no_junk(source, position, after, stop, "numeric literal")
            append(Token("number", word, position, after))
        elif kind == "comment":
            after = _skip_comment(source, position, stop)
        else:
            after = _quoted(source, kind, word, position, after, stop, tokens)
        position = after
    append(Token("end", "", stop, stop))
    return tokens


def _quoted(
    source: Source, kind: str, word: str, start: int, end: int, stop: int, tokens: list[Token]
) -> int:
    """Adds a token that is quoted in some way; where it ends."""
    if kind == "dollar":
        return _dollar_quoted(source, word, start, stop, tokens)
    if kind in ("uniquoted", "unistring"):
        return _unicode(source, kind, word, start, end, stop, tokens)
    if kind == "quoted":
        tokens.append(Token("quoted", _clipped(word[1:-1].replace('""', '"')), start, end))
    elif kind == "bits":
        tokens.append(Token("bits", word, start, end))
    else:
        _string(source, kind, word, start, end, tokens)
    return end


def _unicode(
    source: Source, kind: str, word: str, start: int, end: int, stop: int, tokens: list[Token]
) -> int:
    """Adds ``U&"…"`` or ``U&'…'``, with the UESCAPE that may follow; where that ends."""
    mark, close = _escape_character(source.text, end, stop)
    quote = word[2]
    raw = word[3:-1].replace(quote * 2, quote)
    value = _decoded(source, start, close, partial(unescape_unicode, raw, mark))
    if kind == "uniquoted":
        tokens.append(Token("quoted", _clipped(value), start, close))
    else:
        tokens.append(Token("string", value, start, close))
    return close


def _string(source: Source, kind: str, raw: str, start: int, end: int, tokens: list[Token]) -> None:
    """Adds a string, or joins it to the one before: strings a newline apart are one (4.1.2.1)."""
    body = raw[raw.index("'") + 1 : -1].replace("''", "'")
    if kind == "escape":
        body = _decoded(source, start, end, partial(unescape, body))
    elif raw[0] in "nN":  # the scanner makes NCHAR 'x' of it
        tokens.append(Token("name", "nchar", start, start + 1))
    last = tokens[-1] if tokens else None
    if (
        last
        and last.kind == "string"
        and kind == "string"
        and "\n" in source.text[last.end : start]
    ):
        tokens[-1] = Token("string", last.text + body, last.start, end)
    else:
        tokens.append(Token("string", body, start, end))


def _clipped(name: str) -> str:
    """A name as far as PostgreSQL keeps it (manual 4.1.1)."""
    if len(name) < _NAME_BYTES // 4:
        return name
    return name.encode()[:_NAME_BYTES].decode(errors="ignore")


class _Folded(dict[str, str]):
    """Names as they are written, each with what PostgreSQL makes of it."""

    def __missing__(self, written: str) -> str:
        self[written] = name = _clipped(written.translate(_FOLD))
        return name


_FOLDED = _Folded()


def _past_space(text: str, position: int, stop: int) -> int:
    found = _SPACE.match(text, position, stop)
    return found.end() if found else position


def _decoded(source: Source, start: int, end: int, decode: Callable[[], str]) -> str:
    """What the escapes of a string or a name stand for."""
    try:
        return decode()
    except ValueError as caught:
        reason = "invalid byte sequence" if isinstance(caught, UnicodeError) else str(caught)
        raise error(
            "syntax-error", reason, Span(source, start, end), "Correct the escape, or double it."
        ) from caught


def _escape_character(text: str, after: int, stop: int) -> tuple[str, int]:
    """The escape character of a U& string or name, and where UESCAPE ends."""
    found = _UESCAPE.match(text, after, stop)
    return (found.group(1), found.end()) if found else ("\\", after)


def _no_junk(source: Source, start: int, after: int, stop: int, what: str) -> None:
    """A number, or a parameter's, must not run into a name."""
    if after < stop and (source.text[after].isalpha() or source.text[after] == "_"):
        raise error(
            "syntax-error",
            f'trailing junk after {what} at or near "{source.text[start : after + 1]}"',
            Span(source, start, after + 1),
            "Put a space between the number and the name.",
        )


def _operator(text: str, run: str, start: int, stop: int, tokens: list[Token]) -> int:
    """Adds the operator that a run of operator characters starts with; returns where it ends."""
    for mark in ("--", "/*"):
        cut = run.find(mark)
        if cut > 0:
            run = run[:cut]
    after = start + len(run)
    if (
        run.endswith("@")
        and len(run) > 1
        and run not in _AT_OPERATORS
        and _starts_name(text, after, stop)
    ):
        run = run[:-1]
    while len(run) > 1 and run[-1] in "+-" and not _SIGN_KEEPERS.intersection(run):
        run = run[:-1]
    tokens.append(Token("op", "<>" if run == "!=" else run, start, start + len(run)))
    return start + len(run)


def _starts_name(text: str, position: int, stop: int) -> bool:
    return position < stop and (text[position].isalpha() or text[position] in '_"')


def _skip_comment(source: Source, start: int, stop: int) -> int:
    depth, position = 0, start
    for edge in _COMMENT_EDGE.finditer(source.text, start, stop):
        if edge.start() < position:
            continue
        position = edge.end()
        depth += 1 if edge.group() == "/*" else -1
        if depth == 0:
            return position
    raise _unterminated("comment", source, start, start + 2, "Close it with `*/`; comments nest.")


def _dollar_quoted(source: Source, tag: str, start: int, stop: int, tokens: list[Token]) -> int:
    body = start + len(tag)
    close = source.text.find(tag, body, stop)
    if close < 0:
        raise _unterminated("dollar-quoted string", source, start, body, f"Close it with `{tag}`.")
    tokens.append(Token("string", source.text[body:close], start, close + len(tag)))
    return close + len(tag)


#: Parameters as templates, shells and other tools have them.
_PLACEHOLDER = re.compile(
    r"\$?\{\{?[ \t]*(?P<braced>[A-Za-z_]\w*)[ \t]*\}\}?|\$(?P<named>[A-Za-z_]\w*)"
)


def _stray(source: Source, position: int) -> Exception:
    char = source.text[position]
    if char == "'" or source.text[position : position + 2].lower() in ("e'", "b'", "x'", "n'"):
        return _unterminated(
            "string", source, position, position + 1, "Close it with a `'`; one inside is doubled."
        )
    if char == '"':
        return _unterminated("quoted name", source, position, position + 1, 'Close it with a `"`.')
    if char == "\\":
        span = Span(source, position, position + 1)
        help = "Commands of psql are no SQL: remove the line."
        return error("syntax-error", 'unexpected character "\\"', span, help)
    placeholder = _PLACEHOLDER.match(source.text, position)
    if placeholder is not None:
        name = placeholder["braced"] or placeholder["named"]
        span = Span(source, *placeholder.span())
        message = f"unexpected character {char!r}"
        return error(
            "syntax-error",
            message,
            span,
            f"A parameter is written @{name}; a template is to be filled first.",
        )
    return error(
        "syntax-error",
        f"unexpected character {char!r}",
        Span(source, position, position + 1),
        "Remove it, or quote it if it belongs to a string or a name.",
    )


def _unterminated(what: str, source: Source, start: int, end: int, help: str) -> Exception:
    return error("syntax-error", f"unterminated {what}", Span(source, start, end), help)
