"""The parts of arrays, ranges, multiranges and rows, as the input functions take them apart
(src/backend/utils/adt/arrayfuncs.c, rangetypes.c, multirangetypes.c and rowtypes.c)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from codegen.postgres.input.refusals import SPACES

#: A part of a container: its text, None for NULL or an absent bound.
Parts = list[str | None]

_BOUNDS = r"(?:\s*\[[+-]?\d+(?::[+-]?\d+)?\])+\s*="
_QUOTED = r'"(?:[^"\\]|\\.)*"'
_BOUND = r'(?:[^"\\,)\]]|\\.|"(?:[^"\\]|\\.|"")*")*'
_RANGE = rf"\s*(?:(?P<empty>empty)|[\[(](?P<lower>{_BOUND}),(?P<upper>{_BOUND})[\])])\s*"
_FIELD = r'(?:[^"\\,)]|\\.|"(?:[^"\\]|\\.|"")*")*'
_FLAGS = re.ASCII | re.DOTALL | re.IGNORECASE


def array_elements(text: str, delimiter: str = ",") -> Parts | None:
    """The elements of an array of any number of dimensions; None where it is malformed."""
    bounds = re.match(_BOUNDS, text, re.ASCII)
    position = bounds.end() if bounds else 0
    token = re.compile(
        rf"\s*(?:([{{}}])|({re.escape(delimiter)})|({_QUOTED})|((?:[^\s\"{{}}{re.escape(delimiter)}\\]|\\."
        rf"|\s+(?=[^\s\"{{}}{re.escape(delimiter)}]))+))\s*",
        re.ASCII | re.DOTALL,
    )
    found: Parts = []
    marks: list[str] = []
    depth, before = 0, ""
    while position < len(text):
        match = token.match(text, position)
        if match is None:
            return None
        brace, comma, quoted, bare = match.groups()
        now = brace or ("," if comma else "e")
        if now not in _MAY_FOLLOW[before] or (before == "}" and depth == 0):
            return None
        depth += {"{": 1, "}": -1}.get(now, 0)
        marks.append(now)
        if quoted is not None:
            found.append(_unescaped(quoted[1:-1]))
        elif bare is not None:
            found.append(None if bare.lower() == "null" else _unescaped(bare))
        before, position = now, match.end()
    return found if before == "}" and depth == 0 and _is_regular(marks) else None


def _is_regular(marks: Iterable[str]) -> bool:
    """Whether all parts of an array at the same depth are alike: elements, or arrays of one length
    (ReadArrayStr)."""
    kinds: dict[int, str] = {}
    lengths: dict[int, int] = {}
    counts: list[int] = []
    for mark in marks:
        if mark == "}":
            count = counts.pop()
            if lengths.setdefault(len(counts), count) != count:
                return False
        elif mark != ",":
            if kinds.setdefault(len(counts), mark) != mark:
                return False
            counts[-1:] = [one + 1 for one in counts[-1:]]
            counts += [0] if mark == "{" else []
    return True


#: What an array has after what.
_MAY_FOLLOW = {"": "{", "{": "{}e", "}": "},", ",": "{e", "e": "},"}


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)


def _unquoted(text: str) -> str | None:
    """A part of a range or a row: quotes may be anywhere, and are doubled or escaped inside."""
    if not text:
        return None
    pieces = re.findall(r'\\(.)|"((?:[^"\\]|\\.|"")*)"|([^"\\])', text, re.DOTALL)
    return "".join(
        one + plain + re.sub(r'\\(.)|"(")', r"\1\2", quoted, flags=re.DOTALL)
        for one, quoted, plain in pieces
    )


def range_bounds(text: str) -> Parts | None:
    """The two bounds, nothing for an empty range; None where it is malformed."""
    found = re.fullmatch(_RANGE, text, _FLAGS)
    if found is None:
        return None
    return [] if found["empty"] else [_unquoted(found["lower"]), _unquoted(found["upper"])]


def multirange_ranges(text: str) -> Parts | None:
    """The texts of the ranges; None where it is malformed."""
    inner = text.strip(SPACES)
    if not (inner.startswith("{") and inner.endswith("}")):
        return None
    one = rf"\s*(?:empty|[\[(]{_BOUND},{_BOUND}[\])])\s*"
    if not inner[1:-1].strip(SPACES):
        return []
    if re.fullmatch(rf"{one}(?:,{one})*", inner[1:-1], _FLAGS) is None:
        return None
    return list(re.findall(one, inner[1:-1], _FLAGS))


def row_fields(text: str) -> Parts | None:
    """The fields of a row; None where it is malformed."""
    inner = text.strip(SPACES)
    if re.fullmatch(rf"\({_FIELD}(?:,{_FIELD})*\)", inner, _FLAGS) is None:
        return None
    fields: Parts = []
    position = 1
    while position < len(inner):
        match = re.compile(_FIELD, _FLAGS).match(inner, position)
        assert match is not None
        fields.append(_unquoted(match[0]))
        position = match.end() + 1
    return fields
