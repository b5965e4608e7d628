"""What of a sqlc configuration's settings for generated code has a meaning for Python."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator, Sequence

from codegen.config.yaml_tree import Node
from codegen.plan.options import DEFAULT, Options, Override, Rename, type_reference
from codegen.records import replace

#: The keys that are read, wherever settings for generated code stand.
MAPPED = frozenset(
    {
        "emit_exact_table_names",
        "emit_pydantic_models",
        "emit_sync_querier",
        "emit_async_querier",
        "inflection_exclude_table_names",
        "rename",
    }
)
#: Names of types that sqlc understands and PostgreSQL doesn't.
_ALIASES = (("blob", "bytea"), ("string", "text"))

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def options_of(settings: Sequence[Node]) -> Options:
    """The options of a package; ``settings`` are the mappings that hold its keys.

    sqlc writes two columns of one name with a number, and accepts queries that PostgreSQL
    wouldn't: so are the defaults here.
    """
    base = replace(DEFAULT, duplicate_columns="number", type_aliases=_ALIASES, skip_invalid=True)
    return replace(
        base,
        exact_table_names=any(map(_is_true, _at(settings, "emit_exact_table_names"))),
        models="pydantic"
        if any(map(_is_true, _at(settings, "emit_pydantic_models")))
        else "dataclass",
        flavours=_flavours(settings),
        singular=tuple(
            (one.text.lower(), one.text.lower())
            for words in _at(settings, "inflection_exclude_table_names")
            for one in words.items
            if one.text
        ),
        rename=tuple(one for names in _at(settings, "rename") for one in _renames(names)),
        overrides=tuple(one for types in _at(settings, "overrides") for one in _overrides(types)),
    )


def _at(settings: Sequence[Node], key: str) -> list[Node]:
    return [node for one in settings if (node := one.at(key))]


def _is_true(node: Node) -> bool:
    return node.text is not None and node.text.lower() in ("true", "yes", "on")


def _flavours(settings: Sequence[Node]) -> str:
    """Those of sqlc's plugin for Python that are asked for; both where it isn't said."""
    sync, aio = (
        any(map(_is_true, _at(settings, f"emit_{name}_querier"))) for name in ("sync", "async")
    )
    return "both" if sync == aio else "sync" if sync else "async"


def _renames(names: Node) -> Iterator[Rename]:
    """A name for Go is a class's as it is, and in lower case an attribute's."""
    for key, node in names.keys.items():
        to = node.text or ""
        if to.isidentifier() and not keyword.iskeyword(to):
            yield Rename(key=key, to=to[0].upper() + to[1:], span=node.span, required=False)
        attribute = _HUMP.sub("_", to).lower()
        is_other = attribute.replace("_", "") != key.replace("_", "").lower()
        if is_other and attribute.isidentifier() and not keyword.iskeyword(attribute):
            yield Rename(key=f"*.{key}", to=attribute, span=node.span, required=False)


def _overrides(types: Node) -> Iterator[Override]:
    """Those that name a type of Python."""
    for one in types.items:
        key, python, module = (
            one.at("column") or one.at("db_type"),
            one.at("py_type"),
            one.at("py_import"),
        )
        if not (key and key.text and python and python.text):
            continue
        name = f"{module.text}.{python.text}" if module and module.text else python.text
        try:
            yield Override(
                key=key.text, type=type_reference(name), span=python.span, required=False
            )
        except ValueError:
            continue
