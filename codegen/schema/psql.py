"""What only psql understands in a dump: meta-commands, and COPY's data lines.

Both are turned into blanks before the text is lexed, so that every offset stays true.
"""

from __future__ import annotations

import re
from functools import cache

from codegen.source import Source

_DATA_END = re.compile(r"^\\\.[ \t\r]*$", re.MULTILINE)
_INK = re.compile(r"\S")


@cache
def _lexeme() -> re.Pattern[str]:
    """What stands in a dump; only dumps of psql's own need it, and it takes long to compile."""
    return re.compile(
        r"""
        --[^\n]*
      | /\*(?:[^*]|\*(?!/))*\*/
      | (?<![A-Za-z0-9_])[eE]'(?:[^'\\]|\\.|'')*'
      | '[^']*'
      | "[^"]*"
      | (?<![A-Za-z0-9_$])\$(?P<tag>(?:(?![0-9])[A-Za-z0-9_\x80-\U0010ffff]+)?)\$.*?\$(?P=tag)\$
      | ^(?P<meta>\\[^\n]*)
      | (?<![A-Za-z0-9_])(?i:copy)\b(?P<copy>[^;'"$]*?\b(?i:from\s+stdin)\b[^;]*;[^\n]*\n?)
        """,
        re.VERBOSE | re.DOTALL | re.MULTILINE,
    )


def without_psql(source: Source) -> Source:
    """The source with psql's meta-commands and COPY … FROM stdin blocks blanked out."""
    text = source.text
    if not (text.startswith("\\") or "\n\\" in text or "stdin" in text.lower()):
        return source
    parts: list[str] = []
    done = position = 0
    while found := _lexeme().search(text, position):
        position = found.end()
        if found["copy"] is not None:
            end = _DATA_END.search(text, position)
            position = end.end() if end else len(text)
        elif found["meta"] is None:
            continue
        parts += [text[done : found.start()], blanked(text[found.start() : position])]
        done = position
    return Source(source.path, "".join(parts) + text[done:])


def blanked(text: str) -> str:
    """As many blanks, with the line ends kept."""
    return _INK.sub(" ", text)
