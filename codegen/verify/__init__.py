"""Proof by a real PostgreSQL: what was inferred of every query is compared with what it says, and
what is claimed of its rows is attacked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from codegen.diagnostics import CodegenError, Diagnostic, Severity, error
from codegen.records import dataclass

if TYPE_CHECKING:
    from codegen.analysis.nodes import AnalysedQuery
    from codegen.postgres.catalog import Catalog
    from codegen.source import Source
    from codegen.verify.attack import Outcome
    from codegen.verify.effort import Effort
    from codegen.verify.server import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyResult:
    """How many of the ``total`` queries PostgreSQL describes as inferred, and what it disputes.

    ``attack`` is what came of attacking their claims; None where that wasn't asked for or was
    impossible.
    """

    agreeing: int
    total: int
    diagnostics: tuple[Diagnostic, ...]
    attack: Outcome | None = None


def verify(
    schema_sources: Sequence[Source],
    queries: Sequence[AnalysedQuery],
    catalog: Catalog,
    *,
    dsn: str | None = None,
    effort: Effort | None = None,
) -> VerifyResult:
    """Applies the schema to a PostgreSQL, has it describe every query, and compares; then attacks
    what is claimed of the queries, if there is an ``effort`` to.

    Without ``dsn`` an embedded server is started and thrown away. In the database that ``dsn``
    names nothing is left behind. A server that can't be had is one diagnostic, and then no
    query agrees; so is every schema statement that the server rejects.
    """
    try:
        return _verify(schema_sources, queries, catalog, dsn, effort)
    except CodegenError as caught:
        return VerifyResult(agreeing=0, total=len(queries), diagnostics=(caught.diagnostic,))


def without_psycopg(cause: ImportError) -> CodegenError:
    """The error where psycopg, or the libpq that it needs, can't be imported."""
    return error(
        "verify-unavailable",
        f"psycopg can't be imported: {cause}",
        None,
        "Install it with its libpq: `pip install 'psycopg[binary]'`.",
    )


def _verify(
    sources: Sequence[Source],
    queries: Sequence[AnalysedQuery],
    catalog: Catalog,
    dsn: str | None,
    effort: Effort | None,
) -> VerifyResult:
    try:
        # Here, since psycopg can't be imported where there is no libpq: that is the user's to mend.
        from codegen.verify.compare import compare
        from codegen.verify.describe import describe
        from codegen.verify.schema import apply_schema
        from codegen.verify.server import open_database
    except ImportError as cause:
        raise without_psycopg(cause) from cause
    with open_database(dsn) as database:
        diagnostics = apply_schema(database, sources)
        database.set_search_path(catalog.search_path)
        agreeing: list[AnalysedQuery] = []
        for query, answer in zip(queries, describe(database, queries), strict=True):
            disagreements = compare(query, answer, catalog)
            diagnostics.extend(disagreements)
            if not disagreements:
                agreeing.append(query)
        attacked, found = _attacked(database, catalog, agreeing, effort)
    return VerifyResult(
        agreeing=len(agreeing),
        total=len(queries),
        diagnostics=(*diagnostics, *found),
        attack=attacked,
    )


def _attacked(
    database: Database,
    catalog: Catalog,
    queries: Sequence[AnalysedQuery],
    effort: Effort | None,
) -> tuple[Outcome | None, list[Diagnostic]]:
    from codegen.verify.attack import attack
    from codegen.verify.findings import diagnostics, unattacked

    if effort is None:
        return None, []
    if database.schema:
        # Tables are named with their schemas: these would be the user's own.
        return None, [_ELSEWHERE]
    outcome = attack(database.connection, catalog, queries, effort)
    return outcome, [*diagnostics(outcome.findings), *unattacked(queries, outcome.seen)]


_ELSEWHERE = Diagnostic(
    code="verify-unattacked",
    message="the claims about NULLs and rows were not attacked: the database has other tables",
    help="Name a role that may create databases, or leave out --dsn for an embedded server.",
    severity=Severity.WARNING,
)
