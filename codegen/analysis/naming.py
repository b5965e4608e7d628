"""The names of result columns (FigureColname in src/backend/parser/parse_target.c)."""

from __future__ import annotations

from sqlglot import exp

from codegen.analysis.scope import Scope, identifier
from codegen.sql.shape import named_type

UNNAMED = "?column?"
#: How much a name is worth: of two, CASE and casts prefer the inner one only if it is strong.
_NONE, _WEAK, _STRONG = 0, 1, 2
_WRAPPERS = (exp.Window, exp.Filter, exp.WithinGroup, exp.Paren, exp.Collate)
#: Constructs that PostgreSQL's grammar makes a call of, by the function's name.
_CALLS: dict[type[exp.Expr], str] = {
    exp.AtTimeZone: "timezone",
    exp.Overlaps: "overlaps",
    exp.Array: "array",
    exp.Tuple: "row",
    exp.Exists: "exists",
}


def column_name(node: exp.Expr, scope: Scope) -> str:
    """The name of a result column that has no alias."""
    return _figure(node, scope)[0] or UNNAMED


def _figure(node: exp.Expr | None, scope: Scope) -> tuple[str, int]:
    if node is None:
        return "", _NONE
    if isinstance(node, _WRAPPERS):
        return _figure(node.this, scope)
    if isinstance(node, exp.Column) and isinstance(node.this, _WRAPPERS):
        return _figure(node.this, scope)
    if isinstance(node, exp.Column):
        star = isinstance(node.this, exp.Star)
        return identifier(node.args.get("table") if star else node.this), _STRONG
    if isinstance(node, exp.Anonymous):
        return identifier(node.name), _STRONG
    if isinstance(node, exp.Dot):
        return _dot(node, scope)
    if isinstance(node, exp.Bracket):
        return _figure(node.this, scope)
    if isinstance(node, exp.Cast):
        return _cast(node, scope)
    if isinstance(node, exp.Is):
        test = node.expression.this if isinstance(node.expression, exp.JSON) else None
        return ("is_normalized", _STRONG) if test == "ARRAY" else ("", _NONE)
    if isinstance(node, exp.Case):
        name, strength = _figure(node.args.get("default"), scope)
        return (name, strength) if strength > _WEAK else ("case", _WEAK)
    if isinstance(node, (exp.Subquery, exp.Select)):
        return _subquery(node, scope)
    return (_CALLS[type(node)], _STRONG) if type(node) in _CALLS else ("", _NONE)


def _dot(node: exp.Dot, scope: Scope) -> tuple[str, int]:
    right = node.expression
    if isinstance(right, exp.Identifier):
        return identifier(right), _STRONG
    return _figure(right, scope) if not isinstance(right, exp.Star) else _figure(node.this, scope)


def _cast(node: exp.Cast, scope: Scope) -> tuple[str, int]:
    name, strength = _figure(node.this, scope)
    if strength > _WEAK:
        return name, strength
    type_name = named_type(node.args["to"], scope.state.shaped)
    return (type_name.names[-1], _WEAK) if type_name else ("", _NONE)


def _subquery(node: exp.Expr, scope: Scope) -> tuple[str, int]:
    """A scalar subquery has the name of its column."""
    query = scope.state.sublinks.get(id(node))
    return (query.targets[0].name, _STRONG) if query is not None else ("", _NONE)
