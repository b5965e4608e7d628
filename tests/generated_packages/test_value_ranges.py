"""Any value that a type has room for comes back as it went in: alone, in an array, in a row."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from ipaddress import IPv4Interface
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from psycopg.types.multirange import Multirange
from psycopg.types.range import Range

from tests.generated_packages.conftest import Make

#: PostgreSQL keeps no NUL in a text, and no half of a surrogate pair.
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
#: In whatever time zone these are, their year has four digits.
INSTANTS = (datetime(2, 1, 1), datetime(9998, 1, 1))
JSON = st.recursive(
    st.booleans() | st.integers(-(10**15), 10**15) | TEXTS | st.floats(-1e9, 1e9),
    lambda inner: (
        st.lists(inner | st.none(), max_size=3)
        | st.dictionaries(TEXTS, inner | st.none(), max_size=3)
    ),
    max_leaves=6,
)


def _integers(bits: int) -> st.SearchStrategy[int]:
    return st.integers(-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)


def _numbers() -> st.SearchStrategy[Decimal]:
    special = st.sampled_from([Decimal("NaN"), Decimal("Infinity"), Decimal("-Infinity")])
    # PostgreSQL's numeric has 131,072 digits before the point and 16,383 after it.
    parts = st.tuples(st.integers(), st.integers(-200, 2000))
    scaled = parts.map(lambda part: Decimal(part[0]).scaleb(part[1]))
    return st.decimals(allow_nan=False, allow_infinity=False, places=30) | scaled | special


def _ranges(bounds: st.SearchStrategy[Any]) -> st.SearchStrategy[Range[Any]]:
    """Ranges in the form that PostgreSQL gives discrete ones back in."""
    pairs = st.tuples(bounds, bounds).filter(lambda pair: pair[0] < pair[1])
    whole = pairs.map(lambda pair: Range(pair[0], pair[1]))
    return whole | bounds.map(lambda low: Range(low, None)) | st.just(Range(empty=True))


VALUES: dict[str, st.SearchStrategy[Any]] = {
    "bool": st.booleans(),
    "int2": _integers(16),
    "int4": _integers(32),
    "int8": _integers(64),
    "oid": st.integers(0, 2**32 - 1),
    "float4": st.floats(width=32),
    "float8": st.floats(),
    "numeric": _numbers(),
    "text": TEXTS,
    "varchar": TEXTS,
    "citext": TEXTS,
    "bytea": st.binary(max_size=12),
    "uuid": st.uuids(),
    "date": st.dates(),
    "time": st.times(),
    "timetz": st.times(timezones=ZONES),
    "timestamp": st.datetimes(),
    "timestamptz": st.datetimes(*INSTANTS, timezones=ZONES),
    "interval": st.timedeltas(),
    "json": JSON,
    "jsonb": JSON,
    "inet": st.ip_addresses()
    | st.tuples(st.ip_addresses(v=4), st.integers(0, 31)).map(IPv4Interface),
    "int4range": _ranges(_integers(32)),
    "int8range": _ranges(_integers(64)),
    "numrange": _ranges(st.decimals(allow_nan=False, allow_infinity=False, places=3)),
    "daterange": _ranges(st.dates()),
    "tsrange": _ranges(st.datetimes()),
    "tstzrange": _ranges(st.datetimes(*INSTANTS, timezones=st.just(UTC))),
    "int8multirange": _ranges(_integers(64)).map(lambda one: Multirange([one] if one else [])),
    "varbit": st.text("01", max_size=70),
    "hstore": st.dictionaries(TEXTS, TEXTS | st.none(), max_size=3),
    "vector": st.lists(st.floats(-(2.0**100), 2.0**100, width=32), min_size=1, max_size=4),
    "textrange": _ranges(TEXTS),
    "floatrange": _ranges(st.floats(allow_nan=False)),
}
SCHEMA = """\
CREATE EXTENSION citext;
CREATE EXTENSION hstore;
CREATE EXTENSION vector;
CREATE TYPE textrange AS RANGE (subtype = text, collation = "C");
CREATE TYPE floatrange AS RANGE (subtype = float8);
""" + "\n".join(
    f"CREATE TYPE with_{name} AS (one {name}, many {name}[], after text);" for name in VALUES
)
QUERIES = "\n".join(
    f"-- name: send_{name} :one\nSELECT @one::{name} AS one, @many::{name}[] AS many,"
    f" @row::with_{name} AS row;\n"
    for name in VALUES
)


def test_values_come_back(make: Make) -> None:
    q = make(SCHEMA, QUERIES)

    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.fixed_dictionaries(VALUES), TEXTS)
    def check(values: dict[str, Any], after: str) -> None:
        for name, value in values.items():
            many = [value, None, value]
            row = getattr(q.models, f"With{name.capitalize()}")(value, many, after)
            came = getattr(q, f"send_{name}")(one=value, many=many, row=row)
            assert _same(came.one, value), (name, came.one, value)
            assert all(map(_same, came.many, many)), (name, came.many, many)
            assert _same(came.row.one, value), (name, came.row.one, value)
            assert all(map(_same, came.row.many, many)), (name, came.row.many, many)
            assert came.row.after == after

    check()


def _same(came: Any, went: Any) -> bool:
    if type(came) is not type(went):
        return False
    return came == went or (isinstance(went, float | Decimal) and math.isnan(went))
