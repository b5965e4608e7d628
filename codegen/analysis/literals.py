"""Literals whose text their type's input function would refuse."""

from __future__ import annotations

from codegen.analysis import nodes
from codegen.analysis.object_names import missing_object
from codegen.analysis.scope import State
from codegen.postgres import oids
from codegen.postgres.input import refusal


def check_literal(state: State, literal: nodes.Const, target: int) -> None:
    """An untyped literal that becomes ``target`` must be one of its values.

    PostgreSQL calls the input function of the type while it analyses (coerce_type in
    parse_coerce.c); of a domain that of its base type, and looks at its CHECKs when it runs.
    """
    if literal.value is None:
        return
    base = state.catalog.base_type(target)
    if base == oids.RECORD:
        message = "input of anonymous composite types is not implemented"
        state.fail("datatype-mismatch", message, literal, "Write ROW(…).")
    missing = missing_object(state.catalog, base, literal.value)
    if missing is not None:
        state.fail(missing.code, missing.message, literal, missing.help)
    refused = refusal(state.catalog, base, literal.value)
    if refused is not None:
        help = f"Write a value of type {state.type_name(base)}, or cast the other side."
        state.fail("datatype-mismatch", refused.message, literal, refused.help or help)
