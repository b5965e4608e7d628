"""The package plan: all that the templates see.

Every text in it is Python as it will be printed: a name, a type as its module spells it, a
docstring with its quotes. Where a text may be None, nothing is printed.
"""

from __future__ import annotations

from codegen.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberPlan:
    """A member of an enum; ``literal`` is its label as a Python literal."""

    name: str
    literal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumPlan:
    """An enum of the schema, as a class with the base ``base``. ``labels`` is the name of the
    constant that maps what the server sends to its members."""

    name: str
    base: str
    labels: str
    doc: str | None
    members: tuple[MemberPlan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldPlan:
    """An attribute of a class, or a parameter of a function."""

    name: str
    annotation: str
    doc: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassPlan:
    """A class of a table, of a query's rows or of its parameters. ``header`` is its ``class``
    line."""

    name: str
    decorator: str | None
    header: str
    doc: str | None
    fields: tuple[FieldPlan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedPlan:
    """An embedded row that may be absent, as a variable in a maker. ``test`` is the ``if`` that is
    true where the row is there, ``value`` the assignment below it; else the variable is None."""

    name: str
    annotation: str
    test: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MakerPlan:
    """A maker: a function that makes an object from the values of one row, converting some of them.
    ``body`` is its return statement, below the variables of ``embeds``."""

    name: str
    signature: str
    embeds: tuple[EmbedPlan, ...]
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstantPlan:
    """A constant with its type and its value: a query's SQL, for example, or an enum's labels."""

    name: str
    annotation: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionPlan:
    """A query function. ``signature`` is from its name to the colon, without ``def``."""

    name: str
    signature: str
    doc: str | None
    body: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QueriesModule:
    """What the sync and async functions of a query file share: SQL, row classes, makers."""

    imports: tuple[str, ...]
    constants: tuple[ConstantPlan, ...]
    rows: tuple[ClassPlan, ...]
    makers: tuple[MakerPlan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionsModule:
    """The query functions of a file in one flavour, sync or async. ``exports`` are the names in
    ``__all__``: functions and the classes of their rows."""

    imports: tuple[str, ...]
    functions: tuple[FunctionPlan, ...]
    exports: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelsModule:
    """The module with the enums and the classes of tables and composite types."""

    imports: tuple[str, ...]
    enums: tuple[EnumPlan, ...]
    classes: tuple[ClassPlan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsModule:
    """What the query modules share beside models: as constants, the labels of enums and the codecs
    of types that psycopg doesn't know; and the makers of models with values to convert."""

    imports: tuple[str, ...]
    labels: tuple[ConstantPlan, ...]
    codecs: tuple[ConstantPlan, ...]
    makers: tuple[MakerPlan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodPlan(FunctionPlan):
    """A query function as a method. ``fallback_doc`` is printed in the protocol, where a method
    that has no ``doc`` needs one in place of a body."""

    fallback_doc: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassModule:
    """The class with all queries as methods; with a ``protocol``, also the Protocol of this name,
    which the class is an instance of. ``connection`` is the type of its connection."""

    name: str
    protocol: str | None
    protocol_base: str
    connection: str
    imports: tuple[str, ...]
    methods: tuple[MethodPlan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InfoModule:
    """The module ``query_info``: for each query a constant with what is known of it, and in
    ``functions`` pairs of the function's name and the constant's."""

    imports: tuple[str, ...]
    constants: tuple[ConstantPlan, ...]
    functions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePlan:
    """What the package has for one query file, whose name is ``source``: a module ``name`` in each
    flavour that the package has."""

    name: str
    source: str
    queries: QueriesModule
    sync: FunctionsModule | None
    aio: FunctionsModule | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackagePlan:
    """The whole package. ``kind`` is the kind of its classes (a key of
    :data:`codegen.plan.kinds.KINDS`), ``foreign`` are the modules of the user's that it imports,
    ``sources`` the names of all query files."""

    has_sync: bool
    has_async: bool
    kind: str
    foreign: tuple[str, ...]

    models: ModelsModule
    rows: RowsModule
    sources: tuple[str, ...]
    files: tuple[FilePlan, ...]
    sync_class: ClassModule | None = None
    aio_class: ClassModule | None = None
    info: InfoModule | None = None
