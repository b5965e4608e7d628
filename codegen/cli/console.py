"""What commands print: diagnostics, a summary, and the colour of both."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from codegen import report
from codegen.diagnostics import CodegenError, Diagnostic
from codegen.pipeline import has_errors

FINDINGS = 1


def style() -> report.Style:
    """Colours on a terminal, unless the user doesn't want them (no-color.org)."""
    wanted = (
        sys.stderr.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )
    return report.COLOURED if wanted else report.PLAIN


def say(text: str) -> None:
    """Prints a line of progress or result to the standard output."""
    click.echo(text)


def tell(diagnostics: Sequence[Diagnostic], consequence: str = "") -> None:
    """Prints diagnostics and, if there are errors, how many and what follows from them."""
    if not diagnostics:
        return
    colours = style()
    click.echo(report.render(diagnostics, colours), nl=False, err=True)
    follows = f"; {consequence}" if consequence and has_errors(diagnostics) else ""
    text = report.summary(diagnostics)
    if text:
        click.echo(f"{colours.bold}{text}{follows}{colours.off}", err=True)


def fail(caught: CodegenError, consequence: str = "") -> NoReturn:
    """Prints one diagnostic and ends."""
    tell([caught.diagnostic], consequence)
    sys.exit(FINDINGS)
