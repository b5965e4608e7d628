"""How long a schema takes to load: 500 tables, 2,000 functions, and as many partial unique indexes.

    python -m benchmarks.schema

Prints the best of some runs, in seconds of processor time.
"""

from __future__ import annotations

import time

from codegen.schema import load
from codegen.source import Source

_RUNS = 7


def main() -> None:
    """Measures both schemas."""
    for name, partial in (("plain", False), ("with partial unique indexes", True)):
        print(f"{name}: {_best(_schema(partial)):.3f} s")


def _schema(partial: bool) -> str:
    tables = "".join(
        f"""CREATE TABLE t{n} (id bigserial PRIMARY KEY, name text NOT NULL DEFAULT '' UNIQUE,
        amount numeric(10, 2) CHECK (amount >= 0), up bigint REFERENCES t{max(n - 1, 0)} (id),
        tags text[] NOT NULL, created_at timestamp with time zone NOT NULL DEFAULT now());
        CREATE INDEX ON t{n} (created_at);\n"""
        + partial * f"CREATE UNIQUE INDEX ON t{n} (name) WHERE amount > 0 AND up IS NULL;\n"
        for n in range(500)
    )
    functions = "".join(
        f"""CREATE FUNCTION f{n}(a integer, b text DEFAULT 'x') RETURNS SETOF t{n % 500}
        LANGUAGE sql STABLE AS $$ SELECT * FROM t{n % 500} WHERE name = b $$;\n"""
        for n in range(2000)
    )
    return tables + functions


def _best(text: str) -> float:
    return min(_seconds(text) for _ in range(_RUNS))


def _seconds(text: str) -> float:
    start = time.process_time()
    _, diagnostics = load([Source("schema.sql", text)])
    assert not diagnostics
    return time.process_time() - start


if __name__ == "__main__":
    main()
