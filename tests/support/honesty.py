"""What ran, against what was inferred: the types of prepared statements, as the server has them."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import psycopg
from psycopg.pq import TransactionStatus
from psycopg.rows import tuple_row

from codegen.analysis.nodes import AnalysedQuery
from codegen.pipeline import Analysis
from codegen.plan.names import constant_name
from codegen.postgres.catalog import Catalog

#: Prepared by the first call, a statement has the types of the values that were sent.
PREPARE_AT_ONCE = 0

_TYPES = """\
SELECT statement, ARRAY(SELECT format_type(one, NULL) FROM unnest(parameter_types) AS t (one)),
    ARRAY(SELECT format_type(one, NULL) FROM unnest(result_types) AS t (one))
FROM pg_prepared_statements
"""


def types_that_ran(connection: psycopg.Connection | psycopg.AsyncConnection) -> Any:
    """A cursor on the types of what ran on a connection, to be awaited on an asynchronous one;
    None where the test left the connection unusable."""
    if connection.closed or connection.info.transaction_status != TransactionStatus.IDLE:
        return None
    return connection.cursor(row_factory=tuple_row).execute(_TYPES, prepare=False)


def differences(analysis: Analysis, queries: ModuleType, ran: list[Any]) -> list[str]:
    """Where a statement that ran has other types than those that were inferred."""
    inferred = {
        getattr(queries, constant_name(query.name), ""): _inferred(query, analysis.catalog)
        for query in analysis.queries
    }
    return [
        f"{statement}\n{inferred[statement]} was inferred, and ran as {(parameters, results)}"
        for statement, parameters, results in ran
        if statement in inferred
        and not _agree(inferred[statement], (parameters, results), analysis.catalog)
    ]


def _inferred(query: AnalysedQuery, catalog: Catalog) -> tuple[list[int], list[int]]:
    parameters = sorted(query.parameters, key=lambda parameter: parameter.number)
    return [one.type for one in parameters], [one.type for one in query.columns]


def _agree(
    inferred: tuple[list[int], list[int]], ran: tuple[list[str], list[str]], catalog: Catalog
) -> bool:
    parameters, results = inferred
    # A value of a domain may be sent as one of the type under it: the cast to it is in the query.
    sent = [
        {catalog.format_type(one), catalog.format_type(catalog.base_type(one))}
        for one in parameters
    ]
    return (
        len(sent) == len(ran[0])
        and all(name in names for name, names in zip(ran[0], sent, strict=True))
        and ran[1] == [catalog.format_type(one) for one in results]
    )
