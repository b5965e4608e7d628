"""Call functions with random non-null arguments and count the NULLs that come back.

``python -m tests.nullability.attack_never_null DSN`` attacks every signature of every entry of
:mod:`codegen.postgres.never_null` and fails where one yields NULL.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import psycopg

from codegen.postgres import never_null
from codegen.postgres.never_null_extensions import EXTENSIONS
from tests.nullability.value_pools import FITTING, POLYMORPHIC, pool

CALLS = 1000
#: How often the script calls at most, for as many calls that return and don't fail.
TRIES = 40

SETUP = """
drop type if exists nn_mood cascade; drop type if exists nn_pair cascade;
drop sequence if exists nn_sequence; create sequence nn_sequence; select nextval('nn_sequence');
create type nn_mood as enum ('sad', 'ok', 'happy');
create type nn_pair as (a int, b text);
"""


@dataclass(frozen=True, slots=True)
class Signature:
    """A function of pg_catalog and the names of its argument types; ``field`` is its only first
    argument, where the claim is about that one."""

    name: str
    args: tuple[str, ...]
    variadic: bool = False
    field: str = ""
    schema: str = "pg_catalog"

    def __str__(self) -> str:
        field = f"{self.field} of " if self.field else ""
        return f"{field}{self.name}({', '.join(self.args)})"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many of the calls returned a value, how many of those a NULL, and the first that did."""

    returned: int
    nulls: int
    example: str | None
    error: str | None


def signatures(
    connection: psycopg.Connection[Any],
    where: str = "true",
    schema: str = "pg_catalog",
) -> list[Signature]:
    """The ordinary functions of a schema that satisfy a condition on pg_proc ``p``."""
    rows = connection.execute(
        f"""select p.proname, p.provariadic <> 0,
               array(select case when e.oid is null then t.typname else e.typname || '[]' end
                     from unnest(p.proargtypes::oid[]) with ordinality a(oid, n)
                     join pg_type t on t.oid = a.oid
                     left join pg_type e on e.typarray = t.oid order by n)
            from pg_proc p where p.pronamespace = '{schema}'::regnamespace
              and p.prokind = 'f' and not p.proretset and {where} order by 1, 3"""
    ).fetchall()
    return [Signature(name, tuple(args), variadic, schema=schema) for name, variadic, args in rows]


def instances(signature: Signature) -> Iterator[tuple[str, ...]]:
    """The argument types to call a signature with: four where it is polymorphic."""
    if signature.name.endswith("_build_object") and signature.args == ("any",):
        # Keys and values come in pairs.
        yield from [("text", "int4"), ("int4", "text[]"), ("text", "jsonb", "name", "numeric")]
        return
    polymorphic = any(arg in POLYMORPHIC for arg in signature.args)
    for index in range(4 if polymorphic else 1):
        yield tuple(
            POLYMORPHIC[arg][index] if arg in POLYMORPHIC else arg for arg in signature.args
        )


def statement(
    signature: Signature, types: tuple[str, ...], rng: random.Random, calls: int, tries: int
) -> str | None:
    """A DO block that makes the calls and leaves its counts in a setting, or None."""
    pools = [_values(signature, place, name, rng) for place, name in enumerate(types)]
    if any(values is None for values in pools):
        return None
    needed = never_null.NEEDED_ARGUMENTS.get(signature.name)
    declared, picked = "", ""
    for place, values in enumerate(values for values in pools if values is not None):
        texts = ", ".join(_literal(value) for value in values)
        # Where an argument may be NULL, it is, now and then.
        if needed is not None and place not in needed:
            texts += ", NULL, NULL, NULL, NULL"
        declared += f"c{place} text; p{place} text[] := ARRAY[{texts}]::text[];\n"
        picked += f"c{place} := p{place}[1 + floor(random() * cardinality(p{place}))::int];\n"
    return _BLOCK.format(
        declared=declared,
        picked=picked,
        calls=calls,
        most=calls * tries,
        function=f'"{signature.schema}"."{signature.name}"({_arguments(signature, types)})',
        shown=" || '; ' || ".join(["''", *(f"quote_nullable(c{i})" for i in range(len(types)))]),
    )


def _values(
    signature: Signature, place: int, type_name: str, rng: random.Random
) -> list[str] | None:
    if place == 0 and signature.field:
        return [signature.field]
    for key in ((str(signature), place), (signature.name, place)):
        if key in FITTING:
            return FITTING[key]
    return pool(type_name, rng)


_BLOCK = """
DO $attack$
DECLARE
    {declared} nulls int := 0; returned int := 0; example text; failure text; n int;
BEGIN
    FOR i IN 1..{most} LOOP
        EXIT WHEN returned >= {calls};
        {picked}
        BEGIN
            SELECT pg_catalog.num_nulls({function}) INTO n;
            returned := returned + 1;
            IF n > 0 THEN nulls := nulls + 1; example := coalesce(example, {shown}); END IF;
        EXCEPTION WHEN OTHERS THEN failure := sqlerrm;
        END;
    END LOOP;
    PERFORM set_config(
        'nn.result', jsonb_build_array(returned, nulls, example, failure)::text, false);
END $attack$"""


def _arguments(signature: Signature, types: tuple[str, ...]) -> str:
    arguments = [
        f"textin(textout(c{i}))::cstring" if name == "cstring" else f"c{i}::{_type(name)}"
        for i, name in enumerate(types)
    ]
    if signature.variadic and signature.args[-1].endswith("[]"):
        arguments[-1] = f"VARIADIC {arguments[-1]}"
    return ", ".join(arguments)


def attack(
    connection: psycopg.Connection[Any],
    signature: Signature,
    calls: int = CALLS,
    seed: int = 0,
    tries: int = 1,
) -> Outcome:
    """Call one signature, each of its instances ``calls`` times; again for calls that fail, but
    not more than ``tries`` times as often."""
    total = Outcome(0, 0, None, None)
    rng = random.Random(f"{seed}{signature}")
    for types in instances(signature):
        text = statement(signature, types, rng, calls, tries)
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
    connection: psycopg.Connection[Any],
    chosen: Iterable[Signature],
    calls: int = CALLS,
    tries: int = 1,
) -> dict[Signature, Outcome]:
    """Attack many signatures on one connection, in rolled-back transactions."""
    connection.execute(SETUP)
    connection.execute("set statement_timeout = '20s'")
    connection.execute("select nextval('nn_sequence')")
    connection.execute("set client_min_messages = 'error'")
    results: dict[Signature, Outcome] = {}
    for signature in chosen:
        connection.execute("begin")
        results[signature] = attack(connection, signature, calls, tries=tries)
        connection.execute("rollback")
    return results


def _literal(value: str) -> str:
    return "E'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _type(name: str) -> str:
    base, brackets = (name[:-2], "[]") if name.endswith("[]") else (name, "")
    return f'"{base}"{brackets}'


def entries(connection: psycopg.Connection[Any]) -> list[Signature]:
    """The signatures that the curated tables speak of."""
    everywhere = (
        never_null.COMPARISONS
        | never_null.OPERATOR_FUNCTIONS
        | never_null.FUNCTIONS
        | never_null.ONE_NEEDED
        | never_null.NEEDED_ARGUMENTS.keys()
    )
    plain = [
        signature
        for signature in signatures(connection)
        if signature.name in everywhere or str(signature) in never_null.SIGNATURES
    ]
    fields = [
        Signature(name, ("text", source), field=field)
        for name in sorted(never_null.FIELD_FUNCTIONS)
        for source, names in never_null.FIELD_SOURCES.items()
        for field in sorted(names)
    ]
    extensions = [
        signature
        for extension, names in EXTENSIONS.items()
        for signature in _of_extension(connection, extension)
        if signature.name in names
    ]
    return [*plain, *fields, *extensions]


def _of_extension(connection: psycopg.Connection[Any], extension: str) -> list[Signature]:
    schema = f"nn_{extension}"
    connection.execute(f"create schema if not exists {schema}".encode())
    statement = f"create extension if not exists {extension} schema {schema}"
    connection.execute(statement.encode())
    # Types are named without their schemas.
    connection.execute(
        "select set_config('search_path', current_setting('search_path') || ', ' || %s, false)",
        [schema],
    )
    return signatures(connection, schema=schema)


def falsified(outcomes: dict[Signature, Outcome]) -> dict[str, str]:
    """The entries that yielded NULL, each with the arguments that made it."""
    return {str(s): outcome.example or "" for s, outcome in outcomes.items() if outcome.nulls}


def silent(outcomes: dict[Signature, Outcome]) -> dict[str, str]:
    """The entries that never returned at all, so that nothing is known of them, and why."""
    return {str(s): outcome.error or "" for s, outcome in outcomes.items() if not outcome.returned}


def main(dsn: str) -> int:
    with psycopg.connect(dsn, autocommit=True) as connection:
        outcomes = attack_all(connection, entries(connection), tries=TRIES)
    for signature, arguments in falsified(outcomes).items():
        print(f"{signature} is NULL of {arguments}")
    for signature, reason in silent(outcomes).items():
        print(f"{signature} never returned: {reason}")
    returned = [outcome.returned for outcome in outcomes.values()]
    few = sum(number < CALLS for number in returned)
    print(f"{len(outcomes)} signatures, {sum(returned)} values; {few} gave fewer than {CALLS}")
    return 1 if falsified(outcomes) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
