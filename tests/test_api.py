"""The library: what the command line does, for programs."""

from __future__ import annotations

from pathlib import Path

import pytest

import codegen
from codegen.api import CodegenError, Severity
from tests.support.cli import codegen as command
from tests.support.cli import contents, copy_project


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> codegen.Config:
    monkeypatch.chdir(copy_project(tmp_path))
    found = codegen.find_config(tmp_path)
    assert found is not None
    (config,) = codegen.read_configs(found)
    return config


def test_the_files_are_those_that_generate_writes(config: codegen.Config) -> None:
    before = contents(Path())
    compiled = codegen.compile(config)
    assert contents(Path()) == before
    assert (compiled.diagnostics, len(compiled.queries)) == ((), 33)
    assert command("generate", cwd=Path()).status == 0
    assert compiled.files == {
        path.relative_to("generated").as_posix(): path.read_text()
        for path in Path("generated").rglob("*")
        if path.is_file() and path.suffix in (".py", ".typed")
    }
    changes = compiled.write()
    assert (changes.written, changes.removed) == ((), ())
    assert compiled.write("elsewhere").written
    assert compiled.inspection["queries"][0]["name"] == compiled.queries[0].name


def test_mistakes_are_values(config: codegen.Config) -> None:
    Path("queries/bad.sql").write_text("-- name: Bad :one\nSELECT titel FROM chats;\n")
    compiled = codegen.compile(config)
    (diagnostic,) = compiled.diagnostics
    assert (diagnostic.code, diagnostic.severity) == ("undefined-column", Severity.ERROR)
    assert diagnostic.span is not None
    assert diagnostic.span.position == (2, 8)
    assert compiled.files is None
    assert len(compiled.queries) == 33
    with pytest.raises(ValueError, match="there are errors"):
        compiled.write()


def test_a_mistake_in_the_configuration_is_raised(tmp_path: Path) -> None:
    path = tmp_path / "codegen.toml"
    path.write_text("schem = 's.sql'\n")
    with pytest.raises(CodegenError) as caught:
        codegen.read_configs(path)
    assert caught.value.diagnostic.help is not None
    assert "Did you mean schema?" in caught.value.diagnostic.help


def test_nothing_else_is_to_be_had() -> None:
    assert all(hasattr(codegen, name) for name in codegen.__all__)
    assert not hasattr(codegen, "nothing")
