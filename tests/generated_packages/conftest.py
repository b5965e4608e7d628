"""Packages generated from SQL in a test, imported, and called on a real PostgreSQL.

At the end of a test, the types of all that it ran are compared with what was inferred.
"""

from __future__ import annotations

import asyncio
import importlib
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from inspect import isawaitable
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol

import psycopg
import pytest

from codegen.config import Config
from codegen.pipeline import Analysis, analyse_project, generate_package
from codegen.plan.options import DEFAULT, Options
from tests.support.honesty import PREPARE_AT_ONCE, differences, types_that_ran

_numbers = count()
_analyses: dict[str, Analysis] = {}


def generate(folder: Path, schema: str, queries: str, options: Options = DEFAULT) -> str:
    """Writes a package into the folder and gives its name."""
    name = f"generated_{next(_numbers)}"
    (folder / "schema.sql").write_text(schema)
    (folder / "q.sql").write_text(queries)
    config = Config(schema=(str(folder / "schema.sql"),), queries=(str(folder / "q.sql"),))
    _analyses[name] = analyse_project(config)
    package = generate_package(_analyses[name], options)
    assert package.diagnostics == ()
    for path, text in (package.files or {}).items():
        target = folder / name / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
    return name


@dataclass(slots=True)
class Package:
    """A generated package in one flavour; ``q.name(…)`` calls a function and awaits it."""

    models: ModuleType
    functions: ModuleType
    connection: Any
    run: Callable[[Any], Any]

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.functions, name)
        if isinstance(found, type):
            return found

        def called(*args: object, **keywords: object) -> Any:
            result = found(self.connection, *args, **keywords)
            return self.run(result) if isawaitable(result) else result

        return called


class Make(Protocol):
    """Generates a package from a schema and queries, and applies the schema to the database."""

    def __call__(self, schema: str, queries: str, options: Options = DEFAULT) -> Package: ...


@contextmanager
def opened(flavour: str, package: str, dsn: str, **connecting: Any) -> Iterator[Package]:
    """A package in one flavour, ``sync`` or ``async``, on a connection of its own."""
    models = importlib.import_module(f"{package}.models")
    if flavour == "sync":
        functions = importlib.import_module(f"{package}.q")
        with psycopg.connect(dsn, autocommit=True, **connecting) as connection:
            yield Package(models, functions, connection, lambda result: result)
        return
    functions = importlib.import_module(f"{package}.aio.q")
    with asyncio.Runner() as runner:
        connected = psycopg.AsyncConnection.connect(dsn, autocommit=True, **connecting)
        aio = runner.run(connected)
        try:
            yield Package(models, functions, aio, lambda result: runner.run(_awaited(result)))
        finally:
            runner.run(aio.close())


def _assert_honest(name: str, package: Package) -> None:
    running = types_that_ran(package.connection)
    if running is None:
        return
    cursor = package.run(running)
    rows = package.run(cursor.fetchall())
    queries = importlib.import_module(f"{name}._queries.q")
    assert differences(_analyses[name], queries, rows) == []


@pytest.fixture(params=["sync", "async"])
def make(
    request: pytest.FixtureRequest, tmp_path: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Make]:
    """Generates a package from a schema and queries, and applies the schema to the database."""
    monkeypatch.syspath_prepend(str(tmp_path))
    with ExitStack() as stack:

        def made(schema: str, queries: str, options: Options = DEFAULT) -> Package:
            with psycopg.connect(database, autocommit=True) as connection:
                connection.execute(schema.encode())
            name = generate(tmp_path, schema, queries, options)
            importlib.invalidate_caches()
            opening = opened(request.param, name, database, prepare_threshold=PREPARE_AT_ONCE)
            package = stack.enter_context(opening)
            stack.callback(_assert_honest, name, package)
            return package

        yield made
    forget_generated()


def forget_generated() -> None:
    """Unloads all packages that tests have generated."""
    for module in [name for name in sys.modules if name.startswith("generated_")]:
        del sys.modules[module]


async def _awaited(result: Any) -> Any:
    return await result


def collected(package: Package, rows: Any) -> list[Any]:
    """All rows of a stream."""
    if hasattr(rows, "__aiter__"):
        return list(package.run(_collected(rows)))
    return list(rows)


async def _collected(rows: AsyncIterator[Any]) -> list[Any]:
    return [row async for row in rows]
