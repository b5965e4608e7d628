"""``sqlc.embed``: rows as objects in rows, of tables, views, WITH queries and subqueries."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.config import Config
from codegen.pipeline import analyse_project
from tests.generated_packages.conftest import Make, Package

SCHEMA = """\
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL, mood mood, boss int);
CREATE TABLE teams (id int PRIMARY KEY, lead int NOT NULL, nick text);
CREATE VIEW leads AS SELECT p.id, p.name, t.nick FROM people p JOIN teams t ON t.lead = p.id;
INSERT INTO people VALUES (1, 'Ann', 'sad', NULL), (2, 'Bob', NULL, 1), (3, 'Cem', 'happy', 2);
INSERT INTO teams VALUES (1, 1, 'first'), (2, 9, NULL);
"""
QUERIES = """\
-- name: SelfJoin :many
SELECT sqlc.embed(p), sqlc.embed(b), p.name, sqlc.embed(g) FROM people p
LEFT JOIN people b ON b.id = p.boss LEFT JOIN people g ON g.id = b.boss ORDER BY p.id;

-- name: Narrowed :many
SELECT sqlc.embed(p), sqlc.embed(b) FROM people p LEFT JOIN people b ON b.id = p.boss
WHERE b.name = 'Ann';

-- name: FullJoin :many
SELECT sqlc.embed(p), sqlc.embed(t) FROM people p FULL JOIN teams t ON t.lead = p.id
ORDER BY p.id, t.id;

-- name: Counted :many
WITH counted AS (SELECT boss, count(*) AS n FROM people WHERE boss IS NOT NULL GROUP BY boss)
SELECT p.name, sqlc.embed(counted) FROM people p LEFT JOIN counted ON counted.boss = p.id
ORDER BY p.id;

-- name: Absent :many
WITH x AS (SELECT p.* FROM teams t LEFT JOIN people p ON p.id = t.lead ORDER BY t.id)
SELECT sqlc.embed(x), 1 AS one FROM x;

-- name: Selected :many
WITH few AS (SELECT * FROM people WHERE id < 2) SELECT sqlc.embed(few), 1 AS one FROM few;

-- name: FromView :many
SELECT sqlc.embed(t), sqlc.embed(l) FROM teams t LEFT JOIN leads l ON l.id = t.lead ORDER BY t.id;

-- name: Lateral :many
SELECT p.name, sqlc.embed(t) FROM people p
LEFT JOIN LATERAL (SELECT * FROM teams WHERE lead = p.id LIMIT 1) t ON true ORDER BY p.id;

-- name: Rename :many
UPDATE teams SET nick = 'new' WHERE id = 1 RETURNING sqlc.embed(old), sqlc.embed(new);

-- name: Twice :many
SELECT sqlc.embed(p), sqlc.embed(p) FROM people p WHERE p.id = 2;

-- name: FromValues :many
SELECT sqlc.embed(v) FROM (VALUES (1, 'x'), (2, NULL)) AS v (id, name);
"""


@pytest.fixture
def q(make: Make) -> Package:
    return make(SCHEMA, QUERIES)


def test_of_one_table_several_times(q: Package) -> None:
    person, mood = q.models.Person, q.models.Mood
    ann = person(1, "Ann", mood.SAD, None)
    bob = person(2, "Bob", None, 1)
    cem = person(3, "Cem", mood.HAPPY, 2)
    assert q.self_join() == [
        q.SelfJoinRow(p=ann, b=None, name="Ann", g=None),
        q.SelfJoinRow(p=bob, b=ann, name="Bob", g=None),
        q.SelfJoinRow(p=cem, b=bob, name="Cem", g=ann),
    ]
    assert q.narrowed() == [q.NarrowedRow(p=bob, b=ann)]
    assert _annotation(q.NarrowedRow, "b") == "Person"
    assert _annotation(q.SelfJoinRow, "b") == "Person | None"


def test_where_either_may_be_missing(q: Package) -> None:
    found = [(row.p and row.p.name, row.t and row.t.id) for row in q.full_join()]
    assert found == [("Ann", 1), ("Bob", None), ("Cem", None), (None, 2)]


def test_of_with_queries(q: Package) -> None:
    assert [row.counted and row.counted.n for row in q.counted()] == [1, 1, None]
    row, *_ = q.selected()
    assert row.few == q.models.Person(1, "Ann", q.models.Mood.SAD, None)


def test_columns_may_be_null_in_a_row_that_is_there(q: Package) -> None:
    first, second = q.absent()
    assert (first.x.name, second.x.name) == ("Ann", None)
    assert _annotation(type(first.x), "name") == "str | None"


def test_of_views_and_subqueries(q: Package) -> None:
    assert [row.l and row.l.nick for row in q.from_view()] == ["first", None]
    assert [row.t and row.t.nick for row in q.lateral()] == ["first", None, None]
    assert [row.v.name for row in q.from_values()] == ["x", None]


def test_of_what_was_and_what_is(q: Package) -> None:
    (row,) = q.rename()
    assert (row.old.nick, row.new.nick) == ("first", "new")
    assert type(row.old) is type(row.new) is q.models.Team


def test_of_the_same_row_twice(q: Package) -> None:
    (row,) = q.twice()
    assert row.p == row.p_2 == q.models.Person(2, "Bob", None, 1)


def _annotation(row: type, attribute: str) -> str:
    annotation = row.__annotations__[attribute]
    return annotation.__name__ if isinstance(annotation, type) else _short(str(annotation))


def _short(annotation: str) -> str:
    return " | ".join(part.rpartition(".")[2] for part in annotation.split(" | "))


REFUSED = {
    "SELECT sqlc.embed(p) FROM people p UNION ALL SELECT sqlc.embed(q) FROM people q": "p can't be",
    "SELECT x.id FROM (SELECT sqlc.embed(p) FROM people p) x": "p can't be embedded here",
}


@pytest.mark.parametrize("query", REFUSED)
def test_where_no_object_can_come_of_it(tmp_path: Path, query: str) -> None:
    (tmp_path / "schema.sql").write_text(SCHEMA)
    (tmp_path / "q.sql").write_text(f"-- name: Query :many\n{query};\n")
    schema, queries = str(tmp_path / "schema.sql"), str(tmp_path / "q.sql")
    analysis = analyse_project(Config(schema=(schema,), queries=(queries,)))
    (found,) = analysis.diagnostics
    assert found.code == "misplaced-embed"
    assert REFUSED[query] in found.message
    assert found.help
    assert found.span is not None
    assert found.span.start > 0
