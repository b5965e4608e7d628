"""``codegen init``: from nothing, or from sqlc's configuration, to a package that runs."""

from __future__ import annotations

import importlib
import sys
import tomllib
from pathlib import Path

import psycopg
import pytest

from codegen.config import read_configs
from tests.support.cli import codegen, contents


@pytest.fixture
def started(tmp_path: Path) -> Path:
    """A folder after ``codegen init``."""
    ran = codegen("init", cwd=tmp_path)
    assert (ran.status, ran.stderr) == (0, "")
    assert ran.stdout == (
        "codegen.toml written\nqueries/tasks.sql written\nschema.sql written\n"
        "Run `codegen generate` next.\n"
    )
    return tmp_path


def test_an_empty_folder_becomes_a_package_that_runs(
    started: Path, connection: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    for command in ("generate", "check"):
        ran = codegen(command, cwd=started)
        assert (ran.status, ran.stderr) == (0, ""), ran.output
    (started / "generated").rename(started / "from_init")
    monkeypatch.syspath_prepend(started)
    tasks = importlib.import_module("from_init.tasks")
    connection.execute((started / "schema.sql").read_bytes())
    home = tasks.add_list(connection, name="home")
    task = tasks.add_task(connection, list_id=home.id, title="Feed the cat", due=None)
    assert tasks.open_tasks(connection, list_id=None) == [task]
    assert tasks.finish_task(connection, id=task.id) == 1
    assert tasks.open_tasks(connection, list_id=home.id) == []
    (progress,) = tasks.progress(connection)
    assert (progress.name, progress.tasks, progress.done) == ("home", 1, 1)
    for name in [name for name in sys.modules if name.partition(".")[0] == "from_init"]:
        del sys.modules[name]


def test_the_example_is_verified(started: Path) -> None:
    ran = codegen("verify", "--rounds", "1", cwd=started)
    assert ran.status == 0, ran.output
    assert "5 of 5 queries agree with PostgreSQL" in ran.stdout


def test_a_folder_is_configured_once(started: Path) -> None:
    before = contents(started)
    ran = codegen("init", cwd=started)
    assert ran.status == 1
    assert "codegen.toml configures this folder already" in ran.stderr
    assert contents(started) == before


def test_ones_own_schema_gets_a_configuration_only(tmp_path: Path) -> None:
    (tmp_path / "schema.sql").write_text("CREATE TABLE a (id int);\n")
    before = contents(tmp_path)
    assert codegen("init", cwd=tmp_path).status == 0
    after = contents(tmp_path)
    assert after.keys() - before.keys() == {"codegen.toml"}
    assert after["schema.sql"] == before["schema.sql"]


ONE = """\
version: "2"
sql:
  - schema: [db/migrations, "extra \\" file.sql"]
    queries: q
    gen: {go: {package: db, out: db, emit_exact_table_names: true}}
"""
SEVERAL = """\
version: "2"
sql:
  - {schema: s, queries: a, gen: {go: {package: a, out: a, emit_exact_table_names: true}}}
  - {schema: s, queries: b, gen: {go: {package: b, out: b}}}
  - {queries: c, gen: {go: {package: c, out: c}}}
"""
PYTHON = """\
version: "2"
sql:
  - schema: s
    queries: q
    codegen:
      - plugin: py
        out: db
        options:
          emit_pydantic_models: true
          rename: {url: Link, a: Author, gone: Nowhere}
          overrides:
            - {column: a.tags, py_type: "list[str] | None"}
            - {column: gone.tags, py_type: str}
"""
#: What names nothing is left out; a column's name may be that of any column.
CONVERTED = """
[rename]
"*.url" = "link"
"a" = "Author"
"*.a" = "author"
"*.gone" = "nowhere"

[overrides]
"a.tags" = "list[str] | None"
"""


def test_renames_and_overrides_that_name_something_are_converted(tmp_path: Path) -> None:
    (tmp_path / "sqlc.yaml").write_text(PYTHON)
    (tmp_path / "s").mkdir()
    (tmp_path / "s" / "a.sql").write_text("CREATE TABLE a (id int PRIMARY KEY, tags text[]);\n")
    (tmp_path / "q").mkdir()
    (tmp_path / "q" / "a.sql").write_text("-- name: All :many\nSELECT * FROM a ORDER BY id;\n")
    assert codegen("init", "--from", "sqlc.yaml", cwd=tmp_path).status == 0
    assert CONVERTED in (tmp_path / "codegen.toml").read_text()
    ran = codegen("generate", cwd=tmp_path)
    assert ran.status == 0, ran.output
    assert "class Author(BaseModel" in (tmp_path / "db" / "models.py").read_text()


@pytest.mark.parametrize("text", [ONE, SEVERAL], ids=["one", "several"])
def test_a_configuration_of_sqlc_says_the_same_as_toml(
    tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sqlc.yaml").write_text(text)
    refused = codegen("init", cwd=tmp_path)
    assert (refused.status, "codegen init --from sqlc.yaml" in refused.stderr) == (1, True)
    ran = codegen("init", "--from", "sqlc.yaml", cwd=tmp_path)
    assert ran.status == 0, ran.output
    tomllib.loads((tmp_path / "codegen.toml").read_text())
    before, after = read_configs(Path("sqlc.yaml")), read_configs(Path("codegen.toml"))
    assert [_essence(one) for one in before] == [_essence(one) for one in after]
    default = [f"generated/{one.name}" if one.name else "generated" for one in before]
    assert [one.out for one in after] == [
        one.out or path for one, path in zip(before, default, strict=True)
    ]


def _essence(config: object) -> object:
    options = config.options  # type: ignore[attr-defined]
    renames = {(one.key, one.to) for one in options.rename}
    overrides = {(one.key, one.type) for one in options.overrides}
    plain = [
        getattr(options, name) for name in options.__slots__ if name not in ("rename", "overrides")
    ]
    names = ("schema", "queries", "name", "schemaless")
    return [getattr(config, name) for name in names], plain, renames, overrides
