"""Bad input: one message for each mistake, all of them in one run, never a traceback."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from codegen.cli import run
from tests.cli.conftest import Call

MISTAKES = """\
-- name: NoTable :one
SELECT * FROM poeple;

-- name: NoColumn :one
SELECT nam FROM people;

-- name: Malformed one
SELECT 1;

-- name: NoColumn :one
SELECT 1 AS one;

-- name: WrongCommand :onne
SELECT 1 AS one;

-- name: NoRows :many
DELETE FROM people;

-- name: Unknowable :many
SELECT id FROM people WHERE @a IS NULL;

-- name: SameTwice :many
SELECT id, id FROM people;
"""


def test_every_mistake_is_told_at_its_place(project: Path, call: Call) -> None:
    (project / "queries" / "people.sql").write_text(MISTAKES)
    done = call("generate")
    assert done.exit_code == 1
    lines = done.stderr.splitlines()
    places = [line.split("people.sql:")[1] for line in lines if " --> " in line]
    codes = [line.partition("]")[0] for line in lines if line.startswith("error")]
    assert list(zip(codes, places, strict=True)) == [
        ("error[undefined-table", "2:15"),
        ("error[undefined-column", "5:8"),
        ("error[annotation-malformed", "7:20"),
        ("error[duplicate-query", "10:10"),
        ("error[unknown-command", "13:23"),
        ("error[command-mismatch", "16:17"),
        ("error[indeterminate-parameter", "20:29"),
        ("error[duplicate-column", "23:12"),
    ]
    assert sum("= help: " in line for line in lines) == 8
    assert lines[-1] == "8 errors; nothing was written"
    assert not (project / "db").exists()


def test_files_that_cannot_be_read(project: Path, call: Call) -> None:
    (project / "binary.sql").write_bytes(b"\xff\xfe\x00")
    done = call("generate", "--queries", "binary.sql", "--queries", "no.sql", "--schema", "no/dir")
    assert done.exit_code == 1
    assert done.stderr.count("error[file-unreadable]") == 3
    assert done.stderr.endswith("3 errors; nothing was written\n")


def test_empty_files_are_no_mistake(project: Path, call: Call) -> None:
    (project / "empty.sql").write_text("")
    (project / "comment.sql").write_text("-- nothing here\n")
    done = call("generate", "--schema", "empty.sql", "--queries", "comment.sql")
    assert (done.exit_code, done.stderr) == (0, "")


def test_schema_in_a_query_file_passes_and_other_statements_are_warned_of(
    project: Path, call: Call
) -> None:
    path = project / "queries" / "people.sql"
    path.write_text("CREATE TABLE x (id int);\nDELETE FROM people;\n\n" + path.read_text())
    done = call("generate")
    assert done.exit_code == 0
    assert "warning[annotation-missing]" in done.stderr
    assert done.stderr.splitlines()[-1] == "1 warning"


@pytest.mark.parametrize("command", ["generate", "check", "inspect", "verify"])
def test_without_inputs_the_command_is_called_wrongly(
    tmp_path: Path, call: Call, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = call(command)
    assert done.exit_code == 2
    assert "--schema" in done.stderr


def test_a_mistake_in_the_configuration(project: Path, call: Call) -> None:
    (project / "pyproject.toml").write_text('[tool.codegen]\nqueris = "x"\n')
    done = call("check")
    assert done.exit_code == 1
    assert "error[config-invalid]: unknown key queris" in done.stderr
    assert "pyproject.toml:2:1" in done.stderr


def test_a_bug_asks_to_be_reported(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    # By its full name: the package's attribute of this name is the command.
    monkeypatch.setattr(sys.modules["codegen.cli.inspect"], "analyse_project", broken)
    monkeypatch.setattr("sys.argv", ["codegen", "inspect"])
    with pytest.raises(SystemExit) as caught:
        run()
    assert caught.value.code == 70
    assert "This is a bug in codegen" in capsys.readouterr().err


@pytest.mark.parametrize("out", ["../{}", "link/{}", "{parent}/{}"])
def test_a_configuration_cannot_write_outside_its_project(
    out: str, project: Path, call: Call
) -> None:
    elsewhere = project.with_name(f"{project.name}-elsewhere")
    (project / "link").symlink_to(project.parent)
    config = project / "pyproject.toml"
    value = out.format(elsewhere.name, parent=project.parent)
    config.write_text(config.read_text().replace('"db"', f'"{value}"'))
    result = call("generate")
    assert result.exit_code == 1
    assert f"error[out-outside-project]: {elsewhere} is outside the project" in result.stderr
    assert "4 | out = " in result.stderr
    assert not elsewhere.exists()
    assert call("generate", "--out", str(elsewhere)).exit_code == 0
    assert (elsewhere / "__init__.py").exists()
