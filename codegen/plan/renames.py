"""The user's Python names in place of those that names of SQL would become."""

from __future__ import annotations

from codegen.diagnostics import Diagnostic
from codegen.plan import keys, names
from codegen.plan.keys import ColumnKey
from codegen.plan.options import Options, Rename
from codegen.postgres.catalog import Catalog, Relation
from codegen.records import dataclass, field

_EVERYWHERE = "*."


@dataclass(frozen=True, slots=True)
class Renames:
    """Class names by schema and name of a table or type, attributes by column, or by the name of
    any column."""

    classes: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    columns: dict[ColumnKey, str] = field(default_factory=dict[ColumnKey, str])
    everywhere: dict[str, str] = field(default_factory=dict[str, str])

    def attribute(self, name: str, number: int, column: ColumnKey | None = None) -> str:
        """The attribute of a result's or table's column, which has kept its name if ``column``
        says whose it is."""
        renamed = self.columns.get(column) if column is not None else None
        return renamed or self.everywhere.get(name) or names.field_name(name, number)


def renames_of(options: Options, catalog: Catalog) -> tuple[Renames, list[Diagnostic]]:
    """What the renames stand for, and an error for each that names nothing."""
    renames = Renames()
    diagnostics: list[Diagnostic] = []
    for one in options.rename:
        if not _added(renames, one, catalog) and one.required:
            diagnostics.append(keys.unknown("rename", one, keys.spelled_keys(catalog)))
    return renames, diagnostics


def _added(renames: Renames, one: Rename, catalog: Catalog) -> bool:
    if one.key.startswith(_EVERYWHERE):
        renames.everywhere[one.key.removeprefix(_EVERYWHERE)] = one.to
        return True
    column = keys.column_of(one.key, catalog)
    if column is not None:
        renames.columns[column] = one.to
        return True
    found = keys.relation_of(one.key, catalog) or keys.named_type_of(one.key, catalog)
    if found is None or (not isinstance(found, Relation) and found.kind not in "ecd"):
        return False
    renames.classes[found.schema, found.name] = one.to
    return True
