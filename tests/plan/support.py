"""Catalogs and analysed queries made by hand, so that planning is tested without analysis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from codegen.analysis.nodes import AnalysedQuery, Parameter, ResultColumn
from codegen.postgres.catalog import Catalog, Column, Key, Relation, Type

#: Column lists: ``name type`` or ``name type?`` where the column may be NULL.
Columns = str


def type_oid(catalog: Catalog, name: str) -> int:
    """The oid of a type by its internal name; ``x[]`` is the array over x."""
    found = catalog.find_type(None, name.removesuffix("[]"))
    assert found is not None, name
    return found.array if name.endswith("[]") else found.oid


def make_catalog(
    enums: Mapping[str, Sequence[str]] | None = None,
    tables: Mapping[str, Columns] | None = None,
    schema: str = "public",
) -> Catalog:
    """A catalog with these enums and tables."""
    catalog = Catalog.builtin()
    catalog.add_schema(schema)
    for name, labels in (enums or {}).items():
        catalog.add_type(
            Type(oid=0, schema=schema, name=name, kind="e", category="E", labels=tuple(labels))
        )
    for name, columns in (tables or {}).items():
        add_table(catalog, name, columns, schema)
    return catalog


def add_table(catalog: Catalog, name: str, columns: Columns, schema: str = "public") -> Relation:
    """Adds a table with its first column as primary key."""
    made = tuple(
        Column(
            name=column,
            type=type_oid(catalog, type_.removesuffix("?")),
            not_null=not type_.endswith("?"),
        )
        for column, type_ in (part.split() for part in columns.split(","))
    )
    return catalog.add_relation(
        Relation(schema=schema, name=name, columns=made, keys=(Key((made[0].name,), primary=True),))
    )


def make_parameters(catalog: Catalog, parameters: Columns) -> tuple[Parameter, ...]:
    """``id uuid, state text?`` as parameters."""
    parts = [part.split() for part in parameters.split(",") if part.strip()]
    return tuple(
        Parameter(
            name=name,
            number=number,
            type=type_oid(catalog, type_.removesuffix("?")),
            nullable=type_.endswith("?"),
        )
        for number, (name, type_) in enumerate(parts, 1)
    )


def make_columns(catalog: Catalog, columns: Columns) -> tuple[ResultColumn, ...]:
    """``id uuid, state text?`` as computed result columns."""
    return tuple(
        ResultColumn(name=one.name, type=one.type, nullable=one.nullable)
        for one in make_parameters(catalog, columns)
    )


def table_columns(
    catalog: Catalog, table: str, embed: str | None = None, embed_nullable: bool = False
) -> tuple[ResultColumn, ...]:
    """All columns of a table, as ``SELECT *`` or ``sqlc.embed`` gives them."""
    relation = catalog.relation(None, table)
    assert relation is not None, table
    return tuple(
        ResultColumn(
            name=column.name,
            type=column.type,
            nullable=not column.not_null,
            relation=relation,
            column=column.name,
            embed=embed,
            embed_nullable=embed_nullable,
        )
        for column in relation.columns
    )


def make_query(
    catalog: Catalog,
    name: str,
    command: str,
    sql: str,
    *,
    parameters: Columns = "",
    columns: Sequence[ResultColumn] | Columns = (),
    cardinality: str = "many",
    comments: Sequence[str] = (),
    path: str = "queries/things.sql",
) -> AnalysedQuery:
    """An analysed query."""
    made = make_columns(catalog, columns) if isinstance(columns, str) else tuple(columns)
    return AnalysedQuery(
        name=name,
        command=command,
        sql=sql,
        cardinality=cardinality,
        parameters=make_parameters(catalog, parameters),
        columns=made,
        comments=tuple(comments),
        path=path,
    )
