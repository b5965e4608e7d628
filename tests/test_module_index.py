"""The index of modules is that of the code."""

from __future__ import annotations

from tests.support.module_index import INDEX, index


def test_the_index_is_up_to_date() -> None:
    remedy = "run `make index`"
    assert INDEX.read_text(encoding="utf-8") == index(), remedy
