"""Where names are known that the schema lacks, for messages: in other databases, in extensions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from codegen.postgres.extensions import extensions_with
from codegen.postgres.names import quote_identifier

if TYPE_CHECKING:
    from codegen.postgres.catalog import Catalog

#: Functions of MySQL, SQLite, Oracle and SQL Server, and what PostgreSQL has instead.
FUNCTIONS = {
    "ifnull": "coalesce(a, b)",
    "nvl": "coalesce(a, b)",
    "isnull": "coalesce(a, b), or `a IS NULL`",
    "iif": "CASE WHEN … THEN … ELSE … END",
    "if": "CASE WHEN … THEN … ELSE … END",
    "getdate": "now()",
    "sysdate": "now()",
    "curdate": "current_date",
    "curtime": "current_time",
    "utc_timestamp": "now()",
    "unix_timestamp": "extract(epoch FROM …)",
    "from_unixtime": "to_timestamp(…)",
    "datetime": "a cast: …::timestamptz",
    "strftime": "to_char(…)",
    "date_format": "to_char(…)",
    "str_to_date": "to_date(…) or to_timestamp(…)",
    "datediff": "subtraction: a - b",
    "timestampdiff": "subtraction: a - b",
    "dateadd": "addition: a + interval '1 day'",
    "date_add": "addition: a + interval '1 day'",
    "date_sub": "subtraction: a - interval '1 day'",
    "group_concat": "string_agg(text, ', ')",
    "listagg": "string_agg(text, ', ')",
    "json_extract": "the operators -> and ->>",
    "json_group_array": "json_agg(…)",
    "json_group_object": "json_object_agg(…)",
    "json_contains": "the operator @>",
    "instr": "strpos(text, part)",
    "charindex": "strpos(text, part)",
    "locate": "strpos(text, part)",
    "len": "length(…)",
    "datalength": "octet_length(…)",
    "ucase": "upper(…)",
    "lcase": "lower(…)",
    "space": "repeat(' ', n)",
    "newid": "gen_random_uuid()",
    "uuid": "gen_random_uuid()",
    "uuid_generate_v4": "gen_random_uuid(), or the extension uuid-ossp",
    "rand": "random()",
    "last_insert_id": "RETURNING id",
    "last_insert_rowid": "RETURNING id",
    "scope_identity": "RETURNING id",
    "found_rows": "count(*) OVER ()",
    "truncate": "trunc(…)",
    "convert": "a cast: …::type",
    "field": "array_position(array, value)",
    "find_in_set": "array_position(array, value)",
    "substring_index": "split_part(text, delimiter, n)",
}

#: Types, likewise.
TYPES = {
    "double": "double precision",
    "float64": "double precision",
    "float32": "real",
    "string": "text",
    "str": "text",
    "nvarchar": "varchar",
    "varchar2": "varchar",
    "longtext": "text",
    "mediumtext": "text",
    "tinytext": "text",
    "clob": "text",
    "ntext": "text",
    "datetime": "timestamptz",
    "datetime2": "timestamptz",
    "datetimeoffset": "timestamptz",
    "smalldatetime": "timestamp",
    "tinyint": "smallint",
    "mediumint": "integer",
    "unsigned": "bigint",
    "int16": "smallint",
    "int32": "integer",
    "int64": "bigint",
    "number": "numeric",
    "blob": "bytea",
    "longblob": "bytea",
    "varbinary": "bytea",
    "binary": "bytea",
    "image": "bytea",
    "uniqueidentifier": "uuid",
    "guid": "uuid",
}


def the_extensions(names: Sequence[str]) -> str:
    """Some extensions, as a sentence names them, of which one is meant."""
    quoted = [f'"{name}"' for name in names]
    *others, last = quoted
    return f"the extension {', '.join(others)} or {last}" if others else f"the extension {last}"


def maybe_of_an_extension(catalog: Catalog, declaration: str) -> str | None:
    """What to do about something missing that an extension may have of which only the name is
    known; None where there is no such extension."""
    if not catalog.unknown_extensions:
        return None
    extensions = the_extensions(list(catalog.unknown_extensions))
    return (
        f"If it is of {extensions}, of which only the name is known here, declare it in the schema:"
        f" {declaration}."
    )


def known_elsewhere(kind: str, name: str) -> str | None:
    """What to do about a missing ``function`` or ``type`` that other databases or extensions
    have."""
    other = (FUNCTIONS if kind == "function" else TYPES).get(name)
    if other is not None:
        return f"PostgreSQL has {other} for it."
    extensions = extensions_with(kind, name)
    if extensions:
        extension = quote_identifier(extensions[0])
        return f"The extension {extensions[0]} has it: CREATE EXTENSION {extension}."
    return None
