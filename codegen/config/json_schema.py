"""The JSON schema of a codegen.toml, and of ``[tool.codegen]``: what editors complete and check.

It is made of the tables that the reader goes by.
"""

from __future__ import annotations

from codegen.config.settings import OVERRIDE_KEYS, SETTINGS, Setting
from codegen.config.toml import KEYS, NAME, PACKAGES, PathKey
from codegen.config.vet import LEVELS, LIMITS, ROWS, RULES

Schema = dict[str, object]

#: What a Python name is for jsonschema, near enough.
_PYTHON_NAME = r"^[^\W\d]\w*$"
_TEXT: Schema = {"type": "string", "minLength": 1}


def config_schema() -> Schema:
    """JSON Schema, draft 7, as taplo and schemastore.org take it."""
    own = {
        **{key: _paths(key, value) for key, value in KEYS.items()},
        **{key: _setting(value) for key, value in SETTINGS.items()},
    }
    name = {"type": "string", "pattern": _PYTHON_NAME, "description": "Tells packages apart."}
    package = {
        "type": "object",
        "description": "One of several packages; what it doesn't say is as at the top.",
        "properties": {NAME: name, **own},
        "anyOf": [{"required": [NAME]}, {"required": ["out"]}],
        "additionalProperties": False,
    }
    several = {"type": "array", "description": "Several packages.", "items": package}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "codegen",
        "description": "codegen.toml, or [tool.codegen] in pyproject.toml",
        "type": "object",
        "properties": {**own, PACKAGES: several},
        "additionalProperties": False,
    }


def _paths(key: str, value: PathKey) -> Schema:
    if "list" not in value.has_to_be:
        return {**_TEXT, "description": value.meaning}
    several: Schema = {"type": "array", "items": _TEXT}
    if key != "schema":
        several["minItems"] = 1
    return {"anyOf": [_TEXT, several], "description": value.meaning}


def _setting(setting: Setting) -> Schema:
    return {**_value(setting), "description": setting.meaning}


def _value(setting: Setting) -> Schema:
    match setting.kind:
        case "choice":
            return {"enum": list(setting.choices)}
        case "flag":
            return {"type": "boolean"}
        case "folder":
            return _TEXT
        case "vet":
            return _vet()
        case "rename":
            return _table({"type": "string", "pattern": _PYTHON_NAME})
        case "overrides":
            return _table({"anyOf": [_TEXT, _override()]})
        case _:
            return _table(_TEXT)


def _vet() -> Schema:
    number: Schema = {"type": "integer", "minimum": 0}
    rows = {"anyOf": [number, _table(number)], "description": "How many rows tables have."}
    files = {
        "anyOf": [_TEXT, {"type": "array", "items": _TEXT}],
        "description": "Files with rules in SQL.",
    }
    limits = {key: {**number, "description": meaning} for key, meaning in LIMITS.items()}
    return {
        "type": "object",
        "properties": {RULES: files, ROWS: rows, **limits},
        "additionalProperties": {"enum": list(LEVELS)},
    }


def _table(value: Schema) -> Schema:
    return {"type": "object", "additionalProperties": value}


def _override() -> Schema:
    return {
        "type": "object",
        "properties": dict.fromkeys(OVERRIDE_KEYS, _TEXT),
        "required": ["type"],
        "additionalProperties": False,
    }
