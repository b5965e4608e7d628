"""Random arguments for queries."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import sql

from codegen.verify.hints import Hints, Place
from codegen.verify.values import Pools, array_text, pick

if TYPE_CHECKING:
    from codegen.analysis.nodes import AnalysedQuery, Parameter
    from codegen.postgres.catalog import Catalog

    Connection = psycopg.Connection[Any]

#: The shares of parameters that are NULL, where they may be, and that are values of stored rows.
NULL_SHARE = 0.3
STORED_SHARE = 0.8

#: A value per parameter, as text; None for NULL.
Values = list[str | None]


class Arguments:
    """Random arguments: from the pools, and from what is stored in the column that a parameter is
    compared with."""

    def __init__(
        self, connection: Connection, catalog: Catalog, pools: Pools, known: Hints
    ) -> None:
        self._connection = connection
        self._catalog = catalog
        self._pools = pools
        self._known = known
        self._stored: dict[Place, list[str]] = {}

    def of(self, query: AnalysedQuery, rng: random.Random) -> Values:
        """One set of arguments for a query."""
        return [self._value(query, parameter, rng) for parameter in query.parameters]

    def _value(self, query: AnalysedQuery, parameter: Parameter, rng: random.Random) -> str | None:
        if parameter.nullable and rng.random() < NULL_SHARE:
            return None
        key = (query.name, parameter.number)
        place = self._known.columns.get(key)
        stored = self._stored_values(place) if place else self._cast_values(key, parameter)
        is_array = bool(self._catalog.element_of(parameter.type))
        if stored and rng.random() < STORED_SHARE:
            value = rng.choice(stored)
            return array_text([value, rng.choice(stored)]) if is_array else value
        values = self._pools.of_type(parameter.type)
        if is_array and not parameter.elements_nullable:
            values = tuple(value for value in values if "NULL" not in value)
        return pick(values, rng) if values else ("" if not parameter.nullable else None)

    def _cast_values(self, key: tuple[str, int], parameter: Parameter) -> list[str]:
        """Values of the type that a parameter is cast to, one by one."""
        type_ = self._known.types.get(key, 0)
        if not type_ or type_ == parameter.type:
            return []
        return list(self._pools.of_type(self._catalog.element_of(type_) or type_))

    def _stored_values(self, place: Place) -> list[str]:
        """What a column holds and, where it is a reference, what it could refer to."""
        schema, table, column = place
        relation = self._catalog.relation(schema, table)
        found = list(self._values_in(place))
        for key in relation.foreign_keys if relation else ():
            targets = dict(zip(key.columns, key.target_columns, strict=False))
            if column in targets:
                found += self._values_in((key.schema, key.table, targets[column]))
        return found

    def _values_in(self, place: Place) -> list[str]:
        found = self._stored.get(place)
        if found is None:
            schema, table, name = place
            query = sql.SQL("SELECT DISTINCT {0}::text FROM {1} WHERE {0} IS NOT NULL").format(
                sql.Identifier(name), sql.Identifier(schema, table)
            )
            try:
                with self._connection.transaction():
                    found = sorted(text for (text,) in self._connection.execute(query))
            except psycopg.Error:
                found = []
            self._stored[place] = found
        return found
