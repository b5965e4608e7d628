"""What PostgreSQL says of a query: parameter types, column names and types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import psycopg
from psycopg import pq
from psycopg.errors import error_from_result

from codegen.records import dataclass, replace
from codegen.verify.server import Database

#: From this version on pg_prepared_statements has result_types, which tell a domain from its base.
_RESULT_TYPES_SINCE = 160000
#: Utility statements that PREPARE leaves unexamined, and that can be run and rolled back.
_TRIED = frozenset({"truncate", "lock", "refresh", "create", "alter", "drop", "comment"})


class Statement(Protocol):
    """A query's text with ``$n``; ``tree`` is its analysis, if there is one."""

    @property
    def sql(self) -> str: ...

    @property
    def tree(self) -> object: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """Types as format_type spells them, under the database's search path.

    ``domains`` is false where the server tells only the base type of a domain.
    """

    parameters: tuple[str, ...]
    names: tuple[str, ...]
    types: tuple[str, ...]
    domains: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Prepared:
    """A description as the protocol gives it, by type oids."""

    parameters: tuple[int, ...]
    names: tuple[str, ...]
    types: tuple[int, ...]


Answer = Description | psycopg.Error


def describe(database: Database, queries: Sequence[Statement]) -> list[Answer]:
    """The server's answer for every query: its description, or why it rejects the query."""
    prepared = [_attempt(database, _name(number), query) for number, query in enumerate(queries)]
    domains = database.connection.info.server_version >= _RESULT_TYPES_SINCE
    if domains:
        prepared = _with_exact_types(database, prepared)
    database.connection.execute("DEALLOCATE ALL")
    names = _type_names(database, prepared)
    return [
        answer if isinstance(answer, psycopg.Error) else _described(answer, names, domains)
        for answer in prepared
    ]


def _attempt(database: Database, name: str, query: Statement) -> _Prepared | psycopg.Error:
    try:
        with database.attempt():
            answer = _prepare(database.connection.pgconn, name, query.sql)
            _try(database.connection, query, answer)
            return answer
    except psycopg.Error as cause:
        return cause


def _prepare(pgconn: pq.abc.PGconn, name: str, statement: str) -> _Prepared:
    """Prepares by the protocol, as drivers do: SQL's PREPARE takes fewer kinds of statements."""
    _checked(pgconn.prepare(name.encode(), statement.encode()))
    result = _checked(pgconn.describe_prepared(name.encode()))
    columns = range(result.nfields)
    return _Prepared(
        parameters=tuple(result.param_type(number) for number in range(result.nparams)),
        names=tuple((result.fname(number) or b"").decode() for number in columns),
        types=tuple(result.ftype(number) for number in columns),
    )


def _checked(result: pq.abc.PGresult) -> pq.abc.PGresult:
    if result.status == pq.ExecStatus.FATAL_ERROR:
        raise error_from_result(result, encoding="utf-8")
    return result


def _try(connection: psycopg.Connection, query: Statement, answer: _Prepared) -> None:
    """Runs a statement that PREPARE doesn't look into, with NULLs, and takes it back."""
    if getattr(query.tree, "utility", "").lower().partition(" ")[0] in _TRIED:
        with connection.transaction(force_rollback=True):
            nulls = [None] * len(answer.parameters)
            _checked(connection.pgconn.exec_params(query.sql.encode(), nulls, answer.parameters))


# What DEALLOCATE ALL would drop under psycopg's feet must not be prepared by it.


def _with_exact_types(
    database: Database, prepared: Sequence[_Prepared | psycopg.Error]
) -> list[_Prepared | psycopg.Error]:
    rows = database.connection.execute(
        "SELECT name, result_types::oid[] FROM pg_prepared_statements"
        " WHERE result_types IS NOT NULL",
        prepare=False,
    )
    exact: dict[str, list[int]] = dict(rows.fetchall())
    return [
        replace(answer, types=tuple(exact[_name(number)]))
        if isinstance(answer, _Prepared) and _name(number) in exact
        else answer
        for number, answer in enumerate(prepared)
    ]


def _name(number: int) -> str:
    return f"codegen_{number}"


def _type_names(
    database: Database, prepared: Sequence[_Prepared | psycopg.Error]
) -> dict[int, str]:
    """How the types are called; ``public`` is the schema that stands for it."""
    oids = {
        oid
        for answer in prepared
        if isinstance(answer, _Prepared)
        for oid in (*answer.parameters, *answer.types)
    }
    rows = database.connection.execute(
        "SELECT oid, format_type(oid, NULL) FROM unnest(%s::oid[]) AS t (oid)",
        [sorted(oids)],
        prepare=False,
    )
    names: dict[int, str] = dict(rows.fetchall())
    if database.schema:
        prefix = f"{database.schema}."
        names = {oid: name.replace(prefix, "public.", 1) for oid, name in names.items()}
    return names


def _described(answer: _Prepared, names: dict[int, str], domains: bool) -> Description:
    return Description(
        parameters=tuple(names[oid] for oid in answer.parameters),
        names=answer.names,
        types=tuple(names[oid] for oid in answer.types),
        domains=domains,
    )
