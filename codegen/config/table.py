"""A table of a TOML file, with the places of its keys."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import cast

from codegen.config.model import invalid
from codegen.config.toml_places import Path, Place
from codegen.diagnostics import CodegenError
from codegen.nearest import nearest
from codegen.records import dataclass
from codegen.source import Source, Span


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the file; ``path`` are the keys that lead to it, ``places`` those of the file."""

    source: Source
    values: Mapping[str, object]
    places: Mapping[Path, Place]
    path: Path = ()

    def place(self, *path: str | int) -> Span | None:
        """Where the key stands, or the table's own where none is given."""
        found = self.places.get((*self.path, *path))
        return Span(self.source, *found.key) if found else None

    def value_place(self, *path: str | int) -> Span | None:
        """Where the value of the key stands; with an index, that of an item of its list."""
        found = self.places.get((*self.path, *path))
        return Span(self.source, *found.value) if found else None

    def inner(self, key: str) -> Table | None:
        """The table under a key; None if its value is no table."""
        value = self.values[key]
        if not isinstance(value, dict):
            return None
        values = cast("dict[str, object]", value)
        return Table(self.source, values, self.places, (*self.path, key))


def check_keys(table: Table, known: Collection[str]) -> None:
    """Raises CodegenError (config-invalid) for a key that is not among the known ones."""
    for key in table.values:
        if key not in known:
            raise _unknown_key(table, key, known)


def _unknown_key(table: Table, key: str, known: Collection[str]) -> CodegenError:
    near = nearest(key, known)
    help = f"Did you mean {near}?" if near else f"The keys are {', '.join(known)}."
    return invalid(f"unknown key {key}", table.place(key), help)
