"""SELECT (transformSelectStmt in src/backend/parser/analyze.c; its clauses in parse_clause.c)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.coerce import coerce, coerce_to, coerce_to_boolean
from codegen.analysis.expressions.table import infer
from codegen.analysis.from_clause import from_clause
from codegen.analysis.grouping import check_grouping
from codegen.analysis.scope import Scope, identifier
from codegen.analysis.targets import output_target, target_list
from codegen.postgres import oids


def select(node: exp.Select, scope: Scope) -> nodes.Query:
    """A SELECT, clause by clause in PostgreSQL's order, in which parameters settle."""
    query = nodes.Query(command="select")
    for definition in node.args.get("windows") or []:
        scope.windows[identifier(definition.this)] = definition
    query.from_ = from_clause(node, scope)
    query.targets = target_list(node.expressions, scope)
    query.where = condition(node.args.get("where"), "WHERE", scope)
    query.having = condition(node.args.get("having"), "HAVING", scope)
    query.order_by = order_by(node.args.get("order"), query, scope)
    _group_by(node.args.get("group"), query, scope)
    _distinct(node.args.get("distinct"), query, scope)
    limit(node, query, scope)
    for name in scope.windows:
        from codegen.analysis.expressions.calls import named_window

        named_window(name, scope, node)
    query.locking = bool(node.args.get("locks"))
    query.has_aggregates = scope.has_aggregates or query.having is not None
    query.has_set_returning = scope.has_set_returning
    if scope.resolve_unknowns:
        resolve_unknown_targets(query, scope)
    check_grouping(query, scope)
    return query


def parenthesised(node: exp.Subquery, scope: Scope) -> nodes.Query:
    """``(query) ORDER BY …``: the clauses outside apply to the whole."""
    from codegen.analysis.queries import analyse_query

    inner = node.this
    if not any(node.args.get(name) for name in ("order", "limit", "offset")):
        child = Scope(scope.state, scope)
        child.resolve_unknowns = scope.resolve_unknowns
        return analyse_query(inner, child)
    child = Scope(scope.state, scope)
    query = analyse_query(inner, child)
    query.order_by = query.order_by or set_order_by(node.args.get("order"), query, scope)
    limit(node, query, scope)
    return query


def table(node: exp.Table, scope: Scope) -> nodes.Query:
    """``TABLE t`` is ``SELECT * FROM t``."""
    return select(exp.Select(expressions=[exp.Star()], from_=exp.From(this=node)), scope)


def condition(node: exp.Expr | None, clause: str, scope: Scope) -> nodes.Expr | None:
    """WHERE, HAVING and the like."""
    if node is None:
        return None
    outer, scope.clause = scope.clause, clause
    inner = node.this if isinstance(node, (exp.Where, exp.Having)) else node
    found = coerce_to_boolean(scope.state, infer(inner, scope), clause, inner)
    scope.clause = outer
    return found


def resolve_unknown_targets(query: nodes.Query, scope: Scope) -> None:
    """Result columns of unknown type become text (resolveTargetListUnknowns)."""
    for index, target in enumerate(query.targets):
        if target.expr.type == oids.UNKNOWN:
            query.targets[index] = nodes.Target(
                name=target.name,
                expr=coerce(scope.state, target.expr, oids.TEXT),
                embed=target.embed,
                span=target.span,
            )


# ORDER BY, GROUP BY, DISTINCT ---------------------------------------------------------------------


def order_by(node: exp.Order | None, query: nodes.Query, scope: Scope) -> list[nodes.Expr]:
    """ORDER BY: names of result columns, positions, expressions."""
    if node is None:
        return []
    return [_sort_key(item.this, query, scope, "ORDER BY") for item in node.expressions]


def _sort_key(node: exp.Expr, query: nodes.Query, scope: Scope, clause: str) -> nodes.Expr:
    """findTargetlistEntrySQL92: a bare name is a result column's first; a number is a position."""
    found = output_target(node, query, scope, clause)
    value = found.expr if found is not None else infer(node, scope)
    if value.type == oids.UNKNOWN:
        value = coerce(scope.state, value, oids.TEXT, node)
        if found is not None:
            _replace(query, found, value)
    return value


def _replace(query: nodes.Query, target: nodes.Target, value: nodes.Expr) -> None:
    index = query.targets.index(target)
    query.targets[index] = nodes.Target(
        name=target.name, expr=value, embed=target.embed, span=target.span
    )


def set_order_by(node: exp.Order | None, query: nodes.Query, scope: Scope) -> list[nodes.Expr]:
    """ORDER BY of a set operation: only names and positions of its result."""
    if node is None:
        return []
    keys: list[nodes.Expr] = []
    for item in node.expressions:
        found = output_target(item.this, query, scope, "ORDER BY")
        if found is None:
            if isinstance(item.this, exp.Column):
                from codegen.analysis.expressions.columns import undefined_column

                undefined_column(scope, item.this, identifier(item.this.this))
            scope.state.fail(
                "invalid-column-reference",
                "invalid UNION/INTERSECT/EXCEPT ORDER BY clause",
                item.this,
                "Only result column names can be used, not expressions or functions.",
            )
        keys.append(found.expr)
    return keys


def _group_by(node: exp.Group | None, query: nodes.Query, scope: Scope) -> None:
    if node is None:
        return
    plain: list[int] = []
    sets: list[list[tuple[int, ...]]] = []
    for item in [*node.expressions, *_extra_sets(node)]:
        if isinstance(item, (exp.GroupingSets, exp.Rollup, exp.Cube)):
            sets.append(_grouping_set(item, query, scope))
        elif isinstance(item, exp.Tuple):
            if not item.expressions:
                sets.append([()])
            plain += [_group_key(part, query, scope) for part in item.expressions]
        else:
            plain.append(_group_key(item, query, scope))
    if sets:
        combined: list[tuple[int, ...]] = [tuple(plain)]
        for group in sets:
            combined = [(*one, *other) for one in combined for other in group]
        query.grouping_sets = combined


def _extra_sets(node: exp.Group) -> list[exp.Expr]:
    return [
        item
        for name in ("grouping_sets", "rollup", "cube")
        for item in node.args.get(name) or []
        if isinstance(item, exp.Expr)
    ]


def _group_key(node: exp.Expr, query: nodes.Query, scope: Scope) -> int:
    """A grouping expression; a name is a column of FROM first, then of the result."""
    found = output_target(node, query, scope, "GROUP BY")
    value = found.expr if found is not None else infer(node, scope)
    if value.type == oids.UNKNOWN:
        value = coerce(scope.state, value, oids.TEXT, node)
    query.group_by.append(value)
    return len(query.group_by) - 1


def _grouping_set(node: exp.Expr, query: nodes.Query, scope: Scope) -> list[tuple[int, ...]]:
    """The sets that ROLLUP, CUBE or GROUPING SETS stands for (manual 7.2.4)."""
    parts: list[tuple[int, ...]] = []
    for item in node.expressions:
        if isinstance(item, (exp.GroupingSets, exp.Rollup, exp.Cube)):
            parts += _grouping_set(item, query, scope)
            continue
        inner = item.this if isinstance(item, exp.Paren) else item
        members = inner.expressions if isinstance(inner, exp.Tuple) else [inner]
        parts.append(tuple(_group_key(member, query, scope) for member in members))
    if isinstance(node, exp.GroupingSets):
        return parts
    if isinstance(node, exp.Rollup):
        return [
            tuple(key for part in parts[:size] for key in part)
            for size in range(len(parts), -1, -1)
        ]
    return [
        tuple(key for index, part in enumerate(parts) if mask >> index & 1 for key in part)
        for mask in range(2 ** min(len(parts), 12))
    ]


def _distinct(node: exp.Distinct | None, query: nodes.Query, scope: Scope) -> None:
    if node is None:
        return
    on = node.args.get("on")
    if on is None:
        query.distinct = True
        return
    keys = (
        on.expressions
        if isinstance(on, exp.Tuple)
        else [on.this if isinstance(on, exp.Paren) else on]
    )
    query.distinct_on = [_sort_key(key, query, scope, "DISTINCT ON") for key in keys]


# LIMIT --------------------------------------------------------------------------------------------


def limit(node: exp.Expr, query: nodes.Query, scope: Scope) -> None:
    """OFFSET first, then LIMIT or FETCH, both bigint (transformLimitClause)."""
    offset = node.args.get("offset")
    if offset is not None:
        query.offset = _count(offset.expression, "OFFSET", scope)
    clause = node.args.get("limit")
    if isinstance(clause, exp.Fetch):
        count = clause.args.get("count")
        query.limit = (
            _count(count, "LIMIT", scope)
            if count is not None
            else nodes.Const(type=oids.INT8, value="1")
        )
        options = clause.args.get("limit_options")
        query.with_ties = bool(options is not None and options.args.get("with_ties"))
    elif clause is not None and not _is_all(clause.expression):
        query.limit = _count(clause.expression, "LIMIT", scope)


def _is_all(node: exp.Expr | None) -> bool:
    return node is None or (isinstance(node, (exp.Var, exp.Column)) and node.name.lower() == "all")


def _count(node: exp.Expr, clause: str, scope: Scope) -> nodes.Expr:
    outer, scope.clause = scope.clause, clause
    value = infer(node, scope)
    if isinstance(value, nodes.Param):
        scope.state.hints.setdefault(value.number, clause.lower())
    found = coerce_to(scope.state, value, oids.INT8, clause, node)
    scope.clause = outer
    return found


def ordered(items: Sequence[exp.Expr], scope: Scope) -> list[nodes.Expr]:
    """Sort keys that are expressions only, as in aggregates."""
    return [infer(item.this, scope) for item in items]
