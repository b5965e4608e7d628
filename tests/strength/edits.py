"""A small project that is edited at random: pieces of a schema and queries, each in some forms.

Many forms are there to be forgotten by somebody who keeps results: what is looked up in vain, what
is found through a view, a foreign key, a child table, a trigger, another schema; classes that
several queries share, codecs that only one needs, names that collide.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from codegen.config import Config
from codegen.plan.options import Options, Override, Rename
from codegen.plan.spelling import of

#: Pieces of the schema, in an order that always works; each has one of its forms.
PIECES: tuple[tuple[str, ...], ...] = (
    ("", "CREATE TABLE first (id int);", "CREATE TYPE first AS ENUM ('a');"),
    ("CREATE SCHEMA other;",),
    ("CREATE TYPE mood AS ENUM ('sad', 'happy');", "CREATE TYPE mood AS ENUM ('sad', 'so-so');"),
    ("CREATE DOMAIN label AS text;", "CREATE DOMAIN label AS text NOT NULL;"),
    (
        "CREATE TYPE address AS (street text, number int);",
        "CREATE TYPE address AS (street text, number bigint, mood mood);",
    ),
    (
        "CREATE TABLE people (id bigint PRIMARY KEY, name text NOT NULL, mood mood, home address);",
        "CREATE TABLE people (id int8 PRIMARY KEY, name label, mood mood NOT NULL, home address);",
        "CREATE TABLE people (id int, name varchar NOT NULL, mood text, home address[]);",
        "CREATE TABLE people (name text, id uuid UNIQUE, mood mood[], home address);",
    ),
    ("", "COMMENT ON COLUMN people.name IS 'What they are called';"),
    ("", "COMMENT ON TABLE people IS 'Everybody';"),
    (
        "CREATE TABLE pets (id int PRIMARY KEY, owner bigint NOT NULL, name text);",
        "CREATE TABLE pets (id int, owner bigint, name text NOT NULL, born date);",
        "CREATE TABLE pets (id int PRIMARY KEY, owner bigint NOT NULL REFERENCES people (id),"
        " name text);",
    ),
    ("", "CREATE TABLE other.pets (id text, owner bigint, name bytea);"),
    ("", "CREATE TABLE strays () INHERITS (pets);"),
    ("", "ALTER TABLE pets ADD COLUMN chip uuid;", "ALTER TABLE pets ALTER name TYPE varchar;"),
    ("", "CREATE UNIQUE INDEX ON pets (name);", "CREATE UNIQUE INDEX ON pets (name) WHERE id > 1;"),
    ("", "ALTER TABLE pets ENABLE ROW LEVEL SECURITY;"),
    (
        "",
        "CREATE FUNCTION guard() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';"
        "CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON pets FOR EACH ROW EXECUTE FUNCTION"
        " guard();",
    ),
    (
        "CREATE VIEW owners AS SELECT p.id, p.name, count(*) AS pets FROM people p"
        " JOIN pets q ON q.owner::text = p.id::text GROUP BY p.id, p.name;",
        "CREATE VIEW owners AS SELECT p.id, upper(p.name) AS name, q.name AS pets FROM people p"
        " LEFT JOIN pets q ON q.owner::text = p.id::text;",
    ),
    ("", "CREATE VIEW named AS SELECT name FROM owners WHERE name IS NOT NULL;"),
    (
        "CREATE FUNCTION tag(x text) RETURNS text LANGUAGE sql AS 'SELECT x';",
        "CREATE FUNCTION tag(x text) RETURNS int STRICT LANGUAGE sql AS 'SELECT 1';",
        "CREATE FUNCTION tag(x text) RETURNS people LANGUAGE sql AS 'SELECT * FROM people';",
        "CREATE FUNCTION tag(x text) RETURNS SETOF pets LANGUAGE sql AS 'SELECT * FROM pets';",
    ),
    ("", "CREATE FUNCTION tag(x varchar) RETURNS date LANGUAGE sql AS 'SELECT now()::date';"),
    ("", "CREATE FUNCTION public.lower(x text) RETURNS int LANGUAGE sql AS 'SELECT 1';"),
    ("", "SET search_path = other, public;", "SET search_path = public, pg_catalog;"),
    ("", "ALTER TABLE pets RENAME COLUMN name TO called;", "ALTER TABLE pets RENAME TO animals;"),
    ("", "DROP VIEW owners CASCADE;", "ALTER TABLE people ADD CHECK (name IS NOT NULL);"),
    ("", "CREATE TABLE last (id int);", "CREATE TYPE last AS (x int);"),
)

#: Queries, without their names.
QUERIES: tuple[str, ...] = (
    ":one\nSELECT * FROM people WHERE id = @id;",
    ":many\nSELECT p.*, sqlc.embed(p), lower(name) AS low FROM people AS p WHERE name = @name;",
    ":many\nSELECT id, name FROM people ORDER BY id;",
    ":one\n-- How many there are.\nSELECT count(*) FROM people;",
    ":one\nSELECT count(*) FROM pets WHERE owner::text = @owner;",
    ":many\nSELECT p.name, q.name AS pet FROM people p LEFT JOIN pets q ON q.owner::text"
    " = p.id::text;",
    ":many\nSELECT q.id, p.name FROM pets q JOIN people p ON p.id::text = q.owner::text;",
    ":many\nSELECT q.id, (SELECT p.name FROM people p WHERE p.id::text = q.owner::text) AS of_whom"
    " FROM pets q;",
    ":many\n-- @row Entry\nSELECT id, name FROM pets;",
    ":many\n-- @row Entry\nSELECT id, name FROM pets WHERE name = @name;",
    ":many\n-- @row Entry\nSELECT id, name FROM people;",
    ":one\n-- @row Beast\nSELECT id, sqlc.embed(q) FROM pets q LIMIT 1;",
    ":one\nSELECT id FROM pets;",
    ":many\nSELECT * FROM owners;",
    ":many\nSELECT name FROM owners WHERE pets IS NOT NULL;",
    ":many\nSELECT * FROM named;",
    ":one\nSELECT tag(@what);",
    ":one\nSELECT tag(name) AS tagged FROM people LIMIT 1;",
    ":many\nSELECT array_agg(home) AS homes, array_agg(p) AS them FROM people p;",
    ":one\nSELECT home, ARRAY[home] AS homes FROM people LIMIT 1;",
    ":one\nSELECT ARRAY['{1,2}'::int4range] AS ranges, @mood::mood AS mood;",
    ":exec\nINSERT INTO pets (id, name) VALUES (@id, @name);",
    ":one\nINSERT INTO pets (id, name) VALUES (@id, @name) RETURNING *;",
    ":one\nUPDATE pets SET name = @name WHERE id = @id RETURNING id, name;",
    ":execrows\nDELETE FROM pets WHERE id = ANY(@ids::int[]);",
    ":copyfrom\nINSERT INTO pets (id, name) VALUES (@id, @name);",
    ":many\nSELECT * FROM other.pets;",
    ":many\nSELECT * FROM animals;",
    ":many\nSELECT * FROM strays;",
    ":many\nSELECT id FROM first UNION ALL SELECT id FROM last;",
    ":one\nSELECT 1 AS one, @x::label AS x;",
    ":one\nSELECT NULL::first AS x;",
    ":one\nSELECT NULL::last AS x, NULL::address AS home;",
    ":many\nSELECT (home).street AS street, name FROM people;",
    ":many\nSELECT p.name::label AS name, p.name = q.name AS same FROM people p, pets q;",
    ":many\nSELECT DISTINCT home, mood FROM people GROUP BY home, mood;",
    ":one\nSELECT nothing FROM people;",
    ":one\nSELECT coalesce(p.name, @other) AS name FROM people p WHERE p.mood = @mood;",
    ":batchexec\nUPDATE people SET name = @name WHERE id = @id;",
)
NAMES = ("GetIt", "ListThem", "Entry", "Person", "CountAll", "DoIt", "GetPet", "People", "A", "B")
FILES = ("people.sql", "pets.sql", "more.sql", "models.sql", "sub/pets.sql")
OPTIONS: tuple[Options, ...] = (
    Options(),
    Options(),
    Options(models="pydantic", name_comments=True),
    Options(flavours="sync", skip_invalid=True),
    Options(queries_class=True),
    Options(query_info=True, duplicate_columns="number"),
    Options(rename=(Rename(key="people", to="Human"), Rename(key="pets.name", to="title"))),
    Options(overrides=(Override(key="people.name", type=of("myapp.names", "PersonName")),)),
    Options(overrides=(Override(key="label", type=of("myapp", "Label"), required=False),)),
)


@dataclass(slots=True)
class Project:
    """The project as it is: the form of each piece, and of each file the queries with names."""

    folder: Path
    dice: Random
    forms: list[int] = field(default_factory=lambda: [0] * len(PIECES))
    files: dict[str, list[tuple[str, int]]] = field(
        default_factory=dict[str, list[tuple[str, int]]]
    )
    options: Options = OPTIONS[0]

    def edit(self) -> str:
        """Edits something; tells what."""
        edits = (self._schema, self._schema, self._add, self._add, self._change, self._remove)
        rarer = (self._move, self._rename, self._swap, self._configure)
        told = self.dice.choice((*edits, *edits, *rarer))()
        self.write()
        return told

    def mend(self, wrong: Collection[str | None]) -> str:
        """Takes away the queries of these names; with None, what is wrong with the schema too."""
        if None in wrong:
            number = self.dice.randrange(len(PIECES))
            self.forms[number:] = [0] * (len(PIECES) - number)
        for file, listed in self.files.items():
            self.files[file] = [query for query in listed if query[0] not in wrong]
        self.write()
        return f"mended {sorted(map(str, wrong))}"

    def write(self) -> Config:
        """Writes the files; gives back what to make of them."""
        queries = self.folder / "queries"
        (queries / "sub").mkdir(parents=True, exist_ok=True)
        forms = zip(PIECES, self.forms, strict=True)
        text = "\n".join(filter(None, (piece[form] for piece, form in forms)))
        (self.folder / "schema.sql").write_text(f"{text}\n")
        for file in FILES:
            listed = self.files.get(file, [])
            blocks = (f"-- name: {name} {QUERIES[number]}\n" for name, number in listed)
            (queries / file).write_text("\n".join(blocks))
        paths = (str(queries), str(queries / "sub"))
        return Config(
            schema=(str(self.folder / "schema.sql"),),
            queries=paths,
            out=str(self.folder / "db"),
            options=self.options,
        )

    def _schema(self) -> str:
        number = self.dice.choice([n for n, piece in enumerate(PIECES) if len(piece) > 1])
        others = [n for n in range(len(PIECES[number])) if n != self.forms[number]]
        self.forms[number] = self.dice.choice(others)
        return f"schema: {PIECES[number][self.forms[number]]!r}"

    def _add(self) -> str:
        file = self.dice.choice(FILES)
        query = (self._new_name(), self.dice.randrange(len(QUERIES)))
        listed = self.files.setdefault(file, [])
        listed.insert(self.dice.randint(0, len(listed)), query)
        return f"{file}: new {query}"

    def _new_name(self) -> str:
        """A name, now and then one that another query has."""
        used = {name for listed in self.files.values() for name, _ in listed}
        fresh = [name for name in (*NAMES, *(f"Q{n}" for n in range(99))) if name not in used]
        return self.dice.choice(NAMES) if self.dice.random() < 0.02 else self.dice.choice(fresh[:6])

    def _place(self) -> tuple[str, int] | None:
        places = [(file, at) for file, listed in self.files.items() for at in range(len(listed))]
        return self.dice.choice(places) if places else None

    def _change(self) -> str:
        place = self._place()
        if place is None:
            return self._add()
        file, at = place
        self.files[file][at] = (self.files[file][at][0], self.dice.randrange(len(QUERIES)))
        return f"{file}: changed {self.files[file][at]}"

    def _remove(self) -> str:
        place = self._place()
        return f"removed {self.files[place[0]].pop(place[1])}" if place else "nothing"

    def _move(self) -> str:
        place = self._place()
        if place is None:
            return "nothing"
        query, file = self.files[place[0]].pop(place[1]), self.dice.choice(FILES)
        self.files.setdefault(file, []).append(query)
        return f"moved {query} to {file}"

    def _rename(self) -> str:
        place = self._place()
        if place is None:
            return "nothing"
        file, at = place
        self.files[file][at] = (self._new_name(), self.files[file][at][1])
        return f"renamed to {self.files[file][at]}"

    def _swap(self) -> str:
        one, other = self.dice.sample(FILES, 2)
        mine, theirs = self.files.get(one, []), self.files.get(other, [])
        self.files[one], self.files[other] = theirs, mine
        return f"{one} and {other} swapped"

    def _configure(self) -> str:
        self.options = self.dice.choice(OPTIONS)
        return f"options: {self.options}"
