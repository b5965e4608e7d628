"""The keys of renames and overrides, looked up in the catalog."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

from codegen.diagnostics import CodegenError, Diagnostic
from codegen.plan.options import Override, Rename
from codegen.postgres.catalog import Catalog, Relation, Type
from codegen.records import dataclass, field
from codegen.sql.lexer import tokenize
from codegen.sql.typenames import parse_type_name

#: A column of a relation: schema, relation, column.
ColumnKey = tuple[str, str, str]
_PARTS = re.compile(r'"((?:[^"]|"")+)"|([^."]+)')


@dataclass(frozen=True, slots=True)
class Overrides:
    """Overrides by the oid of a type and by column."""

    types: dict[int, Override] = field(default_factory=dict[int, Override])
    columns: dict[ColumnKey, Override] = field(default_factory=dict[ColumnKey, Override])

    def of_type(self, catalog: Catalog, oid: int) -> Override | None:
        """The override of a type, or, for a domain, of a type under it."""
        own = self.types.get(oid)
        type_ = catalog.type(oid)
        if own is None and type_.kind == "d":
            return self.of_type(catalog, type_.base)
        return own

    def of_column(self, catalog: Catalog, key: ColumnKey) -> Override | None:
        """The override of a column, or of its type."""
        own = self.columns.get(key)
        relation = catalog.relation(key[0], key[1])
        column = relation.column(key[2]) if relation else None
        return own if own or column is None else self.of_type(catalog, column.type)


def parts_of(key: str) -> list[str]:
    """``schema.table.column`` in its parts; one in double quotes may have dots in it."""
    return [
        found[1].replace('""', '"') if found[1] else found[2].strip()
        for found in _PARTS.finditer(key)
    ]


def column_of(key: str, catalog: Catalog) -> ColumnKey | None:
    """The column that ``table.column`` names."""
    *qualifiers, table, column = ["", "", *parts_of(key)]
    schema = qualifiers[-1] if qualifiers else None
    relation = catalog.relation(schema or None, table)
    if relation is None or not any(one.name == column for one in relation.columns):
        return None
    return relation.schema, relation.name, column


def _qualified(key: str) -> tuple[str | None, str]:
    schema, name = ["", "", *parts_of(key)][-2:]
    return schema or None, name


def relation_of(key: str, catalog: Catalog) -> Relation | None:
    """The table or view that a key names."""
    schema, name = _qualified(key)
    return catalog.relation(schema, name)


def named_type_of(key: str, catalog: Catalog) -> Type | None:
    """The type that a key names, by its name in the catalog."""
    schema, name = _qualified(key)
    return catalog.find_type(schema, name)


def type_of(key: str, catalog: Catalog) -> Type | None:
    """The type that a key names, by its name in the catalog or as SQL spells it."""
    named = named_type_of(key, catalog)
    if named is not None:
        return named
    try:
        tokens = tokenize(key)
        parsed = parse_type_name(tokens, 0)
    except CodegenError:
        return None
    if parsed is None or parsed[1] != len(tokens) - 1:
        return None
    *qualifiers, name = parsed[0].names
    found = catalog.find_type(qualifiers[-1] if qualifiers else None, name)
    if found is None or not parsed[0].dimensions:
        return found
    return catalog.type(found.array) if found.array else None


def unknown(table: str, one: Rename | Override, known: Iterable[str]) -> Diagnostic:
    """The error for a key that names nothing of the schema."""
    near = difflib.get_close_matches(one.key, list(known), 1)
    return Diagnostic(
        code="config-invalid",
        message=f"{table}: {one.key} names nothing in the schema",
        span=one.span,
        help=f"Did you mean {near[0]}?" if near else "Write table, table.column or type.",
    )


def spelled_keys(catalog: Catalog) -> list[str]:
    """What a key could be: the schema's own tables, types and columns."""
    own = [type_.name for type_ in catalog.types() if type_.kind in "ed"]
    for relation in catalog.relations():
        own.append(relation.name)
        own += [f"{relation.name}.{column.name}" for column in relation.columns]
    return own
