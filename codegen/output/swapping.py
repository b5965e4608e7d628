"""Two folders change places in one step of the file system."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path

from codegen.output.owned import is_owned
from codegen.output.renaming import link, put
from codegen.output.staging import new_stage

#: A folder with more files than this isn't rebuilt to change a few of them.
_MOST_ENTRIES = 10_000

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h
_RENAME_SWAP = 2  # sys/stdio.h of macOS


def swap(place: Path, new: Mapping[str, str], left_over: Sequence[str]) -> bool:
    """Puts a complete new folder in the old one's place: the new files, without the left-over
    ones, and with everything else that is in the old one. False, with nothing changed, where that
    can't be done: the system can't exchange folders, or somebody may be working in this one.

    Raises OSError for a full disk and the like, with nothing changed.
    """
    exchange = _exchange_call()
    if exchange is None or not _is_ours_to_move(place):
        return False
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        stage = new_stage(place, place.parent)
    except PermissionError:
        return False
    try:
        _fill(stage / "new", place, new, left_over)
        return _put_in_place(stage / "new", place, exchange)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _put_in_place(new: Path, place: Path, exchange: Callable[[Path, Path], bool]) -> bool:
    if not place.exists():
        new.rename(place)
        return True
    if not exchange(new, place):
        return False
    _bring_home(new, place)
    return True


def _is_ours_to_move(place: Path) -> bool:
    if not place.exists():
        return True
    if place.is_mount() or _is_worked_in(place):
        return False
    return sum(1 for _ in islice(_entries(place), _MOST_ENTRIES + 1)) <= _MOST_ENTRIES


def _is_worked_in(place: Path) -> bool:
    """Whether this process's folder, and with it probably a shell's, would be moved away."""
    try:
        here = Path.cwd()
    except OSError:
        return False
    return place == here or place in here.parents


def _entries(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        for name in (*folders, *files):
            yield Path(root, name)


def _fill(target: Path, old: Path, new: Mapping[str, str], left_over: Sequence[str]) -> None:
    target.mkdir()
    if old.exists():
        _keep(old, target, {*new, *left_over})
    for path, text in new.items():
        put(target / path, text)
        if (old / path).exists():
            shutil.copymode(old / path, target / path)


def _keep(old: Path, target: Path, but: set[str]) -> None:
    """Everything in a folder again in another, as the same files where the system can link."""
    for entry in sorted(_entries(old)):
        path = entry.relative_to(old)
        copy = target / path
        if path.as_posix() in but:
            continue
        if entry.is_dir() and not entry.is_symlink():
            copy.mkdir(exist_ok=True)
            shutil.copystat(entry, copy)
        else:
            link(entry, copy)
    shutil.copystat(old, target)


def _bring_home(old: Path, place: Path) -> None:
    """What others wrote into the old folder while the new one was prepared."""
    for entry in sorted(_entries(old)):
        home = place / entry.relative_to(old)
        if entry.is_file() and not is_owned(entry) and not home.exists():
            with suppress(OSError):
                entry.rename(home)


def _exchange_call() -> Callable[[Path, Path], bool] | None:
    """The system's call that lets two folders change places; it says whether they did."""
    if sys.platform == "linux":
        return _renameat2
    if sys.platform == "darwin":
        return _renamex_np
    return None


def _renameat2(one: Path, other: Path) -> bool:
    function = getattr(ctypes.CDLL(None), "renameat2", None)
    if function is None:  # an old C library
        return False
    flags = ctypes.c_uint(_RENAME_EXCHANGE)
    return bool(
        function(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), flags) == 0,
    )


def _renamex_np(one: Path, other: Path) -> bool:
    function = getattr(ctypes.CDLL(None), "renamex_np", None)
    if function is None:
        return False
    flags = ctypes.c_uint(_RENAME_SWAP)
    return bool(function(os.fsencode(one), os.fsencode(other), flags) == 0)
