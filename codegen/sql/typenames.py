"""Type names as the grammar spells them (manual 8; Typename in src/backend/parser/gram.y)."""

from __future__ import annotations

from collections.abc import Sequence

from codegen.records import dataclass
from codegen.sql.lexer import Token


@dataclass(frozen=True, slots=True)
class TypeName:
    """A type as written: ``names`` are its qualified name, with the SQL spellings turned into
    pg_catalog's own names. ``dimensions`` counts array brackets; ``percent_type`` is
    ``t.c%TYPE``."""

    names: tuple[str, ...]
    modifiers: tuple[str, ...] = ()
    dimensions: int = 0
    setof: bool = False
    percent_type: bool = False
    start: int = 0
    end: int = 0


#: SQL's spellings that are one word, and the pg_catalog type that each stands for.
_ONE_WORD = {
    "int": "int4",
    "integer": "int4",
    "smallint": "int2",
    "bigint": "int8",
    "real": "float4",
    "boolean": "bool",
    "decimal": "numeric",
    "dec": "numeric",
    "numeric": "numeric",
    "json": "json",
}
_INTERVAL_FIELDS = frozenset({"year", "month", "day", "hour", "minute", "second"})
#: Words that PostgreSQL reserves and that therefore name no type.
NOT_TYPES = frozenset(
    """all analyse analyze and any array as asc asymmetric both case cast check collate
    column constraint create current_catalog current_date current_role current_time
    current_timestamp current_user default deferrable desc distinct do else end except
    false fetch for foreign from grant group having in initially intersect into lateral
    leading limit localtime localtimestamp not null offset on only or order placing
    primary references returning select session_user some symmetric system_user table then
    to trailing true union unique user using variadic when where window with""".split()
)


def parse_type_name(
    tokens: Sequence[Token], index: int, percent_type: bool = True
) -> tuple[TypeName, int] | None:
    """The type name that starts at ``index`` and the index after it; None where none starts.

    ``percent_type``: it may be ``t.c%TYPE``, as only in the signature of a function.
    """
    start = tokens[index].start
    setof = _is(tokens, index, "setof")
    if setof:
        index += 1
    simple = _simple(tokens, index)
    if simple is None:
        return None
    names, modifiers, index = simple
    percent = False
    if percent_type and tokens[index].text == "%" and _is(tokens, index + 1, "type"):
        percent, index = True, index + 2
    dimensions, index = _brackets(tokens, index)
    name = TypeName(names, modifiers, dimensions, setof, percent, start, tokens[index - 1].end)
    return name, index


def _is(tokens: Sequence[Token], index: int, *words: str) -> bool:
    for word in words:
        if index >= len(tokens) or tokens[index].text != word or tokens[index].kind != "name":
            return False
        index += 1
    return True


def _builtin(name: str) -> tuple[str, ...]:
    return ("pg_catalog", name)


def _simple(
    tokens: Sequence[Token], index: int
) -> tuple[tuple[str, ...], tuple[str, ...], int] | None:
    token = tokens[index]
    if token.kind == "quoted":
        return _generic(tokens, index)
    if token.kind != "name" or token.text in NOT_TYPES:
        return None
    word = token.text
    qualified = tokens[index + 1].text == "." and tokens[index + 1].kind == "punct"
    if qualified:
        return _generic(tokens, index)
    if word in ("timestamp", "time"):
        return _datetime(tokens, index)
    if word == "interval":
        return _interval(tokens, index)
    national = word == "national" and tokens[index + 1].text in ("character", "char")
    if word in ("character", "char", "nchar", "varchar") or national:
        return _character(tokens, index)
    if word == "bit":
        varying = _is(tokens, index + 1, "varying")
        modifiers, after = _modifiers(tokens, index + 1 + varying)
        return _builtin("varbit" if varying else "bit"), modifiers, after
    if word == "double" and _is(tokens, index + 1, "precision"):
        return _builtin("float8"), (), index + 2
    if word == "float":
        modifiers, after = _modifiers(tokens, index + 1)
        bits = int(modifiers[0]) if modifiers and modifiers[0].isdigit() else 53
        refused = modifiers if not 1 <= bits <= 53 else ()
        return _builtin("float4" if bits <= 24 else "float8"), refused, after
    if word in _ONE_WORD:
        modifiers, after = _modifiers(tokens, index + 1)
        return _builtin(_ONE_WORD[word]), modifiers, after
    return _generic(tokens, index)


def _generic(tokens: Sequence[Token], index: int) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    names = [tokens[index].text]
    index += 1
    while tokens[index].text == "." and tokens[index + 1].kind in ("name", "quoted"):
        names.append(tokens[index + 1].text)
        index += 2
    modifiers, index = _modifiers(tokens, index)
    return tuple(names), modifiers, index


def _modifiers(tokens: Sequence[Token], index: int) -> tuple[tuple[str, ...], int]:
    if not (tokens[index].kind == "punct" and tokens[index].text == "("):
        return (), index
    values: list[str] = []
    depth, index = 0, index + 1
    while tokens[index].kind != "end" and (depth or tokens[index].text != ")"):
        token = tokens[index]
        if token.kind == "punct":
            depth += (token.text == "(") - (token.text == ")")
        elif tokens[index - 1].kind == "op" and values:
            values[-1] += token.text
        else:
            values.append(token.text)
        index += 1
    return tuple(values), min(index + 1, len(tokens) - 1)


def _datetime(tokens: Sequence[Token], index: int) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    word = tokens[index].text
    modifiers, index = _modifiers(tokens, index + 1)
    if _is(tokens, index, "with", "time", "zone"):
        return _builtin(word + "tz"), modifiers, index + 3
    if _is(tokens, index, "without", "time", "zone"):
        index += 3
    return _builtin(word), modifiers, index


def _interval(tokens: Sequence[Token], index: int) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    modifiers, index = _modifiers(tokens, index + 1)
    return _builtin("interval"), modifiers, skip_interval_fields(tokens, index)


def skip_interval_fields(tokens: Sequence[Token], index: int) -> int:
    """The index after ``YEAR TO MONTH`` and the like, if they stand at ``index``."""
    if tokens[index].kind == "name" and tokens[index].text in _INTERVAL_FIELDS:
        index += 1
        if _is(tokens, index, "to") and tokens[index + 1].text in _INTERVAL_FIELDS:
            index += 2
        _, index = _modifiers(tokens, index)
    return index


def _character(tokens: Sequence[Token], index: int) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    varying = tokens[index].text == "varchar"
    if tokens[index].text == "national":
        index += 1
    index += 1
    if _is(tokens, index, "varying"):
        varying, index = True, index + 1
    modifiers, index = _modifiers(tokens, index)
    return _builtin("varchar" if varying else "bpchar"), modifiers, index


def _brackets(tokens: Sequence[Token], index: int) -> tuple[int, int]:
    if _is(tokens, index, "array"):
        index += 1
        if tokens[index].text == "[" and tokens[index].kind == "punct":
            index += 3
        return 1, index
    dimensions = 0
    while tokens[index].kind == "punct" and tokens[index].text == "[":
        after = index + 1
        if tokens[after].kind == "number":
            after += 1
        if tokens[after].text != "]":
            break
        dimensions, index = dimensions + 1, after + 1
    return dimensions, index
