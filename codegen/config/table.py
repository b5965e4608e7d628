"""A table of a TOML file, with the places of its keys."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import cast

from codegen.config.model import invalid
from codegen.diagnostics import CodegenError
from codegen.source import Source, Span


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the file with the place where its keys start."""

    source: Source
    values: Mapping[str, object]
    start: int

    def place(self, key: str) -> Span | None:
        """Where the key stands: at the start of a line, in a header, or in an inline table."""
        name = rf"(?P<name>\"{re.escape(key)}\"|'{re.escape(key)}'|{re.escape(key)})(?![\w-])"
        for before in (r"^[ \t]*", r"^[ \t]*\[[^\]\n]*\.[ \t]*", r"[{,.][ \t]*"):
            found = re.compile(before + name, re.MULTILINE).search(self.source.text, self.start)
            if found:
                return Span(self.source, *found.span("name"))
        return None

    def inner(self, key: str) -> Table | None:
        """The table under a key; None if its value is no table."""
        value = self.values[key]
        if not isinstance(value, dict):
            return None
        place = self.place(key)
        return Table(
            self.source, cast("dict[str, object]", value), place.end if place else self.start
        )


def check_keys(table: Table, known: Collection[str]) -> None:
    """Raises CodegenError (config-invalid) for a key that is not among the known ones."""
    for key in table.values:
        if key not in known:
            raise _unknown_key(table, key, known)


def _unknown_key(table: Table, key: str, known: Collection[str]) -> CodegenError:
    near = difflib.get_close_matches(key, known, 1)
    help = f"Did you mean {near[0]}?" if near else f"The keys are {', '.join(known)}."
    return invalid(f"unknown key {key}", table.place(key), help)
