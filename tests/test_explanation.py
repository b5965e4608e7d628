"""Explanations say what the engine says, step by step, with places."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from codegen.analysis import analyse
from codegen.analysis.nodes import AnalysedQuery
from codegen.explanation import Explained, Explanation, explanation
from codegen.schema import load
from codegen.source import Source
from codegen.sql.annotations import read_queries
from tests.nullability.literate import CASES, analysed, cases, schema

SCHEMA = """\
CREATE TABLE customers (id bigint PRIMARY KEY, name text NOT NULL, note text);
CREATE TABLE orders (id bigint PRIMARY KEY, customer bigint NOT NULL, total numeric NOT NULL);
"""
CATALOG, _ = load([Source("schema.sql", SCHEMA)])


def explained(sql: str) -> Explanation:
    queries, _ = read_queries(Source("queries.sql", f"-- name: Example :many\n{sql};\n"))
    found, mistakes = analyse(queries[0], CATALOG)
    assert mistakes == []
    assert found is not None
    return explanation(found, CATALOG)


def told(one: Explained) -> list[str]:
    return [
        "  " * each.depth + each.text + (f" ({each.place})" if each.place else "")
        for each in one.reasons
    ]


def test_a_column_of_the_optional_side() -> None:
    found = explained(
        "SELECT c.name, o.total\nFROM customers c\nLEFT JOIN orders o ON o.customer = c.id"
    )
    name, total = found.columns
    assert told(name) == ["customers.name is declared text NOT NULL (schema.sql:1:48)"]
    assert told(total) == [
        "orders.total is declared numeric NOT NULL (schema.sql:2:71)",
        "o may have no row here, as the optional side of an outer join, so it may be NULL"
        " (queries.sql:4:11)",
    ]


def test_what_a_condition_excludes() -> None:
    (note,) = explained("SELECT note FROM customers WHERE note LIKE 'a%'").columns
    assert told(note)[-1] == "note LIKE 'a%' is not true for NULL (queries.sql:2:34)"
    joined = "SELECT c.note FROM customers c JOIN customers o ON c.note = o.name AND true"
    (note,) = explained(joined).columns
    assert "c.note = o.name is not true for NULL" in told(note)[-1]


def test_a_narg_says_why_it_may_be_null() -> None:
    found = explained("SELECT id FROM customers WHERE note = sqlc.narg('note')")
    assert told(found.parameters[0])[-1].startswith("sqlc.narg says that it may be NULL")


def test_an_expression_is_followed_to_what_makes_it_null() -> None:
    (shout,) = explained("SELECT upper(name || note) AS shout FROM customers").columns
    assert [each.text for each in shout.reasons] == [
        "upper may be NULL where an argument is",
        "|| may be NULL where an argument is",
        "customers.note is declared text",
        "so it may be NULL",
    ]
    assert [each.depth for each in shout.reasons] == [0, 1, 2, 2]


def test_a_column_of_a_subquery_is_followed_inside() -> None:
    (sum_,) = explained("SELECT s.sum FROM (SELECT sum(total) FROM orders) s").columns
    assert [each.text for each in sum_.reasons] == [
        "sum is a column of s",
        "sum is NULL over no rows, or over NULLs alone",
        "so it may be NULL",
    ]


def test_a_parameter_is_explained_by_what_it_meets() -> None:
    found = explained("UPDATE customers SET note = @note WHERE id = @id AND @flag::bool")
    note, id_, flag = found.parameters
    assert told(note) == ["assigned to note, which is text (queries.sql:2:29)"]
    assert told(id_) == ["an operand of = with customers.id, as bigint (queries.sql:2:46)"]
    assert told(flag)[0].startswith("cast to boolean by the query")
    assert found.rows == "the statement returns no rows"


def test_rows_are_explained() -> None:
    by_key = "one row or none: it finds orders by its key (id)"
    assert explained("SELECT id FROM orders WHERE id = 1").rows == by_key
    assert explained("SELECT id FROM orders LIMIT 1").rows == "one row or none"
    assert "nothing limits orders to one" in explained("SELECT id FROM orders").rows


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_no_explanation_contradicts_the_engine(path: Path) -> None:
    catalog = schema()
    for case in cases(path):
        query: AnalysedQuery = analysed(case, catalog)
        for column in explanation(query, catalog).columns:
            assert column.reasons, f"{case.sql}: {column.name}"
            last = [each.text for each in column.reasons if each.depth == 0][-1]
            claims_null = re.search(r"\bmay (yield |be )NULL\b|\bis NULL\b|^the literal NULL", last)
            assert bool(claims_null) <= column.nullable, f"{case.sql}: {column.name}: {last}"
