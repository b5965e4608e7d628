"""Every type goes in and comes out: alone, in an array, as NULL, in a table's model."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from ipaddress import IPv4Address, IPv4Interface, IPv4Network, IPv6Address, IPv6Network
from typing import Any
from uuid import UUID

import pytest
from psycopg.types.multirange import Multirange
from psycopg.types.range import Range

from tests.generated_packages.conftest import Make

MORNING = datetime(2026, 3, 1, 8, 30, 0, 123456)
UTC_MORNING = MORNING.replace(tzinfo=UTC)
#: By type: values that come back as they went in.
VALUES: dict[str, list[Any]] = {
    "bool": [True, False],
    "int2": [0, -32768, 32767],
    "int4": [0, -(2**31), 2**31 - 1],
    "int8": [0, -(2**63), 2**63 - 1],
    "oid": [0, 2**32 - 1],
    "float4": [0.0, 1.5, float("inf")],
    "float8": [0.0, -1e300, 0.1, 3.0],
    "numeric": [Decimal(0), Decimal("1.50"), Decimal("-1E+40"), Decimal("1e-20")],
    "text": ["", "a", "Ünïcödé \\ \" ' %s {x} $1", "{a,b}", "NULL", "\n\t"],
    "varchar": ["", "abc"],
    "bpchar": ["a", "abc"],
    "char(3)": ["abc"],
    "name": ["some_name"],
    '"char"': ["x"],
    "bytea": [b"", b"\x00\xff\\"],
    "uuid": [UUID(int=0), UUID(int=2**128 - 1)],
    "date": [date(2026, 2, 28), date.min, date.max],
    "time": [time(23, 59, 59, 999999), time(0)],
    "timetz": [time(12, tzinfo=UTC)],
    "timestamp": [MORNING, datetime.min],
    "timestamptz": [UTC_MORNING],
    "interval": [timedelta(0), timedelta(days=-1, seconds=3, microseconds=5)],
    "json": [{"a": [1, None, "x"]}, [1], "text", 1.5, True],
    "jsonb": [{"a": [1, None, "x"]}, [], "", 0, False],
    "inet": [IPv4Address("10.0.0.1"), IPv6Address("::1"), IPv4Interface("10.0.0.1/8")],
    "cidr": [IPv4Network("10.0.0.0/8"), IPv6Network("fe80::/10")],
    "int4range": [Range(1, 5), Range(empty=True), Range(None, 5, "()")],
    "int8range": [Range(1, 5), Range(2**40, 2**41)],
    "numrange": [Range(Decimal("1.5"), None)],
    "daterange": [Range(date(2026, 1, 1), date(2026, 2, 1))],
    "tsrange": [Range(MORNING, None)],
    "tstzrange": [Range(UTC_MORNING, None)],
    "int4multirange": [Multirange([Range(1, 3), Range(5, 8)])],
    "int8multirange": [Multirange([])],
    "nummultirange": [Multirange([Range(Decimal(1), Decimal(2))])],
    "datemultirange": [Multirange([Range(date(2026, 1, 1), date(2026, 2, 1))])],
    "tsmultirange": [Multirange([Range(MORNING, None)])],
    "tstzmultirange": [Multirange([Range(UTC_MORNING, None)])],
    "bit(4)": ["1010"],
    "varbit": ["", "101"],
    "box": ["(1,1),(0,0)"],
    "circle": ["<(0,0),1>"],
    "line": ["{1,2,3}"],
    "lseg": ["[(0,0),(1,1)]"],
    "path": ["[(0,0),(1,1)]"],
    "point": ["(1,2)"],
    "polygon": ["((0,0),(1,1),(1,0))"],
    "macaddr": ["08:00:2b:01:02:03"],
    "macaddr8": ["08:00:2b:01:02:03:04:05"],
    "money": ["$1,000.50"],
    "pg_lsn": ["16/B374D848"],
    "tid": ["(0,1)"],
    "xid": ["42"],
    "cid": ["42"],
    "xid8": ["42"],
    "tsvector": ["'a' 'cat'"],
    "tsquery": ["'a' & 'cat'"],
    "jsonpath": ['$."a"[*]'],
    "pg_snapshot": ["10:20:10,14,15"],
    "txid_snapshot": ["10:20:10,14,15"],
    "refcursor": ["c"],
    "regclass": ["pg_class"],
    "regtype": ["integer"],
    "regproc": ["now"],
    "regrole": ["pg_monitor"],
    "regnamespace": ["pg_catalog"],
    "int2vector": ["1 2"],
    "oidvector": ["1 2"],
    # The embedded server is built without libxml, and can only keep no xml.
    "xml": [],
    "mood": ["sad", 'it\'s, "odd" \\ {x}', "NULL"],
    "positive": [1, 2**31 - 1],
    "some_moods": [["sad"]],
    "citext": ["Hello"],
}
SCHEMA = """\
CREATE EXTENSION citext;
CREATE TYPE mood AS ENUM ('sad', 'it''s, "odd" \\ {x}', 'NULL');
CREATE DOMAIN positive AS int CHECK (value > 0);
CREATE DOMAIN some_moods AS mood[];
"""
#: What has no array over it in PostgreSQL, or none worth testing.
NO_ARRAY = {"some_moods"}


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
