"""Generated packages are clean by every tool, as they are generated, and can be imported."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from codegen.plan.options import MODEL_KINDS, Options, Override, reference, type_reference
from codegen.plan.planner import plan_package
from codegen.render.marks import MARK
from codegen.render.package import render
from tests.render.hostile import hostile_catalog, hostile_queries

BIN = Path(sys.executable).parent
#: Types of the user's own, with names that clash with others.
OURS = f'''{MARK}
from datetime import datetime as moment
from typing import Any, NewType

UserId = NewType("UserId", int)


class Decimal:
    """Has the name of another class."""

    def __init__(self, value: object) -> None:
        self.value = value


def value(given: Decimal) -> str:
    return str(given.value)


def conn(given: Any) -> dict[str, Any]:
    return dict(given)


def as_moment(given: moment) -> moment:
    return given
'''
#: The class is what its protocol says, in both flavours.
USES = f"""{MARK}
from typing import Any

from psycopg import AsyncConnection, Connection

from .everything import Queries, QueriesProtocol, aio
from .everything.query_info import QueryInfo, info_of


def queries(conn: Connection[Any]) -> QueriesProtocol:
    return Queries(conn)


def aio_queries(conn: AsyncConnection[Any]) -> aio.QueriesProtocol:
    return aio.Queries(conn)


def info() -> QueryInfo:
    return info_of(Queries.get_event)
"""
EVERYTHING = Options(
    queries_class=True,
    protocol=True,
    query_info=True,
    name_comments=True,
    exact_table_names=True,
    overrides=tuple(
        Override(
            key=key,
            type=type_reference(type_),
            decode=reference(decode) if decode else None,
            encode=reference(encode) if encode else None,
        )
        for key, type_, decode, encode in (
            ("users.id", "hostile.ours.UserId", "", ""),
            ("text", "hostile.ours.Decimal", "hostile.ours.Decimal", "hostile.ours.value"),
            ("jsonb", "dict[str, typing.Any]", "hostile.ours.conn", ""),
            ("timestamptz", "datetime.datetime", "hostile.ours.as_moment", ""),
            ("chat_status", "str", "str", ""),
        )
    ),
)
#: Flavours differ in few words, so that two kinds of classes have both.
PACKAGES = {
    "dataclass": Options(),
    "frozen": Options(models="frozen", flavours="sync"),
    "namedtuple": Options(models="namedtuple", flavours="async"),
    "attrs": Options(models="attrs", flavours="sync"),
    "msgspec": Options(models="msgspec", flavours="async"),
    "pydantic": Options(models="pydantic", flavours="sync"),
    "everything": EVERYTHING,
}
RULES = "E,W,F,I,UP,B,C4,SIM,PTH,RET,RUF"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package ``hostile``: one for each kind of models, one with all options."""
    folder = tmp_path_factory.mktemp("package")
    catalog = hostile_catalog()
    queries = hostile_queries(catalog)
    (folder / "hostile").mkdir()
    (folder / "hostile" / "__init__.py").write_text(f"{MARK}\n")
    (folder / "hostile" / "ours.py").write_text(OURS)
    (folder / "hostile" / "uses.py").write_text(USES)
    for name, options in PACKAGES.items():
        plan, diagnostics = plan_package(queries, catalog, options)
        assert diagnostics == []
        for path, text in render(plan).items():
            target = folder / "hostile" / name / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text)
    return folder


def run(folder: Path, *command: str) -> None:
    environment = {**os.environ, "XDG_RUNTIME_DIR": "/tmp"}
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, env=environment, check=False
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-3000:]


def test_every_kind_of_model_has_a_package() -> None:
    assert {options.models for options in PACKAGES.values()} == set(MODEL_KINDS)


def test_every_file_has_the_mark(folder: Path) -> None:
    for path in (folder / "hostile").rglob("*"):
        if path.is_file():
            assert path.read_text().startswith(MARK)


@pytest.mark.parametrize("width", [88, 100, 120])
def test_ruff_formats_nothing(folder: Path, width: int) -> None:
    command = ["format", "--isolated", "--no-cache", "--diff", "--line-length", str(width)]
    run(folder, str(BIN / "ruff"), *command, "hostile")


@pytest.mark.parametrize("width", [88, 100, 120])
def test_ruff_finds_nothing(folder: Path, width: int) -> None:
    command = ["check", "--isolated", "--no-cache", "--target-version", "py311", "--select", RULES]
    ambiguous = ["--ignore", "RUF001,RUF002,RUF003"]
    run(folder, str(BIN / "ruff"), *command, *ambiguous, "--line-length", str(width), "hostile")


def test_mypy_finds_nothing(folder: Path) -> None:
    run(folder, sys.executable, "-m", "mypy", "--strict", "--cache-dir", ".mypy", "hostile")


def test_pyright_finds_nothing(folder: Path) -> None:
    settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    run(folder, str(BIN / "pyright"), "--pythonpath", sys.executable, "hostile")


def test_it_can_be_imported(folder: Path) -> None:
    modules = [
        f"hostile.{name}.{module}"
        for name, options in PACKAGES.items()
        for module, there in (("things", options.has_sync), ("aio.things", options.has_async))
        if there
    ]
    modules.append("hostile.uses")
    run(folder, sys.executable, "-W", "error", "-c", f"import {', '.join(modules)}")
