"""A configuration that was read before is what reading it again would give."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from codegen.cli.kept_configs import read_kept
from codegen.config import Config, read_configs
from codegen.diagnostics import CodegenError
from tests.support.cli import ROOT, codegen

TOML = """\
schema = ["schema.sql", "more/*.sql"]
queries = "queries"
out = "db"
models = "pydantic"

[overrides]
jsonb = "dict[str, object] | None"
"people.id" = { type = "app:Id", decode = "app:Id", encode = "int" }

[rename]
people = "Human"
"""
YAML = """\
version: "2"
overrides:
  go:
    rename: {people: Human}
sql:
  - engine: postgresql
    schema: schema.sql
    queries: [queries]
    gen: {go: {package: one, out: one}}
  - engine: postgresql
    schema: schema.sql
    queries: queries
    codegen: [{plugin: py, out: two, options: {emit_async_querier: true}}]
"""
FILES = {
    "codegen.toml": TOML,
    "sqlc.yaml": YAML,
    "sqlc.json": json.dumps(
        {"version": "1", "packages": [{"schema": "a.sql", "queries": "b.sql", "path": "c"}]}
    ),
}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that had to be read."""
    found: list[Path] = []

    def read(path: Path) -> tuple[Config, ...]:
        found.append(path)
        return read_configs(path)

    monkeypatch.setattr("codegen.cli.kept_configs.read_configs", read)
    return found


def everything(configs: tuple[Config, ...]) -> list[object]:
    """All fields, those that don't count when values are compared as well."""
    return [(one, one.places, one.options.templates_place) for one in configs]


@pytest.mark.parametrize("name", FILES)
def test_it_comes_back_as_it_was(name: str, unread: list[Path]) -> None:
    path = Path(name)
    path.write_text(FILES[name])
    first, second = read_kept(path), read_kept(path)
    assert everything(first) == everything(second) == everything(read_configs(path))
    assert unread == [path]


def test_it_is_of_this_text_and_of_this_folder(
    home: Path, unread: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = home / "codegen.toml"
    path.write_text(TOML)
    assert read_kept(path)[0].out == "db"
    path.write_text(TOML.replace('"db"', '"pg"'))
    assert read_kept(path)[0].out == "pg"
    (home / "below").mkdir()
    monkeypatch.chdir(home / "below")
    assert everything(read_kept(path)) == everything(read_configs(path))
    assert unread == [path] * 3


def test_a_mistake_is_never_kept(unread: list[Path]) -> None:
    path = Path("codegen.toml")
    path.write_text("out = 1\n")
    for _ in range(2):
        with pytest.raises(CodegenError, match="out has to be a path"):
            read_kept(path)
    assert unread == [path] * 2


def test_what_may_not_be_written_is_not() -> None:
    path = Path("codegen.toml")
    path.write_text(TOML)
    read_kept(path, written=False)
    assert not Path(".codegen-cache").exists()


def test_what_cannot_be_read_is_told_as_ever() -> None:
    Path("folder.toml").mkdir()
    for path in (Path("nothing.toml"), Path("folder.toml")):
        with pytest.raises(CodegenError) as told:
            read_configs(path)
        with pytest.raises(CodegenError) as kept:
            read_kept(path)
        assert kept.value.diagnostic == told.value.diagnostic


def test_an_edit_imports_neither_click_nor_yaml(home: Path) -> None:
    (home / "sqlc.yaml").write_text(YAML)
    (home / "schema.sql").write_text("CREATE TABLE people (id int);\n")
    (home / "queries").mkdir()
    query = home / "queries" / "people.sql"
    query.write_text("-- name: A :many\nSELECT id FROM people;\n")
    assert codegen("generate", "--out", "db", cwd=home).status == 0
    query.write_text("-- name: B :many\nSELECT id FROM people;\n")
    program = (
        "import sys; sys.path.insert(0, sys.argv.pop()); from codegen.cli import run; run();"
        "print([name for name in ('click', 'yaml') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "generate", "-q", "--out", "db", str(ROOT)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"
    assert codegen("check", "--no-cache", "--out", "db", cwd=home).status == 0


def test_what_is_said_nowhere_is_told_with_the_usage(home: Path) -> None:
    plain = codegen("generate", cwd=home)
    assert plain == codegen("generate", "--no-cache", cwd=home)
    assert plain.status == 2
    assert plain.stderr.startswith("Usage: codegen generate")
