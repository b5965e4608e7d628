"""Writes ``codegen/README.md``, a line for each module, from what the modules say of themselves.

``python -m tests.support.module_index`` rewrites the file; a test compares it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

PACKAGE = Path(__file__).parent.parent.parent / "codegen"
INDEX = PACKAGE / "README.md"

INTRODUCTION = """\
# The modules of codegen

Start with [`pipeline.py`](pipeline.py): it is the whole compiler on one page. Then read what passes
between the stages: [`source.py`](source.py), [`diagnostics.py`](diagnostics.py),
[`postgres/facts.py`](postgres/facts.py), [`analysis/nodes.py`](analysis/nodes.py),
[`plan/ir.py`](plan/ir.py). [ARCHITECTURE.md](../ARCHITECTURE.md) says why it is so.

This list is made of the modules' own first sentences, by `python -m tests.support.module_index`.
"""

#: Data: a module for each extension, made by a script.
DATA = PACKAGE / "postgres" / "extensions"


def index() -> str:
    """The text that the file should have."""
    sections = groupby(_modules(), key=lambda path: path.parent)
    return INTRODUCTION + "".join(_section(folder, list(paths)) for folder, paths in sections)


def _modules() -> list[Path]:
    found = [path for path in PACKAGE.rglob("*.py") if DATA not in path.parents]
    return sorted(found, key=lambda path: (path.parent.relative_to(PACKAGE).parts, path.name))


def _section(folder: Path, paths: list[Path]) -> str:
    name = str(folder.relative_to(PACKAGE.parent))
    about = _summary(folder / "__init__.py")
    lines = "".join(_lines(folder, paths))
    return f"\n## {name}/\n\n" + (f"{about}\n\n" if about else "") + lines


def _lines(folder: Path, paths: list[Path]) -> Iterator[str]:
    for path in paths:
        if path.name != "__init__.py":
            link = path.relative_to(PACKAGE).as_posix()
            yield f"* [`{path.relative_to(folder)}`]({link}): {_summary(path)}\n"


def _summary(path: Path) -> str:
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(text.split("\n\n")[0].split()).replace("``", "`")


if __name__ == "__main__":
    INDEX.write_text(index(), encoding="utf-8")
