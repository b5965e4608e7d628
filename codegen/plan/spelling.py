"""Types as values, and their spelling in a module together with the imports that it needs."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterable
from typing import NamedTuple

from codegen.records import dataclass, field

#: The module part of names that the generated package itself defines starts with this.
PACKAGE = "@"

#: Longest line that is left in one piece. At any line length from here on, ruff keeps it so: what
#: is longer has one item per line and a trailing comma, which ruff never joins.
WIDTH = 79


class Name(NamedTuple):
    """Something to import. ``module`` is "" for a builtin, "@models" for the package's own.

    ``alias`` is what the importing module calls it, if not by its name.
    """

    module: str
    name: str
    alias: str = ""


class Annotation(NamedTuple):
    """A type: a name with its arguments, or, without a name, the union of its arguments."""

    name: Name | None
    args: tuple[Annotation, ...] = ()

    def optional(self) -> Annotation:
        """This type or None."""
        return union(self, NONE)


def of(module: str, name: str, *args: Annotation) -> Annotation:
    """The type ``module.name[args]``."""
    return Annotation(Name(module, name), args)


def union(*members: Annotation) -> Annotation:
    """Any of the types; unions inside are flattened, and None stands last."""
    flat = [
        part for member in members for part in (member.args if member.name is None else (member,))
    ]
    unique = list(dict.fromkeys(flat))
    if NONE in unique:
        unique = [part for part in unique if part != NONE] + [NONE]
    return unique[0] if len(unique) == 1 else Annotation(None, tuple(unique))


NONE = of("", "None")
OBJECT = of("", "object")
#: Only where no type is at stake, such as for a connection's row factory.
ANY = of("typing", "Any")


@dataclass(slots=True)
class ModuleNames:
    """The names that a module of the package imports, collected while its parts are planned.

    ``home`` is the module itself, as in :class:`Name`: its own names need no import. A name that
    is ``taken`` by the module's functions or by attributes of its classes is imported with an
    underscore; so is one of another package that has the name of one of the ``models``. The
    ``own`` classes of a module's queries, wherever they are defined, always keep their names. Of
    two imports of one name the later one gets an underscore. What is ``called`` where functions
    have ``parameters`` can't have a name of these.
    """

    home: str
    taken: Collection[str] = ()
    models: Collection[str] = ()
    own: Collection[str] = ()
    called: Collection[Name] = ()
    parameters: Collection[str] = ()
    _used: set[Name] = field(default_factory=set[Name])
    _local_names: dict[str, Name] = field(default_factory=dict[str, Name])
    _spelled: dict[Name, str] = field(default_factory=dict[Name, str])

    def use(self, name: Name) -> str:
        """Imports a name, and says how the module spells it."""
        if name.module == self.home:
            return name.name
        local = self._local(name)
        if name.module or local != name.name:
            self._used.add(name)
        return local

    def _local(self, name: Name) -> str:
        local = self._spelled.get(name)
        if local is None:
            local = self._free(name)
            while self._local_names.setdefault(local, name) != name:
                local += "_"
            self._spelled[name] = local
        return local

    def _free(self, name: Name) -> str:
        local = name.alias or name.name
        is_own = name.module.startswith("@_queries.") and local in self.own
        is_model = name.module == "@models"
        clashes = not is_own and (
            local in self.taken or local in self.own or (not is_model and local in self.models)
        )
        local = f"{local}_" if clashes else local
        while name in self.called and local in self.parameters:
            local += "_"
        return local

    def spell(self, annotation: Annotation) -> str:
        """The type as the module spells it."""
        if annotation.name is None:
            return " | ".join(self.spell(member) for member in annotation.args)
        spelled = self.use(annotation.name)
        if not annotation.args:
            return spelled
        return f"{spelled}[{', '.join(self.spell(argument) for argument in annotation.args)}]"

    def imports(self) -> tuple[str, ...]:
        """The import statements, sorted as isort does, with an empty line between sections."""
        plain: dict[str, list[str]] = {}
        renamed: list[tuple[str, str, str]] = []
        for name in self._used:
            module = self._path(name.module or "builtins")
            if self._local(name) == name.name:
                plain.setdefault(module, []).append(name.name)
            else:
                renamed.append((module, name.name, self._local(name)))
        lines = [
            (module, min(names, key=member_key), _from(module, names))
            for module, names in plain.items()
        ]
        lines += [
            (module, name, f"from {module} import {name} as {local}")
            for module, name, local in renamed
        ]
        return tuple(_sections(lines))

    def _path(self, module: str) -> str:
        if not module.startswith(PACKAGE):
            return module
        folder, _, _ = self.home.removeprefix(PACKAGE).rpartition(".")
        module = module.removeprefix(PACKAGE)
        if not folder:
            return f".{module}"
        inside = module.removeprefix(f"{folder}.")
        return f".{inside}" if inside != module else f"..{module}"


def _sections(lines: Iterable[tuple[str, str, str]]) -> Iterable[str]:
    previous: int | None = None
    for module, _, line in sorted(
        lines, key=lambda line: (_section(line[0]), _module_key(line[0]), member_key(line[1]))
    ):
        if previous is not None and _section(module) != previous:
            yield ""
        previous = _section(module)
        yield line


def _section(module: str) -> int:
    if module.startswith("."):
        return 2
    return 0 if module.partition(".")[0] in sys.stdlib_module_names else 1


def _module_key(module: str) -> tuple[int, str]:
    dots = len(module) - len(module.lstrip("."))
    return -dots, module.lstrip(".").lower()


def member_key(name: str) -> tuple[int, list[tuple[int, int | str]], str]:
    """isort's order of the names in one import: constants, classes, the rest; numbers by value."""
    is_constant = len(name) > 1 and name.isupper()
    kind = 0 if is_constant else 1 if name[:1].isupper() else 2
    natural: list[tuple[int, int | str]] = [
        (0, int(part)) if part.isdigit() else (1, part)
        for part in re.split(r"(\d+)", name.lower())
        if part
    ]
    return kind, natural, name


def _from(module: str, names: Iterable[str]) -> str:
    ordered = sorted(names, key=member_key)
    line = f"from {module} import {', '.join(ordered)}"
    if len(line) <= WIDTH:
        return line
    return "\n".join([f"from {module} import (", *(f"    {name}," for name in ordered), ")"])
