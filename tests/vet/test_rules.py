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
    made timestamptz NOT NULL,
    due timestamptz,
    kind varchar(20),
    place text
);
CREATE INDEX ON tasks (owner, made);
CREATE INDEX ON tasks (due DESC) WHERE NOT done;
CREATE INDEX ON tasks (lower(kind), due);
CREATE INDEX tasks_kind ON tasks (kind);
CREATE INDEX ON tasks USING hash (place);
CREATE TABLE tags (task integer NOT NULL REFERENCES tasks (id), name text, at timestamptz NOT NULL,
    PRIMARY KEY (task, name));
CREATE INDEX ON tags (at);
CREATE TABLE log (id uuid PRIMARY KEY, number bigserial, key text NOT NULL);
CREATE UNIQUE INDEX ON log (lower(key));
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
    "unstable-pages": [
        "SELECT id FROM tasks WHERE owner = 1 ORDER BY made DESC OFFSET 5;",
        "SELECT id, name FROM tasks JOIN tags ON task = id ORDER BY id, at LIMIT 9 OFFSET 5;",
        "SELECT owner, count(*) FROM tasks GROUP BY owner ORDER BY 2 LIMIT 9 OFFSET 5;",
        "SELECT DISTINCT note, made FROM tasks ORDER BY made LIMIT 9 OFFSET 5;",
        "SELECT id FROM tasks WHERE made > @after ORDER BY made LIMIT 9;",
        "SELECT id FROM tasks WHERE owner = 1 AND (@a::timestamptz IS NULL OR made < @a)"
        " ORDER BY made DESC LIMIT 9;",
    ],
    "hidden-from-the-index": [
        "SELECT name FROM people WHERE id::text = @id;",
        "SELECT task FROM tags WHERE at::date = @day;",
        "SELECT task FROM tags WHERE date_trunc('day', at) = @day;",
        "SELECT task FROM tags WHERE at + interval '1 day' > now();",
        "SELECT id FROM people WHERE id = @id::numeric;",
        "SELECT name FROM people WHERE lower(email) = ANY(@emails::text[]);",
        "SELECT id FROM tasks WHERE owner = @owner AND made::date = @day;",
        "SELECT id FROM tasks WHERE lower(place) = @place;",
        "SELECT t.id FROM tasks t JOIN people p ON p.id = t.owner WHERE lower(p.email) = @email;",
    ],
    "unindexed-order": [
        "SELECT id FROM tasks ORDER BY made DESC, id LIMIT 10;",
        "SELECT id FROM tasks WHERE note = @note ORDER BY made LIMIT 10;",
        "SELECT t.id FROM tasks t JOIN people p ON p.id = t.owner ORDER BY t.made LIMIT 10;",
        "SELECT id FROM people WHERE EXISTS (SELECT FROM tasks ORDER BY made LIMIT 1);",
        "SELECT id FROM tasks ORDER BY due DESC LIMIT 3;",
        "SELECT id FROM tasks ORDER BY place LIMIT 3;",
        "SELECT id FROM people ORDER BY lower(email) LIMIT 3;",
    ],
    "unused-parameter": ["SELECT id FROM tasks WHERE @a::int IS NULL OR (done AND id = 1);"],
    "sorted-by-parameter": ["SELECT id FROM tasks ORDER BY note, @direction::text DESC;"],
    "duplicate-star": ["SELECT t.*, p.* FROM tasks t LEFT JOIN people p ON p.id = t.owner;"],
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
    "SELECT id FROM tasks WHERE owner = coalesce((SELECT id FROM people"
    " WHERE name = sqlc.narg('name')), 0);",
    "SELECT id FROM tasks WHERE done LIMIT 1 FOR UPDATE SKIP LOCKED;",
    "SELECT t.id, n FROM tasks t, generate_series(1, 3) n;",
    "SELECT t.id, a.count FROM tasks t, (SELECT count(*) FROM people) a;",
    "SELECT t.id FROM tasks t CROSS JOIN people p;",
    "SELECT t.note, p.name FROM tasks t, people p WHERE t.id = @task AND p.id = @person;",
    "SELECT t.id, x.name FROM tasks t, LATERAL (SELECT name FROM people WHERE id = t.owner) x;",
    "SELECT id FROM tasks WHERE owner = 1 ORDER BY made DESC, id LIMIT 5 OFFSET 5;",
    "WITH new AS (INSERT INTO people VALUES (1, '', '') RETURNING id) SELECT id FROM tasks;",
    "SELECT id FROM people WHERE id = @id::int;",
    "SELECT count(*) FROM tasks LIMIT 1;",
    "SELECT id FROM tasks JOIN tags ON task = id ORDER BY id, name LIMIT 9 OFFSET 5;",
    "SELECT t.id FROM tasks t JOIN people p ON p.id = owner ORDER BY t.id LIMIT 9 OFFSET 5;",
    "SELECT owner, count(*) FROM tasks GROUP BY owner ORDER BY 2, 1 LIMIT 9 OFFSET 5;",
    "SELECT DISTINCT note, made FROM tasks ORDER BY made, note LIMIT 9 OFFSET 5;",
    "SELECT id FROM tasks ORDER BY random() LIMIT 9 OFFSET 5;",
    "SELECT id FROM tasks WHERE due <= @now ORDER BY due LIMIT 9;",
    "SELECT id FROM tasks WHERE made > @low AND made < @high ORDER BY made LIMIT 9;",
    "SELECT id FROM tasks WHERE (made, id) > (@made, @id) ORDER BY made, id LIMIT 9;",
    "SELECT id FROM tasks WHERE id > @after ORDER BY id LIMIT 9;",
    "SELECT id FROM log WHERE number > @after ORDER BY number LIMIT 9;",
    "SELECT id FROM log ORDER BY lower(key) LIMIT 9 OFFSET 5;",
    "SELECT id FROM tasks WHERE made < @before ORDER BY made DESC LIMIT 1;",
    "UPDATE tasks SET note = @note WHERE id = 1 AND place = @note;",
    "SELECT id FROM tasks WHERE @a::text = '' OR made > @a::timestamptz;",
    "SELECT id FROM tasks WHERE NULLIF(@a::text, '') IS NULL OR made > @a::timestamptz;",
    "SELECT id FROM tasks WHERE kind = @a::varchar AND note = @a::text;",
    "SELECT id FROM tasks WHERE lower(kind) = @kind;",
    "SELECT id FROM tasks WHERE lower(note) = @note;",
    "SELECT id FROM tasks WHERE owner = @owner AND lower(place) = @place;",
    "SELECT id FROM people WHERE length(email) > @n::int;",
    "SELECT t.id FROM tasks t JOIN people p ON p.id = t.owner"
    " WHERE t.owner = @owner AND lower(p.email) = @email;",
    "SELECT id FROM tasks t WHERE owner = 1 AND NOT EXISTS"
    " (SELECT FROM tags WHERE task = t.id AND name = t.id::text);",
    "SELECT id FROM tasks WHERE kind = @kind::text;",
    "SELECT name FROM tags WHERE task = @task AND at::date = @day;",
    "SELECT task FROM tags WHERE at > now() - interval '1 day';",
    "SELECT id FROM tasks WHERE done = (sqlc.narg('a')::int IS NOT NULL) OR id = sqlc.narg('a');",
    "SELECT * FROM tasks WHERE done;",
    "SELECT t.*, p.id AS person FROM tasks t JOIN people p ON p.id = t.owner;",
    "SELECT * FROM tags JOIN (SELECT id AS task, done FROM tasks) t USING (task);",
    "SELECT sqlc.embed(t), sqlc.embed(p) FROM tasks t JOIN people p ON p.id = t.owner;",
    "SELECT id FROM tasks ORDER BY CASE WHEN @by::text = 'note' THEN note END;",
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


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if not rule.planned], ids=lambda rule: rule.code
)
def test_the_wrong_example_is_found_and_the_right_one_is_not(rule: Rule) -> None:
    for sql in (rule.wrong, *WRONG.get(rule.code, [])):
        found = [one for one in findings(sql) if one.code in (rule.code, *WARNINGS)]
        assert [(one.code, one.severity) for one in found] == [(rule.code, rule.severity)], sql
        assert found[0].span is not None
    assert [one.code for one in findings(rule.right) if one.code in (rule.code, *WARNINGS)] == []


#: Orders that an index has, or for which few rows are sorted.
INDEXED = [
    "SELECT id FROM tasks WHERE owner = @owner ORDER BY made DESC LIMIT 10;",
    "SELECT id FROM tasks WHERE owner = @owner ORDER BY note LIMIT 10;",
    "SELECT id FROM tasks ORDER BY owner, note LIMIT 10;",
    "SELECT id FROM tasks WHERE NOT done ORDER BY due DESC LIMIT 10;",
    "SELECT id FROM tasks ORDER BY lower(kind) LIMIT 10;",
    "SELECT id FROM tasks WHERE lower(kind) = @kind ORDER BY note LIMIT 10;",
    "SELECT id FROM tasks WHERE kind = @a OR owner = @b ORDER BY note LIMIT 10;",
    "SELECT id FROM tasks WHERE place = @place ORDER BY made LIMIT 10;",
    "SELECT id FROM tasks WHERE owner = ANY(@owners::bigint[]) ORDER BY made LIMIT 10;",
    "SELECT p.id FROM people p JOIN tasks t ON t.owner = p.id WHERE p.id = @id"
    " ORDER BY t.made LIMIT 10;",
    "SELECT id FROM tasks ORDER BY made;",
    "SELECT count(*) FROM tasks GROUP BY owner ORDER BY 1 LIMIT 10;",
    "SELECT id FROM tasks ORDER BY random() LIMIT 10;",
    "SELECT name FROM people p, LATERAL"
    " (SELECT FROM tasks WHERE owner = p.id ORDER BY made LIMIT 1) t;",
]


@pytest.mark.parametrize("sql", INDEXED)
def test_orders_of_few_rows_or_of_an_index_are_left_alone(sql: str) -> None:
    assert [one for one in findings(sql) if one.code == "unindexed-order"] == []


def test_the_index_that_has_the_order_is_told() -> None:
    sql = "SELECT id FROM tasks WHERE note = @n ORDER BY made DESC, id LIMIT 10;"
    (found,) = [one for one in findings(sql) if one.code == "unindexed-order"]
    assert "`CREATE INDEX ON tasks (note, made DESC, id)`" in str(found.help)
    assert found.span is not None
    assert found.span.source.text[found.span.start : found.span.end] == "made"


def test_a_with_query_that_should_lock_is_told_of() -> None:
    sql = "WITH l AS (SELECT id FROM tasks FOR UPDATE) UPDATE tasks SET done = true WHERE id = 1;"
    (found,) = findings(sql)
    assert found.message.endswith("l: it isn't executed and locks nothing")


def test_what_pages_lack_is_told() -> None:
    (found,) = findings("SELECT name FROM tasks JOIN tags ON task = id ORDER BY at OFFSET 5;")
    assert str(found.help).startswith("Add tasks.id to the ORDER BY.")


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
