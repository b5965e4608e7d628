"""Rules about ON CONFLICT."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.analysis import nodes
from codegen.postgres.catalog import Index
from codegen.vet.subject import Found, Subject


def without_key(subject: Subject) -> Iterator[Found]:
    """``ON CONFLICT (a)`` where no unique index is over just these columns: PREPARE takes it, and
    each execution fails (infer_arbiter_indexes in src/backend/optimizer/util/plancat.c)."""
    for query in subject.queries:
        arbiter = query.on_conflict.arbiter if query.on_conflict else None
        if arbiter is None or arbiter.relation.kind not in "rp" or arbiter.relation.rules:
            continue
        unique = [index for index in arbiter.relation.indexes if index.unique]
        meant = [index for index in unique if _columns(index) == arbiter.columns]
        if any(arbiter.partial or not index.predicate for index in meant):
            continue
        yield Found(
            "there is no unique or exclusion constraint matching the ON CONFLICT specification",
            _help(arbiter, meant, unique),
            arbiter.span,
        )


def _columns(index: Index) -> frozenset[str]:
    """The columns that an index is over; one over expressions is over "" as well."""
    return frozenset(part.column for part in index.parts)


def _help(arbiter: nodes.Arbiter, meant: list[Index], unique: list[Index]) -> str:
    table = arbiter.relation.name
    if meant:
        return f"{meant[0].name} is partial: repeat its WHERE after the columns."
    plain = [index for index in unique if "" not in _columns(index)]
    known = sorted(", ".join(part.column for part in index.parts) for index in plain)
    listed = " and ".join(f"({columns})" for columns in known)
    if listed:
        return f"{table} has unique indexes over {listed}: name all columns of one."
    return f"Create a unique index on {table}; it has none."
