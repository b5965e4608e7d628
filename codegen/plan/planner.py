"""Analysed queries and the catalog, made into the plan of a package."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import PurePath

from codegen.analysis.nodes import AnalysedQuery
from codegen.diagnostics import CodegenError, Diagnostic
from codegen.plan import ir, names
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
from codegen.plan.functions import Function, function_of
from codegen.plan.layout import call, layout
from codegen.plan.literals import words
from codegen.plan.makers import Nested, model_makers
from codegen.plan.models import Models, models_module, models_of
from codegen.plan.options import DEFAULT, Options
from codegen.plan.overrides import foreign_modules
from codegen.plan.spelling import ModuleNames, Name, member_key, of
from codegen.postgres.catalog import Catalog
from codegen.source import Span

#: Modules that the package has anyway.
_RESERVED_MODULES = frozenset({"models", "aio"})


def plan_package(
    queries: Sequence[AnalysedQuery], catalog: Catalog, options: Options = DEFAULT
) -> tuple[ir.PackagePlan, list[Diagnostic]]:
    """The plan of the package for these queries, and what stands in its way.

    A query with a problem is left out of the plan, so that all problems of a run are found.
    """
    models, diagnostics = models_of(catalog, options)
    files: list[ir.FilePlan] = []
    modules: dict[str, str] = {}
    for path, group in groupby(queries, key=lambda query: query.path):
        module = names.module_name(PurePath(path).stem)
        first = modules.setdefault(module, path)
        if first != path or module in _RESERVED_MODULES:
            other = first if first != path else "a module that every package has"
            diagnostics.append(_module_collision(path, module, other))
            continue
        functions = _functions(list(group), catalog, models, f"@_queries.{module}", diagnostics)
        files.append(_file(module, PurePath(path).name, functions, models))
    package = ir.PackagePlan(
        kind=options.models,
        foreign=foreign_modules(options),
        models=models_module(models),
        rows=_rows_module(models),
        files=tuple(files),
    )
    return package, diagnostics


def _module_collision(path: str, module: str, other: str) -> Diagnostic:
    return Diagnostic(
        code="name-collision",
        message=f"{path} becomes the module {module}, and so does {other}",
        help="Rename the file, or put all of its queries into the other one.",
    )


def _functions(
    queries: Sequence[AnalysedQuery],
    catalog: Catalog,
    models: Models,
    module: str,
    diagnostics: list[Diagnostic],
) -> list[Function]:
    functions: dict[str, Function] = {}
    for query in queries:
        try:
            function = function_of(query, catalog, models, module)
        except CodegenError as caught:
            diagnostics.append(caught.diagnostic)
            continue
        if function.name in functions:
            diagnostics.append(_function_collision(functions[function.name], function))
        else:
            functions[function.name] = function
    return list(functions.values())


def _function_collision(first: Function, second: Function) -> Diagnostic:
    span = second.query.span
    return Diagnostic(
        code="name-collision",
        message=f"{first.query.name} and {second.query.name} both become {first.name}()",
        span=span if isinstance(span, Span) else None,
        help="Rename one of the queries.",
        query=second.query.name,
    )


def _file(module: str, source: str, functions: Sequence[Function], models: Models) -> ir.FilePlan:
    return ir.FilePlan(
        name=module,
        source=words(source),
        queries=_queries_module(f"@_queries.{module}", functions, models),
        sync=_functions_module(module, functions, SYNC, models),
        aio=_functions_module(module, functions, ASYNC, models),
    )


def _class_names(functions: Sequence[Function]) -> list[str]:
    """The classes of the queries' own parameters and rows."""
    found: list[Name | None] = []
    for function in functions:
        found.append(function.row)
        if function.result is not None and function.result.attributes:
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
    taken = _attribute_names(functions) | constants
    own = _class_names(functions)
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
    rows = _class_names(functions)
    home = f"@{flavour.folder}{file}"
    taken = {function.name for function in functions}
    module = ModuleNames(home, taken, models.class_names(), rows)
    planned = tuple(
        function_plan(function, flavour, module, f"@_queries.{file}") for function in functions
    )
    for row in rows:
        module.use(Name(f"@_queries.{file}", row))
    exports = sorted([*rows, *(function.name for function in functions)], key=member_key)
    return ir.FunctionsModule(imports=module.imports(), functions=planned, exports=tuple(exports))


def _rows_module(models: Models) -> ir.RowsModule:
    taken = {field.name for model in models.tables.values() for field in model.fields}
    module = ModuleNames("@_rows", taken, models.class_names())
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
    makers = model_makers(models, module)
    codecs = tuple(codec_plan(one, module) for one in models.types.codecs.values())
    return ir.RowsModule(labels=labels, codecs=codecs, makers=makers, imports=module.imports())
