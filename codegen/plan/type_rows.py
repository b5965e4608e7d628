"""The table of types: what PostgreSQL's own and those of some extensions are in Python.

:data:`ROWS` goes by the type's name in pg_catalog, :data:`EXTENSION_ROWS` by extension and name.
"""

from __future__ import annotations

from codegen.plan.conversions import Conversion, PythonType
from codegen.plan.spelling import NONE, Annotation, Name, of, union
from codegen.records import replace


def row(
    annotation: Annotation,
    *,
    accepts: Annotation | None = None,
    encode: Conversion | None = None,
    decode: Conversion | None = None,
    binary: bool = True,
) -> PythonType:
    """A row; a parameter takes what a result has, if nothing else is said."""
    return PythonType(
        annotation=annotation,
        accepts=accepts or annotation,
        encode=encode,
        decode=decode,
        binary=binary,
    )


def wrapped(module: str, name: str) -> Conversion:
    """Calls a function or a wrapper class on the value."""
    return Conversion(Name(module, name))


def _number(wrapper: str) -> Conversion:
    # Left alone, psycopg sends an int in the smallest type that holds it: one query then has as
    # many prepared statements as its arguments have sizes.
    return wrapped("psycopg.types.numeric", wrapper)


def _range(*bounds: Annotation) -> PythonType:
    return row(of("psycopg.types.range", "Range", *bounds))


def _multirange(*bounds: Annotation) -> PythonType:
    return row(of("psycopg.types.multirange", "Multirange", *bounds))


INT = of("", "int")
FLOAT = of("", "float")
STR = of("", "str")
DECIMAL = of("decimal", "Decimal")
DATE = of("datetime", "date")
DATETIME = of("datetime", "datetime")
JSON_VALUE = of("@_runtime", "JsonValue")
JSON_INPUT = of("@_runtime", "JsonInput")
ADDRESS = union(
    of("ipaddress", "IPv4Address"),
    of("ipaddress", "IPv6Address"),
    of("ipaddress", "IPv4Interface"),
    of("ipaddress", "IPv6Interface"),
)
NETWORK = union(of("ipaddress", "IPv4Network"), of("ipaddress", "IPv6Network"))
#: Types that psycopg has no loader for: they arrive in text, as PostgreSQL prints them.
AS_TEXT = row(STR, binary=False)
#: The same, where psycopg doesn't know the arrays over it either.
UNKNOWN_TO_PSYCOPG = replace(AS_TEXT, registered=False)

ROWS: dict[str, PythonType] = {
    "bool": row(of("", "bool")),
    "int2": row(INT, encode=_number("Int2")),
    "int4": row(INT, encode=_number("Int4")),
    "int8": row(INT, encode=_number("Int8")),
    "oid": row(INT, encode=_number("Oid")),
    "float4": row(FLOAT, encode=_number("Float4")),
    "float8": row(FLOAT, encode=_number("Float8")),
    "numeric": row(DECIMAL),
    "text": row(STR),
    "varchar": row(STR),
    "bpchar": row(STR),
    "name": row(STR),
    "char": row(STR),
    "bytea": row(of("", "bytes")),
    "uuid": row(of("uuid", "UUID")),
    "date": row(DATE),
    "time": row(of("datetime", "time")),
    "timetz": row(of("datetime", "time")),
    "timestamp": row(DATETIME),
    "timestamptz": row(DATETIME),
    "interval": row(of("datetime", "timedelta")),
    "json": row(JSON_VALUE, accepts=JSON_INPUT, encode=wrapped("@_runtime", "to_json")),
    "jsonb": row(JSON_VALUE, accepts=JSON_INPUT, encode=wrapped("@_runtime", "to_jsonb")),
    "inet": row(ADDRESS),
    "cidr": row(NETWORK),
    "int4range": _range(INT),
    "int8range": _range(INT),
    "numrange": _range(DECIMAL),
    "daterange": _range(DATE),
    "tsrange": _range(DATETIME),
    "tstzrange": _range(DATETIME),
    "int4multirange": _multirange(INT),
    "int8multirange": _multirange(INT),
    "nummultirange": _multirange(DECIMAL),
    "datemultirange": _multirange(DATE),
    "tsmultirange": _multirange(DATETIME),
    "tstzmultirange": _multirange(DATETIME),
    "void": row(NONE, decode=Conversion(Name("@_runtime", "NOTHING"), mapping=True)),
    "aclitem": AS_TEXT,
    "bit": AS_TEXT,
    "varbit": AS_TEXT,
    "box": AS_TEXT,
    "circle": AS_TEXT,
    "line": AS_TEXT,
    "lseg": AS_TEXT,
    "path": AS_TEXT,
    "point": AS_TEXT,
    "polygon": AS_TEXT,
    "cid": AS_TEXT,
    "xid": AS_TEXT,
    "xid8": AS_TEXT,
    "tid": AS_TEXT,
    "gtsvector": AS_TEXT,
    "tsvector": AS_TEXT,
    "tsquery": AS_TEXT,
    "int2vector": AS_TEXT,
    "oidvector": AS_TEXT,
    "jsonpath": AS_TEXT,
    "macaddr": AS_TEXT,
    "macaddr8": AS_TEXT,
    "money": AS_TEXT,
    "pg_lsn": AS_TEXT,
    "pg_node_tree": UNKNOWN_TO_PSYCOPG,
    "pg_ndistinct": UNKNOWN_TO_PSYCOPG,
    "pg_dependencies": UNKNOWN_TO_PSYCOPG,
    "pg_mcv_list": UNKNOWN_TO_PSYCOPG,
    "pg_snapshot": UNKNOWN_TO_PSYCOPG,
    "txid_snapshot": AS_TEXT,
    "refcursor": AS_TEXT,
    "regclass": AS_TEXT,
    "regcollation": AS_TEXT,
    "regconfig": AS_TEXT,
    "regdictionary": AS_TEXT,
    "regnamespace": AS_TEXT,
    "regoper": AS_TEXT,
    "regoperator": AS_TEXT,
    "regproc": AS_TEXT,
    "regprocedure": AS_TEXT,
    "regrole": AS_TEXT,
    "regtype": AS_TEXT,
    "xml": AS_TEXT,
    "pg_brin_bloom_summary": UNKNOWN_TO_PSYCOPG,
    "pg_brin_minmax_multi_summary": UNKNOWN_TO_PSYCOPG,
    "cstring": UNKNOWN_TO_PSYCOPG,
    # pg_stats and its like hold arrays of whatever type a column has: as PostgreSQL prints them.
    "anyarray": UNKNOWN_TO_PSYCOPG,
}


_VECTOR = row(of("", "list", FLOAT))

#: Types of extensions by their extension and name, with the class of their codec. Any other type
#: of an extension arrives in text, as the server prints it, and is sent so.
EXTENSION_ROWS: dict[tuple[str, str], tuple[PythonType, str]] = {
    ("hstore", "hstore"): (row(of("", "dict", STR, union(STR, NONE))), "Hstore"),
    ("vector", "vector"): (_VECTOR, "Vector"),
    ("vector", "halfvec"): (_VECTOR, "HalfVector"),
}
