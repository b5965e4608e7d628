"""Whether a query yields at most one row: equalities fix a key of every relation in FROM."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from codegen.analysis import nodes
from codegen.analysis.at_least_one import (
    ONE_ROW,
    constant,
    groups_all,
    is_sequence,
    is_set,
    query_of,
    returns_sets,
)
from codegen.analysis.implication import Named, all_of, claim, is_implied, is_present
from codegen.analysis.keys import is_builtin, key_of, var_key
from codegen.analysis.tree import conjuncts, entries_of, joins_of, referenced_entries, walk
from codegen.postgres import oids
from codegen.postgres.catalog import Key, Relation
from codegen.postgres.never_null import VOLATILE
from codegen.records import replace

Fixed = frozenset[int]
#: The tables that others inherit from, by schema and name.
Parents = frozenset[tuple[str, str]]


def at_most_one(
    query: nodes.Query, fixed: Fixed = frozenset(), parents: Parents = frozenset()
) -> bool:
    """Whether no two rows of a query agree in the ``fixed`` output columns."""
    limit = None if query.limit is None or query.with_ties else constant(query.limit)
    if limit is not None and limit <= 1:
        return True
    match query.command:
        case "select":
            exprs = [target.expr for target in query.targets]
            return rows_differ(query, [exprs[index] for index in fixed], parents)
        case "values":
            return len(query.rows) <= 1
        case "set":
            return _set_at_most_one(query, fixed, parents)
        case "insert":
            return query.source is None or at_most_one(query.source, parents=parents)
        case "update" | "delete":
            return query.target is not None and Scope(query, parents=parents).is_single(
                query.target
            )
        case "merge":
            return _merges_at_most_one(query, parents)
        case _:
            return query.utility in ONE_ROW


def _merges_at_most_one(query: nodes.Query, parents: Parents) -> bool:
    """Each row of the source is inserted or acts on the rows of the target that it matches."""
    acting = {action.match for action in query.merge_actions if action.command != "nothing"}
    source, target = replace(query, target=None, merge_on=None), query.target
    if not _from_at_most_one(source, Scope(source, parents=parents)):
        return False
    if target is None or "not_matched_by_source" in acting:
        return False
    return "matched" not in acting or Scope(query, parents=parents).is_single(target)


def _set_at_most_one(query: nodes.Query, fixed: Fixed, parents: Parents) -> bool:
    if not query.set_all and fixed >= set(range(len(query.targets))):
        return True
    left = query.left is not None and at_most_one(query.left, fixed, parents)
    right = query.right is not None and at_most_one(query.right, fixed, parents)
    if query.set_op == "intersect":
        return left or right
    return query.set_op == "except" and left


def rows_differ(query: nodes.Query, given: Sequence[nodes.Expr], parents: Parents) -> bool:
    """Whether no two rows of a SELECT agree in the given expressions, NULLs aside."""
    if returns_sets(query):
        return False
    scope = Scope(query, given, parents)
    if query.distinct and _covers(given, [target.expr for target in query.targets], scope):
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


def _covers(given: Sequence[nodes.Expr], wanted: Sequence[nodes.Expr], scope: Scope) -> bool:
    """Whether each wanted expression has one value, or is among the given ones."""
    keys = {key_of(expr) for expr in given}
    return all(key_of(expr) in keys or scope.is_fixed(expr) for expr in wanted)


def _from_at_most_one(query: nodes.Query, scope: Scope) -> bool:
    return all(scope.is_single(entry) for entry in entries_of(query.from_)) and not any(
        join.kind == "full" for join in joins_of(query.from_)
    )


Column = tuple[int, int]
Equality = tuple[Column, nodes.Expr | None]
Pair = tuple[nodes.Expr | None, nodes.Expr | None]
Within = frozenset[int] | None


class Scope:
    """Which columns of the entries of a FROM are fixed to one value, and which entries to one row.

    A column that equals something fixed is fixed; an entry whose key is fixed is one row, and then
    all its columns are fixed; until nothing more follows. ``alike`` are the columns that are fixed
    or NULL in all rows of their entry, which says something to keys with NULLS NOT DISTINCT.
    All this is about an entry's own rows: ``optional`` are those to which outer joins add NULLs.
    """

    def __init__(
        self,
        query: nodes.Query,
        given: Sequence[nodes.Expr] = (),
        parents: Parents = frozenset(),
    ) -> None:
        self.parents = parents
        self.given = list(given)
        self.items: list[nodes.FromItem] = list(query.from_)
        if query.target is not None:
            self.items.insert(0, query.target)
        self.entries = {id(entry): entry for entry in entries_of(self.items)}
        self.optional: dict[int, frozenset[int]] = {}
        self.fixed: set[Column] = {c for expr in given if (c := self._column(expr))}
        self.alike: set[Column] = set(self.fixed)
        self.single: set[int] = set()
        self.conditions: list[tuple[nodes.Expr, Within]] = []
        self.equalities: list[tuple[Equality, Within]] = []
        self.likenesses: list[tuple[Equality, Within]] = []
        self._add(query.where, None)
        self._add(query.merge_on, None)
        for item in self.items:
            self._join(item, None)
        self.present = self._present() if self.optional else frozenset()
        self._settle()

    def assume_single(self, entry: nodes.RangeEntry) -> None:
        """What would follow if an entry contributed one row at most."""
        self._make_single(id(entry), entry)
        self._settle()

    def is_single(self, entry: nodes.RangeEntry) -> bool:
        """Whether an entry contributes at most one row."""
        return id(entry) in self.single

    def fixed_columns(self, entry: nodes.RangeEntry) -> Fixed:
        """The columns of an entry that have one value in all its rows."""
        return frozenset(index for place, index in self.fixed if place == id(entry))

    def alike_columns(self, entry: nodes.RangeEntry) -> Fixed:
        """The columns of an entry that have one value in all its rows, or are NULL in all."""
        return frozenset(index for place, index in self.alike if place == id(entry))

    def _join(self, item: nodes.FromItem, within: Within) -> None:
        """The conditions of joins, each of which says something of the rows ``within`` only that
        an outer join takes or replaces by NULLs."""
        if isinstance(item, nodes.RangeEntry):
            return
        sides = {"left": [item.right], "right": [item.left], "full": [item.left, item.right]}
        optional = sides.get(item.kind, [])
        for side in (item.left, item.right):
            inside = within
            if any(side is one for one in optional):
                inside = frozenset(id(entry) for entry in entries_of([side]))
                for place in inside:
                    # FULL JOIN of one row and another may be two.
                    joined = () if item.kind == "full" else entries_of([item])
                    self.optional.setdefault(place, frozenset(map(id, joined)))
            self._join(side, inside)
        if item.kind == "full":
            return
        if optional:
            within = frozenset(id(entry) for entry in entries_of(optional))
        self._add(item.on, within)

    def _present(self) -> frozenset[int]:
        """The entries whose own rows alone pass the conditions, or are asked about."""
        keys = (
            key
            for condition, within in self.conditions
            if within is None
            for key in claim(condition, key_of).present
        )
        asked = (column[0] for expr in self.given if (column := self._column(expr)))
        return frozenset(key[1] for key in keys if key[0] == "var") | frozenset(asked)

    def _add(self, condition: nodes.Expr | None, within: Within) -> None:
        for part in conjuncts(condition):
            self.conditions.append((part, within))
            equal = self._columns(_equal_pairs(part, self.parents))
            self.equalities += [(pair, within) for pair in equal]
            alike = self._columns(_alike_pairs(part))
            self.likenesses += [(pair, within) for pair in alike]

    def _columns(self, pairs: Iterable[Pair]) -> Iterator[Equality]:
        """Columns, each with an expression that it is equal to, or with None for something that is
        the same in all rows."""
        for left, right in pairs:
            for one, other in ((left, right), (right, left)):
                column = self._column(one) if one is not None else None
                if column is not None:
                    yield column, other

    def _column(self, expr: nodes.Expr) -> Column | None:
        while isinstance(expr, nodes.Coerce) and _keeps_apart(expr):
            expr = expr.arg
        if isinstance(expr, nodes.Var) and id(expr.entry) in self.entries:
            return id(expr.entry), expr.index
        return None

    def _make_single(self, place: int, entry: nodes.RangeEntry) -> None:
        self.single.add(place)
        self.fixed.update((place, index) for index in range(-1, len(entry.columns)))

    def _settle(self) -> None:
        while self._step():
            pass

    def _step(self) -> bool:
        before = len(self.fixed), len(self.alike), len(self.single)
        # What equals a column isn't NULL: it doesn't matter where the column is.
        self.fixed.update(self._found(self.equalities, self._is_alike_or_fixed))
        self.alike |= self.fixed
        self.alike.update(self._found(self.likenesses, self.is_fixed))
        for place, entry in self.entries.items():
            if place not in self.single and self._has_one_row(entry):
                self._make_single(place, entry)
        return before != (len(self.fixed), len(self.alike), len(self.single))

    def _found(
        self, pairs: list[tuple[Equality, Within]], is_one: Callable[[nodes.Expr], bool]
    ) -> Iterator[Column]:
        for (column, other), within in pairs:
            if within is not None and column[0] not in within:
                continue
            if other is None or is_one(other):
                yield column

    def _is_alike_or_fixed(self, expr: nodes.Expr) -> bool:
        column = self._column(expr)
        return column in self.alike if column else self.is_fixed(expr)

    def is_fixed(self, expr: nodes.Expr) -> bool:
        """Whether an expression has one value in all rows."""
        return all(self._is_fixed_part(part) for part in walk(expr))

    def _is_fixed_part(self, expr: nodes.Expr) -> bool:
        if isinstance(expr, nodes.Var) and id(expr.entry) in self.entries:
            place = id(expr.entry)
            return (place, expr.index) in self.alike and not self._may_be_missing(place)
        if isinstance(expr, nodes.WholeRow):
            return id(expr.entry) not in self.entries
        return self._same_for_each_row(expr)

    def _may_be_missing(self, place: int) -> bool:
        """Whether an outer join may have NULLs for an entry in some rows, and in others not."""
        if place not in self.optional or place in self.present:
            return False
        joined = self.optional[place]
        return not joined or not joined <= self.single

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
        query = query_of(entry)
        if query is not None:
            recursive = entry.cte is not None and entry.cte.recursive
            if not recursive:
                return at_most_one(query, fixed - {-1}, self.parents)
            return False
        if is_sequence(entry):
            return True
        if entry.kind == "function":
            return all(not is_set(item.call) for item in entry.functions)
        relation = entry.relation
        if relation is None or (relation.schema, relation.name) in self.parents:
            return False
        keys = (*relation.keys, *relation.expression_keys)
        return any(self._holds(key, entry, relation) for key in keys)

    def _holds(self, key: Key, entry: nodes.RangeEntry, relation: Relation) -> bool:
        fixed = self.alike_columns(entry) if key.nulls_not_distinct else self.fixed_columns(entry)
        names = [column.name for column in relation.columns]
        if not {names.index(name) for name in key.columns if name in names} <= fixed:
            return False
        if not key.columns and not key.expressions:
            return False
        if not all(self.is_fixed_in(expr, entry) for expr in key.expressions):
            return False
        return key.predicate is None or self.implies(key.predicate, entry)

    def is_fixed_in(self, expr: nodes.Expr, entry: nodes.RangeEntry) -> bool:
        """Whether an index's expression has one value in all rows of an entry: its columns have, or
        a condition says that it equals something fixed."""
        columns = {part.index for part in walk(expr) if isinstance(part, nodes.Var)}
        if columns <= self.fixed_columns(entry):
            return True
        if any(is_over(one, expr, entry) for one in self.given):
            return True
        key = _anywhere(expr)
        return any(
            _placeless(key_of(one), id(entry)) == key and self.is_fixed(other)
            for condition, within in self.conditions
            if within is None or id(entry) in within
            for pair in _equal_pairs(condition, self.parents)
            for one, other in (pair, pair[::-1])
            if one is not None and other is not None
        )

    def implies(self, predicate: object, entry: nodes.RangeEntry) -> bool:
        """Whether the rows of an entry are among those that a partial index is about."""
        if not isinstance(predicate, nodes.Expr):
            return False
        asked = [
            claim(condition, _names_of(entry))
            for condition, within in self.conditions
            if within is None or id(entry) in within
        ]
        filled = frozenset(
            _placeless(var_key(entry, index), id(entry))
            for index, column in enumerate(entry.relation.columns if entry.relation else ())
            if column.not_null
        )
        owner = next((part.entry for part in walk(predicate) if isinstance(part, nodes.Var)), entry)
        wanted = claim(predicate, _names_of(owner))
        return is_implied(wanted, all_of([*asked, is_present(filled)]))


def _names_of(entry: nodes.RangeEntry) -> Named:
    """The keys of expressions, those over a row of an entry without the place of the row."""
    return lambda expr: _placeless(key_of(expr), id(entry))


def is_over(expr: nodes.Expr, indexed: nodes.Expr, entry: nodes.RangeEntry) -> bool:
    """Whether an expression over a row of an entry is an index's expression."""
    return bool(_placeless(key_of(expr), id(entry)) == _anywhere(indexed))


def _anywhere(expr: nodes.Expr) -> object:
    """The key of an index's expression, which is over one row, without the place of this row."""
    owners = {id(part.entry) for part in walk(expr) if isinstance(part, nodes.Var)}
    return _placeless(key_of(expr), owners.pop()) if len(owners) == 1 else key_of(expr)


def _placeless(key: Any, place: int) -> Any:
    if not isinstance(key, tuple):
        return key
    if len(key) == 4 and key[0] == "var" and key[1] == place:
        return ("var", 0, *key[2:])
    return tuple(_placeless(part, place) for part in key)


#: Types of which different values have different texts.
_DISTINCT_TEXTS = frozenset({oids.INT2, oids.INT4, oids.INT8, oids.UUID, oids.OID})
#: Collations by which only the same bytes are equal (manual 23.2.2.1); a user's own may be others.
_DETERMINISTIC = frozenset({"C", "POSIX", "default", "ucs_basic", "unicode", "pg_c_utf8"})


def _keeps_apart(expr: nodes.Coerce) -> bool:
    """Whether a conversion makes different values of different ones."""
    if expr.method == "collate":
        return expr.collation[-1] in _DETERMINISTIC
    return expr.method == "binary" or (expr.method == "io" and expr.arg.type in _DISTINCT_TEXTS)


def _equal_pairs(condition: nodes.Expr, parents: Parents) -> Iterator[Pair]:
    """The pairs of expressions that a condition says are equal. None stands for a value that is the
    same in all rows and has no expression."""
    match condition:
        case nodes.Var() | nodes.BoolExpr(op="not", args=[nodes.Var()]):
            # A boolean column that is true, or false.
            yield (condition if isinstance(condition, nodes.Var) else condition.args[0]), None
        case nodes.BooleanTest(negated=False, value="true" | "false"):
            yield condition.arg, None
        case nodes.OperatorCall(args=[left, right]) if _is_equality(condition.operator):
            yield from _pairs(left, right)
        case nodes.RowComparison(op="="):
            yield from zip(condition.left, condition.right, strict=True)
        case nodes.ArrayComparison(all=False, array=nodes.ArrayExpr(elements=[element])):
            if _is_equality(condition.operator):
                yield condition.left, element
        case nodes.SubLink(kind="any", op="=", query=query) if _is_one_value(query, parents):
            for left in condition.left:
                yield left, nodes.SubLink(type=left.type, kind="scalar", query=query)
        case _:
            return


def _alike_pairs(condition: nodes.Expr) -> Iterator[Pair]:
    """The pairs of expressions that are equal or both NULL; None as with those that are equal."""
    match condition:
        case nodes.DistinctFrom(negated=True, args=[left, right]) if condition.operator is not None:
            yield left, right
        case nodes.NullTest(negated=False, row=False):
            yield condition.arg, None
        case _:
            return


def _pairs(left: nodes.Expr, right: nodes.Expr) -> Iterator[Pair]:
    if isinstance(left, nodes.Row) and isinstance(right, nodes.Row):
        yield from zip(left.args, right.args, strict=False)
    else:
        yield left, right


def _is_one_value(query: nodes.Query, parents: Parents) -> bool:
    # The subquery may be executed once per row, and then skips what is locked already.
    return at_most_one(query, parents=parents) and not query.locking


def _is_equality(operator: object) -> bool:
    name = getattr(operator, "name", "")
    return bool(name == "=")
