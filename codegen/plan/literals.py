"""Texts as Python source: string literals and docstrings that ruff leaves as they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: All that may have to be escaped.
_UNUSUAL = re.compile(r"[^ -\[\]-~]")
_SHORT = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPES = {"\\": "\\\\", "\r": "\\r", "\t": "\t", "\n": "\n"}


def string_literal(text: str) -> str:
    """A short text in double quotes, in single ones if that saves escapes (as ruff prefers)."""
    escaped = _UNUSUAL.sub(lambda found: _SHORT.get(found[0]) or _printable(found[0]), text)
    if '"' in escaped and "'" not in escaped:
        return f"'{escaped}'"
    return '"' + escaped.replace('"', '\\"') + '"'


def words(text: str) -> str:
    """A text that can stand inside a one-line docstring whatever is in it."""
    return "".join(char if char.isprintable() and char not in '\\"' else "_" for char in text)


def block_literal(text: str) -> str:
    """A text in triple quotes that begins on a line of its own, readable as it is."""
    escaped = _escaped(text)
    if escaped.endswith('"'):
        escaped = escaped[:-1] + '\\"'
    return f'"""\\\n{escaped}"""'


def docstring(lines: Sequence[str], indent: int = 4) -> str | None:
    """A docstring of these lines, without the indentation of the first; None if they are empty."""
    kept = [_escaped(line.expandtabs()).rstrip() for line in lines]
    while kept and not kept[-1]:
        kept.pop()
    while kept and not kept[0]:
        del kept[0]
    if not kept:
        return None
    margin = min(len(line) - len(line.lstrip()) for line in kept if line)
    kept = [line[margin:] for line in kept]
    first = kept[0].lstrip()
    first = f" {first}" if first.startswith('"') else first
    last = kept[-1]
    if len(kept) == 1 and not last.endswith('"'):
        return f'"""{first}"""'
    body = [first, *kept[1:]]
    spaces = " " * indent
    return "\n".join(
        ['"""' + body[0], *(spaces + line if line else "" for line in body[1:]), spaces + '"""']
    )


def _escaped(text: str) -> str:
    escaped = _UNUSUAL.sub(lambda found: _ESCAPES.get(found[0]) or _printable(found[0]), text)
    return escaped.replace('"""', '\\"\\"\\"')


def _printable(char: str) -> str:
    """The character, or its escape if it can't be seen or would change the text's direction."""
    if char.isprintable() or char == "\n":
        return char
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
