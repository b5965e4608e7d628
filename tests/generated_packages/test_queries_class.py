"""Queries as methods, their protocol, what is known of them, and their names in the SQL."""

from __future__ import annotations

import importlib
from inspect import signature
from typing import Any

import psycopg

from codegen.plan.options import Options
from tests.generated_packages.conftest import Make, Package, collected
from tests.generated_packages.test_commands import QUERIES, SCHEMA

OPTIONS = Options(queries_class=True, protocol=True, query_info=True, name_comments=True)


def home(q: Package) -> Any:
    """The package that the functions are in: where the class is, too."""
    return importlib.import_module(q.functions.__name__.rpartition(".")[0])


def test_every_query_is_a_method(make: Make) -> None:
    q = make(SCHEMA, QUERIES, OPTIONS)
    queries = home(q).Queries(q.connection)
    q.add_person(id=1, name="Ann")
    is_async = isinstance(q.connection, psycopg.AsyncConnection)

    def run(result: Any) -> Any:
        return q.run(result) if is_async else result

    assert run(queries.find_name(id=1)) == "Ann"
    assert run(queries.rename_all(name="Bob")) is None
    assert run(queries.rename([q.RenameParams(name="Cem", id=1)])) is None
    assert run(queries.list_names()) == ["Cem"]
    assert collected(q, queries.iter_ids()) == [1]
    for name, function in vars(q.functions).items():
        if callable(function) and getattr(function, "__module__", "") == q.functions.__name__:
            method = getattr(queries, name)
            assert method.__doc__ == function.__doc__
            own = list(signature(function).parameters.values())[1:]
            assert [one.name for one in signature(method).parameters.values()] == [
                one.name for one in own
            ]


def test_the_protocol_has_the_same_methods(make: Make) -> None:
    found = home(make(SCHEMA, QUERIES, OPTIONS))
    for name, method in vars(found.Queries).items():
        if not name.startswith("_"):
            assert signature(getattr(found.QueriesProtocol, name)) == signature(method)


def test_what_is_known_of_queries(make: Make) -> None:
    q = make(SCHEMA, QUERIES, OPTIONS)
    info = importlib.import_module(f"{q.models.__name__.rpartition('.')[0]}.query_info")
    found = info.info_of(q.functions.find_person)
    assert found is info.FIND_PERSON
    assert (found.name, found.command, found.read_only) == ("FindPerson", "one", True)
    assert (found.reads, found.writes) == (("public.people",), ())
    assert found.sql == "-- name: FindPerson\nSELECT * FROM people WHERE id = $1::bigint"
    written = info.RENAME_ALL
    assert (written.read_only, written.reads, written.writes) == (False, (), ("public.people",))
    assert info.info_of(home(q).Queries.rename_all) is written


def test_names_reach_the_server(make: Make) -> None:
    q = make(
        SCHEMA,
        "-- name: WhatRuns :one\n"
        "SELECT query FROM pg_stat_activity WHERE pid = pg_backend_pid() LIMIT 1;\n",
        OPTIONS,
    )
    assert q.what_runs().startswith("-- name: WhatRuns\nSELECT query")
