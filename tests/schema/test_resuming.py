"""Reading on from the middle of a schema is the same as reading all of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from codegen import catalogs
from codegen.cache import store
from codegen.catalogs import Place, schema_at
from codegen.config import Config
from codegen.diagnostics import Diagnostic
from codegen.postgres.catalog import Catalog
from codegen.questions import Answers
from codegen.schema import load, resuming, statements
from codegen.schema.psql import without_psql
from codegen.schema.resuming import START, Past, Position, Resuming
from codegen.schema.state import State
from codegen.source import Source
from codegen.sql.lexer import Token, tokenize

#: As pg_dump writes it, with things that later ones refer to.
DUMP = """\\restrict secret
SET check_function_bodies = false;
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TYPE public.mood AS ENUM ('sad', 'happy');
CREATE TABLE public.people (
    id int PRIMARY KEY, mood public.mood DEFAULT 'sad', name text, CHECK (id > 0)
);
CREATE UNIQUE INDEX first ON public.people (lower(name)) WHERE id > 0;
CREATE VIEW public.tables AS SELECT relname, upper(relname::text) AS shout FROM pg_catalog.pg_class;
CREATE UNIQUE INDEX second ON public.people (lower(name), id);
CREATE VIEW public.happy AS SELECT p.* FROM public.people AS p WHERE mood = 'happy';
CREATE FUNCTION public.twice(int) RETURNS int LANGUAGE sql AS 'SELECT $1 * 2';
CREATE INDEX ON public.people (there_is_none(id));
DO $$ BEGIN ALTER TABLE public.people ADD CHECK (name <> 'x'); END $$;
ALTER TABLE public.people RENAME COLUMN name TO called;
COPY public.people FROM stdin;
1\tsad\t;
\\.
CREATE TABLE public.children (age int) INHERITS (public.people);
ALTER TABLE public.people ADD COLUMN extra text;
SELECT id INTO public.copies FROM public.people;
CREATE RECURSIVE VIEW public.numbers (n) AS SELECT 1 UNION ALL SELECT n + 1 FROM numbers;
\\unrestrict secret
"""
SCHEMAS = {
    "dump": DUMP,
    **{
        path.stem: path.read_text(encoding="utf-8")
        for path in sorted((Path(__file__).parent / "ddl").glob("*.sql"))
    },
}
Found = tuple[list[Diagnostic], list[bytes]]


@pytest.fixture(autouse=True)
def _every_schema_is_large_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resuming, "WORTH_KEEPING", 0)
    monkeypatch.setattr(catalogs, "WORTH_A_PROCESS", 0)


def said(loaded: tuple[Catalog, list[Diagnostic]]) -> Found:
    """What is told of a schema, and all of its catalog."""
    catalog, diagnostics = loaded
    answers = Answers(catalog, b"")
    types = [answers.to(one.oid) for one in catalog.types()]
    return diagnostics, [answers.general, *types, *map(answers.of, catalog.relations())]


def read(sources: Sequence[Source], past: Past | None) -> tuple[Found, Past | None, int]:
    """What is found, what there is to know the next time, and how often a state was used."""
    used: list[State | None] = []

    def decode(content: bytes, sources: Sequence[Source]) -> State | None:
        used.append(catalogs.state_decoded(content, sources))
        return used[-1]

    reading = Resuming(past, catalogs.state_encoded, decode)
    found = said(load(sources, past=reading))
    return found, reading.now, sum(one is not None for one in used)


def positions(source: Source) -> list[Position]:
    """Those between two statements of a file, but for its beginning."""
    source = without_psql(source)
    ends = [one[-1].start for one in statements.statements(tokenize(source.text, source))]
    return [Position(0, end + 1) for end in ends[:-1]]


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_is_the_same_from_everywhere(name: str) -> None:
    source = Source("schema.sql", SCHEMAS[name])
    expected = said(load([source]))
    text = without_psql(source).text
    for position in positions(source)[:: 1 if name == "dump" else 5]:
        before = Past(((source.path, text[: position.offset]),))
        found, past, used = read([source], before)
        assert (found, used) == (expected, 0)
        assert past is not None and past.position == position
        found, past, used = read([source], past)
        assert (found, used) == (expected, 1)


def test_a_state_in_front_of_a_change_serves_many_changes() -> None:
    one, two, three = (
        Source("schema.sql", f"CREATE TABLE a (id int);\nCREATE TABLE b (id {name});")
        for name in ("text", "bigint", "there_is_none")
    )
    _, past, _ = read([one], None)
    assert past is not None and past.state is None
    for number, source in enumerate((two, one, three, two)):
        found, past, used = read([source], past)
        assert found == said(load([source]))
        assert used == (number > 0)
        assert past is not None and past.position == Position(0, 24)


def test_a_change_before_it_has_all_be_read() -> None:
    texts = [f"CREATE TABLE a (id {a});\nCREATE TABLE b (id {b});" for a, b in ("ii", "ij", "ji")]
    sources = [Source("schema.sql", text.replace(" j)", " text)")) for text in texts]
    past = None
    for source in sources:
        found, past, used = read([source], past)
        assert found == said(load([source]))
        assert used == 0
    assert past is not None and past.position == START


def test_files_may_come_and_go() -> None:
    files = [Source(f"{number}.sql", f"CREATE TABLE t{number} (id int);") for number in range(4)]
    changed = Source("2.sql", "ALTER TABLE t1 ADD name text;")
    past = None
    for sources in (files[:3], files, files[:2], [*files[:2], changed], [*files[:2], files[3]]):
        found, past, _ = read(sources, past)
        assert found == said(load(sources))
    found, past, used = read([*files[:2], changed, files[3]], past)
    assert used == 1
    assert found == said(load([*files[:2], changed, files[3]]))


def test_of_a_file_that_cannot_be_read_nothing_counts() -> None:
    right = Source("schema.sql", "CREATE TABLE a (id int);\nCREATE TABLE b (id int);")
    wrong = Source("schema.sql", "CREATE TABLE a (id int);\nCREATE TABLE 'b (id int);")
    past = read([right], Past((("schema.sql", right.text[:30]),)))[1]
    assert past is not None and past.state is not None
    found, _, used = read([wrong], past)
    assert used == 1
    assert found == said(load([wrong]))


def test_nonsense_is_passed_over() -> None:
    source = Source("schema.sql", DUMP)
    position = positions(source)[-1]
    past = Past((("schema.sql", without_psql(source).text),), position, b"nonsense")
    found, _, used = read([source], past)
    assert (found, used) == (said(load([source])), 0)


def test_what_was_there_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "schema.sql"
    config, place = Config(schema=(str(file),)), Place(str(tmp_path), "test")
    applied: list[object] = []
    apply = statements.apply

    def noted(state: State, tokens: Sequence[Token]) -> None:
        applied.append(tokens)
        apply(state, tokens)

    monkeypatch.setattr(statements, "apply", noted)

    def changed(number: int) -> int:
        """Changes the last statement; how many are read then."""
        file.write_text(f"{DUMP}\nCREATE TABLE public.last (number_{number} int);\n")
        expected = said(schema_at(config, None, alone=True).loaded())
        applied.clear()
        assert said(schema_at(config, place, alone=True).loaded()) == expected
        return len(applied)

    everything = changed(0)
    assert [changed(number) for number in (1, 2, 3)] == [everything, 1, 1]
    assert store.read(str(tmp_path), "past-test")
