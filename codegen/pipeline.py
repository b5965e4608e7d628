"""The whole compiler on one page: from files to analysed queries to the texts of a package."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import partial
from glob import glob, has_magic
from pathlib import Path

from codegen import analyses, parts, reuse
from codegen.analysis.nodes import AnalysedQuery
from codegen.catalogs import Place, Schema, schema_at
from codegen.coming import Coming
from codegen.config import Config, sources_at
from codegen.diagnostics import CodegenError, Diagnostic, Severity, error, has_errors
from codegen.files import unmatched_help
from codegen.parts import Made
from codegen.plan.options import DEFAULT, Options
from codegen.plan.planner import plan_package
from codegen.postgres.catalog import Catalog
from codegen.questions import Answers
from codegen.records import dataclass, replace
from codegen.render.package import render
from codegen.render.templates import check_folder
from codegen.reuse import Found, Kept
from codegen.schema.migrations import sources_of
from codegen.source import Source
from codegen.sql.annotations import ParsedQuery, duplicate, read_queries

#: Queries by the path of their file, and what is wrong with it.
Read = dict[str, tuple[list[ParsedQuery], list[Diagnostic]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """The result of reading a project: its catalog, what is found of each query, all diagnostics.

    ``answers`` are digests of what the catalog says (:mod:`codegen.questions`). They are only
    needed to keep results from run to run, and None where nothing is kept.
    """

    schema_sources: tuple[Source, ...]
    catalog: Catalog
    found: tuple[Found, ...]
    answers: Answers | None
    coming: Coming
    diagnostics: tuple[Diagnostic, ...]

    @property
    def queries(self) -> tuple[AnalysedQuery, ...]:
        """The queries that could be analysed."""
        return tuple(one.query for one in self.found if one.query is not None)

    @property
    def count(self) -> int:
        """How many queries could be analysed, without reading the kept analyses."""
        return sum(one.is_right for one in self.found)

    @property
    def failed(self) -> bool:
        """Whether there is an error."""
        return has_errors(self.diagnostics)


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The generated files by path. None if there is an error: nothing is to be written then."""

    files: dict[str, str] | None
    diagnostics: tuple[Diagnostic, ...]


def analyse_project(
    config: Config,
    place: Place | None = None,
    *,
    trees: bool = True,
    schema: Schema | None = None,
) -> Analysis:
    """Reads the schema and the queries, and analyses every query; mistakes are collected.

    ``trees`` says whether the caller needs the resolved tree of each query. Without them the work
    is shared with other processes, and results are kept at the ``place`` for the next run: trees
    are too large to be sent or stored, so neither has them. ``schema`` is the package's, where it
    is being read already.
    """
    schema = schema or schema_at(config, place, alone=trees)
    sources_found: list[Diagnostic] = []
    sources = sources_at(config, "queries", query_sources, sources_found)
    stored = reuse.stored(place)
    # All that needs no catalog comes first: another process may still be at work on it.
    read: Read = {
        source.path: read_queries(source)
        for source in sources
        if not reuse.is_known(stored, source)
    }
    parsed = analyses.parsed((query for queries, _ in read.values() for query in queries), schema)
    catalog, found = schema.loaded()
    diagnostics = [*config.notes, *schema.diagnostics, *found]
    schema_is_whole = not has_errors(diagnostics)
    diagnostics += sources_found
    analysed_at = partial(analyses.analysed_at, catalog)
    kept = reuse.recall(
        place if schema_is_whole else None, stored, schema.sources, sources, catalog, analysed_at
    )
    queries = _statements(kept, sources, read, diagnostics)
    if trees:
        analysed, coming = analyses.with_trees(queries, kept), Coming()
    else:
        analysed, coming = analyses.without_trees(queries, kept, parsed, config.options)
    found = [diagnostic for one in analysed for diagnostic in one.diagnostics]
    if not schema_is_whole:
        # What the schema lacks because of its own mistakes is no second mistake.
        found = [one for one in found if not _follows(one)]
    diagnostics += found
    if config.options.skip_invalid:
        diagnostics = [skipped(one) for one in diagnostics]
    return Analysis(
        schema_sources=tuple(schema.sources),
        catalog=catalog,
        found=tuple(analysed),
        answers=kept.answers,
        coming=coming,
        diagnostics=tuple(diagnostics),
    )


def generate_package(
    analysis: Analysis, options: Options = DEFAULT, place: Place | None = None
) -> Package:
    """The files of the package; none if the analysis has an error or planning finds one.

    What an earlier run kept at the ``place`` is used again where it still holds, and what is new is
    kept there.
    """
    diagnostics = analysis.diagnostics
    try:
        if options.templates and not analysis.failed:
            diagnostics += tuple(check_folder(options.templates, options.templates_place))
        made = _made_in_parts(analysis, options, place) if place else None
        made = made or _made_whole(analysis, options)
    except CodegenError as caught:
        return Package(files=None, diagnostics=(*diagnostics, caught.diagnostic))
    diagnostics += made.diagnostics
    return Package(files=None if has_errors(diagnostics) else made.files, diagnostics=diagnostics)


def _made_in_parts(analysis: Analysis, options: Options, place: Place) -> Made | None:
    if analysis.failed or analysis.answers is None:
        return None
    return parts.made(analysis.found, analysis.answers, options, place, analysis.coming)


def _made_whole(analysis: Analysis, options: Options) -> Made:
    plan, found = plan_package(analysis.queries, analysis.catalog, options)
    said = tuple(map(skipped, found) if options.skip_invalid else found)
    wrong = analysis.failed or has_errors(said)
    return Made({} if wrong else render(plan, options.templates), said)


def skipped(diagnostic: Diagnostic) -> Diagnostic:
    """For ``skip_invalid``: the error of a query as a warning that this query is left out; any
    other diagnostic as it is."""
    is_mistake = diagnostic.severity is Severity.ERROR and diagnostic.code != "duplicate-query"
    if diagnostic.query is None or not is_mistake:
        return diagnostic
    message = f"{diagnostic.query} is left out: {diagnostic.message}"
    return replace(diagnostic, message=message, severity=Severity.WARNING)


def _follows(diagnostic: Diagnostic) -> bool:
    """Whether a diagnostic of a query may only be the consequence of a mistake in the schema."""
    return diagnostic.code.startswith("undefined-") or diagnostic.severity is not Severity.ERROR


def query_sources(path: str, key: str = "queries") -> list[Source]:
    """The query files that a path stands for: the file itself, the .sql files of a folder, or those
    of all files and folders that a pattern matches. ``key`` is the setting that has the path, for
    messages."""
    place = Path(path)
    if place.is_dir():
        files = _in_folder(place)
    elif has_magic(path) and not place.exists():
        found = map(Path, glob(path, recursive=True))  # noqa: PTH207 - Path.glob: no absolute one
        files = sorted({file for one in found for file in _at(one)})
    else:
        files = [place]
    if not files:
        help = unmatched_help(path, f"Put a .sql file there, or correct the path in `{key}`.")
        raise error("file-unreadable", f"{path}: there is no .sql file", None, help)
    return [source for file in files for source in sources_of(file)]


def _in_folder(folder: Path) -> list[Path]:
    return sorted(file for file in folder.glob("*.sql") if file.is_file())


def _at(place: Path) -> list[Path]:
    """The .sql files of a folder; a file, if it is one."""
    if place.is_dir():
        return _in_folder(place)
    return [place] if place.suffix == ".sql" else []


def _statements(
    kept: Kept, sources: Iterable[Source], read: Read, diagnostics: list[Diagnostic]
) -> list[ParsedQuery | Found]:
    """The queries of all files, without a second one of the same name. Of a file that is as it was
    they aren't even read: what an earlier run found of them stands in their place."""
    found: list[ParsedQuery | Found] = []
    mistakes: list[Diagnostic] = []
    for source in sources:
        known = reuse.of_file(kept, source)
        if known is not None:
            found += known
            continue
        queries, wrong = read.get(source.path) or read_queries(source)
        found += queries
        mistakes += wrong
        if not wrong:
            reuse.add_file(kept, source, queries)
    names = Counter(map(_name, found))
    if names and max(names.values()) > 1 and kept.files:
        # The diagnostic shows where both stand, which only reading them tells.
        return _statements(reuse.forgotten(kept), sources, read, diagnostics)
    diagnostics += mistakes
    return _without_duplicates(found, diagnostics)


def _name(query: ParsedQuery | Found) -> str:
    return query.name


def _without_duplicates(
    queries: Iterable[ParsedQuery | Found], diagnostics: list[Diagnostic]
) -> list[ParsedQuery | Found]:
    first: dict[str, ParsedQuery | Found] = {}
    for query in queries:
        other = first.setdefault(query.name, query)
        if other is not query and isinstance(other, ParsedQuery) and isinstance(query, ParsedQuery):
            diagnostics.append(duplicate(other, query))
    return list(first.values())
