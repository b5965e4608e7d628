"""``codegen verify`` on the command line: what it prints, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.cli.console import Console
from tests.cli.conftest import Call

WRONG = "-- name: Moods :many\n-- @notnull mood\nSELECT mood FROM people;\n"


def test_claims_are_compared_and_attacked(project: Path, call: Call, database: str) -> None:
    done = call("verify", "--rounds", "2", "--dsn", database)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "2 of 2 queries agree with PostgreSQL",
        "2 queries ran 14 times on generated rows: no claims about NULLs and rows fell",
    ]


def test_a_claim_that_falls_is_told_at_its_place(project: Path, call: Call, database: str) -> None:
    (project / "queries" / "moods.sql").write_text(WRONG)
    done = call("verify", "--rounds", "4", "--dsn", database)
    assert done.exit_code == 1
    assert "queries/moods.sql:3:8" in done.stderr
    assert "column mood was declared to be never NULL, but a NULL came" in done.stderr
    assert 'INSERT INTO "public"."people"' in done.stderr
    assert done.stdout.splitlines()[-1].endswith(": 1 claim about NULLs and rows fell")
    again = call("verify", "--rounds", "4", "--dsn", database)
    assert (again.stdout, again.stderr) == (done.stdout, done.stderr)
    assert call("verify", "--no-attack", "--dsn", database).exit_code == 0


def test_progress_is_shown_on_terminals_only(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    console = Console()
    console.progress("Attack")(0.5)
    console.clear()
    assert capfd.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    show = console.progress("Attack")
    show(0.5)
    show(0.501)
    console.clear()
    assert capfd.readouterr().err == "\rAttack: 50 %\r\x1b[K"
    Console(quiet=True).progress("Attack")(0.5)
    Console(form="json").progress("Attack")(0.5)
    assert capfd.readouterr().err == ""
