"""Literals whose text their type's input function would refuse."""

from __future__ import annotations

import difflib
import json
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
#: What a value of a type has to have in it; the rest its input function knows.
_DIGIT_OR_INFINITY = re.compile(r"\s*PT\s*$|.*(\d|infinity)", re.IGNORECASE | re.DOTALL)
_MOMENT = re.compile(
    r"(?!\s*\d{1,2}\s*$).*(\d|infinity|epoch|now|today|tomorrow|yesterday|allballs)",
    re.IGNORECASE | re.DOTALL,
)
_SHAPE = re.compile(r".*(\d|inf|nan).*,", re.IGNORECASE | re.DOTALL)
_MAC = re.compile(r"\s*([0-9a-fA-F]{1,2}[:.-]?){6}")
_NETWORK = re.compile(r"[0-9a-fA-FxX:.]+(/\d+)?$")
#: Four numbers, fewer with the length of the network, or what has a colon.
_ADDRESS = re.compile(r"(\d+(\.\d+){3}|\d+(\.\d+){0,2}(?=/)|[0-9a-fA-F.]*:[0-9a-fA-F:.]*)(/\d+)?$")
_BITS = re.compile(r"[bB]?[01]*$|[xX][0-9a-fA-F]*$")
_LSN = re.compile(r"[0-9a-fA-F]{1,8}/[0-9a-fA-F]{1,8}$")
_BOOLEANS = ("true", "false", "yes", "no", "on", "off", "1", "0")
_BOUNDS = {oids.INT2: 1 << 15, oids.INT4: 1 << 31, oids.INT8: 1 << 63}


def _is_boolean(text: str) -> bool:
    word = text.strip().lower()
    return bool(word) and word not in ("o",) and any(full.startswith(word) for full in _BOOLEANS)


def _is_json(text: str) -> bool:
    try:
        json.loads(text, parse_constant=_refuse, parse_int=str, parse_float=str)
    except ValueError:
        return False
    except RecursionError:
        return True  # the server's stack is deeper
    return True


def _refuse(word: str) -> None:
    raise ValueError(word)


_INPUT: dict[int, Callable[[str], object]] = {
    oids.INT2: _INTEGER.match,
    oids.INT4: _INTEGER.match,
    oids.INT8: _INTEGER.match,
    oids.NUMERIC: _NUMBER.match,
    oids.FLOAT4: _NUMBER.match,
    oids.FLOAT8: _NUMBER.match,
    oids.UUID: _UUID.match,
    oids.BOOL: _is_boolean,
    oids.JSON: _is_json,
    oids.JSONB: _is_json,
    oids.OID: _INTEGER.match,
    oids.DATE: _MOMENT.match,
    oids.TIMESTAMP: _MOMENT.match,
    oids.TIMESTAMPTZ: _MOMENT.match,
    oids.TIME: _MOMENT.match,
    oids.TIMETZ: _MOMENT.match,
    oids.INTERVAL: _DIGIT_OR_INFINITY.match,
    oids.POINT: _SHAPE.match,
    oids.LINE: _SHAPE.match,
    oids.LSEG: _SHAPE.match,
    oids.BOX: _SHAPE.match,
    oids.PATH: _SHAPE.match,
    oids.POLYGON: _SHAPE.match,
    oids.CIRCLE: _SHAPE.match,
    oids.MACADDR: _MAC.match,
    oids.MACADDR8: _MAC.match,
    oids.INET: _ADDRESS.match,
    oids.CIDR: _NETWORK.match,
    oids.BIT: _BITS.match,
    oids.VARBIT: _BITS.match,
    oids.PG_LSN: _LSN.match,
}


#: By kind of type, how a literal of it starts and what it is called.
_FORMS = {
    "array": ("{[", "array"),
    "r": ("[(", "range"),
    "m": ("{", "multirange"),
    "c": ("(", "record"),
}


def _check_form(state: State, literal: nodes.Const, base: int) -> None:
    """The first character of an array, a range, a multirange or a row is its bracket."""
    type_ = state.catalog.type(base)
    text = (literal.value or "").strip()
    form = "array" if type_.is_array and not type_.name.endswith("vector") else type_.kind
    brackets, what = _FORMS.get(form, ("", ""))
    if not what or text.startswith(tuple(brackets)) or (form == "r" and text.lower() == "empty"):
        return
    state.fail(
        "datatype-mismatch",
        f'malformed {what} literal: "{literal.value}"',
        literal,
        f"It starts with {' or '.join(brackets)}.",
    )


def check_literal(state: State, literal: nodes.Const, target: int) -> None:
    """An untyped literal that becomes ``target`` must be one of its values.

    Checked for enums, numbers, booleans, uuids and json, for the form of arrays, ranges and rows,
    and for what a date, an address and the like can't be without; the rest is the server's to say.
    """
    if literal.value is None:
        return
    base = state.catalog.base_type(target)
    if base == oids.RECORD:
        message = "input of anonymous composite types is not implemented"
        state.fail("datatype-mismatch", message, literal, "Write ROW(…).")
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
    _check_form(state, literal, base)
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
