"""Every command through PgBouncer in transaction mode, each time on another server connection."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from tests.generated_packages.conftest import (
    Package,
    collected,
    forget_generated,
    generate,
    opened,
)
from tests.generated_packages.test_commands import QUERIES, SCHEMA
from tests.support.postgres import database_name

#: Clients, as many as PgBouncer's connections to the server.
_CLIENTS = 3
MORE_QUERIES = """
-- name: BackendPid :one
SELECT pg_backend_pid();
"""


@pytest.fixture
def through(pgbouncer_dsn: str, database: str) -> str:
    """A connection string that leads through PgBouncer to a database with the schema."""
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(SCHEMA.encode())
    dsn = make_conninfo(pgbouncer_dsn, dbname=database_name(database))
    with ExitStack() as stack:
        # Transactions at the same time, so that there are as many connections to the server.
        for _ in range(_CLIENTS):
            connection = stack.enter_context(psycopg.connect(dsn))
            connection.execute("SELECT 1")
    return dsn


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The name of the package with all commands."""
    monkeypatch.syspath_prepend(str(tmp_path))
    name = generate(tmp_path, SCHEMA, QUERIES + MORE_QUERIES)
    importlib.invalidate_caches()
    yield name
    forget_generated()


flavours = pytest.mark.parametrize("flavour", ["sync", "async"])


@flavours
def test_every_command_many_times(flavour: str, package: str, through: str) -> None:
    with ExitStack() as stack:
        clients = [
            stack.enter_context(opened(flavour, package, through, prepare_threshold=None))
            for _ in range(_CLIENTS if flavour == "sync" else 1)
        ]
        pids = {q.backend_pid() for _ in range(_CLIENTS) for q in clients}
        assert len(pids) == _CLIENTS
        # psycopg would prepare the sixth time.
        for _ in range(8):
            for q in clients:
                run_all(q)


def run_all(q: Package) -> None:
    mood: Any = q.models.Mood
    assert q.add_person(id=1, name="Ann").mood is mood.HAPPY
    assert q.add_person_id(id=2, name="Bob") == 2
    assert q.find_person(id=1).name == "Ann"
    assert q.find_mood(id=1) is mood.HAPPY
    assert q.list_names() == ["Ann", "Bob"]
    assert q.list_moods() == [mood.HAPPY, mood.HAPPY]
    assert q.rename_rows(name="Cem", id=1) == 1
    assert q.rename_result(name="Eve") == "UPDATE 2"
    assert [person.id for person in collected(q, q.iter_people(after=0))] == [1, 2]
    assert q.copy_names(q.CopyNamesParams(name="x", id=id) for id in (3, 4)) == 2
    copied = q.CopyPeopleParams(5, "y", mood.SAD, {"a": 1}, None)
    assert q.copy_people([copied]) == 1
    q.rename(q.RenameParams(name=f"n{id}", id=id) for id in (1, 2))
    assert q.name_each([1, 9]) == ["n1", None]
    assert q.after_each([q.AfterEachParams(id=3, name="x")]) == [[5]]
    assert q.find_each([5])[0].mood is mood.SAD
    q.remove(range(1, 6))
    assert q.count_each([0]) == [0]


@flavours
def test_a_prepared_statement_that_is_elsewhere_is_explained(
    flavour: str, package: str, through: str
) -> None:
    for call in ("find_name", "name_each"):
        with opened(flavour, package, through) as q, pytest.raises(psycopg.Error) as caught:
            for _ in range(20):
                getattr(q, call)(id=1) if call == "find_name" else q.name_each([1, 2])
        assert "connect with prepare_threshold=None" in caught.value.__notes__[0]
