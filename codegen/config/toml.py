"""``[tool.codegen]`` in pyproject.toml, or a codegen.toml with the same keys at its top."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import cast

from codegen.config.model import Config, invalid
from codegen.config.paths import located, read_source, shown
from codegen.config.settings import SETTINGS, options_of
from codegen.config.table import Table, check_keys
from codegen.locate import PYPROJECT, TABLE
from codegen.plan.options import DEFAULT, Options
from codegen.source import Source, Span


@dataclass(frozen=True, slots=True)
class PathKey:
    """A key with paths: what its value has to be, and its ``meaning`` for people."""

    has_to_be: str
    meaning: str


#: The keys of a package that say where things are.
KEYS: dict[str, PathKey] = {
    "schema": PathKey(
        "a path or a list of paths",
        "The schema: files, folders of migrations, patterns; [] where queries need none.",
    ),
    "queries": PathKey("a path or a list of paths", "The queries: files, folders, patterns."),
    "out": PathKey("a path", "The folder of the generated package."),
}
#: The further keys at the top, where a file describes several packages, and in each of them.
PACKAGES = "packages"
NAME = "name"
_NAME_KIND = "a name"

_PACKAGE = re.compile(
    r"^[ \t]*\[\[[ \t]*(?:tool[ \t]*\.[ \t]*codegen[ \t]*\.[ \t]*)?packages[ \t]*\]\]", re.MULTILINE
)


def read(path: Path) -> tuple[Config, ...]:
    """The packages of a TOML file.

    Raises CodegenError: file-unreadable, or config-invalid for what is not TOML, an unknown key
    or a value of another kind.
    """
    source = read_source(path)
    top = _top(source, path)
    packages = list(_packages(top))
    check_keys(top, [*KEYS, *SETTINGS, PACKAGES])
    shared = _config(path, top, DEFAULT)
    if not packages:
        return (shared,)
    configs = tuple(_package(path, shared, table) for table in packages)
    _without_collisions(packages, configs)
    return configs


def _package(path: Path, shared: Config, table: Table) -> Config:
    check_keys(table, [NAME, *KEYS, *SETTINGS])
    own = _config(path, table, shared.options)
    name = _name(table) or (PurePath(own.out).name if own.out else "")
    out = own.out or (str(PurePath(shared.out) / name) if shared.out and name else None)
    if out is None and not name:
        place = Span(table.source, table.start, table.source.text.find("]]", table.start) + 2)
        raise invalid("this package has neither a name nor out", place, 'Write name = "…".')
    return Config(
        schema=own.schema or shared.schema,
        schemaless=own.schemaless or (shared.schemaless and not own.schema),
        queries=own.queries or shared.queries,
        out=out,
        path=own.path,
        out_place=own.out_place or shared.out_place,
        name=name,
        options=own.options,
    )


def _without_collisions(tables: list[Table], configs: tuple[Config, ...]) -> None:
    seen: set[str] = set()
    for table, config in zip(tables, configs, strict=True):
        if config.name in seen:
            message = f"there is already a package {config.name}"
            place = table.place(NAME) or table.place("out")
            raise invalid(message, place, "Give each package a name of its own.")
        seen.add(config.name)


def _config(path: Path, table: Table, options: Options) -> Config:
    values = {key: _texts(table, key) for key in KEYS if key in table.values}
    return Config(
        schema=located(path, values.get("schema", ())),
        schemaless=values.get("schema") == (),
        queries=located(path, values.get("queries", ())),
        out=next(iter(located(path, values.get("out", ()))), None),
        path=shown(path),
        out_place=table.place("out") if "out" in values else None,
        options=options_of(table, options, lambda folder: located(path, [folder])[0]),
    )


def _name(table: Table) -> str:
    name = table.values.get(NAME, "")
    if isinstance(name, str) and (name.isidentifier() or NAME not in table.values):
        return name
    raise invalid(f"name has to be {_NAME_KIND}", table.place(NAME), "Write a Python name.")


def _top(source: Source, path: Path) -> Table:
    try:
        document = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as caught:
        place = _place_of_error(source, caught)
        raise invalid(f"this is not TOML: {caught}", place, None) from caught
    if path.name != PYPROJECT:
        return Table(source, document, 0)
    tool: object = document.get("tool")
    table = cast("dict[str, object]", tool).get("codegen") if isinstance(tool, dict) else None
    if not isinstance(table, dict):
        message = f"{source.path} has no table [tool.codegen]"
        raise invalid(message, None, "Add it, with schema, queries and out.")
    header = TABLE.search(source.text)
    values = cast("dict[str, object]", table)
    return Table(source, values, header.end() if header else 0)


def _packages(top: Table) -> Iterator[Table]:
    value = top.values.get(PACKAGES, [])
    tables = cast("list[object]", value) if isinstance(value, list) else [value]
    starts = [found.start() for found in _PACKAGE.finditer(top.source.text)]
    for number, table in enumerate(tables):
        if not isinstance(table, dict):
            help = "Write a [[packages]] table for each."
            raise invalid("packages has to be tables", top.place(PACKAGES), help)
        start = starts[number] if number < len(starts) else top.start
        yield Table(top.source, cast("dict[str, object]", table), start)


def _texts(table: Table, key: str) -> tuple[str, ...]:
    value = table.values[key]
    if isinstance(value, str) and value:
        return (value,)
    if key == "schema" and value == []:
        return ()
    if "list" in KEYS[key].has_to_be and isinstance(value, list) and value:
        values = cast("list[object]", value)
        if all(isinstance(one, str) and one for one in values):
            return tuple(str(one) for one in values)
    raise invalid(f"{key} has to be {KEYS[key].has_to_be}", table.place(key), f'Write {key} = "…".')


def _place_of_error(source: Source, caught: tomllib.TOMLDecodeError) -> Span | None:
    found = re.search(r"at line (\d+), column (\d+)", str(caught))
    if found is None:
        return None
    start = source.line_starts()[int(found[1]) - 1] + int(found[2]) - 1
    return Span(source, start, start + 1)
