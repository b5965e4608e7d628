"""The package plan: all that the templates see. Texts in it are Python as it will be printed."""

from __future__ import annotations

from codegen.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberPlan:
    """A member of an enum; ``literal`` is its label as a Python literal."""

    name: str
    literal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumPlan:
    """A StrEnum. ``labels`` names the mapping from what the server sends to its members."""

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
    """A class of a table, of a query's rows or of its parameters, with its ``class`` line."""

    name: str
    decorator: str | None
    header: str
    doc: str | None
    fields: tuple[FieldPlan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedPlan:
    """A variable of a maker that holds an embedded row, None where ``test`` says so."""

    name: str
    annotation: str
    test: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MakerPlan:
    """A function that makes a result from the values of one row, converting some of them."""

    name: str
    signature: str
    embeds: tuple[EmbedPlan, ...]
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstantPlan:
    """A constant with its type and its value; a query's SQL, or an enum's labels."""

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
    """The query functions of a file in one flavour; ``exports`` are row classes and functions."""

    imports: tuple[str, ...]
    functions: tuple[FunctionPlan, ...]
    exports: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelsModule:
    """The enums and the tables' dataclasses."""

    imports: tuple[str, ...]
    enums: tuple[EnumPlan, ...]
    classes: tuple[ClassPlan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsModule:
    """What the query modules share: the enums' labels and the codecs of types that psycopg
    doesn't know as constants, and makers of models with values to convert."""

    imports: tuple[str, ...]
    labels: tuple[ConstantPlan, ...]
    codecs: tuple[ConstantPlan, ...]
    makers: tuple[MakerPlan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodPlan(FunctionPlan):
    """A method; ``fallback_doc`` is a docstring for where there has to be one."""

    fallback_doc: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassModule:
    """A class with all queries as methods, and, with a ``protocol``, that class's protocol."""

    name: str
    protocol: str | None
    protocol_base: str
    connection: str
    imports: tuple[str, ...]
    methods: tuple[MethodPlan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InfoModule:
    """A constant with what is known of each query, and those constants by the functions' names."""

    imports: tuple[str, ...]
    constants: tuple[ConstantPlan, ...]
    functions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePlan:
    """One query file: ``name`` is its module, ``source`` the file's name. Of ``sync`` and ``aio``
    one may be left out."""

    name: str
    source: str
    queries: QueriesModule
    sync: FunctionsModule | None
    aio: FunctionsModule | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackagePlan:
    """The whole generated package; ``kind`` is that of its classes, ``foreign`` are the user's
    own modules that it imports; it ``has_sync`` functions, ``has_async`` ones, or both. ``sources``
    are the names of all query files."""

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
