"""The configuration: ``[tool.codegen]`` in the nearest pyproject.toml, upward from here."""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from codegen.diagnostics import CodegenError, Diagnostic
from codegen.source import Source, Span

FILE_NAME = "pyproject.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Where the schema and the queries are, and where the package goes.

    ``schema`` and ``queries`` are files, folders or glob patterns. All paths are relative to the
    working directory, as messages name them. ``path`` is the file that said so, if one did.
    """

    schema: tuple[str, ...] = ()
    queries: tuple[str, ...] = ()
    out: str | None = None
    path: str | None = None


#: Every key of [tool.codegen] and whether it is a list (or one string for a list of one).
KEYS: dict[str, bool] = {"schema": True, "queries": True, "out": False}


def find_config(folder: Path) -> Path | None:
    """The nearest pyproject.toml with a ``[tool.codegen]`` table, in the folder or above it."""
    for parent in (folder, *folder.parents):
        candidate = parent / FILE_NAME
        if candidate.is_file() and _HEADER.search(_decoded(candidate)):
            return candidate
    return None


def read_config(path: Path) -> Config:
    """The configuration in a file.

    Raises CodegenError: file-unreadable, or config-invalid for what is not TOML, an unknown key
    or a value of another kind.
    """
    source = _source(path)
    table = _table(source)
    for key in table:
        if key not in KEYS:
            raise _unknown_key(source, key)
    values = {key: _texts(source, key, table[key]) for key in table}
    return Config(
        schema=_located(path, values.get("schema", ())),
        queries=_located(path, values.get("queries", ())),
        out=next(iter(_located(path, values.get("out", ()))), None),
        path=source.path,
    )


def _table(source: Source) -> dict[str, object]:
    try:
        document = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as caught:
        place = _place_of_error(source, caught)
        raise _invalid(f"this is not TOML: {caught}", place, None) from caught
    tool: object = document.get("tool")
    table = cast("dict[str, object]", tool).get("codegen") if isinstance(tool, dict) else None
    if not isinstance(table, dict):
        message = f"{source.path} has no table [tool.codegen]"
        raise _invalid(message, None, "Add it, with schema, queries and out.")
    return cast("dict[str, object]", table)


def shown(path: Path) -> str:
    """A path as messages name it: relative to the working directory where that is shorter."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive
        return str(path)
    return str(path) if relative.startswith(os.pardir) and path.is_absolute() else relative


_HEADER = re.compile(r"^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*codegen[ \t]*[\].]", re.MULTILINE)


def _decoded(path: Path) -> str:
    try:
        return path.read_text("utf-8", errors="replace")
    except OSError:
        return ""


def _source(path: Path) -> Source:
    try:
        return Source(shown(path), path.read_bytes().decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError) as caught:
        reason = caught.strerror if isinstance(caught, OSError) else "it is not UTF-8"
        raise CodegenError(
            Diagnostic(
                code="file-unreadable",
                message=f"{shown(path)}: {reason}",
                help="Check the path, and the file's permissions and encoding.",
            )
        ) from caught


def _located(path: Path, values: Sequence[str]) -> tuple[str, ...]:
    return tuple(shown(path.parent / value) for value in values)


def _texts(source: Source, key: str, value: object) -> tuple[str, ...]:
    is_list = KEYS[key]
    if isinstance(value, str) and value:
        return (value,)
    if is_list and isinstance(value, list) and value:
        values = cast("list[object]", value)
        if all(isinstance(one, str) and one for one in values):
            return tuple(str(one) for one in values)
    wanted = "a path or a list of paths" if is_list else "a path"
    raise _invalid(f"{key} has to be {wanted}", _place_of_key(source, key), f'Write {key} = "…".')


def _unknown_key(source: Source, key: str) -> CodegenError:
    near = difflib.get_close_matches(key, KEYS, 1)
    hint = f"Did you mean {near[0]}? " if near else ""
    known = ", ".join(KEYS)
    return _invalid(
        f"unknown key {key}", _place_of_key(source, key), f"{hint}The keys are {known}."
    )


def _place_of_key(source: Source, key: str) -> Span | None:
    header = _HEADER.search(source.text)
    pattern = re.compile(rf"^[ \t]*[\"']?({re.escape(key)})\b", re.MULTILINE)
    found = pattern.search(source.text, header.end() if header else 0)
    return Span(source, *found.span(1)) if found else None


def _place_of_error(source: Source, caught: tomllib.TOMLDecodeError) -> Span | None:
    found = re.search(r"at line (\d+), column (\d+)", str(caught))
    if found is None:
        return None
    start = source.line_starts()[int(found[1]) - 1] + int(found[2]) - 1
    return Span(source, start, start + 1)


def _invalid(message: str, span: Span | None, help: str | None) -> CodegenError:
    return CodegenError(Diagnostic(code="config-invalid", message=message, span=span, help=help))
