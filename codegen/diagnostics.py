"""Diagnostics: what is wrong with the user's input, as plain values.

A rule that finds a mistake raises :class:`CodegenError`; whoever owns the border of a query or
of a statement catches it and collects its diagnostic, so that one run shows every mistake.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from codegen.records import dataclass

if TYPE_CHECKING:
    from codegen.source import Span


class Severity(StrEnum):
    """How much a diagnostic weighs; only an error stops generation."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Label:
    """A second place that explains a diagnostic."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One mistake: where it is, what is wrong, and how to mend it.

    ``code`` is one of :mod:`codegen.explanations`; ``help`` says what to do about it.
    """

    code: str
    message: str
    span: Span | None = None
    help: str | None = None
    severity: Severity = Severity.ERROR
    labels: tuple[Label, ...] = ()
    query: str | None = None


class CodegenError(Exception):
    """Carries the diagnostic of a mistake in the user's input to the border that collects it."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def error(
    code: str, message: str, span: Span | None, help: str, labels: tuple[Label, ...] = ()
) -> CodegenError:
    """A :class:`CodegenError` with the diagnostic of an error, ready to be raised."""
    return CodegenError(Diagnostic(code=code, message=message, span=span, help=help, labels=labels))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether one of them is an error."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
