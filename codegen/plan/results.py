"""What a query's rows become: a table's shared class, a class of their own, or a single value."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from codegen.analysis.nodes import AnalysedQuery, ResultColumn
from codegen.diagnostics import CodegenError, Diagnostic, Label
from codegen.plan import names
from codegen.plan.conversions import PythonType, with_null_elements
from codegen.plan.keys import ColumnKey
from codegen.plan.kinds import ModelKind
from codegen.plan.makers import model_values, needs_maker
from codegen.plan.models import Model, Models
from codegen.plan.named_rows import NamedRow, differences, mismatch, row_option, shared
from codegen.plan.row_values import Attribute, Nested, Value
from codegen.plan.spelling import Annotation, Name
from codegen.postgres.catalog import Catalog
from codegen.records import dataclass, replace
from codegen.source import Span
from codegen.sql.options import Option


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The rows of a query.

    ``row`` is their type. ``attributes`` are those of a class of the query's own, ``nested``
    further classes that it embeds; or ``model`` is the shared class, ``value`` the single value.
    ``kind`` is that of the query's own classes; one that is ``named`` is that of several queries.
    """

    row: Annotation
    binary: bool
    kind: ModelKind
    model: Model | None = None
    value: Value | None = None
    attributes: tuple[Attribute, ...] = ()
    nested: tuple[Nested, ...] = ()
    named: NamedRow | None = None

    @property
    def has_own_class(self) -> bool:
        """Whether the rows have a class that belongs to this query."""
        return bool(self.attributes) and self.named is None


def result_of(query: AnalysedQuery, catalog: Catalog, models: Models, module: str) -> Result | None:
    """The result of a query that returns rows; ``module`` is where its own class goes."""
    if not query.columns:
        return None
    types = [_type_of(query, column, catalog, models) for column in query.columns]
    binary = all(python.binary for python in types)
    kind = models.kind
    option = row_option(query)
    if option is not None:
        return _named(query, option, types, models)
    model = _shared(query.columns, models)
    if model is not None:
        row = _class("@models", model.class_name)
        return Result(row=row, binary=binary, kind=kind, model=model)
    if len(types) == 1 and query.columns[0].embed is None:
        value = Value(name="value", python=types[0], nullable=query.columns[0].nullable)
        return Result(row=value.annotation, binary=binary, kind=kind, value=value)
    name = f"{names.pascal_case(query.name)}Row"
    attributes, nested = _attributes(query, types, models, module, name)
    row = _class(module, name)
    return Result(row=row, binary=binary, kind=kind, attributes=attributes, nested=nested)


def _named(
    query: AnalysedQuery, option: Option, types: Sequence[PythonType], models: Models
) -> Result:
    """The rows of a query that names their class: a table's, or one of several queries."""
    name, row = option.value, _class("@models", option.value)
    binary = all(python.binary for python in types)
    attributes, nested = _attributes(query, types, models, "@models", name)
    model = next((one for one in models.tables.values() if one.class_name == name), None)
    if model is not None:
        table = f"{model.relation.name} (the class of that table)"
        found = differences(attributes, model_values(model), query.name, table, narrower=True)
        if found:
            message = f"the rows of {query.name} are no {name}"
            raise mismatch(query, option, message, f"{'; '.join(found)}.")
        return Result(row=row, binary=binary, kind=models.kind, model=model)
    others = models.class_names() - set(models.rows)
    near = [one for one in others if names.snake_case(one) == names.snake_case(name)]
    if near:
        message = f"{name} can't be the rows' class beside {near[0]}"
        raise mismatch(query, option, message, "Give the rows another name.")
    own = NamedRow(name=name, attributes=attributes, nested=nested, first=query.name)
    named = shared(own, models.rows, query, option)
    return Result(
        row=row,
        binary=binary,
        kind=models.kind,
        attributes=named.attributes,
        nested=named.nested,
        named=named,
    )


def converts(result: Result) -> bool:
    """Whether a function has to make the rows' objects."""
    if result.model is not None:
        return result.model.converts
    if result.value is not None:
        return result.value.python.decode is not None
    return needs_maker(result.attributes, result.kind)


def _class(module: str, name: str) -> Annotation:
    return Annotation(Name(module, name))


def _type_of(
    query: AnalysedQuery, column: ResultColumn, catalog: Catalog, models: Models
) -> PythonType:
    try:
        python = models.typed(catalog, column.type, _key(column))
    except CodegenError as caught:
        raise _at(caught.diagnostic, f"column {column.name}", column.span, query) from caught
    return with_null_elements(python) if column.elements_nullable else python


def _key(column: ResultColumn) -> ColumnKey | None:
    """The table's column that a result's column is."""
    relation = column.relation
    return (relation.schema, relation.name, column.column) if relation and column.column else None


def _attribute(number: int, column: ResultColumn, models: Models) -> str:
    key = _key(column) if column.name == column.column else None
    return models.attribute(column.name, number, key)


def _at(reason: Diagnostic, what: str, span: object, query: AnalysedQuery) -> CodegenError:
    return CodegenError(
        Diagnostic(
            code=reason.code,
            message=f"{what}: {reason.message}",
            span=span if isinstance(span, Span) else query.span,
            help=reason.help,
            query=query.name,
        )
    )


def _shared(columns: Sequence[ResultColumn], models: Models) -> Model | None:
    """The model that rows of these columns are."""
    return None if any(column.embed for column in columns) else _model_of(columns, models)


def _model_of(columns: Sequence[ResultColumn], models: Models) -> Model | None:
    """The model whose columns these are: all of a table's, in order, by their own names, and
    without a NULL where the table has none."""
    relation = columns[0].relation
    if relation is None:
        return None
    model = models.tables.get((relation.schema, relation.name))
    if model is None or len(columns) != len(model.relation.columns):
        return None
    same = all(
        result.relation is not None
        and (result.relation.schema, result.relation.name) == (relation.schema, relation.name)
        and result.column == result.name == column.name
        and result.type == column.type
        and column.not_null <= (not result.nullable)
        for column, result in zip(model.relation.columns, columns, strict=True)
    )
    return model if same else None


def _attributes(
    query: AnalysedQuery,
    types: Sequence[PythonType],
    models: Models,
    module: str,
    row_name: str,
) -> tuple[tuple[Attribute, ...], tuple[Nested, ...]]:
    attributes: list[Attribute] = []
    own: list[Nested] = []
    numbered = list(enumerate(zip(query.columns, types, strict=True), 1))
    for embed, group in groupby(numbered, key=lambda one: one[1][0].embed):
        members = [(number, column, python) for number, (column, python) in group]
        if embed is None:
            attributes += [
                _value(number, column, python, models) for number, column, python in members
            ]
            continue
        nested, is_own = _nested(embed, members, models, module, row_name)
        attributes.append(nested)
        own += [nested] if is_own else []
    if models.options.duplicate_columns == "number":
        unique = names.distinct([one.name for one in attributes])
        attributes = [replace(one, name=name) for one, name in zip(attributes, unique, strict=True)]
    _reject_duplicates(query, attributes, models)
    return tuple(attributes), tuple(own)


def _value(number: int, column: ResultColumn, python: PythonType, models: Models) -> Value:
    name = _attribute(number, column, models)
    return Value(name=name, python=python, nullable=column.nullable)


def _nested(
    embed: str,
    members: Sequence[tuple[int, ResultColumn, PythonType]],
    models: Models,
    module: str,
    row_name: str,
) -> tuple[Nested, bool]:
    """The embedded row, and whether its class is the query's own instead of a table's."""
    columns = [column for _, column, _ in members]
    model = _model_of(columns, models)
    optional = columns[0].embed_nullable
    name = models.kind.attribute(names.field_name(embed, members[0][0]))
    if model is not None:
        values = model_values(model)
        class_name = Name("@models", model.class_name)
    else:
        values = tuple(
            _embedded_value(number, column, python, models) for number, column, python in members
        )
        class_name = Name(module, row_name + names.pascal_case(embed))
    witness = next((index for index, value in enumerate(values) if not value.nullable), None)
    nested = Nested(
        name=name, class_name=class_name, values=values, optional=optional, witness=witness
    )
    return nested, model is None


def _embedded_value(number: int, column: ResultColumn, python: PythonType, models: Models) -> Value:
    return Value(name=_attribute(number, column, models), python=python, nullable=column.nullable)


def _reject_duplicates(
    query: AnalysedQuery, attributes: Sequence[Attribute], models: Models
) -> None:
    seen: set[str] = set()
    for attribute in attributes:
        if attribute.name in seen:
            places = _places_of(query, attribute.name, models)
            raise CodegenError(
                Diagnostic(
                    code="duplicate-column",
                    message=f"two columns of the result become the attribute {attribute.name}",
                    span=places[-1] if places else query.span,
                    labels=tuple(Label(one, "the first one is here") for one in places[:-1][:1]),
                    help="Give one of them another name: `column AS name`; or have them numbered: "
                    'duplicate_columns = "number".',
                    query=query.name,
                )
            )
        seen.add(attribute.name)


def _places_of(query: AnalysedQuery, attribute: str, models: Models) -> list[Span]:
    return [
        column.span
        for number, column in enumerate(query.columns, 1)
        if _attribute(number, column, models) == attribute and isinstance(column.span, Span)
    ]
