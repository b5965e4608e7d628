"""A sample of the comparison with PostgreSQL; ``python -m tests.differential.run`` is the whole."""

from __future__ import annotations

import random
from collections.abc import Iterator

import psycopg
import pytest

from codegen.postgres.catalog import Catalog
from tests.differential import world
from tests.differential.compare import compare
from tests.differential.run import GROUPS
from tests.support.postgres import Databases

#: Questions of each group.
SAMPLE = 4000


@pytest.fixture(scope="module")
def server_world(databases: Databases) -> Iterator[tuple[psycopg.Connection, Catalog]]:
    """A connection to the database of the comparison, and its catalog."""
    with databases.temporary() as dsn, psycopg.connect(dsn) as connection:
        world.build(connection)
        yield connection, world.catalog_of(connection)


@pytest.mark.parametrize("group", GROUPS)
def test_types_are_resolved_as_postgresql_does(
    server_world: tuple[psycopg.Connection, Catalog], group: str
) -> None:
    connection, catalog = server_world
    cases = list(GROUPS[group](catalog))
    sample = random.Random(group).sample(cases, min(SAMPLE, len(cases)))
    outcome = compare(connection, catalog, sample)
    assert not outcome.differences, str(outcome)


def test_every_type_is_spelled_as_postgresql_does(
    server_world: tuple[psycopg.Connection, Catalog],
) -> None:
    connection, catalog = server_world
    rows = connection.execute(
        "select nspname, typname, format_type(t.oid, null) from pg_type t"
        " join pg_namespace n on n.oid = t.typnamespace where nspname <> 'pg_toast'"
    )
    for schema, name, spelling in rows:
        found = catalog.find_type(schema, name)
        assert found is not None, f"{schema}.{name}"
        assert catalog.format_type(found.oid) == spelling
