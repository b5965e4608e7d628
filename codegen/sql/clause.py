"""What calls with words of their own have beside their arguments (SQL/JSON, SQL/XML)."""

from __future__ import annotations

from codegen.records import dataclass, field
from codegen.sql.typenames import TypeName


@dataclass(frozen=True, slots=True)
class Format:
    """FORMAT JSON, with the name behind ENCODING, "" without."""

    encoding: str


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of JSON_TABLE or XMLTABLE; without a type it is FOR ORDINALITY. ``format`` is its
    FORMAT JSON, ``nesting`` the number of the COLUMNS that it is in; ``not_null`` says that it is
    never NULL in a row of these."""

    name: str
    type: TypeName | None
    format: Format | None = None
    nesting: int = 0
    not_null: bool = False


@dataclass(slots=True)
class Clause:
    """The clauses of a call.

    ``roles`` says of each argument what it is: value, key, path, passing, empty (the value in
    DEFAULT … ON EMPTY), error, query, document, text, namespace, default (of a column), element or
    attribute (one that may have a name of its own), or any. ``names`` are those by the indexes of
    their arguments.
    ``formatted`` has the FORMAT JSON of arguments by their index. ``returning`` is the type of
    RETURNING, or of XMLSERIALIZE's AS; ``format`` is RETURNING's FORMAT JSON. ``on_empty`` and
    ``on_error`` are the words of these clauses, "" without. ``unique`` is WITH UNIQUE KEYS.
    ``columns`` are those of JSON_TABLE or XMLTABLE, and ``defaults`` maps the index of an argument
    with the role default to that of its column; ``paths`` are the names of paths. ``words`` are
    what else is written and doesn't go without saying: names, options, paths. Two mistakes are
    noted for the analysis to tell: ``unwrappable``, WITH WRAPPER and OMIT QUOTES at once;
    ``misplaced_default``, a DEFAULT without ON.
    """

    roles: list[str] = field(default_factory=list)
    formatted: dict[int, Format] = field(default_factory=dict)
    returning: TypeName | None = None
    format: Format | None = None
    on_empty: str = ""
    on_error: str = ""
    unique: bool = False
    words: list[str] = field(default_factory=list)
    unwrappable: bool = False
    misplaced_default: bool = False
    columns: list[TableColumn] | None = None
    paths: list[str] = field(default_factory=list)
    defaults: dict[int, int] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict[int, str])
