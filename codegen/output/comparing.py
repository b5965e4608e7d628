"""The package as it would be generated, compared with the one that is there."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import Path

from codegen.config import shown
from codegen.output.owned import is_owned, left_over, read
from codegen.records import dataclass


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that is not as it would be generated. ``kind`` is missing, changed, left-over or
    foreign (not codegen's); ``diff`` is the unified diff from what is there to what should be."""

    path: str
    kind: str
    diff: str


def compare(out: Path, files: Mapping[str, str]) -> list[Difference]:
    """What ``write`` would change, file by file."""
    differences = [
        difference
        for path, text in files.items()
        if (difference := _difference(out, path, text)) is not None
    ]
    for path in left_over(out, files):
        text = read(out / path) or ""
        differences.append(Difference(path, "left-over", _diff(out / path, text, "")))
    return sorted(differences, key=lambda difference: difference.path)


def _difference(out: Path, path: str, text: str) -> Difference | None:
    there = read(out / path)
    if there == text:
        return None
    if not (out / path).exists():
        return Difference(path, "missing", _diff(out / path, "", text))
    kind = "changed" if is_owned(out / path) else "foreign"
    return Difference(path, kind, _diff(out / path, there or "", text))


def _diff(path: Path, there: str, generated: str) -> str:
    lines = difflib.unified_diff(
        there.splitlines(keepends=True),
        generated.splitlines(keepends=True),
        f"{shown(path)} (as it is)" if there else "/dev/null",
        f"{shown(path)} (as generated)" if generated else "/dev/null",
    )
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )
