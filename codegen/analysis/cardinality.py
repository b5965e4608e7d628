"""How many rows a query can yield.

At most one, where equalities with constants fix a key of every relation in FROM; exactly one, where
moreover nothing can take the row away. Both are claims about every database that fits the schema.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from codegen.analysis import nodes
from codegen.analysis.keys import is_builtin, key_of
from codegen.analysis.tree import entries_of, joins_of, referenced_entries, walk
from codegen.postgres.catalog import Key, Relation
from codegen.postgres.never_null import VOLATILE

if TYPE_CHECKING:
    from codegen.postgres.catalog import Catalog

Fixed = frozenset[int]


@dataclass(frozen=True, slots=True)
class Missing:
    """Why there may be many rows: ``relation`` (its name in the query) is not limited to one row;
    comparing ``columns`` too would do, where there are any."""

    relation: str
    columns: tuple[str, ...]


def cardinality(query: nodes.Query, catalog: Catalog) -> str:
    """``none`` without columns, else ``exactly_one``, ``at_most_one`` or ``many``."""
    if not query.targets:
        return "none"
    if not at_most_one(query):
        return "many"
    return "exactly_one" if yields_a_row(query) else "at_most_one"


def missing_key(query: nodes.Query) -> Missing | None:
    """What keeps a query that may yield many rows from yielding at most one."""
    if at_most_one(query) or query.command not in ("select", "update", "delete"):
        return None
    scope = _Scope(query)
    for entry in entries_of(scope.items):
        if not scope.is_single(entry):
            return Missing(entry.name, _missing_columns(entry, scope))
    return None


def _missing_columns(entry: nodes.RangeEntry, scope: _Scope) -> tuple[str, ...]:
    keys = entry.relation.keys if entry.relation else ()
    fixed = {entry.columns[index].name for index in scope.fixed_columns(entry)}
    options = [
        tuple(name for name in key.columns if name not in fixed)
        for key in sorted(keys, key=lambda key: not key.primary)
        if key.predicate is None
    ]
    return min(options, key=len, default=())


# At least one ------------------------------------------------------------------------------------


def yields_a_row(query: nodes.Query) -> bool:
    """Whether a query yields a row whatever the database holds."""
    if not _keeps_a_row(query):
        return False
    if query.command == "insert":
        return _inserts_a_row(query)
    if query.command == "set":
        sides = [side for side in (query.left, query.right) if side is not None]
        return query.set_op == "union" and any(yields_a_row(side) for side in sides)
    if query.command == "values":
        return bool(query.rows)
    if query.command != "select" or query.having is not None or _set_returning(query):
        return False
    if groups_all(query):
        return True
    return from_yields(query)


def from_yields(query: nodes.Query) -> bool:
    """Whether FROM and WHERE let a row through whatever the database holds."""
    return query.where is None and all(item_yields(item) for item in query.from_)


def _keeps_a_row(query: nodes.Query) -> bool:
    """Whether LIMIT and OFFSET leave the first row."""
    offset = query.offset is None or _constant(query.offset) == 0
    limit = query.limit is None or (_constant(query.limit) or 0) > 0
    return offset and limit


def _constant(expr: nodes.Expr) -> int | None:
    if isinstance(expr, nodes.Coerce):
        return _constant(expr.arg)
    if isinstance(expr, nodes.Const) and expr.value is not None and expr.value.isdigit():
        return int(expr.value)
    return None


def groups_all(query: nodes.Query) -> bool:
    """Whether a query has a group even over no rows."""
    if query.grouping_sets is not None:
        return any(not keys for keys in query.grouping_sets)
    return not query.group_by and query.has_aggregates and _has_own_aggregate(query)


def _has_own_aggregate(query: nodes.Query) -> bool:
    """An aggregate over columns of an outer query only belongs to that one."""
    exprs = [*(target.expr for target in query.targets), *query.order_by]
    if query.having is not None:
        exprs.append(query.having)
    own = {id(entry) for entry in entries_of(query.from_)}
    return any(_is_own_aggregate(part, own) for expr in exprs for part in walk(expr))


def _is_own_aggregate(expr: nodes.Expr, own: set[int]) -> bool:
    if isinstance(expr, nodes.Aggregate):
        return not expr.levels_up
    if not isinstance(expr, nodes.JsonExpr) or expr.kind not in _JSON_AGGREGATES:
        return False
    entries = {id(part.entry) for part in walk(expr) if isinstance(part, _PLACES)}
    return not entries or bool(entries & own)


_PLACES = nodes.Var | nodes.WholeRow
_JSON_AGGREGATES = ("json_arrayagg", "json_objectagg")


def _set_returning(query: nodes.Query) -> bool:
    return any(
        isinstance(part, nodes.Call) and part.function.returns_set
        for target in query.targets
        for part in walk(target.expr)
    )


def item_yields(item: nodes.FromItem) -> bool:
    """Whether something in FROM yields a row whatever the database holds."""
    if isinstance(item, nodes.RangeEntry):
        return _entry_yields(item)
    left, right = item_yields(item.left), item_yields(item.right)
    return {
        "left": left,
        "right": right,
        "full": left or right,
    }.get(item.kind, left and right and item.on is None)


def _entry_yields(entry: nodes.RangeEntry) -> bool:
    query = _query_of(entry)
    if query is not None:
        recursive = entry.cte is not None and entry.cte.recursive
        return not recursive and yields_a_row(query)
    return entry.kind == "function" and any(not _is_set(item.call) for item in entry.functions)


def _is_set(call: nodes.Expr) -> bool:
    return isinstance(call, nodes.Call) and call.function.returns_set


def _query_of(entry: nodes.RangeEntry) -> nodes.Query | None:
    if entry.query is not None:
        return entry.query
    if entry.cte is not None:
        return entry.cte.query
    relation = entry.relation
    if relation is not None and relation.kind == "v" and isinstance(relation.query, nodes.Query):
        return relation.query
    return None


def _inserts_a_row(query: nodes.Query) -> bool:
    relation = query.target.relation if query.target else None
    if relation is None or relation.row_triggers or relation.rules:
        return False
    conflict = query.on_conflict
    if conflict is not None and (conflict.action == "nothing" or conflict.where is not None):
        return False
    return query.source is None or yields_a_row(query.source)


# At most one -------------------------------------------------------------------------------------


def at_most_one(query: nodes.Query, fixed: Fixed = frozenset()) -> bool:
    """Whether no two rows of a query agree in the ``fixed`` output columns."""
    limit = None if query.limit is None or query.with_ties else _constant(query.limit)
    if limit is not None and limit <= 1:
        return True
    match query.command:
        case "select":
            return _select_at_most_one(query, fixed)
        case "values":
            return len(query.rows) <= 1
        case "set":
            return _set_at_most_one(query, fixed)
        case "insert":
            return query.source is None or at_most_one(query.source)
        case "update" | "delete":
            return query.target is not None and _Scope(query).is_single(query.target)
        case _:
            return False


def _set_at_most_one(query: nodes.Query, fixed: Fixed) -> bool:
    if not query.set_all and fixed >= set(range(len(query.targets))):
        return True
    left = query.left is not None and at_most_one(query.left, fixed)
    right = query.right is not None and at_most_one(query.right, fixed)
    if query.set_op == "intersect":
        return left or right
    return query.set_op == "except" and left


def _select_at_most_one(query: nodes.Query, fixed: Fixed) -> bool:
    if _set_returning(query):
        return False
    exprs = [target.expr for target in query.targets]
    given = [exprs[index] for index in fixed]
    scope = _Scope(query, given)
    if query.distinct and _covers(given, exprs, scope):
        return True
    if query.distinct_on and _covers(given, query.distinct_on, scope):
        return True
    if query.grouping_sets is not None:
        return query.grouping_sets == [()]
    if query.group_by:
        return _covers(given, query.group_by, scope) or _from_at_most_one(query, scope)
    if query.has_aggregates or query.having is not None:
        return groups_all(query) or _from_at_most_one(query, scope)
    return _from_at_most_one(query, scope)


def _covers(given: Sequence[nodes.Expr], wanted: Sequence[nodes.Expr], scope: _Scope) -> bool:
    """Whether each wanted expression has one value, or is among the given ones."""
    keys = {key_of(expr) for expr in given}
    return all(key_of(expr) in keys or scope.is_fixed(expr) for expr in wanted)


def _from_at_most_one(query: nodes.Query, scope: _Scope) -> bool:
    return all(scope.is_single(entry) for entry in entries_of(query.from_)) and not any(
        join.kind == "full" for join in joins_of(query.from_)
    )


Column = tuple[int, int]
Equality = tuple[Column, nodes.Expr | None]
Within = frozenset[int] | None


class _Scope:
    """Which columns of the entries of a FROM are fixed to one value, and which entries to one row.

    A column that equals something fixed is fixed; an entry whose key is fixed is one row, and then
    all its columns are fixed; until nothing more follows.
    """

    def __init__(self, query: nodes.Query, given: Sequence[nodes.Expr] = ()) -> None:
        self.items: list[nodes.FromItem] = list(query.from_)
        if query.target is not None:
            self.items.insert(0, query.target)
        self.entries = {id(entry): entry for entry in entries_of(self.items)}
        self.fixed: set[Column] = {c for expr in given if (c := self._column(expr))}
        self.single: set[int] = set()
        self.conditions: list[tuple[nodes.Expr, Within]] = []
        self.equalities: list[tuple[Equality, Within]] = []
        self._add(query.where, None)
        for join in joins_of(self.items):
            self._join(join)
        while self._step():
            pass

    def is_single(self, entry: nodes.RangeEntry) -> bool:
        """Whether an entry contributes at most one row."""
        return id(entry) in self.single

    def fixed_columns(self, entry: nodes.RangeEntry) -> Fixed:
        """The columns of an entry that have one value in all rows."""
        return frozenset(index for place, index in self.fixed if place == id(entry))

    def _join(self, join: nodes.Join) -> None:
        """An outer join's condition restricts the optional side only."""
        side = {"left": [join.right], "right": [join.left]}.get(join.kind)
        if join.kind == "full":
            return
        within = None if side is None else frozenset(id(e) for e in entries_of(side))
        self._add(join.on, within)

    def _add(self, condition: nodes.Expr | None, within: Within) -> None:
        conditions = list(_conjuncts(condition))
        self.conditions += [(part, within) for part in conditions]
        self.equalities += [(pair, within) for pair in self._equalities(conditions)]

    def _equalities(
        self, conditions: Iterable[nodes.Expr]
    ) -> Iterator[tuple[Column, nodes.Expr | None]]:
        """Columns, each with what it is equal to; None for something fixed."""
        for condition in conditions:
            for left, right in _equal_pairs(condition):
                for one, other in ((left, right), (right, left)):
                    column = self._column(one) if one is not None else None
                    if column is not None:
                        yield column, other

    def _column(self, expr: nodes.Expr) -> Column | None:
        while isinstance(expr, nodes.Coerce) and expr.method == "binary":
            expr = expr.arg
        if isinstance(expr, nodes.Var) and id(expr.entry) in self.entries:
            return id(expr.entry), expr.index
        return None

    def _step(self) -> bool:
        before = len(self.fixed), len(self.single)
        for (column, other), within in self.equalities:
            if within is not None and column[0] not in within:
                continue
            if other is None or self.is_fixed(other):
                self.fixed.add(column)
        for place, entry in self.entries.items():
            if place not in self.single and self._has_one_row(entry):
                self.single.add(place)
                self.fixed.update((place, index) for index in range(-1, len(entry.columns)))
        return before != (len(self.fixed), len(self.single))

    def is_fixed(self, expr: nodes.Expr) -> bool:
        """Whether an expression has one value in all rows."""
        return all(self._is_fixed_part(part) for part in walk(expr))

    def _is_fixed_part(self, expr: nodes.Expr) -> bool:
        if isinstance(expr, nodes.Var) and id(expr.entry) in self.entries:
            return (id(expr.entry), expr.index) in self.fixed
        if isinstance(expr, nodes.WholeRow):
            return id(expr.entry) not in self.entries
        return self._same_for_each_row(expr)

    def _same_for_each_row(self, expr: nodes.Expr) -> bool:
        if isinstance(expr, nodes.Call):
            return is_builtin(expr.function) and expr.function.name not in VOLATILE
        if isinstance(expr, nodes.SubLink):
            return not self._refers_here(expr.query)
        return not isinstance(expr, nodes.WindowCall)

    def _refers_here(self, query: nodes.Query) -> bool:
        return any(id(entry) in self.entries for entry in referenced_entries(query))

    def _has_one_row(self, entry: nodes.RangeEntry) -> bool:
        fixed = self.fixed_columns(entry)
        query = _query_of(entry)
        if query is not None:
            recursive = entry.cte is not None and entry.cte.recursive
            if not recursive:
                return at_most_one(query, fixed - {-1})
            return False
        if entry.kind == "function":
            return all(not _is_set(item.call) for item in entry.functions)
        relation = entry.relation
        if relation is None:
            return False
        return any(self._holds(key, entry, relation, fixed) for key in relation.keys)

    def _holds(self, key: Key, entry: nodes.RangeEntry, relation: Relation, fixed: Fixed) -> bool:
        names = [column.name for column in relation.columns]
        if not {names.index(name) for name in key.columns if name in names} <= fixed:
            return False
        if not key.columns and key.predicate is None:
            return False
        return key.predicate is None or self._implied(key.predicate, entry)

    def _implied(self, predicate: object, entry: nodes.RangeEntry) -> bool:
        """Whether each part of a partial index's condition is asked for word by word."""
        if not isinstance(predicate, nodes.Expr):
            return False
        asked = {
            _placeless(key_of(condition), id(entry))
            for condition, within in self.conditions
            if within is None or id(entry) in within
        }
        owners = {id(part.entry) for part in walk(predicate) if isinstance(part, nodes.Var)}
        if len(owners) > 1:
            return False
        own = owners.pop() if owners else 0
        return all(_placeless(key_of(part), own) in asked for part in _conjuncts(predicate))


def _placeless(key: object, place: int) -> object:
    if not isinstance(key, tuple):
        return key
    if len(key) == 4 and key[0] == "var" and key[1] == place:
        return ("var", 0, *key[2:])
    return tuple(_placeless(part, place) for part in key)


def _conjuncts(expr: nodes.Expr | None) -> Iterator[nodes.Expr]:
    if isinstance(expr, nodes.BoolExpr) and expr.op == "and":
        for arg in expr.args:
            yield from _conjuncts(arg)
    elif expr is not None:
        yield expr


def _equal_pairs(
    condition: nodes.Expr,
) -> Iterator[tuple[nodes.Expr | None, nodes.Expr | None]]:
    """The pairs of expressions that a condition says are equal; None is a single unnamed value."""
    match condition:
        case nodes.OperatorCall(args=[left, right]) if _is_equality(condition.operator):
            yield from _pairs(left, right)
        case nodes.RowComparison(op="="):
            yield from zip(condition.left, condition.right, strict=True)
        case nodes.ArrayComparison(all=False, array=nodes.ArrayExpr(elements=[element])):
            if _is_equality(condition.operator):
                yield condition.left, element
        case nodes.SubLink(kind="any", op="=", query=query) if _is_one_value(query):
            for left in condition.left:
                yield left, nodes.SubLink(type=left.type, kind="scalar", query=query)
        case _:
            return


def _pairs(
    left: nodes.Expr, right: nodes.Expr
) -> Iterator[tuple[nodes.Expr | None, nodes.Expr | None]]:
    if isinstance(left, nodes.Row) and isinstance(right, nodes.Row):
        yield from zip(left.args, right.args, strict=False)
    else:
        yield left, right


def _is_one_value(query: nodes.Query) -> bool:
    # The subquery may be executed once per row, and then skips what is locked already.
    return at_most_one(query) and not query.locking


def _is_equality(operator: object) -> bool:
    name = getattr(operator, "name", "")
    return bool(name == "=")
