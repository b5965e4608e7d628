"""Over another schema, what is kept of a query is used only where all of its reasons still hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.catalogs import Place
from codegen.config import Config
from codegen.pipeline import Package, analyse_project, generate_package
from codegen.questions import Answers

SCHEMA = """
CREATE SCHEMA other;
SET search_path = other, public;
CREATE DOMAIN public.label AS text;
CREATE DOMAIN public.amount AS int;
CREATE TYPE public.mood AS ENUM ('sad');
CREATE TABLE public.people (id int PRIMARY KEY, name label, score amount, nick text);
CREATE TABLE public.pets (id int PRIMARY KEY, owner int NOT NULL REFERENCES people (id));
CREATE FUNCTION public.tag(text) RETURNS text LANGUAGE sql AS '';
CREATE VIEW public.named AS SELECT id, nick FROM people;
"""

#: A query, and what is changed in the schema (text for text, or text at the end) so that something
#: else is to be found of it.
CHANGES = (
    ("SELECT name FROM people", ("AS text;", "AS text NOT NULL;")),
    ("SELECT abs(score) AS score FROM people", ("AS int;", "AS bigint;")),
    ("SELECT nick FROM people", "ALTER TABLE people ALTER nick SET NOT NULL;"),
    ("SELECT nick FROM people", "ALTER TABLE people ADD CHECK (nick IS NOT NULL);"),
    ("SELECT nick FROM people", "CREATE TABLE other.people (nick int);"),
    ("SELECT nick FROM named", "ALTER TABLE people ALTER nick SET NOT NULL;"),
    ("SELECT * FROM people", "ALTER TABLE people ADD born date;"),
    ("SELECT NULL::mood AS mood", "CREATE TYPE other.mood AS (x int);"),
    (
        "SELECT p.id FROM pets q LEFT JOIN people p ON p.id = q.owner",
        "CREATE TABLE c () INHERITS (pets);",
    ),
    (
        "SELECT tag(nick) AS tag FROM people",
        "CREATE FUNCTION other.tag(text) RETURNS int LANGUAGE sql AS '';",
    ),
    (
        "SELECT nick FROM people",
        "ALTER TABLE people RENAME nick TO name_2; ALTER TABLE people ADD nick int;",
    ),
)


@pytest.mark.parametrize(("query", "change"), CHANGES)
def test_a_changed_answer_is_noticed(
    tmp_path: Path, query: str, change: str | tuple[str, str]
) -> None:
    schema, queries = tmp_path / "schema.sql", tmp_path / "queries.sql"
    config = Config(schema=(str(schema),), queries=(str(queries),))
    # The second one finds what the first one has asked for remembered.
    queries.write_text(f"-- name: A :many\n{query};\n-- name: B :many\n{query};\n")
    schema.write_text(SCHEMA)
    before = _found(config, Place(str(tmp_path), "test"))
    changed = SCHEMA + change if isinstance(change, str) else SCHEMA.replace(*change)
    schema.write_text(changed)
    after = _found(config, Place(str(tmp_path), "test"))
    assert after == _found(config, None)
    for one, other in zip(before[0], after[0], strict=True):
        assert one != other


def _found(
    config: Config, place: Place | None
) -> tuple[list[list[tuple[str, int, bool]]], Package]:
    """The names, types and nullability of each query's columns, and the package."""
    analysis = analyse_project(config, place, trees=place is None)
    columns = [
        [(one.name, one.type, one.nullable) for one in query.columns] for query in analysis.queries
    ]
    return columns, generate_package(analysis, config.options, place)


def test_places_and_the_order_of_sets_are_no_part_of_an_answer(tmp_path: Path) -> None:
    digests: list[bytes] = []
    for text in (SCHEMA, f"-- Further down\n\n{SCHEMA}"):
        (tmp_path / "schema.sql").write_text(text)
        catalog = analyse_project(Config(schema=(str(tmp_path / "schema.sql"),))).catalog
        answers = Answers(catalog, b"")
        digests.append(answers.to(("relation", None, "people")) + answers.general)
    assert digests[0] == digests[1]
