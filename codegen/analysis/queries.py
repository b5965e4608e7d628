"""One table from statement kind to rule, and what all statements share."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.scope import Scope

Rule = Callable[[Any, Scope], nodes.Query]


def subquery(node: exp.Expr, scope: Scope) -> nodes.Query:
    """A query inside another one, which sees the names around it."""
    return analyse_query(node, Scope(scope.state, scope))


def analyse_query(node: exp.Expr, scope: Scope) -> nodes.Query:
    """A statement in a scope of its own: its WITH queries first, then itself."""
    from codegen.analysis.with_queries import with_clause

    rule = rules().get(type(node))
    if rule is None:
        scope.state.fail(
            "unsupported",
            f"this statement ({type(node).__name__}) is not understood yet",
            node,
            "Queries are SELECT, VALUES, INSERT, UPDATE, DELETE and MERGE.",
        )
    ctes = with_clause(node.args.get("with_"), scope)
    query = rule(node, scope)
    query.ctes = [*ctes(), *query.ctes]
    return query


@cache
def rules() -> dict[type[exp.Expr], Rule]:
    """Statement class → rule. Imported late, for rules call :func:`analyse_query` themselves."""
    from codegen.analysis import delete, insert, merge, select, set_operations, update

    return {
        exp.Select: select.select,
        exp.Subquery: select.parenthesised,
        exp.Union: set_operations.set_operation,
        exp.Intersect: set_operations.set_operation,
        exp.Except: set_operations.set_operation,
        exp.Insert: insert.insert,
        exp.Update: update.update,
        exp.Delete: delete.delete,
        exp.Merge: merge.merge,
    }
