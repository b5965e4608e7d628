"""Random schemas: tables, views, types and functions, with columns that queries draw from."""

from __future__ import annotations

import random
from dataclasses import dataclass

#: The types of columns, as format_type spells them without modifiers.
ALL_TYPES: tuple[str, ...] = (
    *"smallint integer bigint numeric real text boolean uuid date interval jsonb mood".split(),
    "double precision",
    "character varying",
    "timestamp with time zone",
    "integer[]",
    "timestamp without time zone",
    "time without time zone",
    "character",
    "text[]",
    *"bytea json address positive email int4range daterange tstzrange nummultirange".split(),
    *"inet bit tsvector point oid name mood[] address[] xml money macaddr".split(),
)
_SPELLED = {
    "character varying": "character varying(20)",
    "character": "character(4)",
    "numeric": "numeric(10, 2)",
    "bit": "bit(4)",
}


@dataclass(frozen=True, slots=True)
class World:
    """DDL, and the relations that it makes: name → columns with their types."""

    ddl: str
    relations: dict[str, dict[str, str]]


def random_world(rng: random.Random) -> World:
    """A schema of some tables, views on them, and functions."""
    parts = [
        "CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');",
        "CREATE TYPE address AS (street text, number integer);",
        "CREATE DOMAIN positive AS integer CHECK (VALUE > 0);",
        "CREATE DOMAIN email AS text;",
    ]
    relations: dict[str, dict[str, str]] = {}
    for number in range(rng.randint(3, 6)):
        types = rng.sample(ALL_TYPES, rng.randint(3, 9))
        columns = {f"c{index}": kind for index, kind in enumerate(types)}
        columns = {"id": rng.choice(["integer", "bigint", "uuid"]), **columns}
        relations[f"t{number}"] = columns
        listed = ", ".join(
            f"{name} {_SPELLED.get(kind, kind)}{' PRIMARY KEY' if name == 'id' else _null(rng)}"
            for name, kind in columns.items()
        )
        parts.append(f"CREATE TABLE t{number} ({listed});")
    for number in range(2):
        table = rng.choice([name for name in relations if name.startswith("t")])
        columns = dict(rng.sample(list(relations[table].items()), 2))
        relations[f"v{number}"] = columns
        parts.append(f"CREATE VIEW v{number} AS SELECT {', '.join(columns)} FROM {table};")
    for number in range(3):
        given, result = rng.choice(ALL_TYPES), rng.choice(ALL_TYPES)
        parts.append(
            f"CREATE FUNCTION f{number}(a {given}) RETURNS {result}"
            f" LANGUAGE sql AS 'SELECT NULL::{result}';"
        )
    return World("\n".join(parts), relations)


def _null(rng: random.Random) -> str:
    return rng.choice(["", "", " NOT NULL"])
