"""Outer joins that always find a row: those along a foreign key.

A row that refers to another is only there while the other one is (manual 5.5.5): once a statement
has ended, and so for every snapshot that a later one reads. This doesn't hold

* for constraints that are deferrable, not validated or not enforced (:attr:`ForeignKey.holds`);
* where triggers or rules of the referring table may thwart a referential action (manual 39.1);
* for the rows of tables that inherit from the referring table, which have no such constraint;
* where policies may hide the other row (manual 5.9), or ONLY or TABLESAMPLE leave it out;
* where a row is locked or changed: it may have been read again in a newer version, the other not
  (manual 13.2.1).

Whoever sets ``session_replication_role`` can break it, as any constraint that triggers enforce.
"""

from __future__ import annotations

from collections.abc import Iterator

from codegen.analysis import nodes
from codegen.analysis.keys import Known, is_builtin, present_key, var_key
from codegen.analysis.nullability.environment import Env, RowKey
from codegen.postgres.catalog import ForeignKey, Relation

Pair = tuple[nodes.Var, nodes.Var]


def needed_for_match(
    optional: nodes.FromItem, on: nodes.Expr | None, kept: frozenset[RowKey], env: Env
) -> Known | None:
    """The keys on the kept side that have to be non-null for the join to find a row for sure: none,
    if the set is empty. None where it may find no row whatever they are."""
    if env.locked or env.command != "select" or on is None:
        return None
    if not isinstance(optional, nodes.RangeEntry) or not _is_whole(optional):
        return None
    pairs = _pairs(on, optional)
    if not pairs:
        return None
    referring = pairs[0][0].entry
    if (id(referring), "") not in kept or any(one.entry is not referring for one, _ in pairs):
        return None
    if not any(_is_along(key, pairs, optional) for key in _references(referring, env)):
        return None
    return frozenset(key for var, _ in pairs for key in _needed(var, env))


def _is_whole(entry: nodes.RangeEntry) -> bool:
    """Whether all rows of a table are there to be found."""
    relation = entry.relation
    if entry.kind != "table" or relation is None or entry.sampled or entry.only:
        return False
    return relation.kind in ("r", "p") and not relation.row_security


def _pairs(on: nodes.Expr, optional: nodes.RangeEntry) -> list[Pair]:
    """The equalities that a condition consists of, the optional row's column second in each; none
    where it is anything else."""
    pairs: list[Pair] = []
    for part in on.args if isinstance(on, nodes.BoolExpr) and on.op == "and" else [on]:
        match part:
            case nodes.OperatorCall(args=[nodes.Var() as left, nodes.Var() as right]):
                if right.entry is not optional:
                    left, right = right, left
                if not _is_equality(part, left, right) or right.entry is not optional:
                    return []
                pairs.append((left, right))
            case _:
                return []
    return pairs


def _is_equality(part: nodes.OperatorCall, left: nodes.Var, right: nodes.Var) -> bool:
    same = left.type == right.type and left.index >= 0 and right.index >= 0
    return same and part.operator.name == "=" and is_builtin(part.operator)


def _references(entry: nodes.RangeEntry, env: Env) -> Iterator[ForeignKey]:
    relation = entry.relation
    if entry.kind != "table" or relation is None or relation.kind not in ("r", "p"):
        return
    if relation.row_triggers or relation.rules or _has_children(relation, env):
        return
    yield from (key for key in relation.foreign_keys if key.holds)


def _has_children(relation: Relation, env: Env) -> bool:
    place = (relation.schema, relation.name)
    return relation.kind == "r" and place in env.catalog.parents()


def _is_along(key: ForeignKey, pairs: list[Pair], target: nodes.RangeEntry) -> bool:
    relation = target.relation
    if relation is None or (key.schema, key.table) != (relation.schema, relation.name):
        return False
    compared = {(_column(one), _column(other)) for one, other in pairs}
    return compared == set(zip(key.columns, key.target_columns, strict=True))


def _column(var: nodes.Var) -> str:
    assert var.entry.relation is not None
    return var.entry.relation.columns[var.index].name


def _needed(var: nodes.Var, env: Env) -> Iterator[tuple[object, ...]]:
    if not env.fact_of(var, env).nullable:
        return
    rows = env.rows[id(var.entry), ""]
    if rows.fact(var.index, frozenset()).nullable:
        yield var_key(var.entry, var.index)
    else:
        yield present_key(var.entry)
