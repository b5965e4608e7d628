"""What PostgreSQL knows about a database: types, functions, operators, casts, relations.

Object identifiers are PostgreSQL's own for what it ships with; objects of the user's schema and
of extensions get theirs from :data:`FIRST_USER_OID` on, when they are added.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from codegen.records import dataclass

FIRST_USER_OID = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """A row of pg_type (and pg_range), with PostgreSQL's one-letter codes.

    ``kind`` is typtype: b(ase), c(omposite), d(omain), e(num), p(seudo), r(ange), m(ultirange).
    ``element`` is the subscript type of an array (also of int2vector, point, …), ``array`` the
    array over this type, ``base`` a domain's base type, ``range``/``multirange``/``subtype`` link
    range families; 0 is none. ``is_array`` is true for the "true" arrays that ``any_array`` takes.
    """

    oid: int
    schema: str
    name: str
    kind: str = "b"
    category: str = "U"
    preferred: bool = False
    element: int = 0
    array: int = 0
    is_array: bool = False
    base: int = 0
    not_null: bool = False
    subtype: int = 0
    range: int = 0
    multirange: int = 0
    labels: tuple[str, ...] = ()
    fields: tuple[Column, ...] = ()
    extension: str | None = None
    comment: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """A row of pg_proc (and pg_aggregate).

    ``args`` are the input argument types, ``arg_names`` their names ("" where unnamed),
    ``defaults`` how many of the last arguments have one, ``variadic`` the element type of a
    VARIADIC last argument (0: none; "any" itself for VARIADIC "any"). ``out_columns`` are the OUT
    and TABLE columns. ``kind`` is prokind: f, a(ggregate), w(indow), p(rocedure).
    ``aggregate_kind`` is aggkind n, o(rdered-set), h(ypothetical); ``direct_args`` its
    aggnumdirectargs.
    ``call_args`` are the types of all parameters of a procedure with OUT parameters, in order:
    those that CALL has arguments for. ``volatile`` is set for a function of the user's own that was
    not declared stable or immutable.
    """

    oid: int
    schema: str
    name: str
    args: tuple[int, ...]
    returns: int
    arg_names: tuple[str, ...] = ()
    defaults: int = 0
    variadic: int = 0
    returns_set: bool = False
    strict: bool = False
    kind: str = "f"
    out_columns: tuple[tuple[str, int], ...] = ()
    aggregate_kind: str = ""
    direct_args: int = 0
    call_args: tuple[int, ...] = ()
    extension: str | None = None
    volatile: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """A row of pg_operator; ``left`` is 0 for a prefix operator. ``function`` is the pg_proc oid,
    ``strict`` and ``function_name`` that function's."""

    oid: int
    schema: str
    name: str
    left: int
    right: int
    result: int
    function: int = 0
    function_name: str = ""
    strict: bool = True


@dataclass(frozen=True, slots=True)
class Cast:
    """A row of pg_cast: ``context`` i(mplicit), a(ssignment), e(xplicit); ``method`` f, b, i."""

    source: int
    target: int
    context: str
    method: str
    function: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a relation or a field of a composite type.

    ``has_default`` is true for a DEFAULT, an identity and a generated column; ``identity`` is
    "" or a(lways) or d(efault); ``generated`` is "" or s(tored) or v(irtual). ``number`` is
    attnum, which stays when the column is renamed or another one dropped; 0 where it doesn't
    matter.
    """

    name: str
    type: int
    not_null: bool = False
    has_default: bool = False
    identity: str = ""
    generated: str = ""
    default: Any = None
    comment: str | None = None
    span: Any = None
    typmod: tuple[int, ...] = ()
    number: int = 0


@dataclass(frozen=True, slots=True)
class Key:
    """Columns no two rows share: a primary key, a unique constraint, or a plain unique index.

    ``predicate`` is the condition that has to hold for the rows that a unique index with a WHERE is
    about; ``expressions`` are those that an index is over beside columns, analysed.
    """

    columns: tuple[str, ...]
    primary: bool = False
    predicate: Any = None
    name: str = ""
    nulls_not_distinct: bool = False
    expressions: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexPart:
    """A part of an index: a column, or with ``column`` empty an expression. NULLs come first where
    ``nulls_first``; ``own_order`` where it has a collation or an operator class of its own."""

    column: str
    descending: bool = False
    nulls_first: bool = False
    own_order: bool = False


@dataclass(frozen=True, slots=True)
class Index:
    """An index of a relation, also one that came with a constraint.

    ``expressions`` are those of the parts that are no columns, in order; ``predicate`` is the
    condition of a partial index, or nothing. Both are analysed when they are first looked at; TRUE
    stands for what isn't understood.
    """

    name: str
    parts: tuple[IndexPart, ...]
    method: str = "btree"
    unique: bool = False
    expressions: Sequence[Any] = ()
    predicate: Sequence[Any] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A table, view, materialized view, sequence or composite type.

    ``kind`` is relkind: r(able), v(iew), m(aterialized view), p(artitioned), f(oreign),
    S(equence), c(omposite). ``type`` is the oid of its row type. ``query`` is a view's analysed
    query (:class:`codegen.analysis.nodes.Query`). ``expression_keys`` are the unique indexes over
    expressions; ``indexes`` are all but those of EXCLUDE. ``checks`` are the analysed CHECK
    expressions; ``constraints`` names the constraints of all kinds.
    ``of_type`` is the composite type of a table created OF one.
    ``row_triggers`` are the events (insert, update, delete) on which a BEFORE or INSTEAD OF row
    trigger may drop or change a row; ``rules`` is true where a rewrite rule exists,
    ``row_security`` where policies may hide rows.
    """

    schema: str
    name: str
    kind: str = "r"
    type: int = 0
    columns: tuple[Column, ...] = ()
    keys: tuple[Key, ...] = ()
    expression_keys: tuple[Key, ...] = ()
    indexes: tuple[Index, ...] = ()
    foreign_keys: tuple[Any, ...] = ()
    constraints: tuple[str, ...] = ()
    checks: Sequence[Any] = ()
    check_sql: tuple[str, ...] = ()
    parents: tuple[tuple[str, str], ...] = ()
    of_type: int = 0
    query: Any = None
    row_triggers: frozenset[str] = frozenset()
    rules: bool = False
    row_security: bool = False
    comment: str | None = None
    extension: str | None = None
    span: Any = None

    def column(self, name: str) -> Column | None:
        """The column of this name, if there is one."""
        for column in self.columns:
            if column.name == name:
                return column
        return None


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """A FOREIGN KEY: ``columns`` refer to ``target_columns`` of the relation ``schema.table``.

    ``holds`` says that there is a row for each reference whenever a statement begins: not so where
    it is deferrable, not validated, not enforced, or over a PERIOD.
    """

    columns: tuple[str, ...]
    schema: str
    table: str
    target_columns: tuple[str, ...]
    name: str = ""
    holds: bool = True
