"""Whether a function may be called in the form that a call has: with OVER, WITHIN GROUP, ``*``…

After ParseFuncOrColumn() of PostgreSQL's parse_func.c; chapter 4.2.7 and 4.2.8 of the manual.
"""

from __future__ import annotations

from codegen.postgres import oids
from codegen.postgres.catalog import Function
from codegen.postgres.errors import Unresolved
from codegen.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CallForm:
    """What a call has beside its arguments; ``arguments`` says whether it has any of these."""

    arguments: bool = True
    named: bool = False
    star: bool = False
    distinct: bool = False
    order_by: bool = False
    within_group: bool = False
    filter: bool = False
    over: bool = False
    procedure: bool = False


def check_call_form(function: Function, form: CallForm) -> None:
    """Whether the function may be called so.

    :raises Unresolved: it may not; ``wrong-kind``, with PostgreSQL's message.
    """
    complaint = _CHECKS[function.kind](function, form)
    if form.procedure and function.kind != "p":
        complaint = "{name} is not a procedure"
    if complaint:
        told = complaint.format(name=function.name)
        raise Unresolved("wrong-kind", told, "function", _way_out(complaint))
    complaint = _unsupported(function, form)
    if complaint:
        raise Unresolved("unsupported", complaint, "function")


def check_conversion_form(name: str, form: CallForm) -> None:
    """Whether ``type(value)``, which is a conversion, may be written so.

    :raises Unresolved: as :func:`check_call_form` does.
    """
    complaint = _complaint_of_plain(form)
    if form.procedure:
        complaint = "{name} is not a procedure"
    if complaint:
        raise Unresolved("wrong-kind", complaint.format(name=name), "function", _way_out(complaint))


def _way_out(complaint: str) -> str:
    word, specified, _ = complaint.partition(" specified, but ")
    return f"Leave {word.format(name='it')} out." if specified else _WAYS_OUT.get(complaint, "")


_WAYS_OUT = {
    "window function {name} requires an OVER clause": "Add OVER (ORDER BY …).",
    "window function {name} cannot have WITHIN GROUP": "Write OVER instead.",
    "WITHIN GROUP is required for ordered-set aggregate {name}": "Add WITHIN GROUP (ORDER BY …).",
    "OVER is not supported for ordered-set aggregate {name}": "Compute it in a subquery.",
    "{name} is not an ordered-set aggregate, so it cannot have WITHIN GROUP": "Leave it out.",
    "{name}(*) must be used to call a parameterless aggregate function": "Write (*).",
    "{name} is a procedure": "Call it in a query of its own: CALL.",
    "{name} is not a procedure": "Call it in SELECT.",
}


def _unsupported(function: Function, form: CallForm) -> str:
    if function.returns == oids.INTERNAL:
        return 'functions returning type "internal" cannot be called explicitly'
    if form.named and function.kind == "a":
        return "aggregates cannot use named arguments"
    if form.over and form.distinct:
        return "DISTINCT is not implemented for window functions"
    if form.over and form.order_by:
        return "aggregate ORDER BY is not implemented for window functions"
    if function.kind == "w" and form.filter:
        return "FILTER is not implemented for non-aggregate window functions"
    return ""


def _check_plain(_: Function, form: CallForm) -> str:
    return _complaint_of_plain(form)


def _complaint_of_plain(form: CallForm) -> str:
    if form.star:
        return "{name}(*) specified, but {name} is not an aggregate function"
    if form.distinct:
        return "DISTINCT specified, but {name} is not an aggregate function"
    if form.within_group:
        return "WITHIN GROUP specified, but {name} is not an aggregate function"
    if form.order_by:
        return "ORDER BY specified, but {name} is not an aggregate function"
    if form.filter:
        return "FILTER specified, but {name} is not an aggregate function"
    if form.over:
        return "OVER specified, but {name} is not a window function nor an aggregate function"
    return ""


def _check_aggregate(function: Function, form: CallForm) -> str:
    if function.aggregate_kind in ("o", "h"):
        if not form.within_group:
            return "WITHIN GROUP is required for ordered-set aggregate {name}"
        if form.over:
            return "OVER is not supported for ordered-set aggregate {name}"
        return ""
    if form.within_group:
        return "{name} is not an ordered-set aggregate, so it cannot have WITHIN GROUP"
    if not form.arguments and not form.star:
        return "{name}(*) must be used to call a parameterless aggregate function"
    return ""


def _check_window(function: Function, form: CallForm) -> str:
    if form.within_group:
        return "window function {name} cannot have WITHIN GROUP"
    if not form.over:
        return "window function {name} requires an OVER clause"
    return ""


def _check_procedure(function: Function, form: CallForm) -> str:
    return "" if form.procedure else "{name} is a procedure"


_CHECKS = {
    "f": _check_plain,
    "a": _check_aggregate,
    "w": _check_window,
    "p": _check_procedure,
}
