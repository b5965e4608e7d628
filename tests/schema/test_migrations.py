"""Folders of migrations, in the forms of the tools that keep them."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.diagnostics import CodegenError
from codegen.schema import load, sources_of

#: Each tool's folder; every one of them ends with the tables a (with x) and b.
FOLDERS: dict[str, dict[str, str]] = {
    "goose": {
        "00001_a.sql": "-- +goose Up\nCREATE TABLE a (id int);\n-- +goose Down\nDROP TABLE a;\n",
        "00002_b.sql": "-- +goose Up\n-- +goose StatementBegin\nCREATE TABLE b (id int);\n"
        "-- +goose StatementEnd\nALTER TABLE a ADD x int;\n\n-- +goose Down\nDROP TABLE b;\n",
    },
    "goose, by number": {
        "2_a.sql": "-- +goose Up\nCREATE TABLE a (id int);\n",
        "10_b.sql": "-- +goose Up\nCREATE TABLE b (); ALTER TABLE a ADD x int;\n-- +goose Down\n'",
    },
    "dbmate": {
        "20200101000000_a.sql": "-- migrate:up\nCREATE TABLE a (id int);\n-- migrate:down\n'",
        "20200102000000_b.sql": "-- migrate:up transaction:false\nCREATE TABLE b ();\n"
        "ALTER TABLE a ADD x int;\n-- migrate:down transaction:false\nDROP TABLE b;\n",
    },
    "golang-migrate": {
        "1_a.up.sql": "CREATE TABLE a (id int);",
        "1_a.down.sql": "DROP TABLE a;",
        "2_b.up.sql": "CREATE TABLE b (id int);",
        "2_b.down.sql": "DROP TABLE b;",
        "10_x.up.sql": "ALTER TABLE a ADD x int;",
        "10_x.down.sql": "ALTER TABLE a DROP x;",
    },
    "sql-migrate": {
        "1_a.sql": "-- +migrate Up\nCREATE TABLE a (id int);\n-- +migrate Down\nDROP TABLE a;\n",
        "2_b.sql": "-- +migrate Up notransaction\nCREATE TABLE b ();\nALTER TABLE a ADD x int;\n"
        "-- +migrate Down\nDROP TABLE b;\n",
    },
    "tern": {
        "001_a.sql": "CREATE TABLE a (id int);\n---- create above / drop below ----\nDROP TABLE a;",
        "002_b.sql": 'CREATE TABLE b ();\n{{ template "shared.sql" . }}\nALTER TABLE a ADD x int;\n'
        "---- create above / drop below ----\nDROP TABLE b;\n",
        "tern.conf": "[database]",
    },
    "Flyway": {
        "V1__a.sql": "CREATE TABLE a (id int);",
        "V1.1__x.sql": "ALTER TABLE a ADD x int;",
        "V2__b.sql": "CREATE TABLE b0 ();",
        "V10__b.sql": "ALTER TABLE b0 RENAME TO b;",
        "U10__b.sql": "DROP TABLE b;",
        "R__view.sql": "CREATE OR REPLACE VIEW v AS SELECT x FROM a;",
    },
    "db-migrate": {
        "20200101-a-down.sql": "DROP TABLE a;",
        "20200101-a-up.sql": "CREATE TABLE a (id int, x int);",
        "20200102-down.sql": "CREATE TABLE b ();",
    },
    "a pair": {
        "down.sql": "DROP TABLE a;",
        "up.sql": "CREATE TABLE a (id int, x int); CREATE TABLE b ();",
    },
    "Prisma": {
        "1_a/migration.sql": "CREATE TABLE a (id int);",
        "2_b/migration.sql": "CREATE TABLE b (); ALTER TABLE a ADD x int;",
        "migration_lock.toml": "",
    },
    "Diesel": {
        "2020-01-01-000000_a/up.sql": "CREATE TABLE a (id int);",
        "2020-01-01-000000_a/down.sql": "DROP TABLE a;",
        "2020-01-02-000000_b/up.sql": "CREATE TABLE b (); ALTER TABLE a ADD x int;",
        "2020-01-02-000000_b/down.sql": "DROP TABLE b;",
    },
    "Flyway with a baseline": {
        "V1__a.sql": "CREATE TABLE forgotten ();",
        "B2__base.sql": "CREATE TABLE a (id int);",
        "V2__same.sql": "CREATE TABLE a ();",
        "V3__b.sql": "CREATE TABLE b (); ALTER TABLE a ADD x int;",
    },
    "Atlas": {
        "20200101000000.sql": '-- Create "a"\nCREATE TABLE a (id int);',
        "20200102000000_b.sql": "-- atlas:txmode none\nCREATE TABLE b (); ALTER TABLE a ADD x int;",
        "atlas.sum": "h1:x=\n20200101000000.sql h1:y=\n",
    },
    "plain": {
        "1-a.sql": "CREATE TABLE a (id int);",
        "2-b.sql": "CREATE TABLE b ();",
        "after.sql": "ALTER TABLE a ADD x int;",
        "notes.txt": "not SQL",
    },
}


@pytest.mark.parametrize("tool", FOLDERS)
def test_a_folder_applies_in_its_order_without_what_undoes_it(tool: str, tmp_path: Path) -> None:
    for name, text in FOLDERS[tool].items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    catalog, diagnostics = load(sources_of(tmp_path))
    assert [one.message for one in diagnostics] == []
    tables = {one.name: [column.name for column in one.columns] for one in catalog.relations()}
    assert tables["a"] == ["id", "x"]
    assert "b" in tables
    assert "forgotten" not in tables


def test_what_undoes_a_migration_is_blanked_so_that_lines_stay_true(tmp_path: Path) -> None:
    file = tmp_path / "1.sql"
    file.write_text("-- +goose Down\nDROP TABLE a;\n-- +goose Up\nCREATE TABLE a (x itn);\n")
    (source,) = sources_of(file)
    assert len(source.text) == len(file.read_text())
    ((found,)) = load([source])[1]
    assert found.span is not None
    assert found.span.position == (4, 19)


def test_patterns_and_single_files(tmp_path: Path) -> None:
    for name in ("b/2.sql", "a/1.sql", "a/10.sql", "a/2.sql", "a/2.down.sql"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("SELECT 1;")
    found = [
        Path(source.path).relative_to(tmp_path) for source in sources_of(tmp_path / "**/*.sql")
    ]
    assert [str(path) for path in found] == ["a/1.sql", "a/2.sql", "a/10.sql", "b/2.sql"]
    assert sources_of(tmp_path / "*") == sources_of(tmp_path / "**/*.sql")
    assert len(sources_of(tmp_path / "a" / "1.sql")) == 1


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    latin = tmp_path / "latin.sql"
    latin.write_bytes(b"-- caf\xe9")
    for path in (tmp_path / "missing.sql", latin, tmp_path / "none*.sql"):
        with pytest.raises(CodegenError) as caught:
            sources_of(path)
        assert caught.value.diagnostic.code == "file-unreadable"
        assert str(path) in caught.value.diagnostic.message
        assert caught.value.diagnostic.help
