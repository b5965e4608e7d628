"""Every type goes in and comes out: alone, in an array, as NULL, in a table's model."""

from __future__ import annotations

import pytest

from codegen.plan.type_rows import EXTENSION_ROWS, ROWS
from tests.generated_packages.conftest import Make
from tests.generated_packages.type_values import (
    OF_EXTENSIONS,
    RESULTS_ONLY,
    SHIPPED,
    VALUES,
    row_of,
)

SCHEMA = """\
CREATE EXTENSION citext;
CREATE EXTENSION cube;
CREATE EXTENSION hstore;
CREATE EXTENSION isn;
CREATE EXTENSION lo;
CREATE EXTENSION ltree;
CREATE EXTENSION seg;
CREATE EXTENSION vector;
CREATE TYPE mood AS ENUM ('sad', 'it''s, "odd" \\ {x}', 'NULL');
CREATE DOMAIN positive AS int CHECK (value > 0);
CREATE DOMAIN some_moods AS mood[];
"""
#: What has no array over it in PostgreSQL, or none worth testing.
NO_ARRAY = {"some_moods"}


def test_every_row_of_the_tables_has_values() -> None:
    assert {row_of(type_) for type_ in SHIPPED} | set(RESULTS_ONLY) == set(ROWS)
    assert {name for _, name in EXTENSION_ROWS} <= set(OF_EXTENSIONS)


def _name(type_: str) -> str:
    return "".join(char for char in type_ if char.isalnum())


def _queries() -> str:
    parts: list[str] = []
    for type_ in VALUES:
        name = _name(type_)
        parts.append(f"-- name: {name}_one :one\nSELECT @v::{type_} AS v;\n")
        parts.append(f"-- name: {name}_null :one\nSELECT sqlc.narg(v)::{type_} AS v, 1 AS one;\n")
        parts.append(
            f"-- name: {name}_row :one\nINSERT INTO all_types (c_{name}) VALUES (@v) "
            f"RETURNING c_{name}, id;\n"
        )
        if type_ not in NO_ARRAY:
            parts.append(f"-- name: {name}_array :one\nSELECT @v::{type_}[] AS v;\n")
    return "\n".join(parts)


def _table() -> str:
    columns = ", ".join(f"c_{_name(type_)} {type_}" for type_ in VALUES)
    return f"CREATE TABLE all_types (id serial PRIMARY KEY, {columns});\n"


def test_every_type_goes_in_and_comes_out(make: Make) -> None:
    q = make(
        SCHEMA + _table(), _queries() + "\n-- name: Everything :many\nSELECT * FROM all_types;\n"
    )
    mood = q.models.Mood
    for type_, values in VALUES.items():
        name = _name(type_)
        if type_ in ("mood", "some_moods"):
            values = [[mood(one) for one in v] if isinstance(v, list) else mood(v) for v in values]
        for value in values:
            _same(getattr(q, f"{name}_one")(v=value), value, type_)
            _same(getattr(q, f"{name}_null")(v=value).v, value, type_)
            _same(getattr(getattr(q, f"{name}_row")(v=value), f"c_{name}"), value, type_)
        assert getattr(q, f"{name}_null")(v=None).v is None
        if type_ not in NO_ARRAY:
            for several in (values, [], [*values, None]):
                _same(getattr(q, f"{name}_array")(v=several), several, f"{type_}[]")
    assert len(q.everything()) == sum(len(values) for values in VALUES.values())


def test_types_that_are_results_only(make: Make) -> None:
    queries = [f"-- name: {name} :many\n{sql};\n" for name, sql in RESULTS_ONLY.items()]
    schema = "CREATE TABLE t AS SELECT 1; ALTER TABLE t ADD COLUMN late int DEFAULT 7;"
    q = make(schema, "\n".join(queries))
    assert q.anyarray() == ["{7}"]
    for name in RESULTS_ONLY:
        for value in getattr(q, name)():
            assert value is None or (isinstance(value, str) and name != "void"), name


def _same(came: object, went: object, type_: str) -> None:
    assert came == went, f"{type_}: {went!r} came back as {came!r}"
    assert type(came) is type(went), type_


def test_arrays_of_several_dimensions(make: Make) -> None:
    q = make(
        SCHEMA,
        "-- name: Moods :one\nSELECT @v::mood[];\n"
        "-- name: Texts :one\nSELECT @v::text[];\n"
        "-- name: Positives :one\nSELECT @v::positive[];\n",
    )
    sad = q.models.Mood.SAD
    for value in ([[sad, sad], [sad, None]], [[[sad]], [[sad]]]):
        assert q.moods(v=value) == value
    assert q.texts(v=[["a", "b"], ["c", None]]) == [["a", "b"], ["c", None]]
    assert q.positives(v=[[1, 2], [3, 4]]) == [[1, 2], [3, 4]]


@pytest.mark.parametrize("literal", ["'[0:1]={sad,NULL}'", "'{sad,NULL}'"])
def test_arrays_with_other_bounds(make: Make, literal: str) -> None:
    q = make(SCHEMA, f"-- name: Moods :one\nSELECT {literal}::mood[], '(1,2)'::point;\n")
    assert q.moods().mood == [q.models.Mood.SAD, None]
