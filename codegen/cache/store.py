"""The files of the cache: plain data, signed with a key of the user's own."""

from __future__ import annotations

import hashlib
import hmac
import marshal
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress

FOLDER = ".codegen-cache"
#: marshal differs from version to version.
_PYTHON = str(sys.implementation.cache_tag)
_KEY_SIZE = 32
#: For how long files are kept that no run writes.
_DAYS = 30
_IGNORE_ALL = "# Made by codegen; can be deleted at any time.\n*\n"

#: None, numbers, texts and bytes, and tuples, lists and dicts of them.
Plain = object


def read(folder: str, name: str) -> Plain:
    """What was written under this name; None if there is nothing, or nothing of this user's."""
    try:
        with open(_path(folder, name), "rb") as file:
            signature, content = file.read(_KEY_SIZE), file.read()
        key = _key(lambda: None)
        if key is None or not hmac.compare_digest(signature, _signature(key, name, content)):
            return None
        found: Plain = marshal.loads(content)
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return found


def write(folder: str, name: str, value: Plain) -> None:
    """Keeps a value under a name, in place of another; does nothing where that can't be."""
    key = _key(lambda: os.urandom(_KEY_SIZE))
    if key is None:
        return
    content = marshal.dumps(value)  # type: ignore[arg-type]
    path = _path(folder, name)
    unfinished = f"{path}.{os.getpid()}"
    try:
        _make(os.path.dirname(path))
        with open(unfinished, "wb") as file:
            file.write(_signature(key, name, content) + content)
        os.replace(unfinished, path)
        _forget_old(os.path.dirname(path))
    except OSError:
        with suppress(OSError):
            os.unlink(unfinished)


def home() -> str:
    """The folder for what is the user's and no project's."""
    place = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(place):
        place = os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(place, "pgcodegen")


def _path(folder: str, name: str) -> str:
    return os.path.join(folder, FOLDER, f"{name}.{_PYTHON}")


def _make(folder: str) -> None:
    """The folder, with a .gitignore that hides all of it."""
    if not os.path.isdir(folder):
        os.mkdir(folder)
        with open(os.path.join(folder, ".gitignore"), "w", encoding="utf-8") as file:
            file.write(_IGNORE_ALL)


def _forget_old(folder: str) -> None:
    """Removes what no run has written for long: what configurations of the past left behind."""
    oldest = time.time() - _DAYS * 24 * 60 * 60
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name != ".gitignore" and entry.stat().st_mtime < oldest:
                os.unlink(entry.path)


def _signature(key: bytes, name: str, content: bytes) -> bytes:
    return hashlib.blake2b(name.encode() + b"\0" + content, digest_size=_KEY_SIZE, key=key).digest()


def _key(make: Callable[[], bytes | None]) -> bytes | None:
    """The user's key, which is made at the first use; None where none can be kept.

    A cache that came with somebody else's files is signed with another one.
    """
    path = os.path.join(home(), "key")
    with suppress(OSError):
        with suppress(FileNotFoundError), open(path, "rb") as file:
            return _whole(file.read())
        made = make()
        if made is not None:
            os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
            with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(made)
            return made
    return None


def _whole(key: bytes) -> bytes | None:
    return key if len(key) == _KEY_SIZE else None
