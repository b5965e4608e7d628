"""What a configuration says, whichever file it was read from."""

from __future__ import annotations

from dataclasses import dataclass, field

from codegen.diagnostics import CodegenError, Diagnostic
from codegen.plan.options import DEFAULT, Options
from codegen.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """One package: where its schema and its queries are, and where it goes.

    ``schema`` and ``queries`` are files, folders or glob patterns. All paths are relative to the
    working directory, as messages name them. ``path`` is the file that said so, if one did, and
    ``out_place`` where it says ``out``. ``name`` tells the packages of one file apart: it is the
    sub-folder of each where one output folder is given for all. ``notes`` are settings of the
    file that have no meaning here. ``schemaless`` packages ask nothing but
    PostgreSQL's own catalogs. ``options`` say how the package is to look.
    """

    schema: tuple[str, ...] = ()
    queries: tuple[str, ...] = ()
    out: str | None = None
    path: str | None = None
    out_place: Span | None = field(default=None, compare=False)
    name: str = ""
    notes: tuple[Diagnostic, ...] = ()
    schemaless: bool = False
    options: Options = DEFAULT


def invalid(message: str, span: Span | None, help: str | None) -> CodegenError:
    """The error for a configuration with a mistake."""
    return CodegenError(Diagnostic(code="config-invalid", message=message, span=span, help=help))
