"""Every placeholder gets the type that was inferred for it."""

from __future__ import annotations

import pytest

from codegen.plan.pinning import pinned
from codegen.postgres.catalog import Catalog
from tests.plan.support import make_catalog, type_oid


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return make_catalog({"mood": ["sad", "happy"], "Strange Name": ["x"]})


@pytest.mark.parametrize(
    ("sql", "types", "expected"),
    [
        ("id = $1", "int8", "id = $1::bigint"),
        ("id = $1::int8", "int8", "id = $1::int8"),
        ("id = $1 :: bigint", "int8", "id = $1 :: bigint"),
        ("id = $1::text", "int8", "id = $1::bigint::text"),
        ("id = any($1)", "uuid[]", "id = any($1::uuid[])"),
        ("id = any($1::uuid[])", "uuid[]", "id = any($1::uuid[])"),
        ("id = any($1::uuid ARRAY)", "uuid[]", "id = any($1::uuid ARRAY)"),
        ("$1[1]", "int4[]", "($1::integer[])[1]"),
        ("x = $1::numeric(10, 2)", "numeric", "x = $1::numeric(10, 2)"),
        ("m = $1", "mood", "m = $1::mood"),
        ("m = $1", "Strange Name", 'm = $1::"Strange Name"'),
        ("FETCH FIRST $1 ROWS ONLY", "int8", "FETCH FIRST ($1::bigint) ROWS ONLY"),
        ("OFFSET $1 ROWS", "int8", "OFFSET ($1::bigint) ROWS"),
        ("LIMIT $1", "int8", "LIMIT $1::bigint"),
        ("'$1' || $1 -- $1\n|| $$ $1 $$", "text", "'$1' || $1::text -- $1\n|| $$ $1 $$"),
        ("$1 at time zone 'UTC'", "timestamptz", "$1::timestamp with time zone at time zone 'UTC'"),
        ("-$1", "int4", "-$1::integer"),
        # As casts, `character` and `bit` would cut off all but the first character.
        ("c = $1", "bpchar", "c = $1::bpchar"),
        ("c = any($1)", "bit[]", 'c = any($1::"bit"[])'),
    ],
)
def test_placeholders(catalog: Catalog, sql: str, types: str, expected: str) -> None:
    assert pinned(sql, {1: type_oid(catalog, types)}, catalog) == expected


def test_every_use_and_every_number(catalog: Catalog) -> None:
    types = {1: type_oid(catalog, "int4"), 12: type_oid(catalog, "text")}
    assert pinned("$1 $12 $1", types, catalog) == "$1::integer $12::text $1::integer"
