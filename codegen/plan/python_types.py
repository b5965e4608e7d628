"""The Python type of every PostgreSQL type, and what psycopg has to be helped with.

One table, :data:`ROWS`, by the type's name in pg_catalog; extension types are in
:data:`EXTENSION_ROWS`. Arrays, domains, enums and ranges follow from the types they are made of.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from codegen.diagnostics import error
from codegen.plan.layout import Node, call, fits, flat
from codegen.plan.spelling import NONE, OBJECT, Annotation, ModuleNames, Name, of, union
from codegen.postgres.catalog import Catalog, Type


@dataclass(frozen=True, slots=True)
class Conversion:
    """A function to call on a value, with further arguments; or a mapping to look it up in."""

    name: Name
    further: tuple[Name | str, ...] = ()
    mapping: bool = False

    @property
    def is_number(self) -> bool:
        """Whether it only tells psycopg the size of a number."""
        return self.name.module == "psycopg.types.numeric"

    def of(self, names: ModuleNames, value: str) -> Node:
        """The expression for a value that is not None."""
        function = names.use(self.name)
        if self.mapping:
            return f"{function}[{value}]"
        return call(function, value, *self._further(names))

    def of_optional(self, names: ModuleNames, value: str) -> Node:
        """The expression for a value that may be None and then stays None."""
        text = f"None if {value} is None else {flat(self.of(names, value))}"
        if fits(text):
            return text
        function = names.use(self.name) + (".__getitem__" if self.mapping else "")
        optional = names.use(Name("@_runtime", "optional"))
        return call(optional, function, value, *self._further(names))

    def _further(self, names: ModuleNames) -> list[str]:
        return [one if isinstance(one, str) else names.use(one) for one in self.further]


@dataclass(frozen=True, slots=True, kw_only=True)
class PythonType:
    """How a PostgreSQL type appears in Python.

    ``annotation`` is the type of a result, ``accepts`` that of a parameter. ``decode`` converts
    what psycopg gives, ``encode`` what the caller gives; None where nothing is to be done.
    ``binary`` is false where psycopg has no loader for the binary format: then the result is
    asked for in text. ``registered`` is false where psycopg doesn't know the type at all.
    """

    annotation: Annotation
    accepts: Annotation
    decode: Conversion | None = None
    encode: Conversion | None = None
    binary: bool = True
    registered: bool = True


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
JSON_VALUE = of("@_runtime", "JsonValue")
JSON_INPUT = of("@_runtime", "JsonInput")
ADDRESS = union(
    of("ipaddress", "IPv4Address"),
    of("ipaddress", "IPv6Address"),
    of("ipaddress", "IPv4Interface"),
    of("ipaddress", "IPv6Interface"),
)
NETWORK = union(of("ipaddress", "IPv4Network"), of("ipaddress", "IPv6Network"))
#: What has a loader in psycopg for neither format arrives, in text, as PostgreSQL prints it.
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
    "record": _row(of("", "tuple", OBJECT, of("", "..."))),
    "void": _row(NONE, binary=False),
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
    "cstring": UNKNOWN_TO_PSYCOPG,
}


def python_type(catalog: Catalog, oid: int, enums: Enums) -> PythonType:
    """The Python type of a PostgreSQL type.

    Raises :class:`codegen.diagnostics.CodegenError` (unsupported) for a type that has none.
    """
    type_ = catalog.type(oid)
    if type_.kind == "d":
        return python_type(catalog, catalog.base_type(oid), enums)
    if type_.kind == "e":
        return _enum(type_, enums)
    if type_.schema == "pg_catalog" and type_.name in ROWS:
        return ROWS[type_.name]
    if type_.is_array:
        return _array(catalog, type_, enums)
    if type_.kind == "b":
        return AS_TEXT
    raise error(
        "unsupported",
        f"there is no Python type for {catalog.format_type(oid)} yet",
        help="Cast it to a type that has one, such as text or jsonb, or select its parts.",
    )


#: The class of each enum's values by the enum's oid.
Enums = dict[int, "EnumNames"]


@dataclass(frozen=True, slots=True)
class EnumNames:
    """The class of an enum, and the mapping from what the server sends to its members."""

    class_name: str
    labels: str


def _enum(type_: Type, enums: Enums) -> PythonType:
    names = enums[type_.oid]
    labels = Name("@_rows", names.labels)
    return _row(
        of("@models", names.class_name),
        decode=Conversion(labels, mapping=True),
    )


def _array(catalog: Catalog, array: Type, enums: Enums) -> PythonType:
    """A list. What psycopg has no array loader for is split by the package's own runtime part."""
    element = python_type(catalog, array.element, enums)
    of_psycopg = array.schema == "pg_catalog" and element.registered
    return PythonType(
        annotation=of("", "list", element.annotation),
        accepts=of("", "list", element.accepts),
        decode=None if of_psycopg else _array_decoder(catalog, array, enums),
        encode=_array_encoder(catalog, array.element),
        binary=element.binary if of_psycopg else catalog.type(array.element).kind == "e",
    )


def _array_decoder(catalog: Catalog, array: Type, enums: Enums) -> Conversion:
    element = catalog.type(array.element)
    if element.kind == "e":
        labels = Name("@_rows", enums[element.oid].labels)
        return Conversion(Name("@_runtime", "enum_array"), (labels,))
    base = catalog.type(catalog.base_type(element.oid))
    oid = base.oid if base.schema == "pg_catalog" else 0
    return Conversion(Name("@_runtime", "text_array"), (str(oid),) if oid else ())


def _array_encoder(catalog: Catalog, element: int) -> Conversion | None:
    name = catalog.type(catalog.base_type(element)).name
    # An array of boxes is separated by semicolons, which psycopg doesn't know.
    if name not in ("json", "jsonb", "box"):
        return None
    return _wrapped("@_runtime", f"to_{name}_array")


def with_null_elements(python: PythonType) -> PythonType:
    """An array type whose elements may be None."""
    return replace(
        python,
        annotation=_nullable_elements(python.annotation),
        accepts=_nullable_elements(python.accepts),
    )


def _nullable_elements(array: Annotation) -> Annotation:
    return Annotation(array.name, tuple(argument.optional() for argument in array.args))


def converted(
    names: ModuleNames, conversion: Conversion | None, value: str, *, nullable: bool
) -> Node:
    """The expression for a value, with None left alone where it may be None."""
    if conversion is None:
        return value
    return conversion.of_optional(names, value) if nullable else conversion.of(names, value)
