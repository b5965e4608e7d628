"""Diagnostics as text for people: the place, the reason, the way out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from codegen.diagnostics import Diagnostic, Severity
from codegen.source import Span

_TAB = 4


@dataclass(frozen=True, slots=True)
class Style:
    """Terminal codes; all empty where there is no colour."""

    error: str = ""
    warning: str = ""
    note: str = ""
    frame: str = ""
    bold: str = ""
    off: str = ""

    def of(self, severity: Severity) -> str:
        """The colour of a severity."""
        return {"error": self.error, "warning": self.warning, "note": self.note}[severity.value]


PLAIN = Style()
COLOURED = Style("\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m", "\x1b[1;34m", "\x1b[1m", "\x1b[0m")


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By file and position; what has no place comes first."""
    return sorted(diagnostics, key=_place)


def _place(diagnostic: Diagnostic) -> tuple[str, int]:
    span = diagnostic.span
    return (span.source.path, span.start) if span else ("", 0)


def render(diagnostics: Iterable[Diagnostic], style: Style = PLAIN) -> str:
    """All diagnostics, an empty line after each."""
    return "".join(f"{render_one(one, style)}\n" for one in in_order(diagnostics))


def render_one(diagnostic: Diagnostic, style: Style = PLAIN) -> str:
    """A diagnostic with its excerpts and its help."""
    colour = style.of(diagnostic.severity)
    head = f"{colour}{diagnostic.severity.value}[{diagnostic.code}]{style.off}"
    lines = [f"{head}{style.bold}: {diagnostic.message}{style.off}"]
    spans = [
        span for span in (diagnostic.span, *(label.span for label in diagnostic.labels)) if span
    ]
    gutter = max((len(str(span.position[0])) for span in spans), default=1)
    if diagnostic.span:
        lines += _excerpt(diagnostic.span, "^", "", colour, gutter, style)
    for label in diagnostic.labels:
        lines += _excerpt(label.span, "-", label.text, style.frame, gutter, style)
    if diagnostic.help:
        lines.append(_help(diagnostic.help, gutter, style, framed=bool(spans)))
    return "\n".join(lines) + "\n"


def _help(text: str, gutter: int, style: Style, *, framed: bool) -> str:
    if not framed:
        return f"{style.frame}help{style.off}: {text}"
    bar = " " * (gutter + 1) + f"{style.frame}|{style.off}"
    return f"{bar}\n{' ' * (gutter + 1)}{style.frame}={style.off} help: {text}"


def _excerpt(span: Span, mark: str, text: str, colour: str, gutter: int, style: Style) -> list[str]:
    number, column = span.position
    shown, start, width = _shown_line(span.source.line(number), column, span)
    bar = f"{style.frame}|{style.off}"
    space = " " * gutter
    arrow = f"{style.frame}-->{style.off}" if mark == "^" else f"{style.frame}:::{style.off}"
    label = f" {text}" if text else ""
    return [
        f"{space}{arrow} {span.source.path}:{number}:{column}",
        f"{space} {bar}",
        f"{style.frame}{number:>{gutter}}{style.off} {bar} {shown}".rstrip(),
        f"{space} {bar} {' ' * start}{colour}{mark * width}{label}{style.off}",
    ]


def _shown_line(line: str, column: int, span: Span) -> tuple[str, int, int]:
    """The line as a terminal shows it, and the cell and number of cells of the span in it."""
    inside = max(span.end - span.start, 1)
    before, marked = line[: column - 1], line[column - 1 : column - 1 + inside]
    start = _cells(_expanded(before))
    shown = _expanded(line)
    end = _cells(_expanded(before + marked))
    return shown, start, max(end - start, 1)


def _expanded(text: str) -> str:
    """The text with tabs as spaces, and what would move the cursor as a replacement character."""
    parts: list[str] = []
    cells = 0
    for char in text:
        if char == "\t":
            shown = " " * (_TAB - cells % _TAB)
        else:
            shown = "\ufffd" if unicodedata.category(char) == "Cc" else char
        parts.append(shown)
        cells += _cells(shown)
    return "".join(parts)


def _cells(text: str) -> int:
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """``2 errors, 1 warning``; empty if there is neither."""
    counts = [
        _count(sum(one.severity is severity for one in diagnostics), severity.value)
        for severity in (Severity.ERROR, Severity.WARNING)
    ]
    return ", ".join(count for count in counts if count)


def _count(number: int, noun: str) -> str:
    if not number:
        return ""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
