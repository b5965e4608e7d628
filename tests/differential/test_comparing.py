"""Which types can be sorted and grouped, asked of a server for all types that it has."""

from __future__ import annotations

import psycopg
import pytest

from codegen.postgres import comparing
from codegen.postgres.builtins.operators import ROWS
from codegen.postgres.catalog import Catalog
from codegen.schema import load
from codegen.source import Source

_EXTENSIONS = ("citext", "cube", "hstore", "isn", "lo", "ltree", "seg", "vector")
_SCHEMA = (
    "".join(f"create extension {name};\n" for name in _EXTENSIONS)
    + """
create type nothing as ();
create type holds_json as (a json);
create type holds_xid as (a xid, b oidvector, c int2vector);
create domain json_domain as json;
create domain text_domain as text;
create type floats as range (subtype = float8);
create type color as enum ('red');
create type complex;
create function complex_in(cstring) returns complex language internal strict immutable as 'int8in';
create function complex_out(complex) returns cstring language internal strict immutable
    as 'int8out';
create type complex (input = complex_in, output = complex_out, like = bigint);
create function same(complex, complex) returns boolean language internal as 'int8eq';
create function hashed(complex) returns int language internal immutable as 'hashint8';
create operator = (leftarg = complex, rightarg = complex, function = same);
"""
)
_CLASS = """create operator class complex_ops default for type complex using hash
    as operator 1 =, function 1 hashed(complex)"""
_SORTING_CLASS = """
create function before(complex, complex) returns boolean language internal immutable as 'int8lt';
create function after(complex, complex) returns boolean language internal immutable as 'int8gt';
create function compared(complex, complex) returns int language internal immutable as 'btint8cmp';
create operator <| (leftarg = complex, rightarg = complex, function = before);
create operator |> (leftarg = complex, rightarg = complex, function = after);
create operator < (leftarg = complex, rightarg = complex, function = before);
create operator class odd_ops for type complex using btree
    as operator 1 <|, operator 3 =, operator 5 |>, function 1 compared(complex, complex);
"""
_ORDERINGS = """
select distinct n.nspname, o.oprname, o.oprleft::regtype::text
from pg_operator o join pg_namespace n on n.oid = o.oprnamespace
join pg_amop a on a.amopopr = o.oid
join pg_am m on m.oid = a.amopmethod and m.amname = 'btree'
where a.amopstrategy in (1, 5) and o.oprleft = o.oprright
"""
_TYPES = """
select oid::regtype::text, typnamespace::regnamespace::text, typname from pg_type
where typtype <> 'p' and typnamespace in ('pg_catalog'::regnamespace, 'public'::regnamespace)
"""


def _answers(connection: psycopg.Connection, catalog: Catalog) -> list[str]:
    """The types on which we and the server differ."""
    found: list[str] = []
    questions = (
        (comparing.has_equality, "select distinct null::{}"),
        (comparing.has_order, "select null::{} as a order by 1"),
    )
    for type_, schema, name in connection.execute(_TYPES.encode()).fetchall():
        known = catalog.find_type(schema, name)
        assert known is not None, type_
        for ours, question in questions:
            if ours(catalog, known.oid) != _accepts(connection, question.format(type_)):
                found.append(f"{ours.__name__}({type_})")
    return found


def _accepts(connection: psycopg.Connection, sql: str) -> bool:
    with connection.transaction(force_rollback=True):
        return (
            "could not identify"
            not in connection.pgconn.prepare(b"", sql.encode()).error_message.decode()
        )


@pytest.mark.parametrize("schema", [_SCHEMA, _SCHEMA + _CLASS], ids=["without_class", "with_class"])
def test_types_are_comparable_where_the_server_says_so(
    connection: psycopg.Connection, schema: str
) -> None:
    connection.execute(schema.encode())
    catalog, diagnostics = load([Source("schema.sql", schema)])
    assert diagnostics == []
    assert _answers(connection, catalog) == []


def test_operators_sort_where_the_server_says_so(connection: psycopg.Connection) -> None:
    schema = _SCHEMA + _SORTING_CLASS
    connection.execute(schema.encode())
    catalog, diagnostics = load([Source("schema.sql", schema)])
    assert diagnostics == []
    theirs = set(connection.execute(_ORDERINGS.encode()).fetchall())
    names = {row[2] for row in ROWS} | {name for _, name, _ in theirs} | {"<|", "|>"}
    ours = {
        (one.schema, one.name, catalog.format_type(one.left))
        for name in names
        for one in catalog.operators(None, name)
        if comparing.is_ordering(catalog, one)
    }
    assert ours == theirs
    assert {("public", "<|", "complex"), ("public", "|>", "complex")} < ours
    assert ("public", "<", "complex") not in ours
