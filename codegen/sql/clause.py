"""What calls with words of their own have beside their arguments (SQL/JSON, SQL/XML)."""

from __future__ import annotations

from codegen.records import dataclass, field
from codegen.sql.typenames import TypeName


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of JSON_TABLE or XMLTABLE; without a type it is FOR ORDINALITY."""

    name: str
    type: TypeName | None


@dataclass(slots=True)
class Clause:
    """The clauses of a call.

    ``roles`` says of each argument what it is: value, key, path, passing, empty (the value in
    DEFAULT … ON EMPTY), error, query, document, text, namespace, default (of a column), element or
    attribute (one that may have a name of its own), or any. ``names`` are those by the indexes of
    their arguments.
    ``formatted`` are the indexes of the arguments with FORMAT JSON. ``returning`` is the type of
    RETURNING, or of XMLSERIALIZE's AS; ``json`` says that RETURNING has FORMAT JSON. ``on_empty``
    and ``on_error`` are the words of these clauses, "" without. ``unique`` is WITH UNIQUE KEYS.
    ``columns`` are those of JSON_TABLE or XMLTABLE, and ``defaults`` maps the index of an argument
    with the role default to that of its column. ``words`` are what else is written and doesn't go
    without saying: names, options, paths. Two mistakes are noted for the analysis to tell:
    ``unwrappable``, WITH WRAPPER and OMIT QUOTES at once; ``misplaced_default``, a DEFAULT without
    ON.
    """

    roles: list[str] = field(default_factory=list)
    formatted: set[int] = field(default_factory=set)
    returning: TypeName | None = None
    json: bool = False
    on_empty: str = ""
    on_error: str = ""
    unique: bool = False
    words: list[str] = field(default_factory=list)
    unwrappable: bool = False
    misplaced_default: bool = False
    columns: list[TableColumn] | None = None
    defaults: dict[int, int] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict[int, str])
