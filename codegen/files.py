"""Text files as sources; what can't be read is told with the likeliest reason."""

from __future__ import annotations

import codecs
from glob import has_magic
from itertools import takewhile
from pathlib import Path

from codegen.diagnostics import CodegenError, error
from codegen.nearest import nearest
from codegen.source import Source, Span

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text(path: Path, shown: str) -> str:
    """The text of a UTF-8 file without its byte order mark; ``shown`` is its name in messages.

    Raises CodegenError (file-unreadable).
    """
    try:
        content = path.read_bytes().removeprefix(codecs.BOM_UTF8)
    except OSError as caught:
        raise _unreadable(path, shown, caught) from caught
    try:
        return content.decode()
    except UnicodeDecodeError as caught:
        raise _undecodable(shown, content, caught.start) from caught


def _unreadable(path: Path, shown: str, caught: OSError) -> CodegenError:
    help = "Check the path and the file's permissions."
    if isinstance(caught, FileNotFoundError):
        help = missing_help(path)
    return error("file-unreadable", f"{shown}: {caught.strerror}", None, help)


def missing_help(path: Path) -> str:
    """What may be meant by a path that isn't there: the nearest name in its folder."""
    folder = path.parent
    if not folder.is_dir():
        return f"There is no folder {folder}."
    files = sorted(folder.iterdir())
    stem = nearest(path.stem, [one.stem for one in files if one.suffix == path.suffix])
    near = f"{stem}{path.suffix}" if stem else nearest(path.name, [one.name for one in files], 0.8)
    return f"Did you mean {folder / near}?" if near else "Check the path."


def unmatched_help(pattern: str, otherwise: str) -> str:
    """What may be wrong with a pattern that no file matches: the folder that it begins with."""
    fixed = Path(*takewhile(lambda part: not has_magic(part), Path(pattern).parts))
    return otherwise if fixed.is_dir() else f"There is no folder {fixed}."


def _undecodable(shown: str, content: bytes, place: int) -> CodegenError:
    if content.startswith(_UTF16):
        return _fail(shown, "it is UTF-16, and has to be UTF-8", "Save it as UTF-8.")
    if b"\0" in content:
        return _fail(shown, "it holds no text", "Name a file with SQL.")
    span = _undecodable_place(shown, content, place)
    byte = content[place]
    reason = f"it is not UTF-8: line {span.position[0]} has the byte 0x{byte:02X}"
    return _fail(shown, reason, f"Save it as UTF-8 (in Latin-1 this byte is {chr(byte)}).", span)


def _undecodable_place(shown: str, content: bytes, place: int) -> Span:
    start = len(content[:place].decode())
    return Span(Source(shown, content.decode(errors="replace")), start, start + 1)


def _fail(shown: str, reason: str, help: str, span: Span | None = None) -> CodegenError:
    return error("file-unreadable", f"{shown}: {reason}", span, help)
