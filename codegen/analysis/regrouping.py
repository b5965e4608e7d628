"""What sqlglot groups otherwise than PostgreSQL's grammar (manual 4.1.6)."""

from __future__ import annotations

from sqlglot import exp

_COMPARISONS = (exp.EQ, exp.NEQ, exp.LT, exp.LTE, exp.GT, exp.GTE)
_QUANTIFIED = (exp.Any, exp.All)


def regroup(node: exp.Expr) -> None:
    """Changes the syntax of a statement: ``a = ANY (b) > c`` compares what ``a = ANY (b)`` is with
    c, and sqlglot reads it as ``a = (ANY (b) > c)``."""
    for part in node.find_all(*_COMPARISONS):
        right = part.expression
        if isinstance(right, _COMPARISONS) and isinstance(right.this, _QUANTIFIED):
            inner = type(part)(this=part.this.copy(), expression=right.this.copy())
            part.replace(type(right)(this=inner, expression=right.expression.copy()))
