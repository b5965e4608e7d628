"""The table of input functions, and those that look into a type's parts."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from functools import partial

from codegen.postgres import oids
from codegen.postgres.catalog import Catalog, Type
from codegen.postgres.input import intervals, moments, networks, numbers, queries, scalars, shapes
from codegen.postgres.input.containers import (
    Parts,
    array_elements,
    multirange_ranges,
    range_bounds,
    row_fields,
)
from codegen.postgres.input.refusals import Refusal

_INPUT: dict[int, Callable[[str], Refusal | None]] = {
    oids.INT2: partial(numbers.integer, 16, "smallint"),
    oids.INT4: partial(numbers.integer, 32, "integer"),
    oids.INT8: partial(numbers.integer, 64, "bigint"),
    oids.OID: partial(numbers.unsigned, 32, "oid"),
    oids.INT2VECTOR: numbers.int2vector,
    oids.OIDVECTOR: numbers.oidvector,
    oids.XID: partial(numbers.unsigned, 32, "xid"),
    oids.CID: partial(numbers.unsigned, 32, "cid"),
    oids.XID8: partial(numbers.unsigned, 64, "xid8"),
    oids.NUMERIC: numbers.numeric,
    oids.FLOAT4: partial(numbers.floating, "real"),
    oids.FLOAT8: partial(numbers.floating, "double precision"),
    oids.BOOL: scalars.boolean,
    oids.UUID: scalars.uuid,
    oids.BYTEA: scalars.bytea,
    oids.BIT: scalars.bits,
    oids.VARBIT: scalars.bits,
    oids.JSON: scalars.json_text,
    oids.JSONB: scalars.jsonb,
    oids.PG_LSN: scalars.lsn,
    oids.TID: scalars.tid,
    oids.PG_SNAPSHOT: scalars.snapshot,
    oids.TXID_SNAPSHOT: scalars.snapshot,
    oids.DATE: partial(moments.moment, "date"),
    oids.TIMESTAMP: partial(moments.moment, "timestamp"),
    oids.TIMESTAMPTZ: partial(moments.moment, "timestamp with time zone"),
    oids.TIME: partial(moments.time_of_day, "time"),
    oids.TIMETZ: partial(moments.time_of_day, "time with time zone"),
    oids.INTERVAL: intervals.interval,
    oids.POINT: shapes.point,
    oids.LSEG: partial(shapes.points, "lseg", 2),
    oids.BOX: partial(shapes.points, "box", 2),
    oids.PATH: partial(shapes.points, "path", 0),
    oids.POLYGON: partial(shapes.points, "polygon", 0),
    oids.LINE: shapes.line,
    oids.CIRCLE: shapes.circle,
    oids.INET: networks.inet,
    oids.CIDR: networks.cidr,
    oids.MACADDR: networks.macaddr,
    oids.MACADDR8: networks.macaddr8,
    oids.TSQUERY: queries.tsquery,
}
#: The arrays whose elements are separated otherwise than by commas (pg_type.typdelim).
_DELIMITERS = {oids.BOX: ";"}


def refusal(catalog: Catalog, oid: int, text: str) -> Refusal | None:
    """Why ``text`` can't be a value of a type, None where it may be one.

    A domain's CHECKs are not looked at, nor is a length or a precision: the one that casts does.
    """
    base = catalog.base_type(oid)
    check = _INPUT.get(base)
    if check is not None:
        return check(text)
    type_ = catalog.type(base)
    inner = _BY_KIND.get("array" if type_.is_array else type_.kind)
    return inner(catalog, type_, text) if inner is not None else None


def _enum(catalog: Catalog, type_: Type, text: str) -> Refusal | None:
    if text in type_.labels:
        return None
    near = difflib.get_close_matches(text, type_.labels, 1, 0.7)
    near = near or [label for label in type_.labels if label.lower() == text.lower()]
    hint = f"Did you mean '{near[0]}'? " if near else ""
    labels = ", ".join(repr(label) for label in type_.labels)
    message = f'invalid input value for enum {catalog.format_type(type_.oid)}: "{text}"'
    return Refusal(message, f"{hint}Its labels are {labels}.")


def _array(catalog: Catalog, type_: Type, text: str) -> Refusal | None:
    if type_.name.endswith("vector"):
        return None
    parts = array_elements(text, _DELIMITERS.get(type_.element, ","))
    if parts is None:
        return _malformed("array", text, "Write '{…}', with commas between the elements.")
    return _first(catalog, type_.element, parts)


def _range(catalog: Catalog, type_: Type, text: str) -> Refusal | None:
    bounds = range_bounds(text)
    if bounds is None:
        return _malformed("range", text, "Write '[lower,upper)', or 'empty'.")
    refused = _first(catalog, type_.subtype, bounds)
    if refused is None and type_.subtype in _WHOLE and None not in bounds and bounds:
        lower, upper = (int(bound or "", 0 if _is_based(bound or "") else 10) for bound in bounds)
        if lower > upper:
            return Refusal("range lower bound must be less than or equal to range upper bound")
    return refused


_WHOLE = frozenset({oids.INT4, oids.INT8})


def _is_based(number: str) -> bool:
    return any(letter in number.lower() for letter in "xob")


def _multirange(catalog: Catalog, type_: Type, text: str) -> Refusal | None:
    ranges = multirange_ranges(text)
    if ranges is None:
        return _malformed("multirange", text, "Write '{[lower,upper), …}'.")
    return _first(catalog, type_.range, ranges)


def _row(catalog: Catalog, type_: Type, text: str) -> Refusal | None:
    values = row_fields(text)
    if values is None:
        return _malformed("record", text, "Write '(…)', with commas between the fields.")
    relation = catalog.relation_of_type(type_.oid)
    columns = relation.columns if relation else type_.fields
    if len(values) != len(columns):
        few = "few" if len(values) < len(columns) else "many"
        named = ", ".join(column.name for column in columns)
        return _malformed("record", text, f"It has too {few} fields; the type has {named}.")
    for value, column in zip(values, columns, strict=True):
        refused = _first(catalog, column.type, [value])
        if refused is not None:
            return refused
    return None


_BY_KIND: dict[str, Callable[[Catalog, Type, str], Refusal | None]] = {
    "e": _enum,
    "array": _array,
    "r": _range,
    "m": _multirange,
    "c": _row,
}


def _first(catalog: Catalog, oid: int, parts: Parts) -> Refusal | None:
    """What is wrong with the first of the parts that has something wrong."""
    found = (refusal(catalog, oid, part) for part in parts if part is not None)
    return next((one for one in found if one is not None), None)


def _malformed(what: str, text: str, help: str) -> Refusal:
    return Refusal(f'malformed {what} literal: "{text}"', help)
