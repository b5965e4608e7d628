"""Values of every type that has a Python type, for the tests that send them around."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from ipaddress import IPv4Address, IPv4Interface, IPv4Network, IPv6Address, IPv6Network
from typing import Any
from uuid import UUID

from psycopg.types.multirange import Multirange
from psycopg.types.range import Range

MORNING = datetime(2026, 3, 1, 8, 30, 0, 123456)
UTC_MORNING = MORNING.replace(tzinfo=UTC)
#: By type: values that come back as they went in.
SHIPPED: dict[str, list[Any]] = {
    "bool": [True, False],
    "int2": [0, -32768, 32767],
    "int4": [0, -(2**31), 2**31 - 1],
    "int8": [0, -(2**63), 2**63 - 1],
    "oid": [0, 2**32 - 1],
    "float4": [0.0, 1.5, float("inf")],
    "float8": [0.0, -1e300, 0.1, 3.0],
    "numeric": [Decimal(0), Decimal("1.50"), Decimal("-1E+40"), Decimal("1e-20")],
    "text": ["", "a", "Ünïcödé \\ \" ' %s {x} $1", "{a,b}", "NULL", "\n\t"],
    "varchar": ["", "abc"],
    "bpchar": ["a", "abc"],
    "char(3)": ["abc"],
    "name": ["some_name"],
    '"char"': ["x"],
    "bytea": [b"", b"\x00\xff\\"],
    "uuid": [UUID(int=0), UUID(int=2**128 - 1)],
    "date": [date(2026, 2, 28), date.min, date.max],
    "time": [time(23, 59, 59, 999999), time(0)],
    "timetz": [time(12, tzinfo=UTC)],
    "timestamp": [MORNING, datetime.min],
    "timestamptz": [UTC_MORNING],
    "interval": [timedelta(0), timedelta(days=-1, seconds=3, microseconds=5)],
    "json": [{"a": [1, None, "x"]}, [1], "text", 1.5, True],
    "jsonb": [{"a": [1, None, "x"]}, [], "", 0, False],
    "inet": [IPv4Address("10.0.0.1"), IPv6Address("::1"), IPv4Interface("10.0.0.1/8")],
    "cidr": [IPv4Network("10.0.0.0/8"), IPv6Network("fe80::/10")],
    "int4range": [Range(1, 5), Range(empty=True), Range(None, 5, "()")],
    "int8range": [Range(1, 5), Range(2**40, 2**41)],
    "numrange": [Range(Decimal("1.5"), None)],
    "daterange": [Range(date(2026, 1, 1), date(2026, 2, 1))],
    "tsrange": [Range(MORNING, None)],
    "tstzrange": [Range(UTC_MORNING, None)],
    "int4multirange": [Multirange([Range(1, 3), Range(5, 8)])],
    "int8multirange": [Multirange([])],
    "nummultirange": [Multirange([Range(Decimal(1), Decimal(2))])],
    "datemultirange": [Multirange([Range(date(2026, 1, 1), date(2026, 2, 1))])],
    "tsmultirange": [Multirange([Range(MORNING, None)])],
    "tstzmultirange": [Multirange([Range(UTC_MORNING, None)])],
    "bit(4)": ["1010"],
    "varbit": ["", "101"],
    "box": ["(1,1),(0,0)"],
    "circle": ["<(0,0),1>"],
    "line": ["{1,2,3}"],
    "lseg": ["[(0,0),(1,1)]"],
    "path": ["[(0,0),(1,1)]"],
    "point": ["(1,2)"],
    "polygon": ["((0,0),(1,1),(1,0))"],
    "macaddr": ["08:00:2b:01:02:03"],
    "macaddr8": ["08:00:2b:01:02:03:04:05"],
    "money": ["$1,000.50"],
    "pg_lsn": ["16/B374D848"],
    "tid": ["(0,1)"],
    "xid": ["42"],
    "cid": ["42"],
    "xid8": ["42"],
    "tsvector": ["'a' 'cat'"],
    "tsquery": ["'a' & 'cat'"],
    "jsonpath": ['$."a"[*]'],
    "pg_snapshot": ["10:20:10,14,15"],
    "txid_snapshot": ["10:20:10,14,15"],
    "refcursor": ["c"],
    "regclass": ["pg_class"],
    "regtype": ["integer"],
    "regproc": ["now"],
    "regrole": ["pg_monitor"],
    "regnamespace": ["pg_catalog"],
    "int2vector": ["1 2"],
    "oidvector": ["1 2"],
    "regcollation": ['"C"'],
    "regconfig": ["english"],
    "regdictionary": ["simple"],
    "regoper": ["|/"],
    "regoperator": ["+(integer,integer)"],
    "regprocedure": ["now()"],
    "aclitem": ["pg_monitor=r/pg_monitor"],
    # The embedded server is built without libxml, and can only keep no xml.
    "xml": [],
}
#: Types that PostgreSQL takes no value of: they are results only, or nothing at all.
RESULTS_ONLY = {
    "anyarray": "SELECT attmissingval FROM pg_attribute WHERE attname = 'late'",
    "cstring": "SELECT textout('x')",
    "gtsvector": "SELECT NULL::gtsvector",
    "pg_brin_bloom_summary": "SELECT NULL::pg_brin_bloom_summary",
    "pg_brin_minmax_multi_summary": "SELECT NULL::pg_brin_minmax_multi_summary",
    "pg_dependencies": "SELECT NULL::pg_dependencies",
    "pg_mcv_list": "SELECT NULL::pg_mcv_list",
    "pg_ndistinct": "SELECT NULL::pg_ndistinct",
    "pg_node_tree": "SELECT ev_action FROM pg_rewrite LIMIT 1",
    "void": "SELECT pg_sleep(0)",
}
#: Types of extensions; those that are no row of the table arrive as text.
OF_EXTENSIONS: dict[str, list[Any]] = {
    "citext": ["Hello"],
    "cube": ["(1, 2),(3, 4)"],
    "hstore": [{}, {"a": None, 'b"\\': "NULL"}],
    "isbn": ["0-393-04002-X"],
    "lo": [7],
    "lquery": ["a.*"],
    "ltree": ["a.b"],
    "seg": ["1 .. 2"],
    "vector": [[1.0, -2.5, 0.0]],
    "halfvec": [[1.0, -2.5]],
    "sparsevec": ["{1:1,3:2}/5"],
}
#: Types of the schema's own; what is made of them is in test_composites.
OF_THE_SCHEMA: dict[str, list[Any]] = {
    "mood": ["sad", 'it\'s, "odd" \\ {x}', "NULL"],
    "positive": [1, 2**31 - 1],
    "some_moods": [["sad"]],
}
#: All of them.
VALUES = SHIPPED | OF_EXTENSIONS | OF_THE_SCHEMA


def row_of(type_: str) -> str:
    """The row of the table of types that a name in :data:`VALUES` stands for."""
    return type_.partition("(")[0].strip('"')
