"""Result columns (src/backend/parser/parse_target.c)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.equality import same
from codegen.analysis.expressions import columns
from codegen.analysis.expressions.missing_names import missing_relation
from codegen.analysis.expressions.table import infer
from codegen.analysis.naming import column_name
from codegen.analysis.scope import Scope, identifier, offsets_of

_INTEGER_MAX = (1 << 31) - 1


def target_list(expressions: Sequence[exp.Expr], scope: Scope) -> list[nodes.Target]:
    """The columns of a SELECT list or of RETURNING, stars expanded."""
    targets: list[nodes.Target] = []
    for node in expressions:
        targets += _targets(node, scope)
    return targets


def _targets(node: exp.Expr, scope: Scope) -> list[nodes.Target]:
    bare = node.unalias().unnest()
    if _is_star(bare):
        # PostgreSQL takes a name after t.* and (row).*, and drops it as it does parentheses.
        node = bare
    if isinstance(node, exp.Star):
        return _star(node, scope)
    if isinstance(node, exp.Column) and isinstance(node.this, exp.Star):
        return _relation_star(node, scope)
    if isinstance(node, exp.Dot) and isinstance(node.expression, exp.Star):
        return _composite_star(node, scope)
    syntax = node.this if isinstance(node, exp.Alias) else node
    value = infer(syntax, scope)
    name = (
        identifier(node.args["alias"])
        if isinstance(node, exp.Alias)
        else column_name(syntax, scope)
    )
    return [nodes.Target(name=name, expr=value, span=offsets_of(node, scope.state.shaped))]


def _is_star(node: exp.Expr) -> bool:
    last = node.expression if isinstance(node, exp.Dot) else node.this
    return isinstance(node, (exp.Column, exp.Dot)) and isinstance(last, exp.Star)


def _star(node: exp.Expr, scope: Scope) -> list[nodes.Target]:
    visible = [item for item in scope.items if item.names_visible and not item.version]
    if not visible:
        scope.state.fail(
            "syntax-error", "SELECT * with no tables specified is not valid", node, "Add a FROM."
        )
    span = offsets_of(node, scope.state.shaped)
    return [
        nodes.Target(name=name, expr=expr, span=span)
        for item in visible
        for name, expr in item.listed
    ]


def _relation_star(node: exp.Column, scope: Scope) -> list[nodes.Target]:
    table = node.args["table"]
    name = identifier(table)
    item = columns.find_item(scope, name, identifier(node.args.get("db")) or None)
    if item is None:
        value = _composite_column(node, name, scope)
        if value is not None:
            return value
        missing_relation(scope, node, name)
    assert item is not None
    embed = scope.state.embeds.get(table.meta.get("start", -1))
    span = offsets_of(node, scope.state.shaped)
    return [
        nodes.Target(name=name, expr=expr, embed=embed, span=span) for name, expr in item.listed
    ]


def _composite_column(node: exp.Column, name: str, scope: Scope) -> list[nodes.Target] | None:
    """``c.*`` where c is no relation is refused by PostgreSQL as well."""
    return None


def _composite_star(node: exp.Dot, scope: Scope) -> list[nodes.Target]:
    value = infer(node.this, scope)
    fields = columns.expanded_fields(scope, value, node)
    return [
        nodes.Target(
            name=name, expr=nodes.FieldSelect(type=type_, arg=value, name=name, index=index)
        )
        for index, (name, type_) in enumerate(fields)
    ]


def output_target(
    node: exp.Expr, query: nodes.Query, scope: Scope, clause: str
) -> nodes.Target | None:
    """The result column that a sort or group key names or counts, if it does
    (findTargetlistEntrySQL92)."""
    node = node.unnest()
    if isinstance(node, exp.Column) and not node.args.get("table"):
        return _by_name(node, query, scope, clause)
    if isinstance(node, exp.Neg) and isinstance(node.this, exp.Literal):
        return _by_position(node, f"-{node.this.name}", query, scope, clause)
    if isinstance(node, (exp.Literal, exp.Null, exp.Boolean, exp.BitString)):
        number = node.name if isinstance(node, exp.Literal) and not node.is_string else ""
        return _by_position(node, number, query, scope, clause)
    return None


def _by_name(
    node: exp.Column, query: nodes.Query, scope: Scope, clause: str
) -> nodes.Target | None:
    name = identifier(node.this)
    if clause == "GROUP BY" and any(
        column == name for item in scope.items if item.names_visible for column, _ in item.columns
    ):
        return None
    found = [target for target in query.targets if target.name == name]
    if not found:
        return None
    if any(not same(target.expr, found[0].expr) for target in found[1:]):
        scope.state.fail(
            "ambiguous-column",
            f'{clause} "{name}" is ambiguous',
            node,
            "Two result columns have this name; rename one.",
        )
    return found[0]


def _by_position(
    node: exp.Expr, number: str, query: nodes.Query, scope: Scope, clause: str
) -> nodes.Target:
    if not number.lstrip("-").isdigit() or int(number) > _INTEGER_MAX:
        scope.state.fail(
            "syntax-error",
            f"non-integer constant in {clause}",
            node,
            "Give a column's position or name.",
        )
    position = int(number)
    if not 1 <= position <= len(query.targets):
        scope.state.fail(
            "invalid-column-reference",
            f"{clause} position {position} is not in select list",
            node,
            f"Number of the query's columns: {len(query.targets)}.",
        )
    return query.targets[position - 1]
