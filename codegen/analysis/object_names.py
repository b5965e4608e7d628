"""Literals that name objects: regclass, regtype, regproc and their kin
(src/backend/utils/adt/regproc.c)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from codegen.analysis.types import find_named_type, type_help
from codegen.diagnostics import CodegenError
from codegen.postgres import oids
from codegen.postgres.catalog import Catalog
from codegen.sql.lexer import tokenize
from codegen.sql.typenames import TypeName, parse_type_name

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
    return check(catalog, text)


# Names as SplitIdentifierString in src/backend/utils/adt/varlena.c reads them ---------------------

#: A part of a qualified name: what isn't quoted goes on up to a dot or a space.
_PART = re.compile(
    r"""[ \t\n\r\f\v]*
    (?:"(?P<quoted>(?:[^"]|"")*)" | (?P<plain>[^" \t\n\r\f\v.][^ \t\n\r\f\v.]*))
    [ \t\n\r\f\v]*(?P<dot>\.|\Z)""",
    re.VERBOSE,
)
_FOLD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
#: A name may have the one of the database before it.
_MOST_NAMES = 3


def _names(text: str) -> list[str]:
    """The parts of a qualified name; none where the text is no such name."""
    names: list[str] = []
    position, more = 0, True
    while more:
        part = _PART.match(text, position)
        if part is None:
            return []
        quoted, plain, dot = part["quoted"], part["plain"], part["dot"]
        names.append(plain.translate(_FOLD) if quoted is None else quoted.replace('""', '"'))
        position, more = part.end(), bool(dot)
    return names


Check = Callable[[Catalog, str], Missing | None]


def _named(check: Callable[[Catalog, str | None, str, str], Missing | None]) -> Check:
    """The check of an object with a qualified name."""

    def checked(catalog: Catalog, text: str) -> Missing | None:
        names = _names(text)
        if not 0 < len(names) <= _MOST_NAMES:
            return _no_name()
        return check(catalog, names[-2] if len(names) > 1 else None, names[-1], text.strip())

    return checked


def _no_name() -> Missing:
    help = "It is a name, in double quotes where it has other characters than names have."
    return Missing("syntax-error", "invalid name syntax", help)


def _near(name: str, known: Sequence[str], otherwise: str) -> str:
    near = get_close_matches(name, known, 1)
    return f'Did you mean "{near[0]}"?' if near else otherwise


# The kinds of objects -----------------------------------------------------------------------------


def _relation(catalog: Catalog, schema: str | None, name: str, text: str) -> Missing | None:
    if name.startswith("pg_"):
        return None
    if catalog.relation(schema, name) is not None or catalog.has_index(schema, name):
        return None
    known = [relation.name for relation in catalog.relations()]
    known += [index for _, index in catalog.indexes]
    help = _near(name, known, "Create it in the schema, or correct the name.")
    return Missing("undefined-table", f'relation "{text}" does not exist', help)


def _type(catalog: Catalog, text: str) -> Missing | None:
    read = _type_name(text)
    if read is None:
        message = f'invalid type name "{text.strip()}"'
        return Missing("syntax-error", message, "It is written as in a cast.")
    # An array type makes room, by another underscore, for a type that takes its name.
    is_moved = read.names[-1].startswith("_")
    if is_moved or find_named_type(catalog, read) is not None:
        return None
    help = type_help(catalog, read.names[-1])
    return Missing("undefined-type", f'type "{text.strip()}" does not exist', help)


def _type_name(text: str) -> TypeName | None:
    """The type that a text is the name of (typeStringToTypeName in parse_type.c)."""
    try:
        tokens = tokenize(text)
    except CodegenError:
        return None
    read = parse_type_name(tokens, 0, percent_type=False)
    if read is None or tokens[read[1]].kind != "end" or read[0].setof:
        return None
    return read[0]


def _function(catalog: Catalog, schema: str | None, name: str, text: str) -> Missing | None:
    found = catalog.functions(schema, name)
    if not found:
        help = _near(name, catalog.function_names(), "Create it in the schema.")
        return Missing("undefined-function", f'function "{text}" does not exist', help)
    if len([one for one in found if one.schema == found[0].schema]) > 1:
        message = f'more than one function named "{text}"'
        help = "Name its argument types, as regprocedure: 'name(integer, text)'."
        return Missing("ambiguous-function", message, help)
    return None


#: A function with the types of its arguments (parseNameAndArgTypes).
_SIGNATURE = re.compile(r"""((?:[^"(]|"[^"]*")*)\((.*)\)\s*""", re.DOTALL)


def _signature(catalog: Catalog, text: str) -> Missing | None:
    parts = _SIGNATURE.fullmatch(text)
    if parts is None:
        help = "It is a name and the types of the arguments in parentheses."
        return Missing("syntax-error", "expected a left parenthesis", help)
    names = _names(parts[1])
    if not 0 < len(names) <= _MOST_NAMES:
        return _no_name()
    functions = catalog.functions(names[-2] if len(names) > 1 else None, names[-1])
    written = _split(parts[2])
    missing = next(filter(None, (_type(catalog, one) for one in written)), None)
    if missing is not None:
        return missing
    args = _argument_types(catalog, written)
    if args is None or any(one.args == args for one in functions):
        return None
    known = sorted({_spelled(catalog, names[-1], one.args) for one in functions})
    help = f"There is {', '.join(known[:3])}." if known else "Create it in the schema."
    return Missing("undefined-function", f'function "{text.strip()}" does not exist', help)


def _spelled(catalog: Catalog, name: str, args: Sequence[int]) -> str:
    return f"{name}({', '.join(catalog.format_type(arg) for arg in args)})"


def _split(text: str) -> list[str]:
    """What stands between the commas that are in no bracket and no quotes."""
    parts = _BETWEEN_COMMAS.findall(text)
    return parts if text.strip() else []


_BETWEEN_COMMAS = re.compile(r"""(?:\A|(?<=,))(?:[^,"(\[]|"[^"]*"|\([^)]*\)|\[[^\]]*\])*""")


def _argument_types(catalog: Catalog, written: Sequence[str]) -> tuple[int, ...] | None:
    """The types that are written so; None where one isn't known."""
    found: list[int] = []
    for text in written:
        name = _type_name(text)
        type_ = find_named_type(catalog, name) if name else None
        if name is None or type_ is None:
            return None
        found.append(catalog.array_of(type_.oid) if name.dimensions else type_.oid)
    return tuple(found)


def _schema(catalog: Catalog, schema: str | None, name: str, text: str) -> Missing | None:
    if schema is not None:
        return _no_name()
    if name.startswith("pg_") or name in catalog.schemas:
        return None
    help = _near(name, sorted(catalog.schemas), "Create it in the schema.")
    return Missing("undefined-schema", f'schema "{name}" does not exist', help)


def _configuration(catalog: Catalog, schema: str | None, name: str, text: str) -> Missing | None:
    if catalog.text_search is None:
        return None
    known = _TEXT_SEARCH | catalog.text_search
    if name in known:
        return None
    help = _near(name, sorted(known), "Create it in the schema, or correct the name.")
    message = f'text search configuration "{text}" does not exist'
    return Missing("undefined-object", message, help)


def _role(catalog: Catalog, schema: str | None, name: str, text: str) -> Missing | None:
    return _no_name() if schema is not None else None


def _unknown(catalog: Catalog, schema: str | None, name: str, text: str) -> Missing | None:
    """What there is of a kind of objects isn't known, only how they are named."""
    return None


_CHECKS: dict[int, Check] = {
    oids.REGCLASS: _named(_relation),
    oids.REGTYPE: _type,
    oids.REGPROC: _named(_function),
    oids.REGPROCEDURE: _signature,
    oids.REGNAMESPACE: _named(_schema),
    oids.REGCONFIG: _named(_configuration),
    oids.REGROLE: _named(_role),
    oids.REGCOLLATION: _named(_unknown),
    oids.REGDICTIONARY: _named(_unknown),
}
