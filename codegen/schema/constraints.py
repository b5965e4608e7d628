"""Constraints and unique indexes: how they are written, and what they say of a relation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from codegen.analysis.nodes import Expr
from codegen.postgres.catalog import Catalog, ForeignKey, Index, IndexPart, Key, Relation
from codegen.records import dataclass, replace
from codegen.schema.conditions import Condition, Conditions
from codegen.schema.cursor import Cursor, Name
from codegen.source import Source, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What a FOREIGN KEY refers to, as written; no columns means the target's primary key."""

    table: Name
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """A constraint or an index of a relation; ``name`` is empty until one is chosen.

    ``kind``: primary, unique, index (a CREATE INDEX), check, foreign, exclude, not_null.
    ``valid`` is false where rows may break it: NOT VALID, NOT ENFORCED; ``period`` where a foreign
    key's last column is a PERIOD.
    An index that is no key, because it isn't unique, has neither columns nor ``expressions``;
    ``predicate`` is its WHERE. ``mentions`` are all names that are written in it, so that it goes
    with any such column; ``naming`` is what becomes part of a name in place of columns; ``made``
    is what CREATE INDEX makes. A CHECK's condition stands from ``start`` to ``end`` of ``source``.
    ``index`` names the index that the constraint takes over. ``inherited`` says that a CHECK is a
    parent's and not the table's own as well (not pg_constraint.conislocal).
    """

    kind: str
    name: str = ""
    columns: tuple[str, ...] = ()
    period: bool = False
    deferrable: bool = False
    valid: bool = True
    no_inherit: bool = False
    inherited: bool = False
    nulls_not_distinct: bool = False
    predicate: Expr | None = None
    expressions: tuple[Expr, ...] = ()
    condition: Condition | None = None
    index: str = ""
    made: Index | None = None
    naming: tuple[str, ...] = ()
    reference: Reference | None = None
    foreign: ForeignKey | None = None
    source: Source | None = None
    start: int = 0
    end: int = 0
    mentions: frozenset[str] = frozenset()
    span: Span | None = None

    @property
    def has_index(self) -> bool:
        """Whether an index of the constraint's name comes with it."""
        return self.kind in ("primary", "unique", "index", "exclude")


#: The order in which PostgreSQL creates the constraints of a new table, which bears on names.
RANK = {
    "check": 0,
    "not_null": 0,
    "primary": 1,
    "unique": 2,
    "exclude": 2,
    "index": 3,
    "foreign": 4,
}


def without_redundant(constraints: Iterable[Constraint]) -> list[Constraint]:
    """The constraints of a new table as they are created, UNIQUE PRIMARY KEY and the like as one
    (transformIndexConstraints in src/backend/parser/parse_utilcmd.c)."""
    kept: list[Constraint] = []
    for one in sorted(constraints, key=lambda one: RANK[one.kind]):
        place = next((i for i, other in enumerate(kept) if _is_redundant(one, other)), None)
        if place is None:
            kept.append(one)
        elif not kept[place].name:
            kept[place] = replace(kept[place], name=one.name)
    return kept


def _is_redundant(one: Constraint, prior: Constraint) -> bool:
    if one.kind not in _KEYS or prior.kind not in _KEYS or one.kind == "primary":
        return False
    parts = ("columns", "naming", "deferrable", "nulls_not_distinct")
    return all(getattr(one, part) == getattr(prior, part) for part in parts)


def described(catalog: Catalog, relation: Relation, constraints: Iterable[Constraint]) -> Relation:
    """The relation with its keys, foreign keys, checks and names as the constraints have them.

    A deferrable constraint makes no key: between two statements of a transaction rows may break it.
    A CHECK that is not valid, or that children don't inherit, says nothing of the rows that a query
    finds.
    """
    listed = tuple(constraints)
    unique = (one for one in listed if one.has_index and one.columns and not one.deferrable)
    conditions = [one for one in listed if one.condition is not None]
    checks = tuple(
        one.condition
        for one in conditions
        if one.condition is not None and one.valid and not one.no_inherit
    )
    return replace(
        relation,
        keys=tuple(_key(one) for one in unique if not one.expressions),
        expression_keys=tuple(_key(one) for one in listed if one.expressions),
        indexes=tuple(_index(one) for one in listed if one.made or one.kind in _KEYS),
        foreign_keys=tuple(
            replace(one.foreign, name=one.name, holds=_holds(one))
            for one in listed
            if one.foreign is not None
        ),
        checks=Conditions(catalog, checks) if checks else (),
        check_sql=tuple(one.condition.sql for one in conditions if one.condition is not None),
        constraints=tuple(one.name for one in listed if one.kind != "index"),
    )


def _holds(constraint: Constraint) -> bool:
    return constraint.valid and not constraint.deferrable and not constraint.period


_KEYS = frozenset({"primary", "unique"})


def _index(constraint: Constraint) -> Index:
    made = constraint.made
    if made is None:
        return Index(constraint.name, _plain(constraint.columns), unique=True)
    return made if made.name == constraint.name else replace(made, name=constraint.name)


@lru_cache(maxsize=1024)
def _plain(columns: tuple[str, ...]) -> tuple[IndexPart, ...]:
    return tuple(IndexPart(column) for column in columns)


def _key(constraint: Constraint) -> Key:
    return Key(
        columns=constraint.columns,
        primary=constraint.kind == "primary",
        predicate=constraint.predicate,
        name=constraint.name,
        nulls_not_distinct=constraint.nulls_not_distinct,
        expressions=constraint.expressions,
    )


def read_constraint(cursor: Cursor, column: str | None = None) -> Constraint | None:
    """Moves past a table constraint, or past a column's where ``column`` names it.

    None where none starts.
    """
    start = cursor.index
    name = cursor.name().text if cursor.accept("constraint") else ""
    read = _KINDS.get(cursor.token.text) if cursor.token.kind == "name" else None
    constraint = read(cursor, column) if read else None
    if constraint is None:
        cursor.index = start
        return None
    attributes = read_attributes(cursor)
    return replace(
        constraint,
        name=name,
        deferrable="deferrable" in attributes,
        valid=not attributes & {"not valid", "not enforced"},
        no_inherit="no inherit" in attributes,
        span=cursor.span_since(start),
    )


def at_constraint(cursor: Cursor) -> bool:
    """Whether a table constraint starts here; EXCLUDE alone could be a column's name as well."""
    if cursor.at("exclude"):
        return cursor.tokens[cursor.index + 1].text in ("using", "(")
    if cursor.at("not"):
        return True
    return cursor.at_any(_STARTS)


_STARTS = frozenset({"constraint", "primary", "unique", "check", "foreign"})
_ATTRIBUTES: tuple[tuple[str, ...], ...] = (
    ("not", "deferrable"),
    ("deferrable",),
    ("initially", "deferred"),
    ("initially", "immediate"),
    ("not", "valid"),
    ("not", "enforced"),
    ("enforced",),
    ("no", "inherit"),
)
_FIRST = frozenset(words[0] for words in _ATTRIBUTES)


def read_attributes(cursor: Cursor) -> set[str]:
    """Moves past what may follow a constraint, and returns it."""
    found: set[str] = set()
    while cursor.at_any(_FIRST):
        words = next((words for words in _ATTRIBUTES if cursor.accept(*words)), None)
        if words is None:
            break
        found.add(" ".join(words))
    if "initially deferred" in found:
        found.add("deferrable")
    return found


def _primary(cursor: Cursor, column: str | None) -> Constraint:
    cursor.expect("primary", "key")
    return _indexed(cursor, "primary", column)


def _unique(cursor: Cursor, column: str | None) -> Constraint:
    cursor.expect("unique")
    not_distinct = cursor.accept("nulls", "not", "distinct")
    if not not_distinct:
        cursor.accept("nulls", "distinct")
    return replace(_indexed(cursor, "unique", column), nulls_not_distinct=not_distinct)


def _indexed(cursor: Cursor, kind: str, column: str | None) -> Constraint:
    index = ""
    columns: tuple[str, ...] = (column,) if column else ()
    if not column and cursor.accept("using", "index"):
        index = cursor.name().text
    elif not column:
        columns = _key_columns(cursor)
    included = _index_parameters(cursor)
    return Constraint(
        kind=kind,
        columns=columns,
        index=index,
        naming=(*columns, *included),
        mentions=frozenset(included),
    )


def _key_columns(cursor: Cursor) -> tuple[str, ...]:
    cursor.expect("(")
    columns = [cursor.name().text]
    while cursor.accept(","):
        columns.append(cursor.name().text)
    cursor.accept("without", "overlaps")
    cursor.expect(")")
    return tuple(columns)


def _index_parameters(cursor: Cursor) -> tuple[str, ...]:
    """Moves past what may follow an index's columns; returns those of INCLUDE."""
    included = cursor.names() if cursor.accept("include") else ()
    if cursor.accept("with"):
        cursor.group()
    if cursor.accept("using", "index", "tablespace"):
        cursor.name()
    return included


def _check(cursor: Cursor, column: str | None) -> Constraint:
    cursor.expect("check")
    first = cursor.index
    start, end = cursor.group()
    mentions = cursor.names_since(first)
    return Constraint(kind="check", source=cursor.source, start=start, end=end, mentions=mentions)


def _foreign(cursor: Cursor, column: str | None) -> Constraint:
    cursor.expect("foreign", "key", "(")
    columns, period = _period_columns(cursor)
    return replace(_references(cursor, None), columns=columns, period=period)


def _period_columns(cursor: Cursor) -> tuple[tuple[str, ...], bool]:
    """The columns of a foreign key, and whether the last one is a PERIOD."""
    columns: list[str] = []
    period = False
    while True:
        if cursor.at("period") and cursor.tokens[cursor.index + 1].kind in ("name", "quoted"):
            cursor.advance()
            period = True
        columns.append(cursor.name().text)
        if not cursor.accept(","):
            break
    cursor.expect(")")
    return tuple(columns), period


def _references(cursor: Cursor, column: str | None) -> Constraint:
    cursor.expect("references")
    table = cursor.qualified()
    columns = _period_columns(cursor)[0] if cursor.accept("(") else ()
    while cursor.at("match") or cursor.at("on"):
        if cursor.advance().text == "match":
            cursor.advance()
        else:
            _referential_action(cursor)
    reference = Reference(table=table, columns=columns)
    return Constraint(kind="foreign", columns=(column,) if column else (), reference=reference)


def _referential_action(cursor: Cursor) -> None:
    if not cursor.accept("delete"):
        cursor.expect("update")
    if cursor.accept("cascade") or cursor.accept("restrict") or cursor.accept("no", "action"):
        return
    cursor.expect("set")
    if not cursor.accept("null"):
        cursor.expect("default")
    if cursor.at("("):
        cursor.group()


def _exclude(cursor: Cursor, column: str | None) -> Constraint:
    cursor.expect("exclude")
    if cursor.accept("using"):
        cursor.name()
    first = cursor.index
    naming = _excluded(cursor)
    _index_parameters(cursor)
    if cursor.accept("where"):
        cursor.group()
    return Constraint(kind="exclude", naming=naming, mentions=cursor.names_since(first))


def _excluded(cursor: Cursor) -> tuple[str, ...]:
    """The elements of EXCLUDE as they become part of the constraint's name."""
    found: list[str] = []
    cursor.expect("(")
    while True:
        found.append("expr" if cursor.at("(") else cursor.name().text)
        cursor.skip_until()
        if not cursor.accept(","):
            break
    cursor.expect(")")
    return tuple(found)


def _not_null(cursor: Cursor, column: str | None) -> Constraint | None:
    if not cursor.accept("not", "null"):
        return None
    return Constraint(kind="not_null", columns=(column or cursor.name().text,))


_KINDS: dict[str, Callable[[Cursor, str | None], Constraint | None]] = {
    "primary": _primary,
    "unique": _unique,
    "check": _check,
    "foreign": _foreign,
    "references": _references,
    "exclude": _exclude,
    "not": _not_null,
}
