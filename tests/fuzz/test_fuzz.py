"""A bounded part of the fuzzing."""

from __future__ import annotations

import psycopg
import pytest

from tests.fuzz.broken_files import broken, limited, survives
from tests.fuzz.compare import (
    compare_chains,
    compare_claims,
    compare_grammar,
    compare_mutants,
    compare_sentences,
)


def connected(dsn: str) -> psycopg.Connection:
    return psycopg.connect(dsn, autocommit=True, prepare_threshold=None)


def test_random_statements_are_understood_as_the_server_understands_them(database: str) -> None:
    with connected(database) as connection:
        outcome = compare_grammar(connection, 5, 600)
    assert outcome.disagreements == ()
    assert outcome.valid > 150


def test_statements_made_of_others_are_understood_as_well(database: str) -> None:
    with connected(database) as connection:
        outcome = compare_mutants(connection, 5, 1000)
    assert outcome.disagreements == ()
    assert outcome.valid > 30


def test_operators_take_what_they_take_for_the_server(database: str) -> None:
    with connected(database) as connection:
        outcome = compare_chains(connection, 5, 1500)
    assert outcome.disagreements == ()
    assert outcome.valid > 500


def test_all_sentences_of_the_grammar_are_read(database: str) -> None:
    with connected(database) as connection:
        assert compare_sentences(connection, 32_000, 1500).disagreements == ()


def test_statements_made_of_claims_are_understood_as_well(database: str) -> None:
    with connected(database) as connection:
        outcome = compare_claims(connection, 5, 600)
    assert outcome.disagreements == ()
    assert outcome.valid > 20


def test_damaged_files_trip_nothing() -> None:
    assert broken(5, 25) == []


@pytest.mark.parametrize(
    "queries",
    ["SELECT 1;\n-- name: A :one\nSELECT 2;\n-- name:\nSELECT 'never closed\n"],
)
def test_files_that_tripped_us_once(queries: str) -> None:
    assert survives("CREATE TABLE t (a integer);", queries) == []


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT " + "(" * 20_000 + "1" + ")" * 20_000,
        "SELECT " + "(" * 20_000,
        "SELECT " + "ARRAY[" * 5_000 + "1" + "]" * 5_000,
        "SELECT " + "CASE WHEN true THEN " * 1_500 + "1" + " END" * 1_500,
        "SELECT " + "NOT " * 20_000 + "true",
        "SELECT " + "- " * 20_000 + "1",
        "SELECT " + "(SELECT " * 3_000 + "1" + ")" * 3_000,
        "SELECT * FROM " + "(" * 5_000 + "t" + ")" * 5_000,
        "SELECT 1 " + "UNION SELECT 1 " * 3_000,
        "SELECT $99999999999999999999",
        "SELECT '" + "x" * 3_000_000 + "'",
        "/*" * 50_000 + "*/" * 50_000 + "SELECT 1",
    ],
    ids=lambda sql: sql[:24],
)
def test_nesting_and_size_have_limits_that_are_told(sql: str) -> None:
    with limited(300):
        assert survives("CREATE TABLE t (a integer);", f"-- name: Deep :many\n{sql};\n") == []
