"""Where a schema's text comes from: a file, files by pattern, or a folder of migrations.

A folder's form is told by its file names and by the marks in its files. The parts that undo a
migration are blanked out, so that offsets and line numbers stay those of the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from glob import has_magic
from pathlib import Path

from codegen.diagnostics import error
from codegen.files import read_text, unmatched_help
from codegen.schema.psql import blanked
from codegen.source import Source

#: Comment lines that begin the part which applies (up) or undoes (down) a migration, by tool:
#: goose, dbmate, sql-migrate; tern has one line between the two parts.
_MARK = re.compile(
    r"""
    ^[ \t]*--[ \t]*(?:\+goose|\+migrate|migrate:)[ \t]*(?P<mark>up|down)\b[^\n]*
  | ^[ \t]*-{4}[ \t]*create[ ]above[ ]/[ ]drop[ ]below[ \t]*-{4}[^\n]*
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
_TEMPLATE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_FLYWAY = re.compile(r"(?P<kind>[VUBR])(?P<version>\d+(?:[._]\d+)*)?__.*\.sql$")
#: What Prisma and Diesel call a migration's file in its own folder.
_IN_FOLDERS = ("migration.sql", "up.sql")
#: golang-migrate's x.down.sql, db-migrate's x-down.sql, Diesel's down.sql.
_DOWN = re.compile(r"(?P<before>^|[._-])down\.sql$")
_NUMBERED = re.compile(r"(?P<number>\d+)[^/]*$")

Order = Callable[[Sequence[Path]], list[Path]]


def sources_of(path: Path | str) -> list[Source]:
    """The sources that a path stands for, in the order in which they apply.

    ``path`` is a file, a folder, or a glob pattern (``**`` too) of either: a folder of plain
    ``.sql`` files, or of migrations as goose, dbmate, golang-migrate, sql-migrate, tern, Flyway,
    Atlas, Prisma or Diesel keep them.
    Raises :class:`codegen.diagnostics.CodegenError` (file-unreadable) where nothing can be read.
    """
    return [source for file in _files(Path(path)) if (source := _read(file)).text.strip()]


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        return ordered([file for file in path.iterdir() if _is_sql(file)]) or _foldered(path)
    if has_magic(str(path)) and not path.exists():
        found = sorted(Path(path.anchor).glob(str(path.relative_to(path.anchor))))
        if not found:
            help = unmatched_help(str(path), "Correct the pattern.")
            raise error("file-unreadable", f"{path}: no file matches", None, help)
        inside = {file for one in found for file in (one.iterdir() if one.is_dir() else [one])}
        files = sorted(file for file in inside if _is_sql(file))
        return [file for folder in _folders(files) for file in ordered(_within(files, folder))]
    return [path]


def _foldered(path: Path) -> list[Path]:
    """The files of a folder that has a folder for each migration, by the folders' names."""
    found = (one / name for one in sorted(path.iterdir()) for name in _IN_FOLDERS)
    return [file for file in found if file.is_file()]


def _is_sql(file: Path) -> bool:
    return file.suffix == ".sql" and not file.name.startswith(".") and file.is_file()


def _folders(files: Sequence[Path]) -> list[Path]:
    return sorted({file.parent for file in files})


def _within(files: Sequence[Path], folder: Path) -> list[Path]:
    return [file for file in files if file.parent == folder]


def ordered(files: Sequence[Path]) -> list[Path]:
    """The files of one folder that apply, in their order.

    Flyway's go by version, with repeatable ones last; numbered ones by number; all others by
    name. Files that undo are left out: ``x.down.sql``, ``x-down.sql`` or ``down.sql`` beside one
    for up, and Flyway's.
    """
    names = {file.name for file in files}
    applied = [file for file in files if not _undoes(file.name, names)]
    if applied and all(_FLYWAY.match(file.name) for file in applied):
        return _flyway(applied)
    if applied and all(_NUMBERED.match(file.name) for file in applied):
        return sorted(applied, key=lambda file: (_number(file), file.name))
    return sorted(applied, key=lambda file: file.name)


def _undoes(name: str, names: Set[str]) -> bool:
    found = _DOWN.search(name)
    return found is not None and (
        found["before"] == "." or _DOWN.sub(r"\g<before>up.sql", name) in names
    )


def _number(file: Path) -> int:
    found = _NUMBERED.match(file.name)
    return int(found["number"]) if found else 0


def _flyway(files: Sequence[Path]) -> list[Path]:
    kinds: dict[str, list[Path]] = {"V": [], "U": [], "B": [], "R": []}
    for file in files:
        kinds[file.name[0]].append(file)
    versioned = sorted(kinds["V"], key=_version)
    if kinds["B"]:
        # A baseline stands for every version up to its own.
        base = max(kinds["B"], key=_version)
        versioned = [base, *(file for file in versioned if _version(file) > _version(base))]
    return versioned + sorted(kinds["R"], key=lambda file: file.name)


def _version(file: Path) -> tuple[int, ...]:
    found = _FLYWAY.match(file.name)
    return tuple(map(int, re.findall(r"\d+", found["version"] or ""))) if found else ()


def _read(file: Path) -> Source:
    return Source(str(file), without_undo(read_text(file, str(file))))


def without_undo(text: str) -> str:
    """The text with the parts that undo a migration, and tern's templates, as blanks."""
    marks = list(_MARK.finditer(text))
    if not marks:
        return text
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    parts = [text[: marks[0].start()]]
    for mark, end in zip(marks, ends, strict=True):
        part = text[mark.start() : end]
        parts.append(part if (mark["mark"] or "down").lower() == "up" else blanked(part))
    kept = "".join(parts)
    tern = any(mark["mark"] is None for mark in marks)
    return _TEMPLATE.sub(lambda found: blanked(found.group()), kept) if tern else kept
