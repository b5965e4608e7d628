"""Files outside the package: written once, or over what is known to be written by codegen."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from codegen.config import shown
from codegen.diagnostics import CodegenError, Diagnostic
from codegen.output.renaming import rename_each


def write_new(folder: Path, files: Mapping[str, str]) -> None:
    """Writes files that are not there yet, all of them or none.

    Raises CodegenError: file-foreign for one that exists, file-unwritable where the system refuses.
    """
    existing = next((path for path in files if (folder / path).exists()), None)
    if existing is not None:
        help = "Move it away; nothing that exists is written over."
        raise _error("file-foreign", f"{shown(folder / existing)} is there already", help)
    try:
        rename_each(folder.resolve(), files, [])
    except OSError as caught:
        raise _unwritable(folder, caught) from caught


def write_over(path: Path, text: str) -> bool:
    """Has a file hold this text, in one step; whether it didn't already.

    Raises CodegenError (file-unwritable).
    """
    try:
        if path.exists() and path.read_bytes() == text.encode():
            return False
        rename_each(path.resolve().parent, {path.name: text}, [])
    except OSError as caught:
        raise _unwritable(path, caught) from caught
    return True


def _unwritable(path: Path, caught: OSError) -> CodegenError:
    message = f"{caught.filename or shown(path)}: {caught.strerror}"
    help = "Check the permissions of the folder. Nothing was changed."
    return _error("file-unwritable", message, help)


def _error(code: str, message: str, help: str) -> CodegenError:
    return CodegenError(Diagnostic(code=code, message=message, help=help))
