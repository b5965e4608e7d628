"""Asks a real PostgreSQL what it makes of statements: parse analysis only, nothing is run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import psycopg
from psycopg import pq

#: Statements that are under way at a time.
BATCH = 500


@dataclass(frozen=True, slots=True)
class Answer:
    """Types by PostgreSQL's spelling: of the result columns and of the parameters; or an error.

    ``state`` is the SQLSTATE, "" for success. ``message`` takes part in no comparison.
    """

    state: str = ""
    message: str = ""
    columns: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()

    def __str__(self) -> str:
        if self.state:
            return f"{self.state} {self.message}"
        return f"{', '.join(self.columns)} of ({', '.join(self.parameters)})"


def answers(connection: psycopg.Connection, statements: Sequence[str]) -> Iterator[Answer]:
    """What the server says to each of the statements."""
    types = connection.execute("select oid, format_type(oid, null) from pg_type").fetchall()
    names: dict[int, str] = dict(types)
    connection.commit()
    pgconn = connection.pgconn
    # What is sent is sent at once, then; libpq reads what comes back while it waits for that.
    pgconn.nonblocking = 0
    pgconn.enter_pipeline_mode()
    try:
        for start in range(0, len(statements), BATCH):
            batch = statements[start : start + BATCH]
            for statement in batch:
                pgconn.send_prepare(b"", statement.encode())
                pgconn.send_describe_prepared(b"")
                pgconn.pipeline_sync()
            for _ in batch:
                yield _answer(pgconn, names)
    finally:
        pgconn.exit_pipeline_mode()
        pgconn.nonblocking = 1


def _answer(pgconn: pq.abc.PGconn, names: dict[int, str]) -> Answer:
    prepared, described, synced = (_next_result(pgconn) for _ in range(3))
    assert synced.status == pq.ExecStatus.PIPELINE_SYNC
    if prepared.status != pq.ExecStatus.COMMAND_OK:
        state = prepared.error_field(pq.DiagnosticField.SQLSTATE) or b""
        message = prepared.error_field(pq.DiagnosticField.MESSAGE_PRIMARY) or b""
        return Answer(state.decode(), message.decode())
    return Answer(
        columns=tuple(names[described.ftype(place)] for place in range(described.nfields)),
        parameters=tuple(names[described.param_type(place)] for place in range(described.nparams)),
    )


def _next_result(pgconn: pq.abc.PGconn) -> pq.abc.PGresult:
    """The next result, past the end of the one before."""
    result = pgconn.get_result() or pgconn.get_result()
    assert result is not None
    return result
