"""Literals whose text their type's input function would refuse."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable

from codegen.analysis import nodes
from codegen.analysis.scope import State
from codegen.postgres import oids

_INTEGER = re.compile(
    r"\s*[+-]?(\d(_?\d)*|0[xX](_?[0-9a-fA-F])+|0[oO](_?[0-7])+|0[bB](_?[01])+)\s*$"
)
_NUMBER = re.compile(
    r"\s*[+-]?((\d(_?\d)*\.?(\d(_?\d)*)?|\.\d(_?\d)*)([eE][+-]?\d(_?\d)*)?|inf(inity)?|nan|0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+)\s*$",
    re.IGNORECASE,
)
_UUID = re.compile(r"\s*\{?([0-9a-fA-F]{4}-?){7}[0-9a-fA-F]{4}\}?\s*$")
_BOOLEANS = ("true", "false", "yes", "no", "on", "off", "1", "0")
_BOUNDS = {oids.INT2: 1 << 15, oids.INT4: 1 << 31, oids.INT8: 1 << 63}


def _is_boolean(text: str) -> bool:
    word = text.strip().lower()
    return bool(word) and word not in ("o",) and any(full.startswith(word) for full in _BOOLEANS)


_INPUT: dict[int, Callable[[str], object]] = {
    oids.INT2: _INTEGER.match,
    oids.INT4: _INTEGER.match,
    oids.INT8: _INTEGER.match,
    oids.NUMERIC: _NUMBER.match,
    oids.FLOAT4: _NUMBER.match,
    oids.FLOAT8: _NUMBER.match,
    oids.UUID: _UUID.match,
    oids.BOOL: _is_boolean,
}


def check_literal(state: State, literal: nodes.Const, target: int) -> None:
    """An untyped literal that becomes ``target`` must be one of its values.

    Checked for enums, numbers, booleans and uuids; other types take what their input function
    takes, which the server says.
    """
    if literal.value is None:
        return
    base = state.catalog.base_type(target)
    type_ = state.catalog.type(base)
    if type_.kind == "e":
        if literal.value not in type_.labels:
            near = difflib.get_close_matches(literal.value, type_.labels, 1)
            hint = f"Did you mean '{near[0]}'? " if near else ""
            state.fail(
                "datatype-mismatch",
                f'invalid input value for enum {state.type_name(base)}: "{literal.value}"',
                literal,
                f"{hint}Its labels are {', '.join(repr(label) for label in type_.labels)}.",
            )
        return
    accepts = _INPUT.get(base)
    if accepts is None:
        return
    bound = _BOUNDS.get(base)
    if not accepts(literal.value):
        state.fail(
            "datatype-mismatch",
            f'invalid input syntax for type {state.type_name(base)}: "{literal.value}"',
            literal,
            f"Write a value of type {state.type_name(base)}, or cast the other side.",
        )
    if (
        bound is not None
        and not -bound
        <= int(
            literal.value.strip(),
            0
            if "x" in literal.value.lower()
            or "o" in literal.value.lower()
            or "b" in literal.value.lower()
            else 10,
        )
        < bound
    ):
        state.fail(
            "datatype-mismatch",
            f'value "{literal.value}" is out of range for type {state.type_name(base)}',
            literal,
        )
