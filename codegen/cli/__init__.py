"""The command line: one module per command. Only here is anything printed, and the process ended.

Exit codes: 0 all is well, 1 there are findings, 2 the command was called wrongly, 70 a bug.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from codegen import __version__
from codegen.cli.replay import call_of, replayed

#: EX_SOFTWARE of sysexits.h.
_BUG = 70


def main() -> NoReturn:
    """Runs the command line and ends the process, at once: taking all that a run has made apart,
    as the interpreter does at its end, takes up to a twentieth of the run."""
    try:
        run()
        status = 0
    except SystemExit as caught:
        if not isinstance(caught.code, int):
            raise
        status = caught.code
    atexit._run_exitfuncs()  # pyright: ignore[reportPrivateUsage]
    try:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    except (AttributeError, OSError, ValueError):
        # There is none, or nobody reads it any more: that is for the interpreter to tell.
        sys.exit(status)
    os._exit(status)


def run() -> None:
    """Runs the command line; a bug of codegen's ends with a request to report it."""
    # A run makes many objects that stay and few that refer to each other: looking for garbage as
    # often as usual takes a tenth of its time.
    gc.set_threshold(1_000_000, 20, 20)
    try:
        _run(sys.argv[1:])
    except KeyboardInterrupt:
        print("\nAborted!", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        # Whoever read what is printed has seen enough.
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115
        sys.exit(1)
    except Exception:
        import traceback

        traceback.print_exc()
        print(
            f"\nThis is a bug in codegen {__version__}, not in your SQL. Please report it with\n"
            "the text above and, if you can, the query or the schema that it failed on.",
            file=sys.stderr,
        )
        sys.exit(_BUG)


def _run(arguments: Sequence[str]) -> None:
    call = call_of(arguments)
    if call and replayed(call):
        sys.stdout.flush()
        return
    if call and call.verb == "generate":
        from codegen.cli.generating import called

        # Click would have a tenth of the time of a run that has one query to do.
        if called(call):
            return
    from codegen.cli.group import commands

    commands(prog_name="codegen")
