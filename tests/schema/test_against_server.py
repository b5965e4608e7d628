"""The same DDL, read by a server and by us, comes out as the same schema."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from codegen.schema import load
from codegen.source import Source
from tests.schema.facts import differences, of_catalog, of_server

FILES = sorted((Path(__file__).parent / "ddl").glob("*.sql"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_catalog_says_what_the_server_says(file: Path, database: str) -> None:
    source = Source(file.name, file.read_text())
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(source.text.encode())
    with psycopg.connect(database) as connection:
        server = of_server(connection)
    catalog, diagnostics = load([source])
    assert diagnostics == []
    assert differences(server, of_catalog(catalog)) == []
