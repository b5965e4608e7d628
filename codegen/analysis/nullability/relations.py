"""The rows of tables and views, by their constraints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from codegen.analysis import nodes
from codegen.analysis.keys import Known
from codegen.analysis.nullability.algebra import NOT_NULL, NOTHING, NULLABLE, Fact, one_of
from codegen.analysis.nullability.environment import Env, Rows
from codegen.analysis.nullability.narrowing import alternatives, outcomes
from codegen.analysis.tree import walk
from codegen.postgres.catalog import Column, Relation


@dataclass(frozen=True, slots=True)
class FixedRows:
    """Rows whose columns have these facts whatever else is known; nullable beyond the last."""

    facts: Sequence[Fact]

    def fact(self, index: int, assumed: frozenset[int]) -> Fact:
        return self.facts[index] if index < len(self.facts) else NULLABLE

    def known(self) -> Known:
        return NOTHING


def relation_rows(relation: Relation, env: Env) -> Rows:
    """The rows of a table as its constraints have them, or of a view as its query yields them."""
    query = relation.query
    if isinstance(query, nodes.Query) and relation.kind in ("v", "m"):
        return env.query_rows(query, outermost(env))
    return FixedRows(stored_facts(relation, env))


def outermost(env: Env) -> Env:
    """The environment of a query that nothing is around."""
    return Env(
        catalog=env.catalog,
        query_rows=env.query_rows,
        fact_of=env.fact_of,
        locked=env.locked,
    )


def stored_facts(relation: Relation, env: Env) -> list[Fact]:
    """What a relation's constraints say of a row that is stored in it, column by column.

    Of an updatable view that is written to, it is what the underlying table's say.
    """
    if isinstance(relation.query, nodes.Query):
        return [_written_through(target.expr, env) for target in relation.query.targets]
    checked = _checked(relation, env)
    return [
        NOT_NULL if index in checked or column_not_null(column, env) else NULLABLE
        for index, column in enumerate(relation.columns)
    ]


def _written_through(expr: nodes.Expr, env: Env) -> Fact:
    if not isinstance(expr, nodes.Var) or expr.index < 0 or expr.entry.relation is None:
        return NULLABLE
    facts = stored_facts(expr.entry.relation, env)
    return facts[expr.index] if expr.index < len(facts) else NULLABLE


def column_not_null(column: Column, env: Env) -> bool:
    """Whether a column can't store NULL: by NOT NULL, or by that of its domain."""
    oid = column.type
    while (found := env.catalog.type(oid)).kind == "d":
        if found.not_null:
            return True
        oid = found.base
    return column.not_null


def _checked(relation: Relation, env: Env) -> frozenset[int]:
    """The columns that the CHECKs keep from being NULL: a CHECK passes where it is true or NULL."""
    indexes: set[int] = set()
    for check in relation.checks:
        if isinstance(check, nodes.Expr):
            indexes |= _passing(check, relation, env)
    return frozenset(indexes)


def checked_cases(
    entry: nodes.RangeEntry, relation: Relation, env: Env
) -> tuple[tuple[Known, ...], ...]:
    """The cases of which one holds for each row, by CHECKs such as ``a IS NOT NULL OR b IS NOT
    NULL``, said of an entry's columns."""
    found: list[tuple[Known, ...]] = []
    for check in relation.checks:
        if not isinstance(check, nodes.Expr):
            continue
        owners = {id(part.entry) for part in walk(check) if isinstance(part, nodes.Var)}
        if len(owners) == 1 and outcomes(check, env).null is None:
            own = owners.pop()
            found += [
                tuple(frozenset(_moved(key, own, id(entry)) for key in case) for case in cases)
                for cases in alternatives(check, env)
            ]
    return tuple(found)


def _moved(key: Any, old: int, new: int) -> Any:
    if not isinstance(key, tuple):
        return key
    if len(key) >= 3 and key[0] in ("var", "present") and key[1] == old:
        return (key[0], new, *key[2:])
    return tuple(_moved(part, old, new) for part in key)


def _passing(check: nodes.Expr, relation: Relation, env: Env) -> set[int]:
    entries = {part.entry for part in walk(check) if isinstance(part, nodes.Var)}
    here = outermost(env)
    plain = replace(relation, checks=())
    for entry in entries:
        here = here.with_rows(entry, FixedRows(stored_facts(plain, env)))
    outcome = outcomes(check, here)
    known = one_of((outcome.true, outcome.null)) or NOTHING
    return {key[3] for key in known if key[0] == "var" and isinstance(key[3], int)}
