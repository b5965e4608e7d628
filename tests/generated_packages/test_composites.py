"""Types of the user's own that are made of others: composites, ranges, domains, arrays of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from psycopg.types.multirange import Multirange
from psycopg.types.range import Range

from tests.generated_packages.conftest import Make

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
