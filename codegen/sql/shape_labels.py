"""Words that are labels without AS, though they are something else elsewhere: ``SELECT 1 like``."""

from __future__ import annotations

from codegen.sql.shape_operators import is_prefix
from codegen.sql.shaping import Shaper, opening
from codegen.sql.typenames import NOT_TYPES

#: What follows the list of result columns.
_BEHIND_LIST = frozenset(
    """from into where group having window order limit offset fetch for union intersect except
    on""".split()
)
#: Words that start a list of result columns, and those that start another part of a query.
_LISTS = frozenset(["select", "returning"])
_PARTS = _LISTS | _BEHIND_LIST | frozenset(["by", "values", "set"])
#: Words that the parser takes for something else than a name, if they come behind an operand.
_WORDS = (NOT_TYPES - {"as"}) | frozenset(
    """between ilike is like overlaps similar natural join inner left right full cross outer values
    set row rows range update delete insert merge first next recursive ordinality tablesample
    exists current_schema""".split()
)
#: Words that operands follow, and that are no reserved ones.
_BEFORE_OPERAND = frozenset(["escape", "zone"])


def is_bare_label(work: Shaper, index: int) -> bool:
    """Whether a word is the label of a result column: it stands between the column and what comes
    behind it, and so is neither an operand nor an operator."""
    after = work.at(index + 1)
    closed = after.kind == "end" or work.punct(index + 1) in (",", ")")
    return (
        work.word(index) in _WORDS
        and (closed or work.word(index + 1) in _BEHIND_LIST)
        and _ends_operand(work, index - 1)
        and _is_in_list(work, index)
    )


def _ends_operand(work: Shaper, index: int) -> bool:
    if is_prefix(work, index + 1) or work.word(index) in _BEFORE_OPERAND:
        return False
    before = opening(work, index) if work.punct(index) == ")" else 0
    distinct = work.word(before - 1) == "on" and work.word(before - 2) == "distinct"
    return not before or not (distinct or work.word(before - 1) == "operator")


def _is_in_list(work: Shaper, index: int) -> bool:
    """Whether a list of result columns is the innermost thing that the token stands in."""
    depth = 0
    for position in range(index - 1, -1, -1):
        mark, word = work.punct(position), work.word(position)
        if work.punct(position - 1) == "." or work.word(position - 1) == "as":
            continue
        depth += mark in (")", "]") or word == "end"
        depth -= mark in ("(", "[") or word == "case"
        if depth < 0:
            return False
        if depth == 0 and word in _PARTS and work.word(position - 1) != "distinct":
            return word in _LISTS
    return False
