"""By what a key of ORDER BY sorts (addTargetToSortList in src/backend/parser/parse_clause.c)."""

from __future__ import annotations

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.scope import Scope
from codegen.postgres import comparing, operators
from codegen.postgres.errors import Unresolved
from codegen.postgres.pathway import is_binary_coercible


def check_sorted(key: nodes.Expr, item: exp.Expr, scope: Scope) -> None:
    """Raises an error where there is no order: the type's own, or that of USING's operator."""
    operator = _using(item, scope)
    if operator is None:
        require_order(key, scope, item)
    else:
        _check_operator(key, *operator, item, scope)


def require_order(key: nodes.Expr, scope: Scope, node: exp.Expr) -> None:
    """Values that are sorted by need an order."""
    if not comparing.has_order(scope.catalog, key.type):
        scope.state.fail(
            "undefined-operator",
            f"could not identify an ordering operator for type {scope.state.type_name(key.type)}",
            node,
            "Use an explicit ordering operator or modify the query.",
        )


def is_descending(item: exp.Expr, scope: Scope) -> bool:
    """Whether the greatest comes first."""
    operator = _using(item, scope)
    if operator is not None:
        return comparing.ORDERINGS.get(operator[1], False)
    return bool(item.args.get("desc"))


def _using(item: exp.Expr, scope: Scope) -> tuple[str | None, str] | None:
    """The schema and the name of the operator that an item of ORDER BY is written with."""
    fill = item.args.get("with_fill")
    return scope.state.shaped.sort_operators[int(fill.args["from_"].name)] if fill else None


def _check_operator(
    key: nodes.Expr, schema: str | None, name: str, item: exp.Expr, scope: Scope
) -> None:
    """The operator has to be one that a family of btree sorts by, for the values as they are
    (compatible_oper in parse_oper.c, get_ordering_op_properties in lsyscache.c)."""
    from codegen.analysis.expressions.operators import no_operator

    try:
        found = operators.resolve_binary(scope.catalog, name, key.type, key.type, schema).operator
    except Unresolved as caught:
        no_operator(scope, item, caught, name, key, key)
    if not all(
        is_binary_coercible(scope.catalog, key.type, taken) for taken in (found.left, found.right)
    ):
        type_ = scope.state.type_name(key.type)
        message = f"operator requires run-time type coercion: {type_} {name} {type_}"
        help_ = f"Cast the value: …::{scope.state.type_name(found.left)}."
        scope.state.fail("undefined-operator", message, item, help_)
    if not comparing.is_ordering(scope.catalog, found):
        message = f"operator {name} is not a valid ordering operator"
        help_ = 'Ordering operators must be "<" or ">" members of btree operator families.'
        scope.state.fail("wrong-object-type", message, item, help_)
