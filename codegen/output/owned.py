"""Whose a file is: codegen owns those that start with its mark, in the folders of its packages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from codegen.render.marks import FOLDERS, MARK


def is_owned(path: Path) -> bool:
    """Whether codegen generated the file."""
    try:
        with path.open("rb") as file:
            return file.read(len(MARK)) == MARK.encode()
    except OSError:
        return False


def read(path: Path) -> str | None:
    """The text of a file, with line ends as they are generated; None if it can't be had."""
    try:
        return path.read_bytes().decode().replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        return None


def left_over(out: Path, paths: Iterable[str]) -> Iterator[str]:
    """Files of codegen's that nothing generates any more, in the folders of a package."""
    generated = set(paths)
    folders = {PurePosixPath(path).parent for path in (*generated, *FOLDERS)}
    for folder in sorted(folders):
        if not (out / folder).is_dir():
            continue
        for file in sorted((out / folder).iterdir()):
            path = (folder / file.name).as_posix()
            if path not in generated and file.is_file() and is_owned(file):
                yield path
