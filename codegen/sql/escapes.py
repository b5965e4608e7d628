"""What backslashes stand for in E'…', U&'…' and U&"…" (manual 4.1.2.2 and 4.1.2.3)."""

from __future__ import annotations

import re

_ESCAPE = re.compile(
    r"\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{1,2}|[0-7]{1,3}|.)", re.DOTALL
)
_LETTERS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_UNICODE_ESCAPE = r"{0}({0}|\+[0-9a-fA-F]{{6}}|[0-9a-fA-F]{{4}}|)"


def unescape(body: str) -> str:
    """The text that the body of an E'…' string stands for.

    Raises ValueError for what is no text: bytes that are not UTF-8, a zero, half a surrogate pair.
    """
    parts: list[bytes] = []
    position = 0
    for found in _ESCAPE.finditer(body):
        parts.append(body[position : found.start()].encode())
        parts.append(_escaped(found.group(1)))
        position = found.end()
    parts.append(body[position:].encode())
    return _text(b"".join(parts).decode("utf-8", "surrogatepass"))


def unescape_unicode(body: str, mark: str) -> str:
    """The text that the body of a U& string or name stands for; ``mark`` is its escape character.

    Raises ValueError for a code that no character has, and for an escape without a code.
    """

    def char(found: re.Match[str]) -> str:
        what = found.group(1)
        if not what:
            raise ValueError("invalid Unicode escape")
        return mark if what == mark else _char(int(what.lstrip("+"), 16))

    return _text(re.sub(_UNICODE_ESCAPE.format(re.escape(mark)), char, body))


def _escaped(what: str) -> bytes:
    if what[0] in "uU" and len(what) > 1:
        return _char(int(what[1:], 16)).encode("utf-8", "surrogatepass")
    if what[0] == "x" and len(what) > 1:
        return bytes([int(what[1:], 16)])
    if what[0] in "01234567":
        return bytes([int(what, 8) & 0xFF])
    return _LETTERS.get(what, what).encode()


def _char(code: int) -> str:
    if not 0 < code <= 0x10FFFF:
        raise ValueError("invalid Unicode escape value")
    return chr(code)


def _text(text: str) -> str:
    if "\0" in text:
        raise ValueError('invalid byte sequence for encoding "UTF8": 0x00')
    # Two escapes may be the halves of one character.
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16")
