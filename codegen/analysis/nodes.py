"""The analysed query: what PostgreSQL's parse analysis makes of a statement.

Modelled on PostgreSQL's ``Query`` (nodes/parsenodes.h) and its expressions (nodes/primnodes.h).
Names are resolved to entries of range tables, operators and functions to their rows in the catalog,
and every conversion is a node. Nodes are never changed after the analysis that made them. ``type``
is always the oid of a type; ``span`` is a (start, end) pair of offsets in the query's source, or
None.

Below: expressions; what FROM consists of; the query around them; and what is handed on of it.
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
    """A literal. ``value`` is its text, None for NULL. A string or a NULL that nothing has given a
    type has the type unknown."""

    value: str | None


@dataclass(slots=True, kw_only=True, eq=False)
class Param(Expr):
    """The parameter ``$number``. ``cast`` says that the query casts it at this very place."""

    number: int
    cast: bool = False


@dataclass(slots=True, kw_only=True, eq=False)
class Var(Expr):
    """A column of a range-table entry, by its ``index`` from 0.

    A system column (ctid, xmin, …) has the index -1, and is known by its ``name``. ``version`` is
    "old" or "new" for RETURNING's ``old.x`` and ``new.x``, else "".
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
    """A call of a function, with the arguments that are written: defaults aren't filled in.

    ``variadic`` says that the last argument is marked VARIADIC. ``out_columns`` are the function's
    OUT and TABLE columns, with polymorphic types resolved.
    """

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
    """``left op ANY (array)`` or, with ``all``, ``left op ALL (array)``. ``x IN (1, 2)`` is the
    former, over an ArrayExpr."""

    operator: Operator
    left: Expr
    array: Expr
    all: bool


@dataclass(slots=True, kw_only=True, eq=False)
class Aggregate(Expr):
    """An aggregate, without OVER.

    ``direct`` are the arguments in front of WITHIN GROUP, of an ordered-set aggregate. ``star`` is
    true for ``count(*)``. ``levels_up`` is 0 where the rows of this query are aggregated, and
    counts the queries outwards where it is those of another around it (agglevelsup).
    """

    function: Function
    args: list[Expr]
    direct: list[Expr] = field(default_factory=list)
    distinct: bool = False
    filter: Expr | None = None
    star: bool = False
    levels_up: int = 0


@dataclass(slots=True, kw_only=True, eq=False)
class WindowCall(Expr):
    """A window function or an aggregate, with OVER."""

    function: Function
    args: list[Expr]
    window: Window
    filter: Expr | None = None
    star: bool = False


@dataclass(slots=True, kw_only=True, eq=False)
class Window:
    """A window. ``frame`` is its frame clause as upper-case words, ``(mode, start, end, exclude)``,
    for example ("ROWS", "UNBOUNDED PRECEDING", "CURRENT ROW", ""); None for the default one.
    ``name`` is its own, if it has one, and that of the window it is made of."""

    partition: list[Expr] = field(default_factory=list)
    order: list[Expr] = field(default_factory=list)
    frame: tuple[str, str, str, str] | None = None
    name: tuple[str, str] = ("", "")


@dataclass(slots=True, kw_only=True, eq=False)
class BoolExpr(Expr):
    """``op`` is "and", "or" or "not"."""

    op: str
    args: list[Expr]


@dataclass(slots=True, kw_only=True, eq=False)
class Case(Expr):
    """CASE. ``whens`` are pairs of condition and result. In ``CASE operand WHEN value …``, each
    condition is a comparison in which a :class:`CaseTest` stands for the operand."""

    operand: Expr | None
    whens: list[tuple[Expr, Expr]]
    default: Expr | None


@dataclass(slots=True, kw_only=True, eq=False)
class CaseTest(Expr):
    """The value of the operand of the CASE around it."""

    operand: Expr


@dataclass(slots=True, kw_only=True, eq=False)
class Coalesce(Expr):
    """COALESCE: the first argument that isn't NULL."""

    args: list[Expr]


@dataclass(slots=True, kw_only=True, eq=False)
class MinMax(Expr):
    """GREATEST or LEAST, by ``op`` "greatest" or "least": NULL only where every argument is."""

    op: str
    args: list[Expr]


@dataclass(slots=True, kw_only=True, eq=False)
class NullIf(Expr):
    """NULLIF: NULL where ``operator``, an ``=``, says that its two arguments are equal."""

    operator: Operator
    args: list[Expr]


@dataclass(slots=True, kw_only=True, eq=False)
class NullTest(Expr):
    """IS [NOT] NULL. ``row`` says that the argument is composite: then each field is tested."""

    arg: Expr
    negated: bool
    row: bool = False


@dataclass(slots=True, kw_only=True, eq=False)
class BooleanTest(Expr):
    """IS [NOT] TRUE, FALSE or UNKNOWN; ``value`` is the word in lower case."""

    arg: Expr
    value: str
    negated: bool


@dataclass(slots=True, kw_only=True, eq=False)
class DistinctFrom(Expr):
    """IS DISTINCT FROM, or IS NOT DISTINCT FROM where ``negated``. ``operator`` is the ``=`` that
    compares, None for rows."""

    operator: Operator | None
    args: list[Expr]
    negated: bool


@dataclass(slots=True, kw_only=True, eq=False)
class Row(Expr):
    """ROW(…). ``names`` are those of its fields. ``type`` is record, or a composite type that it
    was converted to."""

    args: list[Expr]
    names: list[str]


@dataclass(slots=True, kw_only=True, eq=False)
class RowComparison(Expr):
    """``(a, b) < (c, d)``: an operator for each pair, all of the name ``op``."""

    op: str
    operators: list[Operator]
    left: list[Expr]
    right: list[Expr]


@dataclass(slots=True, kw_only=True, eq=False)
class ArrayExpr(Expr):
    """ARRAY[…]. ``multidimensional`` says that the elements are arrays themselves."""

    elements: list[Expr]
    multidimensional: bool = False


@dataclass(slots=True, kw_only=True, eq=False)
class Subscript(Expr):
    """``arg[i]`` of an array or of jsonb, or with ``slice`` an array's ``arg[i:j]``.
    ``omitted`` are the places of the bounds that aren't written."""

    arg: Expr
    indexes: list[Expr]
    slice: bool
    omitted: tuple[int, ...] = ()


@dataclass(slots=True, kw_only=True, eq=False)
class FieldSelect(Expr):
    """``(composite).name``; ``index`` is the field's place, from 0."""

    arg: Expr
    name: str
    index: int


@dataclass(slots=True, kw_only=True, eq=False)
class Coerce(Expr):
    """A conversion. ``explicit`` says that the query has a cast here.

    ``method`` is "function" (of the cast, in ``function``), "binary" (the bytes mean the same),
    "io" (through the text form), "array" (element by element), "domain" (to a domain over the type)
    or "row" (between record and a composite type); "length" makes a value fit ``modifiers`` of its
    type, and "collate" makes no other value but says by which ``collation`` it compares.
    """

    arg: Expr
    method: str
    function: Function | None = None
    explicit: bool = False
    collation: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True, eq=False)
class SubLink(Expr):
    """A subquery in an expression. ``kind`` is "exists", "scalar", "array", "any", "all" or "row".

    For "any", "all", and "row" (``(a, b) = (SELECT …)``), the expressions ``left`` are compared
    with the query's columns by ``operators``, whose name is ``op``. IN is "any" with ``=``; NOT IN
    is a BoolExpr "not" over that.
    """

    kind: str
    query: Query
    left: list[Expr] = field(default_factory=list)
    operators: list[Operator] = field(default_factory=list)
    op: str = ""


@dataclass(slots=True, kw_only=True, eq=False)
class SqlValue(Expr):
    """A value that the grammar knows by name: current_date, current_user, … (SQLValueFunction);
    ``precision`` is that of ``current_timestamp(3)``."""

    name: str
    precision: str = ""


@dataclass(slots=True, kw_only=True, eq=False)
class Grouping(Expr):
    """GROUPING(…); ``levels_up`` says of which query around, as an aggregate's does."""

    args: list[Expr]
    levels_up: int = 0


@dataclass(slots=True, kw_only=True, eq=False)
class Default(Expr):
    """DEFAULT, as a value of VALUES or SET."""


@dataclass(slots=True, kw_only=True, eq=False)
class JsonExpr(Expr):
    """A call with words of its own: of SQL/JSON, of SQL/XML, or MERGE_ACTION().

    ``kind`` is its name in lower case ("json_value", "xmlelement", …), or "is_json" or
    "is_document". ``on_empty`` and ``on_error`` are the first words of these clauses in lower case,
    with the value of DEFAULT in ``default_empty`` and ``default_error``. "json_table" and
    "xmltable", which stand in FROM, have ``columns``; those in ``not_null`` are never NULL.
    ``words`` are those of its clauses that bear neither on the type nor on NULL.
    """

    kind: str
    args: list[Expr]
    on_empty: str = "null"
    on_error: str = "null"
    default_empty: Expr | None = None
    default_error: Expr | None = None
    columns: tuple[tuple[str, int], ...] = ()
    not_null: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()


# Range table -------------------------------------------------------------------------------------


@dataclass(slots=True, kw_only=True, eq=False)
class RangeColumn:
    """A column that a range-table entry offers."""

    name: str
    type: int


@dataclass(slots=True, kw_only=True, eq=False)
class RangeEntry:
    """An entry of a range table: something in FROM, or the target of a DML statement.

    ``kind`` is

    * "table": ``relation``, also a view, whose query is ``relation.query``;
    * "subquery": ``query``;
    * "cte": ``cte``;
    * "function": ``functions``, several for ROWS FROM, and ``ordinality`` for WITH ORDINALITY;
    * "tablefunc": JSON_TABLE or XMLTABLE, also in ``functions``;
    * "excluded": the row that ON CONFLICT calls ``excluded``, of ``relation``.

    ``columns`` have the names that an alias gives them. ``row_type`` is the type of a whole row, 0
    where it has none of its own. ``sampled`` says that TABLESAMPLE leaves rows out, ``only``
    that ONLY leaves the children's out. ``alias`` is the alias as written, with its column names.
    """

    kind: str
    name: str
    columns: list[RangeColumn]
    relation: Relation | None = None
    query: Query | None = None
    cte: Cte | None = None
    functions: list[FunctionItem] = field(default_factory=list)
    ordinality: bool = False
    row_type: int = 0
    sampled: bool = False
    only: bool = False
    alias: tuple[str, ...] = ()
    span: Offsets = None


@dataclass(slots=True, kw_only=True, eq=False)
class FunctionItem:
    """One call of a function in FROM and how many columns it yields."""

    call: Expr
    width: int


@dataclass(slots=True, kw_only=True, eq=False)
class Cte:
    """A WITH query; ``referenced`` counts the entries that refer to it.

    Where a recursive one refers to itself, there is an entry of kind "cte" with this very object;
    its ``query`` is set once it is analysed, after its columns. The last ``extra_columns`` columns
    are those of SEARCH and CYCLE. ``null_mark`` says that the column of CYCLE's mark may be NULL.
    ``materialized`` is what is written of that, ``alias`` the column names that are.
    """

    name: str
    columns: list[RangeColumn]
    query: Query
    recursive: bool = False
    referenced: int = 0
    extra_columns: int = 0
    null_mark: bool = False
    materialized: bool | None = None
    alias: tuple[str, ...] = ()
    span: Offsets = None


@dataclass(slots=True, kw_only=True, eq=False)
class Join:
    """A join. ``kind`` is "inner", "left", "right" or "full"; CROSS JOIN is "inner" and has no
    ``on``. What USING and NATURAL compare is a condition in ``on`` like any other, and
    their columns are ``written``; ``alias`` is that of a join in parentheses."""

    kind: str
    left: FromItem
    right: FromItem
    on: Expr | None
    written: tuple[str, ...] = ()
    alias: tuple[str, ...] = ()


FromItem = RangeEntry | Join


# Query -------------------------------------------------------------------------------------------


@dataclass(slots=True, kw_only=True, eq=False)
class Target:
    """A column of a query's result. ``embed`` is the alias in ``sqlc.embed(alias)`` that it is
    of."""

    name: str
    expr: Expr
    embed: str | None = None
    span: Offsets = None


@dataclass(slots=True, kw_only=True, eq=False)
class Assignment:
    """``column = value``, in INSERT, UPDATE or MERGE. ``subscript`` says that only an element or a
    field of the column is assigned."""

    column: Column
    value: Expr
    subscript: bool = False


@dataclass(slots=True, kw_only=True, eq=False)
class MergeAction:
    """A WHEN clause of MERGE. ``match`` is "matched", "not_matched_by_source" or
    "not_matched_by_target"; ``command`` is "insert", "update", "delete" or "nothing"."""

    match: str
    command: str
    condition: Expr | None
    assignments: list[Assignment]


@dataclass(frozen=True, slots=True)
class Arbiter:
    """``ON CONFLICT (a, b)``: a unique index over just these columns of the relation is meant.
    ``partial`` says that a WHERE follows, so that it may also be a partial index."""

    relation: Relation
    columns: frozenset[str]
    partial: bool
    span: Offsets


@dataclass(slots=True, kw_only=True, eq=False)
class OnConflict:
    """ON CONFLICT. ``action`` is "nothing" or "update". There is an ``arbiter`` where columns
    alone, no expressions and no constraint's name, say which index is meant."""

    action: str
    arbiter: Arbiter | None = None
    assignments: list[Assignment] = field(default_factory=list)
    where: Expr | None = None
    excluded: RangeEntry | None = None


@dataclass(slots=True, kw_only=True, eq=False)
class Sort:
    """The direction of a key of ORDER BY. ``span`` is the key's place there, as the expression that
    it stands for may be a result column."""

    descending: bool
    span: Offsets = None


@dataclass(slots=True, kw_only=True, eq=False)
class Query:
    """A statement. ``targets`` are the columns of its result, in DML those of RETURNING.

    ``command`` says which of the other fields count:

    * "select": ``from_``, whose items are joined as by commas; ``where``; ``group_by``, and for
      GROUPING SETS the indexes into it of each set in ``grouping_sets``; ``having``; ``distinct``
      and ``distinct_on``; ``order_by``, the expressions, with their ``sorts``; ``limit``,
      ``offset`` and ``with_ties``; ``locking`` for FOR UPDATE and the like;
    * "values": ``rows``; the targets have the expressions of the first one;
    * "set", a set operation: ``set_op`` ("union", "intersect" or "except") of ``left`` and
      ``right``, with ``set_all`` for ALL; the targets have the common types, and the expressions
      of the left side;
    * "insert", "update", "delete", "merge": the entry ``target``; ``from_``, also for DELETE's and
      MERGE's USING; ``assignments``; ``on_conflict``; ``merge_on`` and ``merge_actions``;
      ``has_returning``. INSERT's ``source`` is its query or VALUES, None for DEFAULT VALUES. What
      it assigns are the expressions of VALUES where that has one row, else columns of
      ``source_entry``;
    * "utility", everything else: the statement's first word is in ``utility``.
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
    """The column that a parameter belongs to, by schema, table and name.

    ``assigned`` says that the parameter becomes the column's value, not that it is compared with
    it; ``array`` that it holds several such values.
    """

    number: int
    column: tuple[str, str, str]
    assigned: bool = False
    array: bool = False


@dataclass(frozen=True, slots=True)
class Effects:
    """What a query does to the database.

    ``writes`` are the tables, by schema and name, that rows are inserted into, updated in or
    deleted from; ``reads`` are the other ones that it mentions. In place of a view there are the
    tables behind it. ``read_only`` says that the query can run in a read-only transaction (SET
    TRANSACTION in the manual), and calls nothing that may change something or that only the primary
    can answer.
    """

    read_only: bool = False
    reads: tuple[tuple[str, str], ...] = ()
    writes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter of a query, under the name that the user gave it. ``use`` says which column it
    belongs to, if it does to one."""

    name: str
    number: int
    type: int
    nullable: bool
    elements_nullable: bool = False
    use: Use | None = None
    span: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultColumn:
    """A column of a query's result.

    ``relation`` and ``column`` say which column of a table it is, if it is just that. ``embed`` is
    the alias of the table that ``sqlc.embed`` embeds it with; ``embed_nullable`` says that this
    table is on the nullable side of an outer join, so that its whole row may be absent.
    """

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

    ``command`` is that of the annotation, without the colon. ``sql`` is the user's text with ``$n``
    for the parameters, without the annotation and the final semicolon. ``comments`` are the comment
    lines under the annotation, ``options`` (:class:`codegen.sql.options.Option`) those of them that
    claim something. ``cardinality`` is "exactly_one", "at_most_one", "many" or "none". ``tree`` is
    the resolved tree, a :class:`Query`, or None where it wasn't asked for.
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
