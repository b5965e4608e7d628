"""Which file is the configuration. Imports little, for it runs before anything is known to do."""

from __future__ import annotations

import os
import re

PYPROJECT = "pyproject.toml"
#: The names of configuration files, in the order in which one folder's are preferred.
NAMES = ("codegen.toml", PYPROJECT, "sqlc.yaml", "sqlc.yml", "sqlc.json")
#: The header of codegen's table, or of one below it, in a pyproject.toml.
TABLE = re.compile(r"^[ \t]*\[{1,2}[ \t]*tool[ \t]*\.[ \t]*codegen[ \t]*[\].]", re.MULTILINE)


def find_config(folder: str) -> str | None:
    """The nearest configuration, in the folder or above it.

    A pyproject.toml counts if it has a ``[tool.codegen]`` table.
    """
    while True:
        for name in NAMES:
            candidate = os.path.join(folder, name)
            if os.path.isfile(candidate) and (name != PYPROJECT or _has_table(candidate)):
                return candidate
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent


def _has_table(path: str) -> bool:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return bool(TABLE.search(file.read()))
    except OSError:
        return False
