"""A package analysed and made, with a line on what was done where that is asked for."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from codegen.catalogs import Place, schema_at
from codegen.cli.console import Console
from codegen.cli.replay import count
from codegen.config import Config

if TYPE_CHECKING:
    from codegen.pipeline import Analysis, Package


def packaged(config: Config, console: Console, place: Place | None) -> tuple[Package, int]:
    """A package as it is now, and how many queries it has."""
    start = perf_counter()
    schema = schema_at(config, place)
    # Meanwhile there is time to import the rest.
    from codegen.pipeline import analyse_project, generate_package

    analysis = analyse_project(config, place, trees=False, schema=schema)
    _tell(config, analysis, console, start)
    return generate_package(analysis, config.options, place), analysis.count


def analysed(config: Config, console: Console) -> Analysis:
    """What a package's inputs mean, with the trees of its queries."""
    from codegen.pipeline import analyse_project

    start = perf_counter()
    analysis = analyse_project(config)
    _tell(config, analysis, console, start)
    return analysis


def _tell(config: Config, analysis: Analysis, console: Console, start: float) -> None:
    sources = len(analysis.schema_sources)
    console.detail(
        f"{config.path or 'no configuration'}: {count(analysis.count)} over"
        f" {sources} schema file{'' if sources == 1 else 's'},"
        f" analysed in {perf_counter() - start:.2f} s"
    )
