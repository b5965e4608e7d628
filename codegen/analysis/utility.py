"""Statements that are no queries: CALL, EXPLAIN, SHOW, and those that return nothing."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.expressions.table import infer
from codegen.analysis.queries import analyse_query
from codegen.analysis.scope import Scope, State
from codegen.postgres import oids
from codegen.postgres.catalog import Catalog
from codegen.source import Source
from codegen.sql.dialect import parse
from codegen.sql.lexer import Token
from codegen.sql.shape import shape

Analysed = tuple[State, nodes.Query]
_QUERIES = frozenset(["select", "with", "insert", "update", "delete", "merge", "values", "table"])
#: What a utility statement may start with; everything else is a syntax error of a query.
_UTILITIES = frozenset(
    """abort alter analyse analyze begin call checkpoint close cluster comment commit copy
    create deallocate declare discard do drop end execute explain fetch grant import
    listen load lock move notify prepare reassign refresh reindex release reset revoke
    rollback savepoint security set show start truncate unlisten vacuum""".split()
)


def is_utility(tokens: list[Token]) -> bool:
    """Whether the statement is none that PREPARE takes."""
    return tokens[0].kind == "name" and tokens[0].text in _UTILITIES


def analyse_utility(source: Source, tokens: list[Token], catalog: Catalog) -> Analysed:
    """The statement as a query of command utility; its columns, if it has any."""
    word = tokens[0].text
    return _RULES.get(word, _nothing)(source, tokens, catalog)


def _nothing(source: Source, tokens: list[Token], catalog: Catalog) -> Analysed:
    """A statement that has neither parameters nor a result."""
    state = State(catalog, source, shape(tokens[-1:]))
    _refuse_parameters(state, tokens)
    return state, nodes.Query(command="utility", utility=tokens[0].text)


def _refuse_parameters(state: State, tokens: list[Token]) -> None:
    for token in tokens:
        if token.kind == "param":
            state.fail(
                "unsupported",
                f"{tokens[0].text.upper()} takes no parameters in PostgreSQL",
                (token.start, token.end),
                "Use a function instead, for example set_config() or pg_notify().",
            )


def _explain(source: Source, tokens: list[Token], catalog: Catalog) -> Analysed:
    """EXPLAIN returns lines of text; the statement inside gives the parameters their types."""
    start = _after_options(tokens)
    state, _ = _inside(source, tokens[start:], catalog)
    words = [token.text for token in tokens[1:start]]
    formats = [word for before, word in pairwise(words) if before == "format"]
    type_ = {"json": oids.JSON, "xml": oids.XML}.get(formats[-1] if formats else "", oids.TEXT)
    return state, _returning("explain", [("QUERY PLAN", type_)])


def _after_options(tokens: list[Token]) -> int:
    """Where the statement of an EXPLAIN starts."""
    index = 1
    if tokens[1].text == "(" and tokens[2].text not in {*_QUERIES, "("}:
        index = _closing(tokens, 1) + 1
    while tokens[index].text in ("analyze", "analyse", "verbose"):
        index += 1
    return index


def _closing(tokens: list[Token], index: int) -> int:
    depth = 0
    for position in range(index, len(tokens)):
        if tokens[position].kind == "punct":
            depth += {"(": 1, ")": -1}.get(tokens[position].text, 0)
        if depth == 0:
            return position
    return len(tokens) - 1


def _inside(source: Source, tokens: list[Token], catalog: Catalog) -> Analysed:
    """A statement inside another one."""
    if is_utility(tokens):
        return analyse_utility(source, tokens, catalog)
    syntax, shaped = parse(source, tokens)
    state = State(catalog, source, shaped)
    return state, analyse_query(syntax, Scope(state))


def _create(source: Source, tokens: list[Token], catalog: Catalog) -> Analysed:
    """CREATE TABLE … AS a query, which may have parameters."""
    words = [token.text if token.kind == "name" else "" for token in tokens]
    kind = next((word for word in words[1:] if word not in _TABLE_WORDS), "")
    start = _query_after(tokens, "as") if kind == "table" else None
    if start is None:
        return _nothing(source, tokens, catalog)
    stop = len(tokens) - 1
    for ending in (["with", "data"], ["with", "no", "data"]):
        if words[stop - len(ending) : stop] == ending:
            stop -= len(ending)
            break
    state, _ = _inside(source, [*tokens[start:stop], tokens[-1]], catalog)
    return state, nodes.Query(command="utility", utility="create")


_TABLE_WORDS = frozenset(["temp", "temporary", "unlogged", "global", "local"])


def _declare(source: Source, tokens: list[Token], catalog: Catalog) -> Analysed:
    """DECLARE … CURSOR FOR a query."""
    start = _query_after(tokens, "for")
    if start is None:
        return _nothing(source, tokens, catalog)
    state, _ = _inside(source, tokens[start:], catalog)
    return state, nodes.Query(command="utility", utility="declare")


def _query_after(tokens: list[Token], word: str) -> int | None:
    """Where the query after a word starts that is outside parentheses."""
    depth = 0
    for index, (token, after) in enumerate(pairwise(tokens)):
        if token.kind == "punct":
            depth += {"(": 1, ")": -1}.get(token.text, 0)
        found = token.kind == "name" and token.text == word and depth == 0
        if found and after.text in {*_QUERIES, "(", "execute"}:
            return index + 1
    return None


def _returning(word: str, columns: list[tuple[str, int]]) -> nodes.Query:
    targets = [
        nodes.Target(name=name, expr=nodes.SqlValue(type=type_, name=word))
        for name, type_ in columns
    ]
    return nodes.Query(command="utility", utility=word, targets=targets)


def _show(source: Source, tokens: list[Token], catalog: Catalog) -> Analysed:
    state = State(catalog, source, shape(tokens[-1:]))
    words = [token.text for token in tokens[1:-1] if token.kind in ("name", "quoted")]
    if words == ["all"]:
        columns = ["name", "setting", "description"]
        return state, _returning("show all", [(name, oids.TEXT) for name in columns])
    return state, _returning("show", [(_show_name(words), oids.TEXT)])


def _show_name(words: list[str]) -> str:
    joined = " ".join(words)
    return _SETTINGS.get(joined, ".".join(words))


#: Settings whose name is not in lower case, and those that SHOW has words of its own for.
_SETTINGS = {
    "datestyle": "DateStyle",
    "intervalstyle": "IntervalStyle",
    "timezone": "TimeZone",
    "time zone": "TimeZone",
    "transaction isolation level": "transaction_isolation",
    "session authorization": "session_authorization",
}


def _call(source: Source, tokens: list[Token], catalog: Catalog) -> Analysed:
    """CALL: one row of the procedure's OUT parameters, if it has any."""
    select = Token("name", "select", tokens[0].start, tokens[0].end)
    syntax, shaped = parse(source, [select, *tokens[1:]])
    state = State(catalog, source, shaped)
    scope = Scope(state, clause="CALL")
    call = syntax.expressions[0]
    subquery = next(call.find_all(exp.Subquery, exp.Exists), None)
    if subquery is not None:
        message = "cannot use subquery in CALL argument"
        state.fail("unsupported", message, subquery, "Compute it before.")
    value = infer(call, scope)
    columns = list(value.out_columns) if isinstance(value, nodes.Call) else []
    return state, _returning(
        "call", [(name or f"column{i}", type_) for i, (name, type_) in enumerate(columns, 1)]
    )


_RULES: dict[str, Callable[[Source, list[Token], Catalog], Analysed]] = {
    "explain": _explain,
    "show": _show,
    "call": _call,
    "create": _create,
    "declare": _declare,
}
