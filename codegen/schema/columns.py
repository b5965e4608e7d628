"""Column definitions, as CREATE TABLE, ADD COLUMN and ALTER TYPE … ADD ATTRIBUTE have them."""

from __future__ import annotations

from codegen.postgres import oids
from codegen.postgres.catalog import Column
from codegen.records import dataclass, field
from codegen.schema.constraints import Constraint, read_constraint
from codegen.schema.cursor import Cursor, Name
from codegen.schema.state import State, resolve_type, typmod
from codegen.source import Span
from codegen.sql.typenames import TypeName

#: Pseudo-types that make an integer column with a sequence (manual 8.1.4).
SERIAL = {
    "serial": oids.INT4,
    "serial4": oids.INT4,
    "bigserial": oids.INT8,
    "serial8": oids.INT8,
    "smallserial": oids.INT2,
    "serial2": oids.INT2,
}
#: The words that end a DEFAULT's expression, since it can't hold them outside parentheses.
_AFTER_DEFAULT = frozenset(
    {
        "constraint",
        "not",
        "null",
        "default",
        "check",
        "unique",
        "primary",
        "generated",
        "references",
        "collate",
        "deferrable",
        "initially",
        "enforced",
        "storage",
        "compression",
    }
)


_ATTRIBUTES = frozenset(
    {"null", "default", "generated", "collate", "storage", "compression", "options"}
)


@dataclass(slots=True)
class ColumnDraft:
    """A column while its definition is read.

    ``sequence`` is true where it gets one of its own, ``sequence_name`` the name given for that.
    """

    name: str
    span: Span
    type: int = 0
    typmod: tuple[int, ...] = ()
    not_null: bool = False
    default: str | None = None
    identity: str = ""
    generated: str = ""
    sequence: bool = False
    sequence_name: Name | None = None
    constraints: list[Constraint] = field(default_factory=list[Constraint])

    def column(self, number: int = 0) -> Column:
        """The finished column."""
        return Column(
            name=self.name,
            number=number,
            type=self.type,
            typmod=self.typmod,
            not_null=self.not_null,
            has_default=self.default is not None or bool(self.identity or self.generated),
            default=self.default,
            identity=self.identity,
            generated=self.generated,
            span=self.span,
        )


def read_column(state: State, cursor: Cursor) -> ColumnDraft:
    """Moves past a column's name, type and constraints."""
    name = cursor.name()
    draft = ColumnDraft(name.text, cursor.span_of(name))
    set_type(state, draft, cursor.type_name())
    read_column_constraints(cursor, draft)
    return draft


def set_type(state: State, draft: ColumnDraft, name: TypeName) -> None:
    """Gives a column its type; a serial one is NOT NULL and has a default and a sequence."""
    if len(name.names) == 1 and name.names[0] in SERIAL and not name.dimensions:
        draft.type = SERIAL[name.names[0]]
        draft.not_null = draft.sequence = True
        draft.default = "nextval"
    else:
        draft.type = resolve_type(state, name)
        draft.typmod = typmod(name)


def read_column_constraints(cursor: Cursor, draft: ColumnDraft) -> None:
    """Moves past all that may follow a column's type."""
    while not (cursor.done or cursor.at(",") or cursor.at(")")):
        if _read_attribute(cursor, draft):
            continue
        constraint = read_constraint(cursor, draft.name)
        if constraint is None:
            raise cursor.syntax_error()
        if constraint.kind == "not_null":
            draft.not_null = not constraint.no_inherit
            if not constraint.name:
                continue
        draft.constraints.append(constraint)


def _read_attribute(cursor: Cursor, draft: ColumnDraft) -> bool:
    """Moves past what is no constraint in the catalog's sense."""
    start = cursor.index
    if cursor.accept("constraint"):
        cursor.name()
    if not cursor.at_any(_ATTRIBUTES):
        cursor.index = start
        return False
    if cursor.accept("null"):
        return True
    if cursor.accept("default"):
        draft.default = read_default(cursor, _AFTER_DEFAULT)
    elif cursor.accept("generated"):
        read_generated(cursor, draft)
    elif cursor.accept("collate"):
        cursor.qualified()
    elif cursor.accept("storage") or cursor.accept("compression"):
        cursor.advance()
    else:
        cursor.expect("options")
        cursor.group()
    return True


def read_default(cursor: Cursor, stops: frozenset[str] = frozenset()) -> str | None:
    """Moves past a default's expression and gives its text; NULL is no default."""
    start = cursor.token.start
    is_null = cursor.accept("null")
    # What NULL is cast to makes no difference, and an operator after it would.
    is_null = is_null and cursor.token.kind != "op"
    cursor.skip_until(stops)
    end = cursor.tokens[cursor.index - 1].end
    if end <= start:
        raise cursor.syntax_error()
    return None if is_null else cursor.text(start, end)


def read_generated(cursor: Cursor, draft: ColumnDraft) -> None:
    """Moves past ALWAYS AS (expression) STORED, and ALWAYS or BY DEFAULT AS IDENTITY."""
    always = cursor.accept("always")
    if not always:
        cursor.expect("by", "default")
    cursor.expect("as")
    if cursor.accept("identity"):
        draft.identity = "a" if always else "d"
        draft.not_null = draft.sequence = True
        if cursor.at("("):
            draft.sequence_name = _sequence_name(cursor)
        return
    start, end = cursor.group()
    draft.default = cursor.text(start, end)
    # Since PostgreSQL 18 a generated column is virtual unless it says otherwise.
    draft.generated = "s" if cursor.accept("stored") else "v"
    cursor.accept("virtual")


def _sequence_name(cursor: Cursor) -> Name | None:
    """Moves past an identity's options; gives the name that they have for its sequence."""
    found = None
    cursor.expect("(")
    while not (cursor.done or cursor.at(")")):
        if cursor.accept("sequence", "name"):
            found = cursor.qualified()
        else:
            cursor.advance()
    cursor.expect(")")
    return found
