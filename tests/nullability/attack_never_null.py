"""Call functions with random non-null arguments and count the NULLs that come back.

``python tests/nullability/attack_never_null.py`` attacks every signature of every entry of
:mod:`codegen.postgres.never_null` and fails where one yields NULL.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import psycopg
from value_pools import POLYMORPHIC, pool

CALLS = 1000

SETUP = """
drop type if exists nn_mood cascade; drop type if exists nn_pair cascade;
create type nn_mood as enum ('sad', 'ok', 'happy');
create type nn_pair as (a int, b text);
"""


@dataclass(frozen=True, slots=True)
class Signature:
    """A function of pg_catalog and the names of its argument types."""

    name: str
    args: tuple[str, ...]
    variadic: bool = False

    def __str__(self) -> str:
        return f"{self.name}({', '.join(self.args)})"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many of the calls returned a value, how many of those a NULL, and the first that did."""

    returned: int
    nulls: int
    example: str | None
    error: str | None


def signatures(connection: psycopg.Connection[Any], where: str = "true") -> list[Signature]:
    """The ordinary functions of pg_catalog that satisfy a condition on pg_proc ``p``."""
    rows = connection.execute(
        f"""select p.proname, p.provariadic <> 0,
               array(select case when e.oid is null then t.typname else e.typname || '[]' end
                     from unnest(p.proargtypes::oid[]) with ordinality a(oid, n)
                     join pg_type t on t.oid = a.oid
                     left join pg_type e on e.typarray = t.oid order by n)
            from pg_proc p where p.pronamespace = 'pg_catalog'::regnamespace
              and p.prokind = 'f' and not p.proretset and {where} order by 1, 3"""
    ).fetchall()
    return [Signature(name, tuple(args), variadic) for name, variadic, args in rows]


def instances(signature: Signature) -> Iterator[tuple[str, ...]]:
    """The argument types to call a signature with: four where it is polymorphic."""
    polymorphic = any(arg in POLYMORPHIC for arg in signature.args)
    for index in range(4 if polymorphic else 1):
        yield tuple(
            POLYMORPHIC[arg][index] if arg in POLYMORPHIC else arg for arg in signature.args
        )


def statement(
    signature: Signature, types: tuple[str, ...], rng: random.Random, calls: int
) -> str | None:
    """A DO block that makes the calls and leaves its counts in settings, or None for unknown types."""
    pools = [pool(name, rng) for name in types]
    if any(values is None for values in pools):
        return None
    texts = [[value for value in values if "\x00" not in value] for values in pools if values]
    declarations = "".join(
        f"p{i} text[] := array[{', '.join(_literal(value) for value in values)}]::text[];\n"
        for i, values in enumerate(texts)
    )
    picks = "".join(
        f"c{i} := p{i}[1 + floor(random() * {len(values)})::int];\n"
        for i, values in enumerate(texts)
    )
    names = "".join(f"c{i} text; " for i in range(len(types)))
    arguments = ", ".join(
        f"textin(textout(c{i}))::cstring" if name == "cstring" else f"c{i}::{_type(name)}"
        for i, name in enumerate(types)
    )
    if signature.variadic and signature.args[-1].endswith("[]"):
        head, _, last = arguments.rpartition(", ")
        arguments = f"{head + ', ' if head else ''}variadic {last}"
    shown = " || '; ' || ".join(["''", *(f"quote_literal(c{i})" for i in range(len(types)))])
    return f"""do $attack$ declare {names} {declarations} nulls int := 0; returned int := 0;
        example text; failure text; n int; begin
        for i in 1..{calls} loop {picks}
        begin
            select pg_catalog.num_nulls(pg_catalog."{signature.name}"({arguments})) into n;
            returned := returned + 1;
            if n > 0 then nulls := nulls + 1; example := coalesce(example, {shown}); end if;
        exception when others then failure := sqlerrm; end;
        end loop;
        perform set_config('nn.result', jsonb_build_array(returned, nulls, example, failure)::text, false);
        end $attack$"""


def attack(
    connection: psycopg.Connection[Any], signature: Signature, calls: int = CALLS, seed: int = 0
) -> Outcome:
    """Call one signature, each of its instances ``calls`` times."""
    total = Outcome(0, 0, None, None)
    rng = random.Random(f"{seed}{signature}")
    for types in instances(signature):
        text = statement(signature, types, rng, calls)
        if text is None:
            return Outcome(0, 0, None, f"no values of {types}")
        try:
            connection.execute("select setseed(%s)", [rng.random()])
            connection.execute(text)
            row = connection.execute("select current_setting('nn.result')::jsonb").fetchone()
        except psycopg.Error as failure:
            total = Outcome(total.returned, total.nulls, total.example, str(failure).strip())
            continue
        returned, nulls, example, error = row[0] if row else (0, 0, None, None)
        total = Outcome(
            total.returned + returned,
            total.nulls + nulls,
            total.example or example,
            error or total.error,
        )
    return total


def attack_all(
    connection: psycopg.Connection[Any], chosen: Iterable[Signature], calls: int = CALLS
) -> dict[Signature, Outcome]:
    """Attack many signatures on one connection, in rolled-back transactions."""
    connection.execute(SETUP)
    connection.execute("set statement_timeout = '20s'")
    connection.execute("set client_min_messages = 'error'")
    results: dict[Signature, Outcome] = {}
    for signature in chosen:
        connection.execute("begin")
        results[signature] = attack(connection, signature, calls)
        connection.execute("rollback")
    return results


def _literal(value: str) -> str:
    return "E'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _type(name: str) -> str:
    base, brackets = (name[:-2], "[]") if name.endswith("[]") else (name, "")
    return f'"{base}"{brackets}'
