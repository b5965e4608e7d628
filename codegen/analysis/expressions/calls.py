"""Function calls, aggregates and window functions (src/backend/parser/parse_func.c, parse_agg.c)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.coerce import coerce, coerce_to_boolean
from codegen.analysis.expressions import columns, conditionals
from codegen.analysis.expressions.table import infer
from codegen.analysis.expressions.values import whole_row_argument
from codegen.analysis.scope import Scope, identifier
from codegen.postgres import functions, oids
from codegen.postgres.errors import Unresolved
from codegen.sql.shape import GRAMMAR_CALL


@dataclass(slots=True)
class _Syntax:
    """A call as written, unwrapped from sqlglot's nesting."""

    node: exp.Expr
    call: exp.Anonymous
    schema: str | None = None
    over: exp.Window | None = None
    filter: exp.Expr | None = None
    within: list[exp.Expr] | None = None
    order: list[exp.Expr] = field(default_factory=list)
    distinct: bool = False
    args: list[exp.Expr] = field(default_factory=list)


def call(node: exp.Expr, scope: Scope) -> nodes.Expr:
    """An ordinary call, or one that the grammar knows."""
    return _call(_unwrap(node), scope)


def qualified_call(node: exp.Dot, scope: Scope) -> nodes.Expr:
    """``schema.f(…)``."""
    syntax = _unwrap(node.expression)
    syntax.node = node
    syntax.schema = identifier(node.this)
    if isinstance(node.this, exp.Dot):
        syntax.schema = identifier(node.this.expression)
    return _call(syntax, scope)


def _unwrap(node: exp.Expr) -> _Syntax:
    over: exp.Window | None = None
    condition: exp.Expr | None = None
    within: list[exp.Expr] | None = None
    inner = node
    schema: str | None = None
    while not isinstance(inner, exp.Anonymous):
        if isinstance(inner, exp.Window):
            over = inner
        elif isinstance(inner, exp.Filter):
            condition = inner.expression.this
        elif isinstance(inner, exp.WithinGroup):
            within = list(inner.expression.expressions)
        elif isinstance(inner, exp.Dot):
            schema = identifier(inner.this)
            inner = inner.expression
            continue
        inner = inner.this
    syntax = _Syntax(node, inner, schema, over, condition, within)
    for argument in inner.expressions:
        _argument(syntax, argument)
    return syntax


def _argument(syntax: _Syntax, argument: exp.Expr) -> None:
    """Adds an argument, taking DISTINCT and ORDER BY from around it."""
    if isinstance(argument, exp.Order):
        syntax.order = list(argument.expressions)
        argument = argument.this
    if isinstance(argument, exp.Distinct):
        syntax.distinct = True
        syntax.args += argument.expressions
    elif argument is not None:
        syntax.args.append(argument)


def _call(syntax: _Syntax, scope: Scope) -> nodes.Expr:
    written = syntax.call.name
    name = identifier(written)
    if written.startswith(GRAMMAR_CALL):
        rule = conditionals.GRAMMAR.get(name)
        if rule is not None and not (name == "grouping" and syntax.schema):
            return rule(syntax.args, scope, syntax.node)
        if conditionals.is_sql_value(name):
            return conditionals.sql_value(name)
        syntax.schema = "pg_catalog"
    clause = scope.state.shaped.clauses.get(syntax.call.meta.get("start", -1))
    if clause is not None:
        from codegen.analysis.expressions.sql_json import construct

        return construct(name, syntax.args, clause, scope, syntax.node)
    star = len(syntax.args) == 1 and isinstance(syntax.args[0], exp.Star)
    names, values, variadic = ([], [], False) if star else _arguments(syntax.args, scope)
    ordered = [infer(item.this, scope) for item in syntax.within or []]
    condition = infer(syntax.filter, scope) if syntax.filter is not None else None
    if condition is not None:
        condition = coerce_to_boolean(scope.state, condition, "FILTER", syntax.filter)
    return _resolve(
        scope,
        syntax.node,
        syntax.schema,
        name,
        values,
        names,
        variadic,
        star,
        syntax,
        ordered,
        condition,
    )


def _arguments(args: Sequence[exp.Expr], scope: Scope) -> tuple[list[str], list[nodes.Expr], bool]:
    """The names of named arguments, the values, and whether the last is VARIADIC."""
    names: list[str] = []
    values: list[nodes.Expr] = []
    variadic = False
    for argument in args:
        if isinstance(argument, (exp.Kwarg, exp.PropertyEQ)):
            names.append(identifier(argument.this))
            argument = argument.expression
        elif isinstance(argument, exp.Alias):
            argument = argument.this
        if isinstance(argument, exp.Variadic):
            variadic = True
            argument = argument.this
        values.append(whole_row_argument(argument, scope))
    return names, values, variadic


def call_values(
    scope: Scope, node: exp.Expr, schema: str | None, name: str, values: list[nodes.Expr]
) -> nodes.Expr:
    """A call of a function with values that are inferred already."""
    return _resolve(scope, node, schema, name, values, [], False, False, None, [], None)


def _resolve(
    scope: Scope,
    node: exp.Expr,
    schema: str | None,
    name: str,
    values: list[nodes.Expr],
    names: list[str],
    variadic: bool,
    star: bool,
    syntax: _Syntax | None,
    ordered: list[nodes.Expr],
    condition: nodes.Expr | None,
) -> nodes.Expr:
    everything = [*values, *ordered]
    try:
        found = functions.resolve_function(
            scope.catalog,
            schema,
            name,
            [value.type for value in everything],
            names,
            variadic_call=variadic,
            ordered_args=len(ordered),
            procedure=scope.clause == "CALL",
        )
    except Unresolved as caught:
        projected = _projection(scope, node, schema, name, values)
        if projected is not None:
            return projected
        _unresolved(scope, node, caught, schema, name, everything)
    if found.is_coercion:
        from codegen.analysis.coerce import try_coerce

        converted = try_coerce(scope.state, values[0], found.result, "e", node, explicit=True)
        if converted is not None:
            return converted
        scope.state.fail(
            "cannot-coerce",
            f"cannot cast type {scope.state.type_name(values[0].type)} to {scope.state.type_name(found.result)}",
            node,
        )
    args = [
        coerce(scope.state, value, target, node)
        for value, target in zip(everything, found.arg_types, strict=True)
    ]
    return _node(scope, node, found, args, len(values), variadic, star, syntax, condition)


def _projection(
    scope: Scope, node: exp.Expr, schema: str | None, name: str, values: list[nodes.Expr]
) -> nodes.Expr | None:
    """``f(t)`` selects column f of a composite value (functional notation, manual 8.16.5)."""
    if schema is not None or len(values) != 1:
        return None
    for index, (field_name, type_) in enumerate(columns.row_fields(scope, values[0])):
        if field_name == name:
            return nodes.FieldSelect(type=type_, arg=values[0], name=name, index=index)
    return None


def _node(
    scope: Scope,
    node: exp.Expr,
    found: Any,
    args: list[nodes.Expr],
    direct: int,
    variadic: bool,
    star: bool,
    syntax: _Syntax | None,
    condition: nodes.Expr | None,
) -> nodes.Expr:
    function = found.function
    if syntax is not None and syntax.over is not None:
        if function.kind not in ("w", "a"):
            scope.state.fail(
                "wrong-object-type",
                f"OVER specified, but {function.name} is not a window function nor an aggregate function",
                node,
                "Remove OVER.",
            )
        return nodes.WindowCall(
            type=found.result,
            function=function,
            args=args,
            window=window(syntax.over, scope),
            filter=condition,
            star=star,
        )
    if function.kind == "w":
        scope.state.fail(
            "wrong-object-type",
            f"window function {function.name} requires an OVER clause",
            node,
            "Add `OVER (…)`.",
        )
    if function.kind == "a":
        return _aggregate(scope, node, found, args, direct, star, syntax, condition)
    if syntax is not None and (syntax.distinct or syntax.order or condition is not None):
        what = "DISTINCT" if syntax.distinct else "ORDER BY" if syntax.order else "FILTER"
        scope.state.fail(
            "wrong-object-type",
            f"{what} specified, but {function.name} is not an aggregate function",
            node,
        )
    if function.kind == "p" and scope.clause != "CALL":
        scope.state.fail(
            "wrong-object-type",
            f"{function.name} is a procedure",
            node,
            "To call a procedure, use CALL.",
        )
    if function.returns_set:
        scope.has_set_returning = True
    return nodes.Call(
        type=found.result,
        function=function,
        args=args,
        variadic=variadic,
        out_columns=found.out_columns,
    )


def _aggregate(
    scope: Scope,
    node: exp.Expr,
    found: Any,
    args: list[nodes.Expr],
    direct: int,
    star: bool,
    syntax: _Syntax | None,
    condition: nodes.Expr | None,
) -> nodes.Expr:
    function = found.function
    if scope.clause in ("WHERE", "JOIN/ON", "SET", "VALUES"):
        scope.state.fail(
            "grouping-error",
            f"aggregate functions are not allowed in {scope.clause}",
            node,
            "Use HAVING for conditions on groups."
            if scope.clause == "WHERE"
            else "Compute it in a subquery.",
        )
    scope.has_aggregates = True
    if syntax is not None:
        for item in syntax.order:
            infer(item.this, scope)
    ordered_set = function.aggregate_kind in ("o", "h")
    return nodes.Aggregate(
        type=found.result,
        function=function,
        args=args[direct:] if ordered_set else args,
        direct=args[:direct] if ordered_set else [],
        distinct=bool(syntax and syntax.distinct),
        filter=condition,
        star=star,
    )


def _unresolved(
    scope: Scope,
    node: exp.Expr,
    caught: Unresolved,
    schema: str | None,
    name: str,
    values: list[nodes.Expr],
) -> None:
    types = ", ".join(scope.state.type_name(value.type) for value in values)
    written = f"{schema}.{name}" if schema else name
    if caught.kind == "ambiguous":
        scope.state.fail(
            "ambiguous-function",
            f"function {written}({types}) is not unique",
            node,
            "Could not choose a best candidate function. You might need to add explicit type casts.",
        )
    if caught.kind in ("mismatch", "wrong-kind"):
        scope.state.fail("datatype-mismatch", str(caught), node, "Cast the argument.")
    known = scope.catalog.functions(schema, name)
    help_ = "No function matches the given name and argument types. You might need to add explicit type casts."
    if not known:
        help_ = (
            _nearest(scope, name) or "Create it in the schema, or load the extension that has it."
        )
    scope.state.fail(
        "undefined-function", f"function {written}({types}) does not exist", node, help_
    )


def _nearest(scope: Scope, name: str) -> str | None:
    return columns.suggestion(name, list(scope.catalog.function_names()))


# Windows ------------------------------------------------------------------------------------------


def window(node: exp.Window, scope: Scope) -> nodes.Window:
    """The window of an OVER clause, with what it takes from a named one."""
    alias = node.args.get("alias")
    base = nodes.Window()
    if alias is not None and not isinstance(alias, exp.TableAlias):
        base = named_window(identifier(alias), scope, node)
    partition = [infer(part, scope) for part in node.args.get("partition_by") or []]
    order = [
        infer(item.this, scope)
        for item in (node.args["order"].expressions if node.args.get("order") else [])
    ]
    return nodes.Window(
        partition=partition or base.partition,
        order=order or base.order,
        frame=_frame(node, scope) or base.frame,
    )


def named_window(name: str, scope: Scope, where: exp.Expr) -> nodes.Window:
    """The window that WINDOW defines under this name."""
    definition = scope.windows.get(name)
    if definition is None:
        scope.state.fail(
            "undefined-object", f'window "{name}" does not exist', where, "Define it with WINDOW."
        )
    assert isinstance(definition, exp.Window)
    return window(definition, scope)


def _frame(node: exp.Window, scope: Scope) -> tuple[str, str, str, str] | None:
    spec = node.args.get("spec")
    if spec is None:
        return None
    start = _bound(spec, "start", scope)
    end = _bound(spec, "end", scope) or "CURRENT ROW"
    return (
        str(spec.args.get("kind") or "RANGE").upper(),
        start,
        end,
        str(spec.args.get("exclude") or "").upper(),
    )


def _bound(spec: exp.Expr, which: str, scope: Scope) -> str:
    value = spec.args.get(which)
    side = str(spec.args.get(f"{which}_side") or "").upper()
    if value is None:
        return ""
    if isinstance(value, exp.Expr):
        offset = infer(value, scope)
        if offset.type == oids.UNKNOWN and str(spec.args.get("kind") or "").upper() in (
            "ROWS",
            "GROUPS",
        ):
            coerce(scope.state, offset, oids.INT8, value)
        return f"offset {side}"
    text = str(value).upper()
    return f"{text} {side}".strip()
