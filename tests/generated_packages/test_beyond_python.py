"""Values that PostgreSQL has and Python hasn't, or the other way round: an error, never another
value. It is psycopg's, also inside types that psycopg doesn't know."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from tests.generated_packages.conftest import Make

TOO_LARGE = {
    "date": ["infinity", "-infinity", "0044-03-15 BC", "10000-01-01"],
    "timestamp": ["infinity", "-infinity", "0044-03-15 12:00 BC"],
    "timestamptz": ["infinity", "-infinity", "0044-03-15 12:00+00 BC"],
    "interval": ["3000000000 days"],
    "time": ["24:00"],
}
SCHEMA = "\n".join(
    f"CREATE TYPE with_{name} AS (v {name}); CREATE DOMAIN of_{name} AS {name};"
    f" CREATE TYPE range_of_{name} AS RANGE (subtype = of_{name});"
    for name in TOO_LARGE
)
FORMS = {
    "alone": "SELECT @v::text::{name}",
    "array": "SELECT ARRAY[@v::text::{name}]",
    "domains": "SELECT ARRAY[@v::text::of_{name}]",
    "row": "SELECT ROW(@v::text::{name})::with_{name}",
    "range": "SELECT range_of_{name}(NULL, @v::text::{name}, '(]')",
}
QUERIES = "\n".join(
    f"-- name: {form}_{name} :one\n{sql.format(name=name)};\n"
    for name in TOO_LARGE
    for form, sql in FORMS.items()
)


def test_too_large_for_python(make: Make) -> None:
    q = make(SCHEMA, QUERIES)
    for name, values in TOO_LARGE.items():
        for form in FORMS:
            for value in values:
                with pytest.raises(psycopg.Error):
                    getattr(q, f"{form}_{name}")(v=value)
                    pytest.fail(f"{form} of {name}: {value} came as something")


@pytest.mark.parametrize("type_", ["text", "one", "text[]", "texts", "range_of_text"])
def test_a_nul_in_a_text(make: Make, type_: str) -> None:
    q = make(
        "CREATE TYPE one AS (v text); CREATE DOMAIN texts AS text[];"
        "CREATE TYPE range_of_text AS RANGE (subtype = text);",
        f"-- name: Send :one\nSELECT @v::{type_};\n",
    )
    values: dict[str, Any] = {
        "text": "a\0",
        "one": getattr(q.models, "One", str)("a\0"),
        "range_of_text": psycopg.types.range.Range("a\0", None),
    }
    with pytest.raises(psycopg.DataError):
        q.send(v=values.get(type_, ["a\0"]))


def test_numbers_that_are_none(make: Make) -> None:
    q = make(
        "CREATE TYPE one AS (a float8, b numeric, c numeric[]);",
        "-- name: Send :one\nSELECT @v::one AS v, @a::numeric AS a, @b::float4[] AS b;\n",
    )
    from decimal import Decimal

    nan, infinite = Decimal("NaN"), Decimal("Infinity")
    one = q.models.One(float("-inf"), infinite, [nan, -infinite])
    row = q.send(v=one, a=-infinite, b=[float("nan"), float("inf")])
    assert (row.v.a, row.v.b, row.a) == (float("-inf"), infinite, -infinite)
    assert row.v.c[0].is_nan() and row.v.c[1] == -infinite
    assert row.b[0] != row.b[0]
    assert row.b[1] == float("inf")
