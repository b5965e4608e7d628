"""``:copyfrom``: an INSERT of one row of parameters, sent as COPY."""

from __future__ import annotations

from codegen.analysis.nodes import AnalysedQuery, Coerce, Default, Expr, Param, Query
from codegen.postgres.catalog import Catalog, Column, Relation
from codegen.postgres.names import quote_identifier
from codegen.records import dataclass

#: Types for which psycopg can be told to send the binary format. Any other goes as text.
BINARY_TYPES = frozenset(
    {
        *("bool", "int2", "int4", "int8", "oid", "float4", "float8", "numeric"),
        *("text", "varchar", "name", "bytea", "uuid", "json", "jsonb", "inet", "cidr"),
        *("date", "time", "timetz", "timestamp", "timestamptz", "interval"),
    }
)
#: Types that the server can't read in binary: pg_type has no receive function for them.
_NOT_RECEIVED = frozenset({"aclitem", "gtsvector"})


@dataclass(frozen=True, slots=True)
class Copy:
    """A COPY statement, and, for the binary format, the types of its columns.

    ``parameters`` are the numbers of the parameters in the order of the columns.
    """

    sql: str
    types: tuple[str, ...]
    parameters: tuple[int, ...]


def copy_of(query: AnalysedQuery, catalog: Catalog) -> Copy | None:
    """The COPY that an INSERT stands for; None if it does more than store its parameters."""
    tree = query.tree
    if not isinstance(tree, Query) or not _is_plain_insert(tree) or tree.target is None:
        return None
    relation = tree.target.relation
    # COPY gives columns that it does not name their defaults.
    stored = [one for one in tree.assignments if not isinstance(one.value, Default)]
    numbers = [_number(assignment.value) for assignment in stored]
    columns = [assignment.column for assignment in stored]
    if relation is None or not columns or len(set(numbers)) < len(numbers):
        return None
    types = tuple(_binary_type(column, catalog) for column in columns)
    binary = all(types) and all(_is_received(column, catalog) for column in relation.columns)
    return (
        Copy(
            sql=_statement(relation, columns, catalog, binary=binary),
            types=tuple(one for one in types if one) if binary else (),
            parameters=tuple(number for number in numbers if number is not None),
        )
        if None not in numbers
        else None
    )


def why_not(query: AnalysedQuery) -> str:
    """Why a query has no COPY, for a message."""
    tree = query.tree
    if not isinstance(tree, Query) or tree.command != "insert":
        return "this is no INSERT"
    if tree.has_returning:
        return "COPY returns no rows"
    if tree.on_conflict:
        return "COPY knows no ON CONFLICT"
    if tree.source is not None and len(tree.source.rows) > 1:
        return "this has more than one row"
    numbers = [_number(assignment.value) for assignment in tree.assignments]
    if tree.assignments and None in numbers:
        column = tree.assignments[numbers.index(None)].column.name
        return f"what it stores in {column} is not just a parameter"
    return "it does more than that"


def _is_plain_insert(tree: Query) -> bool:
    several = tree.source is not None and len(tree.source.rows) != 1
    more = tree.ctes or tree.on_conflict or tree.has_returning or tree.targets or several
    return (
        tree.command == "insert"
        and not more
        and not any(assignment.subscript for assignment in tree.assignments)
    )


def _number(value: Expr) -> int | None:
    """The number of the parameter that an expression is; None for any other, also for a parameter
    that the query casts: COPY would store it without the cast."""
    while isinstance(value, Coerce) and value.method in ("domain", "binary") and not value.explicit:
        value = value.arg
    return value.number if isinstance(value, Param) else None


def _binary_type(column: Column, catalog: Catalog) -> str | None:
    type_ = catalog.type(catalog.base_type(column.type))
    known = type_.schema == "pg_catalog" and type_.name in BINARY_TYPES
    return type_.name if known else None


def _is_received(column: Column, catalog: Catalog) -> bool:
    """Whether the server can surely read the column's type in binary. A binary COPY looks for the
    functions that do it for all columns of the table (BeginCopyFrom in copyfrom.c)."""
    type_ = catalog.type(column.type)
    if type_.kind != "b" or type_.is_array:
        return True
    return type_.schema == "pg_catalog" and type_.name not in _NOT_RECEIVED


def _statement(relation: Relation, columns: list[Column], catalog: Catalog, *, binary: bool) -> str:
    visible = catalog.relation(None, relation.name) is relation
    schema = "" if visible else f"{quote_identifier(relation.schema)}."
    names = ", ".join(quote_identifier(column.name) for column in columns)
    form = " (FORMAT BINARY)" if binary else ""
    return f"COPY {schema}{quote_identifier(relation.name)} ({names}) FROM STDIN{form}"
