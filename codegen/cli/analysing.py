"""The analysis of a package, with a line on what was done where that is asked for."""

from __future__ import annotations

from time import perf_counter

from codegen.cli.console import Console
from codegen.cli.replay import count
from codegen.config import Config
from codegen.pipeline import Analysis, analyse_project
from codegen.reuse import Place


def analysed(
    config: Config, console: Console, place: Place | None = None, *, trees: bool = True
) -> Analysis:
    """What a package's inputs mean; see :func:`codegen.pipeline.analyse_project`."""
    start = perf_counter()
    analysis = analyse_project(config, place, trees=trees)
    sources = len(analysis.schema_sources)
    console.detail(
        f"{config.path or 'no configuration'}: {count(analysis.count)} over"
        f" {sources} schema file{'' if sources == 1 else 's'},"
        f" analysed in {perf_counter() - start:.2f} s"
    )
    return analysis
