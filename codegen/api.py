"""The library: what the command line does, for programs.

    import codegen

    for config in codegen.read_configs(Path("pyproject.toml")):
        compiled = codegen.compile(config)
        print(compiled.files, compiled.diagnostics)

Mistakes in the inputs are values in ``diagnostics``; a mistake in the configuration file raises
:class:`CodegenError`, which holds one.
"""

from __future__ import annotations

from pathlib import Path

from codegen.analysis.nodes import AnalysedQuery
from codegen.config import Config, find_config, read_configs
from codegen.diagnostics import CodegenError, Diagnostic, Label, Severity
from codegen.inspection import Inspection, inspection
from codegen.output import Changes, write
from codegen.pipeline import analyse_project, generate_package
from codegen.plan.options import Options
from codegen.postgres.catalog import Catalog
from codegen.records import dataclass
from codegen.source import Source, Span

__all__ = [
    "AnalysedQuery",
    "Catalog",
    "Changes",
    "CodegenError",
    "Compiled",
    "Config",
    "Diagnostic",
    "Inspection",
    "Label",
    "Options",
    "Severity",
    "Source",
    "Span",
    "compile",
    "find_config",
    "read_configs",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """What a package's inputs mean, and what comes of them.

    ``files`` are the texts of the package by their path in it; None if there is an error among
    the ``diagnostics``. The ``queries`` are those that could be analysed.
    """

    config: Config
    catalog: Catalog
    queries: tuple[AnalysedQuery, ...]
    diagnostics: tuple[Diagnostic, ...]
    files: dict[str, str] | None

    @property
    def inspection(self) -> Inspection:
        """The object that ``codegen inspect --format json`` prints."""
        return inspection(self.queries, self.diagnostics, self.catalog)

    def write(self, out: str | Path | None = None) -> Changes:
        """Writes the package to a folder, by default the configuration's, all of it or nothing.

        Raises CodegenError where a file is in the way or the system refuses, ValueError where
        there is nothing to write or no folder.
        """
        folder = out or self.config.out
        if self.files is None or folder is None:
            raise ValueError("there are errors" if self.files is None else "there is no folder")
        return write(Path(folder), self.files)


def compile(config: Config) -> Compiled:
    """Reads the schema and the queries of a package, analyses them, and renders the package.

    Writes nothing and keeps nothing from call to call. Paths are relative to the working directory.
    """
    analysis = analyse_project(config)
    package = generate_package(analysis, config.options)
    return Compiled(
        config=config,
        catalog=analysis.catalog,
        queries=analysis.queries,
        diagnostics=package.diagnostics,
        files=package.files,
    )
