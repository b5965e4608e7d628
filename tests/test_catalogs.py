"""A schema that another process reads is the schema that is read here, whatever becomes of that."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from codegen import catalogs
from codegen.cache import store
from codegen.catalogs import Loaded, Place, Schema, schema_at
from codegen.config import Config
from codegen.diagnostics import Severity
from codegen.postgres.catalog import Catalog
from codegen.questions import Answers
from codegen.schema import load
from codegen.source import Source

#: A dump with a table, a view, something to be warned of, and perhaps a mistake.
SCHEMA = """\\restrict secret
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE people (id int PRIMARY KEY, mood mood DEFAULT 'sad', CHECK (id > 0));
CREATE VIEW happy AS SELECT id, upper(mood::text) AS shout FROM people WHERE mood = 'happy';
CREATE INDEX ON people (there_is_none(id));
{}
\\unrestrict secret
"""
MISTAKE = "ALTER TABLE people ADD CHECK (nobody > 1);"


@pytest.fixture(autouse=True)
def _every_schema_is_large_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogs, "WORTH_A_PROCESS", 0)


def written(folder: Path, more: str = "") -> Config:
    (folder / "schema.sql").write_text(SCHEMA.format(more))
    return Config(schema=(str(folder / "schema.sql"), str(folder / "missing.sql")))


def digested(catalog: Catalog) -> list[bytes]:
    """All of a catalog but places: where a dump is changed to be read, these are in either text."""
    answers = Answers(catalog, b"")
    types = [answers.to(one.oid) for one in catalog.types()]
    return [answers.general, *types, *map(answers.of, catalog.relations())]


def same(schema: Schema, alone: Schema) -> None:
    (catalog, told), (expected, expected_told) = schema.loaded(), alone.loaded()
    assert told == expected_told
    assert digested(catalog) == digested(expected)
    assert schema.diagnostics == alone.diagnostics


@pytest.mark.parametrize("more", ["", MISTAKE])
def test_another_process_finds_the_same(tmp_path: Path, more: str) -> None:
    config = written(tmp_path, more)
    schema, alone = schema_at(config, None), schema_at(config, None, alone=True)
    assert schema.task and not alone.task
    assert any(one.severity is Severity.ERROR for one in alone.load(alone.sources)[1]) == bool(more)
    same(schema, alone)


def test_what_it_finds_is_kept(tmp_path: Path) -> None:
    config, place = written(tmp_path), Place(str(tmp_path), "test")
    schema = schema_at(config, place)
    assert schema.task
    schema.loaded()
    again = schema_at(config, place)
    assert again.kept and not again.task
    same(again, schema_at(config, None, alone=True))


@pytest.mark.parametrize(
    ("place", "more"),
    [(None, ""), (Place("", "test", written=False), ""), (Place("", "test"), MISTAKE)],
)
def test_what_is_not_to_be_kept_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: Place | None, more: str
) -> None:
    monkeypatch.chdir(tmp_path)
    schema_at(written(tmp_path, more), place).loaded()
    assert not (tmp_path / store.FOLDER).exists()


def test_a_process_that_dies_costs_nothing_but_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = os.getpid()

    def dying(sources: Sequence[Source], *arguments: object, **named: object) -> Loaded:
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return load(sources)

    monkeypatch.setattr(catalogs, "load", dying)
    config = written(tmp_path)
    schema = schema_at(config, None)
    assert schema.task
    same(schema, schema_at(config, None, alone=True))


@pytest.mark.parametrize("content", [b"", b"nonsense"])
def test_nonsense_costs_nothing_but_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    def nonsense(*arguments: object) -> bytes:
        return content

    monkeypatch.setattr(catalogs, "_encoded", nonsense)
    config = written(tmp_path)
    same(schema_at(config, None), schema_at(config, None, alone=True))


def test_where_there_are_threads_no_process_is_begun(tmp_path: Path) -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert schema_at(written(tmp_path), None).task is None
    finally:
        done.set()
        thread.join()
