"""``-- @row Name``: a class of that name for the rows of every query that says so."""

from __future__ import annotations

import keyword
from collections.abc import Mapping, Sequence

from codegen.analysis.nodes import AnalysedQuery
from codegen.diagnostics import CodegenError, Diagnostic
from codegen.plan import names
from codegen.plan.row_values import Attribute, Nested, Value
from codegen.plan.spelling import Annotation
from codegen.records import dataclass
from codegen.sql.options import Option

ROW = "row"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedRow:
    """The class of several queries' rows, as the query named ``first`` has it; ``nested`` are
    further classes that it embeds."""

    name: str
    attributes: tuple[Attribute, ...]
    nested: tuple[Nested, ...]
    first: str

    @property
    def maker(self) -> str:
        """The function that makes it from a row's values."""
        return f"make_{names.snake_case(self.name)}"


def row_option(query: AnalysedQuery) -> Option | None:
    """The query's ``@row``. Raises CodegenError for one without a name for a class."""
    options = [option for option in query.options if option.name == ROW]
    if not options:
        return None
    option: Option = options[-1]
    if not option.value.isidentifier() or keyword.iskeyword(option.value):
        raise mismatch(query, option, "@row needs the name of a class", "Write -- @row Name.")
    if len(options) > 1:
        raise mismatch(query, option, "a query's rows have one class", "Leave out one @row.")
    return option


def shared(
    row: NamedRow, rows: dict[str, NamedRow], query: AnalysedQuery, option: Option
) -> NamedRow:
    """The class as the first query with this name has it, which is this one if it is new.

    Raises CodegenError where the two have other attributes, and says which.
    """
    known = rows.setdefault(row.name, row)
    found = differences(row.attributes, known.attributes, row.first, known.first)
    if found:
        message = f"{row.name} can't be the class of both {known.first} and {row.first}"
        raise mismatch(query, option, message, f"{'; '.join(found)}. {_HELP}")
    return known


_HELP = "Make them the same with AS, a cast, @nullable or @notnull, or use another name."


def differences(
    own: Sequence[Attribute],
    other: Sequence[Attribute],
    own_name: str,
    other_name: str,
    *,
    narrower: bool = False,
) -> list[str]:
    """How two classes differ, attribute by attribute. With ``narrower``, it makes no difference
    where an own attribute is never None and the other class's may be."""
    mine, theirs = {one.name: one for one in own}, {one.name: one for one in other}
    found = [f"only {own_name} has {name}" for name in mine if name not in theirs]
    found += [f"only {other_name} has {name}" for name in theirs if name not in mine]
    for name, one in mine.items():
        if name in theirs and not _same(one, theirs[name], narrower=narrower):
            here, there = described(one.annotation), described(theirs[name].annotation)
            found.append(f"{name} is {here} in {own_name} and {there} in {other_name}")
    if not found and list(mine) != list(theirs):
        listed = ", ".join(theirs)
        found.append(f"the order is another: {listed} in {other_name}")
    return found


def _same(one: Attribute, other: Attribute, *, narrower: bool) -> bool:
    if isinstance(one, Value) != isinstance(other, Value):
        return False
    if isinstance(one, Nested) and isinstance(other, Nested):
        return _embedded(one) == _embedded(other)
    same = one.annotation == other.annotation
    return same or (narrower and one.annotation.optional() == other.annotation)


def _embedded(nested: Nested) -> tuple[object, ...]:
    values = [(value.name, value.annotation) for value in nested.values]
    return nested.class_name.name, nested.optional, values


def described(annotation: Annotation) -> str:
    """A type for people."""
    if annotation.name is None:
        return " | ".join(map(described, annotation.args))
    inside = ", ".join(map(described, annotation.args))
    return f"{annotation.name.name}[{inside}]" if inside else annotation.name.name


def mismatch(query: AnalysedQuery, option: Option, message: str, help: str) -> CodegenError:
    """The error for an @row."""
    return CodegenError(
        Diagnostic(
            code="row-mismatch", message=message, span=option.span, help=help, query=query.name
        )
    )


def without_rows(query: AnalysedQuery) -> None:
    """Raises CodegenError where a query that returns no rows names their class."""
    option = row_option(query)
    if option is not None:
        help = "Leave it out, or use a command that returns rows."
        raise mismatch(query, option, f"@row, but :{query.command} returns no rows", help)


def by_class(rows: Mapping[str, NamedRow]) -> list[str]:
    """The names of all classes, those of embedded rows included."""
    return [
        name
        for row in rows.values()
        for name in (*(nested.class_name.name for nested in row.nested), row.name)
    ]
