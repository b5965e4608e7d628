"""What a configuration says, whichever file it was read from."""

from __future__ import annotations

from collections.abc import Mapping

from codegen.diagnostics import CodegenError, Diagnostic
from codegen.plan.options import DEFAULT, Options
from codegen.records import dataclass, field, replace
from codegen.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """One package: where its schema and its queries are, and where it goes.

    ``schema`` and ``queries`` are files, folders or glob patterns. All paths are relative to the
    working directory, as messages name them. ``path`` is the file that said so, if one did, and
    ``places`` where, by the key and the path that is its value. ``name`` tells the packages of
    one file apart: it is the sub-folder of each where one output folder is given for all.
    ``notes`` are settings of the file that have no meaning here. ``schemaless`` packages ask
    nothing but PostgreSQL's own catalogs. ``options`` say how the package is to look.
    """

    schema: tuple[str, ...] = ()
    queries: tuple[str, ...] = ()
    out: str | None = None
    path: str | None = None
    name: str = ""
    notes: tuple[Diagnostic, ...] = ()
    schemaless: bool = False
    options: Options = DEFAULT
    places: Mapping[tuple[str, str], Span] = field(
        default_factory=dict[tuple[str, str], Span], compare=False, repr=False
    )

    def pointed(self, diagnostic: Diagnostic, key: str, path: str | None) -> Diagnostic:
        """What is wrong with a path, at the place where the configuration has it; as it is if it
        has a place already, or comes from elsewhere."""
        place = self.places.get((key, path)) if path is not None else None
        return replace(diagnostic, span=place) if place and not diagnostic.span else diagnostic


def invalid(message: str, span: Span | None, help: str | None) -> CodegenError:
    """The error for a configuration with a mistake."""
    return CodegenError(Diagnostic(code="config-invalid", message=message, span=span, help=help))
