"""WITH (src/backend/parser/parse_cte.c)."""

from __future__ import annotations

from collections.abc import Callable

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.recursion import check_recursion, refers_to_itself
from codegen.analysis.scope import Scope, identifier
from codegen.analysis.search_and_cycle import add_search_and_cycle
from codegen.postgres import oids

_CHANGES = (exp.Insert, exp.Update, exp.Delete, exp.Merge)


def with_clause(node: exp.With | None, scope: Scope) -> Callable[[], list[nodes.Cte]]:
    """Analyses the WITH queries in order. With RECURSIVE, one may refer to a later one, which is
    then analysed out of order; so the list in order is given by the function that is returned."""
    if node is None:
        return list
    recursive = bool(node.args.get("recursive"))
    if recursive and isinstance(node.parent, exp.Merge):
        message = "WITH RECURSIVE is not supported for MERGE statement"
        scope.state.fail(
            "unsupported",
            message,
            node,
            "Put the recursion into a view, or into USING as a subquery.",
        )
    own: list[str] = []
    for cte in node.expressions:
        name = identifier(cte.args["alias"].this)
        _check_cte(cte, name, own, scope)
        own.append(name)
        if recursive:
            scope.pending[name] = cte
    for name, cte in zip(own, node.expressions, strict=True):
        if not recursive:
            scope.ctes[name] = _plain(cte, name, scope)
        elif name in scope.pending:
            analyse_pending(scope, name)
    return lambda: [scope.ctes[name] for name in own]


def _check_cte(cte: exp.Expr, name: str, own: list[str], scope: Scope) -> None:
    alias = cte.args["alias"].this
    if name in own:
        message = f'WITH query name "{name}" specified more than once'
        scope.state.fail("duplicate-alias", message, alias, "Rename one.")
    if isinstance(cte.this, _CHANGES) and scope.parent is not None:
        message = "WITH clause containing a data-modifying statement must be at the top level"
        scope.state.fail("unsupported", message, alias, "Move it to the statement's own WITH.")


def analyse_pending(scope: Scope, name: str) -> nodes.Cte:
    """Analyses a query of WITH RECURSIVE that is referred to."""
    node = scope.pending[name]
    if name in scope.analysing:
        scope.state.fail(
            "unsupported",
            "mutual recursion between WITH items is not implemented",
            node.args["alias"].this,
            "Make one query of them.",
        )
    scope.analysing.add(name)
    if refers_to_itself(node, name):
        check_recursion(node, name, scope)
        cte = _recursive(node, name, scope)
    else:
        cte = _plain(node, name, scope)
    scope.analysing.discard(name)
    scope.pending.pop(name, None)
    scope.ctes[name] = cte
    return cte


def _plain(node: exp.Expr, name: str, scope: Scope) -> nodes.Cte:
    from codegen.analysis.queries import subquery

    query = subquery(node.this, scope)
    cte = nodes.Cte(name=name, columns=_columns(query.targets, node, name, scope), query=query)
    cte.materialized = node.args.get("materialized")
    cte.alias = tuple(identifier(column) for column in node.args["alias"].columns)
    add_search_and_cycle(cte, node, scope)
    return cte


def _columns(
    targets: list[nodes.Target], node: exp.Expr, name: str, scope: Scope
) -> list[nodes.RangeColumn]:
    """The columns that a WITH query offers: what has no type is text, names may be given."""
    renamed = [identifier(column) for column in node.args["alias"].columns]
    if len(renamed) > len(targets):
        message = (
            f'WITH query "{name}" has {len(targets)} columns available '
            f"but {len(renamed)} columns specified"
        )
        scope.state.fail("column-count", message, node.args["alias"].this, "Give fewer names.")
    names = renamed + [target.name for target in targets[len(renamed) :]]
    types = [oids.TEXT if t.expr.type == oids.UNKNOWN else t.expr.type for t in targets]
    return [nodes.RangeColumn(name=n, type=t) for n, t in zip(names, types, strict=True)]


def _recursive(node: exp.Expr, name: str, scope: Scope) -> nodes.Cte:
    """The columns come from the non-recursive term; then the recursive one is analysed."""
    from codegen.analysis.set_operations import recursive_union

    cte = nodes.Cte(name=name, columns=[], query=nodes.Query(command="set"), recursive=True)

    def settle(targets: list[nodes.Target]) -> None:
        cte.columns = _columns(targets, node, name, scope)
        scope.ctes[name] = cte
        scope.pending.pop(name, None)
        add_search_and_cycle(cte, node, scope)

    body: exp.Expr = node.this
    while isinstance(body, exp.Subquery):
        body = body.this
    cte.query = recursive_union(body, Scope(scope.state, scope), settle)
    _check_types(cte, scope)
    return cte


def _check_types(cte: nodes.Cte, scope: Scope) -> None:
    """The recursive term must not widen a column of the other."""
    for number, (column, target) in enumerate(zip(cte.columns, cte.query.targets, strict=False), 1):
        if column.type != target.expr.type:
            name = scope.state.type_name
            scope.state.fail(
                "datatype-mismatch",
                f'recursive query "{cte.name}" column {number} has type {name(column.type)} '
                f"in non-recursive term but type {name(target.expr.type)} overall",
                target.span or target.expr,
                "Cast the output of the non-recursive term to the correct type.",
            )
