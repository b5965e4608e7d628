"""Assignments to columns in INSERT and UPDATE (transformAssignedExpr in parse_target.c)."""

from __future__ import annotations

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.coerce import try_coerce
from codegen.analysis.expressions.columns import suggestion
from codegen.analysis.expressions.table import infer
from codegen.analysis.scope import Scope, identifier
from codegen.postgres.catalog import Column, Relation


def is_default(node: exp.Expr) -> bool:
    """Whether a value is the keyword DEFAULT."""
    if isinstance(node, exp.Column) and not node.args.get("table"):
        return identifier(node.this) == "default" and not node.this.args.get("quoted")
    return isinstance(node, exp.Var) and node.name.lower() == "default"


def target_column(scope: Scope, relation: Relation, name: str, node: exp.Expr) -> Column:
    """The column of the target table; an unknown one is an error with the nearest as help."""
    column = relation.column(name)
    if column is None:
        scope.state.fail(
            "undefined-column",
            f'column "{name}" of relation "{relation.name}" does not exist',
            node,
            suggestion(name, [known.name for known in relation.columns])
            or f"It has {', '.join(known.name for known in relation.columns)}.",
        )
    return column


def assign(
    scope: Scope,
    column: Column,
    value: nodes.Expr,
    where: exp.Expr | None,
    type_: int | None = None,
) -> nodes.Expr:
    """The value as the column's type, by assignment conversion."""
    target = column.type if type_ is None else type_
    if isinstance(value, nodes.Param):
        scope.state.hints.setdefault(value.number, column.name)
    converted = try_coerce(scope.state, value, target, "a", where)
    if converted is None:
        scope.state.fail(
            "datatype-mismatch",
            f'column "{column.name}" is of type {scope.state.type_name(target)} '
            f"but expression is of type {scope.state.type_name(value.type)}",
            where if where is not None else value,
            "You will need to rewrite or cast the expression.",
        )
    return converted


def assign_node(
    scope: Scope, column: Column, node: exp.Expr, type_: int | None = None
) -> nodes.Expr:
    """As :func:`assign`, of an expression that is still to be inferred; DEFAULT is one too."""
    if is_default(node):
        return nodes.Default(type=column.type)
    return assign(scope, column, infer(node, scope), node, type_)
