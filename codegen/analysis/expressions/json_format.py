"""FORMAT JSON and its ENCODING (checkJsonOutputFormat and transformJsonValueExpr in
src/backend/parser/parse_expr.c)."""

from __future__ import annotations

from sqlglot import exp

from codegen.analysis.scope import Scope
from codegen.postgres import oids
from codegen.sql.clause import Format

#: The encodings that there are for JSON (makeJsonEncoding in src/backend/nodes/makefuncs.c).
_ENCODINGS = frozenset(["utf8", "utf16", "utf32"])
_NOT_STRINGS = frozenset({oids.BYTEA, oids.JSON, oids.JSONB})


def check_output_format(
    format: Format | None, type_: int, node: exp.Expr, scope: Scope, converts: bool = False
) -> None:
    """FORMAT JSON of RETURNING or of a column; what ``converts`` has the format for any type."""
    if format is None:
        return
    string = type_ in _NOT_STRINGS or scope.catalog.type(type_).category == "S"
    if not (converts or string):
        message = "cannot use JSON format with non-string output types"
        scope.state.fail("datatype-mismatch", message, node, "Leave FORMAT JSON out.")
    _check_encoding(format, node, scope)
    if format.encoding and type_ != oids.BYTEA:
        message = "cannot set JSON encoding for non-bytea output types"
        scope.state.fail("datatype-mismatch", message, node, "Leave ENCODING out.")
    if format.encoding.lower() not in ("", "utf8"):
        scope.state.fail("unsupported", "unsupported JSON encoding", node, "Write UTF8.")


def check_input_format(format: Format | None, type_: int, node: exp.Expr, scope: Scope) -> None:
    """FORMAT JSON behind a value."""
    if format is None or not format.encoding:
        return
    _check_encoding(format, node, scope)
    if type_ != oids.BYTEA:
        message = "JSON ENCODING clause is only allowed for bytea input type"
        scope.state.fail("datatype-mismatch", message, node, "Leave ENCODING out.")


def _check_encoding(format: Format, node: exp.Expr, scope: Scope) -> None:
    if format.encoding and format.encoding.lower() not in _ENCODINGS:
        message = f"unrecognized JSON encoding: {format.encoding}"
        scope.state.fail("undefined-object", message, node, "Write UTF8.")
