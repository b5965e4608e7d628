"""The command line as a user has it: another process, in a folder of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended and what it said."""

    status: int
    stdout: str
    stderr: str

    @property
    def output(self) -> str:
        """All that it said."""
        return self.stdout + self.stderr


def codegen(*arguments: str | Path, cwd: Path, python: Path | None = None) -> Ran:
    """Runs ``codegen`` in a folder: this checkout's, or what is installed for ``python``."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    if python is None:
        environment["PYTHONPATH"] = str(ROOT)
    run = subprocess.run(
        [
            python or sys.executable,
            "-c",
            "import sys; from codegen.cli import main; sys.exit(main())",
            *arguments,
        ],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return Ran(run.returncode, run.stdout, run.stderr)


def copy_project(folder: Path) -> Path:
    """A copy of the living example's inputs, without what is generated from them."""
    shutil.copy(ROOT / "schema.sql", folder / "schema.sql")
    shutil.copytree(ROOT / "queries", folder / "queries")
    (folder / "pyproject.toml").write_text(
        '[tool.codegen]\nschema = "schema.sql"\nqueries = "queries"\nout = "generated"\n'
    )
    return folder


def contents(folder: Path) -> dict[str, tuple[str, int]]:
    """The text and the time of the last change of every file under a folder, without caches."""
    caches = {"__pycache__", ".codegen-cache"}
    return {
        str(path.relative_to(folder)): (path.read_text(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and caches.isdisjoint(path.parts)
    }
