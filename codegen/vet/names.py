"""Rules about what is named: WITH queries that nobody asks, columns that are to go."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.analysis import nodes
from codegen.vet.subject import Found, Subject

_CHANGING = frozenset(["insert", "update", "delete", "merge"])


def unused_with(subject: Subject) -> Iterator[Found]:
    """A WITH query that nothing refers to and that changes nothing: PostgreSQL leaves it out
    (SS_process_ctes in src/backend/optimizer/plan/subselect.c)."""
    for query in subject.queries:
        for cte in query.ctes:
            if not cte.referenced and cte.query.command not in _CHANGING:
                nothing = "locks nothing" if cte.query.locking else "does nothing"
                yield Found(
                    f"nothing refers to the WITH query {cte.name}: it isn't executed and {nothing}",
                    "Remove it, or refer to it.",
                    cte.span,
                )


def deprecated(subject: Subject) -> Iterator[Found]:
    """A column, or a table, whose comment in the schema begins with "deprecated"."""
    told: set[tuple[str, str]] = set()
    for expr in subject.expressions:
        if not isinstance(expr, nodes.Var) or expr.entry.relation is None:
            continue
        relation = expr.entry.relation
        # What `*` stands for has no place, and nobody asked for it by name.
        named = expr.span is not None and 0 <= expr.index < len(relation.columns)
        column = relation.columns[expr.index] if named else None
        for name, comment in (
            (f"{relation.name}.{expr.name}", column.comment if column else None),
            (relation.name, relation.comment),
        ):
            if comment and comment.lower().startswith("deprecated") and (name, "") not in told:
                told.add((name, ""))
                place = expr.span or expr.entry.span
                yield Found(f"{name} is deprecated: {_rest(comment)}", "Use another.", place)


def _rest(comment: str) -> str:
    rest = comment[len("deprecated") :].lstrip(" :,.—–-").strip()
    return rest or "its comment in the schema says no more"


def duplicate_star(subject: Subject) -> Iterator[Found]:
    """``*`` through a join that gives two columns of one name."""
    seen: dict[str, nodes.Target] = {}
    for target in subject.tree.targets:
        if target.embed:
            continue
        first = seen.setdefault(target.name, target)
        if first is not target and _is_star(target, subject):
            owners = " and ".join(filter(None, (_owner(first), _owner(target))))
            yield Found(
                f"* gives two columns the name {target.name}" + (f": of {owners}" * bool(owners)),
                "Name the columns, or take whole rows: `sqlc.embed(…)`.",
                target.span,
            )
            return


def _is_star(target: nodes.Target, subject: Subject) -> bool:
    source = subject.query.span.source if subject.query.span else None
    return bool(source and target.span and source.text[: target.span[1]].endswith("*"))


def _owner(target: nodes.Target) -> str:
    return target.expr.entry.name if isinstance(target.expr, nodes.Var) else ""
