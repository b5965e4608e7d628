"""What pipelines run: the hooks of pre-commit, and the action of GitHub."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from codegen.cli.group import commands
from tests.support.cli import ROOT, codegen, copy_project

HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text())


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_calls_a_command_that_there_is(hook: dict[str, Any]) -> None:
    program, command = hook["entry"].split()
    assert (program, hook["language"], hook["pass_filenames"]) == ("codegen", "python", False)
    assert CliRunner().invoke(commands, [command, "--help"]).exit_code == 0
    assert hook["id"] == f"codegen-{command}"


def run_action(folder: Path, temp: Path, command: str, arguments: str = "") -> str:
    """The second step of the action as the runner would run it, with this checkout installed."""
    program = temp / "codegen" / "bin" / "codegen"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m codegen "$@"\n')
    program.chmod(0o755)
    _, step = ACTION["runs"]["steps"]
    assert set(step["env"]) == {"COMMAND", "ARGUMENTS"}
    given = {"COMMAND": command, "ARGUMENTS": arguments, "RUNNER_TEMP": str(temp)}
    ran = subprocess.run(
        ["bash", "-e", "-c", step["run"]],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **given},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode in (0, 1), ran.stderr
    return ran.stdout


def test_mistakes_are_annotations(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    copy_project(project)
    (project / "queries" / "bad.sql").write_text("-- name: Bad :one\nSELECT titel FROM chats;\n")
    (line,) = run_action(project, tmp_path, "check").splitlines()
    assert line.startswith(
        "::error title=undefined-column,file=queries/bad.sql,line=2,endLine=2,col=8,endColumn=13::"
    )


def test_a_package_that_is_out_of_date_is_annotated(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    copy_project(project)
    assert codegen("generate", cwd=project).status == 0
    module = project / "generated" / "chats.py"
    lines = module.read_text().splitlines(keepends=True)
    module.write_text("".join([*lines[:20], "# by hand\n", *lines[20:]]))
    (project / "generated" / "models.py").unlink()
    changed, missing = sorted(run_action(project, tmp_path, "check").splitlines())
    assert missing.startswith("::error title=package-outdated::generated/models.py is missing")
    assert changed.startswith("::error title=package-outdated,file=generated/chats.py,line=21,")
    assert "Run `codegen generate`." in changed
