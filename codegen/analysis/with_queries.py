"""WITH (src/backend/parser/parse_cte.c)."""

from __future__ import annotations

from collections.abc import Callable

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.scope import Scope, identifier
from codegen.postgres import oids


def with_clause(node: exp.With | None, scope: Scope) -> Callable[[], list[nodes.Cte]]:
    """Analyses the WITH queries in order; gives a function for the list, for RECURSIVE ones may be
    analysed out of order."""
    if node is None:
        return list
    recursive = bool(node.args.get("recursive"))
    own: list[str] = []
    for cte in node.expressions:
        name = identifier(cte.args["alias"].this)
        if name in own:
            scope.state.fail(
                "duplicate-alias",
                f'WITH query name "{name}" specified more than once',
                cte.args["alias"],
                "Rename one.",
            )
        own.append(name)
        if recursive:
            scope.pending[name] = cte
    for name, cte in zip(own, node.expressions, strict=True):
        if recursive:
            if name in scope.pending:
                analyse_pending(scope, name)
        else:
            scope.ctes[name] = _plain(cte, name, scope)
    return lambda: [scope.ctes[name] for name in own]


def analyse_pending(scope: Scope, name: str) -> nodes.Cte:
    """Analyses a query of WITH RECURSIVE that is referred to."""
    node = scope.pending.pop(name)
    cte = (
        _recursive(node, name, scope)
        if _refers_to_itself(node, name)
        else _plain(node, name, scope)
    )
    scope.ctes[name] = cte
    return cte


def _refers_to_itself(node: exp.Expr, name: str) -> bool:
    return isinstance(_body(node.this), exp.SetOperation) and any(
        identifier(table.this) == name and not table.args.get("db")
        for table in node.this.find_all(exp.Table)
        if isinstance(table.this, exp.Identifier)
    )


def _body(node: exp.Expr) -> exp.Expr:
    while isinstance(node, exp.Subquery):
        node = node.this
    return node


def _plain(node: exp.Expr, name: str, scope: Scope) -> nodes.Cte:
    from codegen.analysis.queries import subquery

    query = subquery(node.this, scope)
    columns = [
        nodes.RangeColumn(name=target.name, type=target.expr.type) for target in query.targets
    ]
    _rename(columns, node, name, scope)
    cte = nodes.Cte(name=name, columns=columns, query=query)
    _add_search_and_cycle(cte, node, scope)
    return cte


def _rename(columns: list[nodes.RangeColumn], node: exp.Expr, name: str, scope: Scope) -> None:
    renamed = [identifier(column) for column in node.args["alias"].columns]
    if len(renamed) > len(columns):
        scope.state.fail(
            "column-count",
            f'WITH query "{name}" has {len(columns)} columns available but {len(renamed)} columns specified',
            node.args["alias"],
        )
    for index, new in enumerate(renamed):
        columns[index] = nodes.RangeColumn(name=new, type=columns[index].type)


def _recursive(node: exp.Expr, name: str, scope: Scope) -> nodes.Cte:
    """The columns come from the non-recursive term; then the recursive one is analysed."""
    from codegen.analysis.set_operations import recursive_union

    cte = nodes.Cte(name=name, columns=[], query=nodes.Query(command="set"), recursive=True)

    def settle(targets: list[nodes.Target]) -> None:
        cte.columns = [
            nodes.RangeColumn(name=target.name, type=target.expr.type) for target in targets
        ]
        _rename(cte.columns, node, name, scope)
        scope.ctes[name] = cte
        _add_search_and_cycle(cte, node, scope)

    cte.query = recursive_union(_body(node.this), Scope(scope.state, scope), settle)
    return cte


def _add_search_and_cycle(cte: nodes.Cte, node: exp.Expr, scope: Scope) -> None:
    """SEARCH … SET adds a column, CYCLE … SET … USING two (manual 7.8.2)."""
    before = len(cte.columns)
    for kind, name in _added_columns(node):
        type_ = (
            oids.BOOL if kind == "mark" else oids.RECORD_ARRAY if kind == "path" else oids.RECORD
        )
        cte.columns.append(nodes.RangeColumn(name=name, type=type_))
    cte.extra_columns = len(cte.columns) - before


def _added_columns(node: exp.Expr) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    search = node.args.get("search")
    if search is None:
        return found
    parts = [search] if not isinstance(search, list) else search
    for part in parts:
        kind = str(part.args.get("kind") or "").upper()
        target = identifier(part.expression) if part.expression is not None else ""
        if kind == "CYCLE":
            found.append(("mark", target))
            using = part.args.get("using")
            if using is not None:
                found.append(("path", identifier(using)))
        elif kind:
            found.append(("sequence" if kind == "BREADTH" else "path", target))
    return found
