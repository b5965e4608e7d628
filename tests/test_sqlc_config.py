"""An existing configuration of sqlc, as it is; and codegen.toml with several packages."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.config import find_config, read_configs
from codegen.diagnostics import CodegenError, Diagnostic
from tests.support.cli import codegen

TWO = """\
version: "2"
sql:
  - engine: postgresql
    schema: schema.sql
    queries: [users.sql, more/*.sql]
    gen:
      go: {package: users, out: internal/users}
  - engine: postgresql
    schema: [schema.sql]
    queries: admin
    gen:
      go: {package: admin, out: internal/admin}
  - engine: sqlite
    schema: lite.sql
    queries: lite
"""
FIRST = """\
{
\t"version": "1",
\t"packages": [
\t\t{"name": "db", "path": "db", "schema": "s.sql", "queries": "q", "emit_json_tags": true}
\t],
\t"rename": {"url": "URL"}
}
"""


def write(folder: Path, text: str, name: str = "sqlc.yaml") -> Path:
    path = folder / name
    path.write_text(text)
    return path


def mistake(path: Path) -> Diagnostic:
    with pytest.raises(CodegenError) as caught:
        read_configs(path)
    return caught.value.diagnostic


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_several_blocks_are_several_packages(tmp_path: Path) -> None:
    users, admin = read_configs(write(tmp_path, TWO))
    assert (users.name, users.schema, users.queries) == (
        "users",
        ("schema.sql",),
        ("users.sql", "more/*.sql"),
    )
    assert (admin.name, admin.queries, admin.out) == ("admin", ("admin",), None)
    (note,) = users.notes
    assert note.code == "config-ignored"
    assert note.message.endswith("sql.gen.go, sql with engine sqlite")
    assert admin.notes == ()


def test_version_1_in_json_with_tabs(tmp_path: Path) -> None:
    (config,) = read_configs(write(tmp_path, FIRST, "sqlc.json"))
    assert (config.schema, config.queries, config.name) == (("s.sql",), ("q",), "")
    assert config.notes[0].message.endswith("Python: packages.emit_json_tags")


def test_a_folder_for_python_is_the_output_folder(tmp_path: Path) -> None:
    text = 'version: "2"\nsql:\n  - schema: s\n    queries: q\n    codegen:\n'
    path = write(tmp_path, text + "      - {plugin: py, out: db}\n")
    assert read_configs(path)[0].out == "db"


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ("version: [", "this is not YAML", (1, 11)),
        ("a: &a [*a]\n", "a value of this file contains itself", None),
        ("sql: []\n", "the configuration of sqlc has no version", None),
        ("version: 3\n", "unknown version", (1, 10)),
        ("version: 2\n", "sqlc.yaml has no sql", None),
        ("version: 2\nsql:\n  - engine: mysql\n", "no package is for PostgreSQL", (3, 13)),
        ("version: 2\nsql:\n  - {schema: s}\n", "this package has no queries", (3, 5)),
        ("version: 2\nsql:\n  - {schema: s, queries: [[a]]}\n", "queries has to be", (3, 27)),
        ("version: 2\nsql:\n  schema: s\n", "sql has to be a list of packages", (3, 3)),
        ("version: 2\nversion: 1\n", "version is there twice", (2, 1)),
        ("version: '2\n", "this is not YAML: a text is never closed", (1, 10)),
    ],
)
def test_mistakes_in_yaml(
    tmp_path: Path, text: str, message: str, place: tuple[int, int] | None
) -> None:
    told = mistake(write(tmp_path, text))
    assert told.code == "config-invalid"
    assert told.message.startswith(message)
    assert (told.span.position if told.span else None) == place


def test_codegen_toml_has_the_same_keys_and_several_packages(tmp_path: Path) -> None:
    text = 'schema = "s.sql"\nout = "db"\n[[packages]]\nname = "a"\nqueries = "a"\n'
    path = write(tmp_path, text + '[[packages]]\nqueries = "b"\nout = "x/b"\n', "codegen.toml")
    assert [(one.name, one.queries, one.out) for one in read_configs(path)] == [
        ("a", ("a",), "db/a"),
        ("b", ("b",), "x/b"),
    ]


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ("[[packages]]\nqueries = 'a'\n", "this package has neither a name nor out", (1, 1)),
        ("[[packages]]\nname = 'a b'\n", "name has to be a name", (2, 8)),
        ("out = 'x'\n[[packages]]\nnam = 'a'\n", "unknown key nam", (3, 1)),
        ("packages = 3\n", "packages has to be tables", (1, 12)),
        (
            "out = 'x'\n[[packages]]\nname = 'a'\n[[packages]]\nname = 'a'\n",
            "there is already a package a",
            (5, 8),
        ),
    ],
)
def test_mistakes_in_packages(
    tmp_path: Path, text: str, message: str, place: tuple[int, int]
) -> None:
    told = mistake(write(tmp_path, text, "codegen.toml"))
    assert (told.message, told.span.position if told.span else None) == (message, place)


def test_ones_own_configuration_is_preferred(tmp_path: Path) -> None:
    sqlc = write(tmp_path, TWO)
    assert find_config(tmp_path) == sqlc
    own = write(tmp_path, "", "codegen.toml")
    assert find_config(tmp_path) == own


MERGED = """\
version: "2"
sql:
  - &shared
    schema: s.sql
    queries: a
    gen: {go: &go {package: a, out: a, emit_exact_table_names: true}}
  - <<: *shared
    queries: b
    gen: {go: {<<: *go, package: b}}
  - queries: c
    gen: {go: {package: c}}
"""


def test_merged_keys_and_a_package_without_a_schema(tmp_path: Path) -> None:
    one, two, three = read_configs(write(tmp_path, MERGED))
    assert [config.name for config in (one, two, three)] == ["a", "b", "c"]
    assert two.schema == ("s.sql",)
    assert two.options.exact_table_names
    assert (three.schema, three.schemaless, two.schemaless) == ((), True, False)


MAPPED = """\
version: "2"
overrides: {go: {rename: {spotify_url: SpotifyLink, url: URL, list_ids: ListIDs}}}
sql:
  - schema: s.sql
    queries: q
    codegen:
      - plugin: py
        out: db
        options:
          emit_pydantic_models: true
          emit_async_querier: true
          inflection_exclude_table_names: [News]
          overrides:
            - {db_type: jsonb, py_import: shop.types, py_type: Document}
            - {column: authors.tags, py_type: "list[str]"}
"""


def test_what_has_a_meaning_for_python_is_taken_over(tmp_path: Path) -> None:
    (config,) = read_configs(write(tmp_path, MAPPED))
    options = config.options
    assert (options.models, options.flavours) == ("pydantic", "async")
    assert options.singular == (("news", "news"),)
    assert [(one.key, one.to) for one in options.rename] == [
        ("spotify_url", "SpotifyLink"),
        ("*.spotify_url", "spotify_link"),
        ("url", "URL"),
        ("list_ids", "ListIDs"),
    ]
    document, tags = options.overrides
    assert (document.key, document.type.name.name) == ("jsonb", "Document")
    assert (tags.key, tags.type.name.name) == ("authors.tags", "list")
    assert not any(one.required for one in (*options.rename, *options.overrides))


LENIENT = """\
-- name: Right :one
SELECT picture FROM people WHERE id = @id AND '{x}' && sqlc.slice(labels)::text[];

-- name: Wrong :one
SELECT unheard_of(id) FROM people WHERE id = @id;

-- name: Macro :one
SELECT sqlc.unheard(id) FROM people WHERE id = @id;
"""


def test_queries_that_sqlc_lets_pass_are_left_out_and_told(tmp_path: Path) -> None:
    (tmp_path / "s.sql").write_text("CREATE TABLE people (id int PRIMARY KEY, picture blob);\n")
    (tmp_path / "q.sql").write_text(LENIENT)
    write(tmp_path, 'version: "2"\nsql:\n  - {schema: s.sql, queries: q.sql}\n')
    ran = codegen("generate", "--out", "db", cwd=tmp_path)
    assert ran.status == 0, ran.output
    assert "warning[undefined-function]: Wrong is left out: function unheard_of(" in ran.output
    assert "Macro is left out: " in ran.output
    assert "note[type-alias]: blob is not a type of PostgreSQL; it is taken as bytea" in ran.output
    text = (tmp_path / "db" / "q.py").read_text()
    assert "labels: list[str],\n" in text
    assert "-> bytes | None" in text
    assert "wrong" not in text
    again = codegen("check", "--out", "db", cwd=tmp_path)
    assert (again.status, "is left out" in again.output) == (0, True)


def test_files_of_one_name_are_one_module_and_no_file_is_in_the_way(tmp_path: Path) -> None:
    for folder, name, query in (("a", "x", "One"), ("b", "x", "Two"), ("a", "models", "Three")):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / f"{name}.sql").write_text(f"-- name: {query} :one\nSELECT 1 AS n;\n")
    text = 'schema = []\nqueries = ["a", "b"]\nout = "db"\n'
    write(tmp_path, text, "codegen.toml")
    ran = codegen("generate", cwd=tmp_path)
    assert ran.status == 0, ran.output
    module = (tmp_path / "db" / "x.py").read_text()
    assert ("def one(" in module, "def two(" in module) == (True, True)
    assert "def three(" in (tmp_path / "db" / "models_.py").read_text()

    (tmp_path / "b" / "x-y.sql").write_text("-- name: Four :one\nSELECT 1 AS n;\n")
    (tmp_path / "b" / "x_y.sql").write_text("-- name: Five :one\nSELECT 1 AS n;\n")
    refused = codegen("generate", cwd=tmp_path)
    assert "becomes the module x_y, and so does x-y.sql" in refused.output


ELSEWHERE = """\
CREATE TABLE carts (
    id int PRIMARY KEY,
    owner int NOT NULL REFERENCES customers (id),
    currency currency NOT NULL
);
ALTER TABLE carts ADD COLUMN owner bigint;
"""


def test_a_schema_whose_other_part_is_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "s.sql").write_text(ELSEWHERE)
    (tmp_path / "q.sql").write_text("-- name: All :many\nSELECT * FROM carts ORDER BY id;\n")
    write(tmp_path, 'version: "2"\nsql:\n  - {schema: s.sql, queries: q.sql}\n')
    ran = codegen("generate", "--out", "db", cwd=tmp_path)
    assert ran.status == 0, ran.output
    assert 'relation "customers" does not exist; the foreign key is left out' in ran.output
    assert 'type "currency" does not exist; its values are taken for texts' in ran.output
    assert 'of relation "carts" already exists; it stays as it is' in ran.output
    assert "owner: int\n" in (tmp_path / "db" / "models.py").read_text()
    assert "currency: str\n" in (tmp_path / "db" / "models.py").read_text()

    write(tmp_path, 'schema = "s.sql"\nqueries = "q.sql"\nout = "db"\n', "codegen.toml")
    strict = codegen("generate", cwd=tmp_path)
    assert (strict.status, "error[undefined-t" in strict.output) == (1, True)


def test_ones_own_configuration_is_strict_unless_it_says_otherwise(tmp_path: Path) -> None:
    (tmp_path / "s.sql").write_text("CREATE TABLE people (id int PRIMARY KEY, picture blob);\n")
    (tmp_path / "q.sql").write_text(LENIENT)
    text = 'schema = "s.sql"\nqueries = "q.sql"\nout = "db"\n'
    write(tmp_path, text, "codegen.toml")
    assert codegen("generate", cwd=tmp_path).status == 1
    text += 'skip_invalid = true\ntype_aliases = { blob = "bytea" }\n'
    write(tmp_path, text, "codegen.toml")
    ran = codegen("generate", cwd=tmp_path)
    assert (ran.status, "Wrong is left out" in ran.output) == (0, True), ran.output


def test_a_pattern_may_match_folders(tmp_path: Path) -> None:
    for folder in ("queries/people", "queries/rooms", "migrations/1"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "migrations/1/up.sql").write_text("CREATE TABLE people (id int PRIMARY KEY);")
    (tmp_path / "migrations/1/down.sql").write_text("DROP TABLE people;")
    (tmp_path / "queries/people/all.sql").write_text("-- name: All :many\nSELECT id FROM people;\n")
    (tmp_path / "queries/notes.txt").write_text("-- name: None :many\nSELECT;\n")
    write(tmp_path, 'version: "2"\nsql:\n  - {schema: "migrations/*", queries: "./queries/*"}\n')
    ran = codegen("generate", "--out", "db", cwd=tmp_path)
    assert ran.status == 0, ran.output
    assert "def all_(" in (tmp_path / "db" / "all.py").read_text()
    assert codegen("check", "--out", "db", cwd=tmp_path).status == 0

    (tmp_path / "queries/rooms/one.sql").write_text("-- name: One :one\nSELECT 1 AS one;\n")
    assert codegen("check", "--out", "db", cwd=tmp_path).status == 1
