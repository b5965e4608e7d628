"""Functions, aggregates, operators and casts of random schemas, and the forms in which they are
called. Places are written as in :mod:`tests.fuzz.forms`."""

from __future__ import annotations

#: Over a table ``t0``.
FUNCTIONS = """
CREATE FUNCTION g0(a integer, b text DEFAULT 'x', VARIADIC c integer[] DEFAULT '{}') RETURNS text
    LANGUAGE sql AS 'SELECT b';
CREATE FUNCTION g1(a anyelement, b anyelement) RETURNS anyelement LANGUAGE sql AS 'SELECT a';
CREATE FUNCTION g2(anyarray) RETURNS anyelement LANGUAGE sql AS 'SELECT $1[1]';
CREATE FUNCTION g3(OUT a integer, OUT b mood) RETURNS SETOF record
    LANGUAGE sql AS $$ SELECT 1, 'ok'::mood $$;
CREATE FUNCTION g4(n integer) RETURNS TABLE (x place, y text)
    LANGUAGE sql AS $$ SELECT NULL::place, 'a' $$;
CREATE FUNCTION g5(t0) RETURNS SETOF t0 LANGUAGE sql AS 'SELECT * FROM t0';
CREATE FUNCTION g6(VARIADIC a text[]) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g7(a anycompatible, b anycompatiblearray) RETURNS anycompatible
    LANGUAGE sql AS 'SELECT a';
CREATE FUNCTION g8(a anyrange, OUT lowest anyelement, OUT all_of anyarray)
    LANGUAGE sql AS 'SELECT lower(a), ARRAY[lower(a)]';
CREATE FUNCTION g9(a positive, b small DEFAULT 1) RETURNS small LANGUAGE sql AS 'SELECT b';
CREATE FUNCTION g9(a text, b mood) RETURNS mood LANGUAGE sql AS 'SELECT b';
CREATE FUNCTION g10(VARIADIC "any") RETURNS integer LANGUAGE internal AS 'pg_num_nulls';
CREATE FUNCTION width(t0) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE AGGREGATE agg(integer) (SFUNC = int4pl, STYPE = integer);
CREATE AGGREGATE agg(text[]) (SFUNC = array_cat, STYPE = text[]);
CREATE FUNCTION later(mood, integer) RETURNS mood LANGUAGE sql AS 'SELECT $1';
CREATE OPERATOR ##> (LEFTARG = mood, RIGHTARG = integer, FUNCTION = later);
CREATE FUNCTION rank_of(mood) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE CAST (mood AS integer) WITH FUNCTION rank_of(mood) AS ASSIGNMENT;
CREATE FUNCTION street_of(address) RETURNS text LANGUAGE sql AS 'SELECT $1.street';
CREATE CAST (address AS text) WITH FUNCTION street_of(address) AS IMPLICIT;
"""
#: Expressions over ``r``, which is t0.
CALLS = (
    "g0({integer})",
    "g0({integer}, {text}, {integer}, {integer})",
    "g0({integer}, {any}, variadic {integer[]})",
    "g0(b => {text}, a => {integer})",
    "g0({integer}, variadic c => {integer[]})",
    "g0({any}, c => {any})",
    "g1({any}, {any})",
    "g1({param}, {any})",
    "g1({param}, '1')",
    "g2({any})",
    "g2(array[{any}, {param}])",
    "g3()",
    "(g3()).*",
    "(g3()).b",
    "((g4({integer})).x).home",
    "(g4({any})).x.size",
    "g6({text}, {any})",
    "g6(variadic {text[]})",
    "g6()",
    "g7({any}, array[{any}])",
    "g7({param}, array[{any}])",
    "g7({any}, {any})",
    "g8({any})",
    "(g8({int4range})).*",
    "g9({any}, {any})",
    "g9({integer})",
    "g9({param}, {param})",
    "g10({any}, {param}, {any})",
    "g10(variadic {any})",
    "agg({any})",
    "agg({integer}) filter (where {boolean})",
    "agg({text[]}) over ()",
    "agg({param})",
    "{mood} ##> {integer}",
    "{any} ##> {any}",
    "{mood} operator(public.##>) {param}",
    "({mood})::integer",
    "{mood} + {integer}",
    "upper({address})",
    "{address} || {any}",
    "{address} = {any}",
    "street_of({any})",
    "({address}).street_of",
    "r.width",
    "width(r)",
    "r.c0",
    "c0(r)",
    "mood({any})",
    "int4({mood})",
    "text({address})",
    "address({any}, {any})",
)
#: Items of FROM behind ``t0 r``.
SOURCES = (
    "g3() s",
    "g3() s(p, q)",
    "g4({integer}) s(p)",
    "g5(r) s",
    "g5(null) as s(p, q)",
    "rows from (g3(), g4({integer})) with ordinality s",
    "g0({integer}) s",
    "g0({integer}) with ordinality as s(p, n)",
    "g8({int4range}) s",
    "g2({any}) s",
    "g1({any}, {any}) s(p)",
    "unnest(g2({any})) s",
    "g3() as s(a integer, b text)",
    "lateral (select (g4({integer})).*) s",
)
