"""One writer at a time."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from codegen.output.staging import nearest_folder


@contextmanager
def locked(place: Path) -> Iterator[None]:
    """Waits until no other process writes below the folder that the package is in, which is made
    if need be: all have to wait at the same one.

    The lock is the system's, on the folder itself: nothing is left behind, and it ends with the
    process. Where folders can't be locked (Windows, some network drives) nobody waits.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(nearest_folder(place.parent), os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
