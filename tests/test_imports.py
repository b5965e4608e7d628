"""What isn't imported, since it would take as long as much of the work."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.support.cli import ROOT


def imported(code: str) -> set[str]:
    """The modules that a program has imported at its end."""
    told = f"{code}\nimport sys; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", told], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return set(run.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("module", ["codegen.analysis", "codegen.pipeline"])
def test_sqlglot_is_imported_without_what_its_plugins_need(module: str) -> None:
    found = imported(f"import {module}")
    assert "sqlglot.parser" in found
    assert not found & {"importlib.metadata", "email.message", "zipfile"}


def test_the_module_of_plugins_is_there_for_those_who_need_it() -> None:
    plugin = "import codegen.sql; from importlib.metadata import version; version('sqlglot')"
    assert "importlib.metadata" in imported(plugin)
    unknown = """
import codegen.sql, sqlglot
try: sqlglot.Dialect.get_or_raise("nonsense")
except ValueError: pass
"""
    assert "importlib.metadata" in imported(unknown)
