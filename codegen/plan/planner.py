"""Analysed queries and the catalog, made into the plan of a package."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Protocol, TypeVar

from codegen.analysis.nodes import AnalysedQuery
from codegen.diagnostics import CodegenError, Diagnostic, Label
from codegen.plan import ir, names
from codegen.plan.class_plans import Module, class_module
from codegen.plan.function_plans import ASYNC, SYNC
from codegen.plan.functions import Function, function_of
from codegen.plan.literals import words
from codegen.plan.models import Models, models_module, models_of
from codegen.plan.modules import class_names, file_plan, rows_module
from codegen.plan.options import DEFAULT, Options
from codegen.plan.overrides import foreign_modules
from codegen.plan.query_info import info_module
from codegen.postgres.catalog import Catalog
from codegen.records import dataclass, field
from codegen.source import Span, on_line

#: Modules that the package has anyway, or by an option.
_RESERVED_MODULES = {"models": "", "aio": "", "query_info": "query_info"}


class Located(Protocol):
    """Something that stands in a query file."""

    @property
    def path(self) -> str:
        """The file's path."""
        ...


Item = TypeVar("Item", bound=Located)


@dataclass(frozen=True, slots=True)
class Draft:
    """A package while it is planned, file by file.

    Files share the ``models``: what a query needs of codecs, and the classes that queries name,
    are added to it, so that the order of the files matters.
    """

    catalog: Catalog
    models: Models
    diagnostics: list[Diagnostic]
    files: list[tuple[str, str, list[Function]]] = field(
        default_factory=list[tuple[str, str, list[Function]]]
    )


def plan_package(
    queries: Sequence[AnalysedQuery], catalog: Catalog, options: Options = DEFAULT
) -> tuple[ir.PackagePlan, list[Diagnostic]]:
    """The plan of the package for these queries, and what stands in its way.

    A query with a problem is left out of the plan, so that all problems of a run are found.
    """
    draft = draft_of(catalog, options)
    modules, collisions = by_module(queries, options)
    draft.diagnostics.extend(collisions)
    for module, file, group in modules:
        add_file(draft, module, file, group)
    return finished(draft, [file for _, file, _ in modules]), draft.diagnostics


def draft_of(catalog: Catalog, options: Options) -> Draft:
    """A package without queries."""
    models, diagnostics = models_of(catalog, options)
    return Draft(catalog, models, diagnostics)


def add_file(draft: Draft, module: str, file: str, queries: Sequence[AnalysedQuery]) -> None:
    """Decides on the queries of a file."""
    home = f"@_queries.{module}"
    functions = _functions(queries, draft.catalog, draft.models, home, draft.diagnostics)
    draft.files.append((module, file, functions))
    draft.diagnostics.extend(_class_collisions(functions))


def finished(draft: Draft, sources: Sequence[str]) -> ir.PackagePlan:
    """The plan of the package, now that all is known that files share; ``sources`` are the names
    of all its query files."""
    models, options = draft.models, draft.models.options
    modules = [Module(name, functions) for name, _, functions in draft.files]
    if options.has_class or options.query_info:
        draft.diagnostics.extend(_collisions_between(modules))
    return ir.PackagePlan(
        has_sync=options.has_sync,
        has_async=options.has_async,
        kind=options.models,
        foreign=foreign_modules(options),
        models=models_module(models),
        rows=rows_module(models),
        sources=tuple(map(words, sources)),
        files=file_plans(draft),
        sync_class=class_module(modules, SYNC, models)
        if options.has_class and options.has_sync
        else None,
        aio_class=class_module(modules, ASYNC, models)
        if options.has_class and options.has_async
        else None,
        info=info_module(modules) if options.query_info else None,
    )


def file_plans(draft: Draft) -> tuple[ir.FilePlan, ...]:
    """The modules of the files, now that all is known that files share."""
    return tuple(file_plan(*file, draft.models) for file in draft.files)


def by_module(
    queries: Sequence[Item], options: Options
) -> tuple[list[tuple[str, str, list[Item]]], list[Diagnostic]]:
    """The queries by their module: its name, that of the file, and the queries.

    Files of one name in several folders are one. A file whose module another one has is told.
    """
    reserved = _reserved_modules(options)
    found: dict[str, tuple[str, str, list[Item]]] = {}
    diagnostics: list[Diagnostic] = []
    for file, group in _by_file(queries).items():
        module = names.module_name(PurePath(file).stem)
        if module in reserved:
            module += "_"
        _, first, _ = found.setdefault(module, (module, file, group))
        if first != file:
            diagnostics.append(_module_collision(group[0].path, module, first))
    return list(found.values()), diagnostics


def _by_file(queries: Sequence[Item]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for query in queries:
        found.setdefault(PurePath(query.path).name, []).append(query)
    return found


def _reserved_modules(options: Options) -> set[str]:
    return {
        module
        for module, option in _RESERVED_MODULES.items()
        if not option or getattr(options, option)
    }


def _collisions_between(modules: Sequence[Module]) -> list[Diagnostic]:
    """Functions of several files that have one name, where all are methods of one class."""
    first: dict[str, Function] = {}
    found: list[Diagnostic] = []
    for function in (each for one in modules for each in one.functions):
        other = first.setdefault(function.name, function)
        if other is not function:
            found.append(_function_collision(other, function))
    return found


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
    message = f"{first.query.name} and {second.query.name} both become {first.name}()"
    return _collision(message, first, second)


def _collision(message: str, first: Function, second: Function) -> Diagnostic:
    first_place, place = [_name_place(one.query) for one in (first, second)]
    return Diagnostic(
        code="name-collision",
        message=message,
        span=place,
        labels=(Label(first_place, f"{first.query.name} is here"),) if first_place else (),
        help="Rename one of the queries.",
        query=second.query.name,
    )


def _name_place(query: AnalysedQuery) -> Span | None:
    return on_line(query.span.source, query.line, query.name) if query.span else None


def _class_collisions(functions: Sequence[Function]) -> list[Diagnostic]:
    """Two queries of a file whose own classes would have one name."""
    first: dict[str, Function] = {}
    found: list[Diagnostic] = []
    for function in functions:
        for name in class_names([function]):
            other = first.setdefault(name, function)
            if other is not function:
                found.append(
                    _collision(
                        f"{other.query.name} and {function.query.name} both have {name}",
                        other,
                        function,
                    )
                )
    return found
