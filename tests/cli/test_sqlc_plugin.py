"""``codegen inspect --format sqlc-plugin``: what sqlc's process plugins read."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from tests.support.cli import Ran, codegen

#: The messages of sqlc's plugin/codegen.proto: their fields with s(tring), b(ool), i(nteger),
#: bytes, or a message's name; "*" is repeated, "?" a message that may be null.
PROTO = {
    "GenerateRequest": "settings:Settings catalog:Catalog queries:Query* sqlc_version:s"
    " plugin_options:bytes global_options:bytes",
    "Settings": "version:s engine:s schema:s* queries:s* codegen:Codegen",
    "Codegen": "out:s plugin:s options:bytes env:s* process:Process? wasm:WASM?",
    "Process": "cmd:s",
    "WASM": "url:s sha256:s",
    "Catalog": "comment:s default_schema:s name:s schemas:Schema*",
    "Schema": "comment:s name:s tables:Table* enums:Enum* composite_types:CompositeType*",
    "CompositeType": "name:s comment:s",
    "Enum": "name:s vals:s* comment:s",
    "Table": "rel:Identifier columns:Column* comment:s",
    "Identifier": "catalog:s schema:s name:s",
    "Column": "name:s not_null:b is_array:b comment:s length:i is_named_param:b is_func_call:b"
    " scope:s table:Identifier? table_alias:s type:Identifier is_sqlc_slice:b"
    " embed_table:Identifier? original_name:s unsigned:b array_dims:i",
    "Query": "text:s name:s cmd:s columns:Column* params:Parameter* comments:s* filename:s"
    " insert_into_table:Identifier?",
    "Parameter": "number:i column:Column",
}
KINDS = {"s": str, "bytes": str, "b": bool, "i": int}

SCHEMA = """\
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TYPE pair AS (a int, b text);
CREATE DOMAIN slug AS text;
CREATE SCHEMA other;
CREATE TYPE other.kind AS ENUM ('x');
CREATE TABLE people (
    id bigserial PRIMARY KEY, name varchar(20) NOT NULL, mood mood, tags text[] NOT NULL,
    kind other.kind, d jsonb, at timestamptz, slug slug
);
COMMENT ON TABLE people IS 'People.';
COMMENT ON COLUMN people.name IS 'Their name.';
CREATE TABLE other.pets (id int PRIMARY KEY, owner bigint NOT NULL REFERENCES people);
"""
QUERIES = """\
-- name: GetPerson :one
-- One person.
SELECT * FROM people WHERE id = $1;

-- name: CountMood :many
SELECT count(*), name AS who FROM people WHERE mood = sqlc.narg('mood') GROUP BY name;

-- name: WithPets :many
SELECT sqlc.embed(p), pets.id AS pet FROM other.pets
LEFT JOIN people p ON pets.owner = p.id AND p.mood = 'sad'
WHERE pets.owner = ANY(@ids);

-- name: Add :execrows
INSERT INTO people (name, tags) VALUES (@name, @tags);
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write(tmp_path)


def write(tmp_path: Path) -> Path:
    (tmp_path / "schema.sql").write_text(SCHEMA)
    (tmp_path / "q.sql").write_text(QUERIES)
    text = 'schema = "schema.sql"\nqueries = "q.sql"\nout = "gen"\n'
    (tmp_path / "codegen.toml").write_text(text)
    return tmp_path


def inspect(folder: Path, *options: str) -> Ran:
    return codegen("inspect", "--format", "sqlc-plugin", *options, cwd=folder)


@pytest.fixture(scope="module")
def request_(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    ran = inspect(write(tmp_path_factory.mktemp("plugin")), "--plugin-options", '{"package": "db"}')
    assert (ran.status, ran.stderr) == (0, "")
    request: dict[str, Any] = json.loads(ran.stdout)
    return request


def check(value: Any, kind: str, where: str) -> None:
    """Whether a value is what the proto has, each field there and no other."""
    if kind.endswith("*"):
        assert isinstance(value, list), where
        for number, one in enumerate(value):
            check(one, kind[:-1], f"{where}[{number}]")
    elif kind in KINDS:
        assert type(value) is KINDS[kind], where
        if kind == "bytes":
            base64.b64decode(value, validate=True)
    elif not (value is None and kind.endswith("?")):
        fields = dict(field.split(":") for field in PROTO[kind.removesuffix("?")].split())
        assert value.keys() == fields.keys(), where
        for name, inner in fields.items():
            check(value[name], inner, f"{where}.{name}")


def test_it_has_the_shape_of_the_proto(request_: dict[str, Any], project: Path) -> None:
    check(request_, "GenerateRequest", "request")
    schema = json.loads(codegen("schema", "sqlc-plugin", cwd=project).stdout)
    Draft7Validator(schema).validate(request_)


def test_settings_and_options(request_: dict[str, Any]) -> None:
    settings = request_["settings"]
    assert (settings["schema"], settings["queries"]) == (["schema.sql"], ["q.sql"])
    assert settings["codegen"]["out"] == "gen"
    assert json.loads(base64.b64decode(request_["plugin_options"])) == {"package": "db"}


def test_the_catalog(request_: dict[str, Any]) -> None:
    public, other = request_["catalog"]["schemas"]
    assert (public["name"], other["name"]) == ("public", "other")
    assert public["enums"] == [{"name": "mood", "vals": ["sad", "happy"], "comment": ""}]
    assert public["composite_types"] == [{"name": "pair", "comment": ""}]
    (people,) = public["tables"]
    assert (people["rel"]["name"], people["comment"]) == ("people", "People.")
    assert [
        (one["name"], one["type"]["schema"], one["type"]["name"], one["array_dims"])
        for one in people["columns"]
    ] == [
        ("id", "pg_catalog", "int8", 0),
        ("name", "pg_catalog", "varchar", 0),
        ("mood", "", "mood", 0),
        ("tags", "", "text", 1),
        ("kind", "other", "kind", 0),
        ("d", "", "jsonb", 0),
        ("at", "pg_catalog", "timestamptz", 0),
        ("slug", "", "text", 0),
    ]
    assert people["columns"][1]["comment"] == "Their name."
    assert other["tables"][0]["rel"] == {"catalog": "", "schema": "other", "name": "pets"}


def test_the_queries(request_: dict[str, Any]) -> None:
    get, count, pets, add = request_["queries"]
    assert (get["cmd"], get["filename"], get["comments"]) == (":one", "q.sql", [" One person."])
    assert [one["name"] for one in get["columns"]] == "id name mood tags kind d at slug".split()
    (id_,) = get["params"]
    assert (id_["number"], id_["column"]["name"], id_["column"]["table"]["name"]) == (
        1,
        "id",
        "people",
    )
    number, who = count["columns"]
    assert (number["is_func_call"], number["not_null"], number["type"]["name"]) == (
        True,
        True,
        "int8",
    )
    assert (who["name"], who["original_name"], who["is_func_call"]) == ("who", "name", False)
    assert count["params"][0]["column"]["not_null"] is False
    person, pet = pets["columns"]
    assert (person["name"], person["embed_table"]["name"], person["not_null"]) == (
        "p",
        "people",
        False,
    )
    assert (pet["name"], pet["embed_table"]) == ("pet", None)
    assert pets["params"][0]["column"]["is_array"] is True
    assert add["insert_into_table"]["name"] == "people"
    assert [one["column"]["original_name"] for one in add["params"]] == ["name", "tags"]
    assert get["insert_into_table"] is None


def test_several_packages_are_a_line_each(project: Path) -> None:
    text = 'schema = "schema.sql"\nqueries = "q.sql"\nout = "gen"\n'
    text += '[[packages]]\nname = "a"\n[[packages]]\nname = "b"\n'
    (project / "codegen.toml").write_text(text)
    first, second = map(json.loads, inspect(project).stdout.splitlines())
    assert (first["settings"]["codegen"]["out"], second["settings"]["codegen"]["out"]) == (
        "gen/a",
        "gen/b",
    )


def test_where_there_are_errors_there_is_no_request(project: Path) -> None:
    (project / "q.sql").write_text(QUERIES.replace("pets.owner", "pets.owners"))
    ran = inspect(project)
    assert (ran.status, ran.stdout) == (1, "")
    assert "undefined-column" in ran.stderr


def test_options_have_to_be_json(project: Path) -> None:
    ran = inspect(project, "--plugin-options", "{")
    assert (ran.status, "--plugin-options is not JSON" in ran.stderr) == (2, True)
