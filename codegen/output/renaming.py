"""Files put in place one by one, where whole folders can't change places."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from codegen.output.staging import nearest_folder, new_stage


def rename_each(out: Path, new: Mapping[str, str], left_over: Sequence[str]) -> None:
    """Writes the new files and removes the left-over ones; an error puts the old ones back.

    Raises OSError.
    """
    stage = new_stage(out, nearest_folder(out))
    undo: list[tuple[Path, Path | None]] = []
    try:
        for path, text in new.items():
            put(stage / "new" / path, text)
        for path in (*new, *left_over):
            _replace(out / path, stage / "old" / path, stage / "new" / path, undo)
    except BaseException:
        _put_back(undo)
        raise
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def put(path: Path, text: str) -> None:
    """Writes a file, and the folders that it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def _replace(target: Path, old: Path, new: Path, undo: list[tuple[Path, Path | None]]) -> None:
    """Puts the new file, if there is one, in the target's place, and keeps what was there."""
    if target.exists():
        old.parent.mkdir(parents=True, exist_ok=True)
        link(target, old)
        undo.append((target, old))
    else:
        undo.append((target, None))
    if new.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        new.replace(target)
    else:
        target.unlink()


def link(entry: Path, copy: Path) -> None:
    """The same file in a second place; a copy of it where the system can't link."""
    try:
        os.link(entry, copy, follow_symlinks=False)
    except OSError:
        shutil.copy2(entry, copy, follow_symlinks=False)


def _put_back(undo: list[tuple[Path, Path | None]]) -> None:
    for target, old in reversed(undo):
        with suppress(OSError):
            if old is None:
                target.unlink(missing_ok=True)
            else:
                old.replace(target)
