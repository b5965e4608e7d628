"""``codegen generate``: writes the package."""

from __future__ import annotations

import sys

import click

from codegen.cli.configured import Options
from codegen.cli.console import FINDINGS, Console
from codegen.cli.generating import generated, generated_again
from codegen.cli.options import caching, inputs_and_output, reporting


@click.command()
@inputs_and_output
@reporting
@caching
@click.option("--watch", "watched", is_flag=True, help="Go on: again whenever an input changes.")
def generate(
    config: str | None,
    schema: tuple[str, ...],
    queries: tuple[str, ...],
    out: str | None,
    form: str,
    quiet: bool,
    verbose: bool,
    uncached: bool,
    watched: bool,
) -> None:
    """Generate the package, all of it or, if there is an error, nothing.

    Generated files whose source is gone are removed. Files that codegen did not generate are
    neither overwritten nor removed.
    """
    console = Console(form, quiet, verbose)
    options = Options(config=config, schema=schema, queries=queries, out=out)
    if watched:
        generated_again(options, console, uncached)
    elif not generated(options, console, uncached):
        sys.exit(FINDINGS)
