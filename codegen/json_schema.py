"""JSON schemas of the objects that are printed, made of the types that they have in Python."""

from __future__ import annotations

import inspect
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints, is_typeddict

Schema = dict[str, Any]

_SCALARS: dict[object, str] = {str: "string", int: "integer", bool: "boolean", NoneType: "null"}


def schema_of(kind: type) -> Schema:
    """JSON Schema, draft 7, of a TypedDict whose values are scalars, lists and further ones."""
    definitions: dict[str, Schema] = {}
    root = _object(kind, definitions)
    draft = "http://json-schema.org/draft-07/schema#"
    return {"$schema": draft, "title": kind.__name__, **root, "definitions": definitions}


def _object(kind: type, definitions: dict[str, Schema]) -> Schema:
    hints = get_type_hints(kind)
    return {
        "description": " ".join((inspect.getdoc(kind) or "").split()),
        "type": "object",
        "properties": {name: _value(hint, definitions) for name, hint in hints.items()},
        "required": list(hints),
    }


def _value(hint: Any, definitions: dict[str, Schema]) -> Schema:
    if hint in _SCALARS:
        return {"type": _SCALARS[hint]}
    if is_typeddict(hint):
        name: str = hint.__name__
        if name not in definitions:
            definitions[name] = {}
            definitions[name] = _object(hint, definitions)
        return {"$ref": f"#/definitions/{name}"}
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"enum": list(inner)}
    if origin is UnionType:
        return {"anyOf": [_value(one, definitions) for one in inner]}
    if origin is list:
        return {"type": "array", "items": _value(inner[0], definitions)}
    raise TypeError(f"{hint} has no JSON schema")
