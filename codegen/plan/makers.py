"""Functions that make a result of a row's values, for rows with values to convert or to nest."""

from __future__ import annotations

from collections.abc import Sequence

from codegen.plan import ir, names
from codegen.plan.conversions import converted
from codegen.plan.kinds import ModelKind
from codegen.plan.layout import Node, call, keyword, layout
from codegen.plan.models import Model, Models
from codegen.plan.row_values import Attribute, Nested, Value
from codegen.plan.spelling import Annotation, ModuleNames, Name


def needs_maker(attributes: Sequence[Attribute], kind: ModelKind) -> bool:
    """Whether a row's values can't be handed to the class as they come."""
    return kind.keywords or any(isinstance(one, Nested) or one.python.decode for one in attributes)


def model_values(model: Model) -> tuple[Value, ...]:
    """A model's attributes."""
    return tuple(
        Value(name=field.name, python=field.python, nullable=not field.column.not_null)
        for field in model.fields
    )


def shared_makers(models: Models, module: ModuleNames) -> tuple[ir.MakerPlan, ...]:
    """The makers of the classes that queries share and that have values to convert."""
    classes = [
        (model.maker, model.class_name, model_values(model))
        for model in models.tables.values()
        if model.converts
    ]
    rows = [
        (row.maker, row.name, row.attributes)
        for row in models.rows.values()
        if needs_maker(row.attributes, models.kind)
    ]
    return tuple(
        maker(module, name, Name("@models", class_name), attributes, models.kind)
        for name, class_name, attributes in (*classes, *rows)
    )


def maker(
    module: ModuleNames,
    name: str,
    class_name: Name,
    attributes: Sequence[Attribute],
    kind: ModelKind,
) -> ir.MakerPlan:
    """A function from a row's values to an instance of the class."""
    inputs = _inputs(attributes)
    parameters: list[Node] = []
    items: list[Node] = []
    embeds: list[ir.EmbedPlan] = []
    for attribute, arguments in zip(attributes, inputs, strict=True):
        parameters += _parameters(module, attribute, arguments)
        if isinstance(attribute, Value):
            items.append(_converted(module, attribute, arguments[0]))
        elif attribute.optional:
            embeds.append(_embed(module, attribute, arguments, kind))
            items.append(embeds[-1].name)
        else:
            items.append(_construction(module, attribute, arguments, kind))
    items = _given(attributes, items, kind)
    spelled = module.use(class_name)
    return ir.MakerPlan(
        name=name,
        signature=layout(call(name, *parameters), before="def ", after=f" -> {spelled}:"),
        embeds=tuple(embeds),
        body=layout(call(spelled, *items), before="return ", indent=4),
    )


def value_maker(module: ModuleNames, name: str, value: Value) -> ir.MakerPlan:
    """A function from the only value of a row to what it stands for."""
    parameter = f"value: {module.spell(value.arrives_as)}"
    returns = module.spell(value.annotation)
    return ir.MakerPlan(
        name=name,
        signature=layout(call(name, parameter), before="def ", after=f" -> {returns}:"),
        embeds=(),
        body=layout(_converted(module, value, "value"), before="return ", indent=4),
    )


def _inputs(attributes: Sequence[Attribute]) -> list[list[str]]:
    """The names of the maker's parameters, for each attribute."""
    wanted = [
        [one.name]
        if isinstance(one, Value)
        else [f"{one.name}_{value.name}" for value in one.values]
        for one in attributes
    ]
    # The variables of optional embeds are names of the function too.
    reserved = [one.name for one in attributes if isinstance(one, Nested)]
    unique = iter(
        names.distinct([*reserved, *(name for group in wanted for name in group)])[len(reserved) :]
    )
    return [[next(unique) for _ in group] for group in wanted]


def _parameters(module: ModuleNames, attribute: Attribute, arguments: Sequence[str]) -> list[Node]:
    if isinstance(attribute, Value):
        return [f"{arguments[0]}: {module.spell(attribute.arrives_as)}"]
    return [
        f"{argument}: {module.spell(_arrival(attribute, index))}"
        for index, argument in enumerate(arguments)
    ]


def _arrival(nested: Nested, index: int) -> Annotation:
    arrives = nested.values[index].arrives_as
    tested = nested.optional and nested.witness in (None, index)
    return arrives.optional() if tested else arrives


def _converted(module: ModuleNames, value: Value, argument: str) -> Node:
    return converted(module, value.python.decode, argument, nullable=value.nullable)


def _given(attributes: Sequence[Attribute], items: list[Node], kind: ModelKind) -> list[Node]:
    """The arguments of the class."""
    if not kind.keywords:
        return items
    return [keyword(one.name, item) for one, item in zip(attributes, items, strict=True)]


def _construction(
    module: ModuleNames, nested: Nested, arguments: Sequence[str], kind: ModelKind
) -> Node:
    items = [
        _converted(module, value, argument)
        for value, argument in zip(nested.values, arguments, strict=True)
    ]
    return call(module.use(nested.class_name), *_given(nested.values, items, kind))


def _embed(
    module: ModuleNames, nested: Nested, arguments: Sequence[str], kind: ModelKind
) -> ir.EmbedPlan:
    if nested.witness is None:
        present = module.use(Name("@_runtime", "any_present"))
        test = layout(call(present, *arguments), before="if ", after=":", indent=4)
    else:
        test = f"if {arguments[nested.witness]} is not None:"
    construction = _construction(module, nested, arguments, kind)
    return ir.EmbedPlan(
        name=nested.name,
        annotation=module.spell(nested.annotation),
        test=test,
        value=layout(construction, before=f"{nested.name} = ", indent=8),
    )
