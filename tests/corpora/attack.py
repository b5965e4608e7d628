"""Attacks what is claimed of the queries of public projects.

    python -m tests.corpora.attack --mirror DIR [--rounds N] [--show N] [PROJECT …]

Prints the claims that fell and, by the reason for the claim, the columns that may be NULL and never
were.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from codegen.analysis import nodes
from codegen.analysis.nodes import AnalysedQuery, ResultColumn
from codegen.schema import load
from codegen.schema.migrations import sources_of
from codegen.source import Source
from codegen.verify.attack import attack
from codegen.verify.effort import Effort
from codegen.verify.findings import Finding
from codegen.verify.runs import Seen
from codegen.verify.server import Database
from tests.corpora.measure import Laboratory
from tests.corpora.projects import PROJECTS, REPLACEMENTS, Package, packages, unpack
from tests.support.postgres import running_server


@dataclass(slots=True)
class Figures:
    """What came of an attack on some queries."""

    queries: int = 0
    with_columns: int = 0
    ran: int = 0
    columns: int = 0
    claimed: int = 0
    findings: list[Finding] = field(default_factory=list)
    doubted: Counter[str] = field(default_factory=Counter)
    unwitnessed: Counter[str] = field(default_factory=Counter)
    needless: list[str] = field(default_factory=list)
    never: list[str] = field(default_factory=list)
    errors: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])


class _Attacked(Laboratory):
    """A laboratory whose database can be used while it measures."""

    database: Database

    @contextmanager
    def _database(self) -> Iterator[Database]:
        with super()._database() as database:
            self.database = database
            yield database


def main() -> None:
    options = _options()
    total = Figures()
    with running_server() as dsn:
        for project in options.projects or PROJECTS:
            before = len(total.findings)
            _attack(dsn, options.mirror, project, options.rounds, total)
            print(f"== {project}: {len(total.findings) - before} claims fell")
            for finding in total.findings[before : before + options.show]:
                print(f"  {finding.query}.{finding.column}: {finding.claim}")
                print("   ", "\n    ".join((*finding.setup, finding.call)))
    _print(total, options.show)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests.corpora.attack")
    parser.add_argument("--mirror", type=Path, required=True, help="folder of git repositories")
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--show", type=int, default=10)
    parser.add_argument("projects", nargs="*", metavar="PROJECT", help="owner/name")
    return parser.parse_args()


def _attack(dsn: str, mirror: Path, project: str, rounds: int, total: Figures) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        unpack(mirror, project, root)
        laboratory = _Attacked(dsn, REPLACEMENTS.get(project, ()))
        for measured in laboratory.measure(list(packages(root, project)), root):
            # A claim about a query that the server understands otherwise is another's to mend.
            queries = [
                replace(query.ours, name=query.where)
                for query in measured.queries
                if isinstance(query.ours, AnalysedQuery) and query.verdict == "agree"
            ]
            total.queries += len(queries)
            sources = _schema(laboratory, measured.package, root)
            catalog, _ = load(sources)
            outcome = attack(
                laboratory.database.connection, catalog, queries, Effort(rounds=rounds)
            )
            total.findings += outcome.findings
            for query in queries:
                if query.columns:
                    _count(query, outcome.seen.get(query.name, Seen()), total)


def _schema(laboratory: Laboratory, package: Package, root: Path) -> list[Source]:
    paths = [one for one in package.schema if not one.is_dir() or any(one.glob("*.sql"))]
    return [laboratory._source(one, root) for path in paths for one in sources_of(path)]


def _count(query: AnalysedQuery, seen: Seen, total: Figures) -> None:
    total.ran += bool(seen.runs)
    total.with_columns += 1
    if not seen.runs:
        total.errors.append((query.name, (seen.error or "it did not run").splitlines()[0]))
    for index, column in enumerate(query.columns):
        total.columns += 1
        if not column.nullable:
            continue
        total.claimed += 1
        reason = _reason(query, index, column)
        if index in seen.values or index in seen.nulls:
            total.doubted[reason] += 1
            if index not in seen.nulls:
                total.unwitnessed[reason] += 1
                total.never.append(f"{reason}: {query.name}.{column.name}")
        if _is_needless(query, column):
            total.needless.append(f"{query.name}.{column.name}")


def _reason(query: AnalysedQuery, index: int, column: ResultColumn) -> str:
    if column.relation is not None and column.column is not None:
        stored = column.relation.column(column.column)
        if stored is not None and stored.not_null:
            return "row that may be missing"
        return "column that stores NULLs"
    tree = query.tree
    if not isinstance(tree, nodes.Query) or index >= len(tree.targets):
        return "other"
    return type(tree.targets[index].expr).__name__


def _is_needless(query: AnalysedQuery, column: ResultColumn) -> bool:
    """A NOT NULL column, said to be nullable where nothing in the query is optional."""
    if column.relation is None or column.column is None:
        return False
    stored = column.relation.column(column.column)
    words = re.findall(r"\w+", query.sql.lower())
    optional = {"left", "right", "full", "rollup", "cube", "sets", "merge", "old", "new"}
    return bool(stored and stored.not_null) and not optional.intersection(words)


def _print(total: Figures, show: int) -> None:
    print(f"\n{total.queries} queries, {total.with_columns} of them with rows, {total.ran} ran")
    print(f"{len(total.findings)} claims fell")
    print(f"{total.claimed} of {total.columns} columns may be NULL")
    print(f"needlessly so: {len(total.needless)} {total.needless[:show]}")
    for reason, number in total.doubted.most_common():
        print(f"  {reason}: {number} came, {total.unwitnessed[reason]} of them never NULL")
    for line in total.never[:show]:
        print(f"  {line}")
    silent = Counter(re.sub(r'"[^"]*"', "…", error) for _, error in total.errors)
    print(f"{len(total.errors)} queries with rows did not run")
    for error, number in silent.most_common(show):
        print(f"  {number} {error}")
    for name, error in total.errors[:show]:
        print(f"  {name}: {error}")


if __name__ == "__main__":
    main()
