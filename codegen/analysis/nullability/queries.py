"""The rows of a query: what its columns are where its conditions hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from codegen.analysis import nodes
from codegen.analysis.at_least_one import from_yields
from codegen.analysis.keys import Known, key_of, nonempty_key, without_groups
from codegen.analysis.nullability.algebra import Elements, Fact, either
from codegen.analysis.nullability.dml import returning
from codegen.analysis.nullability.environment import Env, Rows, touches
from codegen.analysis.nullability.joins import from_items, where
from codegen.analysis.nullability.narrowing import present
from codegen.analysis.nullability.relations import FixedRows
from codegen.analysis.nullability.values import fact_of
from codegen.analysis.tree import walk
from codegen.records import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class QueryRows:
    """The rows of a SELECT or a RETURNING. Each comes from one of several ``branches`` (WHEN
    clauses, for example), which have an environment and the expressions of the columns."""

    outer: Env
    branches: Sequence[tuple[Env, Sequence[nodes.Expr]]]
    _facts: dict[tuple[int, frozenset[int]], Fact] = field(default_factory=dict)

    def fact(self, index: int, assumed: frozenset[int]) -> Fact:
        found = self._facts.get((index, assumed))
        if found is None:
            found = either(*(self._in(branch, index, assumed) for branch in self.branches))
            self._facts[index, assumed] = found
        return found

    def _in(
        self, branch: tuple[Env, Sequence[nodes.Expr]], index: int, assumed: frozenset[int]
    ) -> Fact:
        env, exprs = branch
        for other in assumed:
            env = env.assume(present(exprs[other], env))
        return fact_of(exprs[index], env)

    def known(self) -> Known:
        known = frozenset.intersection(*(env.known for env, _ in self.branches))
        return without_groups(known - self.outer.known)


@dataclass(frozen=True, slots=True)
class SetRows:
    """The rows of a set operation."""

    op: str
    left: Rows
    right: Rows

    def fact(self, index: int, assumed: frozenset[int]) -> Fact:
        left, right = self.left.fact(index, assumed), self.right.fact(index, assumed)
        if self.op == "union":
            return either(left, right)
        if self.op == "except":
            return left
        return Fact(left.nullable and right.nullable, min(left.elements, right.elements))

    def known(self) -> Known:
        left, right = self.left.known(), self.right.known()
        return {"union": left & right, "except": left}.get(self.op, left | right)


def query_rows(query: nodes.Query, outer: Env) -> Rows:
    """The rows of a query inside ``outer``."""
    env = with_queries(query, _entered(query, outer))
    rule = RULES.get(query.command, returning_rows)
    return rule(query, env)


def _entered(query: nodes.Query, outer: Env) -> Env:
    return replace(
        outer,
        known=without_groups(outer.known),
        before=None,
        level=id(query),
        padded=False,
        alternatives=outer.alternatives,
        command=query.command,
        locked=outer.locked or query.locking,
    )


# WITH --------------------------------------------------------------------------------------------


def with_queries(query: nodes.Query, env: Env) -> Env:
    """The environment with a query's WITH queries."""
    for cte in query.ctes:
        rows = _fixpoint(cte, env) if cte.recursive else query_rows(cte.query, env)
        env = replace(env, ctes={**env.ctes, id(cte): rows})
    return env


def _fixpoint(cte: nodes.Cte, env: Env) -> Rows:
    """A recursive query's facts: from the assumption that nothing is NULL, add what can be until
    the assumption holds. So each row is right if the rows it was made of are."""
    facts = [Fact(False, Elements.FULL)] * len(cte.columns)
    if cte.null_mark:
        facts[-2] = Fact(True)
    while True:
        here = replace(env, ctes={**env.ctes, id(cte): FixedRows(facts)})
        rows = query_rows(cte.query, here)
        own = len(cte.query.targets)
        # SEARCH and CYCLE add columns that the server computes itself.
        found = [
            either(fact, rows.fact(index, frozenset())) if index < own else fact
            for index, fact in enumerate(facts)
        ]
        if found == facts:
            return FixedRows(facts)
        facts = found


# SELECT ------------------------------------------------------------------------------------------


def _select(query: nodes.Query, env: Env) -> Rows:
    inside = where(query.where, from_items(query.from_, env))
    if _is_grouped(query):
        inside = _grouped(query, env, inside)
    inside = where(query.having, inside)
    if _set_returning_calls(query) > 1:
        inside = replace(inside, padded=True)
    return QueryRows(env, [(inside, [target.expr for target in query.targets])])


def _is_grouped(query: nodes.Query) -> bool:
    return bool(
        query.group_by
        or query.grouping_sets is not None
        or query.having is not None
        or query.has_aggregates
    )


def _grouped(query: nodes.Query, outer: Env, inside: Env) -> Env:
    """What is known of a group, given what is known of each of its rows."""
    if _may_be_empty(query) and not from_yields(query):
        # A group of no rows: WHERE held for none.
        grouped = replace(outer, rows=inside.rows, before=inside)
    else:
        nonempty = frozenset({nonempty_key(inside.level)})
        grouped = replace(inside, before=inside, known=inside.known | nonempty)
    return _nulled(query, grouped)


def _may_be_empty(query: nodes.Query) -> bool:
    if query.grouping_sets is not None:
        return any(not keys for keys in query.grouping_sets)
    return not query.group_by


def _nulled(query: nodes.Query, env: Env) -> Env:
    """Grouping sets replace the keys that a set is without by NULL."""
    if not query.grouping_sets:
        return env
    grouped = [key_of(expr) for expr in query.group_by]
    sets = [{grouped[index] for index in indexes} for indexes in query.grouping_sets]
    keys = frozenset(grouped) - sets[0].intersection(*sets)
    if not keys:
        return env
    return replace(
        env,
        nulled=env.nulled | keys,
        known=_untouched(env.known, keys),
        extensions=tuple(
            replace(extension, known=_untouched(extension.known, keys))
            for extension in env.extensions
        ),
        alternatives=(),
        hidden=env.hidden | _with_subqueries(query.group_by),
    )


def _with_subqueries(exprs: Sequence[nodes.Expr]) -> frozenset[tuple[type[nodes.Expr], int]]:
    return frozenset(
        (type(expr), expr.type)
        for expr in exprs
        if any(isinstance(part, nodes.SubLink) for part in walk(expr))
    )


def _untouched(known: Known, keys: Known) -> Known:
    return frozenset(key for key in known if not touches(key, keys))


def _set_returning_calls(query: nodes.Query) -> int:
    if not query.has_set_returning:
        return 0
    exprs = [target.expr for target in query.targets]
    exprs += [*query.order_by, *query.group_by, *query.distinct_on]
    calls = {
        key_of(part)
        for expr in exprs
        for part in walk(expr)
        if isinstance(part, nodes.Call) and part.function.returns_set
    }
    return len(calls)


# The other commands ------------------------------------------------------------------------------


def _values(query: nodes.Query, env: Env) -> Rows:
    return QueryRows(env, [(env, row) for row in query.rows])


def _set(query: nodes.Query, env: Env) -> Rows:
    assert query.left is not None and query.right is not None
    return SetRows(query.set_op, query_rows(query.left, env), query_rows(query.right, env))


def _utility(query: nodes.Query, env: Env) -> Rows:
    return FixedRows(())


def returning_rows(query: nodes.Query, env: Env) -> Rows:
    exprs = [target.expr for target in query.targets]
    return QueryRows(env, [(branch, exprs) for branch in returning(query, env)])


RULES: dict[str, Callable[[nodes.Query, Env], Rows]] = {
    "select": _select,
    "values": _values,
    "set": _set,
    "utility": _utility,
}
