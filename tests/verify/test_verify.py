"""What verify says, on an embedded server and in a database of the user's own."""

from __future__ import annotations

from dataclasses import replace

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from codegen.analysis.nodes import AnalysedQuery, Parameter, ResultColumn
from codegen.postgres import oids
from codegen.postgres.catalog import Catalog, Type
from codegen.source import Source, Span
from codegen.verify import verify

SCHEMA = Source(
    "schema.sql",
    "CREATE TYPE mood AS ENUM ('sad', 'happy');\n"
    "CREATE DOMAIN label AS text;\n"
    "CREATE TABLE person (id bigint PRIMARY KEY, name label NOT NULL, mood mood);\n",
)
QUERIES = Source("queries.sql", "SELECT name, mood FROM person WHERE id = $1")


@pytest.fixture
def catalog() -> Catalog:
    catalog = Catalog.builtin()
    catalog.add_type(Type(oid=0, schema="public", name="mood", kind="e", category="E"))
    catalog.add_type(
        Type(oid=0, schema="public", name="label", kind="d", category="S", base=oids.TEXT)
    )
    return catalog


@pytest.fixture
def query(catalog: Catalog) -> AnalysedQuery:
    mood, label = (catalog.find_type(None, name) for name in ("mood", "label"))
    assert mood
    assert label
    return AnalysedQuery(
        name="GetPerson",
        command="one",
        sql=QUERIES.text,
        cardinality="at_most_one",
        parameters=(Parameter(name="id", number=1, type=oids.INT8, nullable=False),),
        columns=(
            ResultColumn(name="name", type=label.oid, nullable=False),
            ResultColumn(name="mood", type=mood.oid, nullable=True),
        ),
        span=Span(QUERIES, 0, len(QUERIES.text)),
    )


def messages(query: AnalysedQuery, catalog: Catalog, dsn: str, *more: Source) -> list[str]:
    result = verify([SCHEMA, *more], [query], catalog, dsn=dsn)
    assert result.total == 1
    assert result.agreeing == (0 if result.diagnostics else 1)
    return [diagnostic.message for diagnostic in result.diagnostics]


def test_a_right_inference_is_agreed_to_by_the_embedded_server(
    query: AnalysedQuery, catalog: Catalog
) -> None:
    result = verify([SCHEMA], [query], catalog)
    assert (result.agreeing, result.total, result.diagnostics) == (1, 1, ())


def test_a_right_inference_is_agreed_to_at_a_connection_string(
    query: AnalysedQuery, catalog: Catalog, database: str
) -> None:
    assert messages(query, catalog, database) == []


def test_a_falsified_parameter_is_reported(
    query: AnalysedQuery, catalog: Catalog, database: str
) -> None:
    wrong = replace(query.parameters[0], type=oids.INT4)
    assert messages(replace(query, parameters=(wrong,)), catalog, database) == [
        "parameter $1 (id) is integer, in PostgreSQL bigint"
    ]


def test_a_domain_taken_for_its_base_is_reported(
    query: AnalysedQuery, catalog: Catalog, database: str
) -> None:
    wrong = replace(query.columns[0], type=oids.TEXT)
    assert messages(replace(query, columns=(wrong, query.columns[1])), catalog, database) == [
        "column 1 (name) is text, in PostgreSQL label"
    ]


def test_a_falsified_name_and_a_missing_column_are_reported(
    query: AnalysedQuery, catalog: Catalog, database: str
) -> None:
    wrong = replace(query.columns[0], name="nom")
    assert messages(replace(query, columns=(wrong,)), catalog, database) == [
        "column 1 is named nom, in PostgreSQL name",
        "there are 1 columns, in PostgreSQL 2: mood",
    ]


def test_a_query_that_the_server_rejects_is_reported_at_the_query(
    query: AnalysedQuery, catalog: Catalog, database: str
) -> None:
    result = verify([], [query], catalog, dsn=database)
    (diagnostic,) = result.diagnostics
    assert diagnostic.message == 'PostgreSQL rejects it: relation "person" does not exist'
    assert (diagnostic.code, diagnostic.query) == ("verify-mismatch", "GetPerson")
    assert diagnostic.span == query.span


def test_a_rejected_schema_statement_is_told_at_its_place_and_the_rest_goes_on(
    query: AnalysedQuery, catalog: Catalog, database: str
) -> None:
    broken = Source("more.sql", "CREATE TABLE a (x nonsense); SELECT 1/0; GRANT ALL ON a TO me;")
    result = verify([broken, SCHEMA], [query], catalog, dsn=database)
    (diagnostic,) = result.diagnostics
    assert result.agreeing == 1
    assert diagnostic.code == "verify-schema"
    assert diagnostic.span == Span(broken, 18, 26)
    assert 'type "nonsense" does not exist' in diagnostic.message


def test_stand_ins_serve_for_extensions_that_the_server_lacks(
    catalog: Catalog, database: str
) -> None:
    schema = Source(
        "schema.sql",
        'CREATE SCHEMA tools; CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA tools;'
        "CREATE EXTENSION pgcrypto;"
        "CREATE TABLE t (id uuid NOT NULL DEFAULT tools.uuid_generate_v4());"
        "INSERT INTO t DEFAULT VALUES;",
    )
    text = "SELECT id, digest('a', 'sha1') FROM t"
    columns = (
        ResultColumn(name="id", type=oids.UUID, nullable=False),
        ResultColumn(name="digest", type=oids.BYTEA, nullable=False),
    )
    found = AnalysedQuery(
        name="Q", command="many", sql=text, cardinality="many", parameters=(), columns=columns
    )
    assert verify([schema], [found], catalog, dsn=database).diagnostics == ()


def everything(dsn: str) -> list[tuple[str, ...]]:
    with psycopg.connect(dsn) as connection:
        return connection.execute(
            "SELECT 'database', datname FROM pg_database"
            " UNION ALL SELECT 'role', rolname FROM pg_roles"
            " UNION ALL SELECT 'schema', nspname FROM pg_namespace WHERE nspname !~ '^pg_'"
            " UNION ALL SELECT 'relation', relname FROM pg_class ORDER BY 1, 2"
        ).fetchall()


def test_nothing_is_left_behind(query: AnalysedQuery, catalog: Catalog, database: str) -> None:
    before = everything(database)
    more = Source("more.sql", "DO $$ BEGIN CREATE ROLE verify_left_behind; END $$;")
    assert messages(query, catalog, database, more) == []
    assert everything(database) == before


@pytest.fixture
def modest(database: str, server_dsn: str) -> str:
    """The connection string of a role that may create schemas in the database, not databases."""
    name = "verify_modest"
    with psycopg.connect(database, autocommit=True) as connection:
        found = connection.execute("SELECT FROM pg_roles WHERE rolname = %s", [name])
        if found.fetchone() is None:
            connection.execute("CREATE ROLE verify_modest LOGIN")
        connection.execute("GRANT ALL ON SCHEMA public TO verify_modest")
        row = connection.execute("SELECT current_database()").fetchone()
        assert row
        connection.execute(f'GRANT CREATE ON DATABASE "{row[0]}" TO verify_modest')
    return make_conninfo(database, user=name)


def test_a_dump_may_say_that_bodies_of_functions_are_not_checked(
    query: AnalysedQuery, catalog: Catalog, database: str
) -> None:
    body = "CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM later';"
    rejected = verify([SCHEMA, Source("function.sql", body)], [query], catalog, dsn=database)
    assert [one.code for one in rejected.diagnostics] == ["verify-schema"]
    unchecked = Source("dump.sql", f"SET check_function_bodies = false;\n{body}")
    assert messages(query, catalog, database, unchecked) == []


def test_without_the_right_to_create_databases_a_rolled_back_schema_serves(
    query: AnalysedQuery, catalog: Catalog, modest: str
) -> None:
    with psycopg.connect(modest) as connection:
        connection.execute("CREATE TABLE person (other integer)")
    before = everything(modest)
    more = Source("more.sql", "CREATE INDEX CONCURRENTLY i ON person (name)")
    assert messages(query, catalog, modest, more) == []
    assert everything(modest) == before


def test_the_schemas_of_the_users_database_are_left_alone(
    query: AnalysedQuery, catalog: Catalog, modest: str
) -> None:
    result = verify(
        [Source("more.sql", "DROP TABLE public.x"), SCHEMA], [query], catalog, dsn=modest
    )
    assert [diagnostic.message for diagnostic in result.diagnostics] == [
        "the database has a schema public of its own, which verify leaves alone"
    ]


def test_a_database_that_cannot_be_reached_is_one_diagnostic(
    query: AnalysedQuery, catalog: Catalog
) -> None:
    result = verify([SCHEMA], [query], catalog, dsn="postgresql://nobody@127.0.0.1:1/none")
    (diagnostic,) = result.diagnostics
    assert diagnostic.code == "verify-unavailable"
