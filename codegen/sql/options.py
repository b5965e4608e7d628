"""The comment lines under an annotation: documentation, and options such as ``-- @one``."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection

from codegen.diagnostics import Diagnostic
from codegen.records import dataclass
from codegen.source import Source, Span

#: The options, each with what follows it.
OPTIONS: dict[str, str] = {
    "nullable": "columns or @parameters that may be NULL",
    "notnull": "columns or @parameters that are never NULL",
    "one": "nothing: there is at most one row",
    "ignore": "rules of `codegen vet` that this query is spared",
    "row": "the name of a class for the rows, which several queries may share",
}
#: sqlc's own, which say nothing to a generator.
_PASSED_OVER = frozenset({"sqlc-vet-disable"})
#: What lines of documentation begin with in the manner of Javadoc, JSDoc and Doxygen. (sqlc has
#: @param for a parameter's type, which is inferred.)
_TAGS = frozenset(
    """author brief deprecated desc description details example note param params remark remarks
    return returns see since summary throws todo version warning""".split()
)
_LINE = re.compile(r"@(?P<word>[A-Za-z_][A-Za-z0-9_-]*)(?:[ \t]+(?P<rest>.*))?$")


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a query: its name, what follows, and the place of both."""

    name: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Comments:
    """What the comment lines under an annotation say; ``mistakes`` are options that are none."""

    lines: tuple[str, ...]
    options: tuple[Option, ...]
    mistakes: tuple[Diagnostic, ...]


def read_comments(source: Source, start: int, end: int, parameters: Collection[str]) -> Comments:
    """Reads the comment lines between two offsets.

    A line that begins with ``@word`` is an option, unless the query has a parameter of this name:
    then it says something about the parameter. Tags such as ``@param`` are documentation.
    """
    lines: list[str] = []
    options: list[Option] = []
    mistakes: list[Diagnostic] = []
    for raw in source.text[start:end].splitlines(keepends=True):
        text = raw.strip()
        place = start + raw.index(text) if text else start
        start += len(raw)
        if not text.startswith("--"):
            continue
        found = _LINE.match(text[2:].strip())
        if found is None or _is_documentation(found, parameters):
            lines.append(text[2:].removeprefix(" ").rstrip())
            continue
        option = Option(found["word"], found["rest"] or "", Span(source, place, place + len(text)))
        if option.name in OPTIONS:
            options.append(option)
        elif option.name not in _PASSED_OVER:
            mistakes.append(_unknown(option))
    return Comments(_trimmed(lines), tuple(options), tuple(mistakes))


def _is_documentation(found: re.Match[str], parameters: Collection[str]) -> bool:
    """Whether a line says something about a parameter, or about the query as a tag has it."""
    if found["word"] == "one" and not found["rest"]:
        return False
    return found["word"] in parameters or found["word"] in _TAGS


def _unknown(option: Option) -> Diagnostic:
    near = difflib.get_close_matches(option.name, OPTIONS, 1)
    known = ", ".join(f"@{name}" for name in OPTIONS)
    hint = f"Did you mean @{near[0]}?" if near else f"The options are {known}."
    return Diagnostic(
        code="option-unknown",
        message=f"there is no option @{option.name}",
        span=option.span,
        help=f"{hint} A line of documentation can't begin with @.",
    )


def _trimmed(lines: list[str]) -> tuple[str, ...]:
    """The lines without the empty ones before and after."""
    filled = [index for index, line in enumerate(lines) if line]
    return tuple(lines[filled[0] : filled[-1] + 1]) if filled else ()
