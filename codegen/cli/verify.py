"""``codegen verify``: does a real PostgreSQL agree?"""

from __future__ import annotations

import sys

import click

from codegen.cli import console
from codegen.cli.options import Options, configured, inputs
from codegen.diagnostics import CodegenError
from codegen.pipeline import analyse_project, has_errors
from codegen.verify import verify as verify_queries


@click.command()
@inputs
@click.option(
    "--dsn",
    metavar="DSN",
    help="A database to ask; nothing is left behind in it. By default an embedded one is started.",
)
def verify(
    config: str | None, schema: tuple[str, ...], queries: tuple[str, ...], dsn: str | None
) -> None:
    """Prove what was inferred: apply the schema to a PostgreSQL and have it describe every query.

    Exits with 1 if it disagrees about a parameter or a column of any query.
    """
    try:
        analysis = analyse_project(
            configured(Options(config=config, schema=schema, queries=queries))
        )
    except CodegenError as caught:
        console.fail(caught)
    result = verify_queries(analysis.schema_sources, analysis.queries, analysis.catalog, dsn=dsn)
    diagnostics = [*analysis.diagnostics, *result.diagnostics]
    console.tell(diagnostics)
    console.say(f"{result.agreeing} of {result.total} queries agree with PostgreSQL")
    if has_errors(diagnostics):
        sys.exit(console.FINDINGS)
