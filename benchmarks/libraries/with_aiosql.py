"""aiosql on psycopg, with the same dataclasses as its record classes."""

from __future__ import annotations

from typing import Any

import aiosql
import psycopg
from psycopg.types.enum import EnumInfo, register_enum

from benchmarks.libraries import (
    INSERT,
    MANY_NARROW,
    MANY_WIDE,
    ONE_NARROW,
    ONE_WIDE,
    Account,
    Accounts,
)

_QUERIES = f"""
-- name: one_narrow^
-- record_class: Account
{ONE_NARROW.format(":id")};

-- name: one_wide^
-- record_class: Order
{ONE_WIDE.format(":id")};

-- name: many_narrow
-- record_class: Account
{MANY_NARROW.format(":count")};

-- name: many_wide
-- record_class: Order
{MANY_WIDE.format(":count")};

-- name: add!
{INSERT.format(":id", ":owner", ":balance", ":opened_at")};

-- name: add_all*!
{INSERT.format(":id", ":owner", ":balance", ":opened_at")};
"""


class Aiosql:
    """Functions that aiosql makes of the queries when the program starts."""

    def __init__(self, dsn: str, package: Any) -> None:
        self.conn = psycopg.connect(dsn, autocommit=True)
        models = package.models
        for name, enum in (("order_status", models.OrderStatus), ("order_flag", models.OrderFlag)):
            info = EnumInfo.fetch(self.conn, name)
            assert info is not None
            register_enum(info, self.conn, enum)
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
