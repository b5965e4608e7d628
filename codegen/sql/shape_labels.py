"""Words that are labels without AS, though they are something else elsewhere: ``SELECT 1 like``."""

from __future__ import annotations

from codegen.sql.shaping import Shaper
from codegen.sql.typenames import NOT_TYPES

#: What follows the list of result columns.
BEHIND_LIST = frozenset(
    """from into where group having window order limit offset fetch for union intersect except
    on""".split()
)
#: Words that start a list of result columns, and those that start another part of a query.
_LISTS = frozenset(["select", "returning"])
_PARTS = _LISTS | BEHIND_LIST | frozenset(["by", "values", "set"])
#: Words after which such a one is something else.
_NO_PARTS = frozenset([("distinct", "on"), ("distinct", "from"), ("within", "group")])
#: Words that the parser takes for something else than a name, if they come behind an operand.
_WORDS = (NOT_TYPES - {"as"}) | frozenset(
    """between ilike is like overlaps similar natural join inner left right full cross outer values
    set row rows range update delete insert merge first next recursive ordinality tablesample
    exists current_schema""".split()
)


def is_bare_label(work: Shaper, index: int) -> bool:
    """Whether a word behind an operand is the label of a result column: it stands between the
    column and what comes behind it, and so is no operator."""
    after = work.at(index + 1)
    closed = after.kind == "end" or work.punct(index + 1) in (",", ")")
    return (
        work.word(index) in _WORDS
        and (closed or work.word(index + 1) in BEHIND_LIST)
        and _is_in_list(work, index)
    )


def _is_in_list(work: Shaper, index: int) -> bool:
    """Whether a list of result columns is the innermost thing that the token stands in."""
    depth = 0
    for position in range(index - 1, -1, -1):
        mark, word = work.punct(position), work.word(position)
        if word and (work.punct(position - 1) == "." or work.word(position - 1) == "as"):
            continue
        depth += mark in (")", "]") or word == "end"
        depth -= mark in ("(", "[") or word == "case"
        if depth < 0:
            return False
        if depth == 0 and word in _PARTS and (work.word(position - 1), word) not in _NO_PARTS:
            return word in _LISTS
    return False
