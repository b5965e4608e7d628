"""The files that a configuration names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from codegen.config.model import Config
from codegen.diagnostics import CodegenError, Diagnostic
from codegen.source import Source


def sources_at(
    config: Config,
    key: Literal["schema", "queries"],
    sources: Callable[[str], list[Source]],
    diagnostics: list[Diagnostic],
) -> list[Source]:
    """The sources of all paths of a key, each once."""
    found: dict[str, Source] = {}
    for path in getattr(config, key):
        try:
            found.update(
                (source.path, source) for source in sources(path) if source.path not in found
            )
        except CodegenError as caught:
            diagnostics.append(config.pointed(caught.diagnostic, key, path))
    return list(found.values())
