"""Results of earlier runs are used where they hold, and the package is always the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest

from codegen import analyses, catalogs, parts, pipeline
from codegen.analysis import analyse
from codegen.cache import objects, store
from codegen.catalogs import Place
from codegen.config import Config
from codegen.pipeline import analyse_project, generate_package
from codegen.plan.planner import add_file
from codegen.sql.annotations import ParsedQuery
from tests.support.cli import ROOT

MANY = """
-- name: {name}{number} :many
-- The people called so.
-- @nullable name
SELECT p.*, sqlc.embed(p), lower(name) AS low FROM people AS p WHERE name = @name;
"""
COPY = """
-- name: CopyPeople :copyfrom
INSERT INTO people (id, name) VALUES (@id, @name);
"""
ONE = """
-- name: AnyPerson :one
SELECT id FROM people;
"""


@pytest.fixture
def config(project: Path) -> Config:
    (project / "queries" / "more.sql").write_text(
        "".join(MANY.format(name="Named", number=number) for number in range(100))
    )
    with (project / "queries" / "people.sql").open("a") as file:
        file.write(COPY + ONE)
    return Config(schema=("schema.sql",), queries=("queries",), out="db")


def generated(config: Config, place: Place | None = None) -> object:
    analysis = analyse_project(config, place, trees=False)
    package = generate_package(analysis, config.options, place)
    assert package.files
    return package.files, package.diagnostics


def whole(config: Config) -> object:
    """The package without other processes and without a cache."""
    package = generate_package(analyse_project(config))
    return package.files, package.diagnostics


def place(project: Path) -> Place:
    return Place(str(project), "test")


def stored(project: Path, name: str) -> tuple[Any, ...]:
    found = store.read(str(project), name)
    assert isinstance(found, tuple)
    return cast("tuple[Any, ...]", found)


def test_other_processes_and_kept_results_change_nothing(project: Path, config: Config) -> None:
    expected = whole(config)
    assert generated(config) == expected
    for _ in range(3):
        assert generated(config, place(project)) == expected


def test_what_is_kept_is_not_done_again(
    project: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (project / "schema.sql").open("a") as file:
        file.write("CREATE VIEW grown AS SELECT id, upper(name) AS shout FROM people;\n")
        file.write("ALTER TABLE people ADD CHECK (mood IS NOT NULL OR name = 'x');\n")
    (project / "queries" / "people.sql").write_text("-- name: A :many\nSELECT * FROM grown;\n")
    expected = generated(config, place(project))

    def fail(*arguments: object, **named: object) -> None:
        raise AssertionError

    monkeypatch.setattr(catalogs, "load", fail)
    monkeypatch.setattr(analyses, "analyse", fail)
    monkeypatch.setattr(pipeline, "read_queries", fail)
    assert generated(config, place(project)) == expected


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("queries/more.sql", "lower(name) AS low", "length(name) AS low"),
        ("queries/more.sql", "\n-- name: Named0 ", "\n\n\n-- name: Named0 "),
        ("queries/more.sql", "-- The people", "-- All people"),
        ("queries/people.sql", "count(*)", "count(DISTINCT mood)"),
        ("schema.sql", "name text NOT NULL", "name varchar"),
        ("schema.sql", "mood mood", "mood mood NOT NULL"),
        ("schema.sql", "'sad', ", "'sad', 'bored', "),
    ],
)
def test_a_change_has_its_effect(
    project: Path, config: Config, path: str, old: str, new: str
) -> None:
    before = generated(config, place(project))
    file = project / path
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new, 1))
    after = generated(config, place(project))
    assert after == whole(config)
    assert (before != after) == (new.strip() != old.strip())


def test_a_query_may_move_to_another_place(project: Path, config: Config) -> None:
    generated(config, place(project))
    moved = MANY.format(name="Named", number=7)
    more, people = project / "queries" / "more.sql", project / "queries" / "people.sql"
    more.write_text(more.read_text().replace(moved, ""))
    people.write_text(moved + people.read_text())
    assert generated(config, place(project)) == whole(config)


def test_mistakes_are_found_beside_kept_results(project: Path, config: Config) -> None:
    generated(config, place(project))
    with (project / "queries" / "zoo.sql").open("w") as file:
        file.write("-- name: Named3 :one\nSELECT 1;\n\n-- name: Wrong :one\nSELECT nme;\n")
    assert analyse_project(config, place(project), trees=False).diagnostics == (
        analyse_project(config).diagnostics
    )


def test_the_living_example_is_the_same_out_of_the_cache(tmp_path: Path) -> None:
    config = Config(schema=(str(ROOT / "schema.sql"),), queries=(str(ROOT / "queries"),))
    expected = whole(config)
    assert generated(config, place(tmp_path)) == expected
    assert generated(config, place(tmp_path)) == expected


def test_nonsense_in_the_cache_is_passed_over(project: Path, config: Config) -> None:
    expected = generated(config, place(project))
    found = {name: stored(project, name) for name in ("schema-test", "queries-test", "parts-test")}
    *before, queries = found["queries-test"]
    unreadable = {key: (quiet, asked, b"nonsense") for key, (quiet, asked, _) in queries.items()}
    for name, value in (
        ("schema-test", (found["schema-test"][0], b"nonsense")),
        ("queries-test", (*before, unreadable)),
        ("queries-test", (found["queries-test"][0],)),
        ("parts-test", (found["parts-test"][0],)),
    ):
        store.write(str(project), "parts-test", ())
        store.write(str(project), name, value)
        assert generated(config, place(project)) == expected


def test_over_another_schema_only_what_asked_for_the_change_is_done_again(
    project: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = project / "queries" / "people.sql"
    people.write_text(people.read_text().replace(ONE, ""))  # It is warned about.
    (project / "queries" / "zoo.sql").write_text("-- name: Zoo :many\nSELECT * FROM animals;\n")
    schema = project / "schema.sql"
    text = f"CREATE TABLE animals (id int);\n{schema.read_text()}"
    schema.write_text(text)
    generated(config, place(project))
    schema.write_text(f"-- Moved by a line\n{text}ALTER TABLE animals ADD name text;\n")
    expected = whole(config)
    again: list[str] = []

    def noted(query: ParsedQuery, *arguments: Any) -> Any:
        again.append(query.name)
        return analyse(query, *arguments)

    def planned(draft: Any, module: str, *arguments: Any) -> None:
        again.append(module)
        add_file(draft, module, *arguments)

    monkeypatch.setattr(analyses, "analyse", noted)
    monkeypatch.setattr(parts, "add_file", planned)
    assert generated(config, place(project)) == expected
    # The plan of :copyfrom is made of a tree, which isn't kept.
    assert sorted(again) == ["CopyPeople", "Zoo", "zoo"]


def test_what_a_file_hands_on_is_not_made_again(
    project: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "queries" / "first.sql").write_text(
        "-- name: Days :one\n"
        "-- @row Days\n"
        "SELECT daterange('2020-01-01', '2020-01-02') AS days, p AS person FROM people AS p;\n"
    )
    last = project / "queries" / "zoo.sql"
    last.write_text("-- name: Zoo :one\nSELECT 1 AS one;\n")
    generated(config, place(project))
    assert any(part[1] for part in stored(project, "parts-test")[5].values())
    last.write_text("-- name: Zoo :one\nSELECT 2 AS two;\n")
    expected = whole(config)
    again: list[str] = []

    def planned(draft: Any, module: str, *arguments: Any) -> None:
        again.append(module)
        add_file(draft, module, *arguments)

    monkeypatch.setattr(parts, "add_file", planned)
    assert generated(config, place(project)) == expected
    assert again == ["zoo"]


class Foreign:
    """A class that is none of codegen's."""


@pytest.mark.parametrize("value", [print, Foreign(), Path(), store.read])
def test_nothing_but_plain_values_is_read(value: object) -> None:
    content = objects.dumps(value)
    with pytest.raises(objects.BROKEN):
        objects.loads(content, lambda id: None)
