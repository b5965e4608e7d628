"""Type names of a statement, looked up in the catalog (src/backend/parser/parse_type.c)."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from codegen.diagnostics import error
from codegen.postgres.catalog import Catalog, Type
from codegen.postgres.elsewhere import known_elsewhere, maybe_of_an_extension
from codegen.postgres.type_modifiers import wrong_modifiers
from codegen.source import Source, Span
from codegen.sql.typenames import TypeName

#: The kinds of types that never take any: enums, composite types, domains and ranges.
_UNMODIFIED = frozenset("ecdrm")


def find_named_type(catalog: Catalog, name: TypeName) -> Type | None:
    """The type that a name stands for, without its array brackets; None if there is none."""
    if name.percent_type:
        *table, column = name.names
        relation = (
            catalog.relation(table[-2] if len(table) > 1 else None, table[-1]) if table else None
        )
        found = relation.column(column) if relation else None
        return catalog.type(found.type) if found else None
    *qualifier, last = name.names
    return catalog.find_type(qualifier[-1] if qualifier else None, last)


#: The spellings of types that are not their names in pg_type (manual 8.1).
_SPELLINGS = ("bigint", "boolean", "integer", "real", "smallint", "decimal", "serial", "bigserial")
#: The built-in types that people use; the others would only be near by chance.
_COMMON = tuple(
    """text varchar timestamp timestamptz date time timetz interval numeric json jsonb jsonpath uuid
    bytea inet cidr macaddr money xml bool int2 int4 int8 float4 float8 int4range int8range numrange
    daterange tsrange tstzrange tsvector tsquery point polygon citext oid bit varbit""".split()
)


def type_help(catalog: Catalog, name: str) -> str:
    """What PostgreSQL calls a type of other databases, which extension has it, or the nearest
    name."""
    other = known_elsewhere("type", name)
    if other is not None:
        return other
    known = [one.name for one in catalog.types() if one.name[0] != "_" and one.kind != "p"]
    near = difflib.get_close_matches(name, [*_SPELLINGS, *_COMMON, *known], 1)
    if near:
        return f'Did you mean "{near[0]}"?'
    return maybe_of_an_extension(catalog, f"CREATE TYPE {name}") or "Create it in the schema."


def check_modifiers(type_: Type, modifiers: Sequence[str], span: Span) -> None:
    """Raises syntax-error where a type doesn't take the modifiers that it is written with."""
    if not modifiers:
        return
    message = None
    if type_.schema == "pg_catalog":
        message = wrong_modifiers(type_.name, modifiers)
    elif type_.kind in _UNMODIFIED:
        message = f'type modifier is not allowed for type "{type_.name}"'
    if message is not None:
        plain = "not allowed" in message
        help = "Leave the parentheses out." if plain else "For example, numeric(10, 2)."
        raise error("syntax-error", message, span, help)


def resolve_type(catalog: Catalog, name: TypeName, source: Source) -> int:
    """The oid of a type name; an unknown name is an error with the nearest one as help."""
    found = find_named_type(catalog, name)
    span = Span(source, name.start, name.end)
    if found is None:
        written = ".".join(part for part in name.names if part != "pg_catalog")
        raise error(
            "undefined-type",
            f'type "{written}" does not exist',
            span,
            type_help(catalog, name.names[-1]),
        )
    check_modifiers(found, name.modifiers, span)
    if not name.dimensions:
        return found.oid
    array = catalog.array_of(found.oid)
    if not array:
        raise error(
            "undefined-type",
            f"type {catalog.format_type(found.oid)} has no array type",
            span,
            "Leave the brackets out.",
        )
    return array
