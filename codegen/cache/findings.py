"""Diagnostics as plain data, and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from codegen.diagnostics import Diagnostic, Label, Severity
from codegen.source import Source, Span


def plain(diagnostic: Diagnostic) -> tuple[object, ...]:
    """A diagnostic as plain data; a place is a path with two offsets."""
    return (
        diagnostic.code,
        diagnostic.message,
        _place(diagnostic.span),
        diagnostic.help,
        diagnostic.severity.value,
        tuple((_place(label.span), label.text) for label in diagnostic.labels),
        diagnostic.query,
    )


def _place(span: Span | None) -> tuple[str, int, int] | None:
    return (span.source.path, span.start, span.end) if span else None


def diagnostics(found: Iterable[Any]) -> list[Diagnostic]:
    """Diagnostics out of plain data, with the files that they are about as they are now.

    Raises OSError or UnicodeDecodeError where one can't be read.
    """
    sources: dict[str, Source] = {}
    return [
        Diagnostic(
            code=code,
            message=message,
            span=_span(place, sources),
            help=help,
            severity=Severity(severity),
            labels=tuple(Label(span, text) for at, text in labels if (span := _span(at, sources))),
            query=query,
        )
        for code, message, place, help, severity, labels, query in found
    ]


def _span(place: tuple[str, int, int] | None, sources: dict[str, Source]) -> Span | None:
    if place is None:
        return None
    path, start, end = place
    if path not in sources:
        with open(path, encoding="utf-8-sig", newline="") as file:
            sources[path] = Source(path, file.read())
    return Span(sources[path], start, end)
