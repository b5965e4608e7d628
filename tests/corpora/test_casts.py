"""Which parts of a query are taken for casts, and which of those are taken off."""

import pytest

from tests.corpora.casts import without_needless_casts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("select $1::int + 1", "select $1 + 1"),
        ("select a::numeric(10, 2)[] from t", "select a from t"),
        ("select cast(a + 1 as varchar(3)) from t", "select (a + 1 ) from t"),
        ("select cast(cast(a as int) as text)", "select ( (a ) )"),
        ("select x::timestamp with time zone at time zone 'utc'", "select x at time zone 'utc'"),
        ("select ' ::int', \"a::b\" -- ::text", "select ' ::int', \"a::b\" -- ::text"),
    ],
)
def test_every_cast_is_taken_off_where_all_are_needless(text: str, expected: str) -> None:
    found = without_needless_casts(text, lambda _: True)
    assert found.split() == expected.split()


def test_a_cast_stays_without_which_the_query_is_rejected() -> None:
    found = without_needless_casts("select $1::int, $2::text", lambda text: "::int" in text)
    assert found.split() == ["select", "$1::int,", "$2"]
