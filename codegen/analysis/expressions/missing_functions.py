"""What to say of a call that no function fits, or more than one."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from codegen.analysis import nodes
from codegen.analysis.expressions.missing_operators import ambiguous_help, cast
from codegen.analysis.scope import Scope
from codegen.postgres import oids
from codegen.postgres.catalog import Catalog
from codegen.postgres.coercion import can_coerce_type
from codegen.postgres.elsewhere import known_elsewhere, maybe_of_an_extension
from codegen.postgres.facts import Function
from codegen.postgres.pathway import find_coercion_pathway

#: More candidates than this are not listed.
_LISTED = 4
#: How near a name is that may be meant; nearer where it may be one that isn't known.
_NEAR, _NEARER = 0.7, 0.8
#: Types of arguments that no query can pass.
_INTERNAL = frozenset({oids.INTERNAL, oids.CSTRING})


def function_help(scope: Scope, schema: str | None, name: str, values: Sequence[nodes.Expr]) -> str:
    """The functions of this name with their arguments; else how it is called in PostgreSQL, which
    extension has it, or the nearest name."""
    candidates = scope.catalog.functions(schema, name)
    if candidates:
        return _candidates(scope, candidates, values)
    other = known_elsewhere("function", name)
    if other is not None:
        return other
    unknown = maybe_of_an_extension(scope.catalog, f"CREATE FUNCTION {name}(…) RETURNS …")
    near = _nearest(scope.catalog, name, _NEAR if unknown is None else _NEARER)
    if near is not None:
        return f'Did you mean "{near}"?'
    return unknown or "Create it in the schema, or load the extension that has it."


def several_functions(
    scope: Scope, schema: str | None, name: str, values: Sequence[nodes.Expr]
) -> str:
    """What to say where several functions of this name fit equally well."""
    fitting = [one for one in scope.catalog.functions(schema, name) if takes(one, len(values))]
    types = next((one.args for one in fitting if not set(one.args) & _INTERNAL), ())
    return ambiguous_help(scope, values, types)


def takes(function: Function, count: int) -> bool:
    """Whether the function can be called with so many arguments."""
    most = len(function.args)
    least = most - function.defaults - bool(function.variadic)
    return least <= count and (count <= most or bool(function.variadic))


def _candidates(scope: Scope, candidates: list[Function], values: Sequence[nodes.Expr]) -> str:
    callable_ = [one for one in candidates if not _INTERNAL.intersection(one.args)]
    fitting = [one for one in callable_ if takes(one, len(values))]
    listed = list(dict.fromkeys(signature(scope.catalog, one) for one in fitting or callable_))
    if not 0 < len(listed) <= _LISTED:
        shown = ", ".join(listed[:_LISTED])
        return f"Among others there is {shown}." if listed else "Queries can't call it."
    if not fitting:
        return f"It takes other arguments: {', '.join(listed)}."
    casts = next((found for one in fitting if (found := _casts(scope, one, values))), "")
    help_ = f"There is {', '.join(listed)}"
    return f"{help_}: cast, for example {casts}." if casts else f"{help_}."


def _casts(scope: Scope, function: Function, values: Sequence[nodes.Expr]) -> str:
    """The arguments with the casts that the function would need; empty where none help."""
    found: list[str] = []
    for value, type_ in zip(values, function.args, strict=False):
        if can_coerce_type(scope.catalog, value.type, type_):
            continue
        is_pseudo = scope.catalog.type(type_).kind == "p"
        if is_pseudo or not _converts(scope, value.type, type_):
            return ""
        found.append(cast(scope, value, type_))
    return " and ".join(found)


def _converts(scope: Scope, source: int, target: int) -> bool:
    """Whether a cast makes sense: one that only reads the text form does to a text alone."""
    found = find_coercion_pathway(scope.catalog, target, source, "e")
    is_text = scope.catalog.type(target).category == "S"
    return found is not None and (found[0] != "io" or is_text)


def signature(catalog: Catalog, function: Function) -> str:
    """``name(type, type)``, with the names of arguments that have one."""
    names = function.arg_names or ("",) * len(function.args)
    types = [catalog.format_type(type_) for type_ in function.args]
    parts = [f"{name} {type_}".strip() for name, type_ in zip(names, types, strict=False)]
    if function.defaults:
        parts[-function.defaults :] = [f"{part} = …" for part in parts[-function.defaults :]]
    if function.variadic and parts:
        parts[-1] = f"VARIADIC {parts[-1]}"
    return f"{function.name}({', '.join(parts)})"


def _nearest(catalog: Catalog, name: str, cutoff: float) -> str | None:
    """The nearest name of a function that queries call: not one that implements an operator or
    serves the server itself."""
    near = get_close_matches(name, catalog.function_names(), 5, cutoff)
    return next((one for one in near if _is_for_queries(catalog, one)), None)


def _is_for_queries(catalog: Catalog, name: str) -> bool:
    return any(
        not _INTERNAL.intersection(one.args) and one.returns not in _INTERNAL
        for one in catalog.functions(None, name)
    )
