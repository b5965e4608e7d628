"""Booleans, uuids, bytes, bits, JSON, and what the server counts with."""

from __future__ import annotations

import json
import re

from codegen.postgres.input.refusals import SPACES, Refusal, bad_syntax

_BOOLEANS = ("true", "false", "yes", "no", "on", "off", "1", "0")
_UUID = r"(\{)?([0-9a-fA-F]{4}-?){7}[0-9a-fA-F]{4}(?(1)\})"
_HEX_BYTES = r"\\x([ \n\t\r]*[0-9a-fA-F]{2})*[ \n\t\r]*"
_ESCAPED_BYTES = r"([^\\]|\\\\|\\[0-3][0-7][0-7])*"
_LSN = r"[0-9a-fA-F]{1,8}/[0-9a-fA-F]{1,8}"
_SINGLE_QUOTES = "JSON has double quotes around strings and keys."


def boolean(text: str) -> Refusal | None:
    """A beginning of true, false, yes, no, on or off, in any case; 1 or 0 (bool.c)."""
    word = text.strip(SPACES).lower()
    known = word and word != "o" and any(full.startswith(word) for full in _BOOLEANS)
    return None if known else bad_syntax("boolean", text, "Write true or false.")


def uuid(text: str) -> Refusal | None:
    """32 hexadecimal digits, with a hyphen after any four of them, maybe in braces (uuid.c)."""
    return None if re.fullmatch(_UUID, text) else bad_syntax("uuid", text)


def bytea(text: str) -> Refusal | None:
    r"""``\x`` and pairs of hexadecimal digits, or characters with escapes (varlena.c)."""
    if text.startswith("\\x"):
        if re.fullmatch(_HEX_BYTES, text):
            return None
        return Refusal(f'invalid hexadecimal data: "{text}"', "Write two digits for each byte.")
    if re.fullmatch(_ESCAPED_BYTES, text, re.DOTALL):
        return None
    return bad_syntax("bytea", text, "A backslash is written twice, or before three octal digits.")


def bits(text: str) -> Refusal | None:
    """Binary digits, after B if anything; or hexadecimal ones after X (varbit.c)."""
    base, digits = ("x", text[1:]) if text[:1] in ("x", "X") else ("b", text.removeprefix("B"))
    digits = digits.removeprefix("b") if base == "b" and digits == text else digits
    pattern = "[0-9a-fA-F]*" if base == "x" else "[01]*"
    if re.fullmatch(pattern, digits):
        return None
    wrong = next(one for one in digits if not re.match(pattern[:-1], one))
    what = "hexadecimal" if base == "x" else "binary"
    return Refusal(f'"{wrong}" is not a valid {what} digit')


def lsn(text: str) -> Refusal | None:
    """Two hexadecimal numbers with a slash (pg_lsn.c)."""
    return None if re.fullmatch(_LSN, text) else bad_syntax("pg_lsn", text)


def tid(text: str) -> Refusal | None:
    """The place of a row, ``(block,number)`` (tid.c)."""
    return None if "," in text else bad_syntax("tid", text)


def snapshot(text: str) -> Refusal | None:
    """``xmin:xmax:xip,…`` (xid8funcs.c)."""
    return None if text.count(":") > 1 else bad_syntax("pg_snapshot", text)


def json_text(text: str) -> Refusal | None:
    """Any JSON (jsonapi.c)."""
    try:
        json.loads(text, parse_constant=_refuse, parse_int=str, parse_float=str)
    except ValueError:
        quotes = re.match(r"\s*[{\[][^\"]*'", text)
        return Refusal("invalid input syntax for type json", _SINGLE_QUOTES if quotes else None)
    except RecursionError:
        return None  # the server's stack is deeper
    return None


def jsonb(text: str) -> Refusal | None:
    """JSON without the character of the code 0, and without halves of surrogate pairs."""
    refused = json_text(text)
    if refused is not None:
        return refused
    if re.search(r"(?<!\\)(?:\\\\)*\\u(0000|[dD][89a-fA-F])", text) is None:
        return None
    return _unstorable(text)


def _unstorable(text: str) -> Refusal | None:
    try:
        stored = json.dumps(json.loads(text), ensure_ascii=False)
        stored.encode()
    except ValueError:
        help = "A surrogate has to be one of a pair."
        return Refusal("invalid input syntax for type json", help)
    if "\\u0000" in stored.replace("\\\\", ""):
        return Refusal("unsupported Unicode escape sequence", "\\u0000 can't be kept as text.")
    return None


def _refuse(word: str) -> None:
    raise ValueError(word)
