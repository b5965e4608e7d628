"""Generates the packages of public projects from their own sqlc.yaml, checks and imports them.

    python -m tests.corpora.generate --mirror DIR [--keep FOLDER] [--show N] [PROJECT …]

Every configuration is used as it is, by ``codegen generate --config … --out …``; what comes out
has to pass mypy in strict mode and to be imported, every module of it. ``DIR`` holds git
repositories as :mod:`tests.corpora.run` takes them.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from tests.corpora.projects import ANYWHERE, PROJECTS, unpack
from tests.support.cli import ROOT, codegen

_IMPORT_ALL = """\
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
print(len(sys.argv) - 1)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Generated:
    """What came of one configuration: the exit code, and its diagnostics by severity."""

    config: str
    status: int
    errors: tuple[str, ...]
    warnings: tuple[str, ...]
    notes: tuple[str, ...]


def main() -> None:
    """Runs the projects named on the command line, or all that are known."""
    options = _options()
    heads = ("project", "configurations", "generated", "errors", "warnings", "mypy", "modules")
    print("| " + " | ".join(heads) + " |\n" + "|---" * len(heads) + "|")
    for project in options.projects or PROJECTS:
        with tempfile.TemporaryDirectory() as scratch:
            keep = options.keep / project.replace("/", "+") if options.keep else Path(scratch)
            _run(project, options.mirror, keep, options.show)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests.corpora.generate")
    parser.add_argument("--mirror", type=Path, required=True, help="folder of git repositories")
    parser.add_argument("--keep", type=Path, help="where sources and packages stay afterwards")
    parser.add_argument("--show", type=int, default=10, help="findings shown per project")
    parser.add_argument("projects", nargs="*", metavar="PROJECT", help="owner/name")
    return parser.parse_args()


def _run(project: str, mirror: Path, folder: Path, show: int) -> None:
    source, out = folder / "source", folder / "out"
    if not source.exists():
        source.mkdir(parents=True)
        unpack(mirror, project, source)
    configs = list(_configs(source, project))
    with ThreadPoolExecutor(2) as pool:
        found = list(
            pool.map(lambda pair: generate(source, pair[1], out, pair[0]), enumerate(configs))
        )
    mypy, imported = type_errors(out), import_all(out)
    errors = [text for one in found for text in one.errors]
    warnings = [text for one in found for text in one.warnings]
    written = sum(one.status == 0 for one in found)
    figures = (len(found), written, len(errors), len(warnings), len(mypy), imported)
    print(f"| {project} | " + " | ".join(map(str, figures)) + " |", flush=True)
    for text in (*errors, *warnings, *mypy)[:show]:
        print(f"    {text}", file=sys.stderr)


def _configs(root: Path, project: str) -> Iterator[Path]:
    patterns = PROJECTS.get(project, ANYWHERE)
    for config in sorted(root.rglob("sqlc.*")):
        path = config.relative_to(root).as_posix()
        if any(fnmatchcase(path, pattern) for pattern in patterns):
            yield config


def generate(root: Path, config: Path, out: Path, number: int = 0) -> Generated:
    """Runs the command line on one configuration; the package is ``out/p<number>``."""
    name = config.relative_to(root).as_posix()
    target = out / f"p{number}"
    options = ("--config", name, "--out", str(target), "--format", "json")
    ran = codegen("generate", *options, cwd=root)
    try:
        diagnostics = json.loads(ran.stdout)["diagnostics"]
    except ValueError:
        return Generated(
            config=name, status=ran.status, errors=(f"{name}: {ran.output}",), warnings=(), notes=()
        )
    told: dict[str, list[str]] = {"error": [], "warning": [], "note": []}
    for one in diagnostics:
        at = one["place"]
        place = f"{at['file']}:{at['line']}" if at else name
        told[one["severity"]].append(f"{place}: {one['code']}: {one['message']}")
    return Generated(
        config=name,
        status=ran.status,
        errors=tuple(told["error"]),
        warnings=tuple(told["warning"]),
        notes=tuple(told["note"]),
    )


def type_errors(out: Path) -> list[str]:
    """What mypy in strict mode says of all packages under the folder."""
    if not out.is_dir():
        return []
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--no-error-summary"]
    command += ["--namespace-packages", "--explicit-package-bases", "."]
    ran = subprocess.run(command, cwd=out, capture_output=True, text=True, check=False)
    return [line for line in (ran.stdout + ran.stderr).splitlines() if ": note:" not in line]


def import_all(out: Path) -> str:
    """How many modules there are under the folder, all imported by one program; or why not."""
    modules = [_module(path.relative_to(out)) for path in sorted(out.rglob("*.py"))]
    command = [sys.executable, "-W", "error", "-c", _IMPORT_ALL, *modules]
    ran = subprocess.run(command, cwd=out if out.is_dir() else ROOT, capture_output=True, text=True)
    return ran.stdout.strip() if ran.returncode == 0 else ran.stderr.strip().splitlines()[-1]


def _module(path: Path) -> str:
    return re.sub(r"(/__init__)?\.py$", "", path.as_posix()).replace("/", ".")


if __name__ == "__main__":
    main()
