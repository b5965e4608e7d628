"""Literate cases: ``select age from users;  -- age: nullable``, a line each.

``python -m tests.nullability.literate`` prints the lines whose expectation is missing or not met;
with ``--update`` it writes them as inferred, to be read before they are kept.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from codegen.analysis import analyse
from codegen.analysis.nodes import AnalysedQuery, ResultColumn
from codegen.postgres.catalog import Catalog
from codegen.schema import load
from codegen.source import Source
from codegen.sql.annotations import ParsedQuery, read_queries

HERE = Path(__file__).parent
SCHEMA = HERE / "schema.sql"
CASES = sorted((HERE / "cases").glob("*.sql"))


@dataclass(frozen=True, slots=True)
class Case:
    """A line of a file: a query, and what is expected of its columns ("" where nothing is said)."""

    path: Path
    line: int
    sql: str
    expected: str

    @property
    def name(self) -> str:
        return f"{self.path.stem}_{self.line}"


def cases(path: Path) -> Iterator[Case]:
    """The cases of a file."""
    for number, line in enumerate(path.read_text().splitlines(), 1):
        query, _, expected = line.partition(";")
        if query.strip():
            yield Case(path, number, query, expected.strip().removeprefix("--").strip())


def schema() -> Catalog:
    """The schema that all cases are about."""
    catalog, diagnostics = load([Source(str(SCHEMA), SCHEMA.read_text())])
    assert not diagnostics, diagnostics
    return catalog


def analysed(case: Case, catalog: Catalog) -> AnalysedQuery:
    """What is inferred of a case."""
    parsed = parsed_query(case)
    found, diagnostics = analyse(parsed, catalog)
    assert found is not None, f"{case.name}: {diagnostics[0].message}"
    return found


def parsed_query(case: Case) -> ParsedQuery:
    """The case as a query of a file of its own."""
    source = Source(case.name, f"-- name: {case.name} :many\n{case.sql};\n")
    queries, diagnostics = read_queries(source)
    assert queries, diagnostics
    return queries[0]


def inferred(query: AnalysedQuery) -> str:
    """The expectation that a query meets."""
    parts = [f"{column.name}: {words(column)}" for column in query.columns]
    parts += [f"@{p.name}: nullable" for p in query.parameters if p.nullable]
    return ", ".join(parts)


def words(column: ResultColumn) -> str:
    """A column's nullability as the cases word it."""
    elements = " of nullable" if column.elements_nullable else ""
    return ("nullable" if column.nullable else "not null") + elements


def main(update: bool) -> None:
    catalog = schema()
    for path in CASES:
        lines = path.read_text().splitlines()
        for case in cases(path):
            try:
                found = inferred(analysed(case, catalog))
            except AssertionError as failure:
                print(failure)
                continue
            if update:
                lines[case.line - 1] = f"{case.sql};  -- {found}"
            elif found != case.expected:
                print(f"{case.name}: {case.sql}\n  expected {case.expected}\n  inferred {found}")
        if update:
            path.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main("--update" in sys.argv[1:])
