"""Packages written as the text of a codegen.toml."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields

from codegen.config.model import Config
from codegen.plan.options import DEFAULT, Options, Override, Reference
from codegen.plan.spelling import Annotation

#: What is said of options that another tool's configuration brings along.
_COMMENTS = {
    "skip_invalid": "queries that PostgreSQL refuses are left out with a warning; false: errors",
    "duplicate_columns": "two columns of one name get numbers, as with sqlc",
    "type_aliases": "types that only sqlc knows",
}
_TABLES = ("singular", "type_aliases", "rename", "overrides")


def as_toml(configs: Sequence[Config], out: str) -> str:
    """The text of a codegen.toml for packages; ``out`` is the folder of those that name none.

    Several packages share what all of them say.
    """
    if len(configs) == 1:
        only = configs[0]
        return _text([*_paths(only, out), *_options(only.options, ""), *_tables(only.options, "")])
    shared = (
        configs[0].options if all(one.options == configs[0].options for one in configs) else None
    )
    lines = [f"out = {_word(out)}", *(_options(shared, "") if shared else ())]
    lines += _tables(shared, "") if shared else []
    for config in configs:
        lines += ["", "[[packages]]", f"name = {_word(config.name)}", *_paths(config, None)]
        if not shared:
            lines += [*_options(config.options, ""), *_tables(config.options, "packages.")]
    return _text(lines)


def _text(lines: Sequence[str]) -> str:
    return "\n".join(lines) + "\n"


def _paths(config: Config, out: str | None) -> Iterator[str]:
    yield f"schema = {_words(config.schema)}"
    yield f"queries = {_words(config.queries)}"
    if config.out or out:
        yield f"out = {_word(config.out or out or '')}"


def _options(options: Options, prefix: str) -> Iterator[str]:
    """The options that are words or flags and not as they are by default."""
    for field in fields(options):
        value, name = getattr(options, field.name), field.name
        if name in _TABLES or value == getattr(DEFAULT, name):
            continue
        comment = f"  # {_COMMENTS[name]}" if name in _COMMENTS else ""
        yield f"{prefix}{name} = {_value(value)}{comment}"


def _tables(options: Options, prefix: str) -> Iterator[str]:
    entries = {
        "singular": [(key, _word(value)) for key, value in options.singular],
        "type_aliases": [(key, _word(value)) for key, value in options.type_aliases],
        "rename": [(one.key, _word(one.to)) for one in options.rename],
        "overrides": [(one.key, _override(one)) for one in options.overrides],
    }
    for name, pairs in entries.items():
        if pairs:
            comment = f"  # {_COMMENTS[name]}" if name in _COMMENTS else ""
            yield f"\n[{prefix}{name}]{comment}"
            yield from (f"{_word(key)} = {value}" for key, value in pairs)


def _override(override: Override) -> str:
    parts = {"type": _word(_type(override.type))}
    for name in ("decode", "encode"):
        value: Reference | None = getattr(override, name)
        if value is not None:
            parts[name] = _word(value.text)
    if len(parts) == 1:
        return parts["type"]
    return "{ " + ", ".join(f"{key} = {value}" for key, value in parts.items()) + " }"


def _type(annotation: Annotation) -> str:
    name = annotation.name
    if name is None:
        return " | ".join(map(_type, annotation.args))
    written = f"{name.module}.{name.name}" if name.module else name.name
    inner = ", ".join(map(_type, annotation.args))
    return f"{written}[{inner}]" if inner else written


def _words(values: Sequence[str]) -> str:
    return _word(values[0]) if len(values) == 1 else "[" + ", ".join(map(_word, values)) + "]"


def _value(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else _word(str(value))


def _word(text: str) -> str:
    """A basic string of TOML, which a string of JSON is."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
