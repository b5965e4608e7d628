"""A database with user-defined objects of every kind that resolution minds, and its catalog."""

from __future__ import annotations

from dataclasses import replace

import psycopg

from codegen.postgres.builtins import extract, facts
from codegen.postgres.catalog import Catalog, Relation
from codegen.postgres.names import quote_identifier

EXTENSIONS = ("citext", "hstore", "ltree", "vector")

SCHEMA = """
create schema other;
create type mood as enum ('sad', 'ok', 'happy');
create domain label as text;
create domain short_label as label check (length(value) < 9);
create domain positive as integer check (value > 0);
create domain numbers as integer[];
create domain short_label_varchar as varchar(9);
create type pair as (first_of_pair integer, second_of_pair text);
create domain checked_pair as pair;
create table parent (parent_column integer);
create table child (child_column text) inherits (parent);
create type moods as range (subtype = mood);

create function one(integer) returns text return 'integer';
create function one(bigint) returns date return current_date;
create function by_default(a integer, b text default 'b', c integer default 3)
    returns boolean return true;
create function by_default(a integer) returns text return 'clash';
create function with_defaults(a text, b integer default 3, c date default current_date)
    returns interval return interval '1 day';
create function many(variadic integer[]) returns text return 'many';
create function many(integer) returns date return current_date;
create function many_any(text, variadic anyarray) returns anyelement
    language sql as 'select $2[1]';
create function many_compatible(variadic anycompatiblearray) returns anycompatible
    language sql as 'select $1[1]';
create function alike(a anyelement, b anyelement) returns anyarray
    language sql as 'select array[a, b]';
create function wider(a anycompatible, b anycompatible) returns anycompatiblearray
    language sql as 'select array[a, b]';
create function enums(anyenum) returns anyenum
    language sql as 'select $1';
create function flat(anynonarray, anynonarray) returns anynonarray
    language sql as 'select $1';
create function in_range(anyrange, anyelement) returns boolean
    language sql as 'select true';
create function in_compatible_range(anycompatiblerange, anycompatible)
    returns anycompatiblemultirange
    language sql as 'select null';
create function split_pair(inout a anyelement, out b anyarray, out c text)
    language sql as 'select a, array[a], null::text';
create function rows_of(anyarray) returns table (n bigint, item anyelement)
    language sql as 'select 1::bigint, $1[1]';
create function of_pair(pair) returns integer return 1;
create function of_parent(parent) returns text return 'parent';
create function of_record(record) returns date language plpgsql as 'begin return null; end';
create function of_label(label) returns integer return 1;
create function of_positive(positive) returns positive
    language sql as 'select $1';
create function shadowed(integer) returns text return 'public';
create function other.shadowed(integer) returns date return current_date;
create function other.shadowed(numeric) returns date return current_date;
create function upper(mood) returns mood
    language sql as 'select $1';
create function same_mood(mood, mood) returns boolean
    language sql as 'select true';
create function same_mood_text(mood, text) returns integer return 1;
create operator === (leftarg = mood, rightarg = mood, function = same_mood);
create operator other.=== (leftarg = mood, rightarg = mood, function = same_mood);
create operator === (leftarg = mood, rightarg = text, function = same_mood_text);
create operator !!! (rightarg = anyenum, function = enums);
create function mood_number(mood) returns integer return 1;
create cast (mood as integer) with function mood_number as implicit;
create cast (pair as text) with inout as assignment;
"""

#: Types that operands and arguments are of, by how SQL spells them.
TYPES = (
    "boolean", "smallint", "integer", "bigint", "real", "double precision", "numeric", "money",
    "text", "character varying", "character", '"char"', "name", "bytea", "bit", "date",
    "time without time zone", "time with time zone", "timestamp without time zone",
    "timestamp with time zone", "interval", "json", "jsonb", "uuid", "inet", "oid", "regclass",
    "point", "int4range", "int4multirange", "tsvector", "tsquery", "xml", "integer[]", "text[]",
    "numeric[]", "mood", "mood[]", "label", "short_label", "short_label_varchar", "positive",
    "numbers", "pair", "checked_pair", "child", "record", "moods", "unknown",
)  # fmt: skip

EXTENSION_TYPES = ("citext", "hstore", "ltree", "ltree[]", "lquery", "vector", "halfvec")

_OWN = """
select c.oid from {catalog} c
where c.oid >= 16384 and not exists (
    select from pg_depend d
    where d.classid = '{catalog}'::regclass and d.objid = c.oid and d.deptype in ('e', 'i')
      and d.refclassid = 'pg_extension'::regclass
)
"""


def build(connection: psycopg.Connection) -> None:
    """Makes the objects in an empty database."""
    for extension in EXTENSIONS:
        connection.execute(f"create extension {extension}".encode())
    connection.execute(SCHEMA.encode())
    connection.execute("set search_path = public, other")
    stored = [name for name in (*TYPES, *EXTENSION_TYPES) if name not in ("record", "unknown")]
    columns = ", ".join(f"{quote_identifier(name)} {name}" for name in stored)
    connection.execute(f"create table targets ({columns})".encode())
    connection.commit()


def catalog_of(connection: psycopg.Connection) -> Catalog:
    """The catalog of the database: its objects as they are, its extensions by their facts."""
    catalog = Catalog.builtin()
    catalog.search_path = ["public", "other"]
    catalog.add_schema("other")
    for extension in EXTENSIONS:
        catalog.create_extension(extension, "public")
    known = {(type_.schema, type_.name) for type_ in catalog.types()}
    for relation_row in extract.relation_rows(connection, _own(connection, "pg_class")):
        relation = facts.relation_of(relation_row)
        catalog.put_relation(replace(relation, parents=_parents(connection, relation)))
    for row in extract.type_rows(connection, _own(connection, "pg_type")):
        type_ = facts.type_of(row)
        if (type_.schema, type_.name) not in known:
            own = catalog.relation_of_type(type_.oid)
            catalog.put_type(replace(type_, fields=own.columns if own else ()))
    for row in extract.function_rows(connection, _own(connection, "pg_proc")):
        catalog.add_function(facts.function_of(row))
    for row in extract.operator_rows(connection, _own(connection, "pg_operator")):
        catalog.add_operator(facts.operator_of(row))
    for row in extract.cast_rows(connection, _own(connection, "pg_cast")):
        catalog.add_cast(facts.cast_of(row))
    connection.commit()
    return catalog


def _own(connection: psycopg.Connection, table: str) -> list[int]:
    return [oid for (oid,) in connection.execute(_OWN.format(catalog=table).encode())]


def _parents(connection: psycopg.Connection, relation: Relation) -> tuple[tuple[str, str], ...]:
    rows = connection.execute(
        "select n.nspname, p.relname from pg_inherits i"
        " join pg_class p on p.oid = i.inhparent join pg_namespace n on n.oid = p.relnamespace"
        " where i.inhrelid = to_regclass(%s)",
        [f"{relation.schema}.{relation.name}"],
    )
    return tuple((str(schema), str(name)) for schema, name in rows)
