"""The configuration, and what is told about mistakes in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.config import Config, find_config, read_configs
from codegen.config.settings import SETTINGS
from codegen.diagnostics import CodegenError

KNOWN = ", ".join(["schema", "queries", "out", *SETTINGS, "packages"])


def write(folder: Path, text: str) -> Path:
    path = folder / "pyproject.toml"
    path.write_text(text)
    return path


def test_paths_are_relative_to_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(
        tmp_path, '[tool.codegen]\nschema = ["a.sql", "b"]\nqueries = "q/*.sql"\nout = "out"\n'
    )
    (tmp_path / "deep").mkdir()
    monkeypatch.chdir(tmp_path)
    assert read_configs(path) == (
        Config(schema=("a.sql", "b"), queries=("q/*.sql",), out="out", path="pyproject.toml"),
    )
    monkeypatch.chdir(tmp_path / "deep")
    assert read_configs(path)[0].out == str(tmp_path / "out")


def test_the_nearest_file_with_a_table_is_found(tmp_path: Path) -> None:
    path = write(tmp_path, "[tool.codegen]\nschema = 'a'\n")
    nested = tmp_path / "a" / "b"
    nested.mkdir(parents=True)
    write(tmp_path / "a", "[tool.other]\n")
    assert find_config(nested) == path


@pytest.mark.parametrize(
    ("text", "message", "help", "place"),
    [
        ("[tool.codegen]\nschem = 'x'\n", "unknown key schem", "Did you mean schema?", (2, 1)),
        ("[tool.codegen]\nxyz = 'x'\n", "unknown key xyz", f"The keys are {KNOWN}.", (2, 1)),
        ("[tool.codegen]\nout = 3\n", "out has to be a path", 'Write out = "…".', (2, 7)),
        (
            "[tool.codegen]\nqueries = [1]\n",
            "queries has to be a path or a list of paths",
            "Each path is a text in quotes.",
            (2, 12),
        ),
        ("[project]\nname = 'x'\n", "pyproject.toml has no table [tool.codegen]", None, None),
        ("[tool.codegen]\nschema = \n", "this is not TOML", None, (2, 10)),
    ],
)
def test_mistakes(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    message: str,
    help: str | None,
    place: tuple[int, int] | None,
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CodegenError) as caught:
        read_configs(write(tmp_path, text))
    diagnostic = caught.value.diagnostic
    assert diagnostic.code == "config-invalid"
    assert diagnostic.message.startswith(message)
    if help is not None:
        assert diagnostic.help == help
    assert (diagnostic.span.position if diagnostic.span else None) == place


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CodegenError) as caught:
        read_configs(tmp_path / "nowhere.toml")
    assert caught.value.diagnostic.code == "file-unreadable"
