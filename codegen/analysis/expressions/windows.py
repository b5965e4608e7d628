"""Windows (transformWindowDefinitions and transformFrameOffset in
src/backend/parser/parse_clause.c)."""

from __future__ import annotations

from typing import NoReturn

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.clauses import check_without_columns, clause
from codegen.analysis.coerce import coerce, try_coerce
from codegen.analysis.expressions.table import infer
from codegen.analysis.orderings import check_sorted
from codegen.analysis.scope import Scope, identifier
from codegen.analysis.sorting import require_equality
from codegen.postgres import oids

_OFFSET_HELP = "Cast the offset value to an appropriate type."


#: The parts of an OVER clause.
_PARTS = ("alias", "partition_by", "order", "spec")


def inline_window(node: exp.Window, scope: Scope) -> nodes.Window:
    """The window of an OVER clause: empty until :func:`define_windows`, and one for all alike."""
    for known, found in scope.inline_windows:
        if all(known.args.get(part) == node.args.get(part) for part in _PARTS):
            return found
    found = nodes.Window()
    scope.inline_windows.append((node, found))
    return found


def define_windows(scope: Scope) -> None:
    """Analyses the windows of OVER clauses, which come after all other clauses."""
    for node, found in scope.inline_windows:
        defined = _window(node, scope)
        found.partition, found.order, found.frame = defined.partition, defined.order, defined.frame
        found.name = defined.name


def _window(node: exp.Window, scope: Scope) -> nodes.Window:
    """A window, with what it takes from a named one."""
    alias = node.args.get("alias")
    base = nodes.Window()
    if alias is not None and not isinstance(alias, exp.TableAlias):
        base = _base(node, identifier(alias), scope)
    sorting = node.args.get("order")
    with clause(scope, "WINDOW"):
        partition = [_key(part, scope) for part in node.args.get("partition_by") or []]
        items = sorting.expressions if sorting else []
        order = [_key(item.this, scope) for item in items]
    for key in partition:
        require_equality(key.type, scope, key)
    for key, item in zip(order, items, strict=True):
        check_sorted(key, item, scope)
    order = order or base.order
    with clause(scope, "FRAME"):
        frame = _frame(node, order, scope) or base.frame
    own = node.this.name if node.this is not None and node.arg_key == "windows" else ""
    return nodes.Window(
        partition=partition or base.partition,
        order=order,
        frame=frame,
        name=(own, base.name[0]),
    )


def _base(node: exp.Window, name: str, scope: Scope) -> nodes.Window:
    """The window that another one is made of, or that OVER names alone."""
    if node.arg_key == "windows":
        listed = node.parent.args["windows"] if node.parent is not None else []
        names = [identifier(one.this) for one in listed]
        if name in names[node.index :]:
            _fail_undefined(name, scope, node)
    base = named_window(name, scope, node)
    if node.args.get("partition_by") is not None:  # there are parentheses
        _check_copied(node, name, base, scope)
    return base


def _check_copied(node: exp.Window, name: str, base: nodes.Window, scope: Scope) -> None:
    """What a window made of another one may say itself (transformWindowDefinitions)."""
    refused = {
        "override PARTITION BY clause of": bool(node.args["partition_by"]),
        "override ORDER BY clause of": node.args.get("order") is not None and bool(base.order),
    }
    for what, found in refused.items():
        if found:
            message = f'cannot {what} window "{name}"'
            scope.state.fail("syntax-error", message, node, "Leave the clause out.")
    if base.frame is not None:
        message = f'cannot copy window "{name}" because it has a frame clause'
        help_ = f"Omit the parentheses: OVER {name}."
        scope.state.fail("syntax-error", message, node, help_)


def named_window(name: str, scope: Scope, where: exp.Expr) -> nodes.Window:
    """The window that WINDOW defines under this name."""
    definition = scope.windows.get(name)
    if definition is None:
        _fail_undefined(name, scope, where)
    assert isinstance(definition, exp.Window)
    return _window(definition, scope)


def _fail_undefined(name: str, scope: Scope, where: exp.Expr) -> NoReturn:
    message = f'window "{name}" does not exist'
    scope.state.fail(
        "undefined-object", message, where, "Define it with WINDOW, before it is used."
    )


def _key(node: exp.Expr, scope: Scope) -> nodes.Expr:
    """An expression to partition or to sort by; one without a type becomes text."""
    value = infer(node, scope)
    return coerce(scope.state, value, oids.TEXT, node) if value.type == oids.UNKNOWN else value


def _frame(
    node: exp.Window, order: list[nodes.Expr], scope: Scope
) -> tuple[str, str, str, str] | None:
    spec = node.args.get("spec")
    if spec is None:
        return None
    mode = str(spec.args.get("kind") or "RANGE").upper()
    if mode == "GROUPS" and not order:
        message = "GROUPS mode requires an ORDER BY clause"
        scope.state.fail("syntax-error", message, node, "Add ORDER BY to the window.")
    start = _bound(spec, "start", mode, order, scope)
    end = _bound(spec, "end", mode, order, scope) or "CURRENT ROW"
    _check_extent(start, end, spec.args.get("end") is None, node, scope)
    return mode, start, end, str(spec.args.get("exclude") or "").upper()


#: The bounds of a frame, in the order in which they may follow each other.
_BOUNDS = [
    "UNBOUNDED PRECEDING",
    "offset PRECEDING",
    "CURRENT ROW",
    "offset FOLLOWING",
    "UNBOUNDED FOLLOWING",
]


def _check_extent(start: str, end: str, single: bool, node: exp.Expr, scope: Scope) -> None:
    """A frame doesn't end before it starts (frame_extent in gram.y)."""
    if start == _BOUNDS[-1]:
        message = "frame start cannot be UNBOUNDED FOLLOWING"
    elif end == _BOUNDS[0]:
        message = "frame end cannot be UNBOUNDED PRECEDING"
    elif _BOUNDS.index(start) <= _BOUNDS.index(end):
        return
    elif single:
        message = "frame starting from following row cannot end with current row"
    else:
        row = "current" if start == "CURRENT ROW" else "following"
        message = f"frame starting from {row} row cannot have preceding rows"
    scope.state.fail("syntax-error", message, node, "Write BETWEEN the earlier AND the later one.")


def _bound(spec: exp.Expr, which: str, mode: str, order: list[nodes.Expr], scope: Scope) -> str:
    value = spec.args.get(which)
    side = str(spec.args.get(f"{which}_side") or "").upper()
    if value is None:
        return ""
    if not isinstance(value, exp.Expr):
        return f"{str(value).upper()} {side}".strip()
    offset = infer(value, scope)
    if mode == "RANGE":
        _range_offset(offset, order, value, scope)
    else:
        _row_offset(offset, mode, value, scope)
    check_without_columns(scope, offset, mode, value)
    return f"offset {side}"


def _row_offset(offset: nodes.Expr, mode: str, node: exp.Expr, scope: Scope) -> None:
    """ROWS and GROUPS count with bigints."""
    if try_coerce(scope.state, offset, oids.INT8, "a", node) is None:
        type_name = scope.state.type_name(offset.type)
        scope.state.fail(
            "datatype-mismatch",
            f"argument of {mode} must be type bigint, not type {type_name}",
            node,
            "Cast it: …::bigint.",
        )


def _range_offset(
    offset: nodes.Expr, order: list[nodes.Expr], node: exp.Expr, scope: Scope
) -> None:
    """RANGE takes what an in_range function of the sort key's type takes."""
    if len(order) != 1:
        message = "RANGE with offset PRECEDING/FOLLOWING requires exactly one ORDER BY column"
        scope.state.fail("datatype-mismatch", message, node, "Order by one column, or use ROWS.")
    key = scope.catalog.base_type(order[0].type)
    known = [
        function.args[2]
        for function in scope.catalog.functions("pg_catalog", "in_range")
        if function.args[0] == key
    ]
    names = f"column type {scope.state.type_name(order[0].type)}"
    said = "RANGE with offset PRECEDING/FOLLOWING"
    if not known:
        scope.state.fail(
            "datatype-mismatch",
            f"{said} is not supported for {names}",
            node,
            "Use ROWS or GROUPS, or order by a number, a date or a time.",
        )
    fitting = [one for one in known if _fits(scope, offset, one)]
    offset_name = f"{names} and offset type {scope.state.type_name(offset.type)}"
    if not fitting:
        message = f"{said} is not supported for {offset_name}"
        scope.state.fail("datatype-mismatch", message, node, _OFFSET_HELP)
    preferred = key if offset.type == oids.UNKNOWN else offset.type
    if len(fitting) > 1 and preferred not in fitting:
        message = f"{said} has multiple interpretations for {offset_name}"
        scope.state.fail("datatype-mismatch", message, node, _OFFSET_HELP)
    coerce(scope.state, offset, preferred if preferred in fitting else fitting[0], node)


def _fits(scope: Scope, value: nodes.Expr, target: int) -> bool:
    """Whether a value could be converted implicitly, without settling a parameter."""
    return value.type == oids.UNKNOWN or (try_coerce(scope.state, value, target) is not None)
