"""The classes of a schema: of its enums, its composite types, and its tables and views."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from itertools import count

from codegen.analysis.nodes import Use
from codegen.diagnostics import CodegenError, Diagnostic, Severity
from codegen.plan import ir, names
from codegen.plan.conversions import PythonType
from codegen.plan.keys import ColumnKey
from codegen.plan.kinds import KINDS, Field, ModelKind, class_plan
from codegen.plan.literals import docstring, string_literal
from codegen.plan.named_rows import NamedRow, by_class
from codegen.plan.options import DEFAULT, Options
from codegen.plan.overrides import overrides_of, parameter_typed, typed
from codegen.plan.python_types import Classes, CompositeNames, EnumNames
from codegen.plan.renames import Renames, renames_of
from codegen.plan.spelling import Annotation, ModuleNames, Name
from codegen.postgres.catalog import (
    RELATION,
    TEMPORARY,
    Catalog,
    Column,
    Question,
    Relation,
    Type,
)
from codegen.records import dataclass, replace

#: The types of values by oid, with what was asked for them.
Known = dict[int, tuple[PythonType, set[Question]]]
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
    """The class of a table's rows or of a composite type. Its types depend on what was ``asked`` of
    the catalog."""

    class_name: str
    relation: Relation
    fields: tuple[ModelField, ...]
    kind: ModelKind
    asked: frozenset[Question]

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
    renames: Renames
    types: Classes
    enum_types: tuple[Type, ...]
    tables: dict[tuple[str, str], Model]
    rows: dict[str, NamedRow]

    @property
    def kind(self) -> ModelKind:
        """The kind of the classes of tables and rows."""
        return KINDS[self.options.models]

    def decisions(self) -> tuple[object, ...]:
        """All decisions that are not about one class alone. What else there is to a class follows
        from its table's columns and their types."""
        tables = tuple((key, model.class_name) for key, model in self.tables.items())
        composites = tuple((oid, one.class_name) for oid, one in self.types.composites.items())
        enums, codecs = tuple(self.types.enums.items()), tuple(self.types.codecs.items())
        return tables, composites, enums, codecs, self.types.overrides, self.renames

    def attribute(self, name: str, number: int, column: ColumnKey | None = None) -> str:
        """The attribute of a column; ``number`` is its 1-based place, ``column`` the table's
        column whose name it has kept."""
        return self.kind.attribute(self.renames.attribute(name, number, column))

    def typed(self, catalog: Catalog, oid: int, column: ColumnKey | None = None) -> PythonType:
        """The Python type of a value, perhaps of a table's column."""
        return typed(catalog, oid, self.types, column)

    def parameter_typed(self, catalog: Catalog, oid: int, use: Use | None) -> PythonType:
        """The Python type of a parameter, perhaps used as a table's column."""
        return parameter_typed(catalog, oid, self.types, use)

    def class_names(self) -> frozenset[str]:
        """The names of all classes."""
        tables = {model.class_name for model in self.tables.values()}
        rows = set(by_class(self.rows))
        return frozenset(tables | rows | {enum.class_name for enum in self.types.enums.values()})


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
    renames, diagnostics = renames_of(options, catalog)
    overrides, found = overrides_of(options, catalog)
    diagnostics += found
    classes = _class_names(catalog, [*enum_types, *relations], options, renames, diagnostics)
    types = Classes(overrides=overrides)
    models = Models(options, renames, types, enum_types, {}, {})
    for type_ in enum_types:
        name = classes[type_.schema, type_.name]
        types.enums[type_.oid] = EnumNames(name, f"{names.constant_name(name)}_LABELS")
    for relation in relations:
        name = classes[relation.schema, relation.name]
        types.composites[relation.type] = CompositeNames(
            name, _attributes(relation, models), relation.columns, models.kind.keywords
        )
    known: Known = {}
    for relation in relations:
        key = (relation.schema, relation.name)
        try:
            fields, asked = catalog.recorded(partial(_fields, catalog, relation, models, known))
            asked.add((RELATION, *key))
            models.tables[key] = Model(
                classes[key], relation, fields, models.kind, frozenset(asked)
            )
        except CodegenError as caught:
            diagnostics.append(_left_out(relation, caught.diagnostic))
    return models, diagnostics


def _class_names(
    catalog: Catalog,
    everything: Sequence[Type | Relation],
    options: Options,
    renames: Renames,
    diagnostics: list[Diagnostic],
) -> dict[tuple[str, str], str]:
    """The user's names first, then those of enums: a table whose singular is taken keeps its
    plural."""
    chosen: dict[tuple[str, str], str] = {}
    # Names of functions and constants are made of these: classes differ in more than case.
    taken: set[str] = set()
    for one in everything:
        name = renames.classes.get((one.schema, one.name))
        if name is None:
            continue
        if names.snake_case(name) in taken:
            diagnostics.append(_taken(one, name))
        chosen[one.schema, one.name] = name
        taken.add(names.snake_case(name))
    for one in everything:
        if (one.schema, one.name) not in chosen:
            name = chosen[one.schema, one.name] = _class_name(catalog, one, options, taken)
            taken.add(names.snake_case(name))
    return chosen


def _class_name(
    catalog: Catalog, one: Type | Relation, options: Options, taken: Collection[str]
) -> str:
    parts = (one.name,) if one.schema in _default_schemas(catalog) else (one.schema, one.name)
    is_table = isinstance(one, Relation) and one.kind != _COMPOSITE
    plural = is_table and not options.exact_table_names
    wanted = names.class_name(*parts, plural=plural, singulars=dict(options.singular))
    candidates = (wanted, names.class_name(*parts), names.class_name(one.schema, one.name))
    name = next((name for name in candidates if names.snake_case(name) not in taken), None)
    return name or _numbered(wanted, taken)


def _numbered(wanted: str, taken: Collection[str]) -> str:
    numbered = (f"{wanted}_{number}" for number in count(2))
    return next(name for name in numbered if names.snake_case(name) not in taken)


def _taken(one: Type | Relation, name: str) -> Diagnostic:
    return Diagnostic(
        code="name-collision",
        message=f"rename: two things are called {name}; one is {one.schema}.{one.name}",
        help="Give one of them another name.",
    )


def _default_schemas(catalog: Catalog) -> frozenset[str]:
    """The schemas whose classes have no prefix."""
    return frozenset({catalog.creation_schema or "public", TEMPORARY})


def _attributes(relation: Relation, models: Models) -> tuple[str, ...]:
    wanted = [
        models.attribute(column.name, number, (relation.schema, relation.name, column.name))
        for number, column in enumerate(relation.columns, 1)
    ]
    return tuple(names.distinct(wanted))


def _fields(
    catalog: Catalog, relation: Relation, models: Models, known: Known
) -> tuple[ModelField, ...]:
    types = models.types
    if relation.kind == _COMPOSITE:
        # Its fields' codecs are part of its own, which the package has if something needs it.
        types, known = replace(types, codecs=types.codecs.copy()), {}
    keys = [(relation.schema, relation.name, column.name) for column in relation.columns]
    attributes = types.composites[relation.type].attributes
    return tuple(
        ModelField(attribute, column, _typed(catalog, column.type, types, key, known))
        for attribute, column, key in zip(attributes, relation.columns, keys, strict=True)
    )


def _typed(
    catalog: Catalog, oid: int, types: Classes, column: ColumnKey, known: Known
) -> PythonType:
    """As :func:`typed`, which says the same of most columns of a type."""
    if column in types.overrides.columns:
        return typed(catalog, oid, types, column)
    found = known.get(oid)
    if found is None:
        found = known[oid] = catalog.recorded(partial(typed, catalog, oid, types))
    catalog.asked |= found[1]
    return found[0]


def _left_out(relation: Relation, reason: Diagnostic) -> Diagnostic:
    return replace(
        reason,
        message=f"{relation.name} gets no class: {reason.message}",
        severity=Severity.WARNING,
        span=relation.span,
    )


def models_module(models: Models) -> ir.ModelsModule:
    """The plan of models.py."""
    module = ModuleNames("@models", models.class_names() | attribute_names(models))
    return ir.ModelsModule(
        enums=_enums(models, module),
        classes=(
            *(_class(module, model) for model in _in_order(models)),
            *(one for row in models.rows.values() for one in _row_classes(module, row, models)),
        ),
        imports=module.imports(),
    )


def attribute_names(models: Models) -> set[str]:
    """The attributes of all classes."""
    found = {field.name for model in models.tables.values() for field in model.fields}
    for row in models.rows.values():
        found |= {one.name for one in row.attributes}
        found |= {value.name for nested in row.nested for value in nested.values}
    return found


def _row_classes(module: ModuleNames, row: NamedRow, models: Models) -> list[ir.ClassPlan]:
    classes = [(nested.class_name.name, nested.values) for nested in row.nested]
    return [
        class_plan(module, models.kind, name, [Field(one.name, one.annotation) for one in each])
        for name, each in (*classes, (row.name, row.attributes))
    ]


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
        Field(field.name, annotation_of(field), docstring(_lines(field.column.comment)))
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
