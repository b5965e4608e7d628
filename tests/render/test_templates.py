"""The user's own templates: block by block, and what is told of mistakes in them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from codegen.config import Config
from codegen.diagnostics import Diagnostic
from codegen.pipeline import analyse_project, generate_package
from codegen.plan.options import Options

SCHEMA = "CREATE TABLE chats (id bigint PRIMARY KEY, title text NOT NULL);\n"
QUERIES = "-- name: ListChats :many\nSELECT * FROM chats;\n"


def package(folder: Path, **templates: str) -> tuple[dict[str, str] | None, tuple[Diagnostic, ...]]:
    (folder / "ours").mkdir()
    for name, text in templates.items():
        (folder / "ours" / f"{name}.py.jinja").write_text(text)
    (folder / "schema.sql").write_text(SCHEMA)
    (folder / "q.sql").write_text(QUERIES)
    config = Config(schema=(str(folder / "schema.sql"),), queries=(str(folder / "q.sql"),))
    options = Options(templates=str(folder / "ours"), queries_class=True, query_info=True)
    found = generate_package(analyse_project(config), options)
    return found.files, found.diagnostics


def test_a_block_is_replaced_and_the_rest_stays(tmp_path: Path) -> None:
    files, diagnostics = package(
        tmp_path,
        **{
            "class": """\
{% extends "codegen/class.py.jinja" %}
{% block extra %}

    def label(self) -> str:
        return "{{ class.name }} with {{ class.fields | length }}"
{% endblock %}
""",
            "functions": '''\
{% extends "codegen/functions.py.jinja" %}
{% block docstring %}
"""Ours: {{ source }}."""
{% endblock %}
{% block function %}
{{ super() }}
    # {{ function.name }}
{% endblock %}
''',
        },
    )
    assert diagnostics == () and files is not None
    assert """\
class Chat:
    id: int
    title: str

    def label(self) -> str:
        return "Chat with 2"
""" in files["models.py"]
    assert '"""Ours: q.sql."""' in files["q.py"] and "# list_chats" in files["aio/q.py"]


def test_no_template_is_as_without_a_folder(tmp_path: Path) -> None:
    files, diagnostics = package(tmp_path)
    config = Config(schema=(str(tmp_path / "schema.sql"),), queries=(str(tmp_path / "q.sql"),))
    options = Options(queries_class=True, query_info=True)
    assert (files, diagnostics) == (
        generate_package(analyse_project(config), options).files,
        (),
    )


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("\n{% if %}\n", "TemplateSyntaxError: Expected an expression", 2),
        ("\n\n{{ nothing }}\n", "UndefinedError: 'nothing' is undefined", 3),
        ("{{ plan.nothing }}\n", "UndefinedError: ", 1),
        ("{{ 1 / 0 }}\n", "ZeroDivisionError: division by zero", 1),
        ("a\n{{ plan.__class__.__mro__ }}\n", "SecurityError: ", 2),
        ("{{ plan.methods.append(1) }}\n", "UndefinedError: ", 1),
        ("{% include 'gone' %}\n", "TemplateNotFound: ", 1),
        ("{% include '../secret' %}\n", "TemplateNotFound: ", 1),
        ("{% for i in range(10000000) %}{% endfor %}\n", "OverflowError: ", 1),
    ],
)
def test_mistakes(tmp_path: Path, text: str, message: str, line: int) -> None:
    (tmp_path / "secret").write_text("secret")
    files, (found,) = package(tmp_path, queries_class=text)
    assert files is None
    assert found.code == "template-invalid" and found.message.startswith(message)
    assert found.span is not None and found.span.position[0] == line
    assert found.span.source.path.endswith(f"ours{os.sep}queries_class.py.jinja")


def test_what_is_no_python(tmp_path: Path) -> None:
    files, (found,) = package(tmp_path, query_info="def f(:\n")
    assert files is None
    assert found.message.startswith("with these templates, query_info.py would not be Python")


def test_a_template_that_nothing_uses(tmp_path: Path) -> None:
    files, (found,) = package(
        tmp_path,
        clas="x",
        helper="{% macro x() %}{% endmacro %}",
        init="{% import 'helper.py.jinja' as h %}\n{% extends 'codegen/init.py.jinja' %}",
    )
    assert files is not None
    assert found.severity == "warning"
    assert found.message.endswith("clas.py.jinja goes before no template of codegen's")


def test_no_folder(tmp_path: Path) -> None:
    (tmp_path / "schema.sql").write_text(SCHEMA)
    (tmp_path / "q.sql").write_text(QUERIES)
    config = Config(schema=(str(tmp_path / "schema.sql"),), queries=(str(tmp_path / "q.sql"),))
    found = generate_package(analyse_project(config), Options(templates=str(tmp_path / "gone")))
    assert found.files is None
    assert [one.code for one in found.diagnostics] == ["file-unreadable"]
