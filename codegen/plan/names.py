"""Python names for the names of SQL: always valid, and always the same for the same name."""

from __future__ import annotations

import builtins
import keyword
import re
import unicodedata
from collections.abc import Collection, Mapping
from functools import cache

from codegen.plan.singular import singular

#: The words of a camel-case name: a plural acronym (``IDs``), an acronym (``HTTP`` before
#: ``Server``), or a word with the digits that follow it.
_WORDS = re.compile(
    r"[A-Z]{2,}[0-9]*s(?![a-z0-9])|[A-Z]+[0-9]*(?![a-z])|[A-Z]?[^\WA-Z_]+|[^\W_]+", re.UNICODE
)
_SEPARATORS = re.compile(r"[\W_]+", re.UNICODE)
_BUILTINS = frozenset(dir(builtins))
#: What ``from enum import StrEnum`` gives a member's name a meaning of its own for.
_ENUM_RESERVED = frozenset({"mro", "name", "value"})


def _spellable(name: str) -> str:
    """The name as Python reads it (in NFKC), with _ for what no identifier can have in it."""
    if name.isascii() and f"_{name}".isidentifier():
        return name
    normal = unicodedata.normalize("NFKC", name)
    return "".join(char if f"_{char}".isidentifier() else "_" for char in normal)


@cache
def snake_case(name: str) -> str:
    """``GetChatByID`` → ``get_chat_by_id``, ``UpsertHTTPServer`` → ``upsert_http_server``."""
    parts = _SEPARATORS.split(_spellable(name))
    return "_".join(word.lower() for part in parts for word in _WORDS.findall(part))


@cache
def pascal_case(name: str) -> str:
    """``chat_messages`` → ``ChatMessages``; capitals inside a word stay."""
    return "".join(
        part[:1].upper() + part[1:] for part in _SEPARATORS.split(_spellable(name)) if part
    )


def identifier(name: str, fallback: str) -> str:
    """A valid identifier: one that starts with a digit, or is a keyword, is changed a little."""
    # Changing a letter's case may give letters that are spelled otherwise.
    name = _spellable(name).strip() or fallback
    if not name[0].isidentifier():
        name = f"{fallback}_{name}"
    return f"{name}_" if keyword.iskeyword(name) else name


def function_name(query: str) -> str:
    """The function of a query. One that would hide a builtin gets an underscore."""
    name = identifier(snake_case(query), "query")
    return f"{name}_" if name in _BUILTINS else name


def constant_name(query: str) -> str:
    """The constant that holds a query's SQL."""
    return identifier(snake_case(query).upper(), "QUERY")


def class_name(
    *parts: str, plural: bool = False, singulars: Mapping[str, str] | None = None
) -> str:
    """The class of an enum, or of a table, whose name is put into the singular if ``plural``.

    ``singulars`` are the user's own, of the last word or of the whole name.
    """
    own = (singulars or {}).get(parts[-1].lower())
    if plural and own is not None:
        return identifier(pascal_case("_".join([*parts[:-1], own])), "Table")
    words = [part for part in _SEPARATORS.split(_spellable("_".join(parts))) if part]
    if plural and words:
        words[-1] = (singulars or {}).get(words[-1].lower()) or singular(words[-1])
    return identifier(pascal_case("_".join(words)), "Table")


@cache
def field_name(column: str, number: int) -> str:
    """The attribute of a column; ``number`` is its 1-based place."""
    return identifier(snake_case(column), f"column_{number}")


def parameter_name(name: str, number: int, taken: Collection[str]) -> str:
    """The keyword of a query's parameter. One that the function has taken gets an underscore."""
    python = identifier(snake_case(name), f"arg{number}")
    return f"{python}_" if python in taken else python


def member_name(label: str) -> str:
    """The member of an enum's label: ``in-progress`` → ``IN_PROGRESS``."""
    name = _spellable(_SEPARATORS.sub("_", _spellable(label)).strip("_").upper()) or "EMPTY"
    if name.lower() in _ENUM_RESERVED or not name[0].isidentifier():
        name = f"VALUE_{name}"
    return name


def distinct(names: Collection[str]) -> list[str]:
    """The names in order; one that occurred before gets ``_2``, ``_3`` …"""
    seen: set[str] = set()
    result: list[str] = []
    for name in names:
        unique, count = name, 1
        while unique in seen or (count > 1 and unique in names):
            count += 1
            unique = f"{name}_{count}"
        seen.add(unique)
        result.append(unique)
    return result


def module_name(stem: str) -> str:
    """The module of a query file."""
    return identifier(snake_case(stem), "queries")
