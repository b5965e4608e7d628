"""Text files as sources; what can't be read is told with the likeliest reason."""

from __future__ import annotations

import codecs
from difflib import get_close_matches
from pathlib import Path

from codegen.diagnostics import CodegenError, error

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text(path: Path, shown: str) -> str:
    """The text of a UTF-8 file without its byte order mark; ``shown`` is its name in messages.

    Raises CodegenError (file-unreadable).
    """
    try:
        content = path.read_bytes()
    except OSError as caught:
        raise _unreadable(path, shown, caught) from caught
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as caught:
        raise _undecodable(shown, content, caught.start) from caught


def _unreadable(path: Path, shown: str, caught: OSError) -> CodegenError:
    help = "Check the path and the file's permissions."
    if isinstance(caught, FileNotFoundError):
        help = missing_help(path)
    return error("file-unreadable", f"{shown}: {caught.strerror}", help=help)


def missing_help(path: Path) -> str:
    """What may be meant by a path that isn't there: the nearest name in its folder."""
    folder = path.parent
    if not folder.is_dir():
        return f"There is no folder {folder}."
    near = get_close_matches(path.name, sorted(one.name for one in folder.iterdir()), 1)
    return f"Did you mean {folder / near[0]}?" if near else "Check the path."


def _undecodable(shown: str, content: bytes, place: int) -> CodegenError:
    if content.startswith(_UTF16):
        return _fail(shown, "it is UTF-16, and has to be UTF-8", "Save it as UTF-8.")
    if b"\0" in content:
        return _fail(shown, "it holds no text", "Name a file with SQL.")
    line = content.count(b"\n", 0, place) + 1
    byte = content[place]
    reason = f"it is not UTF-8: line {line} has the byte 0x{byte:02X}"
    return _fail(shown, reason, f"Save it as UTF-8 (in Latin-1 this byte is {chr(byte)}).")


def _fail(shown: str, reason: str, help: str) -> CodegenError:
    return error("file-unreadable", f"{shown}: {reason}", help=help)
