"""Rewrites the expectations of literate files where we and the server agree; prints where not.

Usage: ``python -m tests.inference.update [FILE…]``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import psycopg

from codegen.schema import load
from codegen.source import Source
from codegen.verify.server import Database
from tests.inference.literate import our_answer, read_cases, server_answers
from tests.inference.test_inference import FILES, SCHEMA
from tests.support.postgres import running_server


def main(paths: list[Path]) -> int:
    """Rewrites the files; the number of disagreements."""
    catalog, _ = load([Source(str(SCHEMA), SCHEMA.read_text())])
    wrong = 0
    with (
        running_server() as dsn,
        psycopg.connect(dsn, autocommit=True, prepare_threshold=None) as connection,
    ):
        connection.execute(SCHEMA.read_bytes())
        database = Database(connection=connection)
        for path in paths:
            wrong += _rewrite(path, catalog, database)
    return wrong


def _rewrite(path: Path, catalog: object, database: Database) -> int:
    cases = read_cases(path)
    found = [our_answer(case.sql, catalog) for case in cases]  # type: ignore[arg-type]
    texts = [
        query.sql if query is not None else case.sql
        for case, (_, query, _) in zip(cases, found, strict=True)
    ]
    text, wrong = path.read_text(), 0
    answers = list(server_answers(database, texts))
    for case, (ours, _, _), theirs in reversed(list(zip(cases, found, answers, strict=True))):
        if ours == theirs or (ours.startswith("error") and theirs.startswith("error")):
            rest = text[case.end :].partition("\n")
            text = f"{text[: case.end]}  -- {ours}{rest[1]}{rest[2]}"
        else:
            wrong += 1
            print(f"{path.name}:{case.line}: {case.sql}\n  inferred {ours}\n  server   {theirs}")
    path.write_text(text)
    return wrong


if __name__ == "__main__":
    sys.exit(1 if main([Path(name) for name in sys.argv[1:]] or FILES) else 0)
