"""``[tool.codegen]`` in pyproject.toml, or a codegen.toml with the same keys at its top."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import cast

from codegen.config.model import Config, invalid
from codegen.config.paths import located, pointing, read_source, shown
from codegen.config.settings import SETTINGS, options_of
from codegen.config.table import Table, check_keys
from codegen.config.toml_places import places
from codegen.locate import PYPROJECT
from codegen.plan.options import DEFAULT, Options
from codegen.records import dataclass
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
        message = "this package has neither a name nor out"
        raise invalid(message, table.value_place(), 'Write name = "…".')
    return Config(
        schema=own.schema or shared.schema,
        schemaless=own.schemaless or (shared.schemaless and not own.schema),
        queries=own.queries or shared.queries,
        out=out,
        path=own.path,
        name=name,
        places={**shared.places, **_out_of_all(shared, out), **own.places},
        options=own.options,
    )


def _out_of_all(shared: Config, out: str | None) -> dict[tuple[str, str], Span]:
    """A package's folder below the one that all share is said where that is."""
    place = shared.places.get(("out", shared.out or ""))
    return {("out", out): place} if place and out else {}


def _without_collisions(tables: list[Table], configs: tuple[Config, ...]) -> None:
    seen: set[str] = set()
    for table, config in zip(tables, configs, strict=True):
        if config.name in seen:
            message = f"there is already a package {config.name}"
            place = table.value_place(NAME) or table.value_place("out")
            raise invalid(message, place, "Give each package a name of its own.")
        seen.add(config.name)


def _config(path: Path, table: Table, options: Options) -> Config:
    paths = {key: located(path, _texts(table, key)) for key in KEYS if key in table.values}
    places: dict[tuple[str, str], Span] = {}
    for key, found in paths.items():
        places |= pointing(key, found, _text_places(table, key))
    return Config(
        schema=paths.get("schema", ()),
        schemaless=paths.get("schema") == (),
        queries=paths.get("queries", ()),
        out=next(iter(paths.get("out", ())), None),
        path=shown(path),
        places=places,
        options=options_of(table, options, lambda folder: located(path, [folder])[0]),
    )


def _name(table: Table) -> str:
    name = table.values.get(NAME, "")
    if isinstance(name, str) and (name.isidentifier() or NAME not in table.values):
        return name
    raise invalid(f"name has to be {_NAME_KIND}", table.value_place(NAME), "Write a Python name.")


def _top(source: Source, path: Path) -> Table:
    try:
        document = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as caught:
        # Few files have mistakes, and finding them has expressions that take long to compile.
        from codegen.config.toml_errors import not_toml

        raise not_toml(source, str(caught)) from caught
    found = places(source.text)
    if path.name != PYPROJECT:
        return Table(source, document, found)
    tool: object = document.get("tool")
    table = cast("dict[str, object]", tool).get("codegen") if isinstance(tool, dict) else None
    if not isinstance(table, dict):
        message = f"{source.path} has no table [tool.codegen]"
        raise invalid(message, None, "Add it, with schema, queries and out.")
    return Table(source, cast("dict[str, object]", table), found, ("tool", "codegen"))


def _packages(top: Table) -> Iterator[Table]:
    value = top.values.get(PACKAGES, [])
    tables = cast("list[object]", value) if isinstance(value, list) else [value]
    for number, table in enumerate(tables):
        if not isinstance(table, dict):
            help = "Write a [[packages]] table for each."
            raise invalid("packages has to be tables", top.value_place(PACKAGES), help)
        values = cast("dict[str, object]", table)
        yield Table(top.source, values, top.places, (*top.path, PACKAGES, number))


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
    message = f"{key} has to be {KEYS[key].has_to_be}"
    for place in _no_texts(table, key):
        raise invalid(message, place, "Each path is a text in quotes.")
    raise invalid(message, table.value_place(key), f'Write {key} = "…".')


def _no_texts(table: Table, key: str) -> Iterator[Span | None]:
    """The places of the items that should be texts."""
    value = table.values[key]
    if isinstance(value, list) and "list" in KEYS[key].has_to_be:
        for number, one in enumerate(cast("list[object]", value)):
            if not isinstance(one, str) or not one:
                yield table.value_place(key, number)


def _text_places(table: Table, key: str) -> list[Span | None]:
    """The places of the texts that :func:`_texts` gives."""
    value = table.values[key]
    if isinstance(value, str):
        return [table.value_place(key)]
    return [table.value_place(key, number) for number in range(len(cast("list[object]", value)))]
