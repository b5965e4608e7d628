"""Conditions in DO blocks: whether what they guard is done, as far as the schema so far tells.

Migrations ask the system catalogs for objects by name. What such a question comes to is known
here, for those with nothing but comparisons of names; of any other EXISTS, the answer is that
what it guards is done where it can be: that is what such a guard is for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Literal

from codegen.schema.state import State
from codegen.sql.lexer import Token, tokenize

Answer = Literal["yes", "no", "possible", "unknown"]

#: The release that is told by current_setting('server_version_num').
_VERSION = 180000
_AROUND_VERSION = frozenset(["select", "(", ")", "::", "int", "integer", "int4"])
_COMPARED: Mapping[str, Callable[[int, int], bool]] = {
    ">=": int.__ge__,
    ">": int.__gt__,
    "<=": int.__le__,
    "<": int.__lt__,
    "=": int.__eq__,
    "<>": int.__ne__,
}
#: Words that connect conditions, the loosest first, and the answer that decides all by itself.
_CONNECTED: tuple[tuple[str, Answer], ...] = (("or", "yes"), ("and", "no"))
_RANKED: tuple[Answer, ...] = ("unknown", "possible", "yes", "no")
_OPPOSITE: Mapping[Answer, Answer] = {"yes": "no", "no": "yes"}


def answer(state: State, tokens: Sequence[Token]) -> Answer:
    """What the condition comes to, by the catalog as it is now."""
    tokens = _unwrapped(tokens)
    if _texts(tokens[:1]) == ["select"] and len(list(_split(tokens, "from"))) == 1:
        return answer(state, tokens[1:])
    for word, decisive in _CONNECTED:
        parts = list(_split(tokens, word))
        if len(parts) > 1:
            answers = [answer(state, part) for part in parts]
            return next(one for one in (decisive, *_RANKED) if one in answers)
    if _texts(tokens[:1]) == ["not"]:
        inner = answer(state, tokens[1:])
        return _OPPOSITE.get(inner, inner)
    for rule in (_exists, _regclass, _version):
        found = rule(state, tokens)
        if found is not None:
            return found
    return "unknown"


def _texts(tokens: Sequence[Token]) -> list[str]:
    return ["" if token.kind in ("string", "quoted") else token.text for token in tokens]


def _unwrapped(tokens: Sequence[Token]) -> Sequence[Token]:
    while (
        len(tokens) > 1 and _texts(tokens[:1]) == ["("] and _closing(tokens, 0) == len(tokens) - 1
    ):
        tokens = tokens[1:-1]
    return tokens


def _closing(tokens: Sequence[Token], index: int) -> int:
    depth = 0
    for position in range(index, len(tokens)):
        if tokens[position].kind == "punct":
            depth += (tokens[position].text == "(") - (tokens[position].text == ")")
        if depth == 0:
            return position
    return len(tokens) - 1


def _split(tokens: Sequence[Token], word: str) -> Iterator[Sequence[Token]]:
    """The parts between the word, where it stands outside of parentheses."""
    start = index = 0
    while index < len(tokens):
        text = _texts(tokens[index : index + 1])[0]
        if text == "(":
            index = _closing(tokens, index)
        elif text == word:
            yield tokens[start:index]
            start = index + 1
        index += 1
    yield tokens[start:]


# Questions ----------------------------------------------------------------------------------------


def _regclass(state: State, tokens: Sequence[Token]) -> Answer | None:
    """``to_regclass('t') IS [NOT] NULL``."""
    if _texts(tokens[:2]) == ["pg_catalog", "."]:
        tokens = tokens[2:]
    words = _texts(tokens)
    if words[:2] != ["to_regclass", "("]:
        return None
    close = _closing(tokens, 1)
    test = words[close + 1 :]
    name = tokens[2]
    casts = words[3:close] in ([], ["::", "text"], ["::", "cstring"])
    if name.kind != "string" or not casts or test not in (["is", "null"], ["is", "not", "null"]):
        return "possible"
    return "yes" if _named(state, name.text) is (len(test) == 3) else "no"


def _named(state: State, text: str) -> bool:
    """Whether there is a relation or an index of this name, spelled as in SQL."""
    names = [one.text for one in tokenize(text) if one.kind in ("name", "quoted")]
    if not names:
        return False
    schema = names[-2] if len(names) > 1 else None
    places = [schema] if schema else state.catalog.path()
    return state.catalog.relation(schema, names[-1]) is not None or any(
        (place, names[-1]) in state.catalog.indexes for place in places
    )


def _version(_: State, tokens: Sequence[Token]) -> Answer | None:
    """``current_setting('server_version_num')::int >= 150000``, with or without SELECT."""
    plain = [one for one in tokens if one.text not in _AROUND_VERSION]
    match plain:
        case [Token(text="current_setting"), Token(text="server_version_num"), op, number]:
            compare = _COMPARED.get(op.text)
            if compare is not None and number.text.isdigit():
                return "yes" if compare(_VERSION, int(number.text)) else "no"
        case _:
            pass
    return None


def _exists(state: State, tokens: Sequence[Token]) -> Answer | None:
    words = _texts(tokens)
    if words[:2] != ["exists", "("]:
        return None
    query = tokens[2 : _closing(tokens, 1)]
    if "from" not in _texts(query):
        return "possible"
    source = query[_texts(query).index("from") + 1 :]
    if _texts(source[1:2]) == ["."]:
        source = source[2:]
    known = _ROWS.get(source[0].text) if source else None
    if known is None or "where" not in _texts(source[:4]):
        return "possible"
    columns, rows = known
    conditions = _split(source[_texts(source).index("where") + 1 :], "and")
    asked = [_equality(state, condition) for condition in conditions]
    if any(column not in columns for column, _ in asked):
        return "possible"
    places = [(columns.index(column), value) for column, value in asked]
    found = any(all(row[place] == value for place, value in places) for row in rows(state))
    return "yes" if found else "no"


def _equality(state: State, tokens: Sequence[Token]) -> tuple[str, str]:
    """``[t.]column = 'text'``; no column where it is anything else."""
    tokens = _unwrapped(tokens)
    if _texts(tokens[1:2]) == ["."]:
        tokens = tokens[2:]
    if _texts(tokens[1:2]) != ["="] or len(tokens) < 3:
        return "", ""
    if len(tokens) == 3 and tokens[2].kind == "string":
        return tokens[0].text, tokens[2].text
    if _texts(tokens[2:]) in (["current_schema"], ["current_schema", "(", ")"]):
        return tokens[0].text, state.catalog.creation_schema or ""
    return "", ""


# What there is --------------------------------------------------------------------------------

Row = tuple[str, ...]


def _relations(kinds: str, state: State) -> Iterator[Row]:
    for relation in state.catalog.relations():
        if relation.kind in kinds:
            yield relation.schema, relation.name
    if "i" in kinds:
        yield from state.catalog.indexes


def _types(state: State) -> Iterator[Row]:
    return ((type_.name,) for type_ in state.catalog.types())


def _columns(state: State) -> Iterator[Row]:
    for relation in state.catalog.relations():
        if relation.kind in "rvpf":
            for column in relation.columns:
                nullable = "NO" if column.not_null else "YES"
                spelled = _data_type(state, column.type)
                yield relation.schema, relation.name, column.name, spelled, nullable


def _data_type(state: State, oid: int) -> str:
    """The type as information_schema.columns spells it."""
    type_ = state.catalog.type(state.catalog.base_type(oid))
    if type_.is_array:
        return "ARRAY"
    if type_.schema != "pg_catalog":
        return "USER-DEFINED"
    return state.catalog.format_type(type_.oid)


#: Catalogs that conditions ask: the columns that are known, and the rows.
_ROWS: Mapping[str, tuple[tuple[str, ...], Callable[[State], Iterable[Row]]]] = {
    "tables": (("table_schema", "table_name"), partial(_relations, "rvpf")),
    "views": (("table_schema", "table_name"), partial(_relations, "v")),
    "pg_tables": (("schemaname", "tablename"), partial(_relations, "rp")),
    "pg_views": (("schemaname", "viewname"), partial(_relations, "v")),
    "pg_matviews": (("schemaname", "matviewname"), partial(_relations, "m")),
    "pg_indexes": (("schemaname", "indexname"), partial(_relations, "i")),
    "pg_class": (("", "relname"), partial(_relations, "rvmpfSci")),
    "pg_type": (("typname",), _types),
    "columns": (
        ("table_schema", "table_name", "column_name", "data_type", "is_nullable"),
        _columns,
    ),
}
