"""The classes of a schema: an enum for each enum type, a dataclass for each table and view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from codegen.diagnostics import CodegenError, Diagnostic, Severity
from codegen.plan import ir, names
from codegen.plan.literals import docstring, string_literal
from codegen.plan.python_types import EnumNames, Enums, PythonType, python_type
from codegen.plan.spelling import Annotation, ModuleNames, Name
from codegen.postgres.catalog import Catalog, Column, Relation, Type

DATACLASS = Name("dataclasses", "dataclass")
#: Kinds of relations that rows are read from: tables, partitioned and foreign ones, views.
_WITH_ROWS = frozenset("rpfvm")


@dataclass(frozen=True, slots=True)
class ModelField:
    """A column of a table as an attribute."""

    name: str
    column: Column
    python: PythonType


@dataclass(frozen=True, slots=True)
class Model:
    """A table's dataclass."""

    class_name: str
    relation: Relation
    fields: tuple[ModelField, ...]

    @property
    def maker(self) -> str:
        """The function that makes it from a row with values to convert."""
        return f"make_{names.snake_case(self.class_name)}"

    @property
    def converts(self) -> bool:
        """Whether some value has to be converted."""
        return any(field.python.decode for field in self.fields)


@dataclass(frozen=True, slots=True)
class Models:
    """Every class of the schema: enums by their oid, tables by schema and name."""

    enums: Enums
    enum_types: tuple[Type, ...]
    tables: dict[tuple[str, str], Model]

    def class_names(self) -> frozenset[str]:
        """The names of all classes."""
        tables = {model.class_name for model in self.tables.values()}
        return frozenset(tables | {enum.class_name for enum in self.enums.values()})


def models_of(catalog: Catalog) -> tuple[Models, list[Diagnostic]]:
    """The classes of a catalog's own enums and tables, and the tables that can have none."""
    enum_types = tuple(
        type_ for type_ in catalog.types() if type_.kind == "e" and type_.extension is None
    )
    relations = [
        relation
        for relation in catalog.relations()
        if relation.kind in _WITH_ROWS and relation.extension is None
    ]
    classes = _class_names(catalog, enum_types, relations)
    enums: Enums = {}
    for type_ in enum_types:
        name = classes[type_.schema, type_.name]
        enums[type_.oid] = EnumNames(name, f"{names.constant_name(name)}_LABELS")
    tables: dict[tuple[str, str], Model] = {}
    diagnostics: list[Diagnostic] = []
    for relation in relations:
        key = (relation.schema, relation.name)
        try:
            tables[key] = Model(classes[key], relation, _fields(catalog, relation, enums))
        except CodegenError as caught:
            diagnostics.append(_left_out(relation, caught.diagnostic))
    return Models(enums, enum_types, tables), diagnostics


def _class_names(
    catalog: Catalog, enums: Sequence[Type], relations: Sequence[Relation]
) -> dict[tuple[str, str], str]:
    """Names of enums first: a table whose singular is taken keeps its plural."""
    chosen: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    everything: list[Type | Relation] = [*enums, *relations]
    for one in everything:
        parts = (one.name,) if one.schema in _default_schemas(catalog) else (one.schema, one.name)
        wanted = names.class_name(*parts, plural=isinstance(one, Relation))
        candidates = (wanted, names.class_name(*parts), names.class_name(one.schema, one.name))
        name = next((name for name in candidates if name not in taken), None)
        name = name or names.distinct([*taken, wanted])[-1]
        chosen[one.schema, one.name] = name
        taken.add(name)
    return chosen


def _default_schemas(catalog: Catalog) -> frozenset[str]:
    """The schema whose classes have no prefix."""
    return frozenset({catalog.creation_schema or "public"})


def _fields(catalog: Catalog, relation: Relation, enums: Enums) -> tuple[ModelField, ...]:
    attributes = names.distinct(
        [names.field_name(column.name, number) for number, column in enumerate(relation.columns, 1)]
    )
    return tuple(
        ModelField(attribute, column, python_type(catalog, column.type, enums))
        for attribute, column in zip(attributes, relation.columns, strict=True)
    )


def _left_out(relation: Relation, reason: Diagnostic) -> Diagnostic:
    return replace(
        reason,
        message=f"{relation.name} gets no class: {reason.message}",
        severity=Severity.WARNING,
        span=relation.span,
    )


def models_module(models: Models) -> ir.ModelsModule:
    """The plan of models.py."""
    attributes = {field.name for model in models.tables.values() for field in model.fields}
    module = ModuleNames("@models", models.class_names() | attributes)
    return ir.ModelsModule(
        enums=_enums(models, module),
        classes=tuple(_class(module, model) for model in models.tables.values()),
        imports=module.imports(),
    )


def _enums(models: Models, module: ModuleNames) -> tuple[ir.EnumPlan, ...]:
    return tuple(
        ir.EnumPlan(
            name=models.enums[type_.oid].class_name,
            base=module.use(Name("enum", "StrEnum")),
            labels=models.enums[type_.oid].labels,
            doc=docstring(_lines(type_.comment)),
            members=_members(type_.labels),
        )
        for type_ in models.enum_types
    )


def _members(labels: Sequence[str]) -> tuple[ir.MemberPlan, ...]:
    members = names.distinct([names.member_name(label) for label in labels])
    return tuple(
        ir.MemberPlan(name=member, literal=string_literal(label))
        for member, label in zip(members, labels, strict=True)
    )


def _class(module: ModuleNames, model: Model) -> ir.ClassPlan:
    return ir.ClassPlan(
        name=model.class_name,
        decorator=f"@{module.use(DATACLASS)}(slots=True)",
        doc=docstring(_lines(model.relation.comment)),
        fields=tuple(
            ir.FieldPlan(
                name=field.name,
                annotation=module.spell(annotation_of(field)),
                doc=docstring(_lines(field.column.comment)),
            )
            for field in model.fields
        ),
    )


def annotation_of(field: ModelField) -> Annotation:
    """The type of a model's attribute."""
    if field.column.not_null:
        return field.python.annotation
    return field.python.annotation.optional()


def _lines(comment: str | None) -> list[str]:
    return comment.splitlines() if comment else []
