"""CREATE, ALTER and DROP of functions, procedures and aggregates; their bodies are skipped."""

from __future__ import annotations

from codegen.diagnostics import CodegenError, error
from codegen.postgres import oids
from codegen.postgres.catalog import Function
from codegen.postgres.coercion import can_coerce
from codegen.postgres.polymorphism import POLYMORPHIC, enforce_generic_type_consistency
from codegen.records import dataclass, field, replace
from codegen.schema import drops
from codegen.schema.cursor import Cursor, Name
from codegen.schema.options import read_options
from codegen.schema.state import (
    State,
    duplicate,
    existing_schema,
    home,
    if_exists,
    resolve_type,
    suggestion,
)
from codegen.source import Span

_MODES = frozenset({"in", "out", "inout", "variadic"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """An argument as declared; ``mode`` is in, out, inout or variadic."""

    name: str
    mode: str
    type: int
    has_default: bool
    setof: bool = False


@dataclass(slots=True)
class Signature:
    """What stands between a function's name and its body."""

    arguments: list[Argument] = field(default_factory=list[Argument])
    table: list[tuple[str, int]] = field(default_factory=list[tuple[str, int]])
    returns: int = 0
    returns_set: bool = False
    strict: bool = False
    volatile: bool = True
    window: bool = False


def create_function(state: State, cursor: Cursor) -> None:
    """CREATE FUNCTION and CREATE PROCEDURE, with OR REPLACE."""
    procedure = "procedure" in cursor.flags
    name = cursor.qualified()
    signature = Signature(arguments=_arguments(state, cursor))
    _returns(state, cursor, signature)
    _attributes(cursor, signature)
    function = _function(state, home(state, name), name.name, signature, procedure)
    if not signature.returns and not function.out_columns and not procedure:
        raise error(
            "syntax-error",
            "function result type must be specified",
            name.span,
            "Add RETURNS with the result's type, or OUT arguments.",
        )
    add_function(state, cursor, function, name)


def add_function(state: State, cursor: Cursor, function: Function, name: Name) -> None:
    """Adds a function; OR REPLACE keeps the oid of the one that it replaces.

    Raises duplicate-object.
    """
    known = _exact(state, Name(function.schema, function.name, name.span), function.args)
    if known is not None:
        if "replace" not in cursor.flags:
            raise duplicate(f'function "{name.name}" with same argument types', name.span)
        function = replace(function, oid=known.oid)
    state.catalog.add_function(function)


def _exact(state: State, name: Name, args: tuple[int, ...]) -> Function | None:
    return next(
        (one for one in state.catalog.functions(name.schema, name.name) if one.args == args), None
    )


# Arguments ----------------------------------------------------------------------------------------


def _arguments(state: State, cursor: Cursor) -> list[Argument]:
    cursor.expect("(")
    found: list[Argument] = []
    while not cursor.at(")"):
        found.append(_argument(state, cursor))
        if not cursor.accept(","):
            break
    cursor.expect(")")
    return found


def _argument(state: State, cursor: Cursor) -> Argument:
    """``[mode] [name] type [DEFAULT expression]``, or the mode after the name."""
    mode = _mode(cursor)
    start = cursor.index
    name = ""
    if not _type_follows(cursor):
        cursor.index = start
        name = cursor.name().text
        mode = mode or _mode(cursor)
    else:
        cursor.index = start
    type_name = cursor.type_name()
    has_default = cursor.accept("default") or cursor.accept("=") or cursor.accept(":=")
    if has_default:
        cursor.skip_until()
    return Argument(
        name=name,
        mode=mode or "in",
        type=resolve_type(state, type_name),
        has_default=has_default,
        setof=type_name.setof,
    )


def _mode(cursor: Cursor) -> str:
    if cursor.accept("in", "out"):
        return "inout"
    if not cursor.at_any(_MODES):
        return ""
    return cursor.advance().text


def _type_follows(cursor: Cursor) -> bool:
    """Whether the argument is a type alone: after it comes a default or the next argument."""
    try:
        cursor.type_name()
    except CodegenError:
        return False
    return (
        cursor.at(",")
        or cursor.at(")")
        or cursor.at("default")
        or cursor.at("=")
        or cursor.at(":=")
        or cursor.at("order", "by")
        or cursor.done
    )


def _returns(state: State, cursor: Cursor, signature: Signature) -> None:
    if not cursor.accept("returns"):
        return
    if cursor.accept("table"):
        cursor.expect("(")
        while True:
            name = cursor.name().text
            signature.table.append((name, resolve_type(state, cursor.type_name())))
            if not cursor.accept(","):
                break
        cursor.expect(")")
        signature.returns_set = True
        return
    type_name = cursor.type_name()
    signature.returns = resolve_type(state, type_name)
    signature.returns_set = type_name.setof


def _attributes(cursor: Cursor, signature: Signature) -> None:
    """STRICT and WINDOW, wherever they stand before the body."""
    while not (cursor.done or cursor.at("begin") or cursor.at("return")):
        if cursor.accept("strict") or cursor.accept("returns", "null", "on", "null", "input"):
            signature.strict = True
        elif cursor.accept("immutable") or cursor.accept("stable"):
            signature.volatile = False
        elif cursor.accept("window"):
            signature.window = True
        else:
            cursor.advance()
    cursor.skip()


def _function(
    state: State, schema: str, name: str, signature: Signature, procedure: bool
) -> Function:
    """CALL names a procedure's OUT arguments too, so they are among its ``args``."""
    arguments = signature.arguments
    given = [one for one in arguments if procedure or one.mode != "out"]
    out = [(one.name, one.type) for one in arguments if one.mode in ("out", "inout")]
    out += signature.table
    return Function(
        oid=0,
        schema=schema,
        name=name,
        args=tuple(one.type for one in given),
        arg_names=tuple(one.name for one in given) if any(one.name for one in given) else (),
        defaults=sum(one.has_default for one in given),
        variadic=_variadic(state, given),
        returns=_result(signature, out, procedure),
        returns_set=signature.returns_set,
        strict=signature.strict,
        volatile=signature.volatile,
        kind="p" if procedure else "w" if signature.window else "f",
        out_columns=tuple(out),
    )


def _result(signature: Signature, out: list[tuple[str, int]], procedure: bool) -> int:
    if signature.table:
        return out[-1][1] if len(out) == 1 else oids.RECORD
    if procedure:
        return oids.RECORD if out else oids.VOID
    if signature.returns:
        return signature.returns
    return out[0][1] if len(out) == 1 else oids.RECORD


_VARIADIC = {
    oids.ANY: oids.ANY,
    oids.ANYARRAY: oids.ANYELEMENT,
    oids.ANYCOMPATIBLEARRAY: oids.ANYCOMPATIBLE,
}


def _variadic(state: State, arguments: list[Argument]) -> int:
    """pg_proc.provariadic: the type of one argument of a VARIADIC array, 0 without one."""
    array = next((one.type for one in arguments if one.mode == "variadic"), 0)
    return _VARIADIC.get(array) or (state.catalog.element_of(array) if array else 0)


# Aggregates ---------------------------------------------------------------------------------------


def create_aggregate(state: State, cursor: Cursor) -> None:
    """CREATE AGGREGATE, also in its old form with BASETYPE."""
    name = cursor.qualified()
    old_form = _is_old_form(cursor)
    ordered, arguments = (None, None) if old_form else _aggregate_arguments(state, cursor)
    direct = ordered or []
    options = read_options(cursor)
    if arguments is None:
        arguments = _base_type(state, options)
    state_type = _option_type(state, options, ("stype", "stype1"), name.span)
    returns = state_type
    final = options.get("finalfunc")
    if final is not None:
        types = (state_type, *(one.type for one in [*direct, *arguments]))
        returns = _final_result(state, final.qualified(), types)
    hypothetical = "hypothetical" in options
    given = [*direct, *arguments]
    function = Function(
        oid=0,
        schema=home(state, name),
        name=name.name,
        args=tuple(one.type for one in given),
        arg_names=tuple(one.name for one in given) if any(one.name for one in given) else (),
        variadic=_variadic(state, given),
        returns=returns,
        kind="a",
        aggregate_kind="h" if hypothetical else "n" if ordered is None else "o",
        direct_args=len(direct),
    )
    add_function(state, cursor, function, name)


def _is_old_form(cursor: Cursor) -> bool:
    start = cursor.index
    cursor.group()
    old_form = not cursor.at("(")
    cursor.index = start
    return old_form


def _aggregate_arguments(
    state: State, cursor: Cursor
) -> tuple[list[Argument] | None, list[Argument]]:
    """``(*)``, ``(arguments)`` or ``(direct arguments ORDER BY arguments)``; the direct ones are
    None without ORDER BY."""
    cursor.expect("(")
    direct: list[Argument] | None = None
    found: list[Argument] = []
    cursor.accept("*")
    while not cursor.at(")"):
        if cursor.accept("order", "by"):
            direct, found = found, []
        found.append(_argument(state, cursor))
        if cursor.at("order", "by"):
            continue
        if not cursor.accept(","):
            break
    cursor.expect(")")
    if direct and direct[-1].mode == "variadic":
        # The arguments that follow are the same, and don't count again (makeOrderedSetArgs).
        return direct, []
    return direct, found


def _base_type(state: State, options: dict[str, Cursor]) -> list[Argument]:
    given = options.get("basetype")
    if given is None or given.token.text in ("ANY", "any", "*"):
        return []
    type_ = resolve_type(state, given.type_name())
    return [Argument(name="", mode="in", type=type_, has_default=False)]


def _option_type(
    state: State, options: dict[str, Cursor], names: tuple[str, ...], span: Span
) -> int:
    given = next((options[name] for name in names if name in options), None)
    if given is None:
        raise error("syntax-error", "aggregate stype must be specified", span, "Add `stype = …`.")
    return resolve_type(state, given.type_name())


def _final_result(state: State, name: Name, types: tuple[int, ...]) -> int:
    """What a final function returns: its first argument is the state, and FINALFUNC_EXTRA may add
    the aggregate's arguments."""
    candidates = state.catalog.functions(name.schema, name.name)
    for one in candidates:
        given = types[: len(one.args)]
        if given in (types[:1], types) and can_coerce(state.catalog, given, one.args):
            return _result_for(state, one, given)
    if len({one.returns for one in candidates}) == 1:
        return candidates[0].returns
    raise undefined_function(state, name)


def _result_for(state: State, function: Function, types: tuple[int, ...]) -> int:
    """What it returns for these types; those of a polymorphic aggregate decide only in a call."""
    if not POLYMORPHIC.isdisjoint(types):
        return function.returns
    return enforce_generic_type_consistency(
        state.catalog, types, function.args, function.returns
    ).result


def undefined_function(state: State, name: Name) -> CodegenError:
    """The error for a function that isn't there."""
    known = [one.name for one in state.catalog.user_functions()]
    return error(
        "undefined-function",
        f"function {name} does not exist",
        name.span,
        suggestion(name.name, known) or "Create it before this statement, or correct the name.",
    )


# ALTER and DROP -----------------------------------------------------------------------------------


def find_function(state: State, cursor: Cursor, missing_ok: bool = False) -> Function | None:
    """Moves past ``name`` or ``name(arguments)`` and finds the function.

    Raises undefined-function; ambiguous-function where the name alone fits more than one.
    """
    name = cursor.qualified()
    candidates = state.catalog.functions(name.schema, name.name)
    if cursor.at("("):
        try:
            inputs, everything = _named_types(state, cursor)
        except CodegenError as caught:
            if missing_ok and caught.diagnostic.code == "undefined-type":
                return None
            raise
        candidates = [one for one in candidates if one.args in (inputs, everything)]
    elif len(candidates) > 1:
        raise error(
            "ambiguous-function",
            f'function name "{name}" is not unique',
            name.span,
            "Name the argument types as well.",
        )
    if not candidates and not missing_ok:
        raise undefined_function(state, name)
    return candidates[0] if candidates else None


def _named_types(state: State, cursor: Cursor) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The input types of an argument list, and all its types."""
    direct, arguments = _aggregate_arguments(state, cursor)
    given = [*(direct or []), *arguments]
    inputs = tuple(one.type for one in given if one.mode != "out")
    return inputs, tuple(one.type for one in given)


def drop_functions(state: State, cursor: Cursor) -> None:
    """DROP FUNCTION, PROCEDURE, ROUTINE, AGGREGATE."""
    missing_ok = if_exists(cursor)
    while True:
        function = find_function(state, cursor, missing_ok)
        if function is not None:
            drops.drop_function(state, function)
        if not cursor.accept(","):
            break


def alter_function(state: State, cursor: Cursor) -> None:
    """ALTER FUNCTION, PROCEDURE, ROUTINE, AGGREGATE."""
    function = find_function(state, cursor)
    if function is None:
        return
    if cursor.accept("rename", "to"):
        _moved(state, function, replace(function, name=cursor.name().text))
    elif cursor.accept("set", "schema"):
        name = cursor.qualified()
        schema = existing_schema(state, name.name, name.span)
        _moved(state, function, replace(function, schema=schema))
    elif cursor.accept("strict") or cursor.accept("returns", "null", "on", "null", "input"):
        _moved(state, function, replace(function, strict=True))
    elif cursor.accept("called", "on", "null", "input"):
        _moved(state, function, replace(function, strict=False))
    elif cursor.accept("immutable") or cursor.accept("stable"):
        _moved(state, function, replace(function, volatile=False))
    elif cursor.accept("volatile"):
        _moved(state, function, replace(function, volatile=True))


def _moved(state: State, function: Function, changed: Function) -> None:
    state.catalog.drop_function(function)
    state.catalog.add_function(changed)
