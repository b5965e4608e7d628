"""The README's example as a project."""

from __future__ import annotations

import re
from pathlib import Path

from tests.support.cli import ROOT

README = ROOT / "README.md"


def blocks(language: str) -> list[str]:
    """The README's blocks of code in a language, in order."""
    text = README.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def lay_out(folder: Path) -> None:
    """Writes the README's example, with the README's configuration."""
    schema, queries, *_ = blocks("sql")
    configuration, *_ = blocks("toml")
    (folder / "queries").mkdir()
    (folder / "schema.sql").write_text(schema)
    (folder / "queries" / "parrots.sql").write_text(queries)
    (folder / "pyproject.toml").write_text(configuration)
