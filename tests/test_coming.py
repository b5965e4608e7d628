"""What other processes plan and print is what would be made here, byte by byte."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from codegen import parts, workers
from codegen.catalogs import Place
from codegen.config import Config
from codegen.pipeline import Package, analyse_project, generate_package
from codegen.plan.options import DEFAULT, Options
from codegen.plan.planner import add_file
from codegen.records import replace
from codegen.render.package import render_frame
from codegen.workers import processes

pytestmark = pytest.mark.skipif(processes() == 1, reason="there is one processor, or no fork")

SCHEMA = """
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TYPE place AS (x int, y int);
CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL, mood mood);
"""
QUERY = """
-- name: {name} :many
SELECT id, name, mood FROM people WHERE name = @name;
"""
#: Queries whose files hand on a codec, or a row's class, to the others.
CODEC = "-- name: Place :one\nSELECT (1, 2)::place AS place;\n"
ROW = "-- name: Rows{} :many\n-- @row Short\nSELECT id, name FROM people;\n"
COPY = "-- name: Copy :copyfrom\nINSERT INTO people (id, name) VALUES (@id, @name);\n"
WRONG = "-- name: Wrong :one\nSELECT nobody;\n"
WARNED = "-- name: Any :one\nSELECT id FROM people;\n"
FILES = 8
make_ahead = parts.made_ahead


@pytest.fixture(autouse=True)
def _all_is_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "WORTH_A_PROCESS", 5)


@pytest.fixture
def config(tmp_path: Path) -> Config:
    (tmp_path / "schema.sql").write_text(SCHEMA)
    queries = tmp_path / "queries"
    queries.mkdir()
    for number in range(FILES):
        names = (f"Q{number}of{each}" for each in range(5))
        (queries / f"f{number}.sql").write_text("".join(QUERY.format(name=name) for name in names))
    return Config(schema=(str(tmp_path / "schema.sql"),), queries=(str(queries),))


def append(config: Config, number: int, text: str) -> None:
    with (Path(config.queries[0]) / f"f{number}.sql").open("a") as file:
        file.write(text)


def cold(config: Config, folder: Path) -> Package:
    place = Place(str(folder), "test")
    analysis = analyse_project(config, place, trees=False)
    return generate_package(analysis, config.options, place)


def whole(config: Config) -> Package:
    return generate_package(analyse_project(config), config.options)


def planned_here(config: Config, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The modules that this process plans for a package, which is the right one."""
    expected = whole(config)
    found: list[str] = []

    def noted(draft: Any, module: str, *arguments: Any) -> None:
        found.append(module)
        add_file(draft, module, *arguments)

    monkeypatch.setattr(parts, "add_file", noted)
    assert cold(config, folder) == expected
    return found


@pytest.mark.parametrize("copied", [0, FILES - 1])
def test_half_of_the_files_and_the_frame_come(
    config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, copied: int
) -> None:
    append(config, copied, COPY + WARNED)
    parent = os.getpid()

    def elsewhere(*arguments: Any) -> Any:
        assert os.getpid() != parent
        return render_frame(*arguments)

    monkeypatch.setattr(parts, "render_frame", elsewhere)
    expected = whole(config)
    made = planned_here(config, tmp_path, monkeypatch)
    assert "f0" in made
    assert f"f{FILES - 1}" not in made
    assert made == sorted(set(made))
    # Once more, out of the cache.
    assert cold(config, tmp_path) == expected


@pytest.mark.parametrize("place", ["first", "last", "both"])
@pytest.mark.parametrize("text", [CODEC, ROW])
def test_what_files_hand_on_is_made_here(
    config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, text: str
) -> None:
    if place != "last":
        append(config, 0, text.format(1))
    if place != "first":
        append(config, FILES - 1, text.replace("Place", "Again").format(2))
    assert set(planned_here(config, tmp_path, monkeypatch)) == {f"f{one}" for one in range(FILES)}


@pytest.mark.parametrize("number", [0, FILES - 1])
@pytest.mark.parametrize("skipping", [False, True])
def test_mistakes_are_told_as_ever(
    config: Config, tmp_path: Path, number: int, skipping: bool
) -> None:
    append(config, number, WRONG)
    config = replace(config, options=replace(config.options, skip_invalid=skipping))
    package = cold(config, tmp_path)
    assert package == whole(config)
    assert bool(package.files) == skipping


@pytest.mark.parametrize(
    "options",
    [Options(queries_class=True), Options(query_info=True), Options(flavours="sync")],
)
def test_any_package_is_the_same(config: Config, tmp_path: Path, options: Options) -> None:
    config = replace(config, options=options)
    assert cold(config, tmp_path) == whole(config)


def test_mistakes_in_templates_are_told_as_ever(config: Config, tmp_path: Path) -> None:
    (tmp_path / "functions.py.jinja").write_text("{{ nothing }}")
    config = replace(config, options=replace(DEFAULT, templates=str(tmp_path)))
    package = cold(config, tmp_path)
    assert package.diagnostics
    assert package == whole(config)


@pytest.mark.parametrize("sent", range(3))
def test_a_process_that_dies_costs_nothing_but_time(
    config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sent: int
) -> None:
    def dying(*arguments: Any) -> Iterator[bytes]:
        pieces = make_ahead(*arguments)
        for _ in range(sent):
            yield next(pieces)
        os._exit(1)

    monkeypatch.setattr(parts, "made_ahead", dying)
    assert cold(config, tmp_path) == whole(config)
