"""The whole comparison of type resolution with PostgreSQL's: ``python -m tests.differential.run``.

Ends with 1 where an answer differs. Names of groups as arguments restrict it to these.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from functools import partial

import psycopg

from codegen.postgres.catalog import Catalog
from tests.differential import questions, world
from tests.differential.cases import Case
from tests.differential.compare import compare
from tests.support.postgres import running_server

#: What the sampled questions are drawn by.
SEED = 18

#: The groups of questions, by name.
GROUPS: dict[str, Callable[[Catalog], Iterable[Case]]] = {
    "binary operators": questions.binary_operations,
    "prefix operators": questions.prefix_operations,
    "operators with ANY": questions.array_operations,
    "functions of one argument": questions.single_argument_calls,
    "functions near what they take": partial(questions.near_calls, seed=SEED, variants=8),
    "common types": questions.common_types,
    "conversions": questions.conversions,
}


def main() -> int:
    """Runs the comparison and prints its figures; gives the exit code."""
    wanted = sys.argv[1:] or list(GROUPS)
    different = 0
    with running_server() as dsn, psycopg.connect(dsn) as connection:
        world.build(connection)
        catalog = world.catalog_of(connection)
        for name in wanted:
            start = time.perf_counter()
            outcome = compare(connection, catalog, GROUPS[name](catalog))
            print(f"{name}: {outcome} ({time.perf_counter() - start:.1f} s)", flush=True)
            different += len(outcome.differences)
    return int(different > 0)


if __name__ == "__main__":
    sys.exit(main())
