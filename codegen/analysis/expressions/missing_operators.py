"""What to say of an operator that isn't there for its operands: the cast that makes it one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from codegen.analysis import nodes
from codegen.analysis.definitions import settled_here
from codegen.analysis.scope import Scope
from codegen.postgres import oids, operators
from codegen.postgres.coercion import can_coerce_type
from codegen.postgres.errors import Unresolved

#: Operators of other languages, and PostgreSQL's.
_OTHER_SPELLINGS = {
    "==": "=",
    "===": "=",
    "!==": "<>",
    "&&&": "AND",
    "<=>": "IS NOT DISTINCT FROM",
    "=~": "~",
    "**": "^",
}
#: Types without a comparison, and the type to compare them as.
_COMPARED_AS = {oids.JSON: oids.JSONB, oids.XML: oids.TEXT}
_PLAIN = (nodes.Var, nodes.Param, nodes.Call)
_OTHERWISE = (
    "No operator matches the given name and argument types. "
    "You might need to add explicit type casts."
)


def operator_help(
    scope: Scope, name: str, left: nodes.Expr | None, right: nodes.Expr | None
) -> str:
    """The way out: another name, another parameter, or a cast of one side. An operand that is None
    isn't there, as the left one of a prefix operator."""
    operands = [one for one in (left, right) if one is not None]
    if any(isinstance(one, nodes.Param) and settled_here(scope.state, one) for one in operands):
        return "A parameter has one type: cast one of its uses, or use two parameters."
    if not scope.catalog.operators(None, name):
        near = _OTHER_SPELLINGS.get(name)
        return f"PostgreSQL writes {near}." if near else "There is no operator of this name."
    if left is None or right is None:
        return _OTHERWISE
    return _known_mistake(scope, name, left, right) or _by_casts(scope, name, left, right)


def ambiguous_help(scope: Scope, operands: Sequence[nodes.Expr], types: Sequence[int] = ()) -> str:
    """The way out where several operators or functions fit: say the type of an operand that has
    none. ``types`` are those of the operands of one that fits."""
    for operand, type_ in zip(operands, types or [oids.INT4] * len(operands), strict=False):
        if operand.type == oids.UNKNOWN:
            return f"Say the type of what has none, such as {cast(scope, operand, type_)}."
    return "More than one fits equally well: add explicit casts."


def _known_mistake(scope: Scope, name: str, left: nodes.Expr, right: nodes.Expr) -> str | None:
    kinds = {_category(scope, one) for one in (left, right)}
    if name == "+" and "S" in kinds:
        return "Texts are joined by ||."
    if name in ("+", "-") and kinds == {"D", "N"}:
        number = next(one for one in (left, right) if _category(scope, one) == "N")
        moved = f"{name} {_written(scope, number)} * interval '1 day'"
        return f"A time is moved by an interval: {moved}."
    if name in ("=", "<>") and kinds == {"B", "N"}:
        return "A boolean is a condition by itself; or compare it with true or false."
    return None


def _category(scope: Scope, operand: nodes.Expr) -> str:
    return scope.catalog.type(scope.catalog.base_type(operand.type)).category


def _by_casts(scope: Scope, name: str, left: nodes.Expr, right: nodes.Expr) -> str:
    both = next(_comparable(scope, name, left, right), None)
    if both is not None:
        return f"Compare it as {both}."
    casts = list(dict.fromkeys(_casts(scope, name, left, right)))
    return f"Cast one side: {' or '.join(casts[:2])}." if casts else _OTHERWISE


def _casts(scope: Scope, name: str, left: nodes.Expr, right: nodes.Expr) -> Iterator[str]:
    """The casts of one operand with which PostgreSQL has the operator."""
    for operand, other, is_left in ((left, right, True), (right, left, False)):
        for target in (other.type, oids.TEXT):
            pair = (target, other.type) if is_left else (other.type, target)
            if _fits(scope, operand, target) and _exists(scope, name, *pair):
                yield cast(scope, operand, target)


def _comparable(scope: Scope, name: str, left: nodes.Expr, right: nodes.Expr) -> Iterator[str]:
    """The casts of both operands where their type has no comparison and another has."""
    for type_ in (left.type, right.type):
        target = _COMPARED_AS.get(type_)
        if target is not None and _exists(scope, name, target, target):
            like = (type_, oids.UNKNOWN)
            yield " and ".join(
                cast(scope, one, target) for one in (left, right) if one.type in like
            )


def _fits(scope: Scope, operand: nodes.Expr, target: int) -> bool:
    is_other = oids.UNKNOWN not in (operand.type, target) and operand.type != target
    return is_other and can_coerce_type(scope.catalog, operand.type, target, "e")


def _exists(scope: Scope, name: str, left: int, right: int) -> bool:
    try:
        operators.resolve_binary(scope.catalog, name, left, right, None)
    except Unresolved:
        return False
    return True


def cast(scope: Scope, operand: nodes.Expr, target: int) -> str:
    """The operand with a cast behind it, as it would be written."""
    return f"{_written(scope, operand)}::{scope.state.type_name(target)}"


def _written(scope: Scope, operand: nodes.Expr) -> str:
    """The operand as the user wrote it, in parentheses where a cast would take only its end."""
    span = scope.state.span(operand)
    text = span.text if span else "…"
    if len(text) > 30 or "\n" in text:
        return "(…)"
    return text if isinstance(operand, _PLAIN) or text.isalnum() else f"({text})"
