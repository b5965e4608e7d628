"""Rules in SQL: what their files say, what they find, and mistakes in them."""

from __future__ import annotations

import psycopg
import pytest

from codegen.diagnostics import CodegenError, Severity
from codegen.source import Source
from codegen.verify.rules import ask
from codegen.verify.server import Database
from codegen.vet.sql_rules import read_rule

RULE = """-- Nobody reads people by their names.
-- Level: error

-- help: Use the id.
SELECT name FROM queries
"""


def test_a_file_says_what_its_rule_is() -> None:
    rule = read_rule(Source("some/where/no-names.sql", RULE))
    assert (rule.code, rule.severity) == ("no-names", Severity.ERROR)
    assert (rule.about, rule.help) == ("Nobody reads people by their names.", "Use the id.")


def test_a_rule_is_a_warning_by_default() -> None:
    assert read_rule(Source("a.sql", "SELECT 1")).severity is Severity.WARNING


@pytest.mark.parametrize(
    ("path", "text"), [("no names.sql", RULE), ("a.sql", "-- level: loud\nSELECT 1")]
)
def test_a_file_that_is_no_rule(path: str, text: str) -> None:
    with pytest.raises(CodegenError) as caught:
        read_rule(Source(path, text))
    assert caught.value.diagnostic.code == "rule-invalid"


@pytest.fixture
def server(connection: psycopg.Connection) -> Database:
    """A database to ask."""
    connection.autocommit = True
    return Database(connection=connection)


def found(server: Database, text: str) -> tuple[tuple[str, str | None], ...]:
    queries = [{"name": "A", "reads": ["public.x"], "plan": {"Node Type": "Result"}}, {"name": "B"}]
    (answer,) = ask(server, [Source("rule.sql", text)], queries)
    assert answer.mistake is None, answer.mistake
    return answer.findings


def test_a_rule_finds_queries_by_name(server: Database) -> None:
    assert found(server, "SELECT name FROM queries;\n") == (("A", None), ("B", None))
    assert found(
        server, "SELECT name, 'bad' FROM queries WHERE 'public.x' = ANY (reads) -- end"
    ) == (("A", "bad"),)
    with_ = "WITH all_ AS (TABLE queries) SELECT name FROM all_ WHERE plan->>'Node Type' = 'Result'"
    assert found(server, with_) == (("A", None),)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("SELECT name FROM querys", "q"),
        ("DELETE FROM queries", "F"),
        ("SELECT 1/0", "S"),
        ("SELECT 1; SELECT 2", ";"),
        ("", ""),
    ],
)
def test_a_mistake_in_a_rule_has_its_place(server: Database, text: str, at: str) -> None:
    (answer,) = ask(server, [Source("rule.sql", text)], [])
    assert answer.mistake is not None
    span = answer.mistake.span
    assert answer.mistake.code == "rule-invalid" and span is not None
    assert span.source.text[span.start : span.end] == at
