"""psycopg as somebody writes it by hand who wants it fast."""

from __future__ import annotations

from enum import StrEnum
from itertools import starmap
from typing import Any

import psycopg
from psycopg.rows import class_row, tuple_row
from psycopg.types.enum import EnumInfo, register_enum

from benchmarks.libraries import (
    COPY,
    COPY_TYPES,
    NUMBERED,
    Account,
    Accounts,
    statements,
)

#: For psycopg's ordinary cursors.
_SQL = statements("%s", "%s", "%s", "%s")
_ENUMS = {"order_status": "OrderStatus", "order_flag": "OrderFlag"}


def connect(dsn: str, package: Any) -> psycopg.Connection[Any]:
    """A connection that knows the enums, as psycopg's manual shows."""
    conn = psycopg.connect(dsn, autocommit=True)
    for name, enum in _ENUMS.items():
        register(EnumInfo.fetch(conn, name), conn, getattr(package.models, enum))
    return conn


def register(info: EnumInfo | None, conn: psycopg.BaseConnection[Any], enum: type[StrEnum]) -> None:
    """Tells psycopg of an enum whose labels are the members' values and not their names."""
    assert info is not None
    register_enum(info, conn, enum, mapping={member: member.value for member in enum})


class Tuples:
    """One binary cursor, used again and again, and the tuples that come out: the floor."""

    def __init__(self, dsn: str, package: Any) -> None:
        self.conn = connect(dsn, package)
        self.cursor = psycopg.RawCursor(self.conn, row_factory=tuple_row)
        self.models = package.models

    def _run(self, query: str, value: int) -> psycopg.RawCursor[Any]:
        return self.cursor.execute(query, (value,), binary=True, prepare=True)

    def one_narrow(self, key: int) -> object:
        return self._run(NUMBERED.one_narrow, key).fetchone()

    def one_wide(self, key: int) -> object:
        return self._run(NUMBERED.one_wide, key).fetchone()

    def many_narrow(self, count: int) -> object:
        return self._run(NUMBERED.many_narrow, count).fetchall()

    def many_wide(self, count: int) -> object:
        return self._run(NUMBERED.many_wide, count).fetchall()

    def insert(self, values: Account) -> None:
        self.cursor.execute(NUMBERED.insert, values, prepare=True)

    def batch(self, rows: Accounts) -> None:
        self.cursor.executemany(NUMBERED.insert, rows)

    def copy(self, rows: Accounts) -> None:
        with self.cursor.copy(f"{COPY} (FORMAT BINARY)") as copy:
            copy.set_types(COPY_TYPES)
            for row in rows:
                copy.write_row(row)


class ByHand(Tuples):
    """The floor, and the same dataclasses made of the tuples."""

    def one_narrow(self, key: int) -> object:
        row = self._run(NUMBERED.one_narrow, key).fetchone()
        return None if row is None else self.models.Account(*row)

    def one_wide(self, key: int) -> object:
        row = self._run(NUMBERED.one_wide, key).fetchone()
        return None if row is None else self.models.Order(*row)

    def many_narrow(self, count: int) -> object:
        return list(starmap(self.models.Account, self._run(NUMBERED.many_narrow, count).fetchall()))

    def many_wide(self, count: int) -> object:
        return list(starmap(self.models.Order, self._run(NUMBERED.many_wide, count).fetchall()))

    # They make nothing: the floor does the same.
    insert = None  # type: ignore[assignment]
    batch = None  # type: ignore[assignment]
    copy = None  # type: ignore[assignment]


class ClassRow:
    """A new cursor with psycopg's ``class_row`` for each query."""

    def __init__(self, dsn: str, package: Any) -> None:
        self.conn = connect(dsn, package)
        self.models = package.models

    def _run(self, model: type, query: str, value: int) -> psycopg.Cursor[Any]:
        cursor = self.conn.cursor(row_factory=class_row(model), binary=True)
        return cursor.execute(query, (value,))

    def one_narrow(self, key: int) -> object:
        return self._run(self.models.Account, _SQL.one_narrow, key).fetchone()

    def one_wide(self, key: int) -> object:
        return self._run(self.models.Order, _SQL.one_wide, key).fetchone()

    def many_narrow(self, count: int) -> object:
        return self._run(self.models.Account, _SQL.many_narrow, count).fetchall()

    def many_wide(self, count: int) -> object:
        return self._run(self.models.Order, _SQL.many_wide, count).fetchall()


class AsyncByHand:
    """One asynchronous binary cursor, and the same dataclasses."""

    def __init__(self, dsn: str, package: Any) -> None:
        self.dsn = dsn
        self.models = package.models

    async def connect(self) -> None:
        self.conn = await psycopg.AsyncConnection.connect(self.dsn, autocommit=True)
        for name, enum in _ENUMS.items():
            info = await EnumInfo.fetch(self.conn, name)
            register(info, self.conn, getattr(self.models, enum))
        self.cursor = psycopg.AsyncRawCursor(self.conn, row_factory=tuple_row)

    async def _run(self, query: str, value: int) -> psycopg.AsyncRawCursor[Any]:
        return await self.cursor.execute(query, (value,), binary=True, prepare=True)

    async def one_narrow(self, key: int) -> object:
        row = await (await self._run(NUMBERED.one_narrow, key)).fetchone()
        return None if row is None else self.models.Account(*row)

    async def one_wide(self, key: int) -> object:
        row = await (await self._run(NUMBERED.one_wide, key)).fetchone()
        return None if row is None else self.models.Order(*row)

    async def many_narrow(self, count: int) -> object:
        cursor = await self._run(NUMBERED.many_narrow, count)
        return list(starmap(self.models.Account, await cursor.fetchall()))

    async def many_wide(self, count: int) -> object:
        cursor = await self._run(NUMBERED.many_wide, count)
        return list(starmap(self.models.Order, await cursor.fetchall()))

    async def insert(self, values: Account) -> None:
        await self.cursor.execute(NUMBERED.insert, values, prepare=True)

    async def batch(self, rows: Accounts) -> None:
        await self.cursor.executemany(NUMBERED.insert, rows)

    async def copy(self, rows: Accounts) -> None:
        async with self.cursor.copy(f"{COPY} (FORMAT BINARY)") as copy:
            copy.set_types(COPY_TYPES)
            for row in rows:
                await copy.write_row(row)
