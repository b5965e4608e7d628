"""How PostgreSQL spells names: quoted where they need it, types in their standard spelling."""

from __future__ import annotations

import re
from functools import cache

from codegen.keywords import WORDS
from codegen.postgres import oids

_PLAIN = re.compile(r"[a-z_][a-z0-9_]*")

#: The types that format_type() of format_type.c spells differently from their name in pg_type.
STANDARD_SPELLINGS = {
    oids.BIT: "bit",
    oids.BOOL: "boolean",
    oids.BPCHAR: "character",
    oids.FLOAT4: "real",
    oids.FLOAT8: "double precision",
    oids.INT2: "smallint",
    oids.INT4: "integer",
    oids.INT8: "bigint",
    oids.INTERVAL: "interval",
    oids.JSON: "json",
    oids.NUMERIC: "numeric",
    oids.TIME: "time without time zone",
    oids.TIMETZ: "time with time zone",
    oids.TIMESTAMP: "timestamp without time zone",
    oids.TIMESTAMPTZ: "timestamp with time zone",
    oids.VARBIT: "bit varying",
    oids.VARCHAR: "character varying",
}


@cache
def _quoted_keywords() -> frozenset[str]:
    return frozenset(
        word for (category, _), words in WORDS.items() if category != "U" for word in words.split()
    )


def quote_identifier(name: str) -> str:
    """The name as SQL writes it: in double quotes unless it is plain and no keyword.

    As quote_identifier() of ruleutils.c does: unreserved keywords stay bare.
    """
    if _PLAIN.fullmatch(name) and name not in _quoted_keywords():
        return name
    return '"' + name.replace('"', '""') + '"'


def qualified(schema: str, name: str) -> str:
    """``schema.name``, each part quoted where it needs it."""
    return f"{quote_identifier(schema)}.{quote_identifier(name)}"
