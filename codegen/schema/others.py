"""Comments, triggers, rules, operators and casts."""

from __future__ import annotations

from codegen.diagnostics import error
from codegen.postgres.catalog import Cast, Operator, Relation
from codegen.records import replace
from codegen.schema.cursor import Cursor, Name
from codegen.schema.drops import drop_operator_with_views
from codegen.schema.expressions import check_condition
from codegen.schema.functions import find_function, undefined_function
from codegen.schema.options import read_options
from codegen.schema.state import (
    State,
    duplicate,
    find_column,
    find_relation,
    find_type,
    home,
    if_exists,
    mark_triggers,
    resolve_type,
)
from codegen.source import Span

_RELATION_KINDS: tuple[tuple[str, ...], ...] = (
    ("table",),
    ("view",),
    ("materialized", "view"),
    ("foreign", "table"),
    ("sequence",),
)


def create_policy(state: State, cursor: Cursor) -> None:
    """CREATE POLICY: its conditions are over the columns of its table."""
    cursor.name()
    cursor.expect("on")
    name = cursor.qualified()
    relation = state.catalog.relation(name.schema, name.name)
    while relation is not None and not cursor.done:
        if cursor.accept("using") or cursor.accept("with", "check"):
            start, end = cursor.group()
            check_condition(state, relation, Span(cursor.source, start, end), "POLICY")
        else:
            cursor.advance()


def create_text_search(state: State, cursor: Cursor) -> None:
    """CREATE TEXT SEARCH CONFIGURATION: its name is one that a literal may have."""
    if cursor.accept("configuration") and state.catalog.text_search is not None:
        state.catalog.text_search.add(cursor.qualified().name)


def alter_text_search(state: State, cursor: Cursor) -> None:
    """ALTER TEXT SEARCH CONFIGURATION … RENAME TO."""
    if cursor.accept("configuration"):
        cursor.qualified()
        if cursor.accept("rename", "to") and state.catalog.text_search is not None:
            state.catalog.text_search.add(cursor.name().text)


# Comments -----------------------------------------------------------------------------------------


def comment(state: State, cursor: Cursor) -> None:
    """COMMENT ON a relation, a column or a type; other comments say nothing of types."""
    cursor.expect("on")
    if cursor.accept("column"):
        name, column = cursor.column_of()
        relation = find_relation(state, name)
        known = find_column(relation, column, name.span)
        told = replace(known, comment=_text(cursor))
        columns = tuple(told if one is known else one for one in relation.columns)
        state.catalog.replace_relation(replace(relation, columns=columns))
    elif cursor.accept("type") or cursor.accept("domain"):
        type_ = find_type(state, cursor.qualified())
        state.catalog.replace_type(replace(type_, comment=_text(cursor)))
    elif any(cursor.accept(*words) for words in _RELATION_KINDS):
        relation = find_relation(state, cursor.qualified())
        state.catalog.replace_relation(replace(relation, comment=_text(cursor)))


def _text(cursor: Cursor) -> str | None:
    cursor.expect("is")
    token = cursor.advance()
    return token.text if token.kind == "string" else None


# Triggers and rules -------------------------------------------------------------------------------


def create_trigger(state: State, cursor: Cursor) -> None:
    """CREATE TRIGGER: BEFORE and INSTEAD OF ones for each row can change it or make it vanish."""
    name = cursor.name().text
    may_drop = cursor.accept("before") or cursor.accept("instead", "of")
    events = _events(cursor)
    cursor.expect("on")
    table = find_relation(state, cursor.qualified())
    while not (cursor.done or cursor.at("row") or cursor.at("execute")):
        cursor.advance()
    if may_drop and cursor.at("row"):
        state.triggers.setdefault(table.type, {})[name] = events
        mark_triggers(state, table)


def _events(cursor: Cursor) -> frozenset[str]:
    cursor.accept("after")
    events: set[str] = set()
    while not (cursor.done or cursor.at("on")):
        events.add(cursor.advance().text)
        if cursor.accept("of"):
            cursor.name()
            while cursor.accept(","):
                cursor.name()
        cursor.accept("or")
    return frozenset(events)


def drop_trigger(state: State, cursor: Cursor) -> None:
    """DROP TRIGGER name ON table."""
    table, name = _on_table(state, cursor)
    if table is not None:
        state.triggers.get(table.type, {}).pop(name, None)
        mark_triggers(state, table)


def create_rule(state: State, cursor: Cursor) -> None:
    """CREATE RULE: all but ON SELECT rewrite what changes the table."""
    name = cursor.name().text
    cursor.expect("as", "on")
    event = cursor.advance().text
    cursor.expect("to")
    table = find_relation(state, cursor.qualified())
    if event != "select":
        state.rules.setdefault(table.type, set()).add(name)
        mark_triggers(state, table)


def drop_rule(state: State, cursor: Cursor) -> None:
    """DROP RULE name ON table."""
    table, name = _on_table(state, cursor)
    if table is not None:
        state.rules.get(table.type, set()).discard(name)
        mark_triggers(state, table)


def _on_table(state: State, cursor: Cursor) -> tuple[Relation | None, str]:
    missing_ok = if_exists(cursor)
    name = cursor.name().text
    cursor.expect("on")
    at = cursor.qualified()
    table = state.catalog.relation(at.schema, at.name)
    if table is None and not missing_ok:
        find_relation(state, at)
    return table, name


# Operators ----------------------------------------------------------------------------------------


def create_operator(state: State, cursor: Cursor) -> None:
    """CREATE OPERATOR: its result is what its function returns."""
    name = _operator_name(cursor)
    schema = home(state, name)
    options = read_options(cursor)
    left = resolve_type(state, options["leftarg"].type_name()) if "leftarg" in options else 0
    right = resolve_type(state, options["rightarg"].type_name()) if "rightarg" in options else 0
    given = options.get("function") or options.get("procedure")
    if given is None:
        raise error(
            "syntax-error",
            "operator function must be specified",
            name.span,
            "Add `function = …` to the parenthesis.",
        )
    function_name = given.qualified()
    args = tuple(oid for oid in (left, right) if oid)
    function = next(
        (
            one
            for one in state.catalog.functions(function_name.schema, function_name.name)
            if one.args == args
        ),
        None,
    )
    if function is None:
        raise undefined_function(state, function_name)
    operator = Operator(
        oid=0,
        schema=schema,
        name=name.name,
        left=left,
        right=right,
        result=function.returns,
        function=function.oid,
        function_name=function.name,
        strict=function.strict,
    )
    if _find_operator(state, Name(schema, name.name, name.span), left, right) is not None:
        raise duplicate(f"operator {name.name}", name.span)
    state.catalog.add_operator(operator)


def create_operator_class(state: State, cursor: Cursor) -> None:
    """CREATE OPERATOR CLASS: a default one of btree or hash makes a type's values comparable."""
    cursor.qualified()
    default = cursor.accept("default")
    cursor.expect("for", "type")
    type_ = resolve_type(state, cursor.type_name())
    cursor.expect("using")
    method = cursor.name().text
    if default:
        state.catalog.add_operator_class(method, type_)
    while method == "btree" and not cursor.done:
        if cursor.accept("operator") and cursor.advance().text in _SORTING:
            state.catalog.orderings.add((_operator_name(cursor).name, type_))
        else:
            cursor.advance()
    cursor.skip()


#: The strategies of btree that sort: less than, and greater than (access/stratnum.h).
_SORTING = ("1", "5")


def _operator_name(cursor: Cursor) -> Name:
    start = cursor.index
    schema = None
    while cursor.token.kind in ("name", "quoted"):
        schema = cursor.name().text
        cursor.expect(".")
    if cursor.token.kind != "op":
        raise cursor.syntax_error()
    return Name(schema, cursor.advance().text, cursor.span_since(start))


def _find_operator(state: State, name: Name, left: int, right: int) -> Operator | None:
    return next(
        (
            one
            for one in state.catalog.operators(name.schema, name.name)
            if (one.left, one.right) == (left, right)
        ),
        None,
    )


def drop_operator(state: State, cursor: Cursor) -> None:
    """DROP OPERATOR name (left, right)."""
    missing_ok = if_exists(cursor)
    while True:
        name = _operator_name(cursor)
        cursor.expect("(")
        left = _operand(state, cursor)
        cursor.expect(",")
        right = _operand(state, cursor)
        cursor.expect(")")
        operator = _find_operator(state, name, left, right)
        if operator is not None:
            drop_operator_with_views(state, operator)
        elif not missing_ok:
            raise error(
                "undefined-operator",
                f"operator does not exist: {name}",
                name.span,
                "Correct the name or the operand types.",
            )
        if not cursor.accept(","):
            break


def _operand(state: State, cursor: Cursor) -> int:
    return 0 if cursor.accept("none") else resolve_type(state, cursor.type_name())


# Casts --------------------------------------------------------------------------------------------


def create_cast(state: State, cursor: Cursor) -> None:
    """CREATE CAST."""
    source, target = _cast_types(state, cursor)
    function, method = 0, "b"
    if cursor.accept("with", "function"):
        found = find_function(state, cursor)
        function, method = found.oid if found else 0, "f"
    elif cursor.accept("with", "inout"):
        method = "i"
    else:
        cursor.expect("without", "function")
    context = "e"
    if cursor.accept("as"):
        context = "i" if cursor.accept("implicit") else "a"
    state.catalog.add_cast(Cast(source, target, context, method, function))


def drop_cast(state: State, cursor: Cursor) -> None:
    """DROP CAST (source AS target)."""
    if_exists(cursor)
    found = state.catalog.cast(*_cast_types(state, cursor))
    if found is not None:
        state.catalog.drop_cast(found)


def _cast_types(state: State, cursor: Cursor) -> tuple[int, int]:
    cursor.expect("(")
    source = resolve_type(state, cursor.type_name())
    cursor.expect("as")
    target = resolve_type(state, cursor.type_name())
    cursor.expect(")")
    return source, target
