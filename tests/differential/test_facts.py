"""The generated facts are those of the server, and extensions' facts give what it would have."""

from __future__ import annotations

import psycopg
import pytest

from codegen.postgres import oids
from codegen.postgres.builtins import (
    casts,
    extract,
    functions,
    operator_classes,
    operators,
    relations,
    types,
)
from codegen.postgres.catalog import Catalog
from codegen.postgres.extensions import known_extensions

EXTRACTED = {
    "types": (types.ROWS, extract.type_rows),
    "functions": (functions.ROWS, extract.function_rows),
    "operators": (operators.ROWS, extract.operator_rows),
    "casts": (casts.ROWS, extract.cast_rows),
    "operator_classes": (operator_classes.ROWS, extract.operator_class_rows),
    "relations": (relations.ROWS, extract.relation_rows),
}

_SIGNATURES = """
select p.oid::regprocedure::text || ' ' || format_type(p.prorettype, null)
from pg_proc p join pg_depend d on d.classid = 'pg_proc'::regclass and d.objid = p.oid
where d.deptype = 'e' and d.refobjid = (select oid from pg_extension where extname = %s)
"""


@pytest.mark.parametrize("what", EXTRACTED)
def test_builtin_facts_are_the_servers(connection: psycopg.Connection, what: str) -> None:
    rows, extracted = EXTRACTED[what]
    sql = extract.BUILTIN_OIDS[what]
    found = connection.execute(sql.encode(), [extract.FIRST_NORMAL_OID]).fetchall()
    assert extracted(connection, [oid for (oid,) in found]) == list(rows)


@pytest.mark.parametrize("extension", ["citext", "hstore", "earthdistance", "tablefunc", "vector"])
def test_an_extension_adds_the_functions_that_the_server_adds(
    connection: psycopg.Connection, extension: str
) -> None:
    connection.execute(f"create extension {extension} cascade".encode())
    catalog = Catalog.builtin()
    catalog.create_extension(extension, "public")
    ours = {
        f"{function.name}({','.join(map(catalog.format_type, function.args))})"
        f" {catalog.format_type(function.returns)}"
        for function in catalog.user_functions()
        if function.extension == extension
    }
    assert ours == {text for (text,) in connection.execute(_SIGNATURES, [extension])}


@pytest.mark.parametrize("extension", sorted(known_extensions()))
def test_every_known_extension_can_be_created(extension: str) -> None:
    catalog = Catalog.builtin()
    catalog.create_extension(extension.replace("uuid_ossp", "uuid-ossp"), "public")
    for type_ in catalog.types():
        assert catalog.format_type(type_.oid)


def test_every_constant_is_a_types_oid() -> None:
    catalog = Catalog.builtin()
    constants = {name: value for name, value in vars(oids).items() if name.isupper()}
    for name, oid in constants.items():
        if oid:
            found = catalog.type(oid)
            spelled = f"{found.name[1:]}_ARRAY" if name.endswith("_ARRAY") else found.name
            assert spelled.upper() == name
