"""A query explained: types, nullability and rows, each with the steps that lead there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from codegen.analysis import nodes
from codegen.analysis.cardinality import found_by_keys, missing_key
from codegen.analysis.nullability import rows_of
from codegen.analysis.nullability.reasons import Step, excluding, reasons
from codegen.analysis.parameter_reasons import parameter_reasons
from codegen.analysis.tree import all_queries, expressions_of, walk
from codegen.postgres.catalog import Catalog
from codegen.records import dataclass
from codegen.source import Source, Span

#: So much of a condition is shown.
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence and the place that it is about (``file:line:column``), "" for none."""

    depth: int
    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A parameter or a column: its name (``@name`` for a parameter), its type, whether it may be
    NULL, and why."""

    name: str
    type: str
    nullable: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """All of a query."""

    name: str
    command: str
    cardinality: str
    rows: str
    parameters: tuple[Explained, ...]
    columns: tuple[Explained, ...]


def explanation(query: nodes.AnalysedQuery, catalog: Catalog) -> Explanation:
    """What was inferred of a query, and why."""
    return Explanation(
        name=query.name,
        command=query.command,
        cardinality=query.cardinality,
        rows=_rows(query, catalog),
        parameters=tuple(_parameter(query, one, catalog) for one in query.parameters),
        columns=tuple(_columns(query, catalog)),
    )


def _rows(query: nodes.AnalysedQuery, catalog: Catalog) -> str:
    if query.cardinality == "none":
        return "the statement returns no rows"
    if query.cardinality == "exactly_one":
        return "always one row"
    if query.cardinality == "at_most_one":
        tree = query.tree
        keys = found_by_keys(tree, catalog) if isinstance(tree, nodes.Query) else ()
        return f"one row or none: it finds {' and '.join(keys)}" if keys else "one row or none"
    missing = missing_key(query.tree, catalog) if isinstance(query.tree, nodes.Query) else None
    if missing is None:
        return "any number of rows"
    return f"any number of rows: nothing limits {missing.relation} to one"


def _parameter(
    query: nodes.AnalysedQuery, parameter: nodes.Parameter, catalog: Catalog
) -> Explained:
    steps: Iterable[Step] = ()
    if isinstance(query.tree, nodes.Query):
        steps = parameter_reasons(query.tree, parameter.number, catalog)
    type_ = catalog.format_type(parameter.type)
    told = [*sorted(_reasons(steps, query), key=_line)]
    if parameter.nullable and _is_narg(query, parameter):
        told.append(Reason(0, "sqlc.narg says that it may be NULL", ""))
    return Explained(f"@{parameter.name}", type_, parameter.nullable, tuple(told))


def _line(reason: Reason) -> tuple[int, ...]:
    """The line and the column, for an order in which the query is read."""
    return tuple(int(part) for part in reason.place.split(":")[-2:] if part.isdecimal())


def _is_narg(query: nodes.AnalysedQuery, parameter: nodes.Parameter) -> bool:
    """Whether the parameter is written so at one of its places."""
    if query.span is None or not isinstance(query.tree, nodes.Query):
        return False
    return any(
        isinstance(part, nodes.Param)
        and part.number == parameter.number
        and part.span is not None
        and query.span.source.text.startswith("sqlc.narg", part.span[0])
        for inner in all_queries(query.tree)
        for expr in expressions_of(inner)
        for part in walk(expr)
    )


def _columns(query: nodes.AnalysedQuery, catalog: Catalog) -> Iterator[Explained]:
    takes_null = {one.number: one.nullable for one in query.parameters}
    tree = query.tree if isinstance(query.tree, nodes.Query) and query.tree.targets else None
    rows = rows_of(tree, catalog, takes_null) if tree is not None else None
    for index, column in enumerate(query.columns):
        steps = reasons(rows, index, catalog) if rows is not None else iter(())
        told = tuple(_reasons(steps, query))
        if rows is not None and rows.fact(index, frozenset()).nullable != column.nullable:
            told = (*told, Reason(0, "the query's comments have the last word", ""))
        yield Explained(column.name, catalog.format_type(column.type), column.nullable, told)


def _reasons(steps: Iterable[Step], query: nodes.AnalysedQuery) -> Iterator[Reason]:
    source = query.span.source if query.span is not None else None
    told: set[tuple[str, str]] = set()
    for step in steps:
        step = _with_condition(step, query)
        place = _place(step, source)
        if (step.text, place) not in told:
            told.add((step.text, place))
            yield Reason(step.depth, step.text, place)


def _with_condition(step: Step, query: nodes.AnalysedQuery) -> Step:
    """The step with the condition that it speaks of, as it is written."""
    tree = query.tree
    condition = excluding(tree, step) if isinstance(tree, nodes.Query) else None
    if condition is None or condition.span is None or query.span is None:
        return step
    text = " ".join(query.span.source.text[slice(*condition.span)].split())
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return Step(step.depth, f"{text} is not true for NULL", condition.span)


def _place(step: Step, source: Source | None) -> str:
    if isinstance(step.place, Span):
        return _shown(step.place.source, step.place.start)
    if step.place is None or source is None:
        return ""
    return _shown(source, step.place[0])


def _shown(source: Source, offset: int) -> str:
    line, column = source.position(offset)
    return f"{source.path}:{line}:{column}"
