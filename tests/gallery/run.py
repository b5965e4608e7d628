"""The gallery: every folder here is a mistake, and ``expected.txt`` what codegen says about it.

A case is laid over ``_shared``, a small shop, so that its folder holds only what is wrong. Its file
``command`` holds the arguments; without one it is ``generate``. ``python -m tests.gallery.run``
writes all expectations anew, for a review with git diff.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from click.testing import CliRunner

from codegen.cli.group import commands

HERE = Path(__file__).parent
_SHARED = HERE / "_shared"


def cases() -> list[str]:
    """The names of all cases."""
    folders = sorted(path for path in HERE.iterdir() if path.is_dir())
    return [path.name for path in folders if path.name[0] not in "_."]


def lay_out(folder: Path) -> None:
    """Copies the small shop that the cases are laid over."""
    shutil.copytree(_SHARED, folder, dirs_exist_ok=True)


def transcript(slug: str, folder: Path) -> str:
    """What a terminal shows of a case: the command, what it prints, and the exit code."""
    lay_out(folder)
    shutil.copytree(HERE / slug, folder, dirs_exist_ok=True)
    (folder / "expected.txt").unlink(missing_ok=True)
    command = folder / "command"
    arguments = command.read_text().split() if command.exists() else ["generate"]
    with inside(folder):
        done = CliRunner(catch_exceptions=False).invoke(
            commands, arguments, prog_name="codegen", env={"COLUMNS": "100"}
        )
    output = re.sub(r"\d+ written", "N written", done.output)
    return f"$ codegen {' '.join(arguments)}\n{output}exit code {done.exit_code}\n"


@contextmanager
def inside(folder: Path) -> Iterator[None]:
    """Makes a folder the working directory."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def main(slugs: list[str]) -> None:
    """Writes the expectations of these cases, or of all, and names those that changed."""
    for slug in slugs or cases():
        with tempfile.TemporaryDirectory() as folder:
            text = transcript(slug, Path(folder))
        expected = HERE / slug / "expected.txt"
        if not expected.exists() or expected.read_text() != text:
            expected.write_text(text)
            print(slug)


if __name__ == "__main__":
    main(sys.argv[1:])
