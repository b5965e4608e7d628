"""Function resolution: which function a call means.

After func_get_detail() of PostgreSQL's parse_func.c and FuncnameGetCandidates() of namespace.c;
chapters 4.3 and 10.3 of the manual.
"""

from __future__ import annotations

from collections.abc import Sequence

from codegen.postgres import oids
from codegen.postgres.call_forms import CallForm, check_call_form, check_conversion_form
from codegen.postgres.candidates import match_argtypes, select_candidate
from codegen.postgres.catalog import Catalog, Function
from codegen.postgres.coercion import find_coercion_pathway, is_complex, type_category
from codegen.postgres.common_type import select_common_type
from codegen.postgres.errors import Unresolved
from codegen.postgres.function_candidates import Candidate, find_candidates
from codegen.postgres.polymorphism import Bindings, enforce_generic_type_consistency
from codegen.records import dataclass

__all__ = ["ResolvedFunction", "Unresolved", "resolve_function"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedFunction:
    """A function for certain arguments, or a conversion that is written as a call.

    ``function`` is None for a conversion, whose target is ``result``. ``arg_types`` are what the
    arguments are converted to, in the order of the call, each element of a VARIADIC parameter on
    its own; UNKNOWN stays where the function takes "any". ``parameters`` are the places of the
    arguments among the function's parameters. ``out_columns`` and ``result`` have no polymorphic
    types in them.
    """

    function: Function | None
    arg_types: tuple[int, ...]
    result: int
    parameters: tuple[int, ...] = ()
    out_columns: tuple[tuple[str, int], ...] = ()

    @property
    def is_coercion(self) -> bool:
        """Whether the call is a conversion: its name is a type's."""
        return self.function is None


def resolve_function(
    catalog: Catalog,
    schema: str | None,
    name: str,
    arg_types: Sequence[int],
    arg_names: Sequence[str] = (),
    *,
    variadic_call: bool = False,
    ordered_args: int = 0,
    procedure: bool = False,
    literal: bool = True,
    form: CallForm | None = None,
) -> ResolvedFunction:
    """The function that a call means.

    :param arg_types: the arguments' types, UNKNOWN for what has none yet; those of WITHIN GROUP
        (ORDER BY …) come last, and ``ordered_args`` is their number.
    :param arg_names: the names of the last arguments, for named notation.
    :param variadic_call: the last argument is marked VARIADIC.
    :param procedure: it is a CALL, which has arguments for OUT parameters too.
    :param literal: an only argument of type UNKNOWN is a literal or NULL, no parameter; then
        ``date('…')`` is a conversion.
    :param form: what else the call has; that the function may be called so is checked then.
    :raises Unresolved: nothing fits, more than one does, or polymorphic arguments disagree.
    """
    types = tuple(arg_types)
    call = (
        schema,
        name,
        types,
        tuple(arg_names),
        variadic_call,
        ordered_args,
        procedure,
        literal,
        form,
    )
    key = ("function", call, catalog.path())
    return catalog.remembered(key, lambda: _resolve(catalog, *call))


def _resolve(
    catalog: Catalog,
    schema: str | None,
    name: str,
    types: tuple[int, ...],
    names: tuple[str, ...],
    variadic_call: bool,
    ordered_args: int,
    procedure: bool,
    literal: bool,
    form: CallForm | None,
) -> ResolvedFunction:
    candidates = find_candidates(
        catalog, schema, name, len(types), names, expand=not variadic_call, procedure=procedure
    )
    best = next((one for one in candidates if one.args[: len(types)] == types), None)
    if best is None and len(types) == 1 and not names:
        target = _conversion_target(catalog, schema, name, types[0], literal)
        if target:
            if form is not None:
                check_conversion_form(name, form)
            return ResolvedFunction(function=None, arg_types=(target,), result=target)
    what = "procedure" if procedure else "function"
    signature = _signature(catalog, schema, name, types, names)
    if best is None:
        fitting = match_argtypes(catalog, types, candidates)
        if not fitting:
            raise Unresolved("undefined", f"{what} {signature} does not exist", what)
        best = fitting[0] if len(fitting) == 1 else select_candidate(catalog, types, fitting)
    if best is None or best.ambiguous:
        raise Unresolved("ambiguous", f"{what} {signature} is not unique", what)
    if variadic_call and not _variadic_argument_fits(catalog, best, types, names):
        raise Unresolved("undefined", f"{what} {signature} does not exist", what)
    if ordered_args and not _takes_ordered(best.function, len(types), ordered_args):
        raise Unresolved("undefined", f"{what} {signature} does not exist", what)
    if form is not None:
        check_call_form(best.function, form)
    return _resolved(catalog, best, types, ordered_args)


def _conversion_target(
    catalog: Catalog, schema: str | None, name: str, source: int, literal: bool
) -> int:
    """The type that a call ``type(value)`` converts to; 0 where it is no conversion.

    Only conversions without a cast function count, as the others are functions of that name.
    """
    target = catalog.find_type(schema, name)
    if target is None or target.kind == "c":
        return 0
    if source == oids.UNKNOWN and literal:
        return target.oid
    pathway = find_coercion_pathway(catalog, target.oid, source, "e")
    if pathway is None or pathway[0] not in ("relabel", "io"):
        return 0
    record = source == oids.RECORD or is_complex(catalog, source)
    if pathway[0] == "io" and record and type_category(catalog, target.oid) == "S":
        return 0
    return target.oid


def _variadic_argument_fits(
    catalog: Catalog, best: Candidate, types: tuple[int, ...], names: tuple[str, ...]
) -> bool:
    """Whether the argument marked VARIADIC is one for the last parameter.

    :raises Unresolved: the parameter takes "any" and the argument is no array.
    """
    last = len(types) - 1
    if names and best.parameters[last] != last:
        return False
    if best.function.variadic == oids.ANY and not catalog.element_of(
        catalog.base_type(types[last])
    ):
        raise Unresolved("mismatch", "VARIADIC argument must be an array", "function")
    return True


def _takes_ordered(function: Function, count: int, ordered: int) -> bool:
    """Whether an ordered-set aggregate takes so many of its arguments in WITHIN GROUP.

    Anything else passes: what is no such aggregate is another complaint.
    """
    if function.aggregate_kind not in ("o", "h"):
        return True
    direct = count - ordered
    if function.variadic and function.aggregate_kind == "h":
        return direct == ordered
    return direct >= function.direct_args if function.variadic else direct == function.direct_args


def _resolved(
    catalog: Catalog, best: Candidate, types: tuple[int, ...], ordered_args: int
) -> ResolvedFunction:
    function = best.function
    if function.aggregate_kind == "h" and ordered_args:
        types = _unify_hypothetical(catalog, best, types, ordered_args)
    defaulted = len(best.args) - len(types)
    bindings = enforce_generic_type_consistency(
        catalog, (*types, *[oids.UNKNOWN] * defaulted), best.args, function.returns
    )
    if best.expanded and function.variadic != oids.ANY:
        _require_array_of(catalog, bindings.args[len(types) - 1])
    return ResolvedFunction(
        function=function,
        arg_types=bindings.args[: len(types)],
        result=bindings.result,
        parameters=best.parameters[: len(types)],
        out_columns=_out_columns(function, bindings),
    )


def _out_columns(function: Function, bindings: Bindings) -> tuple[tuple[str, int], ...]:
    """The OUT columns; none where the type of one isn't determined, as then they have no names
    either (get_call_result_type in funcapi.c)."""
    try:
        return tuple((column, bindings.bind(type_)) for column, type_ in function.out_columns)
    except Unresolved:
        return ()


def _require_array_of(catalog: Catalog, element: int) -> None:
    if not catalog.array_of(element):
        name = catalog.format_type(element)
        raise Unresolved("undefined", f"could not find array type for data type {name}")


def _unify_hypothetical(
    catalog: Catalog, best: Candidate, types: tuple[int, ...], ordered: int
) -> tuple[int, ...]:
    """A hypothetical-set aggregate's direct arguments take the types of those they stand for."""
    unified = list(types)
    direct = len(types) - ordered
    for place in range(direct - ordered, direct):
        if best.args[place] == oids.ANY:
            pair = (types[place + ordered], types[place])
            common = select_common_type(catalog, pair, "WITHIN GROUP")
            unified[place] = unified[place + ordered] = common
    return tuple(unified)


def _signature(
    catalog: Catalog,
    schema: str | None,
    name: str,
    types: tuple[int, ...],
    names: tuple[str, ...],
) -> str:
    """The call as PostgreSQL's messages have it (func_signature_string)."""
    words = [catalog.format_type(one) for one in types]
    for offset, arg_name in enumerate(reversed(names), 1):
        words[-offset] = f"{arg_name} => {words[-offset]}"
    qualified = f"{schema}.{name}" if schema else name
    return f"{qualified}({', '.join(words)})"
