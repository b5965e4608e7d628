"""``codegen pull``: the schema of a live database, into the schema file."""

from __future__ import annotations

import sys
from glob import has_magic
from pathlib import Path

import click

from codegen.cli.configured import Options, configured_file
from codegen.cli.console import FINDINGS, Console
from codegen.config import shown
from codegen.diagnostics import CodegenError, error, has_errors
from codegen.output import write_over
from codegen.schema import load
from codegen.source import Source
from codegen.verify.dump import MARK, dump_schema


@click.command()
@click.option("--dsn", metavar="DSN", required=True, help="The database; it is only read.")
@click.option("--config", metavar="FILE", help="The configuration; by default the nearest.")
@click.option(
    "--schema",
    metavar="FILE",
    help="The file to write; by default the schema file of the configuration.",
)
@click.option("--pg-dump", metavar="PROGRAM", help="The pg_dump to use; by default the first.")
@click.option("--force", is_flag=True, help="Write over a file that was not pulled.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def pull(
    dsn: str,
    config: str | None,
    schema: str | None,
    pg_dump: str | None,
    force: bool,
    quiet: bool,
) -> None:
    """Write the schema of a database into the schema file, with pg_dump.

    For projects whose migrations aren't SQL, such as Alembic's or Django's. A file that was
    pulled before is written anew; any other only with --force.
    """
    console = Console(quiet=quiet)
    try:
        path = Path(schema) if schema else _schema_file(config)
        _refuse_foreign(path, force)
        text = dump_schema(dsn, pg_dump)
        _, diagnostics = load([Source(shown(path), text)])
        changed = write_over(path, text)
    except CodegenError as caught:
        console.fail(caught, "nothing was written")
    console.tell(diagnostics)
    console.say(f"{shown(path)}: {'written' if changed else 'up to date'}")
    if has_errors(diagnostics):
        sys.exit(FINDINGS)


def _schema_file(config: str | None) -> Path:
    """The one file that the configuration names as its schema."""
    names = {name for one in configured_file(Options(config=config)) for name in one.schema}
    if len(names) == 1:
        (name,) = names
        if not has_magic(name) and not Path(name).is_dir():
            return Path(name)
    raise click.UsageError("the configuration doesn't name one schema file: give --schema FILE.")


def _refuse_foreign(path: Path, force: bool) -> None:
    try:
        if force or not path.exists() or path.read_bytes().startswith(MARK.encode()):
            return
    except OSError as caught:
        message = f"{shown(path)}: {caught.strerror}"
        raise error("file-unreadable", message, None, "Give another file by --schema.") from caught
    raise error(
        "file-foreign",
        f"{shown(path)} was not pulled from a database",
        None,
        "Give another file by --schema, or write over it with --force.",
    )
