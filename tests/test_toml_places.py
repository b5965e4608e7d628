"""The places of a TOML file's keys and values, against the library that reads it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from codegen.config.toml_places import places

DOCUMENTS = {
    "pyproject": (Path(__file__).parent.parent / "pyproject.toml").read_text(),
    "tables": """
a.b . "c d" = 1 # [not.a.table]
[ x . 'y' ]
key = "with # and = and [ and \\" in it"
other = 'C:\\Users'
[[lists]]
name = "one"
[lists.inner]
k = true
[[lists.deep]]
n = 1
[[lists.deep]]
n = 2
[[lists]]
name = "two"
[[lists.deep]]
n = 3
""",
    "values": """
nested = [ [1, 2], # , 3 ]
  ["a", 'b',], { k = [1], "l" = { m = 'x' } },
]
date = 1979-05-27 07:32:00
text = '''
a = "not a key"
[nor.a.table]'''
more = \"\"\"one \\"\"\" two ""\"\"\"
last = -1e3
empty = {}
none = []""",
}


def leaves(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[object, object]]:
    """The values that hold no others, each with the way to it."""
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(inner, (*path, key))
    else:
        yield path, value


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_value_is_where_it_is_said_to_be(name: str) -> None:
    text = DOCUMENTS[name]
    found = places(text)
    for path, value in leaves(tomllib.loads(text)):
        written = text[slice(*found[path].value)]
        assert tomllib.loads(f"x = {written}")["x"] == value, path


def test_a_list_is_where_it_is_said_to_be() -> None:
    text = DOCUMENTS["values"]
    written = text[slice(*places(text)["nested",].value)]
    assert tomllib.loads(f"x = {written}")["x"] == tomllib.loads(text)["nested"]


def test_a_key_is_where_it_is_said_to_be() -> None:
    text = DOCUMENTS["tables"]
    found = places(text)
    assert text[slice(*found["a", "b", "c d"].key)] == '"c d"'
    assert text[slice(*found["a", "b"].key)] == "b"
    assert text[slice(*found["lists", 1, "name"].value)] == '"two"'
    assert text[slice(*found["lists", 0, "deep", 1, "n"].value)] == "2"
    assert text[slice(*found["lists", 1, "deep", 0].value)] == "[[lists.deep]]"
    assert found["lists", 0].value[0] < found["lists", 1].value[0]
