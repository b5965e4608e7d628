"""Configurations as an earlier run has read them, where their files are as they were."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import cast

from codegen.cache import digests, objects, store
from codegen.config import Config, read_configs
from codegen.config.paths import read_source
from codegen.diagnostics import CodegenError
from codegen.source import Source


def read_kept(path: Path, *, written: bool = True) -> tuple[Config, ...]:
    """As :func:`codegen.config.read_configs`, without the library that reads such a file where an
    earlier run has kept what it says; ``written`` says whether this run may."""
    try:
        source = read_source(path)
    except CodegenError:
        return read_configs(path)
    # All that reading depends on: paths in it are told relative to the working directory.
    place = str(Path.cwd()), str(path)
    key = digests.digest(digests.of_tool(), *place, source.text)
    folder, name = str(path.parent), f"config-{digests.digest(*place).hex()}"
    kept = store.read(folder, name)
    if isinstance(kept, tuple) and kept[:1] == (key,):
        with suppress(*objects.BROKEN):
            return _loaded(source, cast("tuple[bytes, bytes]", kept)[1])
    configs = read_configs(path)
    if written and read_source(path).text == source.text:
        with suppress(*objects.BROKEN):
            store.write(folder, name, (key, objects.dumps(configs, {Source: _path})))
    return configs


def _loaded(source: Source, content: bytes) -> tuple[Config, ...]:
    known: dict[object, Source] = {source.path: source}
    found: tuple[Config, ...] = objects.loads(content, known.__getitem__)
    return found


def _path(source: Source) -> str:
    return source.path
