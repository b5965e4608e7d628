"""Damaged query files, schemas and configurations: each is told of, and none trips us."""

from __future__ import annotations

import random
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from codegen.config import Config, read_configs
from codegen.diagnostics import CodegenError, Diagnostic
from codegen.pipeline import analyse_project, generate_package
from codegen.report import render

ROOT = Path(__file__).parent.parent.parent
#: No file of some hundred lines may take longer.
_SECONDS = 120
_PIECES = [
    *"'\"\\`$@;:,.()[]{}<>=*-+/%&|~#!?\n\t\r\0 ",
    *"é 😀 \u202e \ufeff -- /* */ $$ $a$ E' U&\" :: @> -> sqlc.narg( sqlc.embed( @x $1".split(),
    *"$99999 select null".split(),
    *"-- name: X :one\n|-- name:|:many|create table|as|1e999|0x|'';".split("|"),
]
_TOML = """\
[tool.codegen]
schema = ["schema.sql", "migrations"]
queries = "queries/*.sql"
out = "db"
"""
_YAML = """\
version: "2"
sql:
  - engine: postgresql
    schema: schema.sql
    queries: [queries]
    gen: {go: {package: db, out: db}}
    codegen:
      - {out: db, plugin: py, options: {package: db}}
"""


class Hang(Exception):
    """A file took longer than any may."""


@contextmanager
def limited(seconds: int = _SECONDS) -> Iterator[None]:
    """Raises :class:`Hang` in what takes longer."""

    def stop(_: int, __: FrameType | None) -> None:
        raise Hang

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def damaged(text: str, other: str, rng: random.Random) -> str:
    """The text with some damage."""
    for _ in range(rng.choice((1, 1, 2, 5, 20))):
        at, until = sorted(rng.randint(0, len(text)) for _ in range(2))
        until = min(until, at + rng.choice((0, 1, 3, 40)))
        start = rng.randint(0, len(other))
        pieces = [rng.choice(_PIECES), other[start : start + rng.choice((1, 8, 60))], ""]
        text = text[:at] + rng.choice(pieces) + text[until:]
    return text[: rng.randint(0, len(text))] if rng.random() < 0.05 else text


def survives(schema: str, queries: str) -> list[str]:
    """What went wrong of itself with the files: nothing, however wrong they are."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "schema.sql").write_text(schema, errors="surrogateescape", newline="")
        (folder / "queries.sql").write_text(queries, errors="surrogateescape", newline="")
        paths = (str(folder / "schema.sql"),), (str(folder / "queries.sql"),)
        return _tripped(Config(schema=paths[0], queries=paths[1]))


def _tripped(config: Config) -> list[str]:
    try:
        with limited():
            package = generate_package(analyse_project(config))
            for diagnostic in package.diagnostics:
                render([diagnostic])
    except Exception as caught:
        return [repr(caught)]
    return [one.message for one in package.diagnostics if one.code == "internal-error"]


def reads(name: str, text: str) -> Diagnostic | None:
    """The diagnostic of a configuration file, if it has a mistake; other errors are raised."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, newline="")
        try:
            with limited():
                read_configs(path)
        except CodegenError as caught:
            render([caught.diagnostic])
            return caught.diagnostic
    return None


def broken(seed: int, count: int) -> list[str]:
    """What tripped over damaged files: the input, and what was raised."""
    rng = random.Random(seed)
    paths = (ROOT / "schema.sql", ROOT / "tests" / "inference" / "schema.sql")
    schemas = [path.read_text() for path in paths]
    queries = (ROOT / "queries" / "chats.sql").read_text()
    # A part of the file is enough, and quicker.
    parts = ["-- name:" + part for part in queries.split("-- name:")[1:]]
    found: list[str] = []
    for number in range(count):
        schema, text = rng.choice(schemas), "".join(rng.sample(parts, 3))
        if number % 3 == 0:
            schema = damaged(schema, queries, rng)
        else:
            text = damaged(text, rng.choice(schemas), rng)
        found += [f"{one}\n{schema}\n{text}" for one in survives(schema, text)]
        name, config = rng.choice([("pyproject.toml", _TOML), ("sqlc.yaml", _YAML)])
        config = damaged(config, queries, rng)
        try:
            reads(name, config)
        except Exception as caught:
            found.append(f"{caught!r}\n{config}")
    return found
