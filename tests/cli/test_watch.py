"""``codegen generate --watch``: again at every change, errors and their end."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from codegen.cli import watch as watching
from codegen.cli.group import commands
from tests.cli.conftest import CONFIG, QUERIES
from tests.support.cli import ROOT

Step = Callable[[], object]


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[Step]:
    """What the user does while codegen watches, one after the other; the watched folders are kept
    with each."""
    todo: list[Step] = []

    def changes(folders: frozenset[str]) -> Iterator[object]:
        yield set()
        while todo:
            todo.pop(0)()
            yield folders

    monkeypatch.setattr(watching, "_changes", changes)
    return todo


def test_mistakes_come_and_go(project: Path, steps: list[Step]) -> None:
    people = project / "queries" / "people.sql"
    more = project / "codegen.toml"
    steps += [
        lambda: people.write_text(QUERIES.replace("WHERE id", "WHERE idd")),
        lambda: people.write_text(QUERIES),
        lambda: people.write_text(QUERIES.replace("GetPerson", "OnePerson")),
        lambda: more.write_text("out ="),
        lambda: more.write_text(CONFIG.replace("[tool.codegen]", "").replace('"db"', '"other"')),
        lambda: people.write_text(QUERIES),
    ]
    ran = CliRunner(catch_exceptions=False).invoke(commands, ["generate", "--watch"])
    assert (steps, ran.exit_code) == ([], 0)
    told = [line for line in ran.output.splitlines() if line.startswith(("db", "error", "other"))]
    assert [re.sub(r"\d+ (written)| \(.*", r"\1", line) for line in told] == [
        "db: written",
        'error[undefined-column]: column "idd" does not exist',
        "db: up to date",
        "db: written",
        "error[config-invalid]: this is not TOML: a value is missing",
        "other: written",
        "other: written",
    ]
    assert ran.output.count("Watching for changes; Ctrl-C ends.") == 7


def test_folders_that_are_watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("db/migrations/old", "sql/a", "sql/b/c"):
        (tmp_path / name).mkdir(parents=True)
    inputs = ["codegen.toml", "db/migrations", "sql/**/*.sql", "later/queries"]
    watched = {str(Path(one).relative_to(tmp_path)) for one in watching.folders_of(inputs)}
    assert watched == {".", "db/migrations", "sql", "sql/a", "sql/b", "sql/b/c"}


def test_a_saved_file_is_noticed(project: Path) -> None:
    """With the real watcher: it says when it has begun, so that nothing has to be waited for."""
    command = [sys.executable, "-m", "codegen", "generate", "--watch"]
    with subprocess.Popen(
        command, cwd=project, stdout=subprocess.PIPE, text=True, env={"PYTHONPATH": str(ROOT)}
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline().endswith("written (2 queries)\n")
            assert process.stdout.readline().startswith("Watching")
            (project / "queries" / "more.sql").write_text("-- name: One :one\nSELECT 1;\n")
            assert process.stdout.readline().endswith("written (3 queries)\n")
        finally:
            process.terminate()


def test_without_watchfiles_it_says_so(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    ran = CliRunner(catch_exceptions=False).invoke(commands, ["generate", "--watch"])
    assert ran.exit_code == 2
    assert "pip install 'pgcodegen[watch]'" in ran.output
