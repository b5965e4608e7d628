"""Writes the JSON schemas in ``docs/schemas``, as ``codegen schema`` prints them.

``python -m tests.support.schema_files`` rewrites the files; a test compares them.
"""

from __future__ import annotations

from pathlib import Path

from codegen.cli.schema import SCHEMAS
from tests.support.cli import ROOT, codegen


def published(name: str) -> Path:
    """The file of a schema."""
    return ROOT / "docs" / "schemas" / f"{name}.schema.json"


if __name__ == "__main__":
    for each in SCHEMAS:
        published(each).write_text(codegen("schema", each, cwd=ROOT).stdout, encoding="utf-8")
