"""Proof by a real PostgreSQL: what was inferred of every query is compared with what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from codegen.diagnostics import CodegenError, Diagnostic, error

if TYPE_CHECKING:
    from codegen.analysis.nodes import AnalysedQuery
    from codegen.postgres.catalog import Catalog
    from codegen.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyResult:
    """How many of the ``total`` queries PostgreSQL describes as inferred, and what it disputes."""

    agreeing: int
    total: int
    diagnostics: tuple[Diagnostic, ...]


def verify(
    schema_sources: Sequence[Source],
    queries: Sequence[AnalysedQuery],
    catalog: Catalog,
    *,
    dsn: str | None = None,
) -> VerifyResult:
    """Applies the schema to a PostgreSQL, has it describe every query, and compares.

    Without ``dsn`` an embedded server is started and thrown away. In the database that ``dsn``
    names nothing is left behind. A server that can't be had is one diagnostic, and then no
    query agrees; so is every schema statement that the server rejects.
    """
    try:
        agreeing, diagnostics = _verify(schema_sources, queries, catalog, dsn)
    except CodegenError as caught:
        agreeing, diagnostics = 0, [caught.diagnostic]
    return VerifyResult(agreeing=agreeing, total=len(queries), diagnostics=tuple(diagnostics))


def _verify(
    sources: Sequence[Source],
    queries: Sequence[AnalysedQuery],
    catalog: Catalog,
    dsn: str | None,
) -> tuple[int, list[Diagnostic]]:
    try:
        # Here, since psycopg can't be imported where there is no libpq: that is the user's to mend.
        from codegen.verify.compare import compare
        from codegen.verify.describe import describe
        from codegen.verify.schema import apply_schema
        from codegen.verify.server import open_database
    except ImportError as cause:
        raise error(
            "verify-unavailable",
            f"psycopg can't be imported: {cause}",
            help="Install it with its libpq: `pip install 'psycopg[binary]'`.",
        ) from cause
    with open_database(dsn) as database:
        diagnostics = apply_schema(database, sources)
        database.set_search_path(catalog.search_path)
        agreeing = 0
        for query, answer in zip(queries, describe(database, queries), strict=True):
            disagreements = compare(query, answer, catalog)
            agreeing += not disagreements
            diagnostics.extend(disagreements)
    return agreeing, diagnostics
