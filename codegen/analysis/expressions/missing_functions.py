"""What to say of a call that no function fits, and of an operator that isn't there."""

from __future__ import annotations

from difflib import get_close_matches

from codegen.postgres import oids
from codegen.postgres.catalog import Catalog
from codegen.postgres.elsewhere import known_elsewhere
from codegen.postgres.facts import Function

#: More candidates than this are not listed.
_LISTED = 4
#: Types of arguments that no query can pass.
_INTERNAL = frozenset({oids.INTERNAL, oids.CSTRING})


def function_help(catalog: Catalog, schema: str | None, name: str) -> str:
    """The functions of this name with their arguments; else how it is called in PostgreSQL, which
    extension has it, or the nearest name."""
    candidates = catalog.functions(schema, name)
    if candidates:
        return _candidates(catalog, candidates)
    other = known_elsewhere("function", name)
    if other is not None:
        return other
    near = _nearest(catalog, name)
    if near is not None:
        return f'Did you mean "{near}"?'
    return "Create it in the schema, or load the extension that has it."


def _candidates(catalog: Catalog, candidates: list[Function]) -> str:
    callable_ = [one for one in candidates if not _INTERNAL.intersection(one.args)]
    listed = list(dict.fromkeys(signature(catalog, one) for one in callable_))
    if not 0 < len(listed) <= _LISTED:
        return (
            "No function matches the given name and argument types. "
            "You might need to add explicit type casts."
        )
    return f"There is {', '.join(listed)}. You might need to add explicit type casts."


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


def _nearest(catalog: Catalog, name: str) -> str | None:
    """The nearest name of a function that queries call: not one that implements an operator or
    serves the server itself."""
    near = get_close_matches(name, catalog.function_names(), 5, 0.7)
    return next((one for one in near if _is_for_queries(catalog, one)), None)


def _is_for_queries(catalog: Catalog, name: str) -> bool:
    return any(
        not _INTERNAL.intersection(one.args) and one.returns not in _INTERNAL
        for one in catalog.functions(None, name)
    )
