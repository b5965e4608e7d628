"""What to say of a file that is not TOML: the place, the reason, the usual way out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from codegen.diagnostics import CodegenError, Diagnostic, Label
from codegen.records import dataclass
from codegen.source import Source, Span

_LINE = "A line is `key = value`, `[table]` or `# comment`."
#: What a value without quotes is likely to stand for in another language.
_WORDS = {
    "True": "Write true.",
    "False": "Write false.",
    "yes": "Write true.",
    "no": "Write false.",
    "null": "TOML has no null: leave the key out.",
    "None": "TOML has no null: leave the key out.",
}
_VALUE = re.compile(r"[^,\]}#\n]*[^,\]}#\s]|")
_CLOSED = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*')
_KEY = re.compile(r"[ \t]*(\[{0,2}[\w.\"' \t-]*[\w\"'-]\]{0,2})")


@dataclass(frozen=True, slots=True)
class _Reason:
    """A reason with its place; ``first`` is what it clashes with."""

    text: str
    start: int
    end: int
    help: str
    first: Label | None = None


def not_toml(source: Source, told: str) -> CodegenError:
    """The error for a text of which :mod:`tomllib` has told this."""
    at = _offset(source, told)
    said = re.sub(r" \(at .*\)$", "", told)
    find = next((find for start, find in _REASONS if re.match(start, said)), None)
    reason = find(source, at) if find else _Reason(said, at, at + 1, _LINE)
    return CodegenError(
        Diagnostic(
            code="config-invalid",
            message=f"this is not TOML: {reason.text}",
            span=Span(source, reason.start, reason.end),
            help=reason.help,
            labels=(reason.first,) if reason.first else (),
        )
    )


def _offset(source: Source, told: str) -> int:
    found = re.search(r"at line (\d+), column (\d+)", told)
    if found is None:
        return len(source.text.rstrip())
    return source.line_starts()[int(found[1]) - 1] + int(found[2]) - 1


def _string(source: Source, at: int) -> _Reason:
    """The quote that nothing closes: of a text over several lines, or else on the line."""
    for quotes in ('"""', "'''"):
        if source.text.count(quotes, 0, at) % 2:
            start = source.text.rindex(quotes, 0, at)
            return _Reason("a text is never closed", start, start + 3, f"Close it with {quotes}.")
    start = _line_start(source, at)
    rest = _CLOSED.sub(lambda found: " " * len(found[0]), source.text[start:at])
    quote = re.search(r"[\"']", rest)
    start = start + quote.start() if quote else at
    help = f"Close it with {source.text[start : start + 1]} on the same line."
    return _Reason("a text is never closed", start, start + 1, help)


def _line_start(source: Source, at: int) -> int:
    return source.text.rfind("\n", 0, at) + 1


def _value(source: Source, at: int) -> _Reason:
    found = _VALUE.match(source.text, at)
    value = found[0] if found else ""
    if not value:
        return _Reason("a value is missing", at, at + 1, 'Write one, such as `key = "…"`.')
    bare = value.strip("“”„‘’`")
    help = _WORDS.get(
        value, f"Texts are in straight quotes: {json.dumps(bare, ensure_ascii=False)}."
    )
    return _Reason(f"{value} is no value", at, at + len(value), help)


def _equals(source: Source, at: int) -> _Reason:
    help = "YAML writes `key: value`; TOML `key = value`."
    return _Reason("= is missing after a key", at, at + 1, help if _is(source, at, ":") else _LINE)


def _line_end(source: Source, at: int) -> _Reason:
    help = "Remove the comma." if _is(source, at, ",") else "Begin a new line here, or remove it."
    return _Reason("the line should end here", at, at + 1, help)


def _is(source: Source, at: int, text: str) -> bool:
    return source.text.startswith(text, at)


def _twice(source: Source, at: int) -> _Reason:
    start = _line_start(source, at)
    key = _KEY.match(source.text, start)
    if key is None:
        return _Reason("a key is there twice", at, at + 1, "Remove one of the two.")
    text = f"{key[1]} is there twice"
    first = re.search(rf"^[ \t]*({re.escape(key[1])})", source.text[:start], re.MULTILINE)
    label = Label(Span(source, *first.span(1)), "the first one is here") if first else None
    help = "Remove one of the two, or make a list or one table of both."
    return _Reason(text, *key.span(1), help, label)


def _twice_inside(source: Source, at: int) -> _Reason:
    return _Reason("a key is there twice in { }", at, at + 1, "Remove one of the two.")


def _list(source: Source, at: int) -> _Reason:
    start = source.text.rfind("[", 0, at)
    label = Label(Span(source, start, start + 1), "the list begins here")
    help = "Put a comma between two items, and ] after the last."
    return _Reason("a comma or ] is missing", at, at + 1, help, label)


def _table(source: Source, at: int) -> _Reason:
    start = source.text.rfind("{", 0, at)
    label = Label(Span(source, start, start + 1), "the table begins here")
    help = "Write all of it on one line, with a comma between two entries and } after the last."
    return _Reason("a comma or } is missing", at, at + 1, help, label)


def _backslash(source: Source, at: int) -> _Reason:
    start = source.text.rfind("\\", 0, at + 1)
    help = "Write / instead, or put the text in single quotes, in which a backslash is one."
    return _Reason("a backslash in double quotes begins an escape", start, start + 2, help)


def _header(source: Source, at: int) -> _Reason:
    start = source.text.rfind("[", 0, at)
    return _Reason("the name of a table is never closed", start, at, "Close it with ].")


def _statement(source: Source, at: int) -> _Reason:
    is_json = source.text.lstrip().startswith("{")
    help = (
        "This looks like JSON; TOML has `key = value` lines without braces." if is_json else _LINE
    )
    return _Reason("here a key is expected", at, at + 1, help)


#: How tomllib's messages begin, and what makes ours of them.
_REASONS: tuple[tuple[str, Callable[[Source, int], _Reason]], ...] = (
    (r"Illegal character '\\n'|Unterminated string|Expected [\"']['\"]", _string),
    (r"Invalid value", _value),
    (r"Expected '=' after", _equals),
    (r"Expected newline or end", _line_end),
    (r"Cannot (?:overwrite|declare|mutate)", _twice),
    (r"Duplicate inline table key", _twice_inside),
    (r"Unclosed array", _list),
    (r"Unclosed inline table", _table),
    (r"Unescaped '\\' in a string|Invalid hex value|Escaped character", _backslash),
    (r"Expected '\]", _header),
    (r"Invalid (?:statement|initial character)", _statement),
)
