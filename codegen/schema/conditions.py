"""The conditions of CHECKs and of partial indexes, as analysed expressions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from codegen.analysis import nodes
from codegen.diagnostics import CodegenError
from codegen.postgres import oids
from codegen.postgres.catalog import Catalog, Question, Relation
from codegen.records import dataclass
from codegen.schema.trees import refresh
from codegen.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A condition by its place, with the relation and the search path as they were there."""

    source: Source
    start: int
    end: int
    relation: Relation
    path: tuple[str, ...]

    @property
    def sql(self) -> str:
        """The condition as written."""
        return self.source.text[self.start : self.end].strip()

    @property
    def columns(self) -> tuple[tuple[str, int, int], ...]:
        """The relation's columns as they were, by their names, types and numbers."""
        return tuple((one.name, one.type, one.number) for one in self.relation.columns)


def analysed(condition: Condition, catalog: Catalog) -> nodes.Expr | None:
    """The condition over the relation as it is now; None where it isn't understood."""
    try:
        expr = analyse_condition(condition, catalog)
    except CodegenError:
        return None
    refresh(catalog, expr)
    return expr


def analyse_condition(condition: Condition, catalog: Catalog) -> nodes.Expr:
    """The condition over the relation as it was there.

    Raises CodegenError where it isn't understood.
    """
    from codegen.analysis import analyse_expression

    path, catalog.search_path = catalog.search_path, list(condition.path)
    try:
        return analyse_expression(
            condition.source, condition.start, condition.end, catalog, condition.relation
        )
    finally:
        catalog.search_path = path


class Conditions(Sequence[nodes.Expr]):
    """The CHECKs of a table, analysed when someone first looks at them: most are never needed.

    One that isn't understood says nothing: it stands as TRUE.
    """

    #: The cache may make such objects of its bytes.
    is_plain_data = True
    __slots__ = ("_catalog", "_conditions", "_found")

    def __init__(self, catalog: Catalog, conditions: Sequence[Condition]) -> None:
        self._catalog = catalog
        self._conditions = conditions
        self._found: tuple[tuple[nodes.Expr, ...], set[Question]] | None = None

    @property
    def content(self) -> tuple[object, ...]:
        """All that they are made of: the texts, and which columns and paths these are about."""
        return tuple((one.sql, one.path, one.columns) for one in self._conditions)

    def __len__(self) -> int:
        return len(self._conditions)

    @overload
    def __getitem__(self, index: int) -> nodes.Expr: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[nodes.Expr]: ...
    def __getitem__(self, index: int | slice) -> nodes.Expr | Sequence[nodes.Expr]:
        if self._found is None:
            self._found = self._catalog.recorded(self._analysed)
        self._catalog.asked |= self._found[1]
        return self._found[0][index]

    def _analysed(self) -> tuple[nodes.Expr, ...]:
        return tuple(
            analysed(one, self._catalog) or nodes.Const(type=oids.BOOL, value="t")
            for one in self._conditions
        )
