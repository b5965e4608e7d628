"""Assignments to columns in INSERT and UPDATE (transformAssignedExpr in parse_target.c)."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.coerce import composite_fields, try_coerce
from codegen.analysis.definitions import defined_here, first_here, typed_here
from codegen.analysis.expressions.columns import SYSTEM_COLUMNS
from codegen.analysis.expressions.values import array_index, json_index
from codegen.analysis.scope import Scope, identifier, offsets_of
from codegen.diagnostics import Label
from codegen.postgres import oids
from codegen.postgres.catalog import Column, Relation
from codegen.records import dataclass
from codegen.source import Span

_REWRITE = "You will need to rewrite or cast the expression."


@dataclass(slots=True, kw_only=True)
class Place:
    """What is assigned: a column, or with ``part`` a field or an element of it. ``type`` is what a
    value for it has to be. ``indexes`` are its subscripts, each with whether it is one of jsonb."""

    column: Column
    type: int
    part: str = ""
    span: nodes.Offsets = None
    indexes: tuple[tuple[exp.Expr, bool], ...] = ()


def is_default(node: exp.Expr | nodes.Expr) -> bool:
    """Whether a value is the keyword DEFAULT."""
    if isinstance(node, exp.Column) and not node.args.get("table"):
        return identifier(node.this) == "default" and not node.this.args.get("quoted")
    return isinstance(node, exp.Var) and node.name.lower() == "default"


def target_column(scope: Scope, relation: Relation, name: str, node: exp.Expr) -> Column:
    """The column of the target table; an unknown one is an error with the nearest as help."""
    column = relation.column(name)
    if column is not None:
        return column
    if name in SYSTEM_COLUMNS and scope.clause == "SET":
        message = f'cannot assign to system column "{name}"'
        scope.state.fail(
            "invalid-column-reference", message, node, "PostgreSQL sets it itself: leave it out."
        )
    names = [known.name for known in relation.columns]
    message = f'column "{name}" of relation "{relation.name}" does not exist'
    near = get_close_matches(name, names, 1)
    help_ = f'Did you mean "{near[0]}"?' if near else f"It has {', '.join(names)}."
    if isinstance(node, exp.Column) and node.args.get("table") and _is_target(scope, name):
        help_, near = "A column that is set stands alone, without its table.", []
    labels = defined_here(relation, near[0] if near else None)
    scope.state.fail("undefined-column", message, node, help_, labels)


def _is_target(scope: Scope, name: str) -> bool:
    return any(item.name == name for item in scope.items)


def place(node: exp.Expr, relation: Relation, scope: Scope) -> Place:
    """What ``column``, ``column.field`` or ``column[index]`` stands for in an assignment."""
    span = offsets_of(node, scope.state.shaped)
    if isinstance(node, exp.Bracket):
        return _element(node, relation, span, scope)
    if isinstance(node, exp.Dot):
        return _field(place(node.this, relation, scope), identifier(node.expression), node, scope)
    if isinstance(node, exp.Column) and node.args.get("table"):
        first, *fields = [identifier(part) for part in node.parts]
        column = target_column(scope, relation, first, node)
        found = Place(column=column, type=column.type, span=span)
        for field in fields:
            found = _field(found, field, node, scope)
        return found
    name = identifier(node.this if isinstance(node, exp.Column) else node)
    column = target_column(scope, relation, name, node)
    return Place(column=column, type=column.type, span=span)


def _element(node: exp.Bracket, relation: Relation, span: nodes.Offsets, scope: Scope) -> Place:
    """``a[i]``, ``a[i:j]`` and chains of them (transformAssignmentSubscripts)."""
    indexes: list[exp.Expr] = []
    inner: exp.Expr = node
    while isinstance(inner, exp.Bracket):
        indexes = [*inner.expressions, *indexes]
        inner = inner.this
    base = place(inner, relation, scope)
    container = scope.catalog.base_type(base.type)
    element = scope.catalog.type(container).element
    if container != oids.JSONB and not element:
        message = (
            f"cannot subscript type {scope.state.type_name(base.type)} "
            "because it does not support subscripting"
        )
        scope.state.fail("datatype-mismatch", message, node, "Assign the whole column.")
    json = container == oids.JSONB
    whole = json or any(isinstance(index, exp.Slice) for index in indexes)
    return Place(
        column=base.column,
        type=container if whole else element,
        part="element",
        span=span,
        indexes=(*base.indexes, *((index, json) for index in indexes)),
    )


def _field(base: Place, name: str, node: exp.Expr, scope: Scope) -> Place:
    """``column.field`` (transformAssignmentIndirection)."""
    span = offsets_of(node, scope.state.shaped)
    fields = composite_fields(scope.state, base.type)
    for field, type_ in fields:
        if field == name:
            return Place(
                column=base.column, type=type_, part="field", span=span, indexes=base.indexes
            )
    type_name = scope.state.type_name(base.type)
    why = f"its type {type_name} is not a composite type"
    if fields:
        why = f"there is no such column in data type {type_name}"
    scope.state.fail(
        "undefined-column",
        f'cannot assign to field "{name}" of column "{base.column.name}" because {why}',
        node,
        "A column is named in SET without its table.",
    )


def assign(scope: Scope, target: Place, value: nodes.Expr, where: exp.Expr | None) -> nodes.Expr:
    """The value as what the place takes, by assignment conversion. The subscripts of the place
    settle parameters just before."""
    for index, json in target.indexes:
        _ = json_index(index, scope) if json else array_index(index, scope)
    if isinstance(value, nodes.Param):
        scope.state.hints.setdefault(value.number, target.column.name)
    if isinstance(value, nodes.Default):
        return _default(scope, target, value)
    converted = try_coerce(scope.state, value, target.type, "a", where)
    if converted is None:
        wanted, given = scope.state.type_name(target.type), scope.state.type_name(value.type)
        name = target.column.name
        message = {
            "": f'column "{name}" is of type {wanted} but expression is of type {given}',
            "field": f'subfield "{name}" is of type {wanted} but expression is of type {given}',
            "element": f'subscripted assignment to "{name}" requires type {wanted} '
            f"but expression is of type {given}",
        }[target.part]
        place_ = value if value.span else where
        labels = typed_here(scope.state, [value])
        labels += tuple(one for one in _defined(scope, target) if one not in labels)
        scope.state.fail("datatype-mismatch", message, place_ or value, _REWRITE, labels)
    return converted


def _defined(scope: Scope, target: Place) -> tuple[Label, ...]:
    span = target.column.span
    if not isinstance(span, Span):
        return ()
    return (Label(span, f"{target.column.name} is {scope.state.type_name(target.column.type)}"),)


def _default(scope: Scope, target: Place, value: nodes.Default) -> nodes.Expr:
    if target.part:
        what = "an array element" if target.part == "element" else "a subfield"
        scope.state.fail(
            "unsupported",
            f"cannot set {what} to DEFAULT",
            value.span or target.span,
            "Assign the whole column, or write the value out.",
        )
    return nodes.Default(type=target.column.type, span=value.span)


def default_value(node: exp.Expr, scope: Scope) -> nodes.Default:
    """DEFAULT, until it is known what it is assigned to."""
    return nodes.Default(type=oids.UNKNOWN, span=offsets_of(node, scope.state.shaped))


def check_distinct(places: Sequence[Place], scope: Scope, message: str, help: str) -> None:
    """A column is assigned once, but its parts may be one by one (process_matched_tle,
    checkInsertTargets). ``message`` has a place for the column's name."""
    seen: dict[str, Place] = {}
    for target in places:
        before = seen.setdefault(target.column.name, target)
        if before is not target and not (before.part and target.part):
            said = message.format(target.column.name)
            labels = first_here(scope.state, before.span)
            scope.state.fail("duplicate-column", said, target.span, help, labels)


def check_written(
    column: Column,
    value: nodes.Expr,
    command: str,
    scope: Scope,
    node: exp.Expr,
    overriding: str = "",
) -> None:
    """Generated columns and those GENERATED ALWAYS AS IDENTITY take only DEFAULT
    (rewriteTargetListIU in src/backend/rewrite/rewriteHandler.c)."""
    always = column.identity == "a" and not overriding
    if isinstance(value, nodes.Default) or not (always or column.generated):
        return
    what = "a generated column" if column.generated else "an identity column defined as ALWAYS"
    if command == "insert":
        message = f'cannot insert a non-DEFAULT value into column "{column.name}"'
        help_ = f"It is {what}. Leave it out."
        if always and not column.generated:
            help_ = f"It is {what}. Use OVERRIDING SYSTEM VALUE to override."
    else:
        message = f'column "{column.name}" can only be updated to DEFAULT'
        help_ = f"It is {what}. Leave it out."
    scope.state.fail("invalid-column-reference", message, value if value.span else node, help_)
