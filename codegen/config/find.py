"""Which file is the configuration, and who reads it."""

from __future__ import annotations

import keyword
from collections.abc import Iterable
from pathlib import Path

from codegen import locate
from codegen.config.model import Config, invalid
from codegen.config.paths import shown
from codegen.diagnostics import Diagnostic, Label, Severity, error

#: What the top folder of a project has.
_SUFFIXES = frozenset([".toml", ".yaml", ".yml", ".json"])
_TOPS = (".git", ".hg", ".jj", "pyproject.toml")


def find_config(folder: Path) -> Path | None:
    """The nearest configuration, in the folder or above it."""
    found = locate.find_config(str(folder))
    return Path(found) if found else None


def read_configs(path: Path) -> tuple[Config, ...]:
    """The packages that a configuration file describes; at least one.

    Raises CodegenError: file-unreadable, or config-invalid for what is not TOML or YAML, an
    unknown key or a value of another kind.
    """
    if path.is_dir():
        help = f"Name a file in it: {', '.join(locate.NAMES)}."
        raise error("file-unreadable", f"{shown(path)} is a folder", None, help)
    if path.is_file() and path.suffix not in _SUFFIXES:
        help = f"It is one of {', '.join(locate.NAMES)}."
        raise invalid(f"{shown(path)} is no configuration", None, help)
    # Only the library that reads this file is imported.
    if path.suffix in (".yaml", ".yml", ".json"):
        from codegen.config import sqlc

        return sqlc.read(path)
    from codegen.config import toml

    return toml.read(path)


def outside_project(config: Config) -> Diagnostic | None:
    """What is wrong if a configuration file would have files written outside its project.

    The project is the repository that the file is in, or the nearest folder above it with a
    pyproject.toml, or else the file's own folder. Links are followed.
    """
    if config.out is None or config.path is None:
        return None
    folder = Path(config.path).resolve().parent
    above = (folder, *folder.parents)
    top = next(
        (one for name in _TOPS for one in above if (one / name).exists()),
        folder,
    )
    out = Path(config.out).resolve()
    if out.is_relative_to(top):
        return None
    return Diagnostic(
        code="out-outside-project",
        message=f"{shown(out)} is outside the project, which is {top}",
        span=config.places.get(("out", config.out)),
        help=f"Give a folder of the project, or say --out {shown(out)} on the command line.",
    )


def unimportable(config: Config) -> Diagnostic | None:
    """The warning about a folder whose name no import statement can have."""
    name = Path(config.out or "").name
    if not name.strip(".") or (name.isidentifier() and not keyword.iskeyword(name)):
        return None
    return Diagnostic(
        code="config-invalid",
        message=f"the package {name} can't be imported: that is not a Python name",
        span=config.places.get(("out", config.out or "")),
        help="Generate into a folder whose name has only letters, digits and _.",
        severity=Severity.WARNING,
    )


def shared_folder(configs: Iterable[Config]) -> Diagnostic | None:
    """What is wrong if two packages would be written to one folder: the last would stay."""
    seen: dict[Path, Config] = {}
    for config in configs:
        if config.out is None:
            continue
        first = seen.setdefault(Path(config.out).resolve(), config)
        if first is not config:
            return _shared(first, config, config.out)
    return None


def _shared(first: Config, second: Config, out: str) -> Diagnostic:
    place = first.places.get(("out", first.out or ""))
    package = f"package {first.name}" if first.name else "another package"
    return Diagnostic(
        code="config-invalid",
        message=f"{out} is the folder of {package} already",
        span=second.places.get(("out", out)),
        help="Give each package a folder of its own, or put their queries into one.",
        labels=(Label(place, "the first one is here"),) if place else (),
    )
