"""All queries as methods of a class, and the protocol of that class."""

from __future__ import annotations

from collections.abc import Sequence

from codegen.plan import ir
from codegen.plan.function_plans import Flavour, parameters_of, returns_of
from codegen.plan.functions import Function
from codegen.plan.layout import Node, call, layout
from codegen.plan.literals import docstring
from codegen.plan.models import Models
from codegen.plan.spelling import ANY, Annotation, ModuleNames, Name
from codegen.records import dataclass

CLASS = "Queries"
PROTOCOL = "QueriesProtocol"


@dataclass(frozen=True, slots=True)
class Module:
    """The functions of a query file, by the name of its module."""

    name: str
    functions: Sequence[Function]


def class_module(modules: Sequence[Module], flavour: Flavour, models: Models) -> ir.ClassModule:
    """The module of the class, in one flavour."""
    own = {function.name for one in modules for function in one.functions}
    names = ModuleNames(f"@{flavour.folder}_class", own | {CLASS, PROTOCOL}, models.class_names())
    methods = tuple(
        _method(function, one.name, flavour, names) for one in modules for function in one.functions
    )
    protocol = models.options.protocol
    return ir.ClassModule(
        name=CLASS,
        protocol=PROTOCOL if protocol else None,
        protocol_base=names.use(Name("typing", "Protocol")) if protocol else "",
        connection=names.spell(Annotation(flavour.connection, (ANY,))),
        methods=methods,
        imports=names.imports(),
    )


def _method(function: Function, file: str, flavour: Flavour, names: ModuleNames) -> ir.MethodPlan:
    parameters = parameters_of(function, flavour, names)
    is_stream = function.command.returns == "stream"
    signature = layout(
        call(function.name, "self", *parameters),
        before="def " if is_stream else flavour.define,
        after=f" -> {names.spell(returns_of(function, flavour))}:",
        indent=4,
    )
    return ir.MethodPlan(
        name=function.name,
        signature=signature,
        doc=docstring(function.query.comments, 8),
        fallback_doc=f'"""The query {function.query.name}."""',
        body=(_body(function, file, flavour, names),),
    )


def _body(function: Function, file: str, flavour: Flavour, names: ModuleNames) -> str:
    functions = names.use(Name(f"@{flavour.folder}".rstrip("."), file, f"_{file}"))
    given: list[Node] = ["self._conn"]
    if function.command.takes_many:
        given.append("rows")
    else:
        given += [f"{one.name}={one.name}" for one in function.arguments]
    wait = "" if function.command.returns == "stream" else flavour.wait
    before = wait if function.command.returns == "nothing" else f"return {wait}"
    return layout(call(f"{functions}.{function.name}", *given), before=before, indent=8)
