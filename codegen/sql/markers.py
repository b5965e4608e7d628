"""Parameters and macros: ``@x``, ``$1``, ``sqlc.arg``, ``sqlc.narg``, ``sqlc.slice``,
``sqlc.embed``.

They are looked for among tokens, and so never found inside comments, strings, quoted names or
dollar quotes. Only their own places in the text are replaced: all other SQL runs as the user wrote
it.
"""

from __future__ import annotations

from collections.abc import Sequence

from codegen.diagnostics import error
from codegen.records import dataclass, field
from codegen.source import Source, Span
from codegen.sql.lexer import Token
from codegen.sql.placeholders import check_placeholder

_MACROS = ("arg", "narg", "slice", "embed")


@dataclass(frozen=True, slots=True)
class Marker:
    """A parameter as the user named it, "" where it has a number only. ``kind`` is arg (also for
    ``@x``), narg, slice, or positional for ``$1``; ``spans`` are the offsets of all its uses."""

    name: str
    number: int
    kind: str
    spans: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Rewriting:
    source: Source
    names: dict[str, int] = field(default_factory=dict)
    kinds: dict[int, str] = field(default_factory=dict)
    spans: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)
    tokens: list[Token] = field(default_factory=list)
    edits: list[tuple[int, int, str]] = field(default_factory=list)
    embeds: dict[int, str] = field(default_factory=dict)

    def number_of(self, name: str) -> int:
        if name not in self.names:
            number = len(self.names) + 1
            while number in self.taken:
                number += 1
            self.names[name] = number
            self.taken.add(number)
        return self.names[name]

    def use(self, number: int, kind: str, start: int, end: int) -> None:
        """Notes a use of a parameter and emits its token and its placeholder."""
        if self.kinds.get(number, "arg") in ("arg", "positional"):
            self.kinds[number] = kind
        self.spans.setdefault(number, []).append((start, end))
        self.tokens.append(Token("param", str(number), start, end))
        self.edits.append((start, end, f"${number}"))


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A statement whose markers are read. In ``tokens`` each parameter is a token of kind param,
    with its number as text; in ``sql`` it is ``$n``. ``embeds`` are the aliases of embedded tables,
    by the offset of their macro."""

    tokens: list[Token]
    sql: str
    markers: tuple[Marker, ...]
    embeds: dict[int, str]


#: Kinds of tokens that are what they are, but for a word that a macro begins with.
_VALUES = frozenset({"name", "quoted", "string", "number", "bits"})


def rewrite(source: Source, tokens: Sequence[Token]) -> Rewritten:
    """Reads the markers among the tokens of one statement (without the end token).

    Parameters are numbered in the order of their first use. Raises CodegenError with code
    unknown-macro for a ``sqlc.`` call that is no macro or has other arguments than one name.
    """
    work = _Rewriting(source)
    work.taken.update(int(token.text[1:]) for token in tokens if token.kind == "param")
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.kind in _VALUES and token.text != "sqlc":
            work.tokens.append(token)
            index += 1
        else:
            index = _step(work, tokens, index)
    start, end = (tokens[0].start, tokens[-1].end) if tokens else (0, 0)
    names = {number: name for name, number in work.names.items()}
    markers = tuple(
        Marker(names.get(number, ""), number, work.kinds[number], tuple(work.spans[number]))
        for number in sorted(work.spans)
    )
    return Rewritten(
        [*work.tokens, Token("end", "", end, end)],
        _edited(source.text, start, end, work.edits),
        markers,
        work.embeds,
    )


def _edited(text: str, start: int, end: int, edits: list[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    for edit_start, edit_end, replacement in sorted(edits):
        parts += text[start:edit_start], replacement
        start = edit_end
    return "".join([*parts, text[start:end]])


def _step(work: _Rewriting, tokens: Sequence[Token], index: int) -> int:
    token = tokens[index]
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    check_placeholder(work.source, tokens, index)
    if token.kind == "param":
        work.use(int(token.text[1:]), "positional", token.start, token.end)
        return index + 1
    if (
        token.text == "@"
        and token.kind == "op"
        and after
        and after.kind in ("name", "quoted")
        and after.start == token.end
    ):
        work.use(work.number_of(_name(work, after)), "arg", token.start, after.end)
        return index + 2
    if token.kind == "name" and token.text == "sqlc" and after and after.text == ".":
        return _macro(work, tokens, index)
    work.tokens.append(token)
    return index + 1


def _macro(work: _Rewriting, tokens: Sequence[Token], index: int) -> int:
    parts = tokens[index : index + 6]
    macro, argument = _checked(work, parts)
    if macro == "embed":
        _embed(work, parts, argument)
        return index + 6
    name = _name(work, argument)
    if macro != "slice":
        work.use(work.number_of(name), macro, parts[0].start, parts[5].end)
        return index + 6
    if _is_in_list(tokens, index):
        _list(work, tokens, index, name)
        return index + 7
    _slice(work, tokens, index, name)
    return index + 6


def _checked(work: _Rewriting, parts: Sequence[Token]) -> tuple[str, Token]:
    """The macro and its argument in ``sqlc.macro(argument)``, of which these are the tokens."""
    span = Span(work.source, parts[0].start, parts[-1].end)
    named = len(parts) > 2 and parts[2].kind == "name" and parts[2].text in _MACROS
    one = [part.text for part in parts[3::2]] == ["(", ")"]
    if named and one and parts[4].kind in ("name", "quoted", "string"):
        return parts[2].text, parts[4]
    if named and len(parts) > 3:
        macro = parts[2].text
        message = f"sqlc.{macro} takes one name"
        raise error("unknown-macro", message, span, f"Write `sqlc.{macro}(name)`.")
    raise _unknown(parts, span)


def _name(work: _Rewriting, token: Token) -> str:
    """A parameter's name as it is written, in lower or upper case."""
    return work.source.text[token.start : token.end] if token.kind == "name" else token.text


def _unknown(parts: Sequence[Token], span: Span) -> Exception:
    import difflib

    written = parts[2].text if len(parts) > 2 else ""
    near = difflib.get_close_matches(written, _MACROS, 1)
    hint = f"Did you mean `sqlc.{near[0]}`? " if near else ""
    return error(
        "unknown-macro",
        f"sqlc.{written} is not a macro",
        span,
        f"{hint}There are sqlc.arg, sqlc.narg, sqlc.slice and sqlc.embed.",
    )


def _embed(work: _Rewriting, parts: Sequence[Token], argument: Token) -> None:
    start, end = parts[0].start, parts[5].end
    work.embeds[start] = argument.text
    name = Token("quoted" if argument.kind != "name" else "name", argument.text, start, end)
    work.tokens += [name, Token("punct", ".", start, end), Token("op", "*", start, end)]
    written = work.source.text[argument.start : argument.end]
    text = argument.text if argument.kind == "string" else written
    work.edits.append((start, end, f"{text}.*"))


def _is_in_list(tokens: Sequence[Token], index: int) -> bool:
    """Whether the macro that starts here is all that is in an ``IN (…)``."""
    return (
        index > 1
        and tokens[index - 1].text == "("
        and tokens[index - 2].kind == "name"
        and tokens[index - 2].text == "in"
        and index + 6 < len(tokens)
        and tokens[index + 6].text == ")"
    )


def _slice(work: _Rewriting, tokens: Sequence[Token], index: int, name: str) -> None:
    """``sqlc.slice(ids)`` elsewhere than in IN: an array. Beside an operator it can't be meant so,
    unless it has a type of its own."""
    is_cast = index + 6 < len(tokens) and tokens[index + 6].text == "::"
    if index and tokens[index - 1].kind == "op" and not is_cast:
        span = Span(work.source, tokens[index].start, tokens[index + 5].end)
        help = f"Write `IN (sqlc.slice({name}))`."
        raise error("unknown-macro", "sqlc.slice is a list of values", span, help)
    work.use(work.number_of(name), "slice", tokens[index].start, tokens[index + 5].end)


def _list(work: _Rewriting, tokens: Sequence[Token], index: int, name: str) -> None:
    """``x IN (sqlc.slice(ids))`` is ``x = ANY($1)``: PostgreSQL takes the list as one array."""
    number = work.number_of(name)
    del work.tokens[-2:]
    negated = bool(work.tokens) and work.tokens[-1].kind == "name" and work.tokens[-1].text == "not"
    if negated:
        work.tokens.pop()
    first = tokens[index - 3 if negated else index - 2]
    last = tokens[index + 6]
    at = tokens[index].start
    work.tokens.append(Token("op", "<>" if negated else "=", first.start, first.end))
    work.tokens.append(Token("name", "all" if negated else "any", first.start, first.end))
    work.tokens.append(Token("punct", "(", at, at))
    work.use(number, "slice", at, tokens[index + 5].end)
    work.edits.pop()
    work.tokens.append(Token("punct", ")", last.start, last.end))
    call = f"<> ALL(${number})" if negated else f"= ANY(${number})"
    work.edits.append((first.start, last.end, call))
