"""Transcripts in the documentation are what a terminal shows.

A Markdown file marks one by a comment before a block of the language ``console``:

    <!-- transcript: codegen generate -q -->
    ```console
    $ codegen check
    db: up to date
    ```

Lines that start with ``$`` are run, by a shell, in a fresh copy of the README's example; the other
lines are what they print. What stands in the comment is run before and not shown.
``python -m tests.transcripts.run`` writes all transcripts anew.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.support.cli import ROOT
from tests.support.readme import lay_out

_BLOCK = re.compile(
    r"(?P<mark><!-- transcript(?:: (?P<before>.*?))? -->\n)"
    r"```console\n(?P<shown>.*?)```\n",
    re.DOTALL,
)


def documents() -> list[Path]:
    """The files that have transcripts."""
    found = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
    return sorted(path for path in found if _BLOCK.search(path.read_text(encoding="utf-8")))


def regenerated(text: str) -> str:
    """A document with what its transcripts show now."""
    return _BLOCK.sub(_run, text)


def _run(block: re.Match[str]) -> str:
    commands = [line[2:] for line in block["shown"].splitlines() if line.startswith("$ ")]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = _environment(folder / "home")
        project = folder / "zoo"
        project.mkdir()
        lay_out(project)
        if block["before"]:
            _shell(block["before"], project, environment)
        shown = "".join(
            f"$ {command}\n{_shell(command, project, environment)}" for command in commands
        )
    return f"{block['mark']}```console\n{shown}```\n"


def _environment(home: Path) -> dict[str, str]:
    """A home of its own, in which ``codegen`` is this checkout's."""
    home.mkdir()
    script = home / "codegen"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m codegen "$@"\n')
    script.chmod(0o755)
    kept = {key: value for key, value in os.environ.items() if "COLOR" not in key}
    return {
        **kept,
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home),
        "PATH": f"{home}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        # So that both outputs come in the order in which they were written.
        "PYTHONUNBUFFERED": "1",
        "COLUMNS": "88",
    }


def _shell(command: str, folder: Path, environment: dict[str, str]) -> str:
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.stdout


def main() -> None:
    """Writes all transcripts anew."""
    for path in documents():
        text = path.read_text(encoding="utf-8")
        path.write_text(regenerated(text), encoding="utf-8")


if __name__ == "__main__":
    main()
