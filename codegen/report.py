"""Diagnostics as text for people: the place, the reason, the way out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from codegen.diagnostics import Diagnostic, Severity
from codegen.excerpt import Mark, excerpt
from codegen.records import dataclass


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
    marks = [Mark(diagnostic.span, "^", "", colour, style.off)] if diagnostic.span else []
    marks += [Mark(one.span, "-", one.text, style.frame, style.off) for one in diagnostic.labels]
    gutter = max((len(str(mark.lines[1])) for mark in marks), default=1)
    for group in _on_one_line(marks):
        lines += _framed(group, gutter, style)
    if diagnostic.help:
        lines.append(_help(diagnostic.help, gutter, style, framed=bool(marks)))
    return "\n".join(lines) + "\n"


def _on_one_line(marks: Sequence[Mark]) -> list[list[Mark]]:
    """The marks in order, those that can share an excerpt together."""
    groups: list[list[Mark]] = []
    for mark in marks:
        group = next((group for group in groups if _fits(mark, group)), None)
        if group is None:
            groups.append([mark])
        else:
            group.append(mark)
    return groups


def _fits(mark: Mark, group: Sequence[Mark]) -> bool:
    span = mark.span
    return all(
        span.source is other.span.source
        and mark.lines == other.lines
        and mark.lines[0] == mark.lines[1]
        and (span.end <= other.span.start or other.span.end <= span.start)
        for other in group
    )


def _help(text: str, gutter: int, style: Style, *, framed: bool) -> str:
    if not framed:
        return f"{style.frame}help{style.off}: {text}"
    bar = " " * (gutter + 1) + f"{style.frame}|{style.off}"
    return f"{bar}\n{' ' * (gutter + 1)}{style.frame}={style.off} help: {text}"


def _framed(marks: Sequence[Mark], gutter: int, style: Style) -> list[str]:
    span = marks[0].span
    number, column = span.position
    bar = f"{style.frame}|{style.off}"
    space = " " * gutter
    arrow = "-->" if marks[0].char == "^" else ":::"
    lines = [
        f"{space}{style.frame}{arrow}{style.off} {span.source.path}:{number}:{column}",
        f"{space} {bar}",
    ]
    for row, text in excerpt(marks):
        left = space if row is None else f"{style.frame}{row:>{gutter}}{style.off}"
        lines.append(f"{left} {bar} {text}".rstrip())
    return lines


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
