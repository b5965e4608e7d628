"""``generate --watch``: again at every change of an input."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path
from threading import Event

import click

#: Waits for changes in folders: yields once when it has begun to look, then at each change.
Changes = Callable[[frozenset[str]], Iterable[object]]

#: Endings of files that a package may be made of; what is generated has none of them.
_SUFFIXES = frozenset({".sql", ".toml", ".yaml", ".yml", ".json", ".jinja"})


def watch(
    run: Callable[[], Iterable[str]], ready: Callable[[], None], changes: Changes | None = None
) -> None:
    """Calls ``run`` now and at every change, until the user interrupts.

    ``run`` returns the files, folders and patterns that its result depends on; ``ready`` is
    called whenever changes are being looked for from then on.
    """
    wait = changes or _changes
    folders = folders_of(run())
    while True:
        has_begun = False
        for _ in wait(folders):
            if not has_begun:
                has_begun = True
                ready()
                continue
            after = folders_of(run())
            if after != folders:
                folders = after
                break
            ready()
        else:
            return


def folders_of(inputs: Iterable[str]) -> frozenset[str]:
    """The folders whose files are to be watched: those that exist, or the nearest above them."""
    found: set[Path] = set()
    for path in inputs:
        found |= set(_folders(path))
    return frozenset(str(_existing(folder).resolve()) for folder in found)


def _folders(path: str) -> Iterator[Path]:
    if not has_magic(path):
        place = Path(path)
        yield place if place.is_dir() else place.parent
        return
    parts = Path(path).parts
    fixed = next(number for number, part in enumerate(parts) if has_magic(part))
    yield Path(*parts[:fixed])
    for pattern in (str(Path(path).parent), path):
        for found in glob(pattern, recursive=True):  # noqa: PTH207
            if Path(found).is_dir():
                yield Path(found)


def _existing(folder: Path) -> Path:
    return next(one for one in (folder, *folder.parents) if one.is_dir())


def _changes(folders: frozenset[str]) -> Iterator[object]:
    try:
        from watchfiles import watch as files
    except ImportError as caught:
        raise click.UsageError(
            "--watch needs watchfiles: pip install 'pgcodegen[watch]'"
        ) from caught
    begun = False
    stop = Event()
    # Else the library prints the interrupt before it ends.
    before = signal.signal(signal.SIGINT, lambda number, frame: stop.set())
    # It yields nothing but empty sets until something happens, the first once it is at work.
    try:
        for changed in files(
            *sorted(folders),
            watch_filter=lambda _, path: Path(path).suffix in _SUFFIXES or Path(path).is_dir(),
            recursive=False,
            rust_timeout=200,
            yield_on_timeout=True,
            stop_event=stop,
        ):
            if changed or not begun:
                begun = True
                yield changed
    finally:
        signal.signal(signal.SIGINT, before)
