"""SEARCH and CYCLE, which add columns to a recursive WITH query (manual 7.8.2; analyzeCTE)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.coerce import coerce, common
from codegen.analysis.expressions.values import number_type
from codegen.analysis.scope import Scope
from codegen.analysis.sorting import require_equality
from codegen.analysis.types import resolve_type
from codegen.postgres import oids
from codegen.sql.lexer import Token
from codegen.sql.shaping import Cycle, Search
from codegen.sql.typenames import parse_type_name, skip_interval_fields


def add_search_and_cycle(cte: nodes.Cte, node: exp.Expr, scope: Scope) -> None:
    """Adds SEARCH's column, then CYCLE's two."""
    start = node.args["alias"].this.meta.get("start", -1)
    search = scope.state.shaped.searches.get(start)
    cycle = scope.state.shaped.cycles.get(start)
    if search is None and cycle is None:
        return
    if not cte.recursive:
        scope.state.fail(
            "syntax-error",
            "WITH query is not recursive",
            node.args["alias"].this,
            "Write WITH RECURSIVE, and let the query read from itself.",
        )
    _check_terms(node, scope)
    _check_names(cte, search, cycle, scope)
    added: list[nodes.RangeColumn] = []
    if search is not None:
        type_ = oids.RECORD_ARRAY if search.depth else oids.RECORD
        added.append(nodes.RangeColumn(name=search.sequence.text, type=type_))
    if cycle is not None:
        mark = _mark_type(cycle, scope)
        require_equality(mark, scope, cycle.span)
        added.append(nodes.RangeColumn(name=cycle.mark.text, type=mark))
        added.append(nodes.RangeColumn(name=cycle.path.text, type=oids.RECORD_ARRAY))
    cte.columns += added
    cte.extra_columns = len(added)
    cte.null_mark = cycle is not None and _is_null_by_default(cycle)


def _is_null_by_default(cycle: Cycle) -> bool:
    """TO NULL makes no NULL: where a mark is compared with it, no row is followed further."""
    return any(token.kind == "name" and token.text == "null" for token in cycle.values[-1:])


def _check_terms(node: exp.Expr, scope: Scope) -> None:
    """Both terms are changed to compute the columns, so that each has to be one SELECT."""
    body = _unwrapped(node.this)
    for side, term in (("left", body.this), ("right", body.expression)):
        if not isinstance(_unwrapped(term), exp.Select):
            message = (
                f"with a SEARCH or CYCLE clause, the {side} side of the UNION must be a SELECT"
            )
            scope.state.fail(
                "unsupported",
                message,
                node.args["alias"].this,
                "Write each side of the UNION as one SELECT.",
            )


def _unwrapped(node: exp.Expr) -> exp.Expr:
    while isinstance(node, exp.Subquery):
        node = node.this
    return node


def _check_names(cte: nodes.Cte, search: Search | None, cycle: Cycle | None, scope: Scope) -> None:
    known = {column.name for column in cte.columns}
    if search is not None:
        _check_listed("search", search.columns, known, search.span, scope)
        _check_new("search sequence column", search.sequence, known, search.span, scope)
    if cycle is None:
        return
    _check_listed("cycle", cycle.columns, known, cycle.span, scope)
    _check_new("cycle mark column", cycle.mark, known, cycle.span, scope)
    _check_new("cycle path column", cycle.path, known, cycle.span, scope)
    pairs = [("cycle mark", cycle.mark, "cycle path", cycle.path)]
    if search is not None:
        pairs.append(("search sequence", search.sequence, "cycle mark", cycle.mark))
        pairs.append(("search sequence", search.sequence, "cycle path", cycle.path))
    for one, first, other, second in pairs:
        if first.text == second.text:
            message = f"{one} column name and {other} column name are the same"
            scope.state.fail("duplicate-column", message, cycle.span, "Choose another name.")


def _check_listed(
    what: str, columns: Sequence[Token], known: set[str], span: nodes.Offsets, scope: Scope
) -> None:
    seen: set[str] = set()
    for column in columns:
        if column.text not in known:
            message = f'{what} column "{column.text}" not in WITH query column list'
            scope.state.fail("undefined-column", message, span, "Name one of its columns.")
        if column.text in seen:
            message = f'{what} column "{column.text}" specified more than once'
            scope.state.fail("duplicate-column", message, span, "Name it once.")
        seen.add(column.text)


def _check_new(
    what: str, column: Token, known: set[str], span: nodes.Offsets, scope: Scope
) -> None:
    if column.text in known:
        message = f'{what} name "{column.text}" already used in WITH query column list'
        scope.state.fail("duplicate-column", message, span, "Choose another name.")


def _mark_type(cycle: Cycle, scope: Scope) -> int:
    """boolean, or the common type of the two values."""
    if not cycle.values:
        return oids.BOOL
    words = [token.text if token.kind == "name" else "" for token in cycle.values]
    if words[0] != "to" or "default" not in words:
        scope.state.fail(
            "syntax-error",
            "a CYCLE mark has the form TO value DEFAULT value",
            cycle.span,
            "Write CYCLE … SET mark TO true DEFAULT false USING path.",
        )
    split = words.index("default")
    values = [
        _constant(cycle.values[1:split], scope),
        _constant(cycle.values[split + 1 :], scope),
    ]
    return common(scope.state, values, "CYCLE")[0]


_WORDS = {"true": oids.BOOL, "false": oids.BOOL, "null": oids.UNKNOWN}


def _constant(tokens: Sequence[Token], scope: Scope) -> nodes.Expr:
    """A constant as the grammar has it (AexprConst in gram.y)."""
    first = tokens[0]
    span = first.start, tokens[-1].end
    if len(tokens) == 1 and first.kind in ("string", "number", "bits", "name"):
        type_ = {
            "string": lambda: oids.UNKNOWN,
            "number": lambda: number_type(first.text),
            "bits": lambda: oids.BIT,
            "name": lambda: _WORDS.get(first.text, oids.UNKNOWN),
        }[first.kind]()
        value = None if first.kind == "name" and first.text == "null" else first.text
        return nodes.Const(type=type_, span=span, value=value)
    listed = [*tokens, Token("end", "", 0, 0)]
    parsed = parse_type_name(listed, 0)
    place = parsed[1] if parsed else 0
    if (
        parsed is None
        or listed[place].kind != "string"
        or skip_interval_fields(listed, place + 1) != len(tokens)
    ):
        scope.state.fail(
            "syntax-error", "a CYCLE mark's values are constants", span, "Write constants."
        )
    type_ = resolve_type(scope.catalog, parsed[0], scope.state.source)
    literal = nodes.Const(type=oids.UNKNOWN, span=span, value=listed[place].text)
    return coerce(scope.state, literal, type_, context="e")
