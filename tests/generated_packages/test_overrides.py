"""The user's own types in place of PostgreSQL's, as results and as parameters."""

from __future__ import annotations

import importlib
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from codegen.catalogs import Place
from codegen.config import Config
from codegen.pipeline import analyse_project, generate_package
from codegen.plan.options import Options, Override, reference, type_reference
from tests.generated_packages.conftest import Make

OURS = """
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NewType

import pydantic

PersonId = NewType("PersonId", int)


class Settings(pydantic.BaseModel):
    theme: str


@dataclass(frozen=True)
class Money:
    cents: int


def to_money(value: Decimal) -> Money:
    return Money(int(value * 100))


def from_money(value: Money) -> Decimal:
    return Decimal(value.cents) / 100


class Mood(StrEnum):
    SAD = "sad"
    HAPPY = "happy"


class Count:
    def __init__(self, number: int) -> None:
        self.number = number

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Count) and other.number == self.number


def value(count: Count) -> int:
    return count.number


def row(number: int) -> Count:
    return Count(number)


class Date:
    \"\"\"Has the name of a class that is imported as well.\"\"\"

    def __init__(self, text: str) -> None:
        self.text = text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Date) and other.text == self.text

    def __str__(self) -> str:
        return self.text
"""

SCHEMA = """\
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE DOMAIN amount AS numeric(12, 2);
CREATE TYPE offer AS (price amount, mood mood, prices amount[]);
CREATE TABLE offers (seller int, offer offer NOT NULL, more offer[]);
CREATE TABLE counts (id int PRIMARY KEY, n bigint NOT NULL, more bigint[]);
CREATE TABLE people (
    id bigint PRIMARY KEY,
    settings jsonb NOT NULL,
    other jsonb,
    many jsonb[],
    mood mood,
    moods mood[],
    balance amount NOT NULL,
    amounts amount[],
    friends bigint[],
    born text
);
"""
QUERIES = """\
-- name: Add :one
INSERT INTO people VALUES (@id, @settings, @other, @many, @mood, @moods, @balance, @amounts,
    @friends, @born)
RETURNING *;

-- name: Find :one
SELECT settings, balance, mood, id FROM people WHERE id = @id;

-- name: FindAll :many
SELECT settings FROM people WHERE id = ANY(@ids) ORDER BY id;

-- name: Richer :many
SELECT id FROM people WHERE balance > @balance;

-- name: Change :execrows
UPDATE people SET settings = @settings WHERE id = @id;

-- name: Double :one
SELECT @x::numeric * 2 AS twice;

-- name: AddEach :batchexec
INSERT INTO people (id, settings, balance) VALUES (@id, @settings, @balance);

-- name: AddOffer :one
INSERT INTO offers VALUES (1, @offer, @more) RETURNING *;

-- name: AddCount :one
INSERT INTO counts VALUES (@id, @n, @more) RETURNING n;

-- name: CountID :one
SELECT id FROM counts WHERE n = @n LIMIT 1;

-- name: CountAll :one
SELECT count(*) FROM counts WHERE n = @n;

-- name: CopyCounts :copyfrom
INSERT INTO counts (id, n) VALUES (@id, @n);

-- name: AddCounts :batchexec
INSERT INTO counts (id, n) VALUES (@id, @n);

-- name: WholeRow :one
SELECT people FROM people WHERE id = @id;

-- name: Copy :copyfrom
INSERT INTO people (id, settings, balance) VALUES (@id, @settings, @balance);
"""


def override(key: str, type_: str, decode: str = "", encode: str = "") -> Override:
    return Override(
        key=key,
        type=type_reference(type_),
        decode=reference(decode) if decode else None,
        encode=reference(encode) if encode else None,
    )


OVERRIDES = (
    override("people.id", "ours.PersonId"),
    override(
        "people.settings",
        "ours:Settings",
        "ours:Settings.model_validate",
        "ours:Settings.model_dump",
    ),
    override("amount", "ours.Money", "ours.to_money", "ours.from_money"),
    override("mood", "ours.Mood", "ours.Mood"),
    override("counts.n", "ours.Count", "ours.row", "ours.value"),
    override("bigint[]", "tuple[int, ...]", "builtins.tuple", "builtins.list"),
    override("people.born", "ours.Date", "ours.Date", "str"),
)


@pytest.mark.parametrize("kind", ["dataclass", "pydantic"])
def test_everywhere(make: Make, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ours.py").write_text(OURS)
    monkeypatch.delitem(sys.modules, "ours", raising=False)
    q = make(SCHEMA, QUERIES, Options(models=kind, overrides=OVERRIDES))
    ours = importlib.import_module("ours")
    dark, light = ours.Settings(theme="dark"), ours.Settings(theme="light")
    money, happy = ours.Money(1050), ours.Mood.HAPPY
    # pydantic checks what the type says, and it says nothing of NULL elements.
    hole = [] if kind == "pydantic" else [None]
    ann = q.add(
        id=1,
        settings=dark,
        other={"a": 1},
        many=[[1, 2], None],
        mood=happy,
        moods=[happy, *hole],
        balance=money,
        amounts=[ours.Money(1), *hole],
        friends=(2, 3),
        born=ours.Date("1990"),
    )
    assert (ann.settings, ann.balance, ann.mood) == (dark, money, happy)
    assert (ann.other, ann.many, ann.friends) == ({"a": 1}, [[1, 2], None], (2, 3))
    assert type(ann.mood) is ours.Mood
    assert (ann.moods, ann.amounts) == ([happy, *hole], [ours.Money(1), *hole])
    assert ann.born == ours.Date("1990")
    found = q.find(id=ours.PersonId(1))
    assert (found.settings, found.balance, found.mood, found.id) == (dark, money, happy, 1)
    assert q.find_all(ids=[1]) == [dark]
    assert q.richer(balance=ours.Money(1000)) == [1]
    assert q.change(settings=light, id=1) == 1
    assert q.double(x=Decimal("1.5")) == 3
    q.add_each([q.AddEachParams(id=2, settings=dark, balance=money)])
    assert q.copy([q.CopyParams(id=3, settings=dark, balance=money)]) == 1
    assert q.find_all(ids=[1, 2, 3]) == [light, dark, dark]
    offer = q.models.Offer(price=money, mood=happy, prices=[ours.Money(1)])
    added = q.add_offer(offer=offer, more=[offer, offer])
    assert (added.offer, added.more) == (offer, [offer, offer])
    assert q.whole_row(id=2).settings == dark
    two = ours.Count(2)
    assert q.add_count(id=1, n=two, more=(1, 2)) == two
    assert (q.count_id(n=two), q.count_all(n=two)) == (1, 1)
    assert q.copy_counts([q.CopyCountsParams(id=2, n=two)]) == 1
    q.add_counts([q.AddCountsParams(id=3, n=two)])
    assert q.count_all(n=two) == 3


@pytest.mark.parametrize("kind", ["dataclass", "pydantic"])
def test_dimensions_and_nulls_that_only_the_user_knows(make: Make, kind: str) -> None:
    q = make(
        "CREATE TABLE t (id int PRIMARY KEY, grid int[]);",
        "-- name: Add :one\nINSERT INTO t VALUES (@id, @grid) RETURNING *;\n",
        Options(models=kind, overrides=(override("t.grid", "list[list[int | None]]"),)),
    )
    assert q.add(id=1, grid=[[1, None], [2, 3]]).grid == [[1, None], [2, 3]]


def test_the_same_from_kept_results(tmp_path: Path) -> None:
    (tmp_path / "schema.sql").write_text(SCHEMA)
    (tmp_path / "q.sql").write_text(QUERIES)
    config = Config(schema=(str(tmp_path / "schema.sql"),), queries=(str(tmp_path / "q.sql"),))
    options = Options(overrides=OVERRIDES, query_info=True)
    place = Place(str(tmp_path), "p")
    packages = [
        generate_package(analyse_project(config), options),
        *(generate_package(analyse_project(config, place, trees=False), options) for _ in "ab"),
    ]
    assert packages[0].files is not None
    assert packages[0] == packages[1] == packages[2]
