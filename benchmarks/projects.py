"""Projects that both generators can read: one folder with a sqlc.yaml, and edits to its files."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import yaml

from benchmarks.corpus import write_corpus
from codegen.config import read_configs
from codegen.diagnostics import Severity
from codegen.pipeline import analyse_project, generate_package, query_sources
from codegen.schema import sources_of

CONFIG = "sqlc.yaml"
#: Where the generators write, below the project's folder.
OURS, PEERS = "generated_python", "generated_go"

_ANNOTATION = re.compile(r"^-- name: \w+ :\w+", re.MULTILINE)
_TABLE = re.compile(r"^CREATE TABLE (?:IF NOT EXISTS )?([\w\".]+)", re.MULTILINE | re.IGNORECASE)
_FIRST_WORD = re.compile(r"^(?:SELECT|UPDATE|INSERT|DELETE)\b", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with its files as they were; ``queries`` and ``tables`` count what is in them."""

    folder: Path
    query_files: tuple[Path, ...]
    schema_files: tuple[Path, ...]
    queries: int
    tables: int

    def edit_query(self, number: int) -> None:
        """Changes the text of a query in the middle of the project's files."""
        path = self.query_files[len(self.query_files) // 2]
        text = _unedited(path.read_text(encoding="utf-8"))
        found = list(_FIRST_WORD.finditer(text))
        end = found[len(found) // 2].end()
        path.write_text(f"{text[:end]} /* edit {number} */{text[end:]}", encoding="utf-8")

    def edit_column(self, number: int) -> None:
        """Changes a column of the table that the middle one of the queries is about."""
        path = self.schema_files[-1]
        text = path.read_text(encoding="utf-8").partition("\n-- edit\n")[0]
        edit = f"ALTER TABLE {self._table()} ADD COLUMN edit_{number} text;\n"
        path.write_text(f"{text}\n-- edit\n{edit}", encoding="utf-8")

    def _table(self) -> str:
        """A table that as many queries name as half of all tables are named by, or fewer."""
        tables: list[str] = [
            name for path in self.schema_files for name in _TABLE.findall(_text(path))
        ]
        words = Counter(word for path in self.query_files for word in _words(_text(path)))
        used: list[tuple[int, str]] = sorted(
            (words[name.strip('"')], name) for name in tables if words[name.strip('"')]
        )
        return used[len(used) // 2][1]


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _unedited(text: str) -> str:
    return re.sub(r" /\* edit \d+ \*/", "", text)


def generated(folder: Path, queries: int, tables: int) -> Project:
    """A project of this size, out of the living example."""
    write_corpus(folder, queries, tables)
    block = {
        "engine": "postgresql",
        "schema": "schema.sql",
        "queries": "queries",
        "gen": {"go": {"package": "corpus", "sql_package": "pgx/v5", "out": PEERS}},
    }
    _write_config(folder, [block])
    return _project(folder)


def copied(folder: Path, config: Path) -> Project:
    """A copy of the SQL of a project with a sqlc configuration."""
    document = cast("dict[str, Any]", yaml.safe_load(_text(config)))
    given = [one for one in document["sql"] if one.get("engine") == "postgresql"]
    blocks: list[dict[str, Any]] = []
    for number, (block, found) in enumerate(zip(given, read_configs(config), strict=True)):
        go = block.get("gen", {}).get("go", {"package": "copied", "sql_package": "pgx/v5"})
        schema = [Path(one.path) for path in found.schema for one in sources_of(path)]
        queries = [Path(one.path) for path in found.queries for one in query_sources(path)]
        blocks.append(
            {
                "engine": "postgresql",
                "schema": _copies(folder, f"schema_{number}", schema),
                "queries": _copies(folder, f"queries_{number}", queries),
                "gen": {"go": {**go, "out": PEERS if len(given) == 1 else f"{PEERS}/{number}"}},
            }
        )
    _write_config(folder, blocks)
    _without_rejected(folder)
    return _project(folder)


def _without_rejected(folder: Path) -> None:
    """Takes away the queries that codegen refuses, so that both generators do the same work."""
    for config in read_configs(folder / CONFIG):
        package = generate_package(analyse_project(config))
        wrong = {one.query for one in package.diagnostics if one.severity is Severity.ERROR}
        if wrong:
            print(f"left out, for codegen refuses them: {', '.join(sorted(map(str, wrong)))}")
        for path in (Path(one.path) for given in config.queries for one in query_sources(given)):
            path.write_text(_without(_text(path), wrong), encoding="utf-8")


def _without(text: str, names: set[str | None]) -> str:
    starts = [found.start() for found in _ANNOTATION.finditer(text)]
    blocks = [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    kept = [one for one in blocks if one.split(maxsplit=3)[2] not in names]
    return "".join([text[: starts[0] if starts else len(text)], *kept])


def _copies(folder: Path, name: str, files: list[Path]) -> list[str]:
    copies: list[str] = []
    for number, file in enumerate(dict.fromkeys(files)):
        copy = Path(name) / f"{number:03}" / file.name
        (folder / copy).parent.mkdir(parents=True)
        shutil.copyfile(file, folder / copy)
        copies.append(str(copy))
    return copies


def _write_config(folder: Path, blocks: list[dict[str, Any]]) -> None:
    text = yaml.safe_dump({"version": "2", "sql": blocks}, sort_keys=False)
    (folder / CONFIG).write_text(text, encoding="utf-8")


def _project(folder: Path) -> Project:
    configs = read_configs(folder / CONFIG)
    queries = [Path(one.path) for c in configs for path in c.queries for one in query_sources(path)]
    schema = [Path(one.path) for c in configs for path in c.schema for one in sources_of(path)]
    return Project(
        folder=folder,
        query_files=tuple(path.absolute() for path in queries),
        schema_files=tuple(path.absolute() for path in schema),
        queries=sum(len(_ANNOTATION.findall(_text(path))) for path in queries),
        tables=sum(len(_TABLE.findall(_text(path))) for path in schema),
    )
