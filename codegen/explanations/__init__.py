"""The catalogue of codes: what each diagnostic means, with a wrong and a right example.

A file for each code, in Markdown. Its first lines are the code and a sentence, then comes a
paragraph, then a link to PostgreSQL's rule if there is one, then the examples: a fenced block for
each file, whose path follows the language. An example is laid over the small project of
``tests/gallery/_shared``. The page docs/codes.md, ``codegen explain`` and the rules of the SARIF
format are all made of this.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from codegen.records import dataclass

_FOLDER = Path(__file__).parent
_FENCE = re.compile(r"^```\w+ (?P<path>\S+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"^PostgreSQL: \[(?P<title>.*)\]\((?P<url>\S+)\)$")

#: The files of an example, by path.
Files = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What a code means. ``rule`` is the title and the address of a page of PostgreSQL's manual;
    ``wrong`` and ``right`` are empty where no small project shows the mistake."""

    code: str
    summary: str
    meaning: str
    rule: tuple[str, str] | None
    wrong: Files
    right: Files


@cache
def codes() -> tuple[str, ...]:
    """All codes, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.md")))


@cache
def explanation(code: str) -> Explanation:
    """What a code means. Raises KeyError where there is no such code."""
    if code not in codes():
        raise KeyError(code)
    text = (_FOLDER / f"{code}.md").read_text(encoding="utf-8")
    prose, _, examples = text.partition("\n## Wrong\n")
    wrong, _, right = examples.partition("\n## Right\n")
    _, summary, meaning, *more = prose.strip().split("\n\n")
    rule = _LINK.match(more[0]) if more else None
    return Explanation(
        code=code,
        summary=summary,
        meaning=" ".join(meaning.split()),
        rule=(rule["title"], rule["url"]) if rule else None,
        wrong=_files(wrong),
        right=_files(right),
    )


def _files(text: str) -> Files:
    return {found["path"]: found["text"] for found in _FENCE.finditer(text)}
