"""What the keys of renames and overrides name."""

from __future__ import annotations

import pytest

from codegen.plan import keys
from codegen.plan.models import models_of
from codegen.plan.options import Options, Override
from codegen.plan.spelling import of
from codegen.postgres.catalog import Catalog
from tests.plan.support import add_table, make_catalog, type_oid


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    made = make_catalog({"mood": ["calm"]}, {"chats": "id int8, mood mood"})
    made.add_schema("audit")
    add_table(made, "logs", "chats int8", "audit")
    add_table(made, "dotted.name", "id int8")
    return made


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("jsonb", "jsonb"),
        ("pg_catalog.numeric", "numeric"),
        ("timestamp with time zone", "timestamptz"),
        ("character varying", "varchar"),
        ("int8", "int8"),
        ("BIGINT", "int8"),
        ("jsonb[]", "jsonb[]"),
        ("mood", "mood"),
        ("public.mood", "mood"),
        ("public.mood[]", "mood[]"),
    ],
)
def test_types(catalog: Catalog, key: str, name: str) -> None:
    found = keys.type_of(key, catalog)
    assert found is not None and found.oid == type_oid(catalog, name)


@pytest.mark.parametrize("key", ["nothing", "jsonb jsonb", "'", "a.b.c.d", "", "."])
def test_nothing(catalog: Catalog, key: str) -> None:
    assert keys.type_of(key, catalog) is None
    assert keys.column_of(key, catalog) is None
    options = Options(overrides=(Override(key=key, type=of("", "str")),))
    _, (found,) = models_of(catalog, options)
    assert (found.code, found.message) == (
        "config-invalid",
        f"overrides: {key} names nothing in the schema",
    )


@pytest.mark.parametrize(
    ("key", "column"),
    [
        ("chats.id", ("public", "chats", "id")),
        ("public.chats.id", ("public", "chats", "id")),
        ("audit.logs.chats", ("audit", "logs", "chats")),
        ('"dotted.name".id', ("public", "dotted.name", "id")),
        ("logs.chats", None),
        ("chats.title", None),
    ],
)
def test_columns(catalog: Catalog, key: str, column: keys.ColumnKey | None) -> None:
    assert keys.column_of(key, catalog) == column
