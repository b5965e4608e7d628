"""Every command with every kind of classes, in both flavours, on a real PostgreSQL."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pydantic
import pytest

from codegen.plan.options import MODEL_KINDS, Options
from tests.generated_packages.conftest import Make, collected
from tests.generated_packages.test_commands import QUERIES, SCHEMA

MORE = """
-- name: WithFriend :many
SELECT sqlc.embed(p), sqlc.embed(friend), p.id AS one
FROM people p LEFT JOIN people friend ON friend.id = p.id - 1 ORDER BY p.id;

-- name: Odd :one
SELECT 1 AS count, 'i' AS index, 'j' AS json, '[1,3)'::int4range AS range, 'm' AS mro;
"""


@pytest.mark.parametrize("kind", MODEL_KINDS)
def test_every_command(make: Make, kind: str) -> None:
    q = make(SCHEMA, QUERIES + MORE, Options(models=kind))
    mood, person = q.models.Mood, q.models.Person
    ann = q.add_person(id=1, name="Ann")
    assert ann == person(id=1, name="Ann", mood=mood.HAPPY, data=None, born=None)
    assert type(ann) is person and "Ann" in repr(ann)
    assert q.add_person_id(id=2, name="Bob") == 2
    assert q.find_person(id=1) == ann and q.find_person(id=9) is None
    assert (q.find_name(id=2), q.find_mood(id=2)) == ("Bob", mood.HAPPY)
    assert [one.name for one in q.list_people()] == q.list_names() == ["Ann", "Bob"]
    assert q.list_moods() == [mood.HAPPY, mood.HAPPY]
    assert q.list_pairs()[0] == q.ListPairsRow(id=1, mood=mood.HAPPY)
    assert [one.id for one in collected(q, q.iter_people(after=1))] == [2]
    assert collected(q, q.iter_ids()) == [1, 2]
    rows = [
        q.CopyPeopleParams(
            id=id, name="x", mood=mood.SAD, data={"a": [None]}, born=date(2000, 1, 2)
        )
        for id in (3, 4)
    ]
    assert q.copy_people(rows) == 2
    copied = person(id=3, name="x", mood=mood.SAD, data={"a": [None]}, born=date(2000, 1, 2))
    assert q.find_person(id=3) == copied
    q.rename([q.RenameParams(name="Cem", id=3), q.RenameParams(name="Dee", id=4)])
    assert q.list_names() == ["Ann", "Bob", "Cem", "Dee"]
    q.remove([4])
    assert [one and one.id for one in q.find_each([3, 4])] == [3, None]
    assert (q.name_each([1]), q.count_each([1])) == (["Ann"], [2])
    assert q.after_each([q.AfterEachParams(id=1, name="Bob")]) == [[3]]
    pairs = q.with_friend()
    assert (pairs[0].p, pairs[0].friend, pairs[1].friend) == (ann, None, ann)
    assert q.rename_rows(name="y", id=1) == 2
    assert q.rename_result(name="z") == "UPDATE 3"
    q.rename_all(name="z")
    assert q.list_names() == ["z", "z", "z"]


@pytest.mark.parametrize("kind", MODEL_KINDS)
def test_attributes_that_the_class_has_itself(make: Make, kind: str) -> None:
    q = make(SCHEMA, MORE, Options(models=kind))
    row = q.odd()
    taken = {"namedtuple": ("count_", "index_"), "pydantic": ("json_",)}.get(kind, ())
    for name, value in {"count": 1, "index": "i", "json": "j"}.items():
        assert getattr(row, f"{name}_" if f"{name}_" in taken else name) == value
    assert (row.range.lower, row.range.upper) == (1, 3)


@pytest.mark.parametrize("kind", MODEL_KINDS)
def test_values_at_the_edge(make: Make, kind: str) -> None:
    q = make(
        "",
        """
-- name: Edge :one
SELECT 'NaN'::numeric AS a, 'infinity'::numeric AS b, 'NaN'::float8 AS c, '-infinity'::float8 AS d,
    '10.0.0.1/32'::inet AS e, '10.0.0.1/8'::inet AS f, '-1 day 1 us'::interval AS g,
    '\\xff00'::bytea AS h, '[null, {"a": 1.5}]'::jsonb AS i, 'null'::jsonb AS j,
    '25:00'::interval AS k, 9223372036854775807 AS l;
""",
        Options(models=kind),
    )
    row = q.edge()
    assert row.a.is_nan() and row.b == Decimal("Infinity")
    assert row.c != row.c and row.d == float("-inf")
    assert (str(row.e), str(row.f)) == ("10.0.0.1", "10.0.0.1/8")
    assert row.g == timedelta(days=-1, microseconds=1)
    assert (row.h, row.i, row.j) == (b"\xff\x00", [None, {"a": 1.5}], None)
    assert (row.k, row.l) == (timedelta(hours=25), 2**63 - 1)


def test_what_the_kinds_promise(make: Make) -> None:
    def row(kind: str) -> object:
        return make("", "-- name: Two :one\nSELECT 1 AS a, 2 AS b;\n", Options(models=kind)).two()

    changeable = {kind: row(kind) for kind in MODEL_KINDS}
    for kind in ("dataclass", "attrs", "msgspec", "pydantic"):
        changeable[kind].a = 5  # type: ignore[attr-defined]
    for kind in ("frozen", "namedtuple"):
        with pytest.raises(AttributeError):
            changeable[kind].a = 5  # type: ignore[attr-defined]
        hash(changeable[kind])
    assert changeable["namedtuple"] == (1, 2)
    assert isinstance(changeable["pydantic"], pydantic.BaseModel)
    assert changeable["pydantic"].model_dump() == {"a": 5, "b": 2}
