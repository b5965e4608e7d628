"""Which file is the configuration, and who reads it."""

from __future__ import annotations

from pathlib import Path

from codegen.config import sqlc, toml
from codegen.config.model import Config

#: The names of configuration files, in the order in which one folder's are preferred.
NAMES = ("codegen.toml", "pyproject.toml", "sqlc.yaml", "sqlc.yml", "sqlc.json")


def find_config(folder: Path) -> Path | None:
    """The nearest configuration, in the folder or above it.

    A pyproject.toml counts if it has a ``[tool.codegen]`` table.
    """
    for parent in (folder, *folder.parents):
        for name in NAMES:
            candidate = parent / name
            if candidate.is_file() and (name != "pyproject.toml" or toml.has_table(candidate)):
                return candidate
    return None


def read_configs(path: Path) -> tuple[Config, ...]:
    """The packages that a configuration file describes; at least one.

    Raises CodegenError: file-unreadable, or config-invalid for what is not TOML or YAML, an
    unknown key or a value of another kind.
    """
    if path.suffix in (".yaml", ".yml", ".json"):
        return sqlc.read(path)
    return toml.read(path)
