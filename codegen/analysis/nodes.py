"""The analysed query: what PostgreSQL's parse analysis makes of a statement.

Modelled on PostgreSQL's Query and primnodes.h. Names are resolved to entries of range tables,
operators and functions to their catalog rows, conversions are explicit. Nodes are never changed
after the analysis that made them. ``type`` is always a type oid; ``span`` is a (start, end) pair
of offsets in the query's source, or None.
"""

from __future__ import annotations

from typing import Any

from codegen.postgres.catalog import Column, Function, Operator, Relation
from codegen.records import dataclass, field

Offsets = tuple[int, int] | None


@dataclass(slots=True, kw_only=True, eq=False)
class Expr:
    """Anything that has a value; ``type`` is its type's oid."""

    type: int
    span: Offsets = None


@dataclass(slots=True, kw_only=True, eq=False)
class Const(Expr):
    """A literal. ``value`` is its text, None for NULL. An untyped literal has type unknown."""

    value: str | None


@dataclass(slots=True, kw_only=True, eq=False)
class Param(Expr):
    """The parameter ``$number``. ``cast`` is true where the user cast it at this very place."""

    number: int
    cast: bool = False


@dataclass(slots=True, kw_only=True, eq=False)
class Var(Expr):
    """Column ``index`` (0-based) of a range-table entry.

    ``version`` is "old" or "new" in RETURNING old.x / new.x, else "".
    A system column (ctid, xmin, …) has index -1 and its ``name``.
    """

    entry: RangeEntry
    index: int
    name: str
    version: str = ""


@dataclass(slots=True, kw_only=True, eq=False)
class WholeRow(Expr):
    """A range-table entry used as one composite value (``SELECT t FROM t``)."""

    entry: RangeEntry
    version: str = ""


@dataclass(slots=True, kw_only=True, eq=False)
class Call(Expr):
    """A function call, defaults not filled in. ``variadic``: called with VARIADIC array.
    ``out_columns`` are the function's OUT and TABLE columns with polymorphic types resolved."""

    function: Function
    args: list[Expr]
    variadic: bool = False
    out_columns: tuple[tuple[str, int], ...] = ()


@dataclass(slots=True, kw_only=True, eq=False)
class OperatorCall(Expr):
    """A prefix (one arg) or binary (two args) operator."""

    operator: Operator
    args: list[Expr]


@dataclass(slots=True, kw_only=True, eq=False)
class ArrayComparison(Expr):
    """``left op ANY (array)`` / ``ALL``, and IN lists (``array`` is then an ArrayExpr)."""

    operator: Operator
    left: Expr
    array: Expr
    all: bool


@dataclass(slots=True, kw_only=True, eq=False)
class Aggregate(Expr):
    """An aggregate; ``direct`` are an ordered-set aggregate's direct arguments. ``levels_up``
    counts from this query outwards to the one whose rows are aggregated."""

    function: Function
    args: list[Expr]
    direct: list[Expr] = field(default_factory=list)
    distinct: bool = False
    filter: Expr | None = None
    star: bool = False
    levels_up: int = 0


@dataclass(slots=True, kw_only=True, eq=False)
class WindowCall(Expr):
    """A function or aggregate with OVER."""

    function: Function
    args: list[Expr]
    window: Window
    filter: Expr | None = None
    star: bool = False


@dataclass(slots=True, kw_only=True, eq=False)
class Window:
    """A window: ``frame`` is its frame clause ("" for the default), as
    ``(mode, start, end, exclude)`` words upper-cased, e.g. ("ROWS", "UNBOUNDED PRECEDING",
    "CURRENT ROW", "")."""

    partition: list[Expr] = field(default_factory=list)
    order: list[Expr] = field(default_factory=list)
    frame: tuple[str, str, str, str] | None = None


@dataclass(slots=True, kw_only=True, eq=False)
class BoolExpr(Expr):
    """``op`` is "and", "or" or "not"."""

    op: str
    args: list[Expr]


@dataclass(slots=True, kw_only=True, eq=False)
class Case(Expr):
    """CASE. With an ``operand``, every condition compares a :class:`CaseTest` that stands for
    it."""

    operand: Expr | None
    whens: list[tuple[Expr, Expr]]
    default: Expr | None


@dataclass(slots=True, kw_only=True, eq=False)
class CaseTest(Expr):
    """The value of the operand of the CASE around it."""

    operand: Expr


@dataclass(slots=True, kw_only=True, eq=False)
class Coalesce(Expr):
    args: list[Expr]


@dataclass(slots=True, kw_only=True, eq=False)
class MinMax(Expr):
    """GREATEST (``op`` "greatest") or LEAST ("least"): NULL only when every argument is."""

    op: str
    args: list[Expr]


@dataclass(slots=True, kw_only=True, eq=False)
class NullIf(Expr):
    operator: Operator
    args: list[Expr]


@dataclass(slots=True, kw_only=True, eq=False)
class NullTest(Expr):
    """IS [NOT] NULL; ``row`` where the argument is composite (tests every field)."""

    arg: Expr
    negated: bool
    row: bool = False


@dataclass(slots=True, kw_only=True, eq=False)
class BooleanTest(Expr):
    """IS [NOT] TRUE/FALSE/UNKNOWN; ``value`` is "true", "false" or "unknown"."""

    arg: Expr
    value: str
    negated: bool


@dataclass(slots=True, kw_only=True, eq=False)
class DistinctFrom(Expr):
    """IS [NOT] DISTINCT FROM; ``negated`` for IS NOT DISTINCT FROM. ``operator`` is = (None for
    rows)."""

    operator: Operator | None
    args: list[Expr]
    negated: bool


@dataclass(slots=True, kw_only=True, eq=False)
class Row(Expr):
    """ROW(…); ``names`` are its fields'. ``type`` is record, or a composite type after coercion."""

    args: list[Expr]
    names: list[str]


@dataclass(slots=True, kw_only=True, eq=False)
class RowComparison(Expr):
    """``(a, b) < (c, d)``: operators pairwise."""

    op: str
    operators: list[Operator]
    left: list[Expr]
    right: list[Expr]


@dataclass(slots=True, kw_only=True, eq=False)
class ArrayExpr(Expr):
    """ARRAY[…]. ``multidimensional`` where the elements are arrays themselves."""

    elements: list[Expr]
    multidimensional: bool = False


@dataclass(slots=True, kw_only=True, eq=False)
class Subscript(Expr):
    """``arg[i]`` or, with ``slice``, ``arg[i:j]``; also jsonb subscripts."""

    arg: Expr
    indexes: list[Expr]
    slice: bool


@dataclass(slots=True, kw_only=True, eq=False)
class FieldSelect(Expr):
    """``(composite).name``; ``index`` is the field's 0-based place."""

    arg: Expr
    name: str
    index: int


@dataclass(slots=True, kw_only=True, eq=False)
class Coerce(Expr):
    """A conversion. ``method``: "function" (with ``function``), "binary", "io", "array",
    "domain", "row". ``explicit`` where the user wrote the cast."""

    arg: Expr
    method: str
    function: Function | None = None
    explicit: bool = False


@dataclass(slots=True, kw_only=True, eq=False)
class SubLink(Expr):
    """A subquery in an expression. ``kind``: "exists", "scalar", "array", "any", "all", "row".

    For any/all and "row" (``(a, b) = (SELECT …)``): ``left`` compared with the query's columns by
    ``operators`` (IN is "any" with =, NOT IN is a BoolExpr "not" over it).
    """

    kind: str
    query: Query
    left: list[Expr] = field(default_factory=list)
    operators: list[Operator] = field(default_factory=list)
    op: str = ""


@dataclass(slots=True, kw_only=True, eq=False)
class SqlValue(Expr):
    """A parameterless SQL value function: current_date, current_timestamp, current_user, …"""

    name: str


@dataclass(slots=True, kw_only=True, eq=False)
class Grouping(Expr):
    """GROUPING(…)."""

    args: list[Expr]


@dataclass(slots=True, kw_only=True, eq=False)
class Default(Expr):
    """DEFAULT in VALUES or SET."""


@dataclass(slots=True, kw_only=True, eq=False)
class JsonExpr(Expr):
    """SQL/JSON and XML constructs. ``kind``: "json_object", "json_array", "json_arrayagg",
    "json_objectagg", "json_value", "json_query", "json_exists", "json", "json_scalar",
    "json_serialize", "is_json", "xmlelement", "xmlforest", "xmlconcat", "xmlparse", "xmlpi",
    "xmlroot", "xmlserialize",
    "is_document", "xmlexists", "merge_action". ``on_empty``/``on_error`` are "null", "error",
    "default", "true", "false", "unknown", "empty".
    json_table and xmltable, in FROM, have ``columns``."""

    kind: str
    args: list[Expr]
    on_empty: str = "null"
    on_error: str = "null"
    default_empty: Expr | None = None
    default_error: Expr | None = None
    columns: tuple[tuple[str, int], ...] = ()


# Range table -------------------------------------------------------------------------------------


@dataclass(slots=True, kw_only=True, eq=False)
class RangeColumn:
    """A column that a range-table entry offers."""

    name: str
    type: int


@dataclass(slots=True, kw_only=True, eq=False)
class RangeEntry:
    """Something in FROM, or the target of a DML statement.

    ``kind``: "table" (``relation``), "subquery" (``query``; views are "table" with
    ``relation.query``), "cte" (``cte``), "function" (``functions``: the calls, with
    ``ordinality``),
    "excluded" (ON CONFLICT's, with ``relation``), "tablefunc" (JSON_TABLE, XMLTABLE).
    ``columns`` are after the alias's column list. ``not_null`` lists, for "tablefunc" and for
    functions with column definition lists, nothing: treat those columns as nullable.
    """

    kind: str
    name: str
    columns: list[RangeColumn]
    relation: Relation | None = None
    query: Query | None = None
    cte: Cte | None = None
    functions: list[FunctionItem] = field(default_factory=list)
    ordinality: bool = False
    lateral: bool = False
    row_type: int = 0
    sampled: bool = False
    only: bool = False
    span: Offsets = None


@dataclass(slots=True, kw_only=True, eq=False)
class FunctionItem:
    """One call of a function in FROM and how many columns it yields."""

    call: Expr
    width: int


@dataclass(slots=True, kw_only=True, eq=False)
class Cte:
    """A WITH query. In a recursive one ``query`` is set once its columns are known; references
    to itself inside are entries of kind "cte" with this very object. The last ``extra_columns`` are
    those of SEARCH and CYCLE; ``null_mark`` is true where CYCLE's mark may be NULL."""

    name: str
    columns: list[RangeColumn]
    query: Query
    recursive: bool = False
    referenced: int = 0
    extra_columns: int = 0
    null_mark: bool = False
    span: Offsets = None


@dataclass(slots=True, kw_only=True, eq=False)
class Join:
    """``kind``: "inner" (also CROSS), "left", "right", "full". ``on`` is None for CROSS.
    USING and NATURAL are given as the equality conditions in ``on``."""

    kind: str
    left: FromItem
    right: FromItem
    on: Expr | None


FromItem = RangeEntry | Join


# Query -------------------------------------------------------------------------------------------


@dataclass(slots=True, kw_only=True, eq=False)
class Target:
    """A column of a result. ``embed`` is the embedded relation's alias for sqlc.embed."""

    name: str
    expr: Expr
    embed: str | None = None
    span: Offsets = None


@dataclass(slots=True, kw_only=True, eq=False)
class Assignment:
    """``column = value`` in INSERT or UPDATE. ``subscript`` where only a part is assigned."""

    column: Column
    value: Expr
    subscript: bool = False


@dataclass(slots=True, kw_only=True, eq=False)
class MergeAction:
    """A WHEN clause: ``match`` "matched", "not_matched_by_source", "not_matched_by_target";
    ``command`` "insert", "update", "delete", "nothing"."""

    match: str
    command: str
    condition: Expr | None
    assignments: list[Assignment]


@dataclass(frozen=True, slots=True)
class Arbiter:
    """``ON CONFLICT (a, b)``: the unique index is the one over just these columns of the relation.
    ``partial`` where a WHERE after them lets it be a partial one."""

    relation: Relation
    columns: frozenset[str]
    partial: bool
    span: Offsets


@dataclass(slots=True, kw_only=True, eq=False)
class OnConflict:
    """ON CONFLICT. ``action`` "nothing" or "update". ``arbiter`` where columns and nothing else say
    which index is meant."""

    action: str
    arbiter: Arbiter | None = None
    assignments: list[Assignment] = field(default_factory=list)
    where: Expr | None = None
    excluded: RangeEntry | None = None


@dataclass(slots=True, kw_only=True, eq=False)
class Sort:
    """How a key of ORDER BY sorts, and its place there; its expression may stand elsewhere."""

    descending: bool
    span: Offsets = None


@dataclass(slots=True, kw_only=True, eq=False)
class Query:
    """A statement. ``command``: "select", "values", "set" (a set operation), "insert", "update",
    "delete", "merge", or "utility" (everything else).

    select: ``from_`` joined by comma, ``where``, ``group_by`` (expressions; ``grouping_sets``
    lists, per set, the indexes into group_by, None for a plain GROUP BY), ``having``, ``distinct``,
    ``distinct_on``, ``order_by`` expressions with their ``sorts``, ``limit``/``offset``,
    ``with_ties``.
    ``targets`` are the visible columns.
    values: ``rows``; ``targets`` then name the columns, with the expressions of the first row.
    set: ``left``, ``right``, ``set_op`` ("union", "intersect", "except"), ``set_all``;
    ``targets`` have the common types, their expressions are the left's (coerced).
    DML: ``target`` the entry, ``from_`` (UPDATE FROM, DELETE USING, MERGE's USING source),
    ``source``
    (INSERT's SELECT or VALUES query, None for DEFAULT VALUES), ``assignments`` (INSERT's are the
    columns with,
    for a one-row VALUES, its expressions, else Vars of ``source_entry``), ``on_conflict``,
    ``merge_actions``, ``merge_on``; ``targets`` are RETURNING's, empty without.
    """

    command: str
    ctes: list[Cte] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    from_: list[FromItem] = field(default_factory=list)
    where: Expr | None = None
    group_by: list[Expr] = field(default_factory=list)
    grouping_sets: list[tuple[int, ...]] | None = None
    having: Expr | None = None
    has_aggregates: bool = False
    has_set_returning: bool = False
    has_windows: bool = False
    distinct: bool = False
    distinct_on: list[Expr] = field(default_factory=list)
    order_by: list[Expr] = field(default_factory=list)
    sorts: list[Sort] = field(default_factory=list)
    limit: Expr | None = None
    offset: Expr | None = None
    with_ties: bool = False
    locking: bool = False
    rows: list[list[Expr]] = field(default_factory=list)
    set_op: str = ""
    set_all: bool = False
    left: Query | None = None
    right: Query | None = None
    target: RangeEntry | None = None
    source: Query | None = None
    source_entry: RangeEntry | None = None
    assignments: list[Assignment] = field(default_factory=list)
    on_conflict: OnConflict | None = None
    merge_actions: list[MergeAction] = field(default_factory=list)
    merge_on: Expr | None = None
    has_returning: bool = False
    utility: str = ""


# The result --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Use:
    """A parameter at a place that belongs to a ``column``, given by schema, table and name.

    ``assigned`` where it becomes the column's value; ``array`` where it holds several of its
    values.
    """

    number: int
    column: tuple[str, str, str]
    assigned: bool = False
    array: bool = False


@dataclass(frozen=True, slots=True)
class Effects:
    """``writes`` are the tables, by schema and name, that are inserted into, updated or deleted
    from, ``reads`` the others; views are told by the tables behind them.

    ``read_only``: it can run in a read-only transaction (SET TRANSACTION in the manual), and calls
    nothing that may change something or that only the primary can answer.
    """

    read_only: bool = False
    reads: tuple[tuple[str, str], ...] = ()
    writes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter of a query. ``name`` is the user's; ``type`` an oid; ``use`` says which column
    it belongs to, if to one."""

    name: str
    number: int
    type: int
    nullable: bool
    elements_nullable: bool = False
    use: Use | None = None
    span: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultColumn:
    """A column of a result. ``relation`` and ``column`` say where it comes from, if it is a plain
    column of a table; ``embed`` names the embedded table; ``embed_nullable`` is true where that
    table is null-extended, so that the whole embedded row may be absent."""

    name: str
    type: int
    nullable: bool
    elements_nullable: bool = False
    relation: Relation | None = None
    column: str | None = None
    embed: str | None = None
    embed_nullable: bool = False
    span: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysedQuery:
    """A query with all that is inferred of it.

    ``sql`` is the user's text with ``$n`` placeholders, without the annotation and the final
    semicolon. ``command`` is without the colon. ``comments`` are the comment lines under the
    annotation, ``options`` (:class:`codegen.sql.options.Option`) those that claim something.
    ``cardinality`` is exactly_one, at_most_one, many or none.
    """

    name: str
    command: str
    sql: str
    cardinality: str
    parameters: tuple[Parameter, ...]
    columns: tuple[ResultColumn, ...]
    comments: tuple[str, ...] = ()
    options: tuple[Any, ...] = ()
    effects: Effects = Effects()
    tree: Any = None
    span: Any = None
    path: str = ""
    line: int = 0
