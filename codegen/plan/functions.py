"""What is decided about a query before it is printed: its names, parameters and result."""

from __future__ import annotations

from codegen.analysis.nodes import AnalysedQuery, Parameter
from codegen.diagnostics import CodegenError, Diagnostic
from codegen.plan import names
from codegen.plan.commands import COMMANDS, Command, command_of
from codegen.plan.conversions import PythonType, with_null_elements
from codegen.plan.copies import copy_of, why_not
from codegen.plan.models import Models
from codegen.plan.named_rows import without_rows
from codegen.plan.pinning import pinned
from codegen.plan.results import Result, result_of
from codegen.plan.spelling import Annotation, Name
from codegen.postgres.catalog import Catalog
from codegen.records import dataclass
from codegen.source import Span, on_line

#: Names that the body of a function may need: its own parameter, and what it calls.
_OWN_NAMES = frozenset(
    {
        "conn",
        "queries",
        "optional",
        "to_json",
        "to_jsonb",
        "to_number_array",
        "to_json_array",
        "to_jsonb_array",
        "to_box_array",
    }
    | {name for command in COMMANDS.values() for name in (command.run, command.run_value) if name}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A parameter of a query as the function takes it."""

    name: str
    python: PythonType
    nullable: bool

    @property
    def annotation(self) -> Annotation:
        """What the parameter takes."""
        accepts = self.python.accepts
        return accepts.optional() if self.nullable else accepts


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """A query with every decision made that does not depend on the flavour.

    ``row`` is the class of one set of parameters, for a command that takes many; a single
    parameter needs none. ``copy_types`` are the types of COPY's columns.
    """

    query: AnalysedQuery
    name: str
    constant: str
    sql: str
    command: Command
    arguments: tuple[Argument, ...]
    result: Result | None
    row: Name | None = None
    copy_types: tuple[str, ...] = ()


def function_of(query: AnalysedQuery, catalog: Catalog, models: Models, module: str) -> Function:
    """Decides on a query. ``module`` is where its SQL and row class go.

    Raises CodegenError: a type without a Python type, a command that doesn't fit, names that clash.
    """
    command = command_of(query.command, query.cardinality)
    if command.has_rows and not query.columns:
        help = "Add RETURNING, or use :exec or :execrows."
        raise _fail(
            query, "command-mismatch", f":{query.command} needs a query that returns rows", help
        )
    if not command.has_rows:
        without_rows(query)
    if command.takes_many and not command.copy and not query.parameters:
        help = "Use :exec, :one or :many: there is nothing to repeat it with."
        raise _fail(
            query, "command-mismatch", f":{query.command} needs a query with parameters", help
        )
    if command.copy:
        return _copying(query, command, catalog, models, module)
    types = {parameter.number: parameter.type for parameter in query.parameters}
    arguments = _arguments(query, command, catalog, models)
    return Function(
        query=query,
        name=names.function_name(query.name),
        constant=names.constant_name(query.name),
        sql=_named(query, pinned(query.sql, types, catalog), models),
        command=command,
        arguments=arguments,
        result=result_of(query, catalog, models, module) if command.has_rows else None,
        row=_row(query, command, arguments, module),
    )


def _named(query: AnalysedQuery, sql: str, models: Models) -> str:
    """The SQL, under the query's name if that is to be sent along."""
    return f"-- name: {query.name}\n{sql}" if models.options.name_comments else sql


def _row(
    query: AnalysedQuery, command: Command, arguments: tuple[Argument, ...], module: str
) -> Name | None:
    if not command.takes_many or len(arguments) == 1:
        return None
    return Name(module, f"{names.pascal_case(query.name)}Params")


def _copying(
    query: AnalysedQuery, command: Command, catalog: Catalog, models: Models, module: str
) -> Function:
    copy = copy_of(query, catalog)
    if copy is None:
        message = f":copyfrom needs a plain INSERT of parameters: {why_not(query)}"
        help = "Write INSERT INTO table (columns) VALUES (parameters), or use :batchexec."
        raise _fail(query, "command-mismatch", message, help)
    numbers = sorted(parameter.number for parameter in query.parameters)
    by_number = dict(zip(numbers, _arguments(query, command, catalog, models), strict=True))
    arguments = tuple(by_number[number] for number in copy.parameters)
    return Function(
        query=query,
        name=names.function_name(query.name),
        constant=names.constant_name(query.name),
        sql=_named(query, copy.sql, models),
        command=command,
        arguments=arguments,
        result=None,
        row=_row(query, command, arguments, module),
        copy_types=copy.types,
    )


def _fail(query: AnalysedQuery, code: str, message: str, help: str | None) -> CodegenError:
    span = query.span if isinstance(query.span, Span) else None
    if code == "command-mismatch" and span is not None:
        span = on_line(span.source, query.line, f":{query.command}") or span
    return CodegenError(
        Diagnostic(code=code, message=message, span=span, help=help, query=query.name)
    )


def _arguments(
    query: AnalysedQuery, command: Command, catalog: Catalog, models: Models
) -> tuple[Argument, ...]:
    taken = _OWN_NAMES
    taken |= models.kind.reserved if command.takes_many else frozenset[str]()
    taken |= frozenset({"self"}) if models.options.has_class else frozenset[str]()
    parameters = sorted(query.parameters, key=lambda parameter: parameter.number)
    wanted = [names.parameter_name(one.name, one.number, taken) for one in parameters]
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
        python = models.parameter_typed(catalog, parameter.type, parameter.use)
    except CodegenError as caught:
        reason = caught.diagnostic
        what = f"parameter {parameter.name or parameter.number}: {reason.message}"
        raise _fail(query, reason.code, what, reason.help) from caught
    return with_null_elements(python) if parameter.elements_nullable else python
