"""``codegen generate``: writes the package."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from codegen.cli import console
from codegen.cli.options import Options, configured, inputs_and_output
from codegen.diagnostics import CodegenError
from codegen.output import Changes, foreign_files, write
from codegen.pipeline import Analysis, analyse_project, generate_package

_NOTHING = "nothing was written"


@click.command()
@inputs_and_output
def generate(
    config: str | None, schema: tuple[str, ...], queries: tuple[str, ...], out: str | None
) -> None:
    """Generate the package, all of it or, if there is an error, nothing.

    Generated files whose source is gone are removed. Files that codegen did not generate are
    neither overwritten nor removed.
    """
    options = Options(config=config, schema=schema, queries=queries, out=out)
    try:
        configuration = configured(options, needs_out=True)
        folder = Path(configuration.out or "")
        analysis = analyse_project(configuration)
        package = generate_package(analysis)
        diagnostics = [*package.diagnostics, *foreign_files(folder, package.files or {})]
        console.tell(diagnostics, _NOTHING)
        if package.files is None or len(diagnostics) > len(package.diagnostics):
            sys.exit(console.FINDINGS)
        changes = write(folder, package.files)
    except CodegenError as caught:
        console.fail(caught, _NOTHING)
    console.say(_told(folder, analysis, changes))


def _told(folder: Path, analysis: Analysis, changes: Changes) -> str:
    queries = len(analysis.queries)
    count = f"{queries} {'query' if queries == 1 else 'queries'}"
    if not changes.written and not changes.removed:
        return f"{folder}: up to date ({count})"
    parts = [f"{len(changes.written)} written"]
    if changes.removed:
        parts.append(f"{len(changes.removed)} removed ({', '.join(changes.removed)})")
    return f"{folder}: {', '.join(parts)} ({count})"
