"""The catalogue of codes against the code base, and its examples against what is printed."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from codegen.cli.group import commands
from codegen.explanations import Files, codes, explanation
from codegen.vet.rules import RULES
from tests.gallery.run import inside, lay_out
from tests.support.cli import ROOT
from tests.support.codes_page import PAGE, page

#: Strings of this form that are no codes.
_OTHERS = {
    *("left-over", "wrong-kind", "utf-8", "utf-8-sig", "utf-16", "abc-def", "sqlc-plugin"),
    *("sqlc-vet-disable", "codegen-deep"),
}
_FORM = re.compile(r"[a-z]+(?:-[a-z]+)+")
#: What no small project can show: a server, the system, another program or a bug is needed.
WITHOUT_EXAMPLE = {
    "config-ignored": "tests/gallery/config_sqlc_key_ignored",
    "file-unwritable": "tests/strength",
    "internal-error": "a bug",
    "ignore-needless": "codegen vet",
    "package-outdated": "codegen check",
    "pull-failed": "pg_dump",
    "query-unplanned": "a server",
    "rule-invalid": "a server",
    "template-invalid": "templates of one's own",
    "type-alias": "a sqlc.yaml",
    "verify-falsified": "a server",
    "verify-mismatch": "a server",
    "verify-schema": "a server",
    "verify-unattacked": "a server",
    "verify-unavailable": "a server",
}
WITH_EXAMPLE = [code for code in codes() if code not in WITHOUT_EXAMPLE]


def _emitted() -> set[str]:
    """The strings in codegen/ that have a code's form, or are one."""
    found: set[str] = set()
    for path in (ROOT / "codegen").rglob("*.py"):
        if {"builtins", "extensions"} & set(path.parts):
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and (_FORM.fullmatch(text) or text in codes()):
                found.add(text)
    return found


def test_every_code_is_explained_and_every_explanation_is_of_a_code() -> None:
    rules = {rule.code for rule in RULES}
    assert _emitted() - _OTHERS - rules == set(codes())
    assert not rules & set(codes())


def _codes_of(files: Files, folder: Path) -> list[str]:
    lay_out(folder)
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    with inside(folder):
        done = CliRunner(catch_exceptions=False).invoke(commands, ["generate"])
    return re.findall(r"^(?:error|warning|note)\[(.*?)\]", done.output, re.MULTILINE)


@pytest.mark.parametrize("code", WITH_EXAMPLE)
def test_the_wrong_example_has_the_mistake_and_the_right_one_none(
    code: str, tmp_path: Path
) -> None:
    one = explanation(code)
    assert _codes_of(one.wrong, tmp_path / "wrong") == [code]
    assert _codes_of(one.right, tmp_path / "right") == []


@pytest.mark.parametrize("code", codes())
def test_the_prose_is_complete(code: str) -> None:
    one = explanation(code)
    assert one.summary.endswith(".")
    assert len(one.summary) < 100
    assert len(one.meaning) > 20
    assert bool(one.wrong) == bool(one.right) == (code in WITH_EXAMPLE)
    assert one.rule is None or one.rule[1].startswith("https://www.postgresql.org/docs/")


def test_the_page_is_made_of_the_catalogue() -> None:
    assert PAGE.read_text() == page(), "run `make docs`"


def _call(*arguments: str, **environment: str) -> tuple[int, str]:
    done = CliRunner(env={"COLUMNS": "80", **environment}).invoke(commands, arguments)
    return done.exit_code, done.output


def test_explain_prints_a_code() -> None:
    status, text = _call("explain", "ambiguous-column")
    assert status == 0
    assert text.startswith("ambiguous-column: A column's name fits more than one table.\n\n")
    assert "\nWrong (queries.sql):\n\n    -- name: Example :many\n    SELECT id\n" in text
    assert "https://www.postgresql.org/docs/18/sql-expressions.html" in text
    assert all(len(line) <= 80 for line in text.splitlines() if "http" not in line)


def test_explain_lists_all_codes() -> None:
    status, text = _call("explain")
    assert status == 0
    rules = [rule.code for rule in RULES]
    assert [line.split()[0] for line in text.splitlines()] == sorted([*codes(), *rules])


def test_explain_prints_a_rule_of_vet() -> None:
    status, text = _call("explain", "without-where")
    assert status == 0
    assert "DELETE FROM tasks WHERE done;" in text


def test_explain_asks_whether_another_code_is_meant() -> None:
    status, text = _call("explain", "undefined-colum")
    assert status == 2
    assert "there is no code undefined-colum. Did you mean undefined-column?" in text
    assert "lists all codes" in _call("explain", "xyz")[1]


def test_colour_only_adds_codes() -> None:
    plain, coloured = (
        _call("explain", "many-rows")[1],
        _call("explain", "many-rows", FORCE_COLOR="1")[1],
    )
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
