"""Every type of PostgreSQL has a Python type, and psycopg agrees with it."""

from __future__ import annotations

import psycopg
import pytest
from psycopg import pq

from codegen.diagnostics import CodegenError
from codegen.plan.models import models_of
from codegen.plan.python_types import Classes, python_type
from codegen.plan.spelling import ModuleNames
from codegen.plan.type_rows import ROWS
from codegen.postgres.catalog import Catalog, Type
from tests.plan.support import make_catalog, type_oid

PSYCOPG_TYPES = [one for one in psycopg.adapters.types if one.oid]


#: No loader is needed for what is void.
WITHOUT_LOADER = {"void"}


@pytest.mark.parametrize("name", [one.name.strip('"') for one in PSYCOPG_TYPES])
def test_every_type_that_psycopg_knows_has_a_row(name: str) -> None:
    assert name in ROWS or name == "record"


def test_every_type_of_postgresql_has_a_row_or_no_column() -> None:
    catalog = Catalog.builtin()
    shipped = [catalog.type(oid) for oid in range(1, 10_000) if _exists(catalog, oid)]
    missing = [
        type_.name
        for type_ in shipped
        if type_.kind in "bdrm" and not type_.is_array and type_.name not in ROWS
    ]
    assert missing == []


def _exists(catalog: Catalog, oid: int) -> bool:
    try:
        catalog.type(oid)
    except KeyError:
        return False
    return True


@pytest.mark.parametrize("name", ["record", "record[]"])
def test_records_are_told_to_be_cast(name: str) -> None:
    catalog = Catalog.builtin()
    with pytest.raises(CodegenError) as caught:
        python_type(catalog, type_oid(catalog, name), Classes())
    assert "composite type" in (caught.value.diagnostic.help or "")


@pytest.mark.parametrize("name", sorted(ROWS))
def test_binary_where_psycopg_has_a_loader(name: str) -> None:
    found = Catalog.builtin().find_type("pg_catalog", name)
    assert found is not None
    loads = psycopg.adapters.get_loader(found.oid, pq.Format.BINARY) is not None
    assert ROWS[name].binary == (loads or name in WITHOUT_LOADER)


@pytest.mark.parametrize("name", sorted(ROWS))
def test_registered_where_psycopg_knows_the_type(name: str) -> None:
    known = {one.name.strip('"') for one in PSYCOPG_TYPES} | {"void"}
    assert ROWS[name].registered == (name in known)


@pytest.mark.parametrize(
    ("type_name", "annotation"),
    [
        ("int8", "int"),
        ("uuid[]", "list[UUID]"),
        ("mood", "Mood"),
        ("mood[]", "list[Mood]"),
        ("jsonb", "JsonValue"),
        ("tstzrange", "Range[datetime]"),
        ("int4multirange", "Multirange[int]"),
        ("point", "str"),
        ("positive", "int"),
        ("cidr", "IPv4Network | IPv6Network"),
    ],
)
def test_annotations(type_name: str, annotation: str) -> None:
    catalog = make_catalog({"mood": ["sad", "happy"]})
    catalog.add_type(
        Type(oid=0, schema="public", name="positive", kind="d", base=type_oid(catalog, "int4"))
    )
    models, _ = models_of(catalog)
    python = python_type(catalog, type_oid(catalog, type_name), models.types)
    assert ModuleNames("@x").spell(python.annotation) == annotation


def test_a_type_without_a_python_type_is_told() -> None:
    with pytest.raises(CodegenError) as caught:
        python_type(Catalog.builtin(), type_oid(Catalog.builtin(), "anyelement"), Classes())
    assert caught.value.diagnostic.code == "unsupported"
    assert "anyelement" in caught.value.diagnostic.message
