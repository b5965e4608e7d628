"""What was inferred, as the request that sqlc's process plugins read.

The shape is that of ``GenerateRequest`` in sqlc's plugin/codegen.proto, in protobuf's JSON form
with the proto's names and with every field, as sqlc itself writes it for ``format: json``. The text
of a query is the user's own, a ``*`` in it included. What sqlc has no word for, such as how many
rows there can be, is left out.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import PurePath
from typing import TypedDict

from codegen import __version__
from codegen.analysis import nodes
from codegen.analysis.nodes import AnalysedQuery, ResultColumn, Use
from codegen.config import Config
from codegen.postgres.catalog import Catalog, Relation

#: The schema that sqlc leaves unsaid.
_DEFAULT_SCHEMA = "public"
#: Types that have names in the grammar: sqlc says of these that they are pg_catalog's.
_GRAMMAR_TYPES = frozenset(
    "bit bool bpchar float4 float8 int2 int4 int8 interval numeric time timestamp timestamptz"
    " timetz varbit varchar".split()
)
#: Kinds of relations that rows are read from.
_WITH_ROWS = frozenset("rpfvm")


class Identifier(TypedDict):
    """A name; ``schema`` is empty for what is in public or where pg_catalog goes without saying."""

    catalog: str
    schema: str
    name: str


class Column(TypedDict):
    """A column of a table or result, or a parameter. ``type`` is an array's element type."""

    name: str
    not_null: bool
    is_array: bool
    comment: str
    length: int
    is_named_param: bool
    is_func_call: bool
    scope: str
    table: Identifier | None
    table_alias: str
    type: Identifier
    is_sqlc_slice: bool
    embed_table: Identifier | None
    original_name: str
    unsigned: bool
    array_dims: int


class Parameter(TypedDict):
    """A parameter, ``$number`` in the text."""

    number: int
    column: Column


class Query(TypedDict):
    """A query; ``cmd`` is with its colon."""

    text: str
    name: str
    cmd: str
    columns: list[Column]
    params: list[Parameter]
    comments: list[str]
    filename: str
    insert_into_table: Identifier | None


class Table(TypedDict):
    """A table or view."""

    rel: Identifier
    columns: list[Column]
    comment: str


class Enum(TypedDict):
    """An enum with its values in order."""

    name: str
    vals: list[str]
    comment: str


class CompositeType(TypedDict):
    """A composite type, of which sqlc knows the name."""

    name: str
    comment: str


class Schema(TypedDict):
    """A schema with all that is in it."""

    comment: str
    name: str
    tables: list[Table]
    enums: list[Enum]
    composite_types: list[CompositeType]


class SqlcCatalog(TypedDict):
    """All schemas that the user's DDL fills."""

    comment: str
    default_schema: str
    name: str
    schemas: list[Schema]


class Codegen(TypedDict):
    """Where the plugin is to write; ``options`` are its options as JSON, in base64."""

    out: str
    plugin: str
    options: str
    env: list[str]
    process: None
    wasm: None


class Settings(TypedDict):
    """The configuration."""

    version: str
    engine: str
    schema: list[str]
    queries: list[str]
    codegen: Codegen


class GenerateRequest(TypedDict):
    """The whole request; options are JSON in base64."""

    settings: Settings
    catalog: SqlcCatalog
    queries: list[Query]
    sqlc_version: str
    plugin_options: str
    global_options: str


def plugin_request(
    config: Config, queries: Sequence[AnalysedQuery], catalog: Catalog, options: str = "{}"
) -> GenerateRequest:
    """The request for a package; ``options`` is the JSON text that the plugin gets as its own.

    The queries need their trees.
    """
    encoded = base64.b64encode(options.encode()).decode()
    return {
        "settings": {
            "version": "2",
            "engine": "postgresql",
            "schema": list(config.schema),
            "queries": list(config.queries),
            "codegen": {
                "out": config.out or "",
                "plugin": "",
                "options": encoded,
                "env": [],
                "process": None,
                "wasm": None,
            },
        },
        "catalog": {
            "comment": "",
            "default_schema": _DEFAULT_SCHEMA,
            "name": "",
            "schemas": list(_schemas(catalog)),
        },
        "queries": [_query(one, catalog) for one in queries],
        "sqlc_version": f"codegen {__version__}",
        "plugin_options": encoded,
        "global_options": "",
    }


def _schemas(catalog: Catalog) -> Iterator[Schema]:
    relations = [one for one in catalog.relations() if one.kind in _WITH_ROWS]
    composites = [one for one in catalog.relations() if one.kind == "c"]
    enums = [one for one in catalog.types() if one.kind == "e"]
    names = [_DEFAULT_SCHEMA, *(one.schema for one in (*relations, *composites))]
    for name in dict.fromkeys([*names, *(one.schema for one in enums)]):
        yield {
            "comment": "",
            "name": name,
            "tables": [_table(one, catalog) for one in relations if one.schema == name],
            "enums": [
                {"name": one.name, "vals": list(one.labels), "comment": one.comment or ""}
                for one in enums
                if one.schema == name
            ],
            "composite_types": [
                {"name": one.name, "comment": one.comment or ""}
                for one in composites
                if one.schema == name
            ],
        }


def _table(relation: Relation, catalog: Catalog) -> Table:
    return {
        "rel": _relation(relation),
        "columns": [
            _column(
                catalog,
                one.name,
                one.type,
                one.not_null,
                comment=one.comment or "",
                table=_relation(relation),
            )
            for one in relation.columns
        ],
        "comment": relation.comment or "",
    }


def _query(query: AnalysedQuery, catalog: Catalog) -> Query:
    tree = query.tree
    uses = {one.number: one.use for one in query.parameters if one.use is not None}
    target = tree.target if isinstance(tree, nodes.Query) and tree.command == "insert" else None
    return {
        "text": query.sql,
        "name": query.name,
        "cmd": f":{query.command}",
        "columns": list(_columns(query, catalog)),
        "params": [
            {"number": one.number, "column": _parameter(one, uses.get(one.number), catalog)}
            for one in sorted(query.parameters, key=lambda one: one.number)
        ],
        "comments": [f" {line}" for line in query.comments],
        "filename": PurePath(query.path).name,
        "insert_into_table": (
            _relation(target.relation) if target is not None and target.relation else None
        ),
    }


def _parameter(parameter: nodes.Parameter, use: Use | None, catalog: Catalog) -> Column:
    return _column(
        catalog,
        parameter.name,
        parameter.type,
        not parameter.nullable,
        table=_identifier(*use.column[:2]) if use else None,
        original_name=use.column[2] if use else "",
        is_named_param=bool(parameter.name),
    )


def _columns(query: AnalysedQuery, catalog: Catalog) -> Iterator[Column]:
    """The columns of the result; all those of an embedded table are one."""
    targets = query.tree.targets if isinstance(query.tree, nodes.Query) else []
    calls = [isinstance(one.expr, nodes.Call | nodes.Aggregate) for one in targets]
    calls += [False] * (len(query.columns) - len(calls))
    for embed, group in groupby(zip(query.columns, calls, strict=False), lambda one: one[0].embed):
        members = list(group)
        if embed is not None:
            yield _embedded(embed, members[0][0], catalog)
            continue
        for column, is_call in members:
            yield _result(column, is_call, catalog)


def _result(column: ResultColumn, is_call: bool, catalog: Catalog) -> Column:
    return _column(
        catalog,
        column.name,
        column.type,
        not column.nullable,
        table=_relation(column.relation) if column.relation else None,
        original_name=column.column or "",
        is_func_call=is_call,
    )


def _embedded(embed: str, column: ResultColumn, catalog: Catalog) -> Column:
    table = _relation(column.relation) if column.relation else _identifier("", embed)
    whole = _column(catalog, embed, column.type, not column.embed_nullable, embed_table=table)
    return {**whole, "type": _identifier("", ""), "is_array": False, "array_dims": 0}


def _column(
    catalog: Catalog,
    name: str,
    type_: int,
    not_null: bool,
    *,
    comment: str = "",
    table: Identifier | None = None,
    embed_table: Identifier | None = None,
    original_name: str = "",
    is_named_param: bool = False,
    is_func_call: bool = False,
) -> Column:
    found = catalog.type(catalog.base_type(type_))
    is_array = found.is_array
    return {
        "name": name,
        "not_null": not_null,
        "is_array": is_array,
        "comment": comment,
        # sqlc gives lengths for MySQL alone.
        "length": -1,
        "is_named_param": is_named_param,
        "is_func_call": is_func_call,
        "scope": "",
        "table": table,
        "table_alias": "",
        "type": _type(catalog, found.element if is_array else found.oid),
        "is_sqlc_slice": False,
        "embed_table": embed_table,
        "original_name": original_name,
        "unsigned": False,
        "array_dims": int(is_array),
    }


def _type(catalog: Catalog, oid: int) -> Identifier:
    """A type as plugins look for it; a domain by the type that it is over."""
    found = catalog.type(catalog.base_type(oid))
    if found.schema == "pg_catalog":
        return _identifier("pg_catalog" if found.name in _GRAMMAR_TYPES else "", found.name)
    return _identifier(found.schema, found.name)


def _relation(relation: Relation) -> Identifier:
    return _identifier(relation.schema, relation.name)


def _identifier(schema: str, name: str) -> Identifier:
    return {"catalog": "", "schema": "" if schema == _DEFAULT_SCHEMA else schema, "name": name}
