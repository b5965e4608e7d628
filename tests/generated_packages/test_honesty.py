"""What runs is what was prepared; and what the package promises, it keeps or says that it can't."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import psycopg
import pytest

from codegen.config import Config
from codegen.pipeline import analyse_project
from tests.generated_packages.conftest import Make, Package, collected
from tests.support.honesty import PREPARE_AT_ONCE, differences, types_that_ran

SCHEMA = """\
CREATE TYPE mood AS ENUM ('sad', 'happy', 'it''s "odd" \\ %s {x}');
CREATE TABLE people (id bigint PRIMARY KEY, name text, mood mood, moods mood[]);
"""


HARD = r"""
-- name: Hard :one
-- Says "hi" \ and %s and {x} and QUOTES.
SELECT '%s %% {x} \ " QUOTES ''' || @a::text || E'\n\t' /* $1 @a */ AS "odd %s ""name"" ", -- @b
    $$ $1 @c QUOTES \ $$ AS dollar;

-- name: OddMood :one
SELECT @mood::mood AS mood;
""".replace("QUOTES", '"""')


def test_hard_texts_arrive_as_they_are(make: Make) -> None:
    q = make(SCHEMA, HARD)
    row = q.hard(a="%s$1")
    assert row.odd_s_name == "%s %% {x} \\ \" QUOTES '%s$1\n\t".replace("QUOTES", '"""')
    assert row.dollar == " $1 @c QUOTES \\ ".replace("QUOTES", '"""')
    odd = q.models.Mood.IT_S_ODD_S_X
    assert odd.value == 'it\'s "odd" \\ %s {x}'
    assert q.odd_mood(mood=odd) is odd


def test_parameters_have_the_inferred_type_whatever_their_size(make: Make) -> None:
    q = make(
        SCHEMA,
        """\
-- name: Series :many
SELECT generate_series(@a, @b::int);

-- name: Rounded :one
SELECT round(@x::numeric, @digits);

-- name: Coalesced :one
SELECT pg_typeof(coalesce(@x, 1.5::numeric))::text;

-- name: Built :one
SELECT jsonb_build_object('a', @x::text);

-- name: Big :one
SELECT pg_typeof(id + @x)::text FROM people LIMIT 1;
""",
    )
    from decimal import Decimal

    assert q.series(a=1, b=3) == [1, 2, 3]
    assert q.rounded(x=Decimal("1.256"), digits=2) == Decimal("1.26")
    assert q.coalesced(x=Decimal(1)) == "numeric"
    assert q.built(x="b") == {"a": "b"}


def test_one_query_is_prepared_once_whatever_the_size_of_its_numbers(make: Make) -> None:
    q = make(
        SCHEMA,
        "-- name: Find :one\nSELECT name FROM people WHERE id = @id;\n"
        "-- name: Prepared :one\n"
        "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE 'SELECT name%';\n",
    )
    for _ in range(6):
        for id in (1, 10**5, 10**12):
            q.find(id=id)
    assert q.prepared() == 1


def test_a_promised_row_that_does_not_come_is_an_error(make: Make, database: str) -> None:
    q = make(
        SCHEMA,
        "-- name: Add :one\nINSERT INTO people (id) VALUES (@id) RETURNING *;\n"
        "-- name: AddID :one\nINSERT INTO people (id) VALUES (@id) RETURNING id;\n",
    )
    with psycopg.connect(database, autocommit=True) as other:
        other.execute(
            "CREATE FUNCTION skip() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'"
        )
        other.execute(
            "CREATE TRIGGER skip BEFORE INSERT ON people FOR EACH ROW EXECUTE FUNCTION skip()"
        )
    for function in (q.add, q.add_id):
        with pytest.raises(Exception, match="no row from a query that always") as caught:
            function(id=1)
        assert type(caught.value).__name__ == "MissingRowError"
        assert "INSERT INTO people" in str(caught.value)


def test_a_label_added_while_the_program_runs(make: Make, database: str) -> None:
    q = make(
        SCHEMA,
        "-- name: Moods :many\nSELECT mood FROM people;\n"
        "-- name: Lists :many\nSELECT moods FROM people;\n",
    )
    assert q.moods() == []
    with psycopg.connect(database, autocommit=True) as other:
        other.execute("ALTER TYPE mood ADD VALUE 'tired'")
        other.execute("INSERT INTO people VALUES (1, NULL, 'sad', '{sad,happy,sad}')")
    assert q.moods() == [q.models.Mood.SAD]
    assert q.lists() == [[q.models.Mood.SAD, q.models.Mood.HAPPY, q.models.Mood.SAD]]
    with psycopg.connect(database, autocommit=True) as other:
        other.execute("UPDATE people SET mood = 'tired'")
    with pytest.raises(Exception, match="Mood has no 'tired': run `codegen generate` again"):
        q.moods()


def test_sql_null_and_json_null(make: Make) -> None:
    from psycopg.types.json import Jsonb

    q = make(
        "CREATE TABLE t (id int, data jsonb);",
        "-- name: Kind :one\n"
        "SELECT coalesce(jsonb_typeof(sqlc.narg('data')::jsonb), 'SQL NULL');\n",
    )
    kinds = {
        "SQL NULL": None,
        "null": Jsonb(None),
        "object": {"a": 1},
        "array": [1],
        "string": "x",
        "number": 1.5,
        "boolean": False,
    }
    for kind, value in kinds.items():
        assert q.kind(data=value) == kind


def test_a_row_factory_of_the_connection_does_not_matter(make: Make) -> None:
    from psycopg.rows import dict_row

    q = make(SCHEMA, "-- name: Two :one\nSELECT 1 AS a, 'x' AS b;\n")
    q.connection.row_factory = dict_row
    assert q.two() == q.TwoRow(1, "x")


def test_embedded_rows(make: Make) -> None:
    q = make(
        """\
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE people (id int PRIMARY KEY, mood mood, boss int);
INSERT INTO people VALUES (1, 'sad', NULL), (2, NULL, 1);
""",
        """\
-- name: WithBoss :many
SELECT sqlc.embed(p), sqlc.embed(boss), 1 AS one
FROM people p LEFT JOIN people boss ON boss.id = p.boss ORDER BY p.id;
""",
    )
    person = q.models.Person
    boss = person(1, q.models.Mood.SAD, None)
    assert q.with_boss() == [
        q.WithBossRow(p=boss, boss=None, one=1),
        q.WithBossRow(p=person(2, None, 1), boss=boss, one=1),
    ]


def test_a_connection_is_shared_and_given_up(make: Make, database: str) -> None:
    import asyncio
    import gc
    import weakref
    from concurrent.futures import ThreadPoolExecutor

    q = make(SCHEMA, "-- name: Plus :one\nSELECT @a::int + 1 AS b;\n")
    if isinstance(q.connection, psycopg.AsyncConnection):

        async def several() -> list[int]:
            return await asyncio.gather(*(q.functions.plus(q.connection, a=a) for a in range(50)))

        assert q.run(several()) == list(range(1, 51))
        return
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda a: q.plus(a=a), range(50))) == list(range(1, 51))
    with psycopg.connect(database, autocommit=True) as other:
        assert q.functions.plus(other, a=1) == 2
    seen = weakref.ref(other)
    del other
    gc.collect()
    assert seen() is None


def _altered(database: str, statement: str) -> None:
    with psycopg.connect(database, autocommit=True) as other:
        other.execute(statement.encode())


def _close(q: Package) -> None:
    """Ends the connection, whose statements have other types by now than were inferred."""
    closing = q.connection.close()
    if closing is not None:
        q.run(closing)


def test_a_column_added_while_the_program_runs(make: Make, database: str) -> None:
    q = make(
        "CREATE TABLE t (id int PRIMARY KEY, name text NOT NULL); INSERT INTO t VALUES (1, 'a');",
        "-- name: All :many\nSELECT * FROM t;\n"
        "-- name: Each :iter\nSELECT * FROM t;\n"
        "-- name: Find :one\nSELECT * FROM t WHERE id = @id;\n"
        "-- name: FindEach :batchone\nSELECT * FROM t WHERE id = @id;\n"
        "-- name: Named :many\nSELECT id, name FROM t;\n",
    )
    calls = [
        lambda: q.find(id=1),
        q.all_,
        lambda: collected(q, q.each()),
        lambda: q.find_each([1]),
    ]
    for _ in range(8):
        assert [call() for call in [*calls, q.named]]
    _altered(database, "ALTER TABLE t ADD COLUMN more int")
    for call in calls:
        for _ in range(3):
            with pytest.raises(Exception, match="has 3 columns, not those") as caught:
                call()
            assert type(caught.value).__name__ == "ColumnsChangedError"
            assert [row.name for row in q.named()] == ["a"]
    _close(q)


def test_a_column_of_another_type_while_the_program_runs(make: Make, database: str) -> None:
    q = make(
        "CREATE TABLE t (id int PRIMARY KEY, name varchar); INSERT INTO t VALUES (1, 'a');",
        "-- name: All :many\nSELECT * FROM t;\n"
        "-- name: Find :one\nSELECT * FROM t WHERE id = @id;\n"
        "-- name: FindEach :batchone\nSELECT * FROM t WHERE id = @id;\n",
    )
    for _ in range(8):
        assert q.find(id=1).name == "a"
        assert q.all_()[0].id == 1
        assert q.find_each([1])[0].name == "a"
    _altered(database, "ALTER TABLE t ALTER id TYPE bigint, ALTER name TYPE text")
    for _ in range(8):
        assert q.find_each([1])[0].name == "a"
        assert q.find(id=1).name == "a"
        assert q.all_()[0].id == 1
    _close(q)


def test_another_type_than_the_inferred_one_would_be_noticed(tmp_path: Path, database: str) -> None:
    files = {"schema.sql": SCHEMA, "q.sql": "-- name: Plus :one\nSELECT @a::bigint + 1 AS b;\n"}
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    schema, queries = (str(tmp_path / name) for name in files)
    analysis = analyse_project(Config(schema=(schema,), queries=(queries,)))
    module = ModuleType("q")
    module.__dict__["PLUS"] = "SELECT $1::bigint + 1 AS b"
    with psycopg.connect(database, prepare_threshold=PREPARE_AT_ONCE) as connection:
        psycopg.RawCursor(connection).execute("SELECT $1::bigint + 1 AS b", [1])
        connection.commit()
        ran = types_that_ran(connection).fetchall()
    (told,) = differences(analysis, module, ran)
    assert "smallint" in told
