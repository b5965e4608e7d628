"""Literals that name objects: regclass, regtype, regproc and their kin
(src/backend/utils/adt/regproc.c)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from codegen.analysis.types import find_named_type, type_help
from codegen.diagnostics import CodegenError
from codegen.postgres import oids
from codegen.postgres.catalog import Catalog
from codegen.sql.lexer import Token, tokenize
from codegen.sql.typenames import parse_type_name

#: The configurations for text search that every database has (pg_ts_config).
_TEXT_SEARCH = frozenset(
    """arabic armenian basque catalan danish dutch english estonian finnish french german greek
    hindi hungarian indonesian irish italian lithuanian nepali norwegian portuguese romanian russian
    serbian simple spanish swedish tamil turkish yiddish""".split()
)


class Missing(NamedTuple):
    """The mistake of naming an object that isn't there."""

    code: str
    message: str
    help: str


def missing_object(catalog: Catalog, oid: int, text: str) -> Missing | None:
    """What a literal of the type ``oid`` names that the catalog doesn't have.

    None where it has it, and where that can't be known: of roles, collations and operators.
    """
    check = _CHECKS.get(oid)
    stripped = text.strip()
    if check is None or stripped == "-" or stripped.isdigit():
        return None
    try:
        tokens = tokenize(text)
    except CodegenError:
        return None
    return check(catalog, text, tokens)


def _name(tokens: Sequence[Token]) -> tuple[str | None, str] | None:
    """The schema and the name, where the tokens are those of a qualified name."""
    names = [token.text for token in tokens[:-1:2]]
    dots = tokens[1:-1:2]
    is_name = (
        0 < len(names) <= _MOST_NAMES
        and len(tokens) == 2 * len(names)
        and all(token.kind in ("name", "quoted") for token in tokens[:-1:2])
        and all(token.text == "." for token in dots)
    )
    return (names[-2] if len(names) > 1 else None, names[-1]) if is_name else None


_MOST_NAMES = 3


def _near(name: str, known: Sequence[str], otherwise: str) -> str:
    near = get_close_matches(name, known, 1)
    return f'Did you mean "{near[0]}"?' if near else otherwise


def _relation(catalog: Catalog, text: str, tokens: Sequence[Token]) -> Missing | None:
    name = _name(tokens)
    if name is None or name[1].startswith("pg_"):
        return None
    if catalog.relation(*name) is not None or catalog.has_index(*name):
        return None
    known = [relation.name for relation in catalog.relations()]
    known += [index for _, index in catalog.indexes]
    help = _near(name[1], known, "Create it in the schema, or correct the name.")
    return Missing("undefined-table", f'relation "{text.strip()}" does not exist', help)


def _type(catalog: Catalog, text: str, tokens: Sequence[Token]) -> Missing | None:
    read = parse_type_name(tokens, 0, percent_type=False)
    if read is None or tokens[read[1]].kind != "end" or read[0].setof:
        return None
    # An array type makes room, by another underscore, for a type that takes its name.
    is_moved = read[0].names[-1].startswith("_")
    if is_moved or find_named_type(catalog, read[0]) is not None:
        return None
    help = type_help(catalog, read[0].names[-1])
    return Missing("undefined-type", f'type "{text.strip()}" does not exist', help)


def _function(catalog: Catalog, text: str, tokens: Sequence[Token]) -> Missing | None:
    name = _name(tokens)
    if name is None:
        return None
    found = catalog.functions(*name)
    if not found:
        help = _near(name[1], catalog.function_names(), "Create it in the schema.")
        return Missing("undefined-function", f'function "{text.strip()}" does not exist', help)
    if len([one for one in found if one.schema == found[0].schema]) > 1:
        message = f'more than one function named "{text.strip()}"'
        help = "Name its argument types, as regprocedure: 'name(integer, text)'."
        return Missing("ambiguous-function", message, help)
    return None


def _signature(catalog: Catalog, text: str, tokens: Sequence[Token]) -> Missing | None:
    opened = next((at for at, token in enumerate(tokens) if token.text == "("), None)
    name = _name([*tokens[:opened], tokens[-1]]) if opened is not None else None
    if opened is None or name is None:
        return None
    args = _argument_types(catalog, tokens, opened + 1)
    if args is None or any(one.args == args for one in catalog.functions(*name)):
        return None
    known = sorted({_spelled(catalog, name[1], one.args) for one in catalog.functions(*name)})
    help = f"There is {', '.join(known[:3])}." if known else "Create it in the schema."
    return Missing("undefined-function", f'function "{text.strip()}" does not exist', help)


def _spelled(catalog: Catalog, name: str, args: Sequence[int]) -> str:
    return f"{name}({', '.join(catalog.format_type(arg) for arg in args)})"


def _argument_types(
    catalog: Catalog, tokens: Sequence[Token], index: int
) -> tuple[int, ...] | None:
    """The types up to the closing parenthesis at the end; None where one isn't understood."""
    found: list[int] = []
    while tokens[index].text != ")":
        read = parse_type_name(tokens, index, percent_type=False)
        type_ = find_named_type(catalog, read[0]) if read else None
        if read is None or type_ is None:
            return None
        found.append(catalog.array_of(type_.oid) if read[0].dimensions else type_.oid)
        index = read[1]
        if tokens[index].text == ",":
            index += 1
        elif tokens[index].text != ")":
            return None
    return tuple(found) if tokens[index + 1].kind == "end" else None


def _schema(catalog: Catalog, text: str, tokens: Sequence[Token]) -> Missing | None:
    name = _name(tokens)
    if name is None or name[0] is not None or name[1].startswith("pg_"):
        return None
    if name[1] in catalog.schemas:
        return None
    help = _near(name[1], sorted(catalog.schemas), "Create it in the schema.")
    return Missing("undefined-schema", f'schema "{name[1]}" does not exist', help)


def _configuration(catalog: Catalog, text: str, tokens: Sequence[Token]) -> Missing | None:
    name = _name(tokens)
    if name is None or catalog.text_search is None:
        return None
    known = _TEXT_SEARCH | catalog.text_search
    if name[1] in known:
        return None
    help = _near(name[1], sorted(known), "Create it in the schema, or correct the name.")
    message = f'text search configuration "{text.strip()}" does not exist'
    return Missing("undefined-object", message, help)


_CHECKS: dict[int, Callable[[Catalog, str, Sequence[Token]], Missing | None]] = {
    oids.REGCLASS: _relation,
    oids.REGTYPE: _type,
    oids.REGPROC: _function,
    oids.REGPROCEDURE: _signature,
    oids.REGNAMESPACE: _schema,
    oids.REGCONFIG: _configuration,
}
