"""Every type by COPY: alone, in an array, as NULL; and columns that get their defaults."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.generated_packages.conftest import Make, Package
from tests.generated_packages.test_types import NO_ARRAY, SCHEMA
from tests.generated_packages.type_values import VALUES


def _tables() -> Iterator[str]:
    # Each has a table of its own: a column that can't go in binary makes all go as text.
    for index, type_ in enumerate(VALUES):
        array = type_ if type_ in NO_ARRAY else f"{type_}[]"
        yield f"CREATE TABLE t{index} (id serial, v {type_}, a {array});\n"
    columns = ", ".join(f"c{index} {type_}" for index, type_ in enumerate(VALUES))
    yield f"CREATE TABLE everything (id serial, {columns});\n"


def _queries() -> Iterator[str]:
    for index in range(len(VALUES)):
        yield f"-- name: copy{index} :copyfrom\nINSERT INTO t{index} (v, a) VALUES (@v, @a);\n"
        yield f"-- name: read{index} :many\nSELECT * FROM t{index} ORDER BY id;\n"
    names = [f"c{index}" for index in range(len(VALUES))]
    values = ", ".join(f"@{name}" for name in names)
    yield "-- name: copy_all :copyfrom\n"
    yield f"INSERT INTO everything ({', '.join(names)}) VALUES ({values});\n"
    yield "-- name: read_all :many\nSELECT * FROM everything;\n"


def _values(q: Package, type_: str) -> list[Any]:
    def member(value: Any) -> Any:
        return [member(one) for one in value] if isinstance(value, list) else q.models.Mood(value)

    values = VALUES[type_]
    return [member(value) for value in values] if type_ in ("mood", "some_moods") else list(values)


def test_every_type_is_copied(make: Make) -> None:
    q = make(SCHEMA + "".join(_tables()), "".join(_queries()))
    first: list[Any] = []
    for index, type_ in enumerate(VALUES):
        values = _values(q, type_)
        arrays = values if type_ in NO_ARRAY else [values, [], [*values, None]]
        rows = [(value, arrays[number % len(arrays)]) for number, value in enumerate(values)]
        rows += [(None, arrays[-1] if arrays else None), (None, None)]
        row = getattr(q, f"Copy{index}Params")
        assert getattr(q, f"copy{index}")(row(*one) for one in rows) == len(rows)
        _same([(one.v, one.a) for one in getattr(q, f"read{index}")()], rows)
        first.append(values[0] if values else None)
    assert q.copy_all([q.CopyAllParams(*first)]) == 1
    (everything,) = q.read_all()
    _same([getattr(everything, f"c{index}") for index in range(len(first))], first)


def _same(found: list[Any], expected: list[Any]) -> None:
    for one, other in zip(found, expected, strict=True):
        # NaN is not equal to itself.
        assert one == other or str(one) == str(other)


def test_a_table_with_a_column_that_cannot_be_received_in_binary(make: Make) -> None:
    q = make(
        "CREATE EXTENSION seg; CREATE DOMAIN span AS seg;"
        "CREATE TABLE a (id bigint, grantee aclitem); CREATE TABLE b (id bigint, span seg);"
        "CREATE TABLE c (id bigint, spans seg[], span span, grantees aclitem[]);",
        "\n".join(
            f"-- name: copy_{table} :copyfrom\nINSERT INTO {table} (id) VALUES (@id);\n"
            for table in "abc"
        ),
    )
    for table in "abc":
        assert getattr(q, f"copy_{table}")([1, 2]) == 2


def test_columns_with_defaults(make: Make) -> None:
    q = make(
        "CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY, kind text DEFAULT 'x',"
        " name text NOT NULL, len int GENERATED ALWAYS AS (length(name)) STORED);",
        "-- name: CopyNames :copyfrom\n"
        "INSERT INTO t (id, kind, name) VALUES (DEFAULT, DEFAULT, @name);\n"
        "-- name: CopyKinds :copyfrom\nINSERT INTO t (name, kind) VALUES (@name, @kind);\n"
        "-- name: All :many\nSELECT * FROM t ORDER BY id;\n",
    )
    assert q.copy_names(["a", "bb"]) == 2
    assert q.copy_kinds([q.CopyKindsParams("c", None)]) == 1
    rows = [(row.id, row.kind, row.name, row.len) for row in q.all_()]
    assert rows == [(1, "x", "a", 1), (2, "x", "bb", 2), (3, None, "c", 1)]
