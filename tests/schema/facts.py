"""What a database knows of its schema, told alike by a server and by a catalog of ours.

Both tellings are plain values, so that a disagreement is a readable difference of two dicts.
"""

from __future__ import annotations

from typing import Any

import psycopg

from codegen.postgres.catalog import Catalog, Function, Relation

Facts = dict[str, Any]

_OWN = """
  n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
  AND n.nspname NOT LIKE 'pg\\_temp%' AND n.nspname NOT LIKE 'pg\\_toast\\_temp%'
"""
_NO_EXTENSION = """
  NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = {oid} AND d.deptype = 'e')
"""
_COLUMNS = f"""
SELECT n.nspname, c.relname, c.relkind::text, a.attname, format_type(a.atttypid, NULL),
       a.attnotnull, a.atthasdef OR a.attidentity <> '', a.attidentity::text,
       a.attgenerated::text, col_description(c.oid, a.attnum)
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'v', 'm', 'p', 'f', 'S', 'c') AND {_OWN}
  AND {_NO_EXTENSION.format(oid="c.oid")}
ORDER BY n.nspname, c.relname, a.attnum
"""
_KEYS = f"""
SELECT n.nspname, c.relname, i.relname, x.indisprimary,
       array(SELECT a.attname FROM unnest(x.indkey::int2[]) WITH ORDINALITY k(n, o)
             JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.n
             WHERE k.o <= x.indnkeyatts ORDER BY k.o)::text[]
FROM pg_index x
JOIN pg_class c ON c.oid = x.indrelid
JOIN pg_class i ON i.oid = x.indexrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE x.indisunique AND x.indimmediate AND NOT x.indisexclusion AND x.indpred IS NULL
  AND x.indexprs IS NULL AND {_OWN}
  AND {_NO_EXTENSION.format(oid="c.oid")}
"""
_INDEXES = f"""
SELECT n.nspname, c.relname, i.relname, m.amname, x.indisunique, x.indpred IS NOT NULL,
       array(SELECT coalesce(a.attname, '') FROM unnest(x.indkey::int2[]) WITH ORDINALITY k(n, o)
             LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.n AND k.n > 0
             WHERE k.o <= x.indnkeyatts ORDER BY k.o)::text[],
       x.indoption::int2[],
       array(SELECT NOT p.opcdefault OR coalesce(k.c NOT IN (0, 100), false)
             FROM unnest(x.indclass::oid[], x.indcollation::oid[]) WITH ORDINALITY k(o, c, n)
             JOIN pg_opclass p ON p.oid = k.o ORDER BY k.n)
FROM pg_index x
JOIN pg_class c ON c.oid = x.indrelid
JOIN pg_class i ON i.oid = x.indexrelid
JOIN pg_am m ON m.oid = i.relam
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE NOT x.indisexclusion AND {_OWN} AND {_NO_EXTENSION.format(oid="c.oid")}
"""
_FOREIGN_KEYS = f"""
SELECT n.nspname, c.relname, x.conname, t.nspname || '.' || r.relname,
       array(SELECT a.attname FROM unnest(x.conkey) WITH ORDINALITY k(n, o)
             JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.n ORDER BY k.o)::text[],
       array(SELECT a.attname FROM unnest(x.confkey) WITH ORDINALITY k(n, o)
             JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum = k.n ORDER BY k.o)::text[]
FROM pg_constraint x
JOIN pg_class c ON c.oid = x.conrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_class r ON r.oid = x.confrelid
JOIN pg_namespace t ON t.oid = r.relnamespace
WHERE x.contype = 'f' AND {_OWN}
  AND (x.conparentid = 0 OR c.relispartition)
"""
_CHECKS = f"""
SELECT n.nspname, c.relname, x.conname
FROM pg_constraint x
JOIN pg_class c ON c.oid = x.conrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE x.contype = 'c' AND {_OWN}
"""
_TYPES = f"""
SELECT n.nspname, t.typname, t.typtype::text, t.typnotnull,
       CASE WHEN t.typbasetype <> 0 THEN format_type(t.typbasetype, NULL) END,
       array(SELECT e.enumlabel FROM pg_enum e WHERE e.enumtypid = t.oid
             ORDER BY e.enumsortorder)::text[],
       (SELECT format_type(r.rngsubtype, NULL) FROM pg_range r
        WHERE t.oid IN (r.rngtypid, r.rngmultitypid)),
       obj_description(t.oid, 'pg_type')
FROM pg_type t
JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE t.typtype IN ('e', 'd', 'r', 'm') AND {_OWN}
  AND {_NO_EXTENSION.format(oid="t.oid")}
"""
_FUNCTIONS = f"""
SELECT n.nspname, p.proname, p.prokind::text, p.proretset, p.proisstrict, p.pronargdefaults,
       format_type(p.prorettype, NULL),
       CASE WHEN p.provariadic <> 0 THEN format_type(p.provariadic, NULL) END,
       array(SELECT format_type(t, NULL) FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY u(t, o)
             ORDER BY o)::text[],
       array(SELECT format_type(t, NULL) FROM unnest(p.proallargtypes) WITH ORDINALITY u(t, o)
             ORDER BY o)::text[],
       p.proargmodes::text[], p.proargnames
FROM pg_proc p
JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE {_OWN} AND {_NO_EXTENSION.format(oid="p.oid")}
"""
_OPERATORS = f"""
SELECT n.nspname, o.oprname, format_type(NULLIF(o.oprleft, 0), NULL),
       format_type(NULLIF(o.oprright, 0), NULL), format_type(o.oprresult, NULL)
FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
WHERE {_OWN} AND o.oprcode <> 0 AND {_NO_EXTENSION.format(oid="o.oid")}
"""
_CASTS = """
SELECT format_type(castsource, NULL), format_type(casttarget, NULL), castcontext::text,
       castmethod::text
FROM pg_cast c WHERE c.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
"""
_COMMENTS = f"""
SELECT n.nspname, c.relname, obj_description(c.oid, 'pg_class')
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE {_OWN} AND c.relkind <> 'i' AND obj_description(c.oid, 'pg_class') IS NOT NULL
"""


def of_server(connection: psycopg.Connection[Any]) -> Facts:
    """What the server of a connection knows of the schema in it."""

    def rows(query: str) -> list[tuple[Any, ...]]:
        return connection.execute(query).fetchall()

    return {
        "relations": _relations(rows(_COLUMNS)),
        "keys": {(s, t, name): (primary, columns) for s, t, name, primary, columns in rows(_KEYS)},
        "indexes": {(s, t, name): _index(*rest) for s, t, name, *rest in rows(_INDEXES)},
        "foreign keys": {(s, t, name): tuple(rest) for s, t, name, *rest in rows(_FOREIGN_KEYS)},
        "checks": _counted(rows(_CHECKS)),
        "types": {(s, t): tuple(rest) for s, t, *rest in rows(_TYPES)},
        "functions": sorted((_function(*row) for row in rows(_FUNCTIONS)), key=repr),
        "operators": sorted(rows(_OPERATORS), key=repr),
        "casts": sorted(rows(_CASTS)),
        "comments": {(s, t): text for s, t, text in rows(_COMMENTS)},
    }


def _index(
    method: str,
    unique: bool,
    partial: bool,
    columns: list[str],
    options: list[int],
    own: list[bool],
) -> Any:
    flags = [(bool(option & 1), bool(option & 2)) for option in options]
    parts = [(one, *both, mine) for one, both, mine in zip(columns, flags, own, strict=True)]
    return method, unique, partial, parts


def _relations(rows: list[tuple[Any, ...]]) -> Facts:
    found: Facts = {}
    for schema, name, kind, column, *rest in rows:
        columns = found.setdefault((schema, name), (kind, []))[1]
        if column is not None:
            columns.append((column, *rest))
    return found


def _counted(rows: list[tuple[Any, ...]]) -> Facts:
    found: Facts = {}
    for schema, table, _ in rows:
        found[schema, table] = found.get((schema, table), 0) + 1
    return found


def _function(
    schema: str,
    name: str,
    kind: str,
    returns_set: bool,
    strict: bool,
    defaults: int,
    returns: str,
    variadic: str | None,
    inputs: list[str],
    all_types: list[str],
    modes: list[str] | None,
    names: list[str] | None,
) -> tuple[Any, ...]:
    types = all_types or inputs
    modes = modes or ["i"] * len(types)
    given = [
        (name, type_)
        for name, type_, mode in zip(names or [""] * len(types), types, modes, strict=True)
        if mode in "ibv" or (kind == "p" and mode == "o")
    ]
    out = [
        (name, type_)
        for name, type_, mode in zip(names or [""] * len(types), types, modes, strict=True)
        if mode in "obt"
    ]
    return (schema, name, kind, given, returns, returns_set, strict, defaults, variadic, out)


def of_catalog(catalog: Catalog) -> Facts:
    """What a catalog of ours knows of the schema in it."""
    spell = catalog.format_type
    own = [one for one in catalog.relations() if one.extension is None]
    return {
        "relations": {(one.schema, one.name): _relation(catalog, one) for one in own},
        "keys": {
            (one.schema, one.name, key.name): (key.primary, list(key.columns))
            for one in own
            for key in one.keys
            if key.predicate is None
        },
        "indexes": {
            (one.schema, one.name, index.name): (
                index.method,
                index.unique,
                bool(index.predicate),
                [
                    (part.column, part.descending, part.nulls_first, part.own_order)
                    for part in index.parts
                ],
            )
            for one in own
            for index in one.indexes
        },
        "foreign keys": {
            (one.schema, one.name, key.name): (
                f"{key.schema}.{key.table}",
                list(key.columns),
                list(key.target_columns),
            )
            for one in own
            for key in one.foreign_keys
        },
        "checks": {(one.schema, one.name): len(one.check_sql) for one in own if one.check_sql},
        "types": {
            (one.schema, one.name): (
                one.kind,
                one.not_null,
                spell(one.base) if one.base else None,
                list(one.labels),
                spell(one.subtype) if one.subtype else None,
                one.comment,
            )
            for one in catalog.types()
            if one.kind in "edrm" and one.extension is None
        },
        "functions": sorted(
            (
                _own_function(catalog, one)
                for one in catalog.user_functions()
                if one.extension is None
            ),
            key=repr,
        ),
        "operators": sorted(_operators(catalog), key=repr),
        "casts": sorted(
            (spell(one.source), spell(one.target), one.context, one.method)
            for one in catalog._casts.values()
            if not (catalog.type(one.source).extension or catalog.type(one.target).extension)
        ),
        "comments": {(one.schema, one.name): one.comment for one in own if one.comment},
    }


def _relation(catalog: Catalog, relation: Relation) -> tuple[str, list[Any]]:
    return relation.kind, [
        (
            column.name,
            catalog.format_type(column.type),
            column.not_null,
            column.has_default,
            column.identity,
            column.generated,
            column.comment,
        )
        for column in relation.columns
    ]


def _own_function(catalog: Catalog, one: Function) -> tuple[Any, ...]:
    spell = catalog.format_type
    names = one.arg_names or ("",) * len(one.args)
    return (
        one.schema,
        one.name,
        one.kind,
        [(name, spell(oid)) for name, oid in zip(names, one.args, strict=True)],
        spell(one.returns),
        one.returns_set,
        one.strict,
        one.defaults,
        spell(one.variadic) if one.variadic else None,
        [(name, spell(oid)) for name, oid in one.out_columns],
    )


def _operators(catalog: Catalog) -> list[tuple[Any, ...]]:
    return [
        (
            one.schema,
            one.name,
            catalog.format_type(one.left) if one.left else None,
            catalog.format_type(one.right) if one.right else None,
            catalog.format_type(one.result),
        )
        for group in catalog._operators.values()
        for one in group
        if not catalog_has_extension(catalog, one.function)
    ]


def catalog_has_extension(catalog: Catalog, function: int) -> bool:
    """Whether a function came with an extension."""
    return any(one.oid == function and one.extension for one in catalog.user_functions())


def differences(server: Facts, ours: Facts) -> list[str]:
    """Each fact that the two tell differently, as a line."""
    found: list[str] = []
    for kind in server:
        theirs, mine = server[kind], ours[kind]
        if isinstance(theirs, list):
            found += [f"{kind}: only the server has {one}" for one in theirs if one not in mine]
            found += [f"{kind}: only we have {one}" for one in mine if one not in theirs]
            continue
        for name in sorted({*theirs, *mine}):
            if theirs.get(name) != mine.get(name):
                found.append(
                    f"{kind} {name}:\n  server {theirs.get(name)}\n  ours   {mine.get(name)}"
                )
    return found
