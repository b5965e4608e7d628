"""Rows for the tables of a schema: generated, full of NULLs, and valid.

Rows are offered to the server one by one, and it keeps those that its constraints let in; keys come
from small pools, so that joins match, and foreign keys from the rows that are there already.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import sql

from codegen.records import dataclass
from codegen.verify.values import Pools, pick

if TYPE_CHECKING:
    from codegen.postgres.catalog import Catalog, ForeignKey, Relation

    Connection = psycopg.Connection[Any]


class Mode(Enum):
    """How a database is filled: the share of tables left empty, and of NULLs where allowed."""

    EMPTY = (1.0, 0.0)
    NULLS = (0.0, 1.0)
    MIXED = (0.1, 0.4)
    SPARSE = (0.5, 0.5)
    FULL = (0.0, 0.1)


@dataclass(frozen=True, slots=True)
class Insert:
    """A row that the server took: of which table, and by which statement."""

    table: str
    statement: str


#: Rows that each table should have, and how often one is offered for each.
ROWS = 7
TRIES = 6

#: The share of defaults that are left to the server, and where nothing else gets in.
DEFAULTS = 0.15
LAST_RESORT = 0.9


def fill(
    connection: Connection,
    catalog: Catalog,
    pools: Pools,
    mode: Mode,
    rng: random.Random,
) -> list[Insert]:
    """Fills the tables, inside the open transaction; returns the statements that did it."""
    done = list(_default_partitions(connection, catalog))
    empty_share, null_share = mode.value
    for relation in _in_order(tables(catalog)):
        if rng.random() >= empty_share:
            done.extend(_filled(connection, relation, pools, null_share, rng))
    return done


def _default_partitions(connection: Connection, catalog: Catalog) -> Iterator[Insert]:
    """A partition for rows that no other one takes: often partitions are made when they are needed.

    Tables that have one already refuse it.
    """
    for relation in tables(catalog):
        if relation.kind != "p":
            continue
        statement = sql.SQL("CREATE TABLE {} PARTITION OF {} DEFAULT").format(
            sql.Identifier(relation.schema, f"{relation.name[:50]}_default"),
            sql.Identifier(relation.schema, relation.name),
        )
        text = statement.as_string(connection)
        if _taken(connection, text):
            yield Insert(f"{relation.schema}.{relation.name}", text)


def tables(catalog: Catalog) -> list[Relation]:
    """The user's tables that rows can be stored in."""
    return [
        relation
        for relation in catalog.relations()
        if relation.kind in ("r", "p") and relation.extension is None
    ]


def _in_order(relations: Sequence[Relation]) -> list[Relation]:
    """Referenced tables first, so far as the references are no circle."""
    names = {(relation.schema, relation.name): relation for relation in relations}
    ordered: dict[tuple[str, str], Relation] = {}

    def visit(relation: Relation, above: frozenset[tuple[str, str]]) -> None:
        own = (relation.schema, relation.name)
        if own in ordered or own in above:
            return
        for key in relation.foreign_keys:
            target = names.get((key.schema, key.table))
            if target is not None:
                visit(target, above | {own})
        ordered[own] = relation

    for relation in relations:
        visit(relation, frozenset())
    return list(ordered.values())


def _filled(
    connection: Connection,
    relation: Relation,
    pools: Pools,
    null_share: float,
    rng: random.Random,
) -> Iterator[Insert]:
    wanted = rng.randint(1, ROWS)
    tries = wanted * TRIES
    for attempt in range(tries):
        if not wanted:
            return
        default_share = LAST_RESORT if attempt > tries // 2 else DEFAULTS
        row = _row(connection, relation, pools, null_share, default_share, rng)
        statement = insert_statement(connection, relation, row)
        if _taken(connection, statement):
            wanted -= 1
            yield Insert(f"{relation.schema}.{relation.name}", statement)


def _row(
    connection: Connection,
    relation: Relation,
    pools: Pools,
    null_share: float,
    default_share: float,
    rng: random.Random,
) -> dict[str, str | None]:
    row: dict[str, str | None] = {}
    # What others may refer to has to be the same in each run.
    keys = {name for key in relation.keys for name in key.columns}
    for column in relation.columns:
        if column.generated or column.identity == "a":
            continue
        share = 0.0 if column.name in keys and default_share < LAST_RESORT else default_share
        if column.has_default and rng.random() < share:
            continue
        values = pools.of_column(relation, column)
        if not values and column.has_default:
            continue
        null = not column.not_null and rng.random() < null_share
        row[column.name] = None if null or not values else pick(values, rng)
    for key in relation.foreign_keys:
        _refer(connection, relation, key, row, null_share, rng)
    return row


def _refer(
    connection: Connection,
    relation: Relation,
    key: ForeignKey,
    row: dict[str, str | None],
    null_share: float,
    rng: random.Random,
) -> None:
    """Makes a row refer to one that is there; to none, if it may, where there is none."""
    columns = [relation.column(name) for name in key.columns]
    optional = any(column is not None and not column.not_null for column in columns)
    there = _referable(connection, key)
    if not there or (optional and rng.random() < null_share):
        row.update({c.name: None for c in columns if c is not None and not c.not_null})
        return
    row.update(zip(key.columns, rng.choice(there), strict=False))


def _referable(connection: Connection, key: ForeignKey) -> list[tuple[str, ...]]:
    names = sql.SQL(", ").join(
        sql.SQL("{}::text").format(sql.Identifier(name)) for name in key.target_columns
    )
    table = sql.Identifier(key.schema, key.table)
    query = sql.SQL("SELECT {} FROM {} WHERE {} IS NOT NULL ORDER BY 1 LIMIT 20").format(
        names, table, sql.SQL("({})").format(names)
    )
    if not key.target_columns:
        return []
    try:
        with connection.transaction():
            return list(connection.execute(query).fetchall())
    except psycopg.Error:
        return []


def insert_statement(connection: Connection, relation: Relation, row: dict[str, str | None]) -> str:
    """The INSERT of a row, in words that anyone can run."""
    table = sql.Identifier(relation.schema, relation.name)
    if not row:
        return sql.SQL("INSERT INTO {} DEFAULT VALUES").format(table).as_string(connection)
    return (
        sql.SQL("INSERT INTO {} ({}) VALUES ({})")
        .format(
            table,
            sql.SQL(", ").join(map(sql.Identifier, row)),
            sql.SQL(", ").join(map(literal, row.values())),
        )
        .as_string(connection)
    )


def literal(value: str | None) -> sql.Composable:
    """A value as an untyped literal."""
    return sql.SQL("NULL") if value is None else sql.Literal(value)


def _taken(connection: Connection, statement: str) -> bool:
    try:
        with connection.transaction():
            connection.execute(statement.encode())
    except psycopg.Error:
        return False
    return True
