"""asyncpg: its own records, and dataclasses made of them."""

from __future__ import annotations

from itertools import starmap
from typing import Any

import asyncpg

from benchmarks.libraries import (
    NUMBERED,
    Account,
    Accounts,
)

_COLUMNS = ["id", "owner", "balance", "opened_at"]


class Asyncpg:
    """Records, and enums as text."""

    def __init__(self, dsn: str, package: Any) -> None:
        self.dsn = dsn
        self.models = package.models

    async def connect(self) -> None:
        self.conn = await asyncpg.connect(self.dsn)

    async def one_narrow(self, key: int) -> object:
        return await self.conn.fetchrow(NUMBERED.one_narrow, key)

    async def one_wide(self, key: int) -> object:
        return await self.conn.fetchrow(NUMBERED.one_wide, key)

    async def many_narrow(self, count: int) -> object:
        return await self.conn.fetch(NUMBERED.many_narrow, count)

    async def many_wide(self, count: int) -> object:
        return await self.conn.fetch(NUMBERED.many_wide, count)

    async def insert(self, values: Account) -> None:
        await self.conn.execute(NUMBERED.insert, *values)

    async def batch(self, rows: Accounts) -> None:
        await self.conn.executemany(NUMBERED.insert, rows)

    async def copy(self, rows: Accounts) -> None:
        await self.conn.copy_records_to_table("accounts", records=rows, columns=_COLUMNS)


class AsyncpgDataclasses(Asyncpg):
    """The same dataclasses, and enums as members."""

    async def connect(self) -> None:
        await super().connect()
        for name, enum in (
            ("order_status", self.models.OrderStatus),
            ("order_flag", self.models.OrderFlag),
        ):
            members = {member.value: member for member in enum}
            await self.conn.set_type_codec(
                name, schema="public", encoder=str, decoder=members.__getitem__, format="text"
            )

    async def one_narrow(self, key: int) -> object:
        row = await self.conn.fetchrow(NUMBERED.one_narrow, key)
        return None if row is None else self.models.Account(*row)

    async def one_wide(self, key: int) -> object:
        row = await self.conn.fetchrow(NUMBERED.one_wide, key)
        return None if row is None else self.models.Order(*row)

    async def many_narrow(self, count: int) -> object:
        rows = await self.conn.fetch(NUMBERED.many_narrow, count)
        return list(starmap(self.models.Account, rows))

    async def many_wide(self, count: int) -> object:
        rows = await self.conn.fetch(NUMBERED.many_wide, count)
        return list(starmap(self.models.Order, rows))

    # They make nothing: records or not is the same.
    insert = None  # type: ignore[assignment]
    batch = None  # type: ignore[assignment]
    copy = None  # type: ignore[assignment]
