"""The whole compiler on one page: from files to analysed queries to the texts of a package."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from glob import glob, has_magic
from pathlib import Path

from codegen.analysis import analyse
from codegen.analysis.nodes import AnalysedQuery
from codegen.analysis.overrides import many_rows, overridden
from codegen.config import Config
from codegen.diagnostics import CodegenError, Diagnostic, error, has_errors
from codegen.plan.options import DEFAULT, Options
from codegen.plan.planner import plan_package
from codegen.postgres.catalog import Catalog
from codegen.render.package import render
from codegen.schema import load
from codegen.schema.migrations import sources_of
from codegen.source import Source
from codegen.sql.annotations import ParsedQuery, duplicate, read_queries


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What the inputs mean: the queries that could be analysed, and everything that is wrong."""

    schema_sources: tuple[Source, ...]
    catalog: Catalog
    queries: tuple[AnalysedQuery, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def failed(self) -> bool:
        """Whether there is an error."""
        return has_errors(self.diagnostics)


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The generated files by path. None if there is an error: nothing is to be written then."""

    files: dict[str, str] | None
    diagnostics: tuple[Diagnostic, ...]


def analyse_project(config: Config) -> Analysis:
    """Reads the schema and the queries, and analyses every query; mistakes are collected."""
    diagnostics: list[Diagnostic] = list(config.notes)
    schema = _read(config.schema, sources_of, diagnostics)
    catalog, found = load(schema)
    diagnostics += found
    schema_is_whole = not has_errors(diagnostics)
    parsed: list[ParsedQuery] = []
    for source in _read(config.queries, query_sources, diagnostics):
        queries, found = read_queries(source)
        parsed += queries
        diagnostics += found
    analysed, found = _analyse_all(_without_duplicates(parsed, diagnostics), catalog)
    if not schema_is_whole:
        # What the schema lacks because of its own mistakes is no second mistake.
        found = [one for one in found if not one.code.startswith("undefined-")]
    return Analysis(
        schema_sources=tuple(schema),
        catalog=catalog,
        queries=tuple(analysed),
        diagnostics=(*diagnostics, *found),
    )


def generate_package(analysis: Analysis, options: Options = DEFAULT) -> Package:
    """The files of the package for an analysis, unless there is an error in it or in planning."""
    plan, found = plan_package(analysis.queries, analysis.catalog, options)
    diagnostics = (*analysis.diagnostics, *found)
    files = None if has_errors(diagnostics) else render(plan)
    return Package(files=files, diagnostics=diagnostics)


def query_sources(path: str) -> list[Source]:
    """The query files that a path stands for: itself, a folder's .sql files, or a pattern's."""
    place = Path(path)
    if place.is_dir():
        files = sorted(file for file in place.glob("*.sql") if file.is_file())
    elif has_magic(path) and not place.exists():
        found = glob(path, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute pattern
        files = sorted(Path(name) for name in found if name.endswith(".sql"))
    else:
        files = [place]
    if not files:
        help = "Correct the path, or put a .sql file there."
        raise error("file-unreadable", f"{path}: there is no .sql file", help=help)
    return [source for file in files for source in sources_of(file)]


def _read(
    paths: Iterable[str],
    sources: Callable[[str], list[Source]],
    diagnostics: list[Diagnostic],
) -> list[Source]:
    """The sources of all paths, each once."""
    found: dict[str, Source] = {}
    for path in paths:
        try:
            found.update(
                (source.path, source) for source in sources(path) if source.path not in found
            )
        except CodegenError as caught:
            diagnostics.append(caught.diagnostic)
    return list(found.values())


def _without_duplicates(
    queries: Iterable[ParsedQuery], diagnostics: list[Diagnostic]
) -> list[ParsedQuery]:
    first: dict[str, ParsedQuery] = {}
    for query in queries:
        if query.name in first:
            diagnostics.append(duplicate(first[query.name], query))
        else:
            first[query.name] = query
    return list(first.values())


def _analyse_all(
    queries: Iterable[ParsedQuery], catalog: Catalog
) -> tuple[list[AnalysedQuery], list[Diagnostic]]:
    analysed: list[AnalysedQuery] = []
    diagnostics: list[Diagnostic] = []
    for query in queries:
        result, found = analyse(query, catalog)
        if result is not None:
            result, said = overridden(result)
            analysed.append(result)
            warning = many_rows(result, catalog)
            found = [*found, *said, *([warning] if warning else [])]
        diagnostics += [replace(one, query=one.query or query.name) for one in found]
    return analysed, diagnostics
