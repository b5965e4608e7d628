"""Whatever happens to a writer, the folder holds one package, whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs processes that fork")


def run(*arguments: object) -> str:
    command = [sys.executable, "-m", "tests.strength.writers", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_killed_writer_leaves_the_old_package_or_the_new_one(tmp_path: Path) -> None:
    said = run("kills", tmp_path, 300, 1)
    assert said.startswith("ok"), said
    assert "killed-old" in said and "killed-new" in said, said


def test_writers_at_once_do_not_mix(tmp_path: Path) -> None:
    assert run("crossing", tmp_path, 10) == "ok"


def test_a_full_disk_or_a_forbidden_folder_leaves_the_old_package(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    assert run("starved", tmp_path) == "ok"
