"""Runs the inference on public projects and prints how often PostgreSQL agrees.

    python -m tests.corpora.run --mirror DIR [--strip-casts] [--show N] [PROJECT …]

``DIR`` holds git repositories, bare ones too, as ``owner+name/repo``, ``owner/name`` or ``name``.
YAML configurations need PyYAML.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import psycopg

from codegen.verify.schema import message_of
from tests.corpora.measure import Compared, Laboratory, Measured
from tests.corpora.projects import PROJECTS, REPLACEMENTS, packages, unpack
from tests.support.postgres import running_server

_QUOTED = re.compile(r"\[[^\]]*\]$|\"[^\"]*\"|'[^']*'")


def main() -> None:
    """Measures the projects named on the command line, or all that there are."""
    options = _options()
    everything: list[Compared] = []
    with running_server() as dsn:
        for project in options.projects or PROJECTS:
            measured = _measure(dsn, options.mirror, project, strip_casts=options.strip_casts)
            queries = [query for one in measured for query in one.queries]
            everything += queries
            _print_project(project, measured, queries, options.show)
            if options.rejects:
                _print_rejects(queries)
    print(f"\n== all: {summary(everything)}")
    _print_causes(everything)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests.corpora.run")
    parser.add_argument("--mirror", type=Path, required=True, help="folder of git repositories")
    parser.add_argument("--strip-casts", action="store_true", help="without the casts not needed")
    parser.add_argument("--show", type=int, default=10, help="disagreements shown per project")
    parser.add_argument("--rejects", action="store_true", help="show what both reject, too")
    parser.add_argument("projects", nargs="*", metavar="PROJECT", help="owner/name")
    return parser.parse_args()


def _measure(dsn: str, mirror: Path, project: str, *, strip_casts: bool) -> list[Measured]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        unpack(mirror, project, root)
        found = list(packages(root, project))
        laboratory = Laboratory(dsn, REPLACEMENTS.get(project, ()))
        return list(laboratory.measure(found, root, strip_casts=strip_casts))


def summary(queries: Sequence[Compared]) -> str:
    """The figures of some queries on one line."""
    queries = [query for query in queries if query.verdict != "annotation"]
    verdicts = Counter(query.verdict for query in queries)
    rejected = verdicts["both reject"] + verdicts["false accept"]
    accepted = len(queries) - rejected
    parameters = [pair for query in queries for pair in query.parameters]
    columns = [pair for query in queries for pair in query.columns]
    return ", ".join(
        (
            f"{len(queries)} queries",
            f"entirely right {_share(verdicts['agree'], accepted)}",
            f"parameters {_agreeing(parameters)}",
            f"columns {_agreeing(columns)}",
            f"false rejects {verdicts['false reject']}",
            f"rejects caught {_share(verdicts['both reject'], rejected)}",
        )
    )


def _agreeing(pairs: Sequence[tuple[str | None, str | None]]) -> str:
    return _share(sum(ours == theirs for ours, theirs in pairs), len(pairs))


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} ({100 * part / whole:.2f} %)" if whole else "0/0"


def _print_project(
    project: str, measured: Sequence[Measured], queries: Sequence[Compared], show: int
) -> None:
    print(f"\n== {project}: {summary(queries)}")
    complaints = [line for one in measured for line in one.schema]
    for line in complaints[:show]:
        print(f"  schema: {line}")
    if len(complaints) > show:
        print(f"  schema: … and {len(complaints) - show} more")
    quiet = ("agree", "both reject", "annotation")
    shown = [query for query in queries if query.verdict not in quiet]
    for query in shown[:show]:
        _print_query(query)
    if len(shown) > show:
        print(f"  … and {len(shown) - show} more disagreements")


def _print_query(query: Compared) -> None:
    print(f"  -- {query.verdict}: {query.where}")
    print("     " + "\n     ".join(query.sql.strip().splitlines()))
    if isinstance(query.ours, str):
        print(f"     ours: {query.ours}")
    if isinstance(query.theirs, psycopg.Error):
        print(f"     PostgreSQL: {message_of(query.theirs)}")
    elif not isinstance(query.ours, str):
        for number, (ours, theirs) in enumerate(query.parameters, 1):
            if ours != theirs:
                print(f"     ${number}: ours {ours}, PostgreSQL {theirs}")
        for number, (ours, theirs) in enumerate(query.columns, 1):
            if ours != theirs:
                print(f"     column {number}: ours {ours}, PostgreSQL {theirs}")


def _print_rejects(queries: Sequence[Compared]) -> None:
    for query in queries:
        if query.verdict == "both reject" and isinstance(query.theirs, psycopg.Error):
            print(f"  -- both reject: {query.where}")
            print(f"     ours: {query.ours}\n     PostgreSQL: {message_of(query.theirs)}")


def _print_causes(queries: Sequence[Compared]) -> None:
    """The disagreements by what they look like, most frequent first."""
    causes: Counter[str] = Counter()
    example: dict[str, str] = {}
    for query in queries:
        for cause in set(_causes(query)):
            causes[cause] += 1
            example.setdefault(cause, query.where)
    print("\n== causes")
    for cause, times in causes.most_common():
        print(f"{times:5} {cause}   e.g. {example[cause]}")


def _causes(query: Compared) -> list[str]:
    verdict = query.verdict
    if verdict == "false reject":
        return [f"false reject: {_QUOTED.sub('…', str(query.ours))}"]
    if verdict == "false accept":
        assert isinstance(query.theirs, psycopg.Error)
        return [f"false accept: {_QUOTED.sub('…', message_of(query.theirs))}"]
    if verdict == "mismatch":
        pairs = [(f"${n}", *pair) for n, pair in enumerate(query.parameters)]
        pairs += [("column", *pair) for pair in query.columns]
        return [
            f"{'parameter' if what[0] == '$' else what}: ours {ours}, PostgreSQL {theirs}"
            for what, ours, theirs in pairs
            if ours != theirs
        ]
    return []


if __name__ == "__main__":
    main()
