"""GROUP BY (transformGroupClause in src/backend/parser/parse_clause.c)."""

from __future__ import annotations

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.clauses import clause
from codegen.analysis.coerce import coerce
from codegen.analysis.expressions.table import infer
from codegen.analysis.scope import Scope
from codegen.analysis.sorting import require_equality, settled
from codegen.analysis.targets import output_target
from codegen.analysis.tree import walk
from codegen.postgres import oids

_SETS = (exp.GroupingSets, exp.Rollup, exp.Cube)


def group_by(node: exp.Group | None, query: nodes.Query, scope: Scope) -> None:
    """Sets the query's grouping expressions and, where there are sets of them, the sets."""
    if node is None:
        return
    plain: list[int] = []
    sets: list[list[tuple[int, ...]]] = []
    with clause(scope, "GROUP BY"):
        for item in [*node.expressions, *_extra_sets(node)]:
            if isinstance(item, _SETS):
                sets.append(_grouping_set(item, query, scope))
            elif isinstance(item, exp.Tuple):
                plain += [_key(part, query, scope) for part in item.expressions]
            else:
                plain.append(_key(item, query, scope))
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


def _key(node: exp.Expr, query: nodes.Query, scope: Scope) -> int:
    """A grouping expression; a name is a column of FROM first, then of the result."""
    found = output_target(node, query, scope, "GROUP BY")
    if found is not None:
        value = settled(found, query, scope)
        _check_own(value, node, scope)
    else:
        value = infer(node, scope)
        if value.type == oids.UNKNOWN:
            value = coerce(scope.state, value, oids.TEXT, node)
    require_equality(value.type, scope, node)
    query.group_by.append(value)
    return len(query.group_by) - 1


def _check_own(value: nodes.Expr, node: exp.Expr, scope: Scope) -> None:
    """A result column that is grouped by holds no aggregate or window function."""
    for part in walk(value):
        if isinstance(part, nodes.Aggregate) and not part.levels_up:
            what = "aggregate"
        elif isinstance(part, nodes.WindowCall):
            what = "window"
        else:
            continue
        scope.state.fail(
            "grouping-error",
            f"{what} functions are not allowed in GROUP BY",
            part if part.span else node,
            "Group by something that each row has.",
        )


def _grouping_set(node: exp.Expr, query: nodes.Query, scope: Scope) -> list[tuple[int, ...]]:
    """The sets that ROLLUP, CUBE or GROUPING SETS stands for (manual 7.2.4)."""
    parts: list[tuple[int, ...]] = []
    for item in node.expressions:
        if isinstance(item, _SETS):
            parts += _grouping_set(item, query, scope)
            continue
        inner = item.this if isinstance(item, exp.Paren) else item
        members = inner.expressions if isinstance(inner, exp.Tuple) else [inner]
        parts.append(tuple(_key(member, query, scope) for member in members))
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
