"""``[tool.codegen]`` in pyproject.toml, or a codegen.toml with the same keys at its top."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import cast

from codegen.config.model import Config, invalid
from codegen.config.paths import located, read_source, shown
from codegen.diagnostics import CodegenError
from codegen.source import Source, Span

PYPROJECT = "pyproject.toml"
#: The keys of a package, with what each has to be.
KEYS: dict[str, str] = {
    "schema": "a path or a list of paths",
    "queries": "a path or a list of paths",
    "out": "a path",
}
#: The further keys at the top, where a file describes several packages, and in each of them.
PACKAGES = "packages"
NAME = "name"
_NAME_KIND = "a name"

_TOOL = re.compile(r"^[ \t]*\[{1,2}[ \t]*tool[ \t]*\.[ \t]*codegen[ \t]*[\].]", re.MULTILINE)
_PACKAGE = re.compile(
    r"^[ \t]*\[\[[ \t]*(?:tool[ \t]*\.[ \t]*codegen[ \t]*\.[ \t]*)?packages[ \t]*\]\]", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of the file with the place where its keys start."""

    source: Source
    values: Mapping[str, object]
    start: int

    def place(self, key: str) -> Span | None:
        """Where the key stands."""
        pattern = re.compile(rf"^[ \t]*[\"']?({re.escape(key)})\b", re.MULTILINE)
        found = pattern.search(self.source.text, self.start)
        return Span(self.source, *found.span(1)) if found else None


def has_table(path: Path) -> bool:
    """Whether a pyproject.toml has a ``[tool.codegen]`` table."""
    try:
        return bool(_TOOL.search(path.read_text("utf-8", errors="replace")))
    except OSError:
        return False


def read(path: Path) -> tuple[Config, ...]:
    """The packages of a TOML file.

    Raises CodegenError: file-unreadable, or config-invalid for what is not TOML, an unknown key
    or a value of another kind.
    """
    source = read_source(path)
    top = _top(source, path)
    packages = list(_packages(top))
    _check(top, [*KEYS, PACKAGES])
    shared = _config(path, top)
    if not packages:
        return (shared,)
    configs = tuple(_package(path, shared, table) for table in packages)
    _without_collisions(packages, configs)
    return configs


def _package(path: Path, shared: Config, table: _Table) -> Config:
    _check(table, [NAME, *KEYS])
    own = _config(path, table)
    name = _name(table) or (PurePath(own.out).name if own.out else "")
    out = own.out or (str(PurePath(shared.out) / name) if shared.out and name else None)
    if out is None and not name:
        place = Span(table.source, table.start, table.source.text.find("]]", table.start) + 2)
        raise invalid("this package has neither a name nor out", place, 'Write name = "…".')
    return Config(
        schema=own.schema or shared.schema,
        queries=own.queries or shared.queries,
        out=out,
        path=own.path,
        out_place=own.out_place or shared.out_place,
        name=name,
    )


def _without_collisions(tables: list[_Table], configs: tuple[Config, ...]) -> None:
    seen: set[str] = set()
    for table, config in zip(tables, configs, strict=True):
        if config.name in seen:
            message = f"there is already a package {config.name}"
            place = table.place(NAME) or table.place("out")
            raise invalid(message, place, "Give each package a name of its own.")
        seen.add(config.name)


def _config(path: Path, table: _Table) -> Config:
    values = {key: _texts(table, key) for key in KEYS if key in table.values}
    return Config(
        schema=located(path, values.get("schema", ())),
        queries=located(path, values.get("queries", ())),
        out=next(iter(located(path, values.get("out", ()))), None),
        path=shown(path),
        out_place=table.place("out") if "out" in values else None,
    )


def _name(table: _Table) -> str:
    name = table.values.get(NAME, "")
    if isinstance(name, str) and (name.isidentifier() or NAME not in table.values):
        return name
    raise invalid(f"name has to be {_NAME_KIND}", table.place(NAME), "Write a Python name.")


def _top(source: Source, path: Path) -> _Table:
    try:
        document = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as caught:
        place = _place_of_error(source, caught)
        raise invalid(f"this is not TOML: {caught}", place, None) from caught
    if path.name != PYPROJECT:
        return _Table(source, document, 0)
    tool: object = document.get("tool")
    table = cast("dict[str, object]", tool).get("codegen") if isinstance(tool, dict) else None
    if not isinstance(table, dict):
        message = f"{source.path} has no table [tool.codegen]"
        raise invalid(message, None, "Add it, with schema, queries and out.")
    header = _TOOL.search(source.text)
    values = cast("dict[str, object]", table)
    return _Table(source, values, header.end() if header else 0)


def _packages(top: _Table) -> Iterator[_Table]:
    value = top.values.get(PACKAGES, [])
    tables = cast("list[object]", value) if isinstance(value, list) else [value]
    starts = [found.start() for found in _PACKAGE.finditer(top.source.text)]
    for number, table in enumerate(tables):
        if not isinstance(table, dict):
            help = "Write a [[packages]] table for each."
            raise invalid("packages has to be tables", top.place(PACKAGES), help)
        start = starts[number] if number < len(starts) else top.start
        yield _Table(top.source, cast("dict[str, object]", table), start)


def _texts(table: _Table, key: str) -> tuple[str, ...]:
    value = table.values[key]
    if isinstance(value, str) and value:
        return (value,)
    if "list" in KEYS[key] and isinstance(value, list) and value:
        values = cast("list[object]", value)
        if all(isinstance(one, str) and one for one in values):
            return tuple(str(one) for one in values)
    raise invalid(f"{key} has to be {KEYS[key]}", table.place(key), f'Write {key} = "…".')


def _check(table: _Table, known: list[str]) -> None:
    for key in table.values:
        if key not in known:
            raise _unknown_key(table, key, known)


def _unknown_key(table: _Table, key: str, known: list[str]) -> CodegenError:
    near = difflib.get_close_matches(key, known, 1)
    hint = f"Did you mean {near[0]}? " if near else ""
    help = f"{hint}The keys are {', '.join(known)}."
    return invalid(f"unknown key {key}", table.place(key), help)


def _place_of_error(source: Source, caught: tomllib.TOMLDecodeError) -> Span | None:
    found = re.search(r"at line (\d+), column (\d+)", str(caught))
    if found is None:
        return None
    start = source.line_starts()[int(found[1]) - 1] + int(found[2]) - 1
    return Span(source, start, start + 1)
