"""FROM: which rows are in scope, which of them an outer join may have filled with NULLs."""

from __future__ import annotations

from collections.abc import Iterable

from codegen.analysis import nodes
from codegen.analysis.at_least_one import item_yields
from codegen.analysis.keys import Known
from codegen.analysis.nullability.algebra import NOT_NULL, NOTHING, NULLABLE, Fact
from codegen.analysis.nullability.environment import Env, Extension, RowKey, Rows
from codegen.analysis.nullability.narrowing import alternatives, outcomes, present, where_true
from codegen.analysis.nullability.references import needed_for_match
from codegen.analysis.nullability.relations import FixedRows, checked_cases, relation_rows
from codegen.analysis.nullability.values import set_returning
from codegen.records import replace

Placed = tuple[Env, frozenset[RowKey]]


def from_items(items: Iterable[nodes.FromItem], env: Env) -> Env:
    """The environment inside a FROM with these items."""
    for item in items:
        env, _ = placed(item, env)
    return env


def placed(item: nodes.FromItem, env: Env) -> Placed:
    """The environment with one more item, where its row is there, and the item's entries."""
    if isinstance(item, nodes.RangeEntry):
        return _entry(item, env), frozenset({(id(item), "")})
    if item.kind == "left":
        return _outer(item.left, item.right, item, env)
    if item.kind == "right":
        return _outer(item.right, item.left, item, env)
    if item.kind == "full":
        return _full(item, env)
    left_env, left = placed(item.left, env)
    right_env, right = placed(item.right, left_env)
    return where(item.on, right_env), left | right


def where(condition: nodes.Expr | None, env: Env) -> Env:
    """The environment where a condition holds."""
    if condition is None:
        return env
    env = env.assume(where_true(condition, env))
    cases = alternatives(condition, env)
    return replace(env, alternatives=(*env.alternatives, *cases)) if cases else env


def _outer(kept: nodes.FromItem, optional: nodes.FromItem, join: nodes.Join, env: Env) -> Placed:
    kept_env, kept_entries = placed(kept, env)
    inside, entries = placed(optional, kept_env)
    matched = where(join.on, inside)
    if item_yields(optional) and _is_always(join.on, inside):
        return matched, kept_entries | entries
    needed = needed_for_match(optional, join.on, kept_entries, kept_env)
    if needed is not None and not needed:
        return matched, kept_entries | entries
    token = ("joined", id(join), "optional")
    extension = Extension(token, entries, matched.known - kept_env.known, needed)
    nested = _new(inside, kept_env)
    return (
        replace(
            kept_env,
            rows=inside.rows,
            extensions=(*kept_env.extensions, *nested, extension),
        ),
        kept_entries | entries,
    )


def _is_always(condition: nodes.Expr | None, env: Env) -> bool:
    return condition is None or outcomes(condition, env).not_true is None


def _new(inside: Env, outside: Env) -> list[Extension]:
    return [e for e in inside.extensions if e not in outside.extensions]


def _full(join: nodes.Join, env: Env) -> Placed:
    sides: list[Extension] = []
    nested: list[Extension] = []
    cases: list[Known] = []
    rows = dict(env.rows)
    for side, item in (("left", join.left), ("right", join.right)):
        inside, entries = placed(item, env)
        token = ("joined", id(join), side)
        sides.append(Extension(token, entries, inside.known - env.known))
        nested.extend(_new(inside, env))
        cases.extend(known | {token} for known in _own_cases(inside, env))
        rows.update(inside.rows)
    extensions = (*env.extensions, *nested, *sides)
    full = replace(
        env,
        rows=rows,
        extensions=extensions,
        alternatives=(*env.alternatives, tuple(cases)),
    )
    return full, sides[0].entries | sides[1].entries


def _own_cases(inside: Env, outside: Env) -> tuple[Known, ...]:
    own = [cases for cases in inside.alternatives if cases not in outside.alternatives]
    return own[0] if own else (NOTHING,)


def _entry(entry: nodes.RangeEntry, env: Env) -> Env:
    rows = _rows(entry, env)
    known = rows.known() | _called(entry, env)
    env = env.with_rows(entry, rows).assume(known)
    if entry.kind == "table" and entry.relation is not None and entry.relation.checks:
        cases = checked_cases(entry, entry.relation, env)
        return replace(env, alternatives=(*env.alternatives, *cases))
    return env


def _rows(entry: nodes.RangeEntry, env: Env) -> Rows:
    if entry.kind == "table" and entry.relation is not None:
        return relation_rows(entry.relation, env)
    if entry.kind == "subquery" and entry.query is not None:
        return env.query_rows(entry.query, env)
    if entry.kind == "cte" and entry.cte is not None:
        return _cte(entry.cte, env)
    if entry.kind in ("function", "tablefunc"):
        return FixedRows(_function_facts(entry, env))
    return FixedRows(())


def _cte(cte: nodes.Cte, env: Env) -> Rows:
    rows = env.ctes.get(id(cte))
    if rows is None and not cte.recursive:
        return env.query_rows(cte.query, env)
    return rows or FixedRows(())


def _function_facts(entry: nodes.RangeEntry, env: Env) -> list[Fact]:
    facts: list[Fact] = []
    for item in entry.functions:
        facts.extend(_item_facts(item, env))
    if len(entry.functions) > 1:
        # The shorter results are filled up with NULLs.
        facts = [Fact(True, fact.elements) for fact in facts]
    return [*facts, NOT_NULL] if entry.ordinality else facts


def _item_facts(item: nodes.FunctionItem, env: Env) -> list[Fact]:
    call = item.call
    if isinstance(call, nodes.JsonExpr) and call.columns:
        return [NOT_NULL if name in call.not_null else NULLABLE for name, _ in call.columns]
    if not isinstance(call, nodes.Call) or not call.function.returns_set:
        fact = env.fact_of(call, env)
        return [fact] if item.width == 1 else [NULLABLE] * item.width
    facts = set_returning(call, env)
    if len(facts) == 1 and item.width > 1:
        return [NULLABLE] * item.width
    return [facts[i] if i < len(facts) else NULLABLE for i in range(item.width)]


def _called(entry: nodes.RangeEntry, env: Env) -> Known:
    """A strict set-returning function that yields a row had non-null arguments."""
    if entry.kind != "function" or len(entry.functions) != 1:
        return NOTHING
    call = entry.functions[0].call
    if isinstance(call, nodes.Call) and call.function.returns_set and call.function.strict:
        known: Known = NOTHING
        for arg in call.args:
            known |= present(arg, env)
        return known
    return NOTHING


def absent(entries: Iterable[nodes.RangeEntry], env: Env) -> Env:
    """The environment where some entries' rows are missing for sure."""
    for entry in entries:
        env = env.with_absent(entry, "")
    return env
