"""Paths as messages name them, and configuration files as sources."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from codegen.files import read_text
from codegen.source import Source, Span


def shown(path: Path) -> str:
    """A path as messages name it: relative to the working directory where that is shorter."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive
        return str(path)
    return str(path) if relative.startswith(os.pardir) and path.is_absolute() else relative


def located(path: Path, values: Iterable[str]) -> tuple[str, ...]:
    """Paths that a configuration file gives relative to itself."""
    return tuple(shown(path.parent / value) for value in values)


def pointing(
    key: str, paths: Iterable[str], spans: Iterable[Span | None]
) -> dict[tuple[str, str], Span]:
    """Where the paths of a key stand, as a configuration's ``places`` has it."""
    return {(key, one): span for one, span in zip(paths, spans, strict=True) if span}


def read_source(path: Path) -> Source:
    """The text of a configuration file. Raises CodegenError (file-unreadable)."""
    return Source(shown(path), read_text(path, shown(path)))
