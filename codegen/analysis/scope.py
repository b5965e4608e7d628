"""What names mean while a statement is analysed: parameters, relations in FROM, WITH queries.

The counterpart of ParseState and its namespace in src/backend/parser/parse_node.h.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NoReturn

from sqlglot import exp
from sqlglot.tokenizer_core import Token, TokenType

from codegen.analysis import nodes
from codegen.diagnostics import CodegenError, Diagnostic, Label
from codegen.postgres.catalog import Catalog
from codegen.records import dataclass, field
from codegen.source import Source, Span
from codegen.sql.dialect import bare_name
from codegen.sql.shape import Shaped, named_type


@dataclass(slots=True)
class State:
    """What the analysis of one statement shares: the inputs, and the parameters' types so far.

    ``parameters`` maps a number to its type, unknown until a use settles it; ``settled`` to the
    place that did; ``hints`` to the name of the column that it is assigned to or compared with.
    ``sublinks`` are the scalar subqueries by the identity of their syntax nodes.
    ``unsettled`` are the uses, by identity, that nothing has given a type yet: PostgreSQL wants one
    for each (check_parameter_resolution_walker in parse_param.c). ``has_sets``: a function that
    returns a set has been called. ``collations`` are those that COLLATE names.
    """

    catalog: Catalog
    source: Source
    shaped: Shaped
    embeds: dict[int, str] = field(default_factory=dict)
    parameters: dict[int, int] = field(default_factory=dict)
    settled: dict[int, nodes.Offsets] = field(default_factory=dict)
    hints: dict[int, str] = field(default_factory=dict)
    unsettled: dict[int, nodes.Param] = field(default_factory=dict)

    sublinks: dict[int, nodes.Query] = field(default_factory=dict)
    has_sets: bool = False
    collations: set[str] = field(default_factory=set)

    def span(self, where: exp.Expr | nodes.Expr | nodes.Offsets) -> Span | None:
        """The place of a syntax node, an expression or a pair of offsets."""
        found = _closed(where, self.shaped) if isinstance(where, exp.Expr) else where
        if isinstance(found, nodes.Expr):
            found = found.span
        return Span(self.source, *found) if found else None

    def fail(
        self,
        code: str,
        message: str,
        where: exp.Expr | nodes.Expr | nodes.Offsets,
        help: str,
        labels: tuple[Label, ...] = (),
    ) -> NoReturn:
        """Raises the diagnostic of a mistake in the query."""
        raise CodegenError(
            Diagnostic(code=code, message=message, span=self.span(where), help=help, labels=labels)
        )

    def type_name(self, oid: int) -> str:
        """A type as messages spell it."""
        return self.catalog.format_type(oid)


@dataclass(slots=True)
class NamespaceItem:
    """Something that names can refer to: ``columns`` by name in order, with what each stands for.

    ``names_visible``: columns may be named without the item's name. ``relation_visible``: they
    may be named with it. ``entry`` is the range-table entry, None for a join; ``joined`` where it
    is part of one. ``unlisted`` counts the last columns, which ``*`` does not stand for.
    """

    name: str
    columns: list[tuple[str, nodes.Expr]]
    entry: nodes.RangeEntry | None = None
    schema: str | None = None
    names_visible: bool = True
    relation_visible: bool = True
    version: str = ""
    joined: bool = False
    unlisted: int = 0

    @property
    def listed(self) -> list[tuple[str, nodes.Expr]]:
        """The columns that ``*`` stands for."""
        return self.columns[: len(self.columns) - self.unlisted]


@dataclass(slots=True)
class Scope:
    """The names of one query level; ``parent`` is the level around it.

    ``entries`` are all that the level has in its range table, also those that no name reaches.
    ``inline_windows`` are those of OVER clauses, each different one once; they are analysed after
    all other clauses. ``clause`` is the one that is being analysed (see
    :mod:`codegen.analysis.clauses`).
    """

    state: State
    parent: Scope | None = None
    items: list[NamespaceItem] = field(default_factory=list)
    ctes: dict[str, nodes.Cte] = field(default_factory=dict)
    pending: dict[str, exp.Expr] = field(default_factory=dict)
    analysing: set[str] = field(default_factory=set)
    windows: dict[str, exp.Expr] = field(default_factory=dict)
    inline_windows: list[tuple[exp.Window, nodes.Window]] = field(default_factory=list)
    clause: str = ""
    resolve_unknowns: bool = True
    has_aggregates: bool = False
    has_set_returning: bool = False
    has_windows: bool = False
    entries: list[nodes.RangeEntry] = field(default_factory=list)

    @property
    def catalog(self) -> Catalog:
        """The catalog that names are resolved in."""
        return self.state.catalog

    def levels(self) -> Iterator[Scope]:
        """This scope and those around it, from the inside."""
        scope: Scope | None = self
        while scope is not None:
            yield scope
            scope = scope.parent


def identifier(node: exp.Expr | str | None) -> str:
    """The name that an identifier stands for."""
    if node is None:
        return ""
    return bare_name(node if isinstance(node, str) else node.name)


def offsets_of(node: exp.Expr, shaped: Shaped) -> nodes.Offsets:
    """Where a syntax node starts and ends, from the parts of it that know their place."""
    start, end = -1, -1
    for part in node.walk():
        found = _own_offsets(part, shaped)
        if found:
            start = found[0] if start < 0 else min(start, found[0])
            end = max(end, found[1])
    if start < 0:
        return None
    return _in_parentheses(start, end, shaped) if isinstance(node, exp.Subquery) else (start, end)


_QUERY_STARTS = frozenset(
    [TokenType.SELECT, TokenType.WITH, TokenType.TABLE, TokenType.L_PAREN, TokenType.VALUES]
)


def _in_parentheses(start: int, end: int, shaped: Shaped) -> tuple[int, int]:
    """The place of a query with the parentheses around it, which sqlglot does not keep."""
    tokens = shaped.tokens
    index = next((i for i, token in enumerate(tokens) if token.start == start), 0)
    while index > 0:
        index -= 1
        opens = tokens[index].token_type == TokenType.L_PAREN
        if opens and tokens[index + 1].token_type in _QUERY_STARTS:
            close = _closing(tokens, index)
            if tokens[close].start >= end:
                return tokens[index].start, tokens[close].end + 1
    return start, end


def _closing(tokens: list[Token], index: int) -> int:
    depth = 0
    for position in range(index, len(tokens)):
        if tokens[position].token_type == TokenType.L_PAREN:
            depth += 1
        elif tokens[position].token_type == TokenType.R_PAREN:
            depth -= 1
            if depth == 0:
                return position
    return len(tokens) - 1


def _closed(node: exp.Expr, shaped: Shaped) -> nodes.Offsets:
    """The place of a node with the parentheses that it opens, which sqlglot does not keep."""
    found = offsets_of(node, shaped)
    if found is None:
        return None
    start, end = found
    depth = 0
    for token in shaped.tokens:
        if token.start >= end and depth <= 0:
            break
        if token.start >= start:
            depth += token.token_type == TokenType.L_PAREN
            depth -= token.token_type == TokenType.R_PAREN
            if token.start >= end and depth == 0:
                return start, token.end + 1
    return start, end


def _own_offsets(node: exp.Expr, shaped: Shaped) -> nodes.Offsets:
    if isinstance(node, exp.Literal) and node.is_string and node.name.isdigit():
        token = shaped.literals[int(node.name)]
        return token.start, token.end
    type_name = named_type(node, shaped)
    if type_name is not None:
        return type_name.start, type_name.end
    start, end = node.meta.get("start"), node.meta.get("end")
    return (start, end + 1) if isinstance(start, int) and isinstance(end, int) else None
