"""Rules about what is named: WITH queries that nobody asks, columns that are to go."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.analysis import nodes
from codegen.analysis.tree import conjuncts, unconverted
from codegen.vet.subject import Found, Subject

_CHANGING = frozenset(["insert", "update", "delete", "merge"])
_COMPARISONS = frozenset(["=", "<", ">", "<=", ">="])


def unused_with(subject: Subject) -> Iterator[Found]:
    """A WITH query that nothing refers to and that changes nothing."""
    for query in subject.queries:
        for cte in query.ctes:
            if not cte.referenced and cte.query.command not in _CHANGING:
                yield Found(
                    f"nothing refers to the WITH query {cte.name}",
                    "Remove it, or refer to it.",
                    cte.span,
                )


def deprecated(subject: Subject) -> Iterator[Found]:
    """A column, or a table, whose comment in the schema begins with "deprecated"."""
    told: set[tuple[str, str]] = set()
    for expr in subject.expressions:
        if not isinstance(expr, nodes.Var) or expr.entry.relation is None:
            continue
        relation = expr.entry.relation
        column = relation.columns[expr.index] if 0 <= expr.index < len(relation.columns) else None
        for name, comment in (
            (f"{relation.name}.{expr.name}", column.comment if column else None),
            (relation.name, relation.comment),
        ):
            if comment and comment.lower().startswith("deprecated") and (name, "") not in told:
                told.add((name, ""))
                yield Found(f"{name} is deprecated: {_rest(comment)}", "Use another.", expr.span)


def _rest(comment: str) -> str:
    rest = comment[len("deprecated") :].lstrip(" :,.—–-").strip()
    return rest or "its comment in the schema says no more"


def hidden_from_the_index(subject: Subject) -> Iterator[Found]:
    """A condition on a function or a cast of a column that has a unique index."""
    for query in subject.queries:
        for expr in conjuncts(query.where):
            if not isinstance(expr, nodes.OperatorCall) or len(expr.args) != 2:
                continue
            if expr.operator.name not in _COMPARISONS:
                continue
            for side, other in (expr.args, reversed(expr.args)):
                column = _wrapped_key(side)
                if column is not None and isinstance(unconverted(other), nodes.Param | nodes.Const):
                    yield Found(
                        f"the index on {column} can't be used: the column is changed before it"
                        " is compared",
                        "Change the other side instead, or add an index on the expression.",
                        expr.span,
                    )


def _wrapped_key(expr: nodes.Expr) -> str | None:
    """The key column that an expression hides under a function or a conversion of its value."""
    inner = expr
    hidden = False
    while isinstance(inner, nodes.Coerce | nodes.Call):
        if isinstance(inner, nodes.Call):
            if len(inner.args) != 1:
                return None
            hidden, inner = True, inner.args[0]
        else:
            hidden, inner = hidden or inner.method in ("function", "io"), inner.arg
    if not hidden or not isinstance(inner, nodes.Var) or inner.entry.relation is None:
        return None
    relation = inner.entry.relation
    leads = any(key.columns[:1] == (inner.name,) for key in relation.keys if not key.expressions)
    return f"{relation.name}.{inner.name}" if leads and not relation.expression_keys else None
