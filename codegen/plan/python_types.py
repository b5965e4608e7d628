"""The Python type of every PostgreSQL type, and what psycopg has to be helped with.

:mod:`codegen.plan.type_rows` has a table of types; arrays, domains, enums, ranges and composite
types follow from the types that they are made of. What psycopg doesn't know arrives as it was sent,
and goes through a codec (:mod:`codegen.plan.codecs`).
"""

from __future__ import annotations

from codegen.diagnostics import error
from codegen.plan import names
from codegen.plan.codecs import Codec, CodecConstant
from codegen.plan.conversions import Conversion, PythonType
from codegen.plan.keys import ColumnKey, Overrides
from codegen.plan.literals import string_literal
from codegen.plan.spelling import Annotation, Name, of
from codegen.plan.type_rows import AS_TEXT, EXTENSION_ROWS, ROWS, row, wrapped
from codegen.postgres.catalog import Catalog, Column, Type
from codegen.records import dataclass, field, replace

#: Types whose arrays, as psycopg sends them, have elements of the values' sizes or one delimiter.
_ARRAY_ENCODERS = {
    **dict.fromkeys(("int2", "int4", "int8", "oid", "float4", "float8", "numeric"), "number"),
    "json": "json",
    "jsonb": "jsonb",
    "box": "box",
}
#: How a parameter of these types is told from a value of another type, also inside other types.
_WRAPPERS = {"json": "to_json", "jsonb": "to_jsonb"}
#: What to do about a type that has none, by its name or by its kind.
_HELP = {
    "c": "Select its columns one by one, or to_jsonb() of it.",
    "record": "PostgreSQL doesn't tell its fields: cast it to a composite type, or select its "
    "fields one by one.",
}
_ANY_HELP = "Cast it to a type that has one, such as text or jsonb, or select its parts."


@dataclass(frozen=True, slots=True)
class EnumNames:
    """The class of an enum, and the mapping from what the server sends to its members."""

    class_name: str
    labels: str


@dataclass(frozen=True, slots=True)
class CompositeNames:
    """The class of a composite type or of a table's rows, with an attribute for each column.

    ``keywords`` is true where the class can only be called with keywords.
    """

    class_name: str
    attributes: tuple[str, ...]
    columns: tuple[Column, ...]
    keywords: bool


@dataclass(frozen=True, slots=True)
class Classes:
    """The classes of the schema's types, by the types' oids.

    ``codecs`` are those that were needed so far, each after those that it is made of.
    ``overrides`` are the user's types.
    """

    enums: dict[int, EnumNames] = field(default_factory=dict[int, EnumNames])
    composites: dict[int, CompositeNames] = field(default_factory=dict[int, CompositeNames])
    codecs: dict[int, CodecConstant] = field(default_factory=dict[int, CodecConstant])
    overrides: Overrides = field(default_factory=Overrides)


def python_type(catalog: Catalog, oid: int, classes: Classes) -> PythonType:
    """The Python type of a PostgreSQL type.

    Raises :class:`codegen.diagnostics.CodegenError` (unsupported) for a type that has none.
    """
    type_ = catalog.type(catalog.base_type(oid))
    if type_.kind == "e" and type_.oid in classes.enums:
        return _enum(classes.enums[type_.oid])
    if type_.kind == "c" and type_.oid in classes.composites:
        return _composite(catalog, type_, classes)
    if type_.schema == "pg_catalog" and type_.name in ROWS:
        return ROWS[type_.name]
    if type_.is_array:
        return _array(catalog, type_, classes)
    if type_.kind == "r" and type_.subtype:
        range_ = of("psycopg.types.range", "Range")
        return _ranges(catalog, type_, type_.subtype, range_, classes)
    if type_.kind == "m" and type_.range:
        multirange = of("psycopg.types.multirange", "Multirange")
        subtype = catalog.type(type_.range).subtype
        return _ranges(catalog, type_, subtype, multirange, classes)
    if (type_.extension or "", type_.name) in EXTENSION_ROWS:
        found, _ = EXTENSION_ROWS[type_.extension or "", type_.name]
        return _through_codec(catalog, type_, found, classes)
    if type_.kind == "b":
        return AS_TEXT
    raise error(
        "unsupported",
        f"there is no Python type for {catalog.format_type(oid)}",
        None,
        _HELP.get(type_.name.lstrip("_")) or _HELP.get(type_.kind, _ANY_HELP),
    )


def _enum(enum: EnumNames) -> PythonType:
    labels = Name("@_rows", enum.labels)
    return row(of("@models", enum.class_name), decode=Conversion(labels, mapping=True))


def _composite(catalog: Catalog, type_: Type, classes: Classes) -> PythonType:
    composite = classes.composites[type_.oid]
    inner = [python_type(catalog, column.type, classes) for column in composite.columns]
    found = row(of("@models", composite.class_name), binary=all(one.binary for one in inner))
    return _through_codec(catalog, type_, found, classes)


def _ranges(
    catalog: Catalog, type_: Type, subtype: int, generic: Annotation, classes: Classes
) -> PythonType:
    """A range or multirange that psycopg doesn't know."""
    bound = python_type(catalog, subtype, classes)
    found = PythonType(
        annotation=Annotation(generic.name, (bound.annotation,)),
        accepts=Annotation(generic.name, (bound.accepts,)),
        binary=bound.binary,
    )
    return _through_codec(catalog, type_, found, classes)


def _array(catalog: Catalog, array: Type, classes: Classes) -> PythonType:
    """A list. What psycopg has no array loader for goes through a codec."""
    element = python_type(catalog, array.element, classes)
    base = catalog.type(catalog.base_type(array.element))
    found = PythonType(
        annotation=of("", "list", element.annotation),
        accepts=of("", "list", element.accepts),
        binary=element.binary,
    )
    if base.oid in classes.enums:
        labels = Name("@_rows", classes.enums[base.oid].labels)
        return replace(found, decode=Conversion(Name("@_runtime", "enum_array"), (labels,)))
    if array.schema != "pg_catalog" or not element.registered:
        return _through_codec(catalog, array, found, classes)
    encoder = _ARRAY_ENCODERS.get(base.name)
    encode = wrapped("@_runtime", f"to_{encoder}_array") if encoder else None
    return replace(found, encode=encode)


def _through_codec(
    catalog: Catalog, type_: Type, found: PythonType, classes: Classes
) -> PythonType:
    """The same, with conversions by the type's codec, which the package then has."""
    codec = _constant(catalog, type_, classes)
    return replace(
        found,
        decode=Conversion(codec, method="load"),
        encode=Conversion(codec, method="dump"),
    )


def _constant(catalog: Catalog, type_: Type, classes: Classes) -> Name:
    if type_.oid not in classes.codecs:
        codec = _codec(catalog, type_, classes)
        assert isinstance(codec, Codec)
        taken = {constant.name for constant in classes.codecs.values()}
        name = _constant_name(catalog, type_, taken, classes)
        classes.codecs[type_.oid] = CodecConstant(name, codec)
    return classes.codecs[type_.oid].reference


def _constant_name(catalog: Catalog, type_: Type, taken: set[str], classes: Classes) -> str:
    named = catalog.type(type_.element) if type_.is_array else type_
    suffix = "ARRAY" if type_.is_array else "TYPE"
    composite = classes.composites.get(named.oid)
    # Types of one name in two schemas have different classes.
    first = names.snake_case(composite.class_name) if composite else named.name
    wanted = [
        f"{names.constant_name(name)}_{suffix}" for name in (first, f"{named.schema}_{named.name}")
    ]
    found = next((name for name in wanted if name not in taken), None)
    return found or names.distinct([*taken, wanted[0]])[-1]


def codec_of(
    catalog: Catalog, oid: int, classes: Classes, column: ColumnKey | None = None
) -> Codec | Name:
    """The codec of any type, as part of another one, with the override that it has."""
    plain = _plain_codec_of(catalog, oid, classes)
    overrides = classes.overrides
    own = overrides.columns.get(column) if column is not None else None
    own = own or overrides.of_type(catalog, oid)
    if own is None or not (own.decode or own.encode):
        return plain
    is_list = own.type.name == Name("", "list")
    further = ("is_list=True",) if is_list else ()
    return Codec("Converted", (plain, own.decode or "None", own.encode or "None", *further))


def _plain_codec_of(catalog: Catalog, oid: int, classes: Classes) -> Codec | Name:
    """The codec of any type: a constant, if it has a class."""
    type_ = catalog.type(catalog.base_type(oid))
    if type_.oid in classes.enums:
        return Name("@_rows", classes.enums[type_.oid].labels)
    if type_.oid in classes.composites:
        return _constant(catalog, type_, classes)
    return _codec(catalog, type_, classes)


def _codec(catalog: Catalog, type_: Type, classes: Classes) -> Codec:
    if type_.oid in classes.composites:
        return _composite_codec(catalog, type_, classes)
    if type_.schema == "pg_catalog" and type_.name in ROWS:
        return _scalar_codec(type_)
    if type_.is_array:
        delimiter = ('";"',) if catalog.type(type_.element).name == "box" else ()
        return Codec("Array", (codec_of(catalog, type_.element, classes), *delimiter))
    if type_.kind == "r":
        return Codec("RangeType", (_plain_codec_of(catalog, type_.subtype, classes),))
    if type_.kind == "m":
        subtype = catalog.type(type_.range).subtype
        return Codec("MultirangeType", (_plain_codec_of(catalog, subtype, classes),))
    if (type_.extension or "", type_.name) in EXTENSION_ROWS:
        return Codec(EXTENSION_ROWS[type_.extension or "", type_.name][1])
    return Codec("Text")


def _scalar_codec(type_: Type) -> Codec:
    if not ROWS[type_.name].binary:
        return Codec("Text")
    wrapper = _WRAPPERS.get(type_.name)
    further = (Name("@_runtime", wrapper),) if wrapper else ()
    # psycopg calls this one as SQL does, and all others as pg_type does.
    name = "'\"char\"'" if type_.name == "char" else f'"{type_.name}"'
    return Codec("Scalar", (name, *further))


def _composite_codec(catalog: Catalog, type_: Type, classes: Classes) -> Codec:
    composite = classes.composites[type_.oid]
    relation = (type_.schema, type_.name)
    named = list(zip(composite.attributes, composite.columns, strict=True))
    return Codec(
        "Composite",
        (string_literal(catalog.format_type(type_.oid)), Name("@models", composite.class_name)),
        fields=tuple(
            (attribute, codec_of(catalog, column.type, classes, (*relation, column.name)))
            for attribute, column in named
        ),
        required=tuple(attribute for attribute, column in named if column.not_null),
        keywords=composite.keywords,
    )
