"""PgBouncer in front of a test server, in transaction mode."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from psycopg.conninfo import conninfo_to_dict, make_conninfo

_PORT = 6432
#: Debian installs it where only root's PATH looks.
_FOLDERS = ("/usr/sbin", "/usr/local/sbin")
_PATIENCE = 10.0

# A client's next transaction mostly runs on another of the few connections to the server.
_CONFIGURATION = """\
[databases]
* = host={server} user={user}

[pgbouncer]
listen_addr =
listen_port = {port}
unix_socket_dir = {folder}
auth_type = any
pool_mode = transaction
default_pool_size = 3
server_round_robin = 1
logfile = {folder}/log
"""


def find_pgbouncer() -> str | None:
    """The path of the program, if it is installed."""
    path = os.pathsep.join([os.environ.get("PATH", ""), *_FOLDERS])
    return shutil.which("pgbouncer", path=path)


@contextmanager
def running_pgbouncer(program: str, dsn: str) -> Iterator[str]:
    """A connection string that leads through a new PgBouncer to the server of another one.

    The server has to listen on a Unix socket. All of its databases can be reached.
    """
    target = conninfo_to_dict(dsn)
    folder = Path(tempfile.mkdtemp(prefix="pgcodegen-pgbouncer-"))
    # Whoever owns the server's folder may connect to it; PgBouncer refuses to run as root.
    owner = Path(str(target["host"])).stat().st_uid
    os.chown(folder, owner, -1)
    configuration = folder / "pgbouncer.ini"
    configuration.write_text(
        _CONFIGURATION.format(server=target["host"], user=target["user"], folder=folder, port=_PORT)
    )
    as_owner = [] if owner == os.geteuid() else ["--user", pwd.getpwuid(owner).pw_name]
    process = subprocess.Popen([program, "--quiet", *as_owner, str(configuration)])
    try:
        _wait_for(folder / f".s.PGSQL.{_PORT}", process)
        yield make_conninfo(dsn, host=str(folder), port=_PORT)
    finally:
        process.terminate()
        process.wait(_PATIENCE)
        shutil.rmtree(folder, ignore_errors=True)


def _wait_for(socket: Path, process: subprocess.Popen[bytes]) -> None:
    deadline = monotonic() + _PATIENCE
    while not socket.exists():
        if process.poll() is not None or monotonic() > deadline:
            raise RuntimeError(f"PgBouncer does not listen on {socket}")
        sleep(0.02)
