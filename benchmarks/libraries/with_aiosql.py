"""aiosql on psycopg, with the same dataclasses as its record classes."""

from __future__ import annotations

from typing import Any

import aiosql

from benchmarks.libraries import (
    INSERT,
    MANY_NARROW,
    MANY_WIDE,
    ONE_NARROW,
    ONE_WIDE,
    Account,
    Accounts,
)
from benchmarks.libraries.by_hand import connect

_QUERIES = f"""
-- name: one_narrow(id)^
-- record_class: Account
{ONE_NARROW.format(":id")};

-- name: one_wide(id)^
-- record_class: Order
{ONE_WIDE.format(":id")};

-- name: many_narrow(count)
-- record_class: Account
{MANY_NARROW.format(":count")};

-- name: many_wide(count)
-- record_class: Order
{MANY_WIDE.format(":count")};

-- name: add(id, owner, balance, opened_at)!
{INSERT.format(":id", ":owner", ":balance", ":opened_at")};

-- name: add_all(id, owner, balance, opened_at)*!
{INSERT.format(":id", ":owner", ":balance", ":opened_at")};
"""


class Aiosql:
    """Functions that aiosql makes of the queries when the program starts."""

    def __init__(self, dsn: str, package: Any) -> None:
        self.conn = connect(dsn, package)
        models = package.models
        classes = {"Account": models.Account, "Order": models.Order}
        self.queries: Any = aiosql.from_str(_QUERIES, "psycopg", record_classes=classes)

    def one_narrow(self, key: int) -> object:
        return self.queries.one_narrow(self.conn, id=key)

    def one_wide(self, key: int) -> object:
        return self.queries.one_wide(self.conn, id=key)

    def many_narrow(self, count: int) -> object:
        return list(self.queries.many_narrow(self.conn, count=count))

    def many_wide(self, count: int) -> object:
        return list(self.queries.many_wide(self.conn, count=count))

    def insert(self, values: Account) -> None:
        id, owner, balance, opened_at = values
        self.queries.add(self.conn, id=id, owner=owner, balance=balance, opened_at=opened_at)

    def batch(self, rows: Accounts) -> None:
        names = ("id", "owner", "balance", "opened_at")
        self.queries.add_all(self.conn, [dict(zip(names, row, strict=True)) for row in rows])
