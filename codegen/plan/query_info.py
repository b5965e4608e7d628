"""What is known of each query, as constants of the package."""

from __future__ import annotations

from collections.abc import Sequence

from codegen.plan import ir
from codegen.plan.class_plans import Module
from codegen.plan.functions import Function
from codegen.plan.layout import Bracketed, Node, call, keyword, layout
from codegen.plan.literals import string_literal
from codegen.plan.spelling import ModuleNames, Name

INFO = "QueryInfo"
#: What the module needs besides the queries.
_ALWAYS = (("collections.abc", "Callable"), ("dataclasses", "dataclass"), ("typing", "Final"))


def info_module(modules: Sequence[Module]) -> ir.InfoModule:
    """The module with a constant for each query."""
    names = ModuleNames("@query_info", {INFO, "info_of"})
    constants = tuple(
        _constant(function, one.name, names) for one in modules for function in one.functions
    )
    functions = tuple(
        (string_literal(function.name), function.constant)
        for one in modules
        for function in one.functions
    )
    for module, name in _ALWAYS:
        names.use(Name(module, name))
    return ir.InfoModule(constants=constants, functions=functions, imports=names.imports())


def _constant(function: Function, file: str, names: ModuleNames) -> ir.ConstantPlan:
    queries = names.use(Name("@_queries", file, f"_{file}"))
    effects = function.query.effects
    value = call(
        INFO,
        keyword("name", string_literal(function.query.name)),
        keyword("command", string_literal(function.query.command)),
        f"sql={queries}.{function.constant}",
        f"read_only={effects.read_only}",
        keyword("reads", _tables(effects.reads)),
        keyword("writes", _tables(effects.writes)),
    )
    before = f"{function.constant}: Final = "
    return ir.ConstantPlan(
        name=function.constant,
        annotation="Final",
        value=layout(value, before=before).removeprefix(before),
    )


def _tables(tables: Sequence[tuple[str, str]]) -> Node:
    items = tuple(string_literal(f"{schema}.{name}") for schema, name in tables)
    if len(items) == 1:
        return f"({items[0]},)"
    return Bracketed("(", items)
