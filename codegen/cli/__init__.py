"""The command line: one module per command. Only here is anything printed, and the process ended.

Exit codes: 0 all is well, 1 there are findings, 2 the command was called wrongly, 70 a bug.
"""

from __future__ import annotations

import sys
import traceback

import click

from codegen import __version__
from codegen.cli.check import check
from codegen.cli.generate import generate
from codegen.cli.inspect import inspect
from codegen.cli.verify import verify

#: EX_SOFTWARE of sysexits.h.
_BUG = 70


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="codegen")
def commands() -> None:
    """Typed Python for annotated SQL, with the types that PostgreSQL itself would infer."""


for command in (generate, check, inspect, verify):
    commands.add_command(command)


def main() -> None:
    """Runs the command line; a bug of codegen's ends with a request to report it."""
    try:
        commands(prog_name="codegen")
    except Exception:
        traceback.print_exc()
        click.echo(
            f"\nThis is a bug in codegen {__version__}, not in your SQL. Please report it with\n"
            "the text above and, if you can, the query or the schema that it failed on.",
            err=True,
        )
        sys.exit(_BUG)
