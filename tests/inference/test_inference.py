"""Every literate line is what we infer, and what a real PostgreSQL says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from codegen.postgres.catalog import Catalog
from codegen.schema import load
from codegen.source import Source
from codegen.verify.server import Database
from tests.inference.literate import our_answer, read_cases, server_answers
from tests.support.postgres import Databases

HERE = Path(__file__).parent
SCHEMA = HERE / "schema.sql"
FILES = sorted(path for path in HERE.glob("*.sql") if path != SCHEMA)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    loaded, diagnostics = load([Source(str(SCHEMA), SCHEMA.read_text())])
    assert diagnostics == []
    return loaded


@pytest.fixture(scope="module")
def database(databases: Databases) -> Iterator[Database]:
    with (
        databases.temporary() as dsn,
        psycopg.connect(dsn, autocommit=True, prepare_threshold=None) as connection,
    ):
        connection.execute(SCHEMA.read_bytes())
        yield Database(connection=connection)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_inferred_types_are_those_of_the_server(
    path: Path, catalog: Catalog, database: Database
) -> None:
    cases = read_cases(path)
    assert cases
    prepared = [our_answer(case.sql, catalog) for case in cases]
    texts = [
        query.sql if query is not None else case.sql
        for case, (_, query, _) in zip(cases, prepared, strict=True)
    ]
    problems: list[str] = []
    for case, (ours, _, _), theirs in zip(
        cases, prepared, server_answers(database, texts), strict=True
    ):
        same = ours == theirs or (ours.startswith("error") and theirs.startswith("error"))
        if not same or ours != case.expected:
            problems.append(
                f"{path.name}:{case.line}: {case.sql}\n  expected {case.expected}\n"
                f"  inferred {ours}\n  server   {theirs}"
            )
    assert not problems, "\n".join(problems)
