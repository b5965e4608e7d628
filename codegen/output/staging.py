"""Folders in which new files are prepared, on the same drive as the package."""

from __future__ import annotations

import shutil
import tempfile
from glob import escape
from pathlib import Path


def nearest_folder(path: Path) -> Path:
    """The path itself if it is a folder, or else the nearest folder above it."""
    return next(folder for folder in (path, *path.parents) if folder.is_dir())


def new_stage(place: Path, parent: Path) -> Path:
    """A new folder for the package at this place. Raises OSError."""
    return Path(tempfile.mkdtemp(prefix=_prefix(place), dir=parent))


def remove_stages(place: Path) -> None:
    """Removes what a process that was killed left in or beside the package."""
    for parent in (place, place.parent):
        if parent.is_dir():
            for stage in sorted(parent.glob(f"{escape(_prefix(place))}*")):
                shutil.rmtree(stage, ignore_errors=True)


def _prefix(place: Path) -> str:
    return f".codegen-{place.name}-"
