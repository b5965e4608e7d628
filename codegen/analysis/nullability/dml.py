"""RETURNING: what a row is after INSERT, UPDATE, DELETE or MERGE, and what it was before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from codegen.analysis import nodes
from codegen.analysis.keys import Key, Known, key_of, renamed
from codegen.analysis.nullability.algebra import NULLABLE, Fact
from codegen.analysis.nullability.environment import Env
from codegen.analysis.nullability.joins import absent, from_items, where
from codegen.analysis.nullability.relations import (
    FixedRows,
    default_fact,
    relation_rows,
    stored_facts,
)
from codegen.analysis.written import has_instead_triggers, has_rules, has_triggers
from codegen.postgres.catalog import Column, Relation
from codegen.records import replace


def returning(query: nodes.Query, env: Env) -> list[Env]:
    """The environments that RETURNING may be evaluated in: one per way to come to a row."""
    branches = list(RULES[query.command](query, env))
    return branches or [env]


# INSERT ------------------------------------------------------------------------------------------


def _insert(query: nodes.Query, env: Env) -> Iterator[Env]:
    target = _target(query)
    env = _with_source(query, env)
    proposed = _written(target, query.assignments, env, _defaults(target, env), "insert")
    yield _inserted(target, proposed, env)
    conflict = query.on_conflict
    if conflict is not None and conflict.action == "update":
        existing = env.with_rows(target, relation_rows(_relation(target), env))
        if conflict.excluded is not None:
            existing = existing.with_rows(conflict.excluded, FixedRows(proposed))
        yield _updated(target, conflict.assignments, where(conflict.where, existing))


def _with_source(query: nodes.Query, env: Env) -> Env:
    if query.source is None or query.source_entry is None:
        return env
    return env.with_rows(query.source_entry, env.query_rows(query.source, env))


def _inserted(target: nodes.RangeEntry, facts: Sequence[Fact], env: Env) -> Env:
    rows = FixedRows(facts)
    env = env.with_rows(target, rows).with_rows(target, rows, "new")
    old = relation_rows(_relation(target), env)
    return env.with_rows(target, old, "old").with_absent(target, "old")


def _defaults(target: nodes.RangeEntry, env: Env) -> list[Fact]:
    relation = _relation(target)
    return [
        NULLABLE if column.generated else default_fact(column, relation, env)
        for column in relation.columns
    ]


# UPDATE and DELETE -------------------------------------------------------------------------------


def _update(query: nodes.Query, env: Env) -> Iterator[Env]:
    target = _target(query)
    env = where(query.where, from_items([target, *query.from_], env))
    yield _updated(target, query.assignments, env)


def _updated(target: nodes.RangeEntry, assignments: list[nodes.Assignment], env: Env) -> Env:
    """After an update: what was known of the row is known of the old one."""
    kept = _kept(target, assignments, env)
    rows = FixedRows(_written(target, assignments, env, kept, "update"))
    old = env.rows.get((id(target), "")) or FixedRows(())
    env = env.with_rows(target, old, "old")
    env = env.with_rows(target, rows).with_rows(target, rows, "new")
    return replace(env, known=_of_old(env.known, target), alternatives=())


def _of_old(known: Known, target: nodes.RangeEntry) -> Known:
    return frozenset(renamed(key, target, "old") for key in known)


def _kept(target: nodes.RangeEntry, assignments: list[nodes.Assignment], env: Env) -> list[Fact]:
    """What was known of the columns that an update leaves alone."""
    changed = _changed_below(target, assignments)
    return [
        NULLABLE
        if column.generated or not _is_left_alone(target, index, changed)
        else env.fact_of(_var(target, index, column), env)
        for index, column in _columns(target)
    ]


def _changed_below(target: nodes.RangeEntry, assignments: list[nodes.Assignment]) -> set[Key]:
    """The columns under a view that an update of it changes."""
    query = _relation(target).query
    if not isinstance(query, nodes.Query):
        return set()
    names = {assignment.column.name for assignment in assignments}
    return {
        key_of(column.expr)
        for column, name in zip(query.targets, _relation(target).columns, strict=False)
        if name.name in names
    }


def _is_left_alone(target: nodes.RangeEntry, index: int, changed: set[Key]) -> bool:
    query = _relation(target).query
    if not isinstance(query, nodes.Query):
        return True
    expr = query.targets[index].expr
    return isinstance(expr, nodes.Var) and key_of(expr) not in changed


def _var(target: nodes.RangeEntry, index: int, column: Column) -> nodes.Var:
    return nodes.Var(type=column.type, entry=target, index=index, name=column.name)


def _delete(query: nodes.Query, env: Env) -> Iterator[Env]:
    target = _target(query)
    yield _deleted(target, where(query.where, from_items([target, *query.from_], env)))


def _deleted(target: nodes.RangeEntry, env: Env) -> Env:
    rows = env.rows[id(target), ""]
    env = env.with_rows(target, rows, "old").with_rows(target, rows, "new")
    env = env.with_absent(target, "new")
    return env.assume(_of_old(env.known, target))


# MERGE -------------------------------------------------------------------------------------------


def _merge(query: nodes.Query, env: Env) -> Iterator[Env]:
    target = _target(query)
    for action in query.merge_actions:
        if action.command == "nothing":
            continue
        here = _matched(query, action, target, env)
        if action.command == "insert":
            defaults = _defaults(target, here)
            facts = _written(target, action.assignments, here, defaults, "insert")
            yield _inserted(target, facts, here)
        elif action.command == "update":
            yield _updated(target, action.assignments, here)
        else:
            yield _deleted(target, here)


def _matched(
    query: nodes.Query, action: nodes.MergeAction, target: nodes.RangeEntry, env: Env
) -> Env:
    sourced = from_items(query.from_, env)
    if action.match == "not_matched_by_target":
        return where(action.condition, sourced)
    if action.match == "not_matched_by_source":
        sourced = absent(_entries(query.from_), sourced)
        return where(action.condition, from_items([target], sourced))
    return where(action.condition, where(query.merge_on, from_items([target], sourced)))


def _entries(items: Sequence[nodes.FromItem]) -> Iterator[nodes.RangeEntry]:
    for item in items:
        if isinstance(item, nodes.RangeEntry):
            yield item
        else:
            yield from _entries([item.left, item.right])


# Rows that are written ---------------------------------------------------------------------------


def _written(
    target: nodes.RangeEntry,
    assignments: Sequence[nodes.Assignment],
    env: Env,
    otherwise: Sequence[Fact],
    event: str,
) -> list[Fact]:
    """The columns of a row as it is stored: by their constraints, or by what was assigned.

    A trigger or a rule may store something else than was assigned.
    """
    relation = _relation(target)
    stored = stored_facts(relation, env)
    if has_rules(relation, event) or has_instead_triggers(relation, event):
        return [NULLABLE] * len(stored)
    if has_triggers(relation, event):
        return stored
    facts = list(otherwise)
    for assignment in assignments:
        index = _place(relation, assignment.column)
        if index is not None:
            facts[index] = NULLABLE if assignment.subscript else _value(assignment, relation, env)
    return [
        Fact(fact.nullable and constraint.nullable, fact.elements)
        for fact, constraint in zip(facts, stored, strict=True)
    ]


def _value(assignment: nodes.Assignment, relation: Relation, env: Env) -> Fact:
    if isinstance(assignment.value, nodes.Default):
        return default_fact(assignment.column, relation, env)
    return env.fact_of(assignment.value, env)


def _place(relation: Relation, column: Column) -> int | None:
    names = [each.name for each in relation.columns]
    return names.index(column.name) if column.name in names else None


def _columns(target: nodes.RangeEntry) -> Iterator[tuple[int, Column]]:
    return enumerate(_relation(target).columns)


def _relation(target: nodes.RangeEntry) -> Relation:
    assert target.relation is not None
    return target.relation


def _target(query: nodes.Query) -> nodes.RangeEntry:
    assert query.target is not None
    return query.target


RULES = {"insert": _insert, "update": _update, "delete": _delete, "merge": _merge}
