"""The configuration: pyproject.toml, codegen.toml or an existing sqlc.yaml, read into packages."""

from codegen.config.find import (
    find_config,
    outside_project,
    read_configs,
    shared_folder,
    unimportable,
)
from codegen.config.inputs import sources_at
from codegen.config.model import Config
from codegen.config.paths import shown

__all__ = [
    "Config",
    "find_config",
    "outside_project",
    "read_configs",
    "shared_folder",
    "shown",
    "sources_at",
    "unimportable",
]
