"""Statements that are no queries: CALL, EXPLAIN, SHOW, and those that return nothing."""

from __future__ import annotations

from collections.abc import Callable

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


def analyse_utility(
    source: Source, tokens: list[Token], catalog: Catalog
) -> tuple[State, nodes.Query]:
    """The statement as a query of command utility; its columns, if it has any."""
    word = tokens[0].text
    rule = _RULES.get(word)
    if rule is not None:
        return rule(source, tokens, catalog)
    state = State(catalog, source, shape(tokens[-1:]))
    _refuse_parameters(state, tokens)
    return state, nodes.Query(command="utility", utility=word)


def _refuse_parameters(state: State, tokens: list[Token]) -> None:
    for token in tokens:
        if token.kind == "param":
            state.fail(
                "unsupported",
                f"{tokens[0].text.upper()} takes no parameters in PostgreSQL",
                (token.start, token.end),
                "Use a function instead, for example set_config() or pg_notify().",
            )


def _explain(source: Source, tokens: list[Token], catalog: Catalog) -> tuple[State, nodes.Query]:
    """EXPLAIN returns lines of text; the statement inside gives the parameters their types."""
    start = next(
        (i for i, token in enumerate(tokens) if token.kind == "name" and token.text in _QUERIES),
        None,
    )
    if start is None:
        state = State(catalog, source, shape(tokens[-1:]))
    else:
        syntax, shaped = parse(source, tokens[start:])
        state = State(catalog, source, shaped)
        analyse_query(syntax, Scope(state))
    text = [token.text for token in tokens[: start or 1]]
    type_ = oids.JSON if "json" in text else oids.XML if "xml" in text else oids.TEXT
    return state, _returning("explain", [("QUERY PLAN", type_)])


def _returning(word: str, columns: list[tuple[str, int]]) -> nodes.Query:
    targets = [
        nodes.Target(name=name, expr=nodes.SqlValue(type=type_, name=word))
        for name, type_ in columns
    ]
    return nodes.Query(command="utility", utility=word, targets=targets)


def _show(source: Source, tokens: list[Token], catalog: Catalog) -> tuple[State, nodes.Query]:
    state = State(catalog, source, shape(tokens[-1:]))
    words = [token.text for token in tokens[1:-1] if token.kind in ("name", "quoted")]
    columns = ["name", "setting", "description"] if words == ["all"] else [_show_name(words)]
    return state, _returning("show", [(name, oids.TEXT) for name in columns])


def _show_name(words: list[str]) -> str:
    joined = " ".join(words)
    special = {"time zone": "TimeZone", "transaction isolation level": "transaction_isolation"}
    return special.get(joined, ".".join(words))


def _call(source: Source, tokens: list[Token], catalog: Catalog) -> tuple[State, nodes.Query]:
    """CALL: one row of the procedure's OUT parameters, if it has any."""
    select = Token("name", "select", tokens[0].start, tokens[0].end)
    syntax, shaped = parse(source, [select, *tokens[1:]])
    state = State(catalog, source, shaped)
    scope = Scope(state, clause="CALL")
    value = infer(syntax.expressions[0], scope)
    columns = list(value.out_columns) if isinstance(value, nodes.Call) else []
    return state, _returning(
        "call", [(name or f"column{i}", type_) for i, (name, type_) in enumerate(columns, 1)]
    )


_RULES: dict[str, Callable[[Source, list[Token], Catalog], tuple[State, nodes.Query]]] = {
    "explain": _explain,
    "show": _show,
    "call": _call,
}
