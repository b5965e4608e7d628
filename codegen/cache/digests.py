"""Digests of files as they are now: of inputs, of outputs, and of codegen itself."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache

from codegen import __version__

_SIZE = 16
#: The folder of codegen's modules.
CODEGEN = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
#: What shapes the result besides codegen's own modules.
_LIBRARIES = ("sqlglot", "jinja2", "yaml")


def digest(*parts: bytes | str) -> bytes:
    """One digest of several texts. Each counts with its length, so that no other texts give the
    same when they are put together."""
    found = hashlib.blake2b(digest_size=_SIZE)
    for part in parts:
        content = part.encode(errors="surrogatepass") if isinstance(part, str) else part
        found.update(len(content).to_bytes(8, "little"))
        found.update(content)
    return found.digest()


def of_file(path: str) -> bytes | None:
    """The digest of a file's content; None if it can't be read."""
    try:
        with open(path, "rb") as file:
            return digest(file.read())
    except OSError:
        return None


def of_output(path: str) -> bytes | None:
    """As of_file, with line ends as they are generated."""
    try:
        with open(path, "rb") as file:
            return digest(file.read().replace(b"\r\n", b"\n"))
    except OSError:
        return None


def of_input(path: str) -> bytes | None:
    """The digest of all that a path of the configuration stands for: a file, the SQL files of a
    folder, or both of all that a pattern matches; None if something of it can't be read."""
    parts: list[bytes] = []
    for file in _files(path):
        found = of_file(file)
        if found is None:
            return None
        parts += [file.encode(errors="surrogatepass"), found]
    return digest(*parts)


def _files(path: str) -> Iterable[str]:
    if os.path.isdir(path):
        return sorted(os.path.join(path, name) for name in os.listdir(path) if _is_sql(name))
    if os.path.exists(path):
        return [path]
    from glob import glob

    found = glob(path, recursive=True, include_hidden=True)
    return sorted({file for one in found if os.path.exists(one) for file in _files(one)})


def _is_sql(name: str) -> bool:
    return name.endswith((".sql", ".jinja"))


@cache
def of_tool() -> bytes:
    """The digest of what generates: the version of Python, and when codegen's modules and
    templates and the libraries under it were changed last."""
    parts = [__version__, sys.version, *_states(CODEGEN)]
    parts += _states(os.path.join(os.path.dirname(CODEGEN), "templates"))
    for name in _LIBRARIES:
        parts += [name, *_library(name)]
    return digest(*parts)


def _library(name: str) -> Iterator[str]:
    """The state of a library, found as it would be imported."""
    for folder in sys.path:
        path = os.path.join(folder, name, "__init__.py")
        if os.path.exists(path):
            return _state(path)
    from importlib.util import find_spec

    spec = find_spec(name)
    return _state(spec.origin) if spec and spec.origin else iter(())


def _states(folder: str) -> Iterator[str]:
    if not os.path.isdir(folder):
        return
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            yield from _state(os.path.join(place, name))


def _state(path: str) -> Iterator[str]:
    found = os.stat(path)
    yield f"{path} {found.st_size} {found.st_mtime_ns}"
