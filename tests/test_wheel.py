"""The wheel: built from the checkout, installed where nothing else is, run from another folder."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.support.cli import ROOT, codegen, contents, copy_project

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of an environment that has the wheel and what it depends on."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    _run(python, "-m", "pip", "install", "--quiet", wheel)
    return python


def _run(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _generated(folder: Path) -> dict[str, str]:
    return {name: text for name, (text, _) in contents(folder / "generated").items()}


def test_the_wheel_has_the_package_and_its_templates_and_no_more(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"codegen"}
    templates = {f"codegen/templates/{path.name}" for path in (ROOT / "templates").iterdir()}
    assert templates <= names
    assert "codegen/py.typed" in names


def test_the_installed_command_generates_in_another_folder(python: Path, tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    done = subprocess.run(
        [python.with_name("codegen"), "generate"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert _generated(project) == _generated(ROOT)


def test_it_works_without_the_compiled_parser(python: Path, tmp_path: Path) -> None:
    _run(python, "-m", "pip", "uninstall", "--quiet", "--yes", "sqlglotc")
    project = copy_project(tmp_path)
    ran = codegen("generate", cwd=project, python=python)
    assert ran.status == 0, ran.output
    assert _generated(project) == _generated(ROOT)
