"""Public projects that keep queries in sqlc's form, and what their configuration names."""

from __future__ import annotations

import io
import json
import subprocess
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from glob import glob
from pathlib import Path
from typing import Any

#: The projects, with the pattern of the configuration files that are read.
PROJECTS: dict[str, tuple[str, ...]] = {
    "hatchet-dev/hatchet": ("pkg/repository/sqlcv1/sqlc.yaml",),
    "riverqueue/river": ("riverdriver/riverpgxv5/internal/dbsqlc/sqlc.yaml",),
    "mindersec/minder": ("sqlc.yaml",),
    "lightningnetwork/lnd": ("sqlc.yaml",),
    "xmtp/xmtpd": ("sqlc.yaml",),
    "nais/api": (".configs/sqlc.yaml",),
    "woogles-io/liwords": ("sqlc.yaml",),
    "nucleuscloud/neosync": ("sqlc.yaml",),
    "vxcontrol/pentagi": ("backend/sqlc/sqlc.yml",),
    "ssoready/ssoready": ("sqlc/sqlc.yaml",),
    "shutter-network/rolling-shutter": ("rolling-shutter/*/sqlc.yaml",),
    "kubeshop/testkube": ("sqlc.yaml",),
    "inngest/inngest": ("sqlc.yaml",),
    "techschool/simplebank": ("sqlc.yaml",),
    "sqlc-dev/sqlc": (
        "internal/endtoend/testdata/*/sqlc.json",
        "internal/endtoend/testdata/*/sqlc.yaml",
        "examples/*/sqlc.json",
        "examples/*/sqlc.yaml",
    ),
}
#: What a project itself replaces in its schema before PostgreSQL gets to see it.
_FROM_SQLITE = (("INTEGER PRIMARY KEY", "BIGSERIAL PRIMARY KEY"), ("BLOB", "BYTEA"))
REPLACEMENTS: dict[str, tuple[tuple[str, str], ...]] = {
    "lightningnetwork/lnd": _FROM_SQLITE,
    "lightninglabs/taproot-assets": _FROM_SQLITE,
    "lightninglabs/lightning-terminal": _FROM_SQLITE,
}
ANYWHERE = ("*sqlc.yaml", "*sqlc.yml", "*sqlc.json")
_CONFIGURATIONS = frozenset({"sqlc.yaml", "sqlc.yml", "sqlc.json"})


@dataclass(frozen=True, slots=True)
class Package:
    """The schema and the query files that belong together, as paths of an unpacked project."""

    config: str
    schema: tuple[Path, ...]
    queries: tuple[Path, ...]


def unpack(mirror: Path, project: str, into: Path) -> None:
    """Writes the SQL and configuration files of a project's newest commit to a folder."""
    names = (project.replace("/", "+") + "/repo", project, project + ".git", Path(project).name)
    found = next((mirror / name for name in names if (mirror / name).is_dir()), None)
    if found is None:
        raise FileNotFoundError(f"{mirror} has no {project}")
    git = ["git", "-C", str(found)]
    listed = subprocess.run(
        [*git, "ls-tree", "-r", "--name-only", "-z", "HEAD"], check=True, capture_output=True
    )
    paths = [path for path in listed.stdout.decode().split("\0") if _is_wanted(path)]
    for start in range(0, len(paths), 500):
        batch = [f":(literal){path}" for path in paths[start : start + 500]]
        archive = subprocess.run(
            [*git, "archive", "HEAD", "--", *batch], check=True, capture_output=True
        )
        with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as files:
            files.extractall(into, filter="data")


def _is_wanted(path: str) -> bool:
    return path.endswith(".sql") or path.rpartition("/")[2] in _CONFIGURATIONS


def packages(root: Path, project: str) -> Iterator[Package]:
    """The PostgreSQL packages of an unpacked project."""
    patterns = PROJECTS.get(project, ANYWHERE)
    for config in sorted(root.rglob("sqlc.*")):
        path = config.relative_to(root).as_posix()
        if any(fnmatchcase(path, pattern) for pattern in patterns):
            yield from _configured(config, path)


def _configured(config: Path, path: str) -> Iterator[Package]:
    try:
        settings = _read(config)
    except ValueError:
        return
    entries = settings.get("sql") or settings.get("packages") or []
    for entry in entries:
        if entry.get("engine", "postgresql") != "postgresql":
            continue
        queries = tuple(_found(config.parent, entry.get("queries")))
        schema = tuple(config.parent / one for one in _listed(entry.get("schema")))
        if queries:
            yield Package(path, tuple(one for one in schema if _exists(one)), queries)


def _read(config: Path) -> dict[str, Any]:
    text = config.read_text("utf-8")
    if config.suffix == ".json":
        settings = json.loads(text)
    else:
        import yaml

        settings = yaml.safe_load(text)
    return settings if isinstance(settings, dict) else {}


def _listed(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


def _exists(path: Path) -> bool:
    return bool(glob(str(path), recursive=True))  # noqa: PTH207 - Path.glob takes no ".."


def _found(folder: Path, value: str | list[str] | None) -> Iterator[Path]:
    """The query files that a setting names: files, folders or patterns."""
    for name in _listed(value):
        found = glob(str(folder / name), recursive=True)  # noqa: PTH207
        for path in sorted(map(Path, found)):
            yield from sorted(path.glob("*.sql")) if path.is_dir() else [path]
