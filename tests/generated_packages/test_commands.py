"""Every command, in both flavours, on a real PostgreSQL."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import psycopg
import pytest

from tests.generated_packages.conftest import Make, Package, collected

SCHEMA = """\
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE people (
    id bigint PRIMARY KEY,
    name text NOT NULL,
    mood mood NOT NULL DEFAULT 'happy',
    data jsonb,
    born date
);
"""
QUERIES = """\
-- name: AddPerson :one
INSERT INTO people (id, name) VALUES ($1, $2) RETURNING *;

-- name: AddPersonID :one
INSERT INTO people (id, name) VALUES ($1, $2) RETURNING id;

-- name: FindPerson :one
SELECT * FROM people WHERE id = @id;

-- name: FindName :one
SELECT name FROM people WHERE id = @id;

-- name: FindMood :one
SELECT mood FROM people WHERE id = @id;

-- name: ListPeople :many
SELECT * FROM people ORDER BY id;

-- name: ListNames :many
SELECT name FROM people ORDER BY id;

-- name: ListMoods :many
SELECT mood FROM people ORDER BY id;

-- name: ListPairs :many
SELECT id, mood FROM people ORDER BY id;

-- name: RenameAll :exec
UPDATE people SET name = @name;

-- name: RenameRows :execrows
UPDATE people SET name = @name WHERE id > @id;

-- name: RenameResult :execresult
UPDATE people SET name = @name;

-- name: IterPeople :iter
SELECT * FROM people WHERE id > @after ORDER BY id;

-- name: IterIDs :iter
SELECT id FROM people ORDER BY id;

-- name: CopyPeople :copyfrom
INSERT INTO people (id, name, mood, data, born) VALUES ($1, $2, $3, @data, @born);

-- name: CopyNames :copyfrom
INSERT INTO people (name, id) VALUES (@name, @id);

-- name: Rename :batchexec
UPDATE people SET name = @name WHERE id = @id;

-- name: Remove :batchexec
DELETE FROM people WHERE id = @id;

-- name: FindEach :batchone
SELECT * FROM people WHERE id = @id;

-- name: NameEach :batchone
SELECT name FROM people WHERE id = @id;

-- name: CountEach :batchone
SELECT count(*) FROM people WHERE id > @id;

-- name: AfterEach :batchmany
SELECT id FROM people WHERE id > @id AND name <> @name ORDER BY id;
"""


@pytest.fixture
def q(make: Make) -> Package:
    package = make(SCHEMA, QUERIES)
    for id, name in enumerate(("Ann", "Bob", "Cem"), 1):
        package.add_person(id=id, name=name)
    return package


def test_one(q: Package) -> None:
    person = q.add_person(id=10**12, name="Eve")
    assert person == q.models.Person(10**12, "Eve", q.models.Mood.HAPPY, None, None)
    assert q.find_person(id=1).name == "Ann"
    assert q.find_person(id=99) is None


def test_one_value(q: Package) -> None:
    assert q.find_name(id=2) == "Bob"
    assert q.find_name(id=99) is None
    assert q.find_mood(id=2) is q.models.Mood.HAPPY
    assert q.add_person_id(id=7, name="x") == 7


def test_many(q: Package) -> None:
    assert [person.name for person in q.list_people()] == ["Ann", "Bob", "Cem"]
    assert q.list_names() == ["Ann", "Bob", "Cem"]
    assert q.list_moods() == [q.models.Mood.HAPPY] * 3
    assert q.list_pairs()[0] == q.ListPairsRow(1, q.models.Mood.HAPPY)


def test_exec(q: Package) -> None:
    assert q.rename_all(name="x") is None
    assert q.rename_rows(name="y", id=1) == 2
    assert q.rename_result(name="z") == "UPDATE 3"
    assert q.list_names() == ["z", "z", "z"]


def test_iter(q: Package) -> None:
    assert [person.name for person in collected(q, q.iter_people(after=1))] == ["Bob", "Cem"]
    assert collected(q, q.iter_ids()) == [1, 2, 3]


def test_iter_can_be_left_early_and_the_connection_used_again(q: Package) -> None:
    assert _first(q, q.iter_people(after=0)).name == "Ann"
    assert q.find_name(id=1) == "Ann"


def _first(q: Package, rows: Any) -> Any:
    if not hasattr(rows, "__aiter__"):
        with rows:
            return next(rows)

    async def first() -> Any:
        async with rows:
            return await anext(rows)

    return q.run(first())


def test_copyfrom(q: Package) -> None:
    rows = [
        q.CopyPeopleParams(id, f"n\t\\{id}", q.models.Mood.SAD, {"a": [1, None]}, None)
        for id in range(10, 20)
    ]
    assert q.copy_people(iter(rows)) == 10
    assert q.find_person(id=12) == q.models.Person(
        12, "n\t\\12", q.models.Mood.SAD, {"a": [1, None]}, None
    )
    assert q.copy_names(q.CopyNamesParams(id=id, name="copied") for id in range(20, 23)) == 3
    assert q.list_names()[-3:] == ["copied"] * 3


def test_copyfrom_takes_an_asynchronous_iterable(q: Package) -> None:
    if not isinstance(q.connection, psycopg.AsyncConnection):
        pytest.skip("asynchronous only")

    async def rows() -> AsyncIterator[Any]:
        yield q.CopyNamesParams(name="late", id=50)

    assert q.copy_names(rows()) == 1


def test_batchexec(q: Package) -> None:
    assert q.rename(q.RenameParams(name=f"n{id}", id=id) for id in (1, 2, 3)) is None
    assert q.list_names() == ["n1", "n2", "n3"]
    q.remove([1, 3])
    assert q.list_names() == ["n2"]
    q.remove([])


def test_batchone(q: Package) -> None:
    found = q.find_each([3, 99, 1])
    assert [person and person.name for person in found] == ["Cem", None, "Ann"]
    assert q.name_each([2, 99]) == ["Bob", None]
    assert q.count_each([0, 2]) == [3, 1]


def test_batchmany(q: Package) -> None:
    given = [q.AfterEachParams(id=id, name="Bob") for id in (0, 1, 5)]
    assert q.after_each(given) == [[1, 3], [3], []]


def test_a_batch_of_a_thousand(q: Package) -> None:
    q.copy_names([q.CopyNamesParams(name=f"n{id}", id=id) for id in range(100, 1100)])
    assert q.name_each(range(100, 1100)) == [f"n{id}" for id in range(100, 1100)]


def test_a_failing_set_of_a_batch_is_named(q: Package) -> None:
    given = [q.RenameParams(name=name, id=1) for name in ("a", "b", "c\0", "d")]
    with pytest.raises(psycopg.Error) as caught:
        q.rename(given)
    assert "in set 2 of the batch" in caught.value.__notes__
    assert q.list_names() == ["Ann", "Bob", "Cem"] or q.list_names()[0] in "ab"
