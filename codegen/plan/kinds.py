"""The kinds of classes that tables, rows and sets of parameters can become: a row per kind."""

from __future__ import annotations

from collections.abc import Iterable

from codegen.plan import ir
from codegen.plan.layout import call, layout
from codegen.plan.spelling import Annotation, ModuleNames, Name
from codegen.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelKind:
    """How a class is written and made.

    Either ``decorator`` or ``base`` is set, ``arguments`` are those of it. ``keywords`` is true
    where the class can only be called with keywords. ``reserved`` are the names of attributes
    that would hide the class's own or that its constructor can't take.
    """

    decorator: Name | None = None
    base: Name | None = None
    arguments: tuple[str, ...] = ()
    keywords: bool = False
    reserved: frozenset[str] = frozenset()

    def attribute(self, name: str) -> str:
        """The name of an attribute. One that the class can't have gets an underscore."""
        return f"{name}_" if name in self.reserved else name


_DATACLASS = Name("dataclasses", "dataclass")
#: What every class has from its metaclass, which dataclasses take for an attribute's default.
_OF_TYPE = frozenset({"mro"})

#: By the value of the option ``models``.
KINDS: dict[str, ModelKind] = {
    "dataclass": ModelKind(decorator=_DATACLASS, arguments=("slots=True",), reserved=_OF_TYPE),
    "frozen": ModelKind(
        decorator=_DATACLASS, arguments=("frozen=True", "slots=True"), reserved=_OF_TYPE
    ),
    "namedtuple": ModelKind(
        base=Name("typing", "NamedTuple"), reserved=frozenset({"count", "index"})
    ),
    "attrs": ModelKind(decorator=Name("attrs", "define"), reserved=frozenset({"self"})),
    "msgspec": ModelKind(base=Name("msgspec", "Struct")),
    "pydantic": ModelKind(
        base=Name("pydantic", "BaseModel"),
        # Ranges and types of the user's are checked by isinstance; a numeric may be NaN.
        arguments=("arbitrary_types_allowed=True", "allow_inf_nan=True"),
        keywords=True,
        reserved=frozenset(
            """
            construct copy dict from_orm json model_computed_fields model_config model_construct
            model_copy model_dump model_dump_json model_extra model_fields model_fields_set
            model_json_schema model_parametrized_name model_post_init model_rebuild model_validate
            model_validate_json model_validate_strings mro parse_file parse_obj parse_raw register
            schema schema_json update_forward_refs validate
            """.split()
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Field:
    """An attribute of a class before it is printed; ``doc`` is a docstring."""

    name: str
    annotation: Annotation
    doc: str | None = None


def class_plan(
    module: ModuleNames,
    kind: ModelKind,
    name: str,
    attributes: Iterable[Field],
    doc: str | None = None,
) -> ir.ClassPlan:
    """The class in a module."""
    return ir.ClassPlan(
        name=name,
        decorator=_decorator(module, kind),
        header=_header(module, kind, name),
        doc=doc,
        fields=tuple(
            ir.FieldPlan(name=one.name, annotation=module.spell(one.annotation), doc=one.doc)
            for one in attributes
        ),
    )


def _decorator(module: ModuleNames, kind: ModelKind) -> str | None:
    if kind.decorator is None:
        return None
    arguments = f"({', '.join(kind.arguments)})" if kind.arguments else ""
    return f"@{module.use(kind.decorator)}{arguments}"


def _header(module: ModuleNames, kind: ModelKind, name: str) -> str:
    if kind.base is None:
        return f"class {name}:"
    return layout(call(name, module.use(kind.base), *kind.arguments), before="class ", after=":")
