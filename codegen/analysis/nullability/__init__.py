"""Nullability: which columns of a result, and which parameters, may be NULL.

A walk over the resolved tree with an environment of facts. ``algebra`` has the facts and what AND,
OR and NOT make of them; ``keys`` names the values that facts are about; ``environment`` is what is
known at a place; ``values`` has a rule per expression; ``narrowing`` says what follows from
conditions; ``groups`` is aggregates and windows, ``joins`` FROM, ``relations`` constraints,
``queries`` SELECT and its kin, ``dml`` RETURNING, ``parameters`` the way in.
What a rule doesn't know may be NULL.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from codegen.analysis import nodes
from codegen.analysis.keys import present_key
from codegen.analysis.nullability.algebra import Elements, Fact, either
from codegen.analysis.nullability.environment import Env, Rows
from codegen.analysis.nullability.parameters import parameter_nullability
from codegen.analysis.nullability.queries import QueryRows, query_rows
from codegen.analysis.nullability.values import fact_of

if TYPE_CHECKING:
    from codegen.postgres.catalog import Catalog

__all__ = ["Elements", "Fact", "column_facts", "embed_nullable", "parameter_nullability", "rows_of"]

NO_PARAMETERS: Mapping[int, bool] = {}


def column_facts(
    query: nodes.Query, catalog: Catalog, parameters: Mapping[int, bool] = NO_PARAMETERS
) -> list[Fact]:
    """The fact of each target of a query, ``parameters`` being those that may be NULL.

    The columns of an embedded relation are given as they are where its row is there;
    :func:`embed_nullable` says whether it is.
    """
    if not query.targets:
        return []
    rows = rows_of(query, catalog, parameters)
    return [_fact(rows, index, target) for index, target in enumerate(query.targets)]


def embed_nullable(
    query: nodes.Query, catalog: Catalog, parameters: Mapping[int, bool] = NO_PARAMETERS
) -> dict[str, bool]:
    """Whether the row of each embedded relation may be missing, by the relation's name."""
    missing: dict[str, bool] = {}
    if not any(target.embed for target in query.targets):
        return missing
    rows = rows_of(query, catalog, parameters)
    for target in query.targets:
        if target.embed is not None and isinstance(target.expr, nodes.Var):
            entry, version = target.expr.entry, target.expr.version
            branches = rows.branches if isinstance(rows, QueryRows) else []
            missing[target.embed] = any(env.extended(entry, version) for env, _ in branches)
    return missing


def rows_of(query: nodes.Query, catalog: Catalog, parameters: Mapping[int, bool]) -> Rows:
    """The rows of a query, whose columns have facts."""
    env = Env(catalog=catalog, query_rows=query_rows, fact_of=fact_of, parameters=parameters)
    return query_rows(query, env)


def _fact(rows: Rows, index: int, target: nodes.Target) -> Fact:
    if target.embed is None or not isinstance(rows, QueryRows):
        return rows.fact(index, frozenset())
    return either(*(_embedded(env, exprs[index]) for env, exprs in rows.branches))


def _embedded(env: Env, expr: nodes.Expr) -> Fact:
    if isinstance(expr, nodes.Var):
        env = env.assume(frozenset({present_key(expr.entry, expr.version)}))
    return fact_of(expr, env)
