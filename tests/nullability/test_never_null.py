"""The curated functions are called with random non-null arguments, a thousand times each."""

from __future__ import annotations

import psycopg

from tests.nullability.attack_never_null import attack_all, entries, falsified, silent

#: Built without libxml, the server has no XML functions.
UNKNOWN = {"text(xml)"}


def test_no_entry_yields_null(database: str) -> None:
    with psycopg.connect(database, autocommit=True) as connection:
        outcomes = attack_all(connection, entries(connection))
    assert falsified(outcomes) == {}
    assert silent(outcomes).keys() <= UNKNOWN
    assert len(outcomes) > 1000
