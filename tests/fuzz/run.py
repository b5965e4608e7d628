"""Fuzzes for minutes: ``python -m tests.fuzz.run [--minutes N] [--seed N]``.

In turns: random statements over random schemas, statements made of the literate cases, operators
without parentheses and sentences of the grammar, all prepared by PostgreSQL as well; random queries
whose claims are attacked; damaged files. Prints what was found with the seed that finds it again,
and exits with 1 if there was anything.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable

import psycopg

from tests.fuzz.broken_files import broken
from tests.fuzz.compare import (
    Outcome,
    compare_chains,
    compare_claims,
    compare_grammar,
    compare_mutants,
    compare_sentences,
)
from tests.nullability.random_changes import Changes
from tests.nullability.random_queries import Generator, attacked
from tests.support.postgres import Databases, running_server

_STATEMENTS = 1_000
_FILES = 40
_QUERIES = 150

Compare = Callable[[psycopg.Connection, int, int], Outcome]


_COMPARED: dict[str, Compare] = {
    "grammar": compare_grammar,
    "mutants": compare_mutants,
    "claims": compare_claims,
    "chains": compare_chains,
    "sentences": compare_sentences,
}


def main(minutes: float, seed: int) -> int:
    """Runs until the time is over; the number of things found."""
    end = time.monotonic() + minutes * 60
    counts: Counter[str] = Counter()
    with running_server() as dsn:
        while time.monotonic() < end:
            _round(Databases(dsn), seed, counts)
            seed += 1
    print(", ".join(f"{number} {what}" for what, number in sorted(counts.items())))
    return counts["found"]


def _round(databases: Databases, seed: int, counts: Counter[str]) -> None:
    for name, compare in _COMPARED.items():
        _compare(databases, name, compare, seed, counts)
    for draws in (Generator, Changes):
        with databases.temporary() as dsn:
            findings, ran, _ = attacked(dsn, _QUERIES, seed, rounds=6, draws=draws)
        counts["queries attacked"] += ran
        for one in findings:
            _tell(counts, f"attacked, seed {seed}: {one.claim}\n{one.setup}\n{one.call}")
    for text in broken(seed, _FILES):
        _tell(counts, f"broken files, seed {seed}: {text}")
    counts["damaged files"] += 2 * _FILES


def _compare(
    databases: Databases, name: str, compare: Compare, seed: int, counts: Counter[str]
) -> None:
    with (
        databases.temporary() as dsn,
        psycopg.connect(dsn, autocommit=True, prepare_threshold=None) as connection,
    ):
        outcome = compare(connection, seed, _STATEMENTS)
    counts[f"statements compared ({name})"] += outcome.compared
    counts[f"valid ({name})"] += outcome.valid
    counts["literals left to the server"] += outcome.literals
    for one in outcome.disagreements:
        _tell(counts, f"{name}, seed {seed}: {one.sql}\n  ours   {one.ours}\n  theirs {one.theirs}")


def _tell(counts: Counter[str], text: str) -> None:
    counts["found"] += 1
    print(f"{text}\n", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    sys.exit(1 if main(given.minutes, given.seed) else 0)
