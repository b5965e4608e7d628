"""SELECT (transformSelectStmt in src/backend/parser/analyze.c; its clauses in parse_clause.c)."""

from __future__ import annotations

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.clauses import clause
from codegen.analysis.coerce import coerce, coerce_to_boolean
from codegen.analysis.expressions.table import infer
from codegen.analysis.expressions.windows import define_windows, named_window
from codegen.analysis.from_clause import from_clause
from codegen.analysis.group_by import group_by
from codegen.analysis.grouping import check_grouping
from codegen.analysis.limits import limit, locks
from codegen.analysis.scope import Scope, identifier
from codegen.analysis.sorting import distinct, order_by, sorts
from codegen.analysis.targets import target_list
from codegen.analysis.values import value_rows, values
from codegen.postgres import oids


def select(node: exp.Select, scope: Scope) -> nodes.Query:
    """A SELECT, clause by clause in PostgreSQL's order, in which parameters settle."""
    if value_rows(node) is not None:
        return values(node, scope)
    query = nodes.Query(command="select")
    for definition in node.args.get("windows") or []:
        name = identifier(definition.this)
        if name in scope.windows:
            message = f'window "{name}" is already defined'
            scope.state.fail("duplicate-object", message, definition, "Rename one.")
        scope.windows[name] = definition
    query.from_ = from_clause(node, scope)
    with clause(scope, "SELECT"):
        query.targets = target_list(node.expressions, scope)
    query.where = condition(node.args.get("where"), "WHERE", scope)
    query.having = condition(node.args.get("having"), "HAVING", scope)
    query.order_by = order_by(node.args.get("order"), query, scope)
    query.sorts = sorts(node.args.get("order"), scope)
    group_by(node.args.get("group"), query, scope)
    distinct(node.args.get("distinct"), query, scope)
    limit(node, query, scope)
    for name in scope.windows:
        named_window(name, scope, node)
    define_windows(scope)
    if scope.resolve_unknowns:
        resolve_unknown_targets(query, scope)
    query.has_aggregates = scope.has_aggregates or query.having is not None
    query.has_set_returning = scope.has_set_returning
    query.has_windows = scope.has_windows
    locks(node, query, scope)
    check_grouping(query, scope)
    if node.args.get("into") is not None:
        into_table(node.args["into"], query, scope)
    return query


def into_table(node: exp.Expr, query: nodes.Query, scope: Scope) -> None:
    """SELECT … INTO makes a table and returns nothing."""
    if scope.parent is not None:
        scope.state.fail(
            "syntax-error",
            "SELECT ... INTO is not allowed here",
            node,
            "Leave INTO out: a subquery makes no table.",
        )
    query.targets = []


#: Clauses after a query in parentheses and the words that name them in messages.
_OUTER_CLAUSES = {"with_": "WITH", "order": "ORDER BY", "offset": "OFFSET", "limit": "LIMIT"}


def parenthesised(node: exp.Subquery, scope: Scope) -> nodes.Query:
    """``(query) ORDER BY …``: clauses outside belong to the query inside (insertSelectOptions)."""
    from codegen.analysis.queries import analyse_query

    inner = node.this
    for name, words in _OUTER_CLAUSES.items():
        if not node.args.get(name):
            continue
        if inner.args.get(name):
            place = node.args[name]
            scope.state.fail(
                "syntax-error",
                f"multiple {words} clauses not allowed",
                place,
                "Keep one of the two.",
            )
        if name != "with_":
            inner.set(name, node.args[name])
    if node.args.get("locks"):
        inner.set("locks", [*(inner.args.get("locks") or []), *node.args["locks"]])
    return analyse_query(inner, scope)


def condition(node: exp.Expr | None, name: str, scope: Scope) -> nodes.Expr | None:
    """WHERE, HAVING and the like."""
    if node is None:
        return None
    inner = node.this if isinstance(node, (exp.Where, exp.Having)) else node
    with clause(scope, name):
        return coerce_to_boolean(scope.state, infer(inner, scope), name, inner)


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
