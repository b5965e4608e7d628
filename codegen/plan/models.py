"""The classes of a schema: of its enums, its composite types, and its tables and views."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from codegen.diagnostics import CodegenError, Diagnostic, Severity
from codegen.plan import ir, names
from codegen.plan.kinds import KINDS, Attribute, ModelKind, class_plan
from codegen.plan.literals import docstring, string_literal
from codegen.plan.options import DEFAULT, Options
from codegen.plan.python_types import (
    Classes,
    CompositeNames,
    EnumNames,
    PythonType,
    python_type,
)
from codegen.plan.spelling import Annotation, ModuleNames, Name
from codegen.postgres.catalog import Catalog, Column, Relation, Type

#: Kinds of relations that rows are read from: tables, partitioned and foreign ones, views.
_WITH_ROWS = frozenset("rpfvm")
#: A type that has columns, and no rows of its own.
_COMPOSITE = "c"


@dataclass(frozen=True, slots=True)
class ModelField:
    """A column of a table as an attribute."""

    name: str
    column: Column
    python: PythonType


@dataclass(frozen=True, slots=True)
class Model:
    """The class of a table's rows or of a composite type."""

    class_name: str
    relation: Relation
    fields: tuple[ModelField, ...]
    kind: ModelKind

    @property
    def maker(self) -> str:
        """The function that makes it from a row with values to convert."""
        return f"make_{names.snake_case(self.class_name)}"

    @property
    def converts(self) -> bool:
        """Whether there are rows that it can't be called with as they come."""
        if self.relation.kind == _COMPOSITE:
            return False
        return self.kind.keywords or any(field.python.decode for field in self.fields)


@dataclass(frozen=True, slots=True)
class Models:
    """Every class of the schema: of its types by their oids, of tables (and composite types) by
    schema and name."""

    options: Options
    types: Classes
    enum_types: tuple[Type, ...]
    tables: dict[tuple[str, str], Model]

    @property
    def kind(self) -> ModelKind:
        """The kind of the classes of tables and rows."""
        return KINDS[self.options.models]

    def class_names(self) -> frozenset[str]:
        """The names of all classes."""
        tables = {model.class_name for model in self.tables.values()}
        return frozenset(tables | {enum.class_name for enum in self.types.enums.values()})


def models_of(catalog: Catalog, options: Options = DEFAULT) -> tuple[Models, list[Diagnostic]]:
    """The classes of a catalog's own enums and tables, and the tables that can have none."""
    enum_types = tuple(
        type_ for type_ in catalog.types() if type_.kind == "e" and type_.extension is None
    )
    relations = [
        relation
        for relation in catalog.relations()
        if relation.kind in _WITH_ROWS | {_COMPOSITE} and relation.extension is None
    ]
    classes = _class_names(catalog, enum_types, relations)
    kind = KINDS[options.models]
    types = Classes()
    for type_ in enum_types:
        name = classes[type_.schema, type_.name]
        types.enums[type_.oid] = EnumNames(name, f"{names.constant_name(name)}_LABELS")
    for relation in relations:
        name = classes[relation.schema, relation.name]
        attributes = _attributes(relation, kind)
        types.composites[relation.type] = CompositeNames(
            name, attributes, relation.columns, kind.keywords
        )
    tables: dict[tuple[str, str], Model] = {}
    diagnostics: list[Diagnostic] = []
    for relation in relations:
        key = (relation.schema, relation.name)
        try:
            fields = _fields(catalog, relation, types)
            tables[key] = Model(classes[key], relation, fields, kind)
        except CodegenError as caught:
            diagnostics.append(_left_out(relation, caught.diagnostic))
    return Models(options, types, enum_types, tables), diagnostics


def _class_names(
    catalog: Catalog, enums: Sequence[Type], relations: Sequence[Relation]
) -> dict[tuple[str, str], str]:
    """Names of enums first: a table whose singular is taken keeps its plural."""
    chosen: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    everything: list[Type | Relation] = [*enums, *relations]
    for one in everything:
        parts = (one.name,) if one.schema in _default_schemas(catalog) else (one.schema, one.name)
        plural = isinstance(one, Relation) and one.kind != _COMPOSITE
        wanted = names.class_name(*parts, plural=plural)
        candidates = (wanted, names.class_name(*parts), names.class_name(one.schema, one.name))
        name = next((name for name in candidates if name not in taken), None)
        name = name or names.distinct([*taken, wanted])[-1]
        chosen[one.schema, one.name] = name
        taken.add(name)
    return chosen


def _default_schemas(catalog: Catalog) -> frozenset[str]:
    """The schema whose classes have no prefix."""
    return frozenset({catalog.creation_schema or "public"})


def _attributes(relation: Relation, kind: ModelKind) -> tuple[str, ...]:
    wanted = [
        kind.attribute(names.field_name(column.name, number))
        for number, column in enumerate(relation.columns, 1)
    ]
    return tuple(names.distinct(wanted))


def _fields(catalog: Catalog, relation: Relation, types: Classes) -> tuple[ModelField, ...]:
    if relation.kind == _COMPOSITE:
        # Its fields' codecs are part of its own, which the package has if something needs it.
        types = replace(types, codecs=types.codecs.copy())
    return tuple(
        ModelField(attribute, column, python_type(catalog, column.type, types))
        for attribute, column in zip(
            types.composites[relation.type].attributes, relation.columns, strict=True
        )
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
        classes=tuple(_class(module, model) for model in _in_order(models)),
        imports=module.imports(),
    )


def _in_order(models: Models) -> list[Model]:
    """The classes, each after those that its attributes name."""
    by_name = {model.class_name: model for model in models.tables.values()}
    ordered: dict[str, Model] = {}

    def add(model: Model) -> None:
        for field in model.fields:
            for name in _own_classes(field.python.annotation):
                if name in by_name and name not in ordered:
                    add(by_name[name])
        ordered[model.class_name] = model

    for model in by_name.values():
        if model.class_name not in ordered:
            add(model)
    return list(ordered.values())


def _own_classes(annotation: Annotation) -> Iterator[str]:
    if annotation.name is not None and annotation.name.module == "@models":
        yield annotation.name.name
    for argument in annotation.args:
        yield from _own_classes(argument)


def _enums(models: Models, module: ModuleNames) -> tuple[ir.EnumPlan, ...]:
    return tuple(
        ir.EnumPlan(
            name=models.types.enums[type_.oid].class_name,
            base=module.use(Name("enum", "StrEnum")),
            labels=models.types.enums[type_.oid].labels,
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
    attributes = [
        Attribute(field.name, annotation_of(field), docstring(_lines(field.column.comment)))
        for field in model.fields
    ]
    doc = docstring(_lines(model.relation.comment))
    return class_plan(module, model.kind, model.class_name, attributes, doc)


def annotation_of(field: ModelField) -> Annotation:
    """The type of a model's attribute."""
    if field.column.not_null:
        return field.python.annotation
    return field.python.annotation.optional()


def _lines(comment: str | None) -> list[str]:
    return comment.splitlines() if comment else []
