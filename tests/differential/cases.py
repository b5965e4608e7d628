"""The questions that are put to codegen and to PostgreSQL, and how each asks them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from codegen.postgres import oids
from codegen.postgres.call_forms import CallForm
from codegen.postgres.catalog import Catalog
from codegen.postgres.coercion import Context, can_coerce_type, is_complex
from codegen.postgres.common_type import all_coerce_to, select_common_type
from codegen.postgres.errors import Unresolved
from codegen.postgres.functions import resolve_function
from codegen.postgres.names import quote_identifier
from codegen.postgres.operators import resolve_binary, resolve_prefix, resolve_scalar_array
from tests.differential.probe import Answer

STATES = {
    "undefined": "42883",
    "ambiguous": "42725",
    "mismatch": "42804",
    "wrong-kind": "42809",
    "unsupported": "0A000",
}
INDETERMINATE = Answer("42P18", "could not determine data type of a parameter")


@dataclass(frozen=True, slots=True)
class Operation:
    """``left op right``, ``op right``, or ``left op ANY (right)``."""

    name: str
    types: tuple[int, ...]
    any: bool = False

    def sql(self, catalog: Catalog) -> str:
        """The question for PostgreSQL."""
        *left, right = operands(catalog, self.types)
        return f"select {' '.join(left)} {self.name} " + (f"any ({right})" if self.any else right)

    def answer(self, catalog: Catalog) -> Answer:
        """Codegen's answer."""
        if len(self.types) == 1:
            found = resolve_prefix(catalog, self.name, self.types[0])
        elif self.any:
            found = resolve_scalar_array(catalog, self.name, self.types[0], self.types[1])
        else:
            found = resolve_binary(catalog, self.name, self.types[0], self.types[1])
        return success(catalog, self.types, found.arg_types, [found.result])


@dataclass(frozen=True, slots=True)
class Call:
    """A function call in any notation; ``columns``: as a table, whose columns are compared.

    ``literal``: what is unknown is NULL, no parameter.
    """

    name: str
    types: tuple[int, ...]
    names: tuple[str, ...] = ()
    variadic: bool = False
    ordered: int = 0
    window: bool = False
    columns: bool = False
    literal: bool = False

    def sql(self, catalog: Catalog) -> str:
        """The question for PostgreSQL."""
        words = operands(catalog, self.types, literal=self.literal)
        for offset, name in enumerate(reversed(self.names), 1):
            words[-offset] = f"{quote_identifier(name)} => {words[-offset]}"
        if self.variadic:
            words[-1] = f"variadic {words[-1]}"
        direct = words[: len(words) - self.ordered]
        text = f'"{self.name}"({", ".join(direct)})'
        if self.ordered:
            text += f" within group (order by {', '.join(words[len(direct) :])})"
        if self.window:
            text += " over ()"
        return f"select * from {text}" if self.columns else f"select {text}"

    def answer(self, catalog: Catalog) -> Answer:
        """Codegen's answer."""
        found = resolve_function(
            catalog,
            None,
            self.name,
            self.types,
            self.names,
            variadic_call=self.variadic,
            ordered_args=self.ordered,
            literal=self.literal,
            form=CallForm(
                arguments=bool(self.types),
                named=bool(self.names),
                within_group=self.ordered > 0,
                over=self.window,
            ),
        )
        if self.columns and not found.out_columns:
            return Answer("42601", "a column definition list is required")
        results = [type_ for _, type_ in found.out_columns] if self.columns else [found.result]
        return success(catalog, self.types, found.arg_types, results, literal=self.literal)


@dataclass(frozen=True, slots=True)
class Common:
    """``COALESCE`` of values of several types."""

    types: tuple[int, ...]

    def sql(self, catalog: Catalog) -> str:
        """The question for PostgreSQL."""
        return f"select coalesce({', '.join(operands(catalog, self.types))})"

    def answer(self, catalog: Catalog) -> Answer:
        """Codegen's answer."""
        common = select_common_type(catalog, self.types, "COALESCE")
        if not all_coerce_to(catalog, self.types, common):
            return Answer("42846", "COALESCE could not convert type")
        return success(catalog, self.types, [common] * len(self.types), [common])


@dataclass(frozen=True, slots=True)
class Conversion:
    """A cast, or with ``assignment`` what an INSERT does; the latter needs the table ``targets``
    with a column of each type."""

    source: int
    target: int
    assignment: bool = False

    def sql(self, catalog: Catalog) -> str:
        """The question for PostgreSQL."""
        (value,) = operands(catalog, [self.source])
        target = catalog.format_type(self.target)
        if self.assignment:
            return f"insert into targets ({quote_identifier(target)}) values ({value})"
        return f"select cast({value} as {target})"

    def answer(self, catalog: Catalog) -> Answer:
        """Codegen's answer."""
        context: Context = "a" if self.assignment else "e"
        if not can_coerce_type(catalog, self.source, self.target, context):
            return Answer("42804" if self.assignment else "42846", "cannot convert")
        results = [] if self.assignment else [self.target]
        return success(catalog, [self.source], [self.target], results)


Case = Operation | Call | Common | Conversion


def operands(catalog: Catalog, types: Iterable[int], *, literal: bool = False) -> list[str]:
    """An expression of each type; a parameter, or NULL, for what is unknown."""
    words, parameters = [], 0
    for type_ in types:
        if type_ == oids.UNKNOWN and literal:
            words.append("null")
        elif type_ == oids.UNKNOWN:
            parameters += 1
            words.append(f"${parameters}")
        else:
            words.append(f"null::{catalog.format_type(type_)}")
    return words


def success(
    catalog: Catalog,
    given: Sequence[int],
    taken: Sequence[int],
    results: Iterable[int],
    *,
    literal: bool = False,
) -> Answer:
    """The answer to a statement with these operands, if each of them converts.

    A record does not, as long as its fields are not to be seen.

    A domain in the result counts as its base type: that is all that PostgreSQL tells.
    """
    if any(
        one == oids.RECORD and is_complex(catalog, wanted)
        for one, wanted in zip(given, taken, strict=True)
    ):
        return Answer("42846", "cannot cast type record")
    parameters = [
        wanted
        for one, wanted in zip(given, taken, strict=True)
        if one == oids.UNKNOWN and not literal
    ]
    if oids.UNKNOWN in parameters:
        return INDETERMINATE
    return Answer(
        columns=tuple(catalog.format_type(catalog.base_type(one)) for one in results),
        parameters=tuple(catalog.format_type(one) for one in parameters),
    )


def expected(case: Case, catalog: Catalog) -> Answer:
    """Codegen's answer, errors included."""
    try:
        return case.answer(catalog)
    except Unresolved as unresolved:
        missing_type = (unresolved.kind, unresolved.what) == ("undefined", "type")
        return Answer("42704" if missing_type else STATES[unresolved.kind], unresolved.message)


def agree(ours: Answer, theirs: Answer) -> bool:
    """Whether the answers are the same: types, or error; where nothing or too much fits, also
    the words of the error."""
    if ours.state in ("42883", "42725"):
        return (ours.state, ours.message) == (theirs.state, theirs.message)
    return (ours.state, ours.columns, ours.parameters) == (
        theirs.state,
        theirs.columns,
        theirs.parameters,
    )
