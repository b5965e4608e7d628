"""What commands print: diagnostics, a summary, and the colour of both."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn, TextIO

from codegen import report
from codegen.diagnostics import CodegenError, Diagnostic, has_errors
from codegen.records import dataclass

FINDINGS = 1


def style(stream: TextIO | None = None) -> report.Style:
    """Colours on a terminal, as far as the user's environment doesn't say otherwise; ``stream`` is
    the standard error unless it is given.

    A variable counts if it isn't empty: ``NO_COLOR`` (no-color.org), then ``FORCE_COLOR``
    (force-color.org), which is for pipes to what shows colours.
    """
    if os.environ.get("NO_COLOR"):
        return report.PLAIN
    if os.environ.get("FORCE_COLOR"):
        return report.COLOURED
    wanted = (stream or sys.stderr).isatty() and os.environ.get("TERM") != "dumb"
    return report.COLOURED if wanted else report.PLAIN


def _is_watched(console: Console) -> bool:
    """Whether somebody sees the standard error while it is written."""
    dumb = os.environ.get("TERM") == "dumb"
    return sys.stderr.isatty() and not dumb and not console.quiet and console.form == "text"


@dataclass(frozen=True, slots=True)
class Console:
    """How a command was asked to speak: in which format, and whether only of what is wrong.

    Diagnostics as text go to the standard error, those for programs to the standard output, from
    which everything else then stays away.
    """

    form: str = "text"
    quiet: bool = False
    verbose: bool = False

    def say(self, text: str) -> None:
        """Prints a line of progress or result."""
        if not self.quiet:
            print(text, file=sys.stdout if self.form == "text" else sys.stderr, flush=True)

    def detail(self, text: str) -> None:
        """Prints a line of what is done, where that was asked for."""
        if self.verbose:
            print(text, file=sys.stderr)

    def wipe(self) -> None:
        """Clears the terminal, if somebody sees one."""
        if sys.stdout.isatty() and _is_watched(self):
            print("\x1b[2J\x1b[H", end="", flush=True)

    def progress(self, what: str) -> Callable[[float], None]:
        """What shows the share of some work that is done: on a terminal only, where it is written
        over again and again, and nothing stays of it."""
        shown = -1

        def show(share: float) -> None:
            nonlocal shown
            percent = int(share * 100)
            if percent != shown and _is_watched(self):
                shown = percent
                print(f"\r{what}: {percent} %", end="", file=sys.stderr, flush=True)

        return show

    def clear(self) -> None:
        """Wipes the line that shows progress."""
        if _is_watched(self):
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def tell(self, diagnostics: Sequence[Diagnostic], consequence: str = "") -> None:
        """Prints diagnostics and, if there are errors, how many and what follows from them."""
        if self.form != "text":
            from codegen.formats import FORMATS

            text = FORMATS[self.form](diagnostics)
            if text:
                print(text)
            return
        shown = [one for one in diagnostics if not self.quiet or one.severity.value == "error"]
        if not shown:
            return
        colours = style()
        print(report.render(shown, colours), end="", file=sys.stderr)
        follows = f"; {consequence}" if consequence and has_errors(diagnostics) else ""
        text = report.summary(shown)
        if text:
            print(f"{colours.bold}{text}{follows}{colours.off}", file=sys.stderr)
        sys.stderr.flush()

    def fail(self, caught: CodegenError, consequence: str = "") -> NoReturn:
        """Prints one diagnostic and ends."""
        self.tell([caught.diagnostic], consequence)
        sys.exit(FINDINGS)
