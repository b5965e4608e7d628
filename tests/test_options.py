"""The settings of the package's looks, and what is told about mistakes in them."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from codegen.config import read_configs
from codegen.config.settings import SETTINGS
from codegen.diagnostics import CodegenError
from codegen.plan.options import DEFAULT, Options, Reference, type_reference
from codegen.plan.spelling import Name, of, union


def read(folder: Path, text: str) -> list[Options]:
    path = folder / "codegen.toml"
    path.write_text(text)
    return [config.options for config in read_configs(path)]


def test_every_option_is_a_setting() -> None:
    compared = {one.name for one in fields(Options) if one.compare}
    assert set(SETTINGS) == compared


def test_nothing_said_is_the_default(tmp_path: Path) -> None:
    assert read(tmp_path, 'schema = "a.sql"\n') == [DEFAULT]


def test_every_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (options,) = read(
        tmp_path,
        """\
models = "attrs"
flavours = "async"
queries_class = true
protocol = true
query_info = true
name_comments = true
exact_table_names = true
duplicate_columns = "number"
templates = "ours"

[singular]
Caches = "cache"

[rename]
chats = "Talk"
"*.content" = "body"

[overrides]
jsonb = "myapp.models:Data"
"chats.settings" = { type = "dict[str, myapp.T] | None", decode = "myapp:T.load" }
""",
    )
    assert (options.models, options.flavours) == ("attrs", "async")
    assert options.queries_class and options.protocol and options.query_info
    assert options.name_comments and options.exact_table_names
    assert (options.duplicate_columns, options.templates) == ("number", "ours")
    assert options.singular == (("caches", "cache"),)
    assert [(one.key, one.to) for one in options.rename] == [
        ("chats", "Talk"),
        ("*.content", "body"),
    ]
    assert [one.span.position[0] for one in options.rename if one.span] == [15, 16]
    data, settings = options.overrides
    assert data.type == of("myapp.models", "Data")
    assert data.span is not None and data.span.position == (19, 1)
    assert settings.key == "chats.settings"
    assert settings.decode == Reference(Name("myapp", "T"), "load")
    assert settings.encode is None
    assert settings.type == union(of("", "dict", of("", "str"), of("myapp", "T")), of("", "None"))


def test_packages_add_to_what_all_share(tmp_path: Path) -> None:
    first, second = read(
        tmp_path,
        """\
models = "msgspec"
rename = { a = "A" }
[[packages]]
name = "one"
rename = { b = "B" }
[[packages]]
name = "two"
models = "frozen"
""",
    )
    assert first.models == "msgspec" and [one.key for one in first.rename] == ["a", "b"]
    assert second.models == "frozen" and [one.key for one in second.rename] == ["a"]


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ('models = "dict"', 'models has to be one of "dataclass", "frozen",', 1),
        ("protocol = 1", "protocol has to be true or false", 1),
        ("templates = []", "templates has to be a path", 1),
        ("rename = 3", "rename has to be a table of names", 1),
        ("[rename]\na = 3", "a has to be a text", 2),
        ('[rename]\na = "x y"', "x y is not a Python name", 2),
        ('[rename]\na = "class"', "class is a reserved word of Python", 2),
        ("[singular]\na = []", "a has to be a text", 2),
        ("[overrides]\njsonb = 3", "jsonb has to be the name of a type", 2),
        ('[overrides]\njsonb = "a b"', "the override of jsonb: a b is not a Python type", 2),
        ('[overrides]\njsonb = "a:b.c"', "the override of jsonb: a:b.c is not a class", 2),
        ('[overrides]\njsonb = "f()"', "the override of jsonb: f() is not a Python type", 2),
        ("[overrides.jsonb]\ndecode = 'a.b'", "the override of jsonb has no type", 1),
        ("[overrides.jsonb]\ntype = 'a.B'\ndecode = 4", "decode has to be the name of a fun", 3),
        ("[overrides.jsonb]\ntype = 'a.B'\ndecode = 'a..'", "the override of jsonb: a.. does", 3),
        ("[overrides.jsonb]\ntype = 'a.B'\ndecod = 'a.b'", "unknown key decod", 3),
    ],
)
def test_mistakes(tmp_path: Path, text: str, message: str, line: int) -> None:
    with pytest.raises(CodegenError) as caught:
        read(tmp_path, text + "\n")
    diagnostic = caught.value.diagnostic
    assert diagnostic.code == "config-invalid"
    assert diagnostic.message.startswith(message)
    assert diagnostic.span is not None and diagnostic.span.position[0] == line


def test_types_are_written_as_in_python() -> None:
    assert type_reference("str") == of("", "str")
    assert type_reference("a.b.C") == of("a.b", "C")
    assert type_reference("tuple[int, ...]") == of("", "tuple", of("", "int"), of("", "..."))
