"""The Python type of every PostgreSQL type, and what psycopg has to be helped with.

One table, :data:`ROWS`, by the type's name in pg_catalog; extension types are in
:data:`EXTENSION_ROWS`. Arrays, domains, enums, ranges and composite types follow from the types
they are made of. What psycopg doesn't know arrives as it was sent, and goes through a codec
(:mod:`codegen.plan.codecs`).
"""

from __future__ import annotations

from codegen.diagnostics import error
from codegen.plan import names
from codegen.plan.codecs import Codec, CodecConstant
from codegen.plan.keys import ColumnKey, Overrides
from codegen.plan.layout import Node, call, fits, flat
from codegen.plan.literals import string_literal
from codegen.plan.options import Reference
from codegen.plan.spelling import NONE, Annotation, ModuleNames, Name, of, union
from codegen.postgres.catalog import Catalog, Column, Type
from codegen.records import dataclass, field, replace


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


def _row(
    annotation: Annotation,
    *,
    accepts: Annotation | None = None,
    encode: Conversion | None = None,
    decode: Conversion | None = None,
    binary: bool = True,
) -> PythonType:
    return PythonType(
        annotation=annotation,
        accepts=accepts or annotation,
        encode=encode,
        decode=decode,
        binary=binary,
    )


def _wrapped(module: str, name: str) -> Conversion:
    """Calls a function or a wrapper class on the value."""
    return Conversion(Name(module, name))


def _number(wrapper: str) -> Conversion:
    # Left alone, psycopg sends an int in the smallest type that holds it: one query then has as
    # many prepared statements as its arguments have sizes.
    return _wrapped("psycopg.types.numeric", wrapper)


def _range(*bounds: Annotation) -> PythonType:
    return _row(of("psycopg.types.range", "Range", *bounds))


def _multirange(*bounds: Annotation) -> PythonType:
    return _row(of("psycopg.types.multirange", "Multirange", *bounds))


INT = of("", "int")
FLOAT = of("", "float")
STR = of("", "str")
DECIMAL = of("decimal", "Decimal")
DATE = of("datetime", "date")
DATETIME = of("datetime", "datetime")
#: What psycopg gives for a type that it doesn't know: bytes in binary results, str in text ones.
RAW = of("@_runtime", "Raw")
JSON_VALUE = of("@_runtime", "JsonValue")
JSON_INPUT = of("@_runtime", "JsonInput")
ADDRESS = union(
    of("ipaddress", "IPv4Address"),
    of("ipaddress", "IPv6Address"),
    of("ipaddress", "IPv4Interface"),
    of("ipaddress", "IPv6Interface"),
)
NETWORK = union(of("ipaddress", "IPv4Network"), of("ipaddress", "IPv6Network"))
#: Types that psycopg has no loader for: they arrive in text, as PostgreSQL prints them.
AS_TEXT = _row(STR, binary=False)
#: The same, where psycopg doesn't know the arrays over it either.
UNKNOWN_TO_PSYCOPG = replace(AS_TEXT, registered=False)

ROWS: dict[str, PythonType] = {
    "bool": _row(of("", "bool")),
    "int2": _row(INT, encode=_number("Int2")),
    "int4": _row(INT, encode=_number("Int4")),
    "int8": _row(INT, encode=_number("Int8")),
    "oid": _row(INT, encode=_number("Oid")),
    "float4": _row(FLOAT, encode=_number("Float4")),
    "float8": _row(FLOAT, encode=_number("Float8")),
    "numeric": _row(DECIMAL),
    "text": _row(STR),
    "varchar": _row(STR),
    "bpchar": _row(STR),
    "name": _row(STR),
    "char": _row(STR),
    "bytea": _row(of("", "bytes")),
    "uuid": _row(of("uuid", "UUID")),
    "date": _row(DATE),
    "time": _row(of("datetime", "time")),
    "timetz": _row(of("datetime", "time")),
    "timestamp": _row(DATETIME),
    "timestamptz": _row(DATETIME),
    "interval": _row(of("datetime", "timedelta")),
    "json": _row(JSON_VALUE, accepts=JSON_INPUT, encode=_wrapped("@_runtime", "to_json")),
    "jsonb": _row(JSON_VALUE, accepts=JSON_INPUT, encode=_wrapped("@_runtime", "to_jsonb")),
    "inet": _row(ADDRESS),
    "cidr": _row(NETWORK),
    "int4range": _range(INT),
    "int8range": _range(INT),
    "numrange": _range(DECIMAL),
    "daterange": _range(DATE),
    "tsrange": _range(DATETIME),
    "tstzrange": _range(DATETIME),
    "int4multirange": _multirange(INT),
    "int8multirange": _multirange(INT),
    "nummultirange": _multirange(DECIMAL),
    "datemultirange": _multirange(DATE),
    "tsmultirange": _multirange(DATETIME),
    "tstzmultirange": _multirange(DATETIME),
    "void": _row(NONE, decode=Conversion(Name("@_runtime", "NOTHING"), mapping=True)),
    "aclitem": AS_TEXT,
    "bit": AS_TEXT,
    "varbit": AS_TEXT,
    "box": AS_TEXT,
    "circle": AS_TEXT,
    "line": AS_TEXT,
    "lseg": AS_TEXT,
    "path": AS_TEXT,
    "point": AS_TEXT,
    "polygon": AS_TEXT,
    "cid": AS_TEXT,
    "xid": AS_TEXT,
    "xid8": AS_TEXT,
    "tid": AS_TEXT,
    "gtsvector": AS_TEXT,
    "tsvector": AS_TEXT,
    "tsquery": AS_TEXT,
    "int2vector": AS_TEXT,
    "oidvector": AS_TEXT,
    "jsonpath": AS_TEXT,
    "macaddr": AS_TEXT,
    "macaddr8": AS_TEXT,
    "money": AS_TEXT,
    "pg_lsn": AS_TEXT,
    "pg_node_tree": UNKNOWN_TO_PSYCOPG,
    "pg_ndistinct": UNKNOWN_TO_PSYCOPG,
    "pg_dependencies": UNKNOWN_TO_PSYCOPG,
    "pg_mcv_list": UNKNOWN_TO_PSYCOPG,
    "pg_snapshot": UNKNOWN_TO_PSYCOPG,
    "txid_snapshot": AS_TEXT,
    "refcursor": AS_TEXT,
    "regclass": AS_TEXT,
    "regcollation": AS_TEXT,
    "regconfig": AS_TEXT,
    "regdictionary": AS_TEXT,
    "regnamespace": AS_TEXT,
    "regoper": AS_TEXT,
    "regoperator": AS_TEXT,
    "regproc": AS_TEXT,
    "regprocedure": AS_TEXT,
    "regrole": AS_TEXT,
    "regtype": AS_TEXT,
    "xml": AS_TEXT,
    "pg_brin_bloom_summary": UNKNOWN_TO_PSYCOPG,
    "pg_brin_minmax_multi_summary": UNKNOWN_TO_PSYCOPG,
    "cstring": UNKNOWN_TO_PSYCOPG,
    # pg_stats and its like hold arrays of whatever type a column has: as PostgreSQL prints them.
    "anyarray": UNKNOWN_TO_PSYCOPG,
}


def _with_codec(annotation: Annotation) -> PythonType:
    """A type of an extension that has a codec, whatever the extension's schema is."""
    return _row(annotation)


_VECTOR = _with_codec(of("", "list", FLOAT))

#: Types of extensions by their extension and name, with the class of their codec. Any other type
#: of an extension arrives in text, as the server prints it, and is sent so.
EXTENSION_ROWS: dict[tuple[str, str], tuple[PythonType, str]] = {
    ("hstore", "hstore"): (_with_codec(of("", "dict", STR, union(STR, NONE))), "Hstore"),
    ("vector", "vector"): (_VECTOR, "Vector"),
    ("vector", "halfvec"): (_VECTOR, "HalfVector"),
}


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
        row, _ = EXTENSION_ROWS[type_.extension or "", type_.name]
        return _through_codec(catalog, type_, row, classes)
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
    return _row(of("@models", enum.class_name), decode=Conversion(labels, mapping=True))


def _composite(catalog: Catalog, type_: Type, classes: Classes) -> PythonType:
    composite = classes.composites[type_.oid]
    inner = [python_type(catalog, column.type, classes) for column in composite.columns]
    row = _row(of("@models", composite.class_name), binary=all(one.binary for one in inner))
    return _through_codec(catalog, type_, row, classes)


def _ranges(
    catalog: Catalog, type_: Type, subtype: int, generic: Annotation, classes: Classes
) -> PythonType:
    """A range or multirange that psycopg doesn't know."""
    bound = python_type(catalog, subtype, classes)
    row = PythonType(
        annotation=Annotation(generic.name, (bound.annotation,)),
        accepts=Annotation(generic.name, (bound.accepts,)),
        binary=bound.binary,
    )
    return _through_codec(catalog, type_, row, classes)


def _array(catalog: Catalog, array: Type, classes: Classes) -> PythonType:
    """A list. What psycopg has no array loader for goes through a codec."""
    element = python_type(catalog, array.element, classes)
    base = catalog.type(catalog.base_type(array.element))
    row = PythonType(
        annotation=of("", "list", element.annotation),
        accepts=of("", "list", element.accepts),
        binary=element.binary,
    )
    if base.oid in classes.enums:
        labels = Name("@_rows", classes.enums[base.oid].labels)
        return replace(row, decode=Conversion(Name("@_runtime", "enum_array"), (labels,)))
    if array.schema != "pg_catalog" or not element.registered:
        return _through_codec(catalog, array, row, classes)
    encoder = _ARRAY_ENCODERS.get(base.name)
    encode = _wrapped("@_runtime", f"to_{encoder}_array") if encoder else None
    return replace(row, encode=encode)


def _through_codec(catalog: Catalog, type_: Type, row: PythonType, classes: Classes) -> PythonType:
    """The row, with conversions by the type's codec, which the package then has."""
    codec = _constant(catalog, type_, classes)
    return replace(
        row,
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
