"""What a user can decide about the generated package; every option has a default."""

from __future__ import annotations

import ast

from codegen.plan.spelling import NONE, Annotation, ModuleNames, Name, of, union
from codegen.records import dataclass, field
from codegen.source import Span

#: The kinds of classes that tables and rows become.
MODEL_KINDS = ("dataclass", "frozen", "namedtuple", "attrs", "msgspec", "pydantic")
FLAVOURS = ("both", "sync", "async")
#: What is done with two columns of a result that have one name.
DUPLICATES = ("error", "number")


@dataclass(frozen=True, slots=True)
class Reference:
    """Something of the user's to import: ``package.module:name``, perhaps with a ``method`` of
    it."""

    name: Name
    method: str = ""

    @property
    def text(self) -> str:
        """As :func:`reference` reads it."""
        return f"{self.name.module}:{'.'.join(filter(None, [self.name.name, self.method]))}"

    def spelled(self, names: ModuleNames) -> str:
        """The expression for it in a module, which then imports the name."""
        return names.use(self.name) + (f".{self.method}" if self.method else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rename:
    """A Python name in place of the one that a name of SQL would become.

    ``key`` is ``table`` (or view, or type: its class), ``table.column`` or ``*.column`` (the
    attribute), each perhaps with a schema in front. A ``required`` key has to name something.
    """

    key: str
    to: str
    span: Span | None = None
    required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """A Python type of the user's for a PostgreSQL type (``jsonb``, ``pg_catalog.numeric``, a
    domain, an enum) or for a column (``table.column``), as result and as parameter.

    ``decode`` makes it from what there would be otherwise, ``encode`` makes that from it; None
    where the value can stay as it is. A ``required`` key has to name something.
    """

    key: str
    type: Annotation
    decode: Reference | None = None
    encode: Reference | None = None
    span: Span | None = None
    required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Vet:
    """What ``codegen vet`` goes by.

    ``levels`` sets rules by their code, and ``places`` is where it does. ``rules`` are files with
    rules in SQL, folders or patterns. ``rows`` says how many rows tables have, by name or
    ``schema.name``, ``*`` for all others. From ``scan_rows`` and ``sort_rows`` on a table is too
    large to be read, and a result to be sorted; ``cost`` is the limit of PostgreSQL's estimate.
    None where nothing is said.
    """

    levels: tuple[tuple[str, str], ...] = ()
    places: tuple[tuple[str, Span | None], ...] = ()
    rules: tuple[str, ...] = ()
    rows: tuple[tuple[str, int], ...] = ()
    scan_rows: int | None = None
    sort_rows: int | None = None
    cost: int | None = None

    def with_more(self, other: Vet) -> Vet:
        """What both say; where they differ, what the other one says."""
        return Vet(
            levels=(*self.levels, *other.levels),
            places=(*self.places, *other.places),
            rules=(*self.rules, *other.rules),
            rows=(*self.rows, *other.rows),
            scan_rows=self.scan_rows if other.scan_rows is None else other.scan_rows,
            sort_rows=self.sort_rows if other.sort_rows is None else other.sort_rows,
            cost=self.cost if other.cost is None else other.cost,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How the package is to look.

    ``models`` is one of :data:`MODEL_KINDS`, ``flavours`` of :data:`FLAVOURS`,
    ``duplicate_columns`` of :data:`DUPLICATES`. ``singular`` gives the singular of words that
    would get a wrong one. ``type_aliases`` are names in the schema that PostgreSQL lacks, with the
    types that they stand for. ``skip_invalid`` leaves out what PostgreSQL refuses, with a warning:
    queries, and foreign keys to tables that there aren't; unknown types are texts then.
    ``templates`` is a folder whose templates go before codegen's, named at ``templates_place``.
    """

    models: str = "dataclass"
    flavours: str = "both"
    queries_class: bool = False
    protocol: bool = False
    query_info: bool = False
    name_comments: bool = False
    exact_table_names: bool = False
    duplicate_columns: str = "error"
    templates: str | None = None
    templates_place: Span | None = field(default=None, compare=False)
    singular: tuple[tuple[str, str], ...] = ()
    type_aliases: tuple[tuple[str, str], ...] = ()
    vet: Vet = Vet()
    skip_invalid: bool = False
    rename: tuple[Rename, ...] = ()
    overrides: tuple[Override, ...] = ()

    @property
    def has_class(self) -> bool:
        """Whether there is a class of all queries: a protocol is that of the class."""
        return self.queries_class or self.protocol

    @property
    def has_sync(self) -> bool:
        """Whether there are synchronous functions."""
        return self.flavours != "async"

    @property
    def has_async(self) -> bool:
        """Whether there are asynchronous functions."""
        return self.flavours != "sync"


DEFAULT = Options()


def reference(text: str) -> Reference:
    """``package.module:Class.method`` or ``package.module.function``, as something to import.

    Without a colon, what stands before the last dot is the module. Raises ValueError.
    """
    module, colon, path = text.partition(":")
    if not colon:
        module, _, path = text.rpartition(".")
    name, _, method = path.partition(".")
    parts = [*(module.split(".") if module else []), *path.split(".")]
    if not all(part.isidentifier() for part in parts) or (colon and not module):
        raise ValueError(f"{text} does not say what to import")
    return Reference(Name(module, name), method)


def type_reference(text: str) -> Annotation:
    """A type as it is written in Python, each name with its module: ``list[myapp.Tag] | None``.

    ``myapp.models:Tag`` is understood as well. Raises ValueError.
    """
    if ":" in text:
        found = reference(text)
        if found.method:
            raise ValueError(f"{text} is not a class of a module")
        return Annotation(found.name)
    try:
        return _annotation(ast.parse(text, mode="eval").body)
    except SyntaxError as caught:
        raise ValueError(f"{text} is not a Python type") from caught


def _annotation(node: ast.expr) -> Annotation:
    match node:
        case ast.Name(id=name):
            return of("", name)
        case ast.Attribute():
            return Annotation(reference(ast.unparse(node)).name)
        case ast.Constant(value=None):
            return NONE
        case ast.Constant(value=value) if value is ...:
            return of("", "...")
        case ast.BinOp(op=ast.BitOr(), left=left, right=right):
            return union(_annotation(left), _annotation(right))
        case ast.Subscript(value=ast.Name() | ast.Attribute() as generic, slice=inside):
            items = inside.elts if isinstance(inside, ast.Tuple) else [inside]
            return Annotation(_annotation(generic).name, tuple(map(_annotation, items)))
        case _:
            raise ValueError(f"{ast.unparse(node)} is not a Python type")
