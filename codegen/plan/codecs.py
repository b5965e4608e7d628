"""Codecs: objects of a generated package that read and write a type unknown to psycopg.

The package needs no oid for them and tells no connection anything. What a codec is made of
follows from the schema; its classes are those of templates/types.py.jinja.
"""

from __future__ import annotations

from codegen.plan import ir
from codegen.plan.layout import Bracketed, Node, call, keyword, layout, prefixed
from codegen.plan.literals import string_literal
from codegen.plan.options import Reference
from codegen.plan.spelling import ModuleNames, Name
from codegen.records import dataclass


@dataclass(frozen=True, slots=True)
class Codec:
    """A call of a class of ``_types``: names to import, codecs, or Python as it is printed."""

    kind: str
    arguments: tuple[Name | Codec | Reference | str, ...] = ()
    fields: tuple[tuple[str, Name | Codec], ...] | None = None
    required: tuple[str, ...] = ()
    keywords: bool = False


@dataclass(frozen=True, slots=True)
class CodecConstant:
    """A codec as a constant of ``_rows``."""

    name: str
    codec: Codec

    @property
    def reference(self) -> Name:
        """The constant, to be imported."""
        return Name("@_rows", self.name)


def codec_plan(constant: CodecConstant, module: ModuleNames) -> ir.ConstantPlan:
    """The constant as it is printed."""
    final = module.use(Name("typing", "Final"))
    before = f"{constant.name}: {final} = "
    text = layout(_node(constant.codec, module), before=before)
    return ir.ConstantPlan(name=constant.name, annotation=final, value=text.removeprefix(before))


def _node(codec: Name | Codec | Reference | str, module: ModuleNames) -> Node:
    if isinstance(codec, Reference):
        return codec.spelled(module)
    if isinstance(codec, str):
        return codec
    if isinstance(codec, Name):
        return module.use(codec)
    items = [_node(argument, module) for argument in codec.arguments]
    if codec.fields is not None:
        fields = [
            prefixed(f"{string_literal(name)}: ", _node(field, module))
            for name, field in codec.fields
        ]
        items.append(Bracketed("{", tuple(fields), "}"))
    if codec.required:
        names = tuple(map(string_literal, codec.required))
        items.append(keyword("required", Bracketed("[", names, "]")))
    if codec.keywords:
        items.append("keywords=True")
    return call(module.use(Name("@_types", codec.kind)), *items)
