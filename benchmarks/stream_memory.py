"""Reads a million rows through the generated ``:iter`` function, and says what it took.

Run as a process of its own: ``stream_memory.py DSN FOLDER``, where FOLDER holds the package.
"""

import resource
import sys

# Before anything else is imported: the bare interpreter.
_BARE = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> None:
    """Prints how many rows came, and the peak memory over the interpreter and over the imports."""
    import psycopg

    dsn, folder = sys.argv[1:]
    sys.path.insert(0, folder)
    from benchmarked import shop  # type: ignore[import-not-found]

    conn = psycopg.connect(dsn, autocommit=True)
    imported = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with shop.stream_accounts(conn, times=10) as rows:
        count = sum(1 for _ in rows)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"  {count:,} rows: {(peak - _BARE) / 1024:.1f} MB over the interpreter,", end=" ")
    print(f"{(peak - imported) / 1024:.1f} MB over the interpreter with psycopg imported")


if __name__ == "__main__":
    main()
