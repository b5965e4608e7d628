"""Query functions printed: constants, classes and makers that both flavours share, and the call."""

from __future__ import annotations

from collections.abc import Sequence

from codegen.plan import ir
from codegen.plan.commands import returned
from codegen.plan.conversions import converted
from codegen.plan.functions import Argument, Function
from codegen.plan.kinds import Field, ModelKind, class_plan
from codegen.plan.layout import Bracketed, Node, call, layout
from codegen.plan.literals import block_literal, docstring
from codegen.plan.makers import maker, value_maker
from codegen.plan.results import converts
from codegen.plan.spelling import ANY, NONE, Annotation, ModuleNames, Name, of, union
from codegen.records import dataclass


@dataclass(frozen=True, slots=True)
class Flavour:
    """The words in which synchronous and asynchronous functions differ.

    ``many`` are the types that a function takes many sets of parameters in.
    """

    folder: str
    define: str
    wait: str
    connection: Name
    stream: Name
    many: tuple[Name, ...]


ITERABLE = Name("collections.abc", "Iterable")
SYNC = Flavour(
    folder="",
    define="def ",
    wait="",
    connection=Name("psycopg", "Connection"),
    stream=Name("@_execute", "Rows"),
    many=(ITERABLE,),
)
ASYNC = Flavour(
    folder="aio.",
    define="async def ",
    wait="await ",
    connection=Name("psycopg", "AsyncConnection"),
    stream=Name("@aio._execute", "AsyncRows"),
    many=(ITERABLE, Name("collections.abc", "AsyncIterable")),
)


def constant(function: Function, module: ModuleNames) -> ir.ConstantPlan:
    """The constant with the query's SQL."""
    return ir.ConstantPlan(
        name=function.constant,
        annotation=module.use(Name("typing", "Final")),
        value=block_literal(function.sql),
    )


def row_classes(function: Function, module: ModuleNames, kind: ModelKind) -> list[ir.ClassPlan]:
    """The classes of the query's own parameters and rows, embedded ones first."""
    classes: list[tuple[str, list[Field]]] = []
    if function.row is not None:
        fields = [Field(one.name, one.annotation) for one in function.arguments]
        classes.append((function.row.name, fields))
    result = function.result
    if result is not None and result.has_own_class and result.row.name is not None:
        for nested in result.nested:
            fields = [Field(one.name, one.annotation) for one in nested.values]
            classes.append((nested.class_name.name, fields))
        fields = [Field(one.name, one.annotation) for one in result.attributes]
        classes.append((result.row.name.name, fields))
    return [class_plan(module, kind, name, fields) for name, fields in classes]


def own_makers(function: Function, module: ModuleNames) -> list[ir.MakerPlan]:
    """The functions that a query needs for its own parameters and rows."""
    makers = [_values_maker(function, module)] if function.command.takes_many else []
    result = function.result
    if result is None:
        return makers
    if result.value is not None and result.value.python.decode:
        makers.append(value_maker(module, _maker_name(function), result.value))
    if result.has_own_class and converts(result) and result.row.name is not None:
        name = _maker_name(function)
        made = maker(module, name, result.row.name, result.attributes, result.kind)
        makers.append(made)
    return makers


def _maker_name(function: Function) -> str:
    return f"make_{function.name}_row".replace("__", "_")


def _values_name(function: Function) -> str:
    return f"{function.name}_values".replace("__", "_")


def _values_maker(function: Function, module: ModuleNames) -> ir.MakerPlan:
    """For a command that takes many sets of parameters: the function that lists the values of one
    set in the order of the placeholders."""
    name = _values_name(function)
    returns = module.spell(of("", "list", of("", "object")))
    values = [
        _sent(function, module, one, "row" if function.row is None else f"row.{one.name}")
        for one in function.arguments
    ]
    return ir.MakerPlan(
        name=name,
        signature=layout(
            call(name, f"row: {module.spell(_set(function))}"),
            before="def ",
            after=f" -> {returns}:",
        ),
        embeds=(),
        body=layout(Bracketed("[", tuple(values), "]"), before="return ", indent=4),
    )


def _sent(function: Function, module: ModuleNames, argument: Argument, value: str) -> Node:
    encode = argument.python.encode
    if function.copy_types and encode is not None and encode.is_number:
        # COPY is told the type.
        encode = encode.inner
    return converted(module, encode, value, nullable=argument.nullable)


def _set(function: Function) -> Annotation:
    """The type of one set of parameters."""
    if function.row is not None:
        return Annotation(function.row)
    return function.arguments[0].annotation


def parameters_of(function: Function, flavour: Flavour, module: ModuleNames) -> list[Node]:
    """The parameters after the connection."""
    if function.command.takes_many:
        many = union(*(Annotation(one, (_set(function),)) for one in flavour.many))
        return [f"rows: {module.spell(many)}"]
    if not function.arguments:
        return []
    return ["*", *(f"{one.name}: {module.spell(one.annotation)}" for one in function.arguments)]


def returns_of(function: Function, flavour: Flavour) -> Annotation:
    """The type of what the function returns, or is awaited for."""
    row = function.result.row if function.result else NONE
    return returned(function.command, row, flavour.stream)


def function_plan(
    function: Function, flavour: Flavour, module: ModuleNames, queries: str
) -> ir.FunctionPlan:
    """The function in one flavour; ``queries`` is the module with its SQL."""
    connection = f"conn: {module.spell(Annotation(flavour.connection, (ANY,)))}"
    parameters = [connection, *parameters_of(function, flavour, module)]
    # Rows that are read as they arrive are waited for one by one, not here.
    define = "def " if function.command.returns == "stream" else flavour.define
    return ir.FunctionPlan(
        name=function.name,
        signature=layout(
            call(function.name, *parameters),
            before=define,
            after=f" -> {module.spell(returns_of(function, flavour))}:",
        ),
        doc=docstring(function.query.comments),
        body=tuple(_body(function, flavour, module, queries)),
    )


def _body(function: Function, flavour: Flavour, module: ModuleNames, queries: str) -> Sequence[str]:
    package, _, stem = queries.rpartition(".")
    constants = module.use(Name(package, stem, "queries"))
    result = function.result
    as_value = result is not None and result.value is not None and not converts(result)
    run = function.command.run_value if as_value else function.command.run
    items: list[Node] = ["conn", f"{constants}.{function.constant}"]
    items += _given(function, module, constants)
    if result is not None:
        items += [] if as_value else [_maker_reference(function, module, constants)]
        items += [] if result.binary else ["binary=False"]
    statement = call(module.use(Name(f"@{flavour.folder}_execute", run)), *items)
    wait = "" if function.command.returns == "stream" else flavour.wait
    if function.command.returns == "nothing":
        return [layout(statement, before=wait, indent=4)]
    one_value = as_value and function.command.returns == "row" and not function.command.batch
    if one_value and result is not None:
        # The function that runs the query can't name the type of a bare value; this line does.
        before = f"value: {module.spell(result.row)} = {wait}"
        return [layout(statement, before=before, indent=4), "return value"]
    return [layout(statement, before=f"return {wait}", indent=4)]


def _given(function: Function, module: ModuleNames, constants: str) -> list[Node]:
    """The arguments by which the parameters are handed on."""
    if not function.command.takes_many:
        values = tuple(_sent(function, module, one, one.name) for one in function.arguments)
        return [Bracketed("[", values, "]")]
    given: list[Node] = ["rows", f"{constants}.{_values_name(function)}"]
    if function.command.copy:
        types = tuple(f'"{name}"' for name in function.copy_types)
        given.append(Bracketed("[", types, "]"))
    return given


def _maker_reference(function: Function, module: ModuleNames, constants: str) -> str:
    result = function.result
    assert result is not None
    if not converts(result):
        return module.spell(result.row)
    shared = result.model or result.named
    if shared is not None:
        return module.use(Name("@_rows", shared.maker))
    return f"{constants}.{_maker_name(function)}"
