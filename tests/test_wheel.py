"""The wheel: built from the checkout, installed where nothing else is, run from another folder."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

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
    """The interpreter of an environment that has the wheel and what it depends on: the one that
    the GitHub action makes."""
    folder = tmp_path_factory.mktemp("environment")
    done = _step("Install", folder, RUNNER_TEMP=folder, REQUIREMENT=wheel, EXTRA="")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "codegen" / "bin" / "python"


def _step(name: str, cwd: Path, **variables: str | Path) -> subprocess.CompletedProcess[str]:
    """Runs a step of action.yml as GitHub does, with bash and these variables."""
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    (step,) = (one for one in action["runs"]["steps"] if one["name"] == name)
    assert set(step["env"]) <= variables.keys()
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=cwd,
        env={"PATH": os.environ["PATH"], **{key: str(one) for key, one in variables.items()}},
        capture_output=True,
        text=True,
        check=False,
    )


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


def test_the_starter_generates_and_is_checked_by_the_action(python: Path, tmp_path: Path) -> None:
    for command in ("init", "generate"):
        ran = codegen(command, cwd=tmp_path, python=python)
        assert ran.status == 0, ran.output
    action = {"RUNNER_TEMP": python.parent.parent.parent, "COMMAND": "check", "ARGUMENTS": ""}
    done = _step("Run", tmp_path, **action)
    assert done.returncode == 0, done.stderr
    with (tmp_path / "queries" / "tasks.sql").open("a") as queries:
        queries.write("\n-- name: Bad :many\nSELECT titel FROM tasks;\n")
    done = _step("Run", tmp_path, **action, GITHUB_WORKSPACE=tmp_path.parent)
    assert done.returncode == 1
    shown = f"file={tmp_path.name}/queries/tasks.sql"
    assert done.stdout.startswith("::error title=undefined-column") and shown in done.stdout


def test_it_works_without_the_compiled_parser(python: Path, tmp_path: Path) -> None:
    _run(python, "-m", "pip", "uninstall", "--quiet", "--yes", "sqlglotc")
    project = copy_project(tmp_path)
    ran = codegen("generate", cwd=project, python=python)
    assert ran.status == 0, ran.output
    assert _generated(project) == _generated(ROOT)
