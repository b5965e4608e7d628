"""Templates are compiled once for a user, in whatever project."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2.sandbox import ImmutableSandboxedEnvironment

from codegen.render.compiled import Compiled
from codegen.render.templates import environment

TEMPLATE = "models.py.jinja"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def test_a_template_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first = Compiled()
    environment(None, first).get_template(TEMPLATE)
    first.keep()
    monkeypatch.setattr(ImmutableSandboxedEnvironment, "compile", None)
    environment(None, Compiled()).get_template(TEMPLATE)


def test_what_is_damaged_is_compiled_again(home: Path) -> None:
    first = Compiled()
    environment(None, first).get_template(TEMPLATE)
    first.keep()
    (file,) = home.rglob("templates-*")
    file.write_bytes(file.read_bytes()[:-1])
    again = Compiled()
    environment(None, again).get_template(TEMPLATE)


def test_another_template_of_the_name_is_another(tmp_path: Path) -> None:
    first = Compiled()
    environment(None, first).get_template(TEMPLATE)
    first.keep()
    (tmp_path / TEMPLATE).write_text("ours")
    assert environment(str(tmp_path), Compiled()).get_template(TEMPLATE).render() == "ours"
