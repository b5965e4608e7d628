"""Rules about plans: how PostgreSQL would execute a query."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from codegen.analysis import nodes
from codegen.analysis.tree import entries_of, walk
from codegen.vet.subject import Found, Plan, Subject

Node = Mapping[str, Any]

#: Where at least this share of a table's rows is wanted, no index would do better.
_MOST = 0.5
_NUMBERED = re.compile(r"\$(\d+)")
_NUMBER = re.compile(r"_\d+$")
#: Nodes that hand on the rows of the one under them, for a loop to read again.
_PASSING = ("Materialize", "Memoize")


def sequential_scan(subject: Subject) -> Iterator[Found]:
    """A large table, read from end to end to find few of its rows, or again and again."""
    if subject.plan is None:
        return
    optional = {id(entry) for entry in _optionally_found(subject)}
    for node, parents in _nodes(subject.plan.root):
        rows = _table_rows(node, subject.plan)
        if node["Node Type"] != "Seq Scan" or rows < subject.limits.scan_rows:
            continue
        table, entry = node["Relation Name"], _entry(node, subject)
        place = entry.span if entry else None
        wanted = min(_rows(node, parents), rows)
        if _is_repeated(node, parents):
            yield Found(
                f"all {_about(rows)} rows of {table} are read once for each row of what it is"
                " joined with",
                "Add an index on what it is joined by.",
                place,
            )
        elif node.get("Filter") and wanted < rows * _MOST and id(entry) not in optional:
            yield Found(
                f"all {_about(rows)} rows of {table} are read to find some {_about(wanted)}:"
                f" {_condition(node, subject)}",
                "Add an index for this condition.",
                place,
            )


def large_sort(subject: Subject) -> Iterator[Found]:
    """Many rows that are sorted for ORDER BY."""
    if subject.plan is None or not subject.tree.order_by:
        return
    for node, parents in _nodes(subject.plan.root):
        inner = node.get("Plans", [])
        if node["Node Type"] != "Sort" or any(_is_join(one) for one in parents):
            continue
        rows = _rows(inner[0], [*parents, node]) if inner else 0
        if rows >= subject.limits.sort_rows:
            key = ", ".join(node.get("Sort Key", []))
            yield Found(
                f"some {_about(rows)} rows are sorted by {key}",
                "Add an index that has this order, or a condition that leaves fewer rows.",
                subject.tree.sorts[0].span,
            )
            return


def high_cost(subject: Subject) -> Iterator[Found]:
    """A plan above the limit."""
    limit = subject.limits.cost
    cost = subject.plan.root["Total Cost"] if subject.plan else 0
    if limit is not None and cost > limit:
        yield Found(
            f"the estimated cost is {_about(cost)}, and the limit {_about(limit)}",
            "See what EXPLAIN says of it.",
        )


def _nodes(node: Node, parents: tuple[Node, ...] = ()) -> Iterator[tuple[Node, tuple[Node, ...]]]:
    """All nodes of a plan, with those above each, the root first."""
    yield node, parents
    for inner in node.get("Plans", []):
        yield from _nodes(inner, (*parents, node))


def _table_rows(node: Node, plan: Plan) -> float:
    return plan.rows.get((node.get("Schema", ""), node.get("Relation Name", "")), 0)


def _rows(node: Node, parents: tuple[Node, ...] | list[Node]) -> float:
    """The rows that a node yields; the estimate is that of one worker where there are several."""
    workers = sum(one.get("Workers Planned", 0) for one in parents)
    share = workers + 1 if node.get("Parallel Aware") else 1
    return float(node["Plan Rows"]) * share


def _is_repeated(node: Node, parents: tuple[Node, ...]) -> bool:
    """Whether a nested loop reads a node again for each row of its other side."""
    for parent in reversed(parents):
        if parent["Node Type"] == "Nested Loop":
            outer = parent["Plans"][0]
            return node.get("Parent Relationship") == "Inner" and outer["Plan Rows"] > 1
        if parent["Node Type"] not in _PASSING:
            return False
        node = parent
    return False


def _is_join(node: Node) -> bool:
    return "Join Type" in node


def _condition(node: Node, subject: Subject) -> str:
    """What rows have to be, as PostgreSQL says it, with the names of parameters."""
    text = _NUMBERED.sub(lambda found: f"@{subject.name_of(int(found[1]))}", node["Filter"])
    return text if len(text) < 100 else text[:100] + "…"


def _about(number: float) -> str:
    return f"{round(number):,}"


def _entry(node: Node, subject: Subject) -> nodes.RangeEntry | None:
    """What the query calls the table that a node reads; EXPLAIN numbers names that come twice."""
    alias = str(node.get("Alias"))
    entries = [
        entry
        for query in subject.queries
        for entry in (*([query.target] if query.target else []), *entries_of(query.from_))
        if entry.kind == "table"
    ]
    for name in (alias, _NUMBER.sub("", alias)):
        found = next((entry for entry in entries if entry.name == name), None)
        if found is not None:
            return found
    return None


def _optionally_found(subject: Subject) -> Iterator[nodes.RangeEntry]:
    """The tables with conditions that a parameter may do away with: `@x IS NULL OR …`.

    A plan for a parameter of any value has to do without an index there. One for a certain value
    may use it, and that is what PostgreSQL makes then (choose_custom_plan in plancache.c).
    """
    for expr in subject.expressions:
        choices: list[nodes.Expr] = []
        if isinstance(expr, nodes.BoolExpr) and expr.op == "or":
            choices = expr.args
        elif isinstance(expr, nodes.Case):
            choices = [condition for condition, _ in expr.whens]
        if any(_is_about_parameters(choice) for choice in choices):
            yield from (part.entry for part in walk(expr) if isinstance(part, nodes.Var))


def _is_about_parameters(expr: nodes.Expr) -> bool:
    parts = list(walk(expr))
    return any(isinstance(part, nodes.Param) for part in parts) and not any(
        isinstance(part, nodes.Var | nodes.SubLink) for part in parts
    )
