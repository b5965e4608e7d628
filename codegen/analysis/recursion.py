"""Which references to itself a recursive WITH query may have (checkWellFormedRecursion)."""

from __future__ import annotations

from collections.abc import Iterator

from sqlglot import exp

from codegen.analysis.from_functions import is_lateral
from codegen.analysis.scope import Scope, identifier


def refers_to_itself(node: exp.Expr, name: str) -> bool:
    """Whether a WITH query names itself."""
    return next(_references(node, name), None) is not None


def _references(node: exp.Expr, name: str) -> Iterator[exp.Table]:
    """The references to a WITH query that no inner query of the same name hides."""
    for table in node.this.find_all(exp.Table):
        named = isinstance(table.this, exp.Identifier) and not table.args.get("db")
        if named and identifier(table.this) == name and not _is_hidden(table, node, name):
            yield table


def _is_hidden(table: exp.Expr, top: exp.Expr, name: str) -> bool:
    parent = table.parent
    while parent is not None and parent is not top:
        inner = parent.args.get("with_")
        if inner is not None and any(
            identifier(cte.args["alias"].this) == name for cte in inner.expressions
        ):
            return True
        parent = parent.parent
    return False


def check_recursion(node: exp.Expr, name: str, scope: Scope) -> None:
    """Raises the error of a recursion that is not ``non-recursive UNION [ALL] recursive``."""
    body = node.this
    while isinstance(body, exp.Subquery):
        body = body.this
    alias = node.args["alias"].this
    if isinstance(body, (exp.Insert, exp.Update, exp.Delete, exp.Merge)):
        message = f'recursive query "{name}" must not contain data-modifying statements'
        scope.state.fail(
            "unsupported", message, alias, "Change the data in a WITH query of its own."
        )
    if not isinstance(body, exp.Union):
        message = (
            f'recursive query "{name}" does not have the form '
            "non-recursive-term UNION [ALL] recursive-term"
        )
        scope.state.fail(
            "unsupported",
            message,
            alias,
            "Write WITH RECURSIVE name AS (first rows UNION ALL rows made of those of name).",
        )
    _check_clauses(body, scope)
    found = list(_references(node, name))
    for reference in found:
        place = _place(reference, body)
        if place:
            _refuse(scope, name, f"within {place}", reference)
    if len(found) > 1:
        _refuse(scope, name, "more than once", found[1])


_CLAUSES = {"order": "ORDER BY", "offset": "OFFSET", "limit": "LIMIT", "locks": "FOR UPDATE/SHARE"}


def _check_clauses(body: exp.Expr, scope: Scope) -> None:
    for key, words in _CLAUSES.items():
        found = body.args.get(key)
        if found:
            place = found[0] if isinstance(found, list) else found
            message = f"{words} in a recursive query is not implemented"
            scope.state.fail(
                "unsupported", message, place, "Put it into the query that reads from it."
            )


def _refuse(scope: Scope, name: str, where: str, node: exp.Expr) -> None:
    message = f'recursive reference to query "{name}" must not appear {where}'
    scope.state.fail("unsupported", message, node, "Join it once in the second term of the UNION.")


def _place(reference: exp.Expr, body: exp.Union) -> str:
    """Where a reference is that must not be there; the outermost counts."""
    found = ""
    node: exp.Expr = reference
    while node is not body and node.parent is not None:
        parent = node.parent
        if parent is body:
            found = "its non-recursive term" if node.arg_key == "this" else found
        else:
            found = _inside(node, parent) or found
        node = parent
    return found


def _inside(node: exp.Expr, parent: exp.Expr) -> str:
    keeps_all = parent.args.get("distinct") is False
    if isinstance(parent, exp.Intersect) and keeps_all:
        return "INTERSECT"
    if isinstance(parent, exp.Except) and (keeps_all or node.arg_key == "expression"):
        return "EXCEPT"
    in_from = isinstance(parent, _QUERY_PARENTS) or is_lateral(parent)
    if isinstance(node, exp.Query) and not in_from:
        return "a subquery"
    if isinstance(parent, exp.Join) and str(parent.side or "").upper() in ("LEFT", "FULL"):
        return "an outer join"
    if isinstance(parent, (exp.Select, exp.Table, exp.Subquery)) and _has_outer_join_after(
        node, parent
    ):
        return "an outer join"
    return ""


#: Nodes whose queries are no subqueries of expressions.
_QUERY_PARENTS = (exp.SetOperation, exp.Subquery, exp.From, exp.Join, exp.CTE)


def _has_outer_join_after(node: exp.Expr, parent: exp.Expr) -> bool:
    """Whether a join that follows an item of FROM may have no row for it."""
    joins = list(parent.args.get("joins") or [])
    if node.arg_key == "joins":
        joins = joins[(node.index or 0) + 1 :]
    elif node.arg_key not in ("from_", "this"):
        return False
    for join in joins:
        if not any(join.args.get(key) for key in ("side", "kind", "method", "on", "using")):
            return False
        if str(join.side or "").upper() in ("RIGHT", "FULL"):
            return True
    return False
