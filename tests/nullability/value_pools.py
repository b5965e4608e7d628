"""Pools of non-null values of PostgreSQL's types, with every edge that is known to bite."""

from __future__ import annotations

import random
import string

INTEGERS = ["0", "1", "-1", "2", "3", "5", "7", "-3", "10", "31", "32", "100"]
FRACTIONS = ["0.5", "-0.5", "1.5", "0.001", "3.14159", "2.718281828"]
STRINGS = [
    "", " ", "a", "b", "A", "abc", "ABC", "a,b,,c", "%", "_", "a%", "\\", "\\\\", "0", "1", "-1", "1.5",
    "NaN", "true", "null", "{}", "[]", "{a,b}", "(1,2)", "x y z", "ä€", "日本語", "a.b.c", "$.a", "'", '"',
    "2024-02-29", "10:00", "1 day", "utf8", "UTC", "sha256", "hex", "base64", "YYYY-MM-DD", "999.99",
    "year", "month", "epoch", "simple", "english", "int4", "public", "pg_class", "pg_catalog.pg_class",
    "a & b", "fat | rat", "(a)(b)?", "(", "[a-c]+", "x|y", "g", "gi", "i", "en_US", "NFC", "LATIN1",
    "select", "now()", "+(integer,integer)", "postgres", "10.0.0.0/8", "08:00:2b:01:02:03",
    "<a/>", "<a>x</a>", "/a", '{"a": 1}', "[1, null]", "infinity", "-infinity", "today",
]  # fmt: skip
JSON = [
    "null", "{}", "[]", "0", "1", "-1.5", '"a"', '""', "true", "false", '{"a": null}', '{"a": 1}',
    '{"a": {"b": [1, 2]}}', "[null]", "[1, 2, 3]", '[{"a": 1}, {"a": null}]', '"1"', "1e300", '{"b": "x"}',
    '["a", "b"]', '"2024-01-01"', '{"a": "1", "b": null, "c": [null]}',
]  # fmt: skip

#: Text forms of values per type name.
EDGES: dict[str, list[str]] = {
    "bool": ["t", "f"],
    "int2": [*INTEGERS, "32767", "-32768"],
    "int4": [*INTEGERS, "1000", "2024", "65536", "2147483647", "-2147483648"],
    "int8": [*INTEGERS, "1000", "4294967296", "9223372036854775807", "-9223372036854775808"],
    "float4": [*INTEGERS, *FRACTIONS, "NaN", "Infinity", "-Infinity", "-0", "3.4e38", "1e-45"],
    "float8": [*INTEGERS, *FRACTIONS, "NaN", "Infinity", "-Infinity", "-0", "1.7e308", "4.9e-324"],
    "numeric": [*INTEGERS, *FRACTIONS, "NaN", "Infinity", "-Infinity", "1e50", "-1e50", "1e-50", "0.00"],
    "money": ["0", "1", "-1", "0.01", "1000.5", "92233720368547758.07", "-92233720368547758.08"],
    "text": STRINGS,
    "varchar": STRINGS,
    "bpchar": ["", " ", "a", "a  ", "abc", "  b", "ä"],
    "name": ["", "a", "abc", "pg_class", "public", "int4", "postgres"],
    "char": ["", "a", "b", " ", "0", "r"],
    "bytea": ["", "\\x00", "\\x61", "\\xff00ff", "\\x616263", "abc", "\\x" + "ab" * 40],
    "date": ["2024-02-29", "1970-01-01", "0001-01-01", "0044-03-15 BC", "infinity", "-infinity",
             "4713-01-01 BC", "5874897-12-31", "1999-12-31"],
    "time": ["00:00", "24:00:00", "12:34:56.789", "23:59:59.999999"],
    "timetz": ["00:00+00", "24:00:00-15:59", "12:34:56.789+05:30", "23:59:59.999999+15"],
    "timestamp": ["2024-02-29 12:00", "1970-01-01", "0044-03-15 BC", "infinity", "-infinity",
                  "4713-01-01 BC", "294276-12-31", "2000-01-01 00:00:00.000001"],
    "timestamptz": ["2024-02-29 12:00+00", "1970-01-01 00:00+00", "0044-03-15 00:00+00 BC", "infinity",
                    "-infinity", "4713-01-02 00:00+00 BC", "294276-12-30 00:00+00"],
    "interval": ["0", "1 day", "-1 day", "1 mon", "1 year -3 days 04:05:06.7", "infinity", "-infinity",
                 "00:00:00.000001", "178000000 years", "1 hour", "5 minutes", "8 hours"],
    "uuid": ["00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff",
             "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", "0190163d-8694-739b-aea5-966c26f8ad91"],
    "json": JSON,
    "jsonb": JSON,
    "jsonpath": ["$", "$.a", "$.a.b[*]", "$[*]", "$.x", "strict $.x", "$ ? (@ > 1)", "$.a == 1", "$.**",
                 "lax $[0]", "$.a.size()", "$.a.type()", "exists($.a)"],
    "bit": ["0", "1", "0101", "11111111"],
    "varbit": ["", "0", "1", "0101", "11111111"],
    "inet": ["0.0.0.0", "10.1.2.3/8", "192.168.1.1", "::1", "2001:db8::/32", "255.255.255.255/32"],
    "cidr": ["0.0.0.0/0", "10.0.0.0/8", "192.168.1.0/24", "::/0", "2001:db8::/32"],
    "macaddr": ["08:00:2b:01:02:03", "00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff"],
    "macaddr8": ["08:00:2b:01:02:03:04:05", "00:00:00:00:00:00:00:00", "08:00:2b:ff:fe:01:02:03"],
    "point": ["(0,0)", "(1,2)", "(-1.5,3)", "(NaN,1)", "(Infinity,0)", "(1e300,1e300)"],
    "line": ["{1,-1,0}", "{0,1,2}", "{1,0,3}", "{2,-2,5}"],
    "lseg": ["[(0,0),(1,1)]", "[(0,0),(0,0)]", "[(0,1),(1,0)]", "[(5,5),(6,7)]", "[(0,0),(2,0)]"],
    "box": ["(1,1),(0,0)", "(0,0),(0,0)", "(5,6),(2,3)", "(Infinity,1),(0,0)"],
    "path": ["((0,0),(1,1),(1,0))", "[(0,0),(1,1)]", "((0,0))", "[(3,3),(4,5),(6,6)]"],
    "polygon": ["((0,0),(1,1),(1,0))", "((0,0))", "((0,0),(0,5),(5,5),(5,0))"],
    "circle": ["<(0,0),0>", "<(0,0),1>", "<(5,5),2.5>", "<(1,1),Infinity>"],
    "tsvector": ["", "a", "'a':1A 'b':2", "'fat':2,4 'rat':3B", "cat dog"],
    "tsquery": ["", "a", "a & b", "!a", "a | b", "a <-> b", "fat:*", "!(a & c)"],
    "xml": ["<a/>", "<a>x</a>", "text", "<a b='1'><c/></a>", ""],
    "oid": ["0", "1", "16", "23", "1259", "2200", "11", "4294967295", "10"],
    "regclass": ["pg_class", "pg_type", "0"],
    "regtype": ["int4", "text", "0", "int4[]"],
    "regproc": ["0", "now"],
    "regprocedure": ["0", "lower(text)"],
    "regoper": ["0"],
    "regoperator": ["0", "+(integer,integer)"],
    "regnamespace": ["pg_catalog", "0", "public"],
    "regrole": ["postgres", "0"],
    "regconfig": ["simple", "english"],
    "regdictionary": ["simple", "english_stem"],
    "regcollation": ['"C"', "0"],
    "pg_lsn": ["0/0", "0/1", "FFFFFFFF/FFFFFFFF", "16/B374D848"],
    "tid": ["(0,0)", "(0,1)", "(42,7)"],
    "xid": ["0", "1", "3", "4294967295"],
    "xid8": ["0", "3", "100", "18446744073709551615"],
    "cid": ["0", "1", "7"],
    "txid_snapshot": ["10:20:10,14,15", "1:1:"],
    "pg_snapshot": ["10:20:10,14,15", "1:1:"],
    "oidvector": ["", "1", "1 2 3"],
    "int2vector": ["", "1", "1 2 3"],
    "int4range": ["empty", "(,)", "[1,1]", "[1,5)", "[5,10)", "(,3)", "[3,)", "[1,2147483647)"],
    "int8range": ["empty", "(,)", "[1,1]", "[1,5)", "[5,10)", "(,3)", "[3,)"],
    "numrange": ["empty", "(,)", "[1,1]", "(1,5)", "[5,10]", "(,3)", "[3,)", "[1,NaN]", "[-Infinity,1]"],
    "daterange": ["empty", "(,)", "[2024-01-01,2024-02-01)", "(,2020-01-01)", "[2024-01-15,infinity)"],
    "tsrange": ["empty", "(,)", "[2024-01-01,2024-02-01)", "(,2020-01-01)", "[-infinity,infinity]"],
    "tstzrange": ["empty", "(,)", "[2024-01-01,2024-02-01)", "(,2020-01-01)", "[-infinity,infinity]"],
    "int4multirange": ["{}", "{(,)}", "{[1,5)}", "{[1,3),[7,9)}", "{(,3),[5,)}"],
    "int8multirange": ["{}", "{(,)}", "{[1,5)}", "{[1,3),[7,9)}"],
    "nummultirange": ["{}", "{(,)}", "{[1,5)}", "{[1,3),[7,9)}"],
    "datemultirange": ["{}", "{(,)}", "{[2024-01-01,2024-02-01)}"],
    "tsmultirange": ["{}", "{(,)}", "{[2024-01-01,2024-02-01)}"],
    "tstzmultirange": ["{}", "{(,)}", "{[2024-01-01,2024-02-01)}"],
}  # fmt: skip

#: The concrete types that stand in for a polymorphic one, family by family: one tuple is one call.
POLYMORPHIC: dict[str, tuple[str, ...]] = {
    "anyelement": ("int4", "text", "int4", "numeric"),
    "anynonarray": ("int4", "text", "int4", "numeric"),
    "anyarray": ("int4[]", "text[]", "int4[]", "numeric[]"),
    "anyrange": ("int4range", "int4range", "int4range", "numrange"),
    "anymultirange": ("int4multirange", "int4multirange", "int4multirange", "nummultirange"),
    "anycompatible": ("int4", "text", "int4", "numeric"),
    "anycompatiblenonarray": ("int4", "text", "int4", "numeric"),
    "anycompatiblearray": ("int4[]", "text[]", "int4[]", "numeric[]"),
    "anycompatiblerange": ("int4range", "int4range", "int4range", "numrange"),
    "anycompatiblemultirange": ("int4multirange",) * 3 + ("nummultirange",),
    "any": ("int4", "text", "jsonb", "text[]"),
    "anyenum": ("nn_mood",) * 4,
    "record": ("nn_pair",) * 4,
    "cstring": ("cstring",) * 4,
}

EDGES["nn_mood"] = ["sad", "ok", "happy"]
EDGES["nn_pair"] = ["(1,a)", "(,)", "(2,)", "(,b)"]
EDGES["cstring"] = STRINGS


def pool(name: str, rng: random.Random) -> list[str] | None:
    """Text forms of some 20 to 80 non-null values of a type, or None for a type not known here."""
    if name.endswith("[]"):
        elements = pool(name[:-2], rng)
        return None if elements is None else _arrays(elements, rng)
    edges = EDGES.get(name)
    if edges is None:
        return None
    return edges + [_more(name, rng) for _ in range(24) if name in RANDOM]


def _more(name: str, rng: random.Random) -> str:
    kind = RANDOM[name]
    if kind == "integer":
        return str(rng.randint(-200, 200))
    if kind == "fraction":
        return str(rng.choice([rng.uniform(-2, 2), rng.uniform(-1e6, 1e6)]))
    if kind == "date":
        return f"{rng.randint(1, 3000):04d}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
    return "".join(rng.choice(string.printable[:95]) for _ in range(rng.randint(1, 9)))


RANDOM = {
    "int2": "integer", "int4": "integer", "int8": "integer", "oid": "integer",
    "float4": "fraction", "float8": "fraction", "numeric": "fraction",
    "date": "date", "timestamp": "date", "timestamptz": "date",
    "text": "text", "varchar": "text", "bpchar": "text", "cstring": "text",
}  # fmt: skip


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _arrays(elements: list[str], rng: random.Random) -> list[str]:
    lists = [
        ",".join(_quoted(rng.choice(elements)) for _ in range(rng.randint(1, 4))) for _ in range(12)
    ]
    pairs = [f"{{{{{_quoted(rng.choice(elements))}}},{{{_quoted(rng.choice(elements))}}}}}"]
    return [
        "{}",
        "{NULL}",
        "{NULL," + lists[0] + "}",
        *pairs,
        *("{" + items + "}" for items in lists),
    ]


#: Arguments that random values of the type would miss, by function and place.
FITTING: dict[tuple[str, int], list[str]] = {
    ("convert", 1): ["UTF8", "LATIN1", "WIN1252"],
    ("convert", 2): ["UTF8", "LATIN1", "WIN1252"],
    ("convert_from", 1): ["UTF8", "LATIN1", "SQL_ASCII"],
    ("convert_to", 1): ["UTF8", "LATIN1", "WIN1252"],
    ("currval", 0): ["nn_sequence"],
    ("nextval", 0): ["nn_sequence"],
    ("setval", 0): ["nn_sequence"],
    ("current_setting", 0): ["search_path", "work_mem", "application_name", "TimeZone"],
    ("set_config", 0): ["nn.a", "application_name", "work_mem"],
    ("set_config", 1): ["", "100", "a b"],
    ("date_part", 0): ["year", "month", "day", "hour", "epoch", "dow", "week", "timezone"],
    ("extract", 0): ["year", "month", "day", "hour", "epoch", "dow", "week", "timezone"],
    ("date_trunc", 0): ["year", "month", "day", "hour", "week", "quarter", "millennium"],
    ("date_trunc", 2): ["UTC", "Europe/Paris", "+02"],
    ("date_add", 2): ["UTC", "Europe/Paris"],
    ("date_subtract", 2): ["UTC", "Europe/Paris"],
    ("timezone", 0): ["UTC", "Europe/Paris", "+02", "-1 hour", "1 hour"],
    ("decode", 1): ["hex", "base64", "escape"],
    ("decode", 0): ["", "61", "YWJj", "deadbeef"],
    ("encode", 1): ["hex", "base64", "escape"],
    ("daterange", 2): ["[]", "[)", "()", "(]"],
    ("int4range", 2): ["[]", "[)", "()", "(]"],
    ("int8range", 2): ["[]", "[)", "()", "(]"],
    ("numrange", 2): ["[]", "[)", "()", "(]"],
    ("tsrange", 2): ["[]", "[)", "()", "(]"],
    ("tstzrange", 2): ["[]", "[)", "()", "(]"],
    ("is_normalized", 1): ["NFC", "NFD", "NFKC", "NFKD"],
    ("normalize", 1): ["NFC", "NFD", "NFKC", "NFKD"],
    ("json_to_tsvector", 1): ['"all"', '["string", "numeric"]', '"key"'],
    ("json_to_tsvector", 2): ['"all"', '["string", "numeric"]', '"key"'],
    ("jsonb_to_tsvector", 1): ['"all"', '["string", "numeric"]', '"key"'],
    ("jsonb_to_tsvector", 2): ['"all"', '["string", "numeric"]', '"key"'],
    ("make_date", 1): ["1", "2", "12"],
    ("make_date", 2): ["1", "28", "10"],
    ("make_time", 0): ["0", "23", "24"],
    ("make_time", 1): ["0", "59"],
    ("make_timestamp", 1): ["1", "2", "12"],
    ("make_timestamp", 2): ["1", "28"],
    ("make_timestamp", 3): ["0", "23"],
    ("make_timestamp", 4): ["0", "59"],
    ("make_timestamptz", 1): ["1", "2", "12"],
    ("make_timestamptz", 2): ["1", "28"],
    ("make_timestamptz", 3): ["0", "23"],
    ("make_timestamptz", 4): ["0", "59"],
    ("make_timestamptz", 5): ["0", "1.5", "59"],
    ("make_timestamptz", 6): ["UTC", "Europe/Paris"],
    ("regexp_count", 2): ["1", "2", "3"],
    ("regexp_count", 3): ["", "i", "g"],
    ("regexp_instr", 2): ["1", "2"],
    ("regexp_instr", 3): ["1", "2"],
    ("regexp_instr", 4): ["0", "1"],
    ("regexp_instr", 5): ["", "i"],
    ("regexp_instr", 6): ["0", "1"],
    ("regexp_like", 2): ["", "i"],
    ("regexp_replace", 3): ["", "i", "g", "1", "2"],
    ("regexp_replace", 4): ["0", "1", "2"],
    ("regexp_replace", 5): ["", "i"],
    ("regexp_split_to_array", 2): ["", "i"],
    ("set_bit", 1): ["0", "1", "2"],
    ("set_bit", 2): ["0", "1"],
    ("set_byte", 1): ["0", "1"],
    ("ts_headline", 2): ["", "MaxWords=10, MinWords=2", "StartSel=<b>"],
    ("ts_headline", 3): ["", "MaxWords=10, MinWords=2", "StartSel=<b>"],
    ("pg_column_size", 0): ["1", "2"],
    ("like_escape", 1): ["", "x"],
    ("similar_to_escape", 1): ["", "x"],
    ("ts_rank(float4[], tsvector, tsquery)", 0): ["{0.1,0.2,0.4,1}", "{1,1,1,1}"],
    ("ts_rank(float4[], tsvector, tsquery, int4)", 0): ["{0.1,0.2,0.4,1}", "{1,1,1,1}"],
    ("ts_rank_cd(float4[], tsvector, tsquery)", 0): ["{0.1,0.2,0.4,1}", "{1,1,1,1}"],
    ("ts_rank_cd(float4[], tsvector, tsquery, int4)", 0): ["{0.1,0.2,0.4,1}", "{1,1,1,1}"],
    ("timezone(timestamp)", 0): ["2024-01-01 10:00", "infinity", "0044-03-15 BC"],
    ("timezone(timestamptz)", 0): ["2024-01-01 10:00", "infinity", "0044-03-15 BC"],
    ("timezone(timetz)", 0): ["10:00+02", "24:00+00"],
}
