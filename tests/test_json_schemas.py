"""The JSON schemas agree with the reader of the configuration and with what is printed."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from codegen.cli.schema import SCHEMAS
from codegen.config import read_configs
from codegen.config.json_schema import config_schema
from codegen.config.settings import SETTINGS
from codegen.config.toml import KEYS
from codegen.diagnostics import CodegenError
from tests.support.cli import ROOT, codegen, copy_project
from tests.support.schema_files import published

TOP = 'schema = "s.sql"\nqueries = "q"\nout = "db"\n'
#: Some lines to add to a configuration, and whether they are right.
LINES = {
    "": True,
    "skip_invalid = true": True,
    "skip_invalid = 1": False,
    "skipinvalid = true": False,
    'models = "attrs"': True,
    'models = "rows"': False,
    'flavours = "async"': True,
    'flavours = ["async"]': False,
    'templates = "t"': True,
    'templates = ""': False,
    "templates = 3": False,
    'singular = { news = "news" }': True,
    'singular = "news"': False,
    "singular = { news = 1 }": False,
    'vet = { without-where = "off" }': True,
    "vet = { without-where = 1 }": False,
    'vet = { without-where = "loud" }': False,
    "vet = { rows = 1_000, scan_rows = 10, sort_rows = 20, cost = 30 }": True,
    'vet = { rows = { orders = 10, "*" = 20 } }': True,
    'vet = { rows = "many" }': False,
    "vet = { rows = { orders = true } }": False,
    "vet = { cost = -1 }": False,
    "vet = { rules = ['a', 'b/*.sql'] }": True,
    "vet = { rules = 'a' }": True,
    "vet = { rules = [1] }": False,
    "vet = 'off'": False,
    'rename = { "a.b" = "c" }': True,
    'rename = { a = "not a name" }': False,
    'rename = ["a"]': False,
    'overrides = { jsonb = "a.B" }': True,
    'overrides = { jsonb = { type = "a.B", decode = "a:f" } }': True,
    'overrides = { jsonb = { decode = "a:f" } }': False,
    'overrides = { jsonb = { type = "a.B", load = "a:f" } }': False,
    "overrides = { jsonb = 1 }": False,
    '[[packages]]\nname = "a"': True,
    '[[packages]]\nout = "a"\nqueries = ["a", "b"]': True,
    '[[packages]]\nqueries = "a"': False,
    '[[packages]]\nname = "a"\nquery = "a"': False,
    '[[packages]]\nname = "a b"': False,
    '[[packages]]\nname = "a"\nmodels = "namedtuple"': True,
    'packages = "a"': False,
}
WHOLE = {
    "schema = []\nqueries = 'q'\n": True,
    "queries = []\n": False,
    "queries = ['a', '']\n": False,
    "out = ['a']\n": False,
}
CASES = {**{f"{TOP}{line}\n": right for line, right in LINES.items()}, **WHOLE}


@pytest.mark.parametrize(("text", "right"), CASES.items())
def test_a_configuration_is_right_for_both_or_for_none(
    tmp_path: Path, text: str, right: bool
) -> None:
    path = tmp_path / "codegen.toml"
    path.write_text(text)
    assert Draft7Validator(config_schema()).is_valid(tomllib.loads(text)) is right
    try:
        read_configs(path)
    except CodegenError as caught:
        assert not right, caught
    else:
        assert right


def test_every_key_is_in_the_schema_and_described() -> None:
    properties = config_schema()["properties"]
    assert isinstance(properties, dict)
    assert list(properties) == [*KEYS, *SETTINGS, "packages"]
    assert all(one["description"] for one in properties.values())
    kinds = {setting.kind for setting in SETTINGS.values()}
    tried = {
        SETTINGS[line.split()[0]].kind
        for line in LINES
        if line.split()[:1] != [] and line.split()[0] in SETTINGS
    }
    assert tried == kinds


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_published_files_are_these(name: str) -> None:
    printed = codegen("schema", name, cwd=ROOT)
    assert published(name).read_text("utf-8") == printed.stdout, "run `make docs`"
    Draft7Validator.check_schema(json.loads(printed.stdout))


def test_what_is_printed_is_as_the_schemas_say(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    bad = "-- name: Bad :one\nSELECT titel FROM chats;\n"
    (project / "queries" / "bad.sql").write_text(bad)
    options = ("--format", "json")
    for name, command in (("inspect", "inspect"), ("diagnostics", "generate")):
        printed = json.loads(codegen(command, *options, cwd=project).stdout)
        schema = json.loads(codegen("schema", name, cwd=project).stdout)
        Draft7Validator(schema).validate(printed)
        assert printed["diagnostics"]
        del printed["diagnostics"][0]["code"]
        assert not Draft7Validator(schema).is_valid(printed)
