"""Queries of text search (src/backend/utils/adt/tsquery.c)."""

from __future__ import annotations

import re

from codegen.postgres.input.refusals import Refusal

_QUOTED = r"'(?:[^'\\]|''|\\.)*'"
_BARE = r"(?:[^\s!|&():<'\\]|\\.)(?:(?!<->|<\d+>)[^\s!|&():\\]|\\.)*"
#: A word may have weights behind it, and a star where only its beginning matters.
_WORD = rf"(?P<word>(?:{_QUOTED}|{_BARE})(?::[*a-dA-D]*)?)"
_TOKENS = rf"\s*(?:{_WORD}|(?P<sign>[!(])|(?P<join>[&|]|<->|<\d+>)|(?P<close>\)))"


def tsquery(text: str) -> Refusal | None:
    """Words with operators between them; nothing at all is a query as well."""
    depth = position = 0
    expects_word = True
    end = len(text.rstrip())
    while position < end:
        found = re.compile(_TOKENS, re.ASCII | re.DOTALL).match(text, position)
        kind = found.lastgroup if found else ""
        if found is None or (kind in ("word", "sign")) != expects_word:
            return _refused(text, expects_word)
        depth += {"(": 1, ")": -1}.get(found[0].strip(), 0)
        if depth < 0:
            return _refused(text, True)
        expects_word = kind in ("sign", "join")
        position = found.end()
    return _refused(text, True) if end and (expects_word or depth) else None


def _refused(text: str, expects_word: bool) -> Refusal:
    help = None if expects_word else "Write & or | between words, or use plainto_tsquery."
    return Refusal(f'syntax error in tsquery: "{text}"', help)
