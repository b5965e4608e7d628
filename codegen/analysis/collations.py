"""Which collation is written for a value (src/backend/parser/parse_collate.c).

What columns and types have by themselves is not looked at: where that differs, PostgreSQL finds out
only as it compares.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from codegen.analysis import nodes
from codegen.analysis.scope import State
from codegen.analysis.tree import Walked, children, expressions_of
from codegen.postgres import oids
from codegen.postgres.catalog import Catalog

Collation = tuple[str, ...]


def is_collatable(catalog: Catalog, oid: int) -> bool:
    """Whether values of a type, or the elements of its arrays, compare by a collation."""
    if oid == oids.UNKNOWN:
        return False
    base = catalog.base_type(oid)
    return catalog.type(catalog.base_type(catalog.element_of(base) or base)).category == "S"


def check_collations(state: State, inside: Walked) -> None:
    """Raises an error where two COLLATEs disagree about one comparison or one result."""
    if len(state.collations) < 2:
        return
    stored = {id(query.source) for query, _ in inside if _stores_rows(query)}
    for query, _ in inside:
        for expr in expressions_of(query):
            _written(expr, state)
        if id(query) in stored:
            continue
        for values in _columns(query):
            _common(values, state)


def _stores_rows(query: nodes.Query) -> bool:
    """Whether the rows of VALUES go to columns one by one (transformInsertStmt)."""
    source = query.source
    return source is not None and source.command == "values" and not source.order_by


def _columns(query: nodes.Query) -> Iterator[list[nodes.Expr]]:
    """What makes one column together: the rows of VALUES, both sides of a set operation."""
    if query.rows:
        yield from (list(column) for column in zip(*query.rows, strict=False))
    if query.left is not None and query.right is not None:
        pairs = zip(query.left.targets, query.right.targets, strict=False)
        yield from ([one.expr, other.expr] for one, other in pairs)


def _written(expr: nodes.Expr, state: State) -> Collation | None:
    """The collation that an expression's COLLATEs give it."""
    if isinstance(expr, nodes.Coerce) and expr.method == "collate":
        _written(expr.arg, state)
        bears = expr.type == oids.UNKNOWN or is_collatable(state.catalog, expr.type)
        return expr.collation if bears else None
    if isinstance(expr, nodes.CaseTest):
        return None  # the operand of a CASE is looked at once
    merged = _merged(expr)
    for part in children(expr):
        if not any(part is one for one in merged):
            _written(part, state)
    if isinstance(expr, nodes.RowComparison):
        for pair in zip(expr.left, expr.right, strict=True):
            _common(pair, state)
    found = _common(merged, state)
    return found if is_collatable(state.catalog, expr.type) else None


def _merged(expr: nodes.Expr) -> list[nodes.Expr]:
    """The parts of an expression that have one collation together; any other has its own."""
    match expr:
        case nodes.Case():
            results = [result for _, result in expr.whens]
            return [*results, *([expr.default] if expr.default is not None else [])]
        case nodes.Row() | nodes.RowComparison() | nodes.SubLink() | nodes.FieldSelect():
            return []
        case nodes.Aggregate():
            return [*expr.direct, *expr.args]
        case nodes.WindowCall():
            return expr.args
        case _:
            return [*children(expr)]


def _common(values: Iterable[nodes.Expr], state: State) -> Collation | None:
    first: Collation | None = None
    for value in values:
        found = _written(value, state)
        if first is None:
            first = found
        elif found is not None and found[-1] != first[-1]:
            message = (
                f'collation mismatch between explicit collations "{first[-1]}" and "{found[-1]}"'
            )
            state.fail("datatype-mismatch", message, value, "Write one of the two alone.")
    return first
