"""Each rule finds its wrong example, and leaves its right one alone."""

from __future__ import annotations

import pytest

from codegen.analysis import analyse
from codegen.analysis.nodes import AnalysedQuery
from codegen.diagnostics import CodegenError, Diagnostic, Severity
from codegen.schema import load
from codegen.source import Source
from codegen.sql.annotations import read_queries
from codegen.vet.rules import RULES, Rule
from codegen.vet.running import vet

SCHEMA = """
CREATE TABLE people (id bigint PRIMARY KEY, name text NOT NULL, email text NOT NULL UNIQUE);
CREATE TABLE tasks (
    id integer PRIMARY KEY,
    owner bigint REFERENCES people (id),
    note text,
    old_note text,
    done boolean NOT NULL,
    made timestamptz NOT NULL
);
COMMENT ON COLUMN tasks.old_note IS 'Deprecated: note has it.';
"""
CATALOG, _ = load([Source("schema.sql", SCHEMA)])

WARNINGS = [rule.code for rule in RULES if rule.severity is not Severity.NOTE]
#: More that each rule finds.
WRONG = {
    "without-where": ["WITH gone AS (DELETE FROM tasks RETURNING id) SELECT id FROM gone;"],
    "compared-with-null": [
        "SELECT id FROM tasks WHERE note <> NULL::text;",
        "UPDATE tasks SET done = (note = NULL) WHERE id = @id;",
    ],
    "not-in-nulls": [
        "SELECT id FROM people WHERE id <> ALL (SELECT owner FROM tasks WHERE done);",
        "SELECT id FROM people WHERE NOT id IN (SELECT t.owner FROM tasks t);",
    ],
    "optional-compared": [
        "SELECT id FROM tasks WHERE done AND note = sqlc.narg('note')::text;",
    ],
    "unjoined": [
        "SELECT t.id FROM tasks t JOIN people o ON o.id = t.owner, people p WHERE t.done;",
    ],
    "unordered-limit": ["SELECT id FROM tasks WHERE done LIMIT @n;"],
    "unstable-pages": ["SELECT id FROM tasks WHERE owner = 1 ORDER BY made DESC OFFSET 5;"],
    "hidden-from-the-index": ["SELECT name FROM people WHERE id::text = @id;"],
    "deprecated": ["UPDATE tasks SET note = old_note WHERE done;"],
}
#: More that no rule finds anything in.
RIGHT = [
    "DELETE FROM tasks WHERE true;",
    "DELETE FROM tasks t USING people p WHERE t.owner = p.id;",
    "SELECT id FROM people WHERE id NOT IN (SELECT owner FROM tasks WHERE owner IS NOT NULL);",
    "SELECT id FROM people WHERE id NOT IN (1, 2);",
    "SELECT id FROM tasks WHERE sqlc.narg('note')::text IS NULL OR note = sqlc.narg('note');",
    "SELECT id FROM tasks WHERE note = coalesce(sqlc.narg('note'), note);",
    "SELECT id FROM tasks WHERE done LIMIT 1 FOR UPDATE SKIP LOCKED;",
    "SELECT t.id, n FROM tasks t, generate_series(1, 3) n;",
    "SELECT t.id, a.count FROM tasks t, (SELECT count(*) FROM people) a;",
    "SELECT t.id FROM tasks t CROSS JOIN people p;",
    "SELECT t.id, x.name FROM tasks t, LATERAL (SELECT name FROM people WHERE id = t.owner) x;",
    "SELECT id FROM tasks WHERE owner = 1 ORDER BY made DESC, id LIMIT 5 OFFSET 5;",
    "WITH new AS (INSERT INTO people VALUES (1, '', '') RETURNING id) SELECT id FROM tasks;",
    "SELECT id FROM people WHERE id = @id::int;",
    "SELECT count(*) FROM tasks LIMIT 1;",
    "SELECT id FROM tasks WHERE done AND owner = (@owner::text)::bigint;",
]


def analysed(sql: str, command: str = "many", comments: str = "") -> AnalysedQuery:
    source = Source("queries.sql", f"-- name: Example :{command}\n{comments}{sql}\n")
    queries, mistakes = read_queries(source)
    assert mistakes == []
    found, mistakes = analyse(queries[0], CATALOG)
    assert mistakes == []
    assert found is not None
    return found


def findings(sql: str, comments: str = "") -> list[Diagnostic]:
    command = "many" if "RETURNING" in sql or sql.startswith(("SELECT", "WITH")) else "exec"
    return vet([analysed(sql, command, comments)], CATALOG)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_wrong_example_is_found_and_the_right_one_is_not(rule: Rule) -> None:
    for sql in (rule.wrong, *WRONG.get(rule.code, [])):
        found = [one for one in findings(sql) if one.code in (rule.code, *WARNINGS)]
        assert [(one.code, one.severity) for one in found] == [(rule.code, rule.severity)], sql
        assert found[0].span is not None
    assert [one.code for one in findings(rule.right) if one.code in (rule.code, *WARNINGS)] == []


@pytest.mark.parametrize("sql", RIGHT)
def test_what_is_fine_is_left_alone(sql: str) -> None:
    assert [one.code for one in findings(sql) if one.severity is not Severity.NOTE] == []


def test_codes_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)


def test_a_rule_can_be_ignored_by_a_query() -> None:
    assert findings("DELETE FROM tasks;", "-- @ignore without-where\n") == []


def test_an_ignore_that_spares_nothing_is_told() -> None:
    (found,) = findings("SELECT id FROM tasks;", "-- @ignore without-where\n")
    assert found.code == "ignore-needless"
    assert "spares the query nothing" in found.message


def test_an_ignore_of_no_rule_is_told_with_the_nearest() -> None:
    (found,) = findings("SELECT id FROM tasks;", "-- @ignore without-were\n")
    assert found.help == "Did you mean without-where?"


def test_rules_have_levels() -> None:
    query = analysed("DELETE FROM tasks;", "exec")
    assert vet([query], CATALOG, {"without-where": "off"}) == []
    assert vet([query], CATALOG, {"without-where": "error"})[0].severity is Severity.ERROR


@pytest.mark.parametrize("levels", [{"without-were": "off"}, {"without-where": "loud"}])
def test_a_setting_of_no_rule_or_to_no_level_is_an_error(levels: dict[str, str]) -> None:
    with pytest.raises(CodegenError) as caught:
        vet([], CATALOG, levels)
    assert caught.value.diagnostic.code == "config-invalid"
