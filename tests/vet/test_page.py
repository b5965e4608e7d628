"""The page of rules is that of the table."""

from __future__ import annotations

from tests.support.vet_page import PAGE, page


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make docs`"
