"""The attributes of a row: a value of a column, or an embedded row."""

from __future__ import annotations

from codegen.plan.conversions import PythonType
from codegen.plan.spelling import Annotation, Name
from codegen.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A column of a row as a maker takes it and an attribute holds it."""

    name: str
    python: PythonType
    nullable: bool

    @property
    def annotation(self) -> Annotation:
        """The type of the attribute."""
        return _optional(self.python.annotation, self.nullable)

    @property
    def arrives_as(self) -> Annotation:
        """The type of what psycopg gives."""
        return _optional(self.python.arrival, self.nullable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nested:
    """An embedded row. ``optional`` says that all of it may be absent; whether it is, the value at
    the index ``witness`` tells, which is never NULL in a row that is there."""

    name: str
    class_name: Name
    values: tuple[Value, ...]
    optional: bool = False
    witness: int | None = None

    @property
    def annotation(self) -> Annotation:
        """The type of the attribute."""
        return _optional(Annotation(self.class_name), self.optional)


Attribute = Value | Nested


def _optional(annotation: Annotation, nullable: bool) -> Annotation:
    return annotation.optional() if nullable else annotation
