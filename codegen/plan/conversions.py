"""How values of a type appear in Python, and what is done to them on the way in and out."""

from __future__ import annotations

from codegen.plan.layout import Node, call, fits, flat
from codegen.plan.options import Reference
from codegen.plan.spelling import Annotation, ModuleNames, Name, of
from codegen.records import dataclass, replace

#: What psycopg gives for a type that it doesn't know: bytes in binary results, str in text ones.
RAW = of("@_runtime", "Raw")


@dataclass(frozen=True, slots=True)
class Conversion:
    """What is done to a value: a function is called on it, with further arguments, or it is looked
    up in a mapping. With a ``method``, that method of the object ``name`` is called. The conversion
    ``inner``, if there is one, comes first.
    """

    name: Name
    further: tuple[Name | Reference | str, ...] = ()
    mapping: bool = False
    method: str = ""
    inner: Conversion | None = None

    @property
    def is_number(self) -> bool:
        """Whether it only tells psycopg the size of a number."""
        return self.name.module == "psycopg.types.numeric"

    def of(self, names: ModuleNames, value: str) -> Node:
        """The expression for a value that is not None."""
        inside = self.inner.of(names, value) if self.inner else value
        if self.mapping:
            return f"{names.use(self.name)}[{flat(inside)}]"
        return call(self._function(names), inside, *self._further(names))

    def of_optional(self, names: ModuleNames, value: str) -> Node:
        """The expression for a value that may be None and then stays None."""
        text = f"None if {value} is None else {flat(self.of(names, value))}"
        if fits(text):
            return text
        function = self._function(names)
        optional = names.use(Name("@_runtime", "optional"))
        inside = self.inner.of_optional(names, value) if self.inner else value
        return call(optional, function, inside, *self._further(names))

    def _function(self, names: ModuleNames) -> str:
        method = "__getitem__" if self.mapping else self.method
        return names.use(self.name) + (f".{method}" if method else "")

    def _further(self, names: ModuleNames) -> list[str]:
        return [_spelled(names, one) for one in self.further]


def _spelled(names: ModuleNames, one: Name | Reference | str) -> str:
    if isinstance(one, Reference):
        return one.spelled(names)
    return one if isinstance(one, str) else names.use(one)


@dataclass(frozen=True, slots=True, kw_only=True)
class PythonType:
    """How a PostgreSQL type appears in Python.

    ``annotation`` is the type of a result, ``accepts`` that of a parameter. ``decode`` converts
    what psycopg gives, ``encode`` what the caller gives; None where nothing is to be done.
    ``binary`` is false where psycopg has no loader for the binary format: then the result is
    asked for in text. ``registered`` is false where psycopg doesn't know the type at all.
    ``arrives`` is the type of what psycopg gives, where nothing else says so.
    """

    annotation: Annotation
    accepts: Annotation
    decode: Conversion | None = None
    encode: Conversion | None = None
    binary: bool = True
    registered: bool = True
    arrives: Annotation | None = None

    @property
    def arrival(self) -> Annotation:
        """The type of what psycopg gives."""
        return self.arrives or (RAW if self.decode else self.annotation)


def with_null_elements(python: PythonType) -> PythonType:
    """An array type whose elements may be None."""
    return replace(
        python,
        annotation=_nullable_elements(python.annotation),
        accepts=_nullable_elements(python.accepts),
    )


def _nullable_elements(array: Annotation) -> Annotation:
    if array.name != Name("", "list"):
        # A type of the user's in the place of the array.
        return array
    return Annotation(array.name, tuple(argument.optional() for argument in array.args))


def converted(
    names: ModuleNames, conversion: Conversion | None, value: str, *, nullable: bool
) -> Node:
    """The expression for a value, with None left alone where it may be None."""
    if conversion is None:
        return value
    return conversion.of_optional(names, value) if nullable else conversion.of(names, value)
