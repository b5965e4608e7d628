"""The same input gives the same bytes: whatever the hash seed, the locale, the order in which a
folder lists its files, the number of processes, the cache, and the form in which sqlglot is there.

Each case runs the command line in a process of its own on the same project, which has the living
example's queries, some of which have to be warned about, in several files.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support.cli import ROOT

#: Replaces what a case is about, then runs the command line.
_RUN = """
import sys
sys.path.insert(0, {root!r})
{before}
from codegen.cli import run
sys.argv = ["codegen", "generate", *{options!r}]
run()
"""
_REVERSED = """
import os
for name in ("listdir", "scandir"):
    def listed(path=".", real=getattr(os, name)):
        found = sorted(real(path), key=lambda one: getattr(one, "name", one), reverse=True)
        return Listing(found)
    setattr(os, name, listed)
class Listing(list):
    def __enter__(self): return self
    def __exit__(self, *error): pass
    def close(self): pass
"""
_ONE_PROCESSOR = "import os; os.sched_getaffinity = lambda process: {0}"
_THREADS = """
import threading, time
threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
"""
_LATIN = "import locale; locale.getpreferredencoding = lambda *arguments: 'latin-1'"
#: Only the Python form of a module is found, as where there is no wheel for the platform.
_PURE = """
import importlib.machinery as machinery
machinery.EXTENSION_SUFFIXES.clear()
class Pure(machinery.PathFinder):
    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        if not fullname.startswith("sqlglot"): return None
        for folder in path or sys.path:
            finder = machinery.FileFinder(folder, (machinery.SourceFileLoader, [".py"]))
            found = finder.find_spec(fullname)
            if found is not None: return found
sys.meta_path.insert(0, Pure)
import sqlglot.parser
assert sqlglot.parser.__file__.endswith(".py")
"""


def generated(
    project: Path,
    before: str = "",
    *options: str,
    environment: Mapping[str, str] | None = None,
    python: str = sys.executable,
) -> tuple[dict[str, bytes], str]:
    """All files that are generated, and what is said."""
    program = _RUN.format(root=str(ROOT), before=before, options=options)
    done = subprocess.run(
        [python, "-c", program],
        cwd=project,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **(environment or {})},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    folder = project / "generated"
    files = {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    return files, done.stderr.decode()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("determinism")
    shutil.copy(ROOT / "schema.sql", folder / "schema.sql")
    (folder / "queries").mkdir()
    text = (ROOT / "queries" / "chats.sql").read_text()
    for number in range(4):
        renamed = text.replace("\n-- name: ", f"\n-- name: Nr{number}")
        (folder / "queries" / f"chats_{number}.sql").write_text(renamed)
    (folder / "queries" / "más.sql").write_text(
        "-- name: CopyUsers :copyfrom\nINSERT INTO users (id) VALUES (@id);\n\n"
        "-- name: AnyChat :one\n-- Irgendeiner, größer: ё.\nSELECT *, 'ß' AS s FROM chats;\n\n"
        "SELECT 'not annotated';\n"
    )
    (folder / "pyproject.toml").write_text(
        '[tool.codegen]\nschema = "schema.sql"\nqueries = "queries"\nout = "generated"\n'
    )
    return folder


@pytest.fixture(scope="module")
def expected(project: Path) -> tuple[dict[str, bytes], str]:
    found = generated(project, "", "--no-cache", environment={"PYTHONHASHSEED": "0"})
    assert len(found[0]) > 15
    assert "warning[many-rows]" in found[1]
    return found


@pytest.mark.parametrize(
    ("before", "environment"),
    [
        (_REVERSED + _ONE_PROCESSOR, {"PYTHONHASHSEED": "1", "LC_ALL": "tr_TR.UTF-8"}),
        (_LATIN + _THREADS, {"PYTHONHASHSEED": "2", "LC_ALL": "C", "TZ": "Asia/Tokyo"}),
        (_PURE, {"PYTHONHASHSEED": "3"}),
    ],
    ids=[
        "files the other way round, one process, locale",
        "encoding, threads",
        "sqlglot in Python",
    ],
)
def test_nothing_around_it_matters(
    project: Path,
    expected: tuple[dict[str, bytes], str],
    before: str,
    environment: dict[str, str],
) -> None:
    shutil.rmtree(project / "generated", ignore_errors=True)
    assert generated(project, before, "--no-cache", environment=environment) == expected


def test_the_cache_does_not_matter(
    project: Path, expected: tuple[dict[str, bytes], str], tmp_path: Path
) -> None:
    environment = {"XDG_CACHE_HOME": str(tmp_path)}
    shutil.rmtree(project / "generated", ignore_errors=True)
    for gone in ("", "run-*", "[rs]*-*"):
        for path in (project / ".codegen-cache").glob(gone) if gone else ():
            path.unlink()
        assert generated(project, environment=environment) == expected


def test_where_the_project_is_does_not_matter(
    project: Path, expected: tuple[dict[str, bytes], str], tmp_path: Path
) -> None:
    copy = tmp_path / "a folder of another name"
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns("generated", ".codegen-cache"))
    assert generated(copy, "", "--no-cache") == expected


def other_pythons() -> list[str]:
    """Interpreters of other versions, where there are any that can import what codegen needs."""
    needed = "import sqlglot, jinja2, click, yaml"
    found: list[str] = []
    for minor in (11, 12, 13, 14):
        python = shutil.which(f"python3.{minor}")
        if python is None or sys.version_info[1] == minor:
            continue
        if not subprocess.run([python, "-c", needed], capture_output=True).returncode:
            found.append(python)
    return found


def test_the_version_of_python_does_not_matter(
    project: Path, expected: tuple[dict[str, bytes], str]
) -> None:
    pythons = other_pythons()
    if not pythons:
        pytest.skip("there is no other Python with the libraries")
    for python in pythons:
        shutil.rmtree(project / "generated", ignore_errors=True)
        environment = {"PYTHONPATH": str(ROOT)}
        found = generated(project, "", "--no-cache", environment=environment, python=python)
        assert found == expected
