"""Our input functions against PostgreSQL's: whatever it takes, we take."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from codegen.postgres.catalog import Catalog
from codegen.postgres.input import refusal
from codegen.schema import load
from codegen.source import Source
from tests.literals.values import SCHEMA, TEXTS
from tests.support.postgres import Databases

_RANDOM_TEXTS = 200


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    loaded, diagnostics = load([Source("schema.sql", SCHEMA)])
    assert diagnostics == []
    return loaded


@pytest.fixture(scope="module")
def server(databases: Databases) -> Iterator[psycopg.Connection]:
    with databases.temporary() as dsn, psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(SCHEMA.encode())
        yield connection


def _taken_by_server(
    connection: psycopg.Connection, type_name: str, texts: Sequence[str]
) -> list[bool]:
    """Whether each text is a value of the type, with one of the orders of day and month."""
    found = [False] * len(texts)
    for order in ("MDY", "DMY", "YMD"):
        connection.execute(f"SET DateStyle = ISO, {order}".encode())
        rows = connection.execute(
            "SELECT pg_input_is_valid(text, %s)"
            " FROM unnest(%s::text[]) WITH ORDINALITY AS t (text, n) ORDER BY n",
            [type_name, list(texts)],
        )
        found = [known or now for known, (now,) in zip(found, rows.fetchall(), strict=True)]
    return found


def _oid(connection: psycopg.Connection, catalog: Catalog, type_name: str) -> int:
    element = type_name.removesuffix("[]")
    own = catalog.find_type("public", element)
    if own is None:
        row = connection.execute("SELECT %s::regtype::oid", [type_name]).fetchone()
        assert row is not None
        return int(row[0])
    return own.array if element != type_name else own.oid


@pytest.mark.parametrize("type_name", TEXTS)
def test_valid_and_invalid_texts(
    type_name: str, catalog: Catalog, server: psycopg.Connection
) -> None:
    oid, texts = _oid(server, catalog, type_name), TEXTS[type_name]
    listed = (*texts.valid, *texts.invalid)
    expected = [True] * len(texts.valid) + [False] * len(texts.invalid)
    assert dict(zip(listed, _taken_by_server(server, type_name, listed), strict=True)) == dict(
        zip(listed, expected, strict=True)
    )
    ours = [refusal(catalog, oid, text) is None for text in listed]
    assert dict(zip(listed, ours, strict=True)) == dict(zip(listed, expected, strict=True))


@pytest.mark.parametrize("type_name", TEXTS)
@settings(
    max_examples=4,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 2**32))
def test_what_postgresql_takes_is_taken(
    type_name: str, seed: int, catalog: Catalog, server: psycopg.Connection
) -> None:
    oid, texts, rng = _oid(server, catalog, type_name), TEXTS[type_name], random.Random(seed)
    tried = [texts.random(rng) for _ in range(_RANDOM_TEXTS)]
    refused = [text for text in tried if refusal(catalog, oid, text) is not None]
    taken = _taken_by_server(server, type_name, refused)
    assert [text for text, one in zip(refused, taken, strict=True) if one] == []
