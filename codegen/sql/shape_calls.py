"""Calls whose arguments words separate (func_expr_common_subexpr in gram.y)."""

from __future__ import annotations

from sqlglot.tokenizer_core import TokenType

from codegen.sql.shaping import (
    Integer,
    Part,
    Shaper,
    Special,
    closing,
    emit_call,
    emit_cast,
    top_level,
)
from codegen.sql.typenames import TypeName, parse_type_name


def _operand_as_type(work: Shaper, index: int) -> tuple[tuple[int, int], TypeName, int] | None:
    """The range of the operand and the type in ``name(operand AS type)``, and the index at which
    the parenthesis closes."""
    if work.punct(index + 1) != "(":
        return None
    close = closing(work, index + 1)
    as_ = top_level(work, index + 2, close, frozenset({"as"}))
    parsed = parse_type_name(work.tokens, as_ + 1) if as_ else None
    if as_ is None or parsed is None:
        return None
    return (index + 2, as_), parsed[0], close


def _cast(work: Shaper, index: int) -> int | None:
    found = _operand_as_type(work, index)
    if found is None:
        return None
    operand, type_, close = found
    start, end = work.at(index).start, work.at(close).end
    emit_cast(work, type_, lambda: work.range(*operand), start, end)
    return close + 1


def _sql_syntax(name: str, separators: str) -> Special:
    """A call whose arguments are separated by words: they become commas."""
    words = frozenset(separators.split())

    def rule(work: Shaper, index: int) -> int | None:
        if work.punct(index + 1) != "(":
            return None
        close = closing(work, index + 1)
        if top_level(work, index + 2, close, words) is None:
            return None
        parts: list[tuple[str, int, int]] = []
        word, start = "", index + 2
        while True:
            found = top_level(work, start, close, words)
            parts.append((word, start, close if found is None else found))
            if found is None:
                break
            word, start = work.word(found), found + 1
        emit_call(work, index, name, _ARRANGE[name](work, parts))
        return close + 1

    return rule


def _extract_parts(work: Shaper, parts: list[tuple[str, int, int]]) -> list[Part]:
    return [work.at(parts[0][1]).text, (parts[1][1], parts[1][2])]


def _position_parts(work: Shaper, parts: list[tuple[str, int, int]]) -> list[Part]:
    return [(start, stop) for _, start, stop in reversed(parts)]


def _substring_parts(work: Shaper, parts: list[tuple[str, int, int]]) -> list[Part]:
    by_word = {word: (start, stop) for word, start, stop in parts}
    first: Part = by_word[""]
    if "for" in by_word and "from" not in by_word:
        return [first, "1", Integer(*by_word["for"])]
    order = ("similar", "escape") if "similar" in by_word else ("from", "for")
    return [first, *(by_word[word] for word in order if word in by_word)]


def _overlay_parts(work: Shaper, parts: list[tuple[str, int, int]]) -> list[Part]:
    return [(start, stop) for _, start, stop in parts]


_ARRANGE = {
    "extract": _extract_parts,
    "position": _position_parts,
    "substring": _substring_parts,
    "overlay": _overlay_parts,
}


def _trim(work: Shaper, index: int) -> int | None:
    if work.punct(index + 1) != "(":
        return None
    close = closing(work, index + 1)
    start = index + 2
    name = {"both": "btrim", "leading": "ltrim", "trailing": "rtrim"}.get(work.word(start), "")
    start += bool(name)
    from_ = top_level(work, start, close, frozenset({"from"}))
    parts: list[Part] = []
    if from_ is None:
        parts = [(start, close)]
    elif from_ == start:
        parts = [(start + 1, close)]
    else:
        parts = [(from_ + 1, close), (start, from_)]
    emit_call(work, index, name or "btrim", parts)
    return close + 1


def _treat(work: Shaper, index: int) -> int | None:
    """TREAT calls the function that is named like the type (func_expr_common_subexpr)."""
    found = _operand_as_type(work, index)
    if found is None:
        return None
    operand, type_, close = found
    emit_call(work, index, type_.names[-1], [operand])
    return close + 1


def _variadic(work: Shaper, index: int) -> int | None:
    """``VARIADIC name => x`` goes on as ``name => VARIADIC x``."""
    arrow = work.at(index + 2)
    if arrow.text not in ("=>", ":="):
        return None
    name, token = work.at(index + 1), work.tokens[index]
    work.shaped.emit(TokenType.VAR, name.text, name.start, name.end)
    work.range(index + 2, index + 3)
    work.shaped.emit(TokenType.VARIADIC, token.text, token.start, token.end)
    return index + 3


def _collation_for(work: Shaper, index: int) -> int | None:
    if work.word(index + 1) != "for" or work.punct(index + 2) != "(":
        return None
    close = closing(work, index + 2)
    emit_call(work, index, "pg_collation_for", [(index + 3, close)])
    return close + 1


def _normalize(work: Shaper, index: int) -> int | None:
    if work.punct(index + 1) != "(":
        return None
    close = closing(work, index + 1)
    form = work.word(close - 1)
    if form not in ("nfc", "nfd", "nfkc", "nfkd") or work.punct(close - 2) != ",":
        return None
    emit_call(work, index, "normalize", [(index + 2, close - 2), form])
    return close + 1


#: Names of calls whose arguments have words between them.
SPECIAL: dict[str, Special] = {
    "cast": _cast,
    "treat": _treat,
    "variadic": _variadic,
    "extract": _sql_syntax("extract", "from"),
    "position": _sql_syntax("position", "in"),
    "substring": _sql_syntax("substring", "from for similar escape"),
    "overlay": _sql_syntax("overlay", "placing from for"),
    "trim": _trim,
    "collation": _collation_for,
    "normalize": _normalize,
}
