"""Rules about indexes: orders that none has, and conditions that keep one from being used."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.analysis import nodes
from codegen.analysis.at_most_one import Scope, is_over
from codegen.analysis.keys import is_stable
from codegen.analysis.tree import entries_of, joins_of, walk
from codegen.postgres.catalog import Catalog, Index, IndexPart, Relation
from codegen.postgres.names import quote_identifier
from codegen.vet.subject import COMPARISONS, Found, Subject

#: Comparisons that an index helps to find rows by; others leave out few rows.
_FINDING = COMPARISONS - {"<>"}
#: Kinds of relations that may have indexes and many rows.
_TABLES = frozenset({"r", "p", "m"})


def unindexed_order(subject: Subject) -> Iterator[Found]:
    """The first of all rows of a table, in an order that no index has: all of them are sorted.

    Where there is a plan, this is for the rule that looks at it."""
    if subject.plan is not None:
        return
    for query in subject.queries:
        if not _takes_first(query):
            continue
        scope = Scope(query, parents=subject.parents)
        if any(_is_narrowed(entry, scope) for entry in entries_of(query.from_)):
            continue
        keys = zip(query.order_by, query.sorts, strict=True)
        free = next((pair for pair in keys if not scope.is_fixed(pair[0])), None)
        entry = _sorted_entry(free[0], query) if free else None
        if free is None or entry is None or entry.relation is None:
            continue
        if not any(_has_order(index, free[0], entry, scope) for index in entry.relation.indexes):
            yield Found(
                f"no index has this order: all of {entry.relation.name} is read to find the first"
                " rows",
                _advice(query, entry, entry.relation, scope),
                free[1].span,
            )


def _takes_first(query: nodes.Query) -> bool:
    """Whether a query takes the first rows of tables, as they are."""
    if query.command != "select" or query.limit is None or not query.order_by:
        return False
    if query.distinct or query.distinct_on or query.group_by or query.grouping_sets is not None:
        return False
    if query.has_aggregates or query.has_windows or query.has_set_returning:
        return False
    return all(_is_table(entry) for entry in entries_of(query.from_))


def _is_table(entry: nodes.RangeEntry) -> bool:
    relation = entry.relation
    return entry.kind == "table" and relation is not None and relation.kind in _TABLES


def _is_narrowed(entry: nodes.RangeEntry, scope: Scope) -> bool:
    """Whether a condition finds the rows of an entry by an index."""
    return not scope.is_single(entry) and any(
        _finds(condition, entry, scope)
        for condition, within in scope.conditions
        if within is None or id(entry) in within
    )


def _finds(condition: nodes.Expr, entry: nodes.RangeEntry, scope: Scope) -> bool:
    if isinstance(condition, nodes.BoolExpr):
        each = [_finds(arg, entry, scope) for arg in condition.args]
        return any(each) if condition.op == "and" else all(each) and condition.op == "or"
    return any(
        _leads(index, expr, entry)
        for expr in _compared(condition, scope)
        for index in _indexes(entry)
    )


def _compared(condition: nodes.Expr, scope: Scope) -> Iterator[nodes.Expr]:
    """What a condition compares with something that is the same for all rows."""
    match condition:
        case nodes.OperatorCall(args=[left, right]) if condition.operator.name != "<>":
            for one, other in ((left, right), (right, left)):
                if scope.is_fixed(other):
                    yield one
        case nodes.ArrayComparison(all=False, left=left, array=array) if scope.is_fixed(array):
            yield left
        case nodes.RowComparison(left=[left, *_]) | nodes.SubLink(kind="any", left=[left, *_]):
            yield left
        case nodes.NullTest(negated=False, arg=arg):
            yield arg
        case nodes.Var():
            yield condition
        case _:
            return


def _leads(index: Index, expr: nodes.Expr, entry: nodes.RangeEntry) -> bool:
    part, indexed = next(_parts(index))
    return _is_part(expr, part, indexed, entry)


def _parts(index: Index) -> Iterator[tuple[IndexPart, nodes.Expr | None]]:
    expressions = iter(index.expressions)
    for part in index.parts:
        yield part, None if part.column else next(expressions)


def _is_part(
    expr: nodes.Expr, part: IndexPart, indexed: nodes.Expr | None, entry: nodes.RangeEntry
) -> bool:
    while isinstance(expr, nodes.Coerce) and expr.method == "binary":
        expr = expr.arg
    if indexed is not None:
        return is_over(expr, indexed, entry)
    return isinstance(expr, nodes.Var) and expr.entry is entry and _column(expr) == part.column


def _column(var: nodes.Var) -> str:
    """The column's own name: an alias may give it another."""
    columns = var.entry.relation.columns if var.entry.relation else ()
    return columns[var.index].name if 0 <= var.index < len(columns) else ""


def _sorted_entry(expr: nodes.Expr, query: nodes.Query) -> nodes.RangeEntry | None:
    """The table that a key of ORDER BY is over, if an index of it could have the order."""
    parts = list(walk(expr))
    owners = {id(part.entry): part.entry for part in parts if isinstance(part, nodes.Var)}
    if len(owners) != 1 or not is_stable(expr):
        return None
    if any(isinstance(part, nodes.Param | nodes.SubLink) for part in parts):
        return None
    (entry,) = owners.values()
    here = any(entry is one for one in entries_of(query.from_))
    return entry if here and not _is_optional(entry, query) else None


def _is_optional(entry: nodes.RangeEntry, query: nodes.Query) -> bool:
    """Whether an outer join adds rows of NULLs, which no index has."""
    for join in joins_of(query.from_):
        sides = {"left": [join.right], "right": [join.left], "full": [join.left, join.right]}
        if any(entry is one for one in entries_of(sides.get(join.kind, []))):
            return True
    return False


def _has_order(index: Index, expr: nodes.Expr, entry: nodes.RangeEntry, scope: Scope) -> bool:
    """Whether an index yields rows in the order of an expression: it comes first in the index, or
    after what is the same in all rows."""
    if index.method != "btree" or not _is_complete(index, entry, scope):
        return False
    for part, indexed in _parts(index):
        if _is_part(expr, part, indexed, entry):
            return not part.own_order
        if not _is_fixed(part, indexed, entry, scope):
            return False
    return False


def _is_complete(index: Index, entry: nodes.RangeEntry, scope: Scope) -> bool:
    """Whether an index has all rows that a query asks for."""
    return all(scope.implies(condition, entry) for condition in index.predicate)


def _is_fixed(
    part: IndexPart, indexed: nodes.Expr | None, entry: nodes.RangeEntry, scope: Scope
) -> bool:
    if indexed is not None:
        return scope.is_fixed_in(indexed, entry)
    return part.column in _fixed_columns(entry, scope)


def _fixed_columns(entry: nodes.RangeEntry, scope: Scope) -> list[str]:
    columns = entry.relation.columns if entry.relation else ()
    return [columns[i].name for i in sorted(scope.fixed_columns(entry)) if 0 <= i < len(columns)]


def _advice(query: nodes.Query, entry: nodes.RangeEntry, relation: Relation, scope: Scope) -> str:
    """The index that would have the order, where it is over plain columns."""
    parts = [quote_identifier(name) for name in _fixed_columns(entry, scope)]
    mixed = len({sort.descending for sort in query.sorts}) > 1
    for expr, sort in zip(query.order_by, query.sorts, strict=True):
        if scope.is_fixed(expr):
            continue
        if not isinstance(expr, nodes.Var) or expr.entry is not entry:
            break
        parts.append(quote_identifier(_column(expr)) + " DESC" * (mixed and sort.descending))
    if not isinstance(query.order_by[0], nodes.Var):
        return "If the table may grow, add an index on what it is sorted by."
    made = f"CREATE INDEX ON {quote_identifier(relation.name)} ({', '.join(parts)})"
    return f"If the table may grow: `{made}`."


def hidden_from_the_index(subject: Subject) -> Iterator[Found]:
    """A condition on a function or a cast of a column that has an index."""
    for query in subject.queries:
        scope = Scope(query, parents=subject.parents)
        told: set[str] = set()
        for condition, _ in scope.conditions:
            column = _hidden(condition, scope, subject.catalog)
            if column is not None and column not in told:
                told.add(column)
                yield Found(
                    f"the index on {column} can't be used: the column is changed before it is"
                    " compared",
                    "Change the other side instead, or add an index on the expression.",
                    condition.span,
                )


def _hidden(condition: nodes.Expr, scope: Scope, catalog: Catalog) -> str | None:
    """The column that a condition changes, where an index could find its rows otherwise."""
    operator = getattr(condition, "operator", None)
    if operator is None or operator.name not in _FINDING:
        return None
    for side in _compared(condition, scope):
        var = _changed(side, scope, catalog)
        relation = var.entry.relation if var is not None and _is_table(var.entry) else None
        if var is None or relation is None or id(var.entry) not in scope.entries:
            continue
        if _is_reached(var.entry, scope):
            continue
        fixed = _equal_columns(var.entry, scope, condition)
        if _would_help(relation, side, var, scope, fixed):
            return f"{relation.name}.{_column(var)}"
    return None


def _is_reached(entry: nodes.RangeEntry, scope: Scope) -> bool:
    """Whether an index finds the rows of an entry for each of some few of another one."""
    for condition, _ in scope.conditions:
        if not isinstance(condition, nodes.OperatorCall) or condition.operator.name != "=":
            continue
        for one, other in (condition.args, condition.args[::-1]):
            others = [part.entry for part in walk(other) if isinstance(part, nodes.Var)]
            if not others or any(each is entry or id(each) not in scope.entries for each in others):
                continue
            leads = any(_leads(index, one, entry) for index in _indexes(entry))
            if leads and all(scope.is_single(each) or _is_narrowed(each, scope) for each in others):
                return True
    return False


def _indexes(entry: nodes.RangeEntry) -> tuple[Index, ...]:
    return entry.relation.indexes if entry.relation else ()


def _equal_columns(entry: nodes.RangeEntry, scope: Scope, apart_from: nodes.Expr) -> frozenset[str]:
    """The columns of an entry that other conditions fix, as they are."""
    others = (one for one, _ in scope.conditions if one is not apart_from)
    return frozenset(
        _column(side)
        for one in others
        if isinstance(one, nodes.OperatorCall) and one.operator.name == "="
        for side in _compared(one, scope)
        if isinstance(side, nodes.Var) and side.entry is entry
    )


def _would_help(
    relation: Relation, side: nodes.Expr, var: nodes.Var, scope: Scope, fixed: frozenset[str]
) -> bool:
    """Whether an index on the column would find rows that no index finds as it is."""
    entry = var.entry
    for index in relation.indexes:
        for part, indexed in _parts(index):
            if indexed is not None and _is_part(side, part, indexed, entry):
                return False
    found = [name for index in relation.indexes if (name := index.parts[0].column) in fixed]
    usable = [
        index
        for index in relation.indexes
        if index.method in ("btree", "hash") and _is_complete(index, entry, scope)
    ]
    return any(_has_after(index, _column(var), fixed, bool(found)) for index in usable)


def _has_after(index: Index, column: str, fixed: frozenset[str], after_some: bool) -> bool:
    """Whether a column comes in an index after fixed ones: one at least if ``after_some``."""
    for place, part in enumerate(index.parts):
        if part.column == column:
            return place > 0 or not after_some
        if part.column not in fixed:
            return False
    return False


def _changed(expr: nodes.Expr, scope: Scope, catalog: Catalog) -> nodes.Var | None:
    """The column under functions that make a value of the same kind of it, and under casts."""
    hidden = False
    while not isinstance(expr, nodes.Var):
        if isinstance(expr, nodes.Coerce):
            hidden, expr = hidden or expr.method in ("function", "io", "length"), expr.arg
            continue
        if not isinstance(expr, nodes.Call) and not _is_shift(expr):
            return None
        assert isinstance(expr, nodes.Call | nodes.OperatorCall)
        inner = [arg for arg in expr.args if not scope.is_fixed(arg)]
        if len(inner) != 1 or not is_stable(expr) or not _same_kind(expr, inner[0], catalog):
            return None
        hidden, expr = True, inner[0]
    return expr if hidden else None


def _is_shift(expr: nodes.Expr) -> bool:
    return isinstance(expr, nodes.OperatorCall) and expr.operator.name in ("+", "-")


def _same_kind(one: nodes.Expr, other: nodes.Expr, catalog: Catalog) -> bool:
    """Whether two expressions are both numbers, texts, times… (pg_type.typcategory)."""
    return catalog.type(one.type).category == catalog.type(other.type).category
