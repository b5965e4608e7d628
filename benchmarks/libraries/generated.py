"""What codegen generates, synchronous and asynchronous."""

from __future__ import annotations

from typing import Any

import psycopg

from benchmarks.libraries import Account, Accounts


class Generated:
    """The generated functions."""

    def __init__(self, dsn: str, package: Any) -> None:
        self.conn = psycopg.connect(dsn, autocommit=True)
        self.shop = package.shop

    def one_narrow(self, key: int) -> object:
        return self.shop.get_account(self.conn, id=key)

    def one_wide(self, key: int) -> object:
        return self.shop.get_order(self.conn, id=key)

    def many_narrow(self, count: int) -> object:
        return self.shop.list_accounts(self.conn, count=count)

    def many_wide(self, count: int) -> object:
        return self.shop.list_orders(self.conn, count=count)

    def insert(self, values: Account) -> None:
        id, owner, balance, opened_at = values
        self.shop.add_account(self.conn, id=id, owner=owner, balance=balance, opened_at=opened_at)

    def batch(self, rows: Accounts) -> None:
        self.shop.add_accounts(self.conn, [self.shop.AddAccountsParams(*row) for row in rows])

    def copy(self, rows: Accounts) -> None:
        self.shop.copy_accounts(self.conn, (self.shop.CopyAccountsParams(*row) for row in rows))


class GeneratedLoop:
    """A call of a generated function for each row, in one transaction: what a batch replaces."""

    def __init__(self, dsn: str, package: Any) -> None:
        self.conn = psycopg.connect(dsn, autocommit=True)
        self.shop = package.shop

    def batch(self, rows: Accounts) -> None:
        with self.conn.transaction():
            for id, owner, balance, opened_at in rows:
                self.shop.add_account(
                    self.conn, id=id, owner=owner, balance=balance, opened_at=opened_at
                )


class GeneratedAsync:
    """The generated coroutines."""

    def __init__(self, dsn: str, package: Any) -> None:
        self.dsn = dsn
        self.shop = package.aio.shop

    async def connect(self) -> None:
        self.conn = await psycopg.AsyncConnection.connect(self.dsn, autocommit=True)

    async def one_narrow(self, key: int) -> object:
        return await self.shop.get_account(self.conn, id=key)

    async def one_wide(self, key: int) -> object:
        return await self.shop.get_order(self.conn, id=key)

    async def many_narrow(self, count: int) -> object:
        return await self.shop.list_accounts(self.conn, count=count)

    async def many_wide(self, count: int) -> object:
        return await self.shop.list_orders(self.conn, count=count)

    async def insert(self, values: Account) -> None:
        id, owner, balance, opened_at = values
        await self.shop.add_account(
            self.conn, id=id, owner=owner, balance=balance, opened_at=opened_at
        )

    async def batch(self, rows: Accounts) -> None:
        params = [self.shop.AddAccountsParams(*row) for row in rows]
        await self.shop.add_accounts(self.conn, params)

    async def copy(self, rows: Accounts) -> None:
        params = (self.shop.CopyAccountsParams(*row) for row in rows)
        await self.shop.copy_accounts(self.conn, params)
