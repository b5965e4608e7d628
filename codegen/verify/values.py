"""Small pools of values, as text, for every type: few, so that keys match and conditions hold."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import psycopg

if TYPE_CHECKING:
    from codegen.postgres.catalog import Catalog, Column, Relation, Type
    from codegen.verify.hints import Hints, Place

    Connection = psycopg.Connection[Any]

#: How deep composite and array types are followed.
_DEPTH = 3

_UUIDS = tuple(f"00000000-0000-4000-8000-00000000000{digit}" for digit in range(5))
_WORDS = (
    "",
    "a",
    "b",
    "c",
    "a@b.example",
    "https://a.example/b",
    "2024-01-01",
    "1",
    "x y",
    "%",
    # What CHECKs often ask for: a length, a slug, letters of one kind, a code.
    "abc-def",
    "abc_def1",
    "ABCDEF",
    "Abc",
    "en",
    "EUR",
    "+4915112345678",
    "a/b.c",
    "text/plain",
    "true",
    "0.5",
    "1 day",
    "00000000-0000-4000-8000-000000000001",
)
_JSON = (
    "{}",
    "[]",
    "null",
    "1",
    '"a"',
    '{"a": null, "b": "c"}',
    '{"a": {"b": 1}}',
    '[{"a": 1}, null]',
)
_DAYS = ("2024-01-01", "2024-02-29", "1999-12-31", "infinity", "-infinity", "0044-03-15 BC")
_MOMENTS = ("now", "2024-01-01 00:00+00", "2024-02-29 12:30+00", "infinity", "-infinity")

#: Text forms of values per type name; those of the user's own types are made from these.
POOLS: dict[str, tuple[str, ...]] = {
    "bool": ("t", "f"),
    "int2": ("0", "1", "2", "3", "4", "5", "6", "-1"),
    "int4": ("0", "1", "2", "3", "4", "5", "6", "-1"),
    "int8": ("0", "1", "2", "3", "4", "5", "6", "-1"),
    "oid": ("0", "1", "16", "1259"),
    "float4": ("0", "1", "2.5", "-1", "NaN", "Infinity"),
    "float8": ("0", "1", "2.5", "-1", "NaN", "Infinity"),
    "numeric": ("0", "1", "2.50", "3", "-1", "10", "NaN"),
    "money": ("0", "1.50", "-1"),
    "text": _WORDS,
    "varchar": _WORDS,
    "bpchar": ("a", "b", "", "c"),
    "name": ("a", "b", "c"),
    "char": ("a", "b"),
    "citext": _WORDS,
    "bytea": ("", "\\x00", "\\x6162", "\\xff"),
    "uuid": _UUIDS,
    "json": _JSON,
    "jsonb": _JSON,
    "jsonpath": ("$", "$.a", "$[*]"),
    "date": _DAYS,
    "timestamp": ("2024-01-01", "2024-02-29 12:30", "infinity", "now", "0044-03-15 BC"),
    "timestamptz": _MOMENTS,
    "time": ("00:00", "12:30", "24:00"),
    "timetz": ("00:00+00", "12:30+02"),
    "interval": ("0", "1 hour", "1 day", "-1 mon", "infinity"),
    "inet": ("10.0.0.1", "10.0.0.0/8", "::1"),
    "cidr": ("10.0.0.0/8", "::/0"),
    "macaddr": ("08:00:2b:01:02:03",),
    "macaddr8": ("08:00:2b:01:02:03:04:05",),
    "bit": ("0", "1", "101", "00000000"),
    "varbit": ("", "0", "101"),
    "xml": ("<a/>",),
    "tsvector": ("", "'a':1 'b':2", "c"),
    "tsquery": ("", "a", "a & !b"),
    "point": ("(0,0)", "(1,2)"),
    "line": ("{1,-1,0}",),
    "lseg": ("[(0,0),(1,1)]",),
    "box": ("(1,1),(0,0)",),
    "path": ("[(0,0),(1,1)]", "((0,0))"),
    "polygon": ("((0,0),(1,1),(1,0))",),
    "circle": ("<(0,0),1>",),
    "int4range": ("empty", "(,)", "[1,3)", "[2,)"),
    "int8range": ("empty", "(,)", "[1,3)", "[2,)"),
    "numrange": ("empty", "(,)", "[1,3)", "[2,)"),
    "daterange": ("empty", "(,)", "[2024-01-01,2024-02-01)"),
    "tsrange": ("empty", "(,)", "[2024-01-01,2024-02-01)"),
    "tstzrange": ("empty", "(,)", "[2024-01-01,2024-02-01)"),
    "hstore": ("", '"a"=>"b"', '"a"=>NULL'),
    "ltree": ("a", "a.b", "a.b.c"),
    "vector": ("[1,2,3]", "[0,0,1]"),
    "halfvec": ("[1,2,3]",),
    "pg_lsn": ("0/0", "0/1"),
    "regclass": ("pg_class",),
    "regtype": ("int4",),
    "tid": ("(0,1)",),
}


def pool(catalog: Catalog, oid: int, depth: int = 0) -> tuple[str, ...]:
    """Values of a type, as text; none where the type is not known here."""
    found = catalog.type(oid)
    if found.kind == "e":
        return found.labels
    if found.kind == "d":
        return pool(catalog, found.base, depth)
    if depth > _DEPTH:
        return ()
    if found.is_array:
        return _arrays(pool(catalog, found.element, depth + 1))
    if found.kind == "c":
        return _rows(catalog, found, depth)
    if found.kind in ("r", "m") and found.name not in POOLS:
        return ("empty",) if found.kind == "r" else ("{}",)
    return POOLS.get(found.name, ())


class Pools:
    """Pools of values that the server accepts, per type, and per column with what it is compared
    with."""

    def __init__(self, connection: Connection, catalog: Catalog, hints: Hints) -> None:
        self._connection = connection
        self._catalog = catalog
        self._hints = hints
        self._types: dict[int, tuple[str, ...]] = {}
        self._columns: dict[Place, tuple[str, ...]] = {}

    def of_type(self, oid: int) -> tuple[str, ...]:
        """Values of a type; none where the type is not known here."""
        found = self._types.get(oid)
        if found is None:
            found = self._valid(pool(self._catalog, oid), oid)
            self._types[oid] = found
        return found

    def of_column(self, relation: Relation, column: Column) -> tuple[str, ...]:
        """Values of a column: first those that it is compared with."""
        place = (relation.schema, relation.name, column.name)
        found = self._columns.get(place)
        if found is None:
            special = self._valid(self._hints.constants.get(place, ()), column.type)
            found = fitting((*special, *self.of_type(column.type)), column.typmod)
            self._columns[place] = found
        return found

    def _valid(self, values: Sequence[str], oid: int) -> tuple[str, ...]:
        name = self._catalog.format_type(oid)
        offered = list(dict.fromkeys(values))
        try:
            with self._connection.transaction():
                rows = self._connection.execute(_ACCEPTED, [offered, name])
                return tuple(value for (value,) in rows)
        except psycopg.Error:
            # One that can't even be asked about spoils them all: they have to be asked one by one.
            if len(offered) <= 1:
                return ()
            return tuple(kept for value in offered for kept in self._valid([value], oid))


_ACCEPTED = (
    "SELECT value FROM unnest(%s::text[]) WITH ORDINALITY AS offered(value, place)"
    " WHERE pg_input_is_valid(value, %s) ORDER BY place"
)


def fitting(values: Sequence[str], typmod: Sequence[int]) -> tuple[str, ...]:
    """The values that a column of limited length holds."""
    if len(typmod) != 1 or typmod[0] <= 0:
        return tuple(values)
    bits = [value.ljust(typmod[0], "0") for value in values if value and set(value) <= {"0", "1"}]
    short = [value for value in values if len(value) <= typmod[0]]
    return tuple(dict.fromkeys([*short, *bits]))


def pick(values: Sequence[str], rng: random.Random) -> str:
    """One of the values, the first ones more often."""
    head = values[: max(1, min(len(values), 5))]
    return rng.choice(head if rng.random() < 0.6 else values)


def array_text(values: Sequence[str]) -> str:
    """An array's text, of some values' texts."""
    return "{" + ",".join(map(_quoted, values)) + "}"


def _arrays(elements: Sequence[str]) -> tuple[str, ...]:
    quoted = [_quoted(element) for element in elements[:6]]
    if not quoted:
        return ("{}",)
    lists = ("{" + item + "}" for item in quoted[:4])
    return ("{}", "{NULL}", "{" + ",".join(quoted[:3]) + "}", *lists, "{NULL," + quoted[0] + "}")


def _rows(catalog: Catalog, found: Type, depth: int) -> tuple[str, ...]:
    fields = [pool(catalog, column.type, depth + 1) for column in found.fields]
    if not fields:
        return ()
    first = ",".join(_quoted(values[0]) if values else "" for values in fields)
    last = ",".join(_quoted(values[-1]) if values else "" for values in fields)
    return (f"({first})", "(" + "," * (len(fields) - 1) + ")", f"({last})")


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
