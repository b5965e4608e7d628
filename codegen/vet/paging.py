"""Rules about pages: what LIMIT takes, and what the next page begins with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from codegen.analysis import nodes
from codegen.analysis.at_most_one import Scope, at_most_one, rows_differ
from codegen.analysis.keys import is_stable, key_of
from codegen.analysis.tree import conjuncts, entries_of, unconverted
from codegen.postgres.catalog import Key
from codegen.vet.subject import Found, Subject

#: The comparison by which the next page begins, by whether the order is descending.
_BEYOND = {False: ">", True: "<"}
_TURNED = {"<": ">", ">": "<"}


def unordered_limit(subject: Subject) -> Iterator[Found]:
    """LIMIT of rows in no order: which ones come is left to chance."""
    query = subject.tree
    chosen = query.limit is not None or query.offset is not None
    if query.command != "select" or not chosen or query.order_by or query.locking:
        return
    if subject.query.cardinality == "many" and query.from_:
        limit = query.limit or query.offset
        yield Found(
            "LIMIT without ORDER BY: which rows come is left to chance",
            "Add an ORDER BY.",
            limit.span if limit else None,
        )


def unstable_pages(subject: Subject) -> Iterator[Found]:
    """Pages in an order that leaves some rows equal: they may come twice, or never."""
    query = subject.tree
    if query.command != "select" or not query.order_by or not all(map(is_stable, query.order_by)):
        return
    if query.offset is not None:
        wrong = "rows that are equal in ORDER BY may come on two pages, or on none"
    elif query.limit is not None and _begins_beyond(query):
        wrong = "rows that equal a page's last one in ORDER BY are left out of the next page"
    else:
        return
    if any(map(_counts_up, query.order_by)) or at_most_one(query, parents=subject.parents):
        return
    missing = None
    if not rows_differ(query, query.order_by, subject.parents):
        missing = _missing(query, subject)
    if missing:
        yield Found(wrong, f"Add {missing} to the ORDER BY.", query.sorts[-1].span)


def _counts_up(expr: nodes.Expr) -> bool:
    """Whether a column's values come from a sequence, and so are as good as unique."""
    inner = unconverted(expr)
    relation = inner.entry.relation if isinstance(inner, nodes.Var) else None
    if not isinstance(inner, nodes.Var) or relation is None or inner.index < 0:
        return False
    column = relation.columns[inner.index]
    return bool(column.identity) or str(column.default).startswith("nextval")


def _begins_beyond(query: nodes.Query) -> bool:
    """Whether a page begins where the last one ended: behind a parameter, in the order of the rows
    and bounded on this side alone."""
    first, beyond = key_of(query.order_by[0]), _BEYOND[query.sorts[0].descending]
    bounds = {operator for expr in conjuncts(query.where) for operator in _bounds(expr, first)}
    return bounds == {beyond}


def _bounds(expr: nodes.Expr, sorted_by: object) -> Iterator[str]:
    """How a condition compares what rows are sorted by with a parameter."""
    if isinstance(expr, nodes.BoolExpr) and expr.op == "or":
        for arg in expr.args:
            yield from _bounds(arg, sorted_by)
    elif isinstance(expr, nodes.OperatorCall) and len(expr.args) == 2:
        (one, other), operator = expr.args, expr.operator.name
        if key_of(one) == sorted_by and isinstance(unconverted(other), nodes.Param):
            yield operator
        if key_of(other) == sorted_by and isinstance(unconverted(one), nodes.Param):
            yield _TURNED.get(operator, operator)


def _missing(query: nodes.Query, subject: Subject) -> str:
    """What would tell the rows apart; nothing where that isn't known."""
    if query.group_by:
        rest = [expr for expr in query.group_by if not _is_among(expr, query.order_by)]
        names = [f"{e.entry.name}.{e.name}" for e in rest if isinstance(e, nodes.Var)]
        return ", ".join(names) if len(names) == len(rest) < 4 else "the rest of GROUP BY"
    if query.distinct or query.distinct_on:
        return "the other columns"
    scope = Scope(query, query.order_by, subject.parents)
    entries = [entry for entry in entries_of(query.from_) if not scope.is_single(entry)]
    for entry in entries:
        key = _key(entry)
        if key is None:
            return ""
        missing = [name for name in key.columns if name not in _fixed(scope, entry)]
        prefix = f"{entry.name}." if len(list(entries_of(query.from_))) > 1 else ""
        return ", ".join(prefix + name for name in missing)
    return ""


def _is_among(expr: nodes.Expr, exprs: Sequence[nodes.Expr]) -> bool:
    return key_of(expr) in {key_of(one) for one in exprs}


def _key(entry: nodes.RangeEntry) -> Key | None:
    if entry.relation is None or entry.kind != "table":
        return None
    keys = [key for key in entry.relation.keys if key.predicate is None and not key.expressions]
    return next((key for key in keys if key.primary), keys[0] if keys else None)


def _fixed(scope: Scope, entry: nodes.RangeEntry) -> set[str]:
    return {entry.columns[index].name for index in scope.fixed_columns(entry) if index >= 0}
