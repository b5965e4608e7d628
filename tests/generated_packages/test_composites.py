"""Types of the user's own that are made of others: composites, ranges, domains, arrays of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.types import TypeInfo
from psycopg.types.composite import CompositeInfo, register_composite
from psycopg.types.enum import EnumInfo, register_enum
from psycopg.types.hstore import register_hstore
from psycopg.types.multirange import Multirange, MultirangeInfo, register_multirange
from psycopg.types.range import Range, RangeInfo, register_range

from codegen.config import Config
from codegen.pipeline import analyse_project, generate_package
from codegen.plan.options import MODEL_KINDS, Options
from tests.generated_packages.conftest import Make, collected

SCHEMA = """\
CREATE EXTENSION hstore;
CREATE EXTENSION vector;
CREATE TYPE mood AS ENUM ('sad', 'it''s, "odd" \\ {x}', 'NULL', '');
CREATE TYPE address AS (street text, "zip code" int, kept date);
CREATE TYPE person AS (
    name text, mood mood, home address, former address[], moods mood[], scores float8[],
    data jsonb, raw bytea, took interval, at timestamptz, stay daterange, amount numeric
);
CREATE DOMAIN home AS address;
CREATE DOMAIN homes AS address[];
CREATE TYPE floatrange AS RANGE (subtype = float8);
CREATE TYPE moodrange AS RANGE (subtype = mood);
CREATE TYPE addressrange AS RANGE (subtype = address);
CREATE TYPE spot AS (name text, place point, boxes box[], bits varbit);
CREATE TYPE nothing AS ();
CREATE TYPE one_field AS (value text);
CREATE TYPE spans AS (floats floatrange, moods moodmultirange, whole int4range[]);
CREATE TYPE extended AS (pairs hstore, place vector, near halfvec);
CREATE TYPE letters AS (one "char", several "char"[]);
CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL, home address, moods mood[]);
CREATE TABLE teams (id int PRIMARY KEY, lead people, members people[]);
"""
TYPES = (
    "address",
    "person",
    "home",
    "homes",
    "floatrange",
    "floatmultirange",
    "moodrange",
    "moodmultirange",
    "addressrange",
    "spot",
    "nothing",
    "one_field",
    "spans",
    "extended",
    "letters",
    "hstore",
    "vector(3)",
    "halfvec(3)",
    "people",
    "teams",
)
ODD = ("", "NULL", 'a"b\\c', "(,)", "{}", " x ", "ü\n\t", "'", "a,b")


def _name(type_: str) -> str:
    return "".join(char for char in type_ if char.isalpha() or char == "_")


def _queries() -> str:
    parts: list[str] = []
    for type_ in TYPES:
        parts.append(f"-- name: {_name(type_)}_one :one\nSELECT @v::{type_};\n")
        parts.append(
            f"-- name: {_name(type_)}_text :one\n"
            f"SELECT sqlc.narg(v)::{type_} AS v, '(1,2)'::point AS p;\n"
        )
        parts.append(f"-- name: {_name(type_)}_array :one\nSELECT @v::{type_}[];\n")
    return "\n".join(parts)


def _values(m: Any) -> dict[str, list[Any]]:
    mood = m.Mood
    addresses = [m.Address(street, 1, date(2026, 1, 2)) for street in ODD]
    addresses.append(m.Address(None, None, None))
    person = m.Person(
        name='The "one"',
        mood=mood(""),
        home=addresses[2],
        former=[*addresses, None],
        moods=[*mood, None],
        scores=[1.5, float("inf"), None, -1e-7],
        data={"a": [1, None, 'x"\\']},
        raw=b"\x00\xff\\",
        took=timedelta(days=-3, seconds=5, microseconds=7),
        at=datetime(2026, 1, 1, 12, tzinfo=UTC),
        stay=Range(date(2026, 1, 1), None),
        amount=Decimal("1.50"),
    )
    nobody = m.Person(*[None] * 12)
    spot = m.Spot("x", "(1,2)", ["(1,1),(0,0)", None], "101")
    ranges = [Range(1.0, 2.5), Range(None, 1.0, "(]"), Range(empty=True), Range(None, None, "()")]
    moods = [Range(mood.SAD, mood("")), Range(mood("NULL"), None)]
    ann = m.People(1, "Ann", addresses[2], [mood.SAD, None])
    return {
        "address": addresses,
        "person": [person, nobody],
        "home": addresses,
        "homes": [addresses, []],
        "floatrange": ranges,
        "floatmultirange": [Multirange([Range(1.0, 2.0), Range(3.0, None)]), Multirange()],
        "moodrange": moods,
        "moodmultirange": [Multirange(moods[1:]), Multirange()],
        "addressrange": [Range(addresses[2], None), Range(None, addresses[3], "()")],
        "spot": [spot, m.Spot(None, None, None, "")],
        "nothing": [m.Nothing()],
        "one_field": [m.OneField("x"), m.OneField(""), m.OneField(None)],
        "spans": [m.Spans(ranges[0], Multirange(moods[:1]), [Range(1, 2), None])],
        "letters": [m.Letters("x", ["y", None]), m.Letters(None, [])],
        "extended": [m.Extended({"a": None, 'b"': "\\"}, [1.0, 2.5], [0.5])],
        "hstore": [{}, *({one: one} for one in ODD), {"a": None, "b": "NULL"}],
        "vector(3)": [[1.0, -2.5, 0.0]],
        "halfvec(3)": [[1.0, -2.5, 0.0]],
        "people": [ann],
        "teams": [m.Team(1, ann, [ann, ann]), m.Team(2, None, [])],
    }


def test_every_type_goes_in_and_comes_out(make: Make) -> None:
    q = make(SCHEMA, _queries())
    values = _values(q.models)
    assert set(values) == set(TYPES)
    for type_, several in values.items():
        name = _name(type_)
        for value in several:
            _same(getattr(q, f"{name}_one")(v=value), value, type_)
            _same(getattr(q, f"{name}_text")(v=value).v, value, f"{type_} in text")
        assert getattr(q, f"{name}_text")(v=None).v is None
        for array in (several, [], [*several, None]):
            _same(getattr(q, f"{name}_array")(v=array), array, f"{type_}[]")


def _same(came: object, went: object, type_: str) -> None:
    assert came == went, f"{type_}: {went!r} came back as {came!r}"
    assert type(came) is type(went), type_


MORE_QUERIES = """\
-- name: AddPerson :exec
INSERT INTO people (id, name, home, moods) VALUES (@id, @name, @home, @moods);

-- name: CopyPeople :copyfrom
INSERT INTO people (id, name, home, moods) VALUES (@id, @name, @home, @moods);

-- name: AddEach :batchone
INSERT INTO people (id, name, home) VALUES (@id, 'x', @home) RETURNING home;

-- name: Moved :many
UPDATE people SET home = @home WHERE (home).street = @street RETURNING *;

-- name: Whole :many
SELECT p, (p.home).street, p.home FROM people p ORDER BY id;

-- name: Joined :many
SELECT a.id, b FROM people a LEFT JOIN people b ON b.id = a.id + 1 ORDER BY a.id;

-- name: AllTogether :one
SELECT array_agg(p ORDER BY p.id) FROM people p;

-- name: IterHomes :iter
SELECT home FROM people ORDER BY id;

-- name: Populated :one
SELECT jsonb_populate_record(NULL::address, @data);

-- name: Unnested :many
SELECT a, a.street FROM unnest(@many::address[]) AS a;

-- name: Half :one
SELECT ROW(1, NULL, NULL, NULL)::people;

-- name: Wait :one
SELECT pg_sleep(0), 1 AS one;

-- name: WaitOnly :one
SELECT pg_sleep(0);
"""


def test_in_every_kind_of_statement(make: Make) -> None:
    q = make(SCHEMA, MORE_QUERIES)
    m = q.models
    home = m.Address("x", 1, None)
    q.add_person(id=1, name="Ann", home=home, moods=[m.Mood.SAD])
    rows = [q.CopyPeopleParams(id, "c\t", m.Address("\\", id, None), None) for id in (2, 3)]
    assert q.copy_people(rows) == 2
    assert q.add_each([q.AddEachParams(4, None), q.AddEachParams(5, home)]) == [None, home]
    moved = q.moved(home=None, street="\\")
    assert moved == [m.People(2, "c\t", None, None), m.People(3, "c\t", None, None)]
    first, *_, last = q.whole()
    assert first == q.WholeRow(m.People(1, "Ann", home, [m.Mood.SAD]), "x", home)
    assert last.p == m.People(5, "x", home, None)
    assert [row.b and row.b.id for row in q.joined()] == [2, 3, 4, 5, None]
    assert [person.id for person in q.all_together()] == [1, 2, 3, 4, 5]
    assert collected(q, q.iter_homes()) == [home, None, None, None, home]
    assert q.populated(data={"street": "y"}) == m.Address("y", None, None)
    assert q.unnested(many=[home, None]) == [
        q.UnnestedRow(home, "x"),
        q.UnnestedRow(m.Address(None, None, None), None),
    ]
    assert q.wait() == q.WaitRow(None, 1)
    assert q.wait_only() is None


def test_a_row_without_what_its_table_must_have(make: Make) -> None:
    q = make(SCHEMA, MORE_QUERIES)
    with pytest.raises(Exception, match="a value of people has a NULL in name") as caught:
        q.half()
    assert type(caught.value).__name__ == "ResultError"


@pytest.mark.parametrize("kind", [one for one in MODEL_KINDS if one != "dataclass"])
def test_classes_of_every_kind(make: Make, kind: str) -> None:
    q = make(SCHEMA, MORE_QUERIES, Options(models=kind))
    m = q.models
    home = m.Address(street="x", zip_code=1, kept=None)
    q.add_person(id=1, name="Ann", home=home, moods=[m.Mood.SAD])
    person = m.People(id=1, name="Ann", home=home, moods=[m.Mood.SAD])
    assert q.whole() == [q.WholeRow(p=person, street="x", home=home)]
    assert q.all_together() == [person]


CHANGES = {
    "ALTER TYPE address ADD ATTRIBUTE more int CASCADE": "address has 4 fields, not 3",
    "ALTER TYPE address DROP ATTRIBUTE kept CASCADE": "address has 2 fields, not 3",
    "ALTER TYPE address ALTER ATTRIBUTE kept TYPE text CASCADE": "another type for kept",
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_type_changed_while_the_program_runs(make: Make, database: str, change: str) -> None:
    query = (
        """SELECT jsonb_populate_record(NULL::address, '{"street": "x", "kept": "2026-01-01"}')"""
    )
    schema = "CREATE TYPE address AS (street text, zip int, kept date);"
    q = make(schema, f"-- name: Home :one\n{query};\n")
    assert q.home().street == "x"
    with psycopg.connect(database, autocommit=True) as other:
        other.execute(change.encode())
    with pytest.raises(Exception, match=f"{CHANGES[change]}: run `codegen generate` again"):
        q.home()


def test_types_made_anew_while_the_program_runs(make: Make, database: str) -> None:
    schema = """\
CREATE TYPE mood AS ENUM ('sad');
CREATE TYPE address AS (street text, mood mood);
CREATE FUNCTION home() RETURNS address LANGUAGE sql AS $$ SELECT 'x', 'sad'::mood $$;
"""
    q = make(schema, "-- name: Home :one\nSELECT home();\n")
    home = q.models.Address("x", q.models.Mood.SAD)
    assert q.home() == home
    with psycopg.connect(database, autocommit=True) as other:
        other.execute("DROP TYPE mood, address CASCADE")
        other.execute(schema.encode())
    assert q.home() == home


def test_settings_of_the_session_do_not_matter(make: Make) -> None:
    q = make(SCHEMA, _queries())
    person = _values(q.models)["person"][0]
    for setting in (
        "intervalstyle = sql_standard",
        "datestyle = 'SQL, DMY'",
        "timezone = 'America/New_York'",
        "bytea_output = 'escape'",
        "extra_float_digits = 0",
    ):
        q.run(q.connection.execute(f"SET {setting}"))
        assert q.person_one(v=person) == person


def test_types_that_psycopg_was_told_about(make: Make) -> None:
    q = make(SCHEMA, _queries())
    names = "hstore", "floatrange", "floatmultirange", "address", "extended"
    kinds = TypeInfo, RangeInfo, MultirangeInfo, CompositeInfo, CompositeInfo
    register = (
        register_hstore,
        register_range,
        register_multirange,
        register_composite,
        register_composite,
    )
    for name, kind, tell in zip(names, kinds, register, strict=True):
        fetch: Any = kind.fetch
        telling: Any = tell
        telling(q.run(fetch(q.connection, name)), q.connection)
    values = _values(q.models)
    for name in (*names, "person", "spans"):
        for value in values[name]:
            assert getattr(q, f"{name}_one")(v=value) == value
            assert getattr(q, f"{name}_array")(v=[value, None]) == [value, None]


def test_an_enum_that_psycopg_was_told_about(make: Make) -> None:
    schema = "CREATE TYPE mood AS ENUM ('sad', 'happy'); CREATE TYPE pair AS (a mood, b mood[]);"
    q = make(
        schema,
        "-- name: All :one\nSELECT @a::mood AS a, @b::mood[] AS b, @c::pair AS c;\n",
    )
    info = q.run(EnumInfo.fetch(q.connection, "mood"))
    assert info is not None
    register_enum(info, q.connection)
    sad, happy = q.models.Mood
    pair = q.models.Pair(sad, [happy, None])
    row = q.all_(a=happy, b=[sad, None], c=pair)
    assert row == q.AllRow(happy, [sad, None], pair)
    assert type(row.a) is type(row.b[0]) is q.models.Mood


def test_records_are_refused_with_a_way_out(tmp_path: Path) -> None:
    (tmp_path / "schema.sql").write_text(SCHEMA)
    (tmp_path / "q.sql").write_text("-- name: Pair :one\nSELECT ROW(1, 'x') AS pair;\n")
    files = {"schema": (str(tmp_path / "schema.sql"),), "queries": (str(tmp_path / "q.sql"),)}
    package = generate_package(analyse_project(Config(**files)))
    assert package.files is None
    (found,) = package.diagnostics
    assert found.message == "column pair: there is no Python type for record"
    assert "composite type" in (found.help or "")
