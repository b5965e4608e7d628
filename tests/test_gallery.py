"""The gallery of mistakes: each message as it is printed (see tests/gallery/run.py)."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

import pytest

from tests.gallery.run import HERE, cases, transcript

#: Cases that show more than one message, and how many; every other has exactly one, or is told of
#: the command line itself.
SEVERAL = {"function_of_unknown_extension": 2}
#: Cases that are no mistake, or one that is told without a code.
NONE = {"queries_file_empty", "cli_check_before_generate"}


@pytest.mark.parametrize("slug", cases())
def test_the_message_is_as_expected(slug: str, tmp_path: Path) -> None:
    text = transcript(slug, tmp_path)
    expected = (HERE / slug / "expected.txt").read_text()
    changes = difflib.unified_diff(expected.splitlines(), text.splitlines(), lineterm="", n=99)
    assert text == expected, "\n".join(changes)


@pytest.mark.parametrize("slug", cases())
def test_there_is_a_way_out(slug: str) -> None:
    expected = (HERE / slug / "expected.txt").read_text()
    told = re.findall(r"^(?:error|warning|note)\[", expected, re.MULTILINE)
    helped = re.findall(r"(?:^| = )help: .", expected, re.MULTILINE)
    assert len(told) == len(helped), expected


def test_there_are_many() -> None:
    assert len(cases()) >= 300


@pytest.mark.parametrize("slug", cases())
def test_one_cause_has_one_message(slug: str) -> None:
    expected = (HERE / slug / "expected.txt").read_text()
    found = re.findall(r"^(?:(?:error|warning|note)\[|Error: )", expected, re.MULTILINE)
    assert len(found) == (0 if slug in NONE else SEVERAL.get(slug, 1)), expected
    assert "internal-error" not in expected
    assert "Traceback" not in expected
