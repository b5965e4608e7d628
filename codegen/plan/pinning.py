"""A query's text with every placeholder cast to the type that was inferred for it.

psycopg tells the server a parameter's type by the Python value; PostgreSQL infers it from its
place in the query. The cast makes the two agree: what runs is what was analysed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from codegen.postgres import oids
from codegen.postgres.catalog import Catalog
from codegen.sql.lexer import Token, tokenize
from codegen.sql.typenames import TypeName, parse_type_name

#: Types whose standard spelling, in a cast, means a length of 1.
_OF_ANY_LENGTH = {oids.BIT: '"bit"', oids.BPCHAR: "bpchar"}
#: Where the grammar (gram.y) takes only a c_expr, a cast needs parentheses: before these words …
_PARENTHESISED_BEFORE = frozenset({"row", "rows"})
#: … and after these: FETCH FIRST $1 ROWS, XMLEXISTS(… PASSING $1).
_PARENTHESISED_AFTER = frozenset({"first", "next", "passing", "ref", "value"})
_XML_CALLS = frozenset({"xmlexists", "xmltable"})
_SUBSCRIPTS = frozenset({"[", "."})


def pinned(sql: str, types: Mapping[int, int], catalog: Catalog) -> str:
    """The text with ``$n::type`` for ``$n``; ``types`` are the parameters' types, by oid.

    A placeholder that the user already cast to that type stays as it is.
    """
    tokens = tokenize(sql)
    parts: list[str] = []
    position = 0
    for index, token in enumerate(tokens):
        if token.kind != "param":
            continue
        oid = types.get(int(token.text.removeprefix("$")))
        if oid is None or _is_cast_to(tokens, index + 1, oid, catalog):
            continue
        parts += sql[position : token.start], _pin(tokens, index, _spelled(oid, catalog))
        position = token.end
    return "".join([*parts, sql[position:]])


def _spelled(oid: int, catalog: Catalog) -> str:
    element = catalog.element_of(oid)
    # int2vector and oidvector have elements too, and are not the arrays over them.
    if element and catalog.array_of(element) == oid:
        return _spelled(element, catalog) + "[]"
    return _OF_ANY_LENGTH.get(oid) or catalog.format_type(oid)


def _pin(tokens: Sequence[Token], index: int, type_name: str) -> str:
    placeholder = f"${tokens[index].text.removeprefix('$')}::{type_name}"
    return f"({placeholder})" if _needs_parentheses(tokens, index) else placeholder


def _needs_parentheses(tokens: Sequence[Token], index: int) -> bool:
    after = tokens[index + 1]
    before = tokens[index - 1] if index else None
    earlier = tokens[index - 2] if index > 1 else None
    return (
        (after.kind == "punct" and after.text in _SUBSCRIPTS)
        or (after.kind == "name" and after.text in _PARENTHESISED_BEFORE)
        or (before is not None and before.kind == "name" and before.text in _PARENTHESISED_AFTER)
        or (earlier is not None and earlier.kind == "name" and earlier.text in _XML_CALLS)
    )


def _is_cast_to(tokens: Sequence[Token], index: int, oid: int, catalog: Catalog) -> bool:
    if tokens[index].text != "::" or tokens[index].kind != "punct":
        return False
    parsed = parse_type_name(tokens, index + 1)
    return parsed is not None and _resolved(parsed[0], catalog) == oid


def _resolved(name: TypeName, catalog: Catalog) -> int | None:
    *qualifiers, type_name = name.names
    found = catalog.find_type(qualifiers[-1] if qualifiers else None, type_name)
    if found is None:
        return None
    return catalog.array_of(found.oid) if name.dimensions else found.oid
