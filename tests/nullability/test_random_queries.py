"""Claims about random queries stand, too."""

from __future__ import annotations

from tests.nullability.random_changes import Changes
from tests.nullability.random_queries import attacked


def test_no_claim_about_random_queries_falls(database: str) -> None:
    findings, ran, total = attacked(database, count=250, seed=11, rounds=6)
    assert findings == []
    assert ran > 0.9 * total > 200


def test_no_claim_about_random_changes_falls(database: str) -> None:
    findings, ran, total = attacked(database, count=200, seed=11, rounds=6, draws=Changes)
    assert findings == []
    assert ran > 0.8 * total > 140
