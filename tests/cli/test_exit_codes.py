"""What a command says by its exit code, and what the command line says of itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from codegen import __version__
from tests.cli.conftest import QUERIES, Call
from tests.support.cli import ROOT, codegen

OK, FINDINGS, USAGE = 0, 1, 2


def test_all_is_well(project: Path, call: Call) -> None:
    for command in ("generate", "check", "inspect"):
        assert call(command).exit_code == OK


def test_there_are_findings(project: Path, call: Call) -> None:
    assert call("check").exit_code == FINDINGS
    (project / "queries" / "people.sql").write_text(QUERIES.replace("WHERE id", "WHERE idd"))
    for command in ("generate", "check", "inspect"):
        assert call(command).exit_code == FINDINGS


@pytest.mark.parametrize(
    "arguments",
    [
        ("generat",),
        ("generate", "--oops"),
        ("generate", "--format", "xml"),
        ("generate", "--config"),
        ("pull",),
        ("schema", "nothing"),
    ],
)
def test_it_was_called_wrongly(project: Path, call: Call, arguments: tuple[str, ...]) -> None:
    ran = call(*arguments)
    assert ran.exit_code == USAGE
    assert "Error: " in ran.output


def test_nothing_is_configured(tmp_path: Path) -> None:
    ran = codegen("generate", cwd=tmp_path)
    assert (ran.status, "schema and queries and out missing" in ran.stderr) == (USAGE, True)


def test_details_are_told_where_asked_for(project: Path, call: Call) -> None:
    assert "analysed in" not in call("generate").output
    ran = call("generate", "-v")
    assert "pyproject.toml: 2 queries over 1 schema file, analysed in 0." in ran.output
    assert "analysed in" in call("check", "--verbose").output


def test_the_version_and_the_module(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "codegen", "--version"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == f"codegen, version {__version__}\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_can_complete(tmp_path: Path, shell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_CODEGEN_COMPLETE", f"{shell}_source")
    ran = codegen(cwd=tmp_path)
    assert "_CODEGEN_COMPLETE" in ran.stdout


def test_commands_are_completed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_CODEGEN_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "codegen ge")
    monkeypatch.setenv("COMP_CWORD", "1")
    assert codegen(cwd=tmp_path).stdout == "plain,generate\n"
