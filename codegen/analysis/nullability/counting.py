"""What comparisons of counts say about a group: that it has rows, or values."""

from __future__ import annotations

from codegen.analysis import nodes
from codegen.analysis.at_least_one import constant
from codegen.analysis.keys import Known, is_builtin, is_stable, key_of, nonempty_key
from codegen.analysis.nullability.algebra import NOTHING


def counted(expr: nodes.OperatorCall, operator: str, level: int) -> Known:
    """What ``count(…) > 0`` and its like say about the group."""
    match expr.args:
        case [nodes.Aggregate() as count, other]:
            least = _least(operator, other)
        case [other, nodes.Aggregate() as count]:
            least = _least(_MIRRORED.get(operator, ""), other)
        case _:
            return NOTHING
    if count.levels_up or count.function.name != "count" or not is_builtin(count.function):
        return NOTHING
    if least < 1:
        return NOTHING
    known: Known = frozenset({nonempty_key(level)})
    if count.args and count.filter is None:
        known |= {("some", key_of(count.args[0]))} if is_stable(count.args[0]) else NOTHING
    return known


NEGATED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "<>", "<>": "="}
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "<>": "<>"}


def _least(operator: str, bound: nodes.Expr) -> int:
    """The least count that satisfies a comparison with a constant, 0 where unknown."""
    value = constant(bound)
    if value is None:
        return 0
    least = {">": value + 1, ">=": value, "=": value, "<>": 1 if value == 0 else 0}
    return least.get(operator, 0)
