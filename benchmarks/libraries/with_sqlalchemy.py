"""SQLAlchemy on psycopg: Core with the SQL as text, as sqlc's Python plugin emits it, and the ORM.

Enums stay text with the former, as they do in what the plugin emits.
"""

from __future__ import annotations

import dataclasses
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import sqlalchemy
from sqlalchemy import BigInteger, ForeignKey, select
from sqlalchemy.dialects.postgresql import ARRAY, ENUM
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from benchmarks.libraries import (
    Account,
    Accounts,
    statements,
)

_SQL = statements(":p1", ":p2", ":p3", ":p4")


def _engine(dsn: str) -> sqlalchemy.Engine:
    def connect() -> Any:
        import psycopg

        return psycopg.connect(dsn)

    return sqlalchemy.create_engine(
        "postgresql+psycopg://", creator=connect, isolation_level="AUTOCOMMIT"
    )


def _plain(model: Any) -> type:
    """The model as the plugin writes it: a dataclass without slots."""
    return dataclasses.make_dataclass(
        model.__name__, [field.name for field in dataclasses.fields(model)]
    )


class Core:
    """The statement as text, and a dataclass of each row, column by column."""

    def __init__(self, dsn: str, package: Any) -> None:
        self.conn = _engine(dsn).connect()
        self.account = _plain(package.models.Account)
        self.order = _plain(package.models.Order)
        self.narrow = sqlalchemy.text(_SQL.one_narrow)
        self.wide = sqlalchemy.text(_SQL.one_wide)
        self.all_narrow = sqlalchemy.text(_SQL.many_narrow)
        self.all_wide = sqlalchemy.text(_SQL.many_wide)
        self.adding = sqlalchemy.text(_SQL.insert)

    def one_narrow(self, key: int) -> object:
        row = self.conn.execute(self.narrow, {"p1": key}).first()
        return None if row is None else self._account(row)

    def one_wide(self, key: int) -> object:
        row = self.conn.execute(self.wide, {"p1": key}).first()
        return None if row is None else self._order(row)

    def many_narrow(self, count: int) -> object:
        rows = self.conn.execute(self.all_narrow, {"p1": count})
        return [self._account(row) for row in rows]

    def many_wide(self, count: int) -> object:
        rows = self.conn.execute(self.all_wide, {"p1": count})
        return [self._order(row) for row in rows]

    def insert(self, values: Account) -> None:
        self.conn.execute(self.adding, dict(zip(("p1", "p2", "p3", "p4"), values, strict=True)))

    def batch(self, rows: Accounts) -> None:
        self.conn.execute(
            self.adding, [dict(zip(("p1", "p2", "p3", "p4"), row, strict=True)) for row in rows]
        )

    def _account(self, row: Any) -> object:
        return self.account(id=row[0], owner=row[1], balance=row[2], opened_at=row[3])

    def _order(self, row: Any) -> object:
        return self.order(
            id=row[0],
            public_id=row[1],
            account_id=row[2],
            status=row[3],
            flags=row[4],
            title=row[5],
            note=row[6],
            tags=row[7],
            item_ids=row[8],
            weights=row[9],
            total=row[10],
            discount=row[11],
            currency=row[12],
            express=row[13],
            coupon=row[14],
            referrer_id=row[15],
            previous=row[16],
            created_at=row[17],
            paid_at=row[18],
            shipped_at=row[19],
            delivery_date=row[20],
            attempts=row[21],
        )


class Base(DeclarativeBase):
    """The mapped classes."""


class AccountEntity(Base):
    """A mapped account."""

    __tablename__ = "accounts"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    owner: Mapped[str]
    balance: Mapped[int] = mapped_column(BigInteger)
    opened_at: Mapped[datetime]


_STATUS = ENUM("draft", "placed", "paid", "packed", "shipped", "returned", name="order_status")
_FLAG = ENUM("gift", "fragile", "express", "insured", name="order_flag")


class OrderEntity(Base):
    """A mapped order."""

    __tablename__ = "orders"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    public_id: Mapped[UUID]
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    status: Mapped[str] = mapped_column(_STATUS)
    flags: Mapped[list[str]] = mapped_column(ARRAY(_FLAG))
    title: Mapped[str]
    note: Mapped[str | None]
    tags: Mapped[list[str]] = mapped_column(ARRAY(sqlalchemy.Text))
    item_ids: Mapped[list[int]] = mapped_column(ARRAY(BigInteger))
    weights: Mapped[list[float] | None] = mapped_column(ARRAY(sqlalchemy.Double))
    total: Mapped[Decimal]
    discount: Mapped[Decimal | None]
    currency: Mapped[str]
    express: Mapped[bool]
    coupon: Mapped[str | None]
    referrer_id: Mapped[UUID | None]
    previous: Mapped[str | None] = mapped_column(_STATUS)
    created_at: Mapped[datetime]
    paid_at: Mapped[datetime | None]
    shipped_at: Mapped[datetime | None]
    delivery_date: Mapped[date | None]
    attempts: Mapped[int]


class Orm:
    """A session for each piece of work, and mapped objects."""

    def __init__(self, dsn: str, package: Any) -> None:
        self.engine = _engine(dsn)

    def one_narrow(self, key: int) -> object:
        with Session(self.engine) as session:
            return session.get(AccountEntity, key)

    def one_wide(self, key: int) -> object:
        with Session(self.engine) as session:
            return session.get(OrderEntity, key)

    def many_narrow(self, count: int) -> object:
        with Session(self.engine) as session:
            query = select(AccountEntity).order_by(AccountEntity.id).limit(count)
            return session.scalars(query).all()

    def many_wide(self, count: int) -> object:
        with Session(self.engine) as session:
            query = select(OrderEntity).order_by(OrderEntity.id).limit(count)
            return session.scalars(query).all()

    def insert(self, values: Account) -> None:
        with Session(self.engine) as session:
            session.add(_entity(values))
            session.commit()

    def batch(self, rows: Accounts) -> None:
        with Session(self.engine) as session:
            session.add_all([_entity(row) for row in rows])
            session.commit()


def _entity(values: Account) -> AccountEntity:
    id, owner, balance, opened_at = values
    return AccountEntity(id=id, owner=owner, balance=balance, opened_at=opened_at)
