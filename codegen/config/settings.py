"""The keys that say how the package is to look, and their reading into options."""

from __future__ import annotations

import difflib
import keyword
import re
from collections.abc import Callable, Iterator
from typing import Any, Never, TypeVar

from codegen.config.model import invalid
from codegen.config.table import Table, check_keys
from codegen.config.vet import read_vet
from codegen.plan.options import (
    DUPLICATES,
    FLAVOURS,
    MODEL_KINDS,
    Options,
    Override,
    Rename,
    Vet,
    reference,
    type_reference,
)
from codegen.records import dataclass, replace

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Setting:
    """A key: ``kind`` is choice (one of ``choices``), flag, folder, words (a table from words to
    words), vet, rename or overrides; ``meaning`` is for people."""

    kind: str
    meaning: str
    choices: tuple[str, ...] = ()


#: By key, which is also the name of the option.
SETTINGS: dict[str, Setting] = {
    "models": Setting("choice", "What tables and rows become.", MODEL_KINDS),
    "flavours": Setting("choice", "Which functions there are.", FLAVOURS),
    "queries_class": Setting("flag", "Whether there is a class with all queries as methods."),
    "protocol": Setting("flag", "Whether there is a Protocol of that class, for stand-ins."),
    "query_info": Setting("flag", "Whether there are constants with what is known of each query."),
    "name_comments": Setting("flag", "Whether the SQL that runs starts with the query's name."),
    "exact_table_names": Setting("flag", "Whether classes keep a table's plural."),
    "duplicate_columns": Setting("choice", "What becomes of two columns of a name.", DUPLICATES),
    "templates": Setting("folder", "A folder with templates that go before codegen's."),
    "singular": Setting("words", "The singular of words that would get a wrong one."),
    "type_aliases": Setting("words", "Types of the schema that PostgreSQL lacks, as which it has."),
    "vet": Setting("vet", "Rules of `codegen vet`, each as off, note, warning or error; limits."),
    "skip_invalid": Setting("flag", "Whether what PostgreSQL refuses is left out, with a warning."),
    "rename": Setting("rename", "Python names for tables, types and columns."),
    "overrides": Setting("overrides", "Python types for PostgreSQL types and columns."),
}
#: What the value of each kind has to be, and how it is written.
_KINDS = {
    "flag": ("true or false", "{key} = true"),
    "folder": ("a path", '{key} = "…"'),
    "words": ("a table of words", '[{key}] with lines such as word = "word"'),
    "vet": ("a table of rules", '[{key}] with lines such as without-where = "error"'),
    "rename": ("a table of names", '[{key}] with lines such as name = "Name"'),
    "overrides": ("a table of types", '[{key}] with lines such as jsonb = "package.module.Type"'),
}
#: Kinds whose entries are added to those that all packages share.
_ADDED = frozenset({"words", "rename", "overrides"})
#: The keys of an override that is more than a type.
OVERRIDE_KEYS = ("type", "decode", "encode")


def options_of(table: Table, base: Options, locate: Callable[[str], str]) -> Options:
    """The options with what the table says in place of the base's; entries of tables are added.

    ``locate`` makes a path relative to the file one of the working directory.
    Raises CodegenError (config-invalid) for a value of another kind.
    """
    found: dict[str, Any] = {}
    for key, setting in SETTINGS.items():
        if key not in table.values:
            continue
        value: Any = _READERS[setting.kind](table, key)
        if setting.kind == "vet":
            rules = tuple(locate(path) for path in value.rules)
            value = base.vet.with_more(replace(value, rules=rules))
        elif setting.kind in _ADDED:
            value = (*getattr(base, key), *value)
        found[key] = locate(value) if setting.kind == "folder" else value
        if setting.kind == "folder":
            found[f"{key}_place"] = table.value_place(key)
    return replace(base, **found)


def _choice(table: Table, key: str) -> str:
    choices = SETTINGS[key].choices
    value = table.values[key]
    if isinstance(value, str) and value in choices:
        return value
    near = difflib.get_close_matches(value.lower(), choices, 1) if isinstance(value, str) else []
    help = f'Write {key} = "{near[0] if near else choices[0]}".'
    quoted = ", ".join(f'"{choice}"' for choice in choices)
    raise invalid(f"{key} has to be one of {quoted}", table.value_place(key), help)


def _flag(table: Table, key: str) -> bool:
    value = table.values[key]
    return value if isinstance(value, bool) else _wrong(table, key)


def _folder(table: Table, key: str) -> str:
    value = table.values[key]
    return value if isinstance(value, str) and value else _wrong(table, key)


def _vet(table: Table, key: str) -> Vet:
    inner = table.inner(key)
    return read_vet(inner) if inner is not None else _wrong(table, key)


def _words(table: Table, key: str) -> tuple[tuple[str, str], ...]:
    return tuple((inner.lower(), value) for inner, value, _ in _texts(table, key))


def _renames(table: Table, key: str) -> tuple[Rename, ...]:
    found: list[Rename] = []
    for inner, value, named in _texts(table, key):
        if not value.isidentifier() or keyword.iskeyword(value):
            what = "a reserved word of Python" if keyword.iskeyword(value) else "not a Python name"
            help = f'Write a name of letters, digits and _, such as "{_python_name(value)}".'
            raise invalid(f"{value} is {what}", named.value_place(inner), help)
        found.append(Rename(key=inner, to=value, span=named.place(inner)))
    return tuple(found)


def _python_name(text: str) -> str:
    name = re.sub(r"\W+", "_", text).strip("_")
    if not name or keyword.iskeyword(name):
        return f"{name}_"
    return name if name.isidentifier() else f"_{name}"


def _texts(table: Table, key: str) -> Iterator[tuple[str, str, Table]]:
    inner = table.inner(key) or _wrong(table, key)
    for name, value in inner.values.items():
        if not isinstance(value, str) or not value:
            place, help = inner.value_place(name), f'Write {name} = "…".'
            raise invalid(f"{name} has to be a text", place, help)
        yield name, value, inner


def _overrides(table: Table, key: str) -> tuple[Override, ...]:
    inner = table.inner(key) or _wrong(table, key)
    return tuple(_override(inner, name) for name in inner.values)


def _override(table: Table, key: str) -> Override:
    own = table.inner(key)
    if own is None:
        return Override(
            key=key, type=_parsed(table, key, key, type_reference), span=table.place(key)
        )
    check_keys(own, OVERRIDE_KEYS)
    if "type" not in own.values:
        help = f'Write {{ type = "…" }} with one or more of {", ".join(OVERRIDE_KEYS)}.'
        raise invalid(f"the override of {key} has no type", table.place(key), help)
    return Override(
        key=key,
        type=_parsed(own, "type", key, type_reference),
        decode=_parsed(own, "decode", key, reference) if "decode" in own.values else None,
        encode=_parsed(own, "encode", key, reference) if "encode" in own.values else None,
        span=table.place(key),
    )


def _parsed(table: Table, key: str, override: str, parse: Callable[[str], T]) -> T:
    value = table.values[key]
    try:
        if isinstance(value, str):
            return parse(value)
    except ValueError as caught:
        help = 'Write "package.module.name", or "package.module:Class.method".'
        message = f"the override of {override}: {caught}"
        raise invalid(message, table.value_place(key), help) from caught
    what = "a type" if key in ("type", override) else "a function"
    message = f"{key} has to be the name of {what}"
    raise invalid(message, table.value_place(key), f'Write {key} = "package.module.name".')


def _wrong(table: Table, key: str) -> Never:
    has_to_be, example = _KINDS[SETTINGS[key].kind]
    message = f"{key} has to be {has_to_be}"
    raise invalid(message, table.value_place(key), f"Write {example.format(key=key)}.")


_READERS: dict[str, Callable[[Table, str], Any]] = {
    "choice": _choice,
    "flag": _flag,
    "folder": _folder,
    "words": _words,
    "vet": _vet,
    "rename": _renames,
    "overrides": _overrides,
}
