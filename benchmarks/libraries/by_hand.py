"""psycopg as somebody writes it by hand who wants it fast."""

from __future__ import annotations

from itertools import starmap
from typing import Any

import psycopg
from psycopg.rows import class_row, tuple_row
from psycopg.types.enum import EnumInfo, register_enum

from benchmarks.libraries import (
    COPY,
    COPY_TYPES,
    INSERT,
    MANY_NARROW,
    MANY_WIDE,
    ONE_NARROW,
    ONE_WIDE,
    Account,
    Accounts,
)

_ENUMS = {"order_status": "OrderStatus", "order_flag": "OrderFlag"}


def _connect(dsn: str, package: Any) -> psycopg.Connection[Any]:
    """A connection that knows the enums, as psycopg's manual shows."""
    conn = psycopg.connect(dsn, autocommit=True)
    for name, enum in _ENUMS.items():
        info = EnumInfo.fetch(conn, name)
        assert info is not None
        register_enum(info, conn, getattr(package.models, enum))
    return conn


class Tuples:
    """One binary cursor, used again and again, and the tuples that come out: the floor."""

    def __init__(self, dsn: str, package: Any) -> None:
        self.conn = _connect(dsn, package)
        self.cursor = psycopg.RawCursor(self.conn, row_factory=tuple_row)
        self.models = package.models

    def _run(self, query: str, value: int) -> psycopg.RawCursor[Any]:
        return self.cursor.execute(query.format("$1"), (value,), binary=True, prepare=True)

    def one_narrow(self, key: int) -> object:
        return self._run(ONE_NARROW, key).fetchone()

    def one_wide(self, key: int) -> object:
        return self._run(ONE_WIDE, key).fetchone()

    def many_narrow(self, count: int) -> object:
        return self._run(MANY_NARROW, count).fetchall()

    def many_wide(self, count: int) -> object:
        return self._run(MANY_WIDE, count).fetchall()

    def insert(self, values: Account) -> None:
        self.cursor.execute(INSERT.format("$1", "$2", "$3", "$4"), values, prepare=True)

    def batch(self, rows: Accounts) -> None:
        self.cursor.executemany(INSERT.format("$1", "$2", "$3", "$4"), rows)

    def copy(self, rows: Accounts) -> None:
        with self.cursor.copy(f"{COPY} (FORMAT BINARY)") as copy:
            copy.set_types(COPY_TYPES)
            for row in rows:
                copy.write_row(row)


class ByHand(Tuples):
    """The floor, and the same dataclasses made of the tuples."""

    def one_narrow(self, key: int) -> object:
        row = self._run(ONE_NARROW, key).fetchone()
        return None if row is None else self.models.Account(*row)

    def one_wide(self, key: int) -> object:
        row = self._run(ONE_WIDE, key).fetchone()
        return None if row is None else self.models.Order(*row)

    def many_narrow(self, count: int) -> object:
        return list(starmap(self.models.Account, self._run(MANY_NARROW, count).fetchall()))

    def many_wide(self, count: int) -> object:
        return list(starmap(self.models.Order, self._run(MANY_WIDE, count).fetchall()))

    # They make nothing: the floor does the same.
    insert = None  # type: ignore[assignment]
    batch = None  # type: ignore[assignment]
    copy = None  # type: ignore[assignment]


class ClassRow:
    """A new cursor with psycopg's ``class_row`` for each query."""

    def __init__(self, dsn: str, package: Any) -> None:
        self.conn = _connect(dsn, package)
        self.models = package.models

    def _run(self, model: type, query: str, value: int) -> psycopg.Cursor[Any]:
        cursor = self.conn.cursor(row_factory=class_row(model), binary=True)
        return cursor.execute(query.format("%s"), (value,))

    def one_narrow(self, key: int) -> object:
        return self._run(self.models.Account, ONE_NARROW, key).fetchone()

    def one_wide(self, key: int) -> object:
        return self._run(self.models.Order, ONE_WIDE, key).fetchone()

    def many_narrow(self, count: int) -> object:
        return self._run(self.models.Account, MANY_NARROW, count).fetchall()

    def many_wide(self, count: int) -> object:
        return self._run(self.models.Order, MANY_WIDE, count).fetchall()


class AsyncByHand:
    """One asynchronous binary cursor, and the same dataclasses."""

    def __init__(self, dsn: str, package: Any) -> None:
        self.dsn = dsn
        self.models = package.models

    async def connect(self) -> None:
        self.conn = await psycopg.AsyncConnection.connect(self.dsn, autocommit=True)
        for name, enum in _ENUMS.items():
            info = await EnumInfo.fetch(self.conn, name)
            assert info is not None
            register_enum(info, self.conn, getattr(self.models, enum))
        self.cursor = psycopg.AsyncRawCursor(self.conn, row_factory=tuple_row)

    async def _run(self, query: str, value: int) -> psycopg.AsyncRawCursor[Any]:
        return await self.cursor.execute(query.format("$1"), (value,), binary=True, prepare=True)

    async def one_narrow(self, key: int) -> object:
        row = await (await self._run(ONE_NARROW, key)).fetchone()
        return None if row is None else self.models.Account(*row)

    async def one_wide(self, key: int) -> object:
        row = await (await self._run(ONE_WIDE, key)).fetchone()
        return None if row is None else self.models.Order(*row)

    async def many_narrow(self, count: int) -> object:
        cursor = await self._run(MANY_NARROW, count)
        return list(starmap(self.models.Account, await cursor.fetchall()))

    async def many_wide(self, count: int) -> object:
        cursor = await self._run(MANY_WIDE, count)
        return list(starmap(self.models.Order, await cursor.fetchall()))

    async def insert(self, values: Account) -> None:
        query = INSERT.format("$1", "$2", "$3", "$4")
        await self.cursor.execute(query, values, prepare=True)

    async def batch(self, rows: Accounts) -> None:
        await self.cursor.executemany(INSERT.format("$1", "$2", "$3", "$4"), rows)

    async def copy(self, rows: Accounts) -> None:
        async with self.cursor.copy(f"{COPY} (FORMAT BINARY)") as copy:
            copy.set_types(COPY_TYPES)
            for row in rows:
                await copy.write_row(row)
