"""Operators without parentheses: what each takes is a matter of precedence, and what comes out is
often of another type if it takes something else."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

#: Expressions by their type, if each place were in parentheses: ``b`` boolean, ``n`` number,
#: ``t`` text, ``d`` time, ``a`` array, ``j`` JSON, ``x`` any.
_FORMS: dict[str, tuple[str, ...]] = {
    "b": (
        "true",
        "null",
        "$1",
        "{b} and {b}",
        "{b} or {b}",
        "not {b}",
        "{n} = {n}",
        "{n} < {n}",
        "{t} <> {t}",
        "{t} >= {t}",
        "{b} = {b}",
        "{d} > {d}",
        "{x} is null",
        "{x} is not null",
        "{x} isnull",
        "{x} notnull",
        "{b} is true",
        "{b} is not unknown",
        "{b} is distinct from {b}",
        "{t} is not distinct from {t}",
        "{t} like {t}",
        "{t} not ilike {t} escape {t}",
        "{t} similar to {t}",
        "{t} ~ {t}",
        "{t} is json object",
        "{t} is nfc normalized",
        "{n} in (1, 2)",
        "{t} not in ('a', {t})",
        "{n} in (select 1)",
        "{b} in ({b}, true)",
        "{t} = any ({a})",
        "{n} <> all (array[1, 2])",
        "{b} = any (array[{b}])",
        "{t} like any ({a})",
        "{n} between {n} and {n}",
        "{t} not between symmetric {t} and {t}",
        "({d}, {d}) overlaps ({d}, {d})",
        "{a} @> {a}",
        "{a} && {a}",
        "{j} ? {t}",
        "{n} operator(pg_catalog.<) {n}",
        "{t}::boolean",
        "exists (select {x})",
        "case when {b} then {b} else {b} end",
        "{n} + {n} = any (array[1])",
    ),
    "n": (
        "1",
        "id",
        "$2",
        "1.5",
        "null",
        "{n} + {n}",
        "{n} - {n}",
        "{n} * {n}",
        "{n} / {n}",
        "{n} % {n}",
        "{n} ^ {n}",
        "- {n}",
        "+ {n}",
        "@ {n}",
        "{n} operator(pg_catalog.+) {n}",
        "operator(pg_catalog.-) {n}",
        "{t}::integer",
        "{b}::integer",
        "{n}::numeric(5, 2)",
        "length({t})",
        "(home).number",
        "case {n} when {n} then {n} end",
        "count(*) over ()",
        "sum({n}) filter (where {b}) over (order by {x})",
        "(select {n})",
        "array_length({a}, {n})",
        "extract(year from {d})",
        "{d} - {d}",
    ),
    "t": (
        "name",
        "'a'",
        "$3",
        "null",
        "{t} || {t}",
        "{t} || {n}",
        "{n}::text",
        "{x}::text",
        '{t} collate "C"',
        "{j} ->> {t}",
        "tags[{n}]",
        "lower({t})",
        "(home).street",
        "coalesce({t}, {t})",
        "{t} operator(pg_catalog.||) {t}",
        "{d} at time zone {t}",
        "{t}::varchar(3)",
        '{t} || {t} collate "C"',
    ),
    "d": (
        "created_at",
        "now()",
        "born",
        "timestamp '2020-01-01'",
        "date '2020-01-01'",
        "{d} + interval '1 day'",
        "{d} - interval '1' day * {n}",
        "{d} at time zone {t}",
        "{d} at time zone 'utc' at time zone {t}",
        "{d} at local",
        "{d}::date",
        "{d}::timestamp(0) with time zone",
        "greatest({d}, {d})",
    ),
    "a": ("tags", "array[{t}, {t}]", "{a} || {t}", "{a} || {a}", "{t}::text[]", "tags[{n}:{n}]"),
    "j": ("prefs", "'{}'::jsonb", "{j} -> {t}", "{j} || {j}", "{j} - {t}", "to_jsonb({x})"),
}
_PLACE = re.compile(r"\{([bntdajx])\}")


def chains(rng: random.Random) -> Iterator[str]:
    """Queries with such expressions, without end."""
    while True:
        listed = ", ".join(_chain(rng, rng.choice("bbbntd"), 3) for _ in range(rng.choice((1, 2))))
        where = f" where {_chain(rng, 'b', 3)}" if rng.random() < 0.3 else ""
        yield f"select {listed} from customers{where}"


def _chain(rng: random.Random, kind: str, depth: int) -> str:
    kind = rng.choice("bntdaj") if kind == "x" else kind
    forms = _FORMS[kind]
    few = depth <= 0 or rng.random() < 0.2
    text = rng.choice([form for form in forms if not _PLACE.search(form)] if few else forms)
    return _PLACE.sub(lambda found: _chain(rng, found[1], depth - 1), text)
