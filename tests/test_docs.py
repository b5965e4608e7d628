"""What the pages in docs/ say can be done."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from codegen.cli.group import commands
from codegen.config import sqlc_options
from codegen.config.settings import SETTINGS
from codegen.plan.options import MODEL_KINDS
from tests.support.cli import ROOT, copy_project

DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))


def read(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_have_the_options_that_are_shown(page: Path) -> None:
    shown = re.findall(r"codegen ([a-z]+)((?: --?[a-z-]+)*)", page.read_text(encoding="utf-8"))
    for command, options in shown:
        if command not in commands.list_commands(None):  # type: ignore[arg-type]
            continue
        help = CliRunner().invoke(commands, [command, "--help"]).output
        for option in options.split():
            assert re.search(rf"{option}\b", help), f"codegen {command} {option}"


def test_every_command_is_listed() -> None:
    listed = set(re.findall(r"^\| `codegen (\w+)", read("command-line.md"), re.MULTILINE))
    assert set(commands.list_commands(None)) <= listed  # type: ignore[arg-type]


def test_every_kind_of_model_is_listed() -> None:
    assert tuple(re.findall(r'^\| `"(\w+)"` \|', read("package.md"), re.MULTILINE)) == MODEL_KINDS


@pytest.mark.parametrize("key", SETTINGS)
def test_every_setting_is_told(key: str) -> None:
    assert any(
        re.search(rf"\b{key} = |`{key}`|[.\[]{key}\]", page.read_text("utf-8")) for page in PAGES
    )


def test_what_is_taken_over_from_sqlc_is_told() -> None:
    page = read("from-sqlc.md")
    assert all(f"`{key}`" in page for key in (*sqlc_options.MAPPED - {"rename"}, "skip_invalid"))


def test_the_library_is_used_as_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", read("integrations.md"), re.DOTALL)
    monkeypatch.chdir(copy_project(tmp_path))
    exec(code, {})
    assert (tmp_path / "generated" / "chats.py").exists()


def test_hooks_that_are_shown_exist() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    for shown in re.findall(r"- id: (\S+)", read("integrations.md")):
        assert shown in {hook["id"] for hook in hooks}
