"""What a catalog knows beyond what a server can be asked for in one comparison."""

from __future__ import annotations

import pytest

from codegen.analysis import nodes
from codegen.diagnostics import Severity
from codegen.postgres import pathway
from codegen.postgres.catalog import Catalog, ForeignKey
from codegen.postgres.pathway import Context, Pathway
from codegen.schema import load
from codegen.schema.names import object_name
from codegen.source import Source
from codegen.sql.annotations import is_ddl
from codegen.sql.lexer import tokenize
from tests.schema.loading import loaded, table, told


def test_keys_and_the_conditions_they_hold_under() -> None:
    found = table(
        """CREATE TABLE t (id int PRIMARY KEY, a int UNIQUE DEFERRABLE, b text, c text);
        CREATE UNIQUE INDEX by_b ON t (b) WHERE c IS NULL;
        CREATE UNIQUE INDEX by_expression ON t (lower(b));
        CREATE UNIQUE INDEX by_both ON t (b, c) NULLS NOT DISTINCT;""",
        "t",
    )
    keys = {key.name: key for key in found.keys}
    assert set(keys) == {"t_pkey", "by_b", "by_both"}
    assert keys["t_pkey"].primary
    assert isinstance(keys["by_b"].predicate, nodes.NullTest)
    assert keys["by_both"].columns == ("b", "c")
    assert keys["by_both"].nulls_not_distinct


def test_relations_keep_the_order_of_their_creation() -> None:
    text = "CREATE TABLE a (x int); CREATE TABLE b (x int); ALTER TABLE a ADD y int;"
    catalog, _ = load([Source("schema.sql", text)])
    assert [one.name for one in catalog.relations()] == ["a", "b"]


def test_checks_are_kept_as_text_and_analysed() -> None:
    text = """CREATE TABLE t (a int, b int,
        CHECK (a IS NOT NULL OR b IS NOT NULL), CHECK (no_such(a)))"""
    catalog, diagnostics = load([Source("schema.sql", text)])
    assert [one.severity for one in diagnostics] == [Severity.WARNING]
    found = catalog.relation(None, "t")
    assert found is not None
    assert found.check_sql == ("a IS NOT NULL OR b IS NOT NULL", "no_such(a)")
    understood, unknown = found.checks
    assert isinstance(understood, nodes.BoolExpr)
    assert isinstance(unknown, nodes.Const)


def test_a_check_follows_its_columns() -> None:
    found = table(
        """CREATE TABLE t (x int, a int, CHECK (a IS NOT NULL));
        ALTER TABLE t DROP COLUMN x;
        ALTER TABLE t RENAME a TO z;
        ALTER TABLE t RENAME TO u;""",
        "u",
    )
    (check,) = found.checks
    assert isinstance(check, nodes.NullTest)
    assert isinstance(check.arg, nodes.Var)
    assert found.columns[check.arg.index].name == "z"
    assert check.arg.entry.relation is found


def test_a_view_follows_the_tables_under_it() -> None:
    catalog = loaded(
        """CREATE TABLE t (gone int, id int, name text);
        CREATE VIEW v AS SELECT name, id FROM t AS u;
        ALTER TABLE t DROP COLUMN gone, ADD COLUMN late int, ALTER name SET NOT NULL;
        ALTER TABLE t RENAME name TO label;"""
    )
    view, below = catalog.relation(None, "v"), catalog.relation(None, "t")
    assert view is not None
    assert below is not None
    (entry,) = view.query.from_
    assert entry.relation is below
    first = view.query.targets[0].expr
    assert below.columns[first.index].name == "label"
    assert below.columns[first.index].not_null
    assert [column.name for column in view.columns] == ["name", "id"]


def test_foreign_keys_follow_renames() -> None:
    found = table(
        """CREATE SCHEMA app;
        CREATE TABLE a (id int PRIMARY KEY);
        CREATE TABLE b (a_id int REFERENCES a);
        ALTER TABLE a RENAME id TO key;
        ALTER TABLE a SET SCHEMA app;
        ALTER TABLE b RENAME a_id TO a_key;""",
        "b",
    )
    assert found.foreign_keys == (ForeignKey(("a_key",), "app", "a", ("key",), "b_a_id_fkey"),)


FUNCTION = "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS '';"


@pytest.mark.parametrize(
    ("trigger", "events"),
    [
        ("BEFORE INSERT ON t FOR EACH ROW", {"insert"}),
        ("BEFORE UPDATE OF a OR DELETE ON t FOR ROW", {"update", "delete"}),
        ("AFTER INSERT ON t FOR EACH ROW", set()),
        ("BEFORE INSERT ON t FOR EACH STATEMENT", set()),
        ("BEFORE INSERT ON t", set()),
    ],
)
def test_triggers_that_may_drop_a_row(trigger: str, events: set[str]) -> None:
    text = f"CREATE TABLE t (a int); {FUNCTION} CREATE TRIGGER x {trigger} EXECUTE FUNCTION f();"
    assert table(text, "t").row_triggers == events
    assert not table(f"{text} DROP TRIGGER x ON t;", "t").row_triggers


def test_a_partition_s_trigger_bears_on_the_whole() -> None:
    catalog = loaded(
        f"""CREATE TABLE t (a int) PARTITION BY LIST (a); CREATE TABLE t1 PARTITION OF t DEFAULT;
        {FUNCTION} CREATE TRIGGER x BEFORE INSERT ON t1 FOR EACH ROW EXECUTE FUNCTION f();"""
    )
    assert all(one.row_triggers for one in catalog.relations())


def test_a_partition_has_the_triggers_of_the_whole() -> None:
    catalog = loaded(
        f"""CREATE TABLE t (a int) PARTITION BY LIST (a); CREATE TABLE t1 PARTITION OF t DEFAULT;
        {FUNCTION} CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
        CREATE TABLE t2 PARTITION OF t FOR VALUES IN (2);"""
    )
    assert [one.row_triggers for one in catalog.relations()] == [{"insert"}] * 3


@pytest.mark.parametrize(
    ("statements", "counted"),
    [
        ("ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0)", True),
        ("ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID", False),
        ("ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NO INHERIT", False),
        (
            "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;"
            " ALTER TABLE t VALIDATE CONSTRAINT c",
            True,
        ),
    ],
)
def test_checks_count_where_every_row_meets_them(statements: str, counted: bool) -> None:
    found = table(f"CREATE TABLE t (a int); {statements};", "t")
    assert bool(found.checks) is counted
    assert len(found.check_sql) == 1


def test_not_null_of_a_parent_only_says_nothing_of_its_children_s_rows() -> None:
    text = "CREATE TABLE p (a int); CREATE TABLE c () INHERITS (p);"
    only = f"{text} ALTER TABLE ONLY p ALTER a SET NOT NULL;"
    assert not table(only, "p").columns[0].not_null
    assert not table(only, "c").columns[0].not_null
    assert table(f"{text} ALTER TABLE ONLY c ALTER a SET NOT NULL;", "c").columns[0].not_null
    assert table(f"{text} ALTER TABLE p ALTER a SET NOT NULL;", "c").columns[0].not_null


def test_a_not_null_that_is_not_valid_yet() -> None:
    text = "CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT c NOT NULL a NOT VALID;"
    assert not table(text, "t").columns[0].not_null
    assert table(f"{text} ALTER TABLE t VALIDATE CONSTRAINT c;", "t").columns[0].not_null


@pytest.mark.parametrize(
    ("statements", "holds"),
    [
        ("REFERENCES a", True),
        ("REFERENCES a DEFERRABLE", False),
        ("REFERENCES a NOT ENFORCED", False),
        ("); ALTER TABLE b ADD CONSTRAINT k FOREIGN KEY (x) REFERENCES a NOT VALID; --", False),
        ("CONSTRAINT k REFERENCES a); ALTER TABLE b ALTER CONSTRAINT k DEFERRABLE; --", False),
        (
            "); ALTER TABLE b ADD CONSTRAINT k FOREIGN KEY (x) REFERENCES a NOT VALID;"
            " ALTER TABLE b VALIDATE CONSTRAINT k; --",
            True,
        ),
    ],
)
def test_foreign_keys_that_hold_whenever_a_statement_begins(statements: str, holds: bool) -> None:
    text = f"CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (x int {statements}\n);"
    text = text.replace("--\n);", "")
    assert [key.holds for key in table(text, "b").foreign_keys] == [holds]


def test_row_security() -> None:
    text = "CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY;"
    assert table(text, "t").row_security
    assert not table(f"{text} ALTER TABLE t DISABLE ROW LEVEL SECURITY;", "t").row_security


def test_rules() -> None:
    text = "CREATE TABLE t (a int); CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING;"
    assert table(text, "t").rules
    assert not table(f"{text} DROP RULE r ON t;", "t").rules


def test_comments() -> None:
    catalog = loaded(
        """CREATE TABLE t (a int); COMMENT ON TABLE t IS 'x'; COMMENT ON COLUMN t.a IS $$y$$;
        CREATE TYPE e AS ENUM ('a'); COMMENT ON TYPE e IS 'z'; COMMENT ON TYPE e IS NULL;"""
    )
    found, enum = catalog.relation(None, "t"), catalog.find_type(None, "e")
    assert found is not None
    assert enum is not None
    assert (found.comment, found.columns[0].comment, enum.comment) == ("x", "y", None)


def test_a_column_knows_its_place_and_its_default() -> None:
    source = "CREATE TABLE t (\n  a int,\n  b text DEFAULT 'x' NOT NULL\n)"
    column = table(source, "t").columns[1]
    assert column.span.position == (3, 3)
    assert column.default == "'x'"


def test_psql_s_commands_and_data_are_passed_over() -> None:
    catalog = loaded(
        "\\restrict abc'\n\\connect db\n\\set x 'y'\nCREATE TABLE a (id int);\n"
        "COPY public.a (id) FROM stdin;\n1\n\\N\nit's; DROP TABLE a;\n\\.\n"
        "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ select '\n\\not a command' $$;\n"
        "CREATE TABLE b (id int DEFAULT 1);\n\\unrestrict abc\n"
    )
    assert [one.name for one in catalog.relations()] == ["a", "b"]
    assert [one.name for one in catalog.user_functions()] == ["f"]


def test_a_dump_s_empty_search_path_ends_with_it() -> None:
    dump = "SELECT pg_catalog.set_config('search_path', '', false); CREATE TABLE public.a (id int);"
    catalog, diagnostics = load([Source("1.sql", dump), Source("2.sql", "CREATE TABLE b (a a);")])
    assert diagnostics == []
    assert catalog.relation(None, "b") is not None
    assert loaded(dump).relation(None, "a") is not None


def test_a_search_path_that_is_set_stays() -> None:
    catalog = loaded("CREATE SCHEMA app; SET search_path = app, public; CREATE TABLE t (id int);")
    found = catalog.relation(None, "t")
    assert found is not None
    assert found.schema == "app"


def test_call_names_a_procedure_s_out_arguments() -> None:
    catalog = loaded("CREATE PROCEDURE p(a int, OUT b text) LANGUAGE plpgsql AS '';")
    (found,) = catalog.functions(None, "p")
    assert [catalog.format_type(oid) for oid in found.args] == ["integer", "text"]
    assert [name for name, _ in found.out_columns] == ["b"]


def test_names_are_cut_as_postgresql_cuts_them() -> None:
    assert object_name("t", "", "pkey") == "t_pkey"
    assert object_name("a" * 60, "b" * 10, "key") == f"{'a' * 48}_{'b' * 10}_key"
    assert object_name("a" * 40, "b" * 40, "seq") == f"{'a' * 29}_{'b' * 29}_seq"


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("CREATE TABLE t (a int)", True),
        ("alter table t add b int", True),
        ("COMMENT ON TABLE t IS 'x'", True),
        ("SELECT 1", False),
        ("INSERT INTO t VALUES (1)", False),
        ('"create"', False),
        ("", False),
    ],
)
def test_is_ddl(statement: str, expected: bool) -> None:
    assert is_ddl(tokenize(statement)) is expected


def test_a_rule_s_commands_and_a_function_s_body_are_one_statement() -> None:
    assert not told(
        """CREATE TABLE t (a int);
        CREATE RULE r AS ON UPDATE TO t DO ALSO (DELETE FROM t; INSERT INTO t VALUES (1));
        CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql BEGIN ATOMIC
            SELECT CASE WHEN a > 1 THEN 1 END; SELECT 2; END;
        CREATE TABLE u (a int);"""
    )


def test_a_large_schema_loads() -> None:
    tables = (
        f"""CREATE TABLE t{n} (id bigserial PRIMARY KEY, name text NOT NULL DEFAULT '' UNIQUE,
        amount numeric(10, 2) CHECK (amount >= 0), up bigint REFERENCES t{max(n - 1, 0)} (id),
        tags text[] NOT NULL, created_at timestamp with time zone NOT NULL DEFAULT now());
        CREATE INDEX ON t{n} (created_at);"""
        for n in range(500)
    )
    functions = (
        f"""CREATE FUNCTION f{n}(a integer, b text DEFAULT 'x') RETURNS SETOF t{n % 500}
        LANGUAGE sql STABLE AS $$ SELECT * FROM t{n % 500} WHERE name = b $$;"""
        for n in range(2000)
    )
    source = Source("large.sql", "\n".join([*tables, *functions]))
    catalog, diagnostics = load([source])
    assert diagnostics == []
    assert len(catalog.user_functions()) == 2000


def test_conversions_are_found_once_however_many_tables_there_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[int, int]] = []
    find = pathway._find_pathway  # pyright: ignore[reportPrivateUsage]

    def counting(catalog: Catalog, target: int, source: int, context: Context) -> Pathway | None:
        asked.append((target, source))
        return find(catalog, target, source, context)

    monkeypatch.setattr(pathway, "_find_pathway", counting)
    counts: list[int] = []
    for tables in (2, 40):
        asked.clear()
        load(
            [
                Source(
                    "s.sql",
                    "".join(
                        f"""CREATE TABLE t{n} (id int, amount numeric, name text);
            CREATE UNIQUE INDEX ON t{n} (name) WHERE amount > 0 AND id = 1;
            CREATE VIEW v{n} AS SELECT id + amount AS a FROM t{n} WHERE name LIKE 'x%';"""
                        for n in range(tables)
                    ),
                )
            ]
        )
        counts.append(len(asked))
    assert 0 < counts[1] == counts[0]
