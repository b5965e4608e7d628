"""What parameters are called that are written as ``$1``."""

from __future__ import annotations

import pytest

from codegen.analysis import analyse
from codegen.schema import load
from codegen.source import Source
from codegen.sql.annotations import read_queries

SCHEMA = """
CREATE TABLE people (
    id int PRIMARY KEY,
    email text NOT NULL,
    nick text,
    tags text[] NOT NULL,
    data jsonb NOT NULL,
    words tsvector,
    seen_at timestamptz NOT NULL
);
CREATE FUNCTION nice(who text, times int DEFAULT 1) RETURNS text LANGUAGE sql AS 'SELECT who';
CREATE FUNCTION greet(who text, int, times int DEFAULT 1) RETURNS text LANGUAGE sql AS 'SELECT who';
"""
NAMED = [
    ("SELECT id FROM people WHERE email = $1 AND seen_at > $2 LIMIT $3", "email seen_at limit"),
    ("SELECT id FROM people WHERE seen_at >= $1 AND seen_at < $2", "seen_at seen_at_2"),
    ("SELECT id FROM people WHERE lower(email) = lower($1)", "email"),
    ("SELECT id FROM people WHERE lower(trim($1)) = email", "email"),
    ("SELECT id FROM people WHERE seen_at::date >= $1::date OR $1::date IS NULL", "seen_at"),
    ("SELECT id FROM people WHERE coalesce(nick, '') = $1", "nick"),
    ("SELECT id FROM people WHERE email ILIKE '%' || $1 || '%'", "email"),
    ("SELECT id FROM people WHERE words @@ to_tsquery('simple', $1)", "words"),
    ("SELECT id FROM people WHERE upper(nick) = ANY($1::text[])", "nick"),
    ("SELECT id FROM people WHERE data ->> 'city' = $1", "city"),
    ("SELECT id FROM people WHERE data -> 'city' ->> 'the zip' = $1", "dollar_1"),
    ("SELECT id FROM people WHERE upper(nick) IS DISTINCT FROM upper($1)", "nick"),
    ("SELECT id FROM people WHERE $1 = ANY(tags)", "dollar_1"),
    ("SELECT coalesce($1, nick) AS name FROM people", "nick"),
    ("SELECT coalesce($1, 'x') AS name FROM people", "dollar_1"),
    (
        "UPDATE people SET email = coalesce($2, email), nick = nullif($3, '') WHERE id = $1",
        "id email nick",
    ),
    ("UPDATE people SET nick = CASE WHEN $1 THEN $2 ELSE nick END", "dollar_1 nick"),
    ("UPDATE people SET seen_at = now() + make_interval(secs => $1)", "secs"),
    ("UPDATE people SET seen_at = now() - $1::interval", "dollar_1"),
    ("INSERT INTO people (id, email) VALUES ($1, lower($2)), ($3, '')", "id email id_2"),
    ("INSERT INTO people (id, email) SELECT $2, unnest($1::text[])", "email id"),
    (
        "INSERT INTO people (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET nick = nullif($1, '')",
        "nick",
    ),
    ("SELECT greet($1, 1, $2)", "who times"),
    ("SELECT greet($1, $2)", "who dollar_2"),
    ("SELECT nice(times => $1, who => $2::varchar)", "times who"),
    ("SELECT nice($1, times => $2)", "who times"),
    ("SELECT length($1)", "dollar_1"),
]


@pytest.mark.parametrize(("sql", "names"), NAMED)
def test_a_parameter_is_called_by_what_it_is_for(sql: str, names: str) -> None:
    catalog, diagnostics = load([Source("schema.sql", SCHEMA)])
    queries, more = read_queries(Source("queries.sql", f"-- name: Query :exec\n{sql};\n"))
    assert not diagnostics and not more
    query, wrong = analyse(queries[0], catalog)
    assert query is not None, wrong
    assert (
        " ".join(one.name for one in sorted(query.parameters, key=lambda one: one.number)) == names
    )
