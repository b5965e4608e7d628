"""Every transcript in the documentation, run again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.cli import ROOT
from tests.transcripts.run import documents, regenerated


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name)
def test_the_transcripts_are_what_a_terminal_shows(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert regenerated(text) == text, "run `make docs`"


def test_the_readme_and_the_tour_have_some() -> None:
    assert {ROOT / "README.md", ROOT / "docs" / "tour.md"} <= set(documents())
