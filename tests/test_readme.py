"""What the README shows is what comes out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.cli import codegen
from tests.support.readme import blocks, lay_out


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The README's example, generated with the README's configuration."""
    folder = tmp_path_factory.mktemp("readme")
    lay_out(folder)
    generated = codegen("generate", cwd=folder)
    assert generated.status == 0, generated.output
    return folder


def _one_line(text: str) -> str:
    """Python without what only says how it is laid out."""
    return re.sub(r",?\s*\)", ")", re.sub(r"\(\s+", "(", " ".join(text.split())))


def test_the_models_and_functions_are_those_shown(project: Path) -> None:
    shown = blocks("python")[0]
    models = _one_line((project / "generated" / "models.py").read_text())
    functions = _one_line((project / "generated" / "parrots.py").read_text())
    aio = _one_line((project / "generated" / "aio" / "parrots.py").read_text())
    classes = re.findall(r"(?:@dataclass.*\n)?class .*:\n(?:    .*\n)+", shown)
    signatures = re.findall(r"^def .*:", shown, re.MULTILINE)
    assert (len(classes), len(signatures)) == (2, 3)
    for text in classes:
        assert _one_line(text) in models
    for text in signatures:
        assert _one_line(text) in functions
        assert "async " + text.replace("Connection[", "AsyncConnection[") in aio


def test_the_averages_are_not_null(project: Path) -> None:
    row = (project / "generated" / "_queries" / "parrots.py").read_text()
    assert "average_weight: Decimal\n" in row
