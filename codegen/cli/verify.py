"""``codegen verify``: does a real PostgreSQL agree?"""

from __future__ import annotations

import sys

import click

from codegen.cli.console import FINDINGS, Console
from codegen.cli.options import Options, configured, inputs, reporting
from codegen.diagnostics import CodegenError, Diagnostic
from codegen.pipeline import analyse_project, has_errors
from codegen.verify import verify as verify_queries


@click.command()
@inputs
@reporting
@click.option(
    "--dsn",
    metavar="DSN",
    help="A database to ask; nothing is left behind in it. By default an embedded one is started.",
)
def verify(
    config: str | None,
    schema: tuple[str, ...],
    queries: tuple[str, ...],
    dsn: str | None,
    form: str,
    quiet: bool,
) -> None:
    """Prove what was inferred: apply the schema to a PostgreSQL and have it describe every query.

    Exits with 1 if it disagrees about a parameter or a column of any query.
    """
    console = Console(form, quiet)
    options = Options(config=config, schema=schema, queries=queries)
    try:
        analyses = [analyse_project(one) for one in configured(options)]
    except CodegenError as caught:
        console.fail(caught)
    diagnostics: list[Diagnostic] = []
    agreeing = total = 0
    for one in analyses:
        result = verify_queries(one.schema_sources, one.queries, one.catalog, dsn=dsn)
        diagnostics += [*one.diagnostics, *result.diagnostics]
        agreeing += result.agreeing
        total += result.total
    console.tell(list(dict.fromkeys(diagnostics)))
    console.say(f"{agreeing} of {total} queries agree with PostgreSQL")
    if has_errors(diagnostics):
        sys.exit(FINDINGS)
