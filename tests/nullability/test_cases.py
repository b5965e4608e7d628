"""Every line of the literate files: as inferred, and as a real PostgreSQL shows it.

``nullable`` has to be witnessed by a NULL that came, and ``not null`` stands up to rows full of
NULLs and to empty tables; ``nullable?`` is where more is claimed than ever comes.
"""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest

from codegen.analysis.nodes import AnalysedQuery
from codegen.postgres.catalog import Catalog
from codegen.verify.attack import Outcome, attack
from codegen.verify.effort import Effort
from codegen.verify.runs import Seen
from tests.nullability.literate import CASES, HERE, SCHEMA, Case, analysed, cases, inferred, schema
from tests.support.postgres import Databases

COLUMNS = [case for path in CASES for case in cases(path)]
ROWS = list(cases(HERE / "rows" / "cardinality.sql"))
PARAMETERS = list(cases(HERE / "parameters" / "parameters.sql"))
#: Rounds for all cases, and then for those that still lack a witness.
ROUNDS = 12
MORE_ROUNDS = 48


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return schema()


@pytest.fixture(scope="module")
def observed(databases: Databases, catalog: Catalog) -> Iterator[Outcome]:
    queries = {case.name: analysed(case, catalog) for case in (*COLUMNS, *ROWS)}
    with databases.temporary() as dsn, psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(SCHEMA.read_bytes())
        first = attack(connection, catalog, list(queries.values()), Effort(rounds=ROUNDS))
        rest = [queries[case.name] for case in (*COLUMNS, *ROWS) if _lacks(case, queries, first)]
        more = attack(connection, catalog, rest, Effort(seed=1, rounds=MORE_ROUNDS))
    both = {name: _both(first.seen[name], seen) for name, seen in more.seen.items()}
    yield Outcome(
        findings=(*first.findings, *more.findings),
        seen={**first.seen, **both},
        rounds=ROUNDS + MORE_ROUNDS,
    )


def _lacks(case: Case, queries: dict[str, AnalysedQuery], outcome: Outcome) -> bool:
    seen = outcome.seen.get(case.name)
    if seen is None:
        return False
    unseen = bool(_never_null(queries[case.name], case, seen)) or not seen.runs
    return unseen or (case.expected == "many" and seen.most < 2)


def _both(one: Seen, other: Seen) -> Seen:
    return Seen(
        runs=one.runs + other.runs,
        most=max(one.most, other.most),
        nulls=one.nulls | other.nulls,
        error=other.error,
    )


def _name(case: Case) -> str:
    return case.name


@pytest.mark.parametrize("case", COLUMNS, ids=_name)
def test_columns_are_inferred(case: Case, catalog: Catalog) -> None:
    assert inferred(analysed(case, catalog)) == case.expected.replace("?", "")


@pytest.mark.parametrize("case", COLUMNS, ids=_name)
def test_every_nullable_column_was_null(case: Case, catalog: Catalog, observed: Outcome) -> None:
    query = analysed(case, catalog)
    seen = observed.seen[case.name]
    assert seen.runs, seen.error
    assert _never_null(query, case, seen) == []


def _never_null(query: AnalysedQuery, case: Case, seen: Seen) -> list[str]:
    doubted = {part.partition(":")[0].strip() for part in case.expected.split(",") if "?" in part}
    return [
        column.name
        for index, column in enumerate(query.columns)
        if column.nullable and index not in seen.nulls and column.name not in doubted
    ]


def test_no_claim_falls(observed: Outcome) -> None:
    assert observed.findings == ()


def test_there_are_hundreds_of_cases() -> None:
    assert len(COLUMNS) >= 300


@pytest.mark.parametrize("case", ROWS, ids=_name)
def test_rows_are_counted(case: Case, catalog: Catalog, observed: Outcome) -> None:
    query = analysed(case, catalog)
    assert query.cardinality.replace("_", " ") == case.expected.rstrip("?")
    if case.expected == "many":
        assert observed.seen[case.name].most > 1


@pytest.mark.parametrize("case", PARAMETERS, ids=_name)
def test_parameters_are_inferred(case: Case, catalog: Catalog) -> None:
    query = analysed(case, catalog)
    found = [f"@{p.name}: {'nullable' if p.nullable else 'not null'}" for p in query.parameters]
    assert ", ".join(found) == case.expected
