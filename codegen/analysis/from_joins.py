"""Joins (transformFromClauseItem in src/backend/parser/parse_clause.c)."""

from __future__ import annotations

from collections.abc import Callable

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.clauses import clause
from codegen.analysis.coerce import coerce_to_boolean, common
from codegen.analysis.definitions import first_here
from codegen.analysis.expressions.operators import operate
from codegen.analysis.expressions.table import infer
from codegen.analysis.from_relations import Found
from codegen.analysis.scope import NamespaceItem, Scope, identifier
from codegen.postgres import oids
from codegen.records import replace

Column = tuple[str, nodes.Expr]
Analyse = Callable[[exp.Expr, Scope], Found]


def check_duplicates(
    known: list[NamespaceItem], names: list[NamespaceItem], node: exp.Expr, scope: Scope
) -> None:
    """Two items have the same name only if they are tables of different schemas."""
    seen: dict[str, list[NamespaceItem]] = {}
    for item in known:
        if item.relation_visible and item.name:
            seen.setdefault(item.name, []).append(item)
    for item in names:
        if not item.relation_visible or not item.name:
            continue
        others = seen.setdefault(item.name, [])
        first = next((other for other in others if _conflict(item, other)), None)
        if first is not None:
            message = f'table name "{item.name}" specified more than once'
            labels = first_here(scope.state, first.entry.span if first.entry else None)
            help_ = "Give one of them another alias."
            scope.state.fail("duplicate-alias", message, node, help_, labels)
        others.append(item)


def _conflict(one: NamespaceItem, other: NamespaceItem) -> bool:
    return one.schema is None or other.schema in (None, one.schema)


def join(left: Found, node: exp.Join, scope: Scope, from_item: Analyse) -> Found:
    """The item on the left joined with that of ``node``."""
    item, left_names = left
    kind = str(node.args.get("side") or "inner").lower()
    natural = str(node.args.get("method") or "").upper() == "NATURAL"
    right, right_names = _right(left_names, kind, node, scope, from_item)
    check_duplicates(left_names, right_names, node.this, scope)
    names = [*left_names, *right_names]
    using = [identifier(column) for column in node.args.get("using") or []]
    if natural:
        rights = {name for name, _ in _visible_columns(right_names)}
        using = [name for name, _ in _visible_columns(left_names) if name in rights]
    if not using and not natural:
        on = _condition(node.args.get("on"), names, scope)
        names = [known if known.joined else replace(known, joined=True) for known in names]
        return nodes.Join(kind=kind, left=item, right=right, on=on), names
    on, merged = _merge_columns(scope, kind, left_names, right_names, using, node)
    hidden = [replace(known, names_visible=False) for known in names]
    rest = [c for c in _visible_columns(names) if c[0] not in using]
    whole = NamespaceItem("", [*merged, *rest], relation_visible=False)
    aliased = _using_alias(node, merged, scope)
    written = ("natural",) if natural else tuple(using)
    found = nodes.Join(kind=kind, left=item, right=right, on=on, written=written)
    return found, [*hidden, whole, *aliased]


def _right(
    left: list[NamespaceItem], kind: str, node: exp.Join, scope: Scope, from_item: Analyse
) -> Found:
    """The right side, which sees the left one if LATERAL; the rows of RIGHT and FULL need none."""
    outer = scope.items
    scope.items = [*outer, *(left if kind in ("inner", "left") else [])]
    found = from_item(node.this, scope)
    scope.items = outer
    return found


def _condition(
    node: exp.Expr | None, names: list[NamespaceItem], scope: Scope
) -> nodes.Expr | None:
    if node is None:
        return None
    outer, scope.items = scope.items, names
    with clause(scope, "JOIN/ON"):
        on = coerce_to_boolean(scope.state, infer(node, scope), "JOIN/ON", node)
    scope.items = outer
    return on


def _visible_columns(names: list[NamespaceItem]) -> list[Column]:
    return [column for item in names if item.names_visible for column in item.listed]


def _using_alias(node: exp.Join, merged: list[Column], scope: Scope) -> list[NamespaceItem]:
    """``USING (…) AS j``: the merged columns under a name."""
    using = node.args.get("using") or []
    start = using[0].meta.get("start", -1) if using else -1
    alias = scope.state.shaped.join_aliases.get(start)
    return [NamespaceItem(alias.text, merged, names_visible=False)] if alias is not None else []


def _merge_columns(
    scope: Scope,
    kind: str,
    left: list[NamespaceItem],
    right: list[NamespaceItem],
    using: list[str],
    node: exp.Join,
) -> tuple[nodes.Expr | None, list[Column]]:
    """USING: the equalities, and the merged columns."""
    places = node.args.get("using") or [node.this] * len(using)
    merged: list[Column] = []
    tests: list[nodes.Expr] = []
    for name, place in zip(using, places, strict=True):
        _check_once(name, merged, place, scope)
        a = _using_column(scope, left, name, "left", place)
        b = _using_column(scope, right, name, "right", place)
        tests.append(operate(scope, place, "=", a, b))
        merged.append((name, _merged(scope, kind, a, b)))
    on = tests[0] if len(tests) == 1 else None
    if len(tests) > 1:
        on = nodes.BoolExpr(type=oids.BOOL, op="and", args=tests)
    return on, merged


def _check_once(name: str, merged: list[Column], place: exp.Expr, scope: Scope) -> None:
    if any(known == name for known, _ in merged):
        message = f'column name "{name}" appears more than once in USING clause'
        scope.state.fail("duplicate-column", message, place, "Name it once.")


def _merged(scope: Scope, kind: str, a: nodes.Expr, b: nodes.Expr) -> nodes.Expr:
    target, (left, right) = common(scope.state, [a, b], "JOIN/USING")
    if kind == "full":
        return nodes.Coalesce(type=target, args=[left, right])
    if kind == "right":
        return right
    return right if kind == "inner" and left is not a and right is b else left


def _using_column(
    scope: Scope, names: list[NamespaceItem], name: str, side: str, place: exp.Expr
) -> nodes.Expr:
    found = [expr for column, expr in _visible_columns(names) if column == name]
    if len(found) > 1:
        message = f'common column name "{name}" appears more than once in {side} table'
        scope.state.fail(
            "ambiguous-column",
            message,
            place,
            "Write the join with ON, and say which one is meant.",
        )
    if not found:
        message = f'column "{name}" specified in USING clause does not exist in {side} table'
        scope.state.fail(
            "undefined-column", message, place, "Write the join with ON, or correct the name."
        )
    return found[0]
