"""Mistakes in a schema: each is told, with its place and a way out, and stops nothing else."""

from __future__ import annotations

import pytest

from codegen.diagnostics import Severity
from codegen.explanations import codes
from codegen.schema import load
from codegen.source import Source
from tests.schema.loading import told

T = "CREATE TABLE t (id int PRIMARY KEY, name text);"

#: A statement after the table ``t``, the code, the message, and the text under the caret.
MISTAKES = [
    ("CREATE TABLE u (a itn)", "undefined-type", 'type "itn" does not exist', "itn"),
    ("CREATE TABLE u (a app.x)", "undefined-type", 'type "app.x" does not exist', "app.x"),
    (
        "CREATE TABLE u (a numeric(1001))",
        "syntax-error",
        "NUMERIC precision 1001 must be between 1 and 1000",
        "numeric(1001)",
    ),
    (
        "CREATE FUNCTION f(a varchar(0)) RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "syntax-error",
        "length for type varchar must be at least 1",
        "varchar(0)",
    ),
    ("CREATE TABLE t (a int)", "duplicate-object", 'relation "t" already exists', "t"),
    ("CREATE VIEW t AS SELECT 1", "duplicate-object", 'relation "t" already exists', "t"),
    (
        "CREATE TABLE u (a int, a text)",
        "duplicate-column",
        'column "a" specified more than once',
        "a",
    ),
    (
        "CREATE TABLE nowhere.u (a int)",
        "undefined-schema",
        'schema "nowhere" does not exist',
        "nowhere.u",
    ),
    ("CREATE TABLE u (a)", "syntax-error", 'column "a" has no type', "a"),
    ("CREATE TABLE u", "syntax-error", "syntax error at end of input", ";"),
    ("CREATE TABLE u (a int FOO)", "syntax-error", 'syntax error at or near "FOO"', "FOO"),
    ("CREATE TABLE u (a int))", "syntax-error", 'syntax error at or near ")"', ")"),
    ("CREATE TABLE u (a int REFERENCES x)", "undefined-table", 'relation "x" does not exist', "x"),
    (
        "CREATE TABLE u (a int REFERENCES t (nam))",
        "undefined-column",
        'column "nam" of relation "t" does not exist',
        "nam",
    ),
    (
        "CREATE TABLE u (a int PRIMARY KEY, b int, PRIMARY KEY (b))",
        "duplicate-object",
        'multiple primary keys for table "u" are not allowed',
        "PRIMARY KEY (b)",
    ),
    (
        "CREATE TABLE u (a int, UNIQUE (b))",
        "undefined-column",
        'column "b" of relation "u" does not exist',
        "b",
    ),
    ("ALTER TABLE tt ADD COLUMN a int", "undefined-table", 'relation "tt" does not exist', "tt"),
    (
        "ALTER TABLE t ADD COLUMN name int",
        "duplicate-object",
        'column "name" of relation "t" already exists',
        "name",
    ),
    (
        "ALTER TABLE t ALTER COLUMN nam SET NOT NULL",
        "undefined-column",
        'column "nam" of relation "t" does not exist',
        "nam",
    ),
    (
        "ALTER TABLE t DROP COLUMN nam",
        "undefined-column",
        'column "nam" of relation "t" does not exist',
        "nam",
    ),
    (
        "ALTER TABLE t DROP CONSTRAINT t_key",
        "undefined-object",
        'constraint "t_key" of relation "t" does not exist',
        "t_key",
    ),
    (
        "ALTER TABLE t ADD CONSTRAINT t_pkey UNIQUE (name)",
        "duplicate-object",
        'relation "t_pkey" already exists',
        "CONSTRAINT t_pkey UNIQUE (name)",
    ),
    (
        "ALTER TABLE t ADD CONSTRAINT c CHECK (id > 0), ADD CONSTRAINT c UNIQUE (name)",
        "duplicate-object",
        'constraint "c" for relation "t" already exists',
        "CONSTRAINT c UNIQUE (name)",
    ),
    ("ALTER TABLE t FROB", "syntax-error", 'syntax error at or near "FROB"', "FROB"),
    (
        "ALTER TABLE t RENAME nam TO x",
        "undefined-column",
        'column "nam" of relation "t" does not exist',
        "nam",
    ),
    ("DROP TABLE u", "undefined-table", 'relation "u" does not exist', "u"),
    ("DROP TYPE mood", "undefined-type", 'type "mood" does not exist', "mood"),
    ("DROP FUNCTION f(int)", "undefined-function", "function f does not exist", "f"),
    ("DROP SCHEMA app", "undefined-schema", 'schema "app" does not exist', "app"),
    (
        "CREATE SCHEMA public; CREATE SCHEMA a; CREATE SCHEMA a",
        "duplicate-object",
        'schema "a" already exists',
        "a",
    ),
    (
        "CREATE UNIQUE INDEX ON t (nam)",
        "undefined-column",
        'column "nam" of relation "t" does not exist',
        "nam",
    ),
    ("CREATE UNIQUE INDEX ON u (a)", "undefined-table", 'relation "u" does not exist', "u"),
    (
        "CREATE INDEX t_pkey ON t (name)",
        "duplicate-object",
        'relation "t_pkey" already exists',
        "t_pkey",
    ),
    (
        "CREATE TYPE e AS ENUM ('a'); CREATE TYPE e AS ENUM ('b')",
        "duplicate-object",
        'type "e" already exists',
        "e",
    ),
    (
        "CREATE TYPE e AS ENUM ('a'); ALTER TYPE e ADD VALUE 'a'",
        "duplicate-object",
        'enum label "a" already exists',
        "'a'",
    ),
    (
        "CREATE TYPE e AS ENUM ('a'); ALTER TYPE e ADD VALUE 'b' AFTER 'c'",
        "undefined-object",
        '"c" is not an existing enum label',
        "'c'",
    ),
    (
        "CREATE FUNCTION f() RETURNS int RETURN 1; CREATE FUNCTION f() RETURNS int RETURN 1",
        "duplicate-object",
        'function "f" with same argument types already exists',
        "f",
    ),
    (
        "CREATE FUNCTION f() LANGUAGE sql AS ''",
        "syntax-error",
        "function result type must be specified",
        "f",
    ),
    (
        "CREATE OPERATOR ### (LEFTARG = int)",
        "syntax-error",
        "operator function must be specified",
        "###",
    ),
    (
        "CREATE VIEW v AS SELECT nam FROM t",
        "undefined-column",
        'column "nam" does not exist',
        "nam",
    ),
    (
        "CREATE VIEW v AS SELECT id, id FROM t",
        "duplicate-column",
        'column "id" specified more than once',
        "v",
    ),
    (
        "CREATE VIEW v (a, b) AS SELECT id FROM t",
        "column-count",
        '"v" specifies more column names than columns',
        "v",
    ),
    (
        "CREATE VIEW v AS SELECT id FROM t; CREATE OR REPLACE VIEW v AS SELECT name FROM t",
        "invalid-column-reference",
        'cannot change name of view column "id" to "name"',
        "v",
    ),
    (
        "COMMENT ON COLUMN t.nam IS 'x'",
        "undefined-column",
        'column "nam" of relation "t" does not exist',
        "t.nam",
    ),
    (
        "CREATE TABLE u (a text) INHERITS (t, x)",
        "undefined-table",
        'relation "x" does not exist',
        "x",
    ),
    (
        "CREATE TABLE u (id text) INHERITS (t)",
        "datatype-mismatch",
        'column "id" has a type conflict',
        "id",
    ),
]


@pytest.mark.parametrize(
    ("statement", "code", "message", "under"), MISTAKES, ids=lambda one: one[:50]
)
def test_a_mistake_is_told_with_its_place(
    statement: str, code: str, message: str, under: str
) -> None:
    found = told(f"{T}\n{statement};\nCREATE TABLE after (a int);\nALTER TABLE after ADD b int;")
    assert [(one.code, one.message, one.severity) for one in found] == [
        (code, message, Severity.ERROR)
    ]
    assert found[0].code in codes()
    assert found[0].help
    assert found[0].span is not None
    assert found[0].span.text == under


#: Statements that could shape types and are not understood, and what names them.
WARNED = [
    ("CREATE EXTENSION postgis", 'extension "postgis" is not known'),
    ("IMPORT FOREIGN SCHEMA a FROM SERVER b INTO c", "IMPORT FOREIGN SCHEMA a … is not understood"),
    ("CREATE TABLE a AS EXECUTE b", "the columns of a are those of a prepared statement"),
    ("ALTER DATABASE d SET search_path = app", "ALTER DATABASE d SET … is not understood"),
    (
        "DO $$ BEGIN IF 1 = 2 THEN CREATE TABLE a (b int); END IF; END $$",
        "CREATE under a condition that is not understood",
    ),
    ("FROB THE DATABASE", "FROB THE DATABASE … is not understood"),
]


@pytest.mark.parametrize(("statement", "message"), WARNED)
def test_what_could_shape_types_and_is_not_understood_is_a_warning(
    statement: str, message: str
) -> None:
    (found,) = told(f"{statement};")
    assert found.code == "schema-statement"
    assert found.severity is Severity.WARNING
    assert found.message.startswith(message)
    assert found.help
    assert found.span is not None


def test_types_of_an_unknown_extension_are_known_by_name() -> None:
    text = """CREATE EXTENSION postgis;
CREATE TABLE areas (id int PRIMARY KEY, outline geometry(Polygon, 4326) NOT NULL, spots geometry[]);
CREATE INDEX ON areas USING gist (outline);
CREATE TABLE more (area int REFERENCES areas, at public.geography, x app.geometry);
"""
    catalog, diagnostics = load([Source("s.sql", text)])
    assert [(one.severity.value, one.message) for one in diagnostics] == [
        ("warning", 'extension "postgis" is not known'),
        ("warning", '"geometry" is taken for a type of the extension "postgis"'),
        ("warning", '"geography" is taken for a type of the extension "postgis"'),
        ("error", 'type "app.geometry" does not exist'),
    ]
    areas = catalog.relation(None, "areas")
    assert areas is not None
    assert [catalog.format_type(one.type) for one in areas.columns] == [
        "integer",
        "geometry",
        "geometry[]",
    ]
    assert catalog.relation(None, "more") is None


def test_a_near_name_is_suggested() -> None:
    (found,) = told("CREATE TABLE accounts (id int); ALTER TABLE acounts ADD x int;")
    assert found.help == 'Did you mean "accounts"?'


def test_a_text_that_cannot_be_lexed_is_one_mistake_and_other_files_count() -> None:
    catalog, found = load(
        [Source("a.sql", "CREATE TABLE a ('"), Source("b.sql", "CREATE TABLE b ()")]
    )
    assert [one.code for one in found] == ["syntax-error"]
    assert catalog.relation(None, "b") is not None


def test_after_a_text_made_at_run_time_mistakes_of_a_block_are_warnings() -> None:
    block = (
        "CREATE TABLE t (a int PRIMARY KEY, b int); DO $$ BEGIN "
        "EXECUTE 'ALTER TABLE t DROP CONSTRAINT ' || quote_ident('t_pkey'); "
        "ALTER TABLE t ADD PRIMARY KEY (b); END $$;"
    )
    (found,) = told(block)
    assert found.severity is Severity.WARNING
    assert found.message == (
        'multiple primary keys for table "t" are not allowed; '
        "a text that is made at run time may have seen to that"
    )


@pytest.mark.parametrize(
    "text", ["CREATE TABLE a (", "CREATE TABLE a (b", "CREATE TABLE a (b int,"]
)
def test_a_table_that_is_never_closed_is_one_mistake(text: str) -> None:
    (found,) = told(text)
    assert (found.code, found.message) == ("syntax-error", '"(" is never closed')
