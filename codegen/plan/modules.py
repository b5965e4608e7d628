"""The modules of a package, from decisions to what the templates print."""

from __future__ import annotations

from collections.abc import Sequence

from codegen.plan import ir
from codegen.plan.codecs import codec_plan
from codegen.plan.function_plans import (
    ASYNC,
    SYNC,
    Flavour,
    constant,
    function_plan,
    own_makers,
    row_classes,
)
from codegen.plan.functions import Function
from codegen.plan.layout import call, layout
from codegen.plan.literals import words
from codegen.plan.makers import shared_makers
from codegen.plan.models import Models, attribute_names
from codegen.plan.overrides import called_names
from codegen.plan.row_values import Nested
from codegen.plan.spelling import ModuleNames, Name, member_key, of

#: Names that functions and makers give to what they work on, besides those of the query.
_LOCALS = frozenset({"conn", "row", "rows", "value"})


def file_plan(
    module: str, source: str, functions: Sequence[Function], models: Models
) -> ir.FilePlan:
    """The modules of one query file."""
    options = models.options
    return ir.FilePlan(
        name=module,
        source=words(source),
        queries=_queries_module(f"@_queries.{module}", functions, models),
        sync=_functions_module(module, functions, SYNC, models) if options.has_sync else None,
        aio=_functions_module(module, functions, ASYNC, models) if options.has_async else None,
    )


def class_names(functions: Sequence[Function]) -> list[str]:
    """The classes of the queries' own parameters and rows."""
    found: list[Name | None] = []
    for function in functions:
        found.append(function.row)
        if function.result is not None and function.result.has_own_class:
            found.append(function.result.row.name)
            found += [nested.class_name for nested in function.result.nested]
    return [name.name for name in found if name is not None]


def _attribute_names(functions: Sequence[Function]) -> set[str]:
    """The attributes of those classes."""
    found: set[str] = set()
    for function in functions:
        if function.row is not None:
            found |= {argument.name for argument in function.arguments}
        for one in function.result.attributes if function.result else ():
            found.add(one.name)
            found |= {value.name for value in one.values} if isinstance(one, Nested) else set()
    return found


def _queries_module(home: str, functions: Sequence[Function], models: Models) -> ir.QueriesModule:
    constants = {function.constant for function in functions}
    taken = _attribute_names(functions) | constants | _LOCALS
    own = class_names(functions)
    module = ModuleNames(home, taken, models.class_names(), own)
    return ir.QueriesModule(
        constants=tuple(constant(function, module) for function in functions),
        rows=tuple(
            row for function in functions for row in row_classes(function, module, models.kind)
        ),
        makers=tuple(one for function in functions for one in own_makers(function, module)),
        imports=module.imports(),
    )


def _functions_module(
    file: str, functions: Sequence[Function], flavour: Flavour, models: Models
) -> ir.FunctionsModule:
    rows = class_names(functions)
    home = f"@{flavour.folder}{file}"
    taken = {function.name for function in functions} | _LOCALS
    parameters = {argument.name for function in functions for argument in function.arguments}
    module = ModuleNames(
        home,
        taken,
        models.class_names(),
        rows,
        called=called_names(models.options),
        parameters=parameters,
    )
    planned = tuple(
        function_plan(function, flavour, module, f"@_queries.{file}") for function in functions
    )
    for row in rows:
        module.use(Name(f"@_queries.{file}", row))
    exports = sorted([*rows, *(function.name for function in functions)], key=member_key)
    return ir.FunctionsModule(imports=module.imports(), functions=planned, exports=tuple(exports))


def rows_module(models: Models) -> ir.RowsModule:
    """The plan of _rows.py."""
    module = ModuleNames("@_rows", attribute_names(models) | _LOCALS, models.class_names())
    labels = tuple(
        ir.ConstantPlan(
            name=enum.labels,
            annotation=module.use(Name("typing", "Final")),
            value=layout(
                call(
                    module.use(Name("@_runtime", "Labels")),
                    module.spell(of("@models", enum.class_name)),
                )
            ),
        )
        for enum in models.types.enums.values()
    )
    makers = shared_makers(models, module)
    codecs = tuple(codec_plan(one, module) for one in models.types.codecs.values())
    return ir.RowsModule(labels=labels, codecs=codecs, makers=makers, imports=module.imports())
