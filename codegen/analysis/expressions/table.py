"""The index of the expression language: which rule gives a syntax node its meaning.

Read this first. A rule takes the node and the scope and gives an analysed expression; it speaks in
``infer`` (a part), ``coerce``, ``common`` (the common type), ``operate`` and ``call_values``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.scope import Scope

Rule = Callable[[Any, Scope], nodes.Expr]


def infer(node: exp.Expr, scope: Scope) -> nodes.Expr:
    """The meaning of an expression; a construct without a rule is a diagnostic."""
    rule = rules().get(type(node))
    if rule is None:
        scope.state.fail(
            "unsupported",
            f"this expression ({type(node).__name__}) is not understood yet",
            node,
            "Write it in another way, for instance as a function call or a cast.",
        )
    return rule(node, scope)


@cache
def rules() -> dict[type[exp.Expr], Rule]:
    """Expression class → rule. Imported late, for the rules call :func:`infer` themselves."""
    from codegen.analysis.expressions import (
        calls,
        columns,
        conditionals,
        operators,
        predicates,
        subqueries,
        values,
    )

    table: dict[type[exp.Expr], Rule] = {
        # names
        exp.Column: columns.column,
        exp.Dot: values.dot,
        # values
        exp.Literal: values.literal,
        exp.BitString: values.bits,
        exp.Boolean: values.boolean,
        exp.Null: values.null,
        exp.Parameter: values.parameter,
        exp.Paren: values.paren,
        exp.Tuple: values.tuple_,
        exp.Array: values.array,
        exp.Bracket: values.subscript,
        exp.Cast: values.cast,
        exp.Collate: values.collate,
        # calls
        exp.Anonymous: calls.call,
        exp.Window: calls.call,
        exp.Filter: calls.call,
        exp.WithinGroup: calls.call,
        # conditionals
        exp.Case: conditionals.case,
        # operators
        exp.And: predicates.connector,
        exp.Or: predicates.connector,
        exp.Not: predicates.not_,
        exp.Neg: operators.prefix,
        exp.BitwiseNot: operators.prefix,
        exp.In: predicates.in_,
        exp.Between: predicates.between,
        exp.Like: predicates.like,
        exp.ILike: predicates.like,
        exp.SimilarTo: predicates.like,
        exp.Is: predicates.is_,
        exp.NullSafeEQ: predicates.distinct_from,
        exp.NullSafeNEQ: predicates.distinct_from,
        exp.AtTimeZone: predicates.at_time_zone,
        exp.Overlaps: predicates.overlaps,
        # subqueries
        exp.Subquery: subqueries.scalar,
        exp.Select: subqueries.scalar,
        exp.Exists: subqueries.exists,
    }
    for binary in (
        *operators.PLAIN,
        exp.Operator,
        exp.DPipe,
        exp.JSONBExtract,
        exp.JSONBExtractScalar,
        exp.JSONBContainsTopKey,
        exp.BitwiseAnd,
        exp.BitwiseOr,
        exp.BitwiseXor,
        exp.BitwiseLeftShift,
        exp.BitwiseRightShift,
    ):
        table[binary] = operators.binary
    return table
