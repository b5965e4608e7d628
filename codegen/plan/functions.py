"""Query functions: signature, docstring and the call that runs the query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from codegen.analysis.nodes import AnalysedQuery, Parameter
from codegen.diagnostics import CodegenError, Diagnostic
from codegen.plan import ir, names
from codegen.plan.commands import COMMANDS, Command, command_of, returned
from codegen.plan.layout import Bracketed, Node, call, layout
from codegen.plan.literals import block_literal, docstring
from codegen.plan.makers import maker, needs_maker, value_maker
from codegen.plan.models import DATACLASS, Models
from codegen.plan.pinning import pinned
from codegen.plan.python_types import PythonType, converted, python_type, with_null_elements
from codegen.plan.results import Result, converts, result_of
from codegen.plan.spelling import ANY, NONE, ModuleNames, Name, of
from codegen.postgres.catalog import Catalog
from codegen.source import Span

#: Names that the body of a function may need: its own parameter, and what it calls.
_OWN_NAMES = frozenset(
    {"conn", "queries", "optional", "to_json", "to_jsonb", "to_json_array", "to_jsonb_array"}
    | {name for command in COMMANDS.values() for name in (command.run, command.run_value) if name}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A parameter of a query as the function takes it."""

    name: str
    python: PythonType
    nullable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """A query with every decision made that does not depend on the flavour."""

    query: AnalysedQuery
    name: str
    constant: str
    sql: str
    command: Command
    arguments: tuple[Argument, ...]
    result: Result | None


@dataclass(frozen=True, slots=True)
class Flavour:
    """The words in which synchronous and asynchronous functions differ."""

    folder: str
    define: str
    connection: str
    wait: str


SYNC = Flavour("", "def ", "Connection", "")
ASYNC = Flavour("aio.", "async def ", "AsyncConnection", "await ")


def function_of(query: AnalysedQuery, catalog: Catalog, models: Models, module: str) -> Function:
    """Decides on a query. ``module`` is where its SQL and row class go.

    Raises CodegenError: a type without a Python type, a command that doesn't fit, names that clash.
    """
    command = command_of(query.command, query.cardinality)
    if command is None:
        known = ", ".join(f":{name}" for name in COMMANDS if name.isalpha())
        raise _fail(
            query, "unsupported", f":{query.command} can't be generated yet", f"Use one of {known}."
        )
    if command.has_rows and not query.columns:
        help = "Add RETURNING, or use :exec or :execrows."
        raise _fail(
            query, "command-mismatch", f":{query.command} needs a query that returns rows", help
        )
    types = {parameter.number: parameter.type for parameter in query.parameters}
    return Function(
        query=query,
        name=names.function_name(query.name),
        constant=names.constant_name(query.name),
        sql=pinned(query.sql, types, catalog),
        command=command,
        arguments=_arguments(query, catalog, models),
        result=result_of(query, catalog, models, module) if command.has_rows else None,
    )


def _fail(query: AnalysedQuery, code: str, message: str, help: str | None) -> CodegenError:
    span = query.span if isinstance(query.span, Span) else None
    return CodegenError(
        Diagnostic(code=code, message=message, span=span, help=help, query=query.name)
    )


def _arguments(query: AnalysedQuery, catalog: Catalog, models: Models) -> tuple[Argument, ...]:
    parameters = sorted(query.parameters, key=lambda parameter: parameter.number)
    wanted = [names.parameter_name(one.name, one.number, _OWN_NAMES) for one in parameters]
    return tuple(
        Argument(
            name=name,
            python=_argument_type(query, parameter, catalog, models),
            nullable=parameter.nullable,
        )
        for name, parameter in zip(names.distinct(wanted), parameters, strict=True)
    )


def _argument_type(
    query: AnalysedQuery, parameter: Parameter, catalog: Catalog, models: Models
) -> PythonType:
    try:
        python = python_type(catalog, parameter.type, models.enums)
    except CodegenError as caught:
        reason = caught.diagnostic
        what = f"parameter {parameter.name or parameter.number}: {reason.message}"
        raise _fail(query, reason.code, what, reason.help) from caught
    return with_null_elements(python) if parameter.elements_nullable else python


def constant(function: Function, module: ModuleNames) -> ir.ConstantPlan:
    """The constant with the query's SQL."""
    return ir.ConstantPlan(
        name=function.constant,
        annotation=module.use(Name("typing", "Final")),
        value=block_literal(function.sql),
    )


def row_classes(function: Function, module: ModuleNames) -> list[ir.ClassPlan]:
    """The classes of the query's own rows, embedded ones first."""
    result = function.result
    if result is None or not result.attributes or result.row.name is None:
        return []
    classes = [(one.class_name.name, one.values) for one in result.nested]
    return [
        ir.ClassPlan(
            name=name,
            decorator=f"@{module.use(DATACLASS)}(slots=True)",
            doc=None,
            fields=tuple(
                ir.FieldPlan(name=one.name, annotation=module.spell(one.annotation))
                for one in fields
            ),
        )
        for name, fields in [*classes, (result.row.name.name, result.attributes)]
    ]


def own_maker(function: Function, module: ModuleNames) -> ir.MakerPlan | None:
    """The maker of the query's rows, if they need one of their own."""
    result = function.result
    if result is None:
        return None
    if result.value is not None and result.value.python.decode:
        return value_maker(module, _maker_name(function), result.value)
    if result.attributes and needs_maker(result.attributes) and result.row.name is not None:
        return maker(module, _maker_name(function), result.row.name, result.attributes)
    return None


def _maker_name(function: Function) -> str:
    return f"make_{function.name}_row".replace("__", "_")


def function_plan(
    function: Function, flavour: Flavour, module: ModuleNames, queries: str
) -> ir.FunctionPlan:
    """The function in one flavour; ``queries`` is the module with its SQL."""
    connection = of("psycopg", flavour.connection, ANY)
    parameters: list[Node] = [f"conn: {module.spell(connection)}"]
    if function.arguments:
        parameters += ["*", *(_parameter(module, argument) for argument in function.arguments)]
    returns = returned(function.command, function.result.row if function.result else NONE)
    return ir.FunctionPlan(
        name=function.name,
        signature=layout(
            call(function.name, *parameters),
            before=flavour.define,
            after=f" -> {module.spell(returns)}:",
        ),
        doc=docstring(function.query.comments),
        body=tuple(_body(function, flavour, module, queries)),
    )


def _parameter(module: ModuleNames, argument: Argument) -> str:
    accepts = argument.python.accepts
    annotation = accepts.optional() if argument.nullable else accepts
    return f"{argument.name}: {module.spell(annotation)}"


def _body(function: Function, flavour: Flavour, module: ModuleNames, queries: str) -> Sequence[str]:
    package, _, stem = queries.rpartition(".")
    constants = module.use(Name(package, stem, "queries"))
    items: list[Node] = ["conn", f"{constants}.{function.constant}"]
    values = [
        converted(module, argument.python.encode, argument.name, nullable=argument.nullable)
        for argument in function.arguments
    ]
    items.append(Bracketed("[", tuple(values), "]"))
    result = function.result
    as_value = result is not None and result.value is not None and not converts(result)
    run = function.command.run_value if as_value else function.command.run
    if result is not None:
        items += [] if as_value else [_maker_reference(function, module, constants)]
        items += [] if result.binary else ["binary=False"]
    statement = call(module.use(Name(f"@{flavour.folder}_execute", run)), *items)
    if function.command.returns == "nothing":
        return [layout(statement, before=flavour.wait, indent=4)]
    if as_value and function.command.returns == "row" and result is not None:
        # The function that runs the query can't name the type of a bare value; this line does.
        before = f"value: {module.spell(result.row)} = {flavour.wait}"
        return [layout(statement, before=before, indent=4), "return value"]
    return [layout(statement, before=f"return {flavour.wait}", indent=4)]


def _maker_reference(function: Function, module: ModuleNames, constants: str) -> str:
    result = function.result
    assert result is not None
    if not converts(result):
        return module.spell(result.row)
    if result.model is not None:
        return module.use(Name("@_rows", result.model.maker))
    return f"{constants}.{_maker_name(function)}"
