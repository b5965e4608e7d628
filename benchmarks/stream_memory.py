"""Reads a million rows through the generated ``:iter`` function, and says what it took.

Run as a process of its own: ``stream_memory.py DSN FOLDER``, where FOLDER holds the package.
"""

import sys
from pathlib import Path


def _peak() -> int:
    """The most memory that this process had so far, in kB (Linux).

    getrusage() won't do: it begins with what the parent process had.
    """
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))


# Before anything else is imported: the bare interpreter.
_BARE = _peak()


def main() -> None:
    """Prints how many rows came, and the peak memory over the interpreter and over the imports."""
    import psycopg

    dsn, folder = sys.argv[1:]
    sys.path.insert(0, folder)
    from benchmarked import shop  # type: ignore[import-not-found]

    conn = psycopg.connect(dsn, autocommit=True)
    imported = _peak()
    with shop.stream_accounts(conn, times=10) as rows:
        count = sum(1 for _ in rows)
    peak = _peak()
    print(f"  {count:,} rows: {(peak - _BARE) / 1024:.1f} MB over the interpreter,", end=" ")
    print(f"{(peak - imported) / 1024:.1f} MB over the interpreter with psycopg imported")


if __name__ == "__main__":
    main()
