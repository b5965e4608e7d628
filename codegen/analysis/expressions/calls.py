"""Function calls, aggregates, window functions (src/backend/parser/parse_func.c, parse_agg.c)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.clauses import check_aggregate, check_set_returning, check_window, clause
from codegen.analysis.coerce import coerce, coerce_to_boolean, try_coerce
from codegen.analysis.definitions import typed_here
from codegen.analysis.equality import same
from codegen.analysis.expressions import columns, conditionals
from codegen.analysis.expressions.missing_functions import function_help, several_functions, takes
from codegen.analysis.expressions.table import infer
from codegen.analysis.expressions.values import whole_row_argument
from codegen.analysis.expressions.windows import inline_window
from codegen.analysis.orderings import check_sorted
from codegen.analysis.scope import Scope, identifier
from codegen.analysis.tree import unconverted
from codegen.postgres import comparing, functions, oids
from codegen.postgres.call_forms import CallForm
from codegen.postgres.errors import Unresolved
from codegen.records import dataclass, field
from codegen.sql.shape import GRAMMAR_CALL


@dataclass(slots=True)
class _Syntax:
    """A call as written, unwrapped from sqlglot's nesting."""

    node: exp.Expr
    name: str
    call: exp.Anonymous | None = None
    schema: str | None = None
    over: exp.Window | None = None
    filter: exp.Expr | None = None
    within: list[exp.Expr] | None = None
    order: list[exp.Expr] = field(default_factory=list)
    distinct: bool = False
    args: list[exp.Expr] = field(default_factory=list)


@dataclass(slots=True)
class _Arguments:
    """The analysed arguments of a call; ``ordered`` are those of WITHIN GROUP."""

    values: list[nodes.Expr]
    names: list[str] = field(default_factory=list)
    variadic: bool = False
    star: bool = False
    ordered: list[nodes.Expr] = field(default_factory=list)
    filter: nodes.Expr | None = None

    @property
    def all(self) -> list[nodes.Expr]:
        """Every argument, in the order in which a function takes them."""
        return [*self.values, *self.ordered]


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


def call_values(
    scope: Scope, node: exp.Expr, schema: str | None, name: str, values: list[nodes.Expr]
) -> nodes.Expr:
    """A call of a function with values that are inferred already."""
    return _resolve(scope, _Syntax(node, name, schema=schema), _Arguments(values))


def _unwrap(node: exp.Expr) -> _Syntax:
    syntax = _Syntax(node, "")
    inner = node
    while not isinstance(inner, exp.Anonymous):
        if isinstance(inner, exp.Window):
            syntax.over = inner
        elif isinstance(inner, exp.Filter):
            syntax.filter = inner.expression.this
        elif isinstance(inner, exp.WithinGroup):
            syntax.within = list(inner.expression.expressions)
        elif isinstance(inner, exp.Column):
            syntax.schema = identifier(inner.args["table"])
        elif isinstance(inner, exp.Dot):
            syntax.schema = identifier(inner.this)
            inner = inner.expression
            continue
        inner = inner.this
    syntax.call, syntax.name = inner, identifier(inner.name)
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
    else:
        syntax.args.append(argument)


def _call(syntax: _Syntax, scope: Scope) -> nodes.Expr:
    assert syntax.call is not None
    if syntax.call.name.startswith(GRAMMAR_CALL):
        special = _grammar_call(syntax, scope)
        if special is not None:
            return special
        syntax.schema = "pg_catalog"
    # What CALL calls is a procedure; what stands in its arguments is none.
    with clause(scope, "CALL arguments" if scope.clause == "CALL" else scope.clause):
        arguments = _arguments(syntax, scope)
    return _resolve(scope, syntax, arguments)


def _grammar_call(syntax: _Syntax, scope: Scope) -> nodes.Expr | None:
    """A construct with the form of a call; None where the grammar makes a plain call of it."""
    assert syntax.call is not None
    rule = conditionals.GRAMMAR.get(syntax.name)
    if rule is not None:
        return rule(syntax.args, scope, syntax.node)
    if conditionals.is_sql_value(syntax.name):
        return conditionals.sql_value(syntax.name, syntax.args)
    clause = scope.state.shaped.clauses.get(syntax.call.meta.get("start", -1))
    if clause is None:
        return None
    from codegen.analysis.expressions.sql_json import construct

    value = construct(syntax.name, syntax.args, clause, scope, syntax.node)
    if syntax.name in _JSON_AGGREGATES:
        return _json_aggregate(syntax, value, scope)
    return value


#: SQL/JSON's aggregates, and the functions that they run as.
_JSON_AGGREGATES = {"json_objectagg": "json_object_agg", "json_arrayagg": "json_agg"}


def _json_aggregate(syntax: _Syntax, value: nodes.Expr, scope: Scope) -> nodes.Expr:
    """JSON_OBJECTAGG or JSON_ARRAYAGG, with FILTER, ORDER BY or OVER like other aggregates."""
    assert isinstance(value, nodes.JsonExpr)
    condition = _filter(syntax, scope)
    _sort_keys(syntax, scope, [infer(item.this, scope) for item in syntax.order])
    values = [*value.args, *([condition] if condition else [])]
    function = scope.catalog.functions("pg_catalog", _JSON_AGGREGATES[syntax.name])[0]
    if syntax.over is None:
        return nodes.Aggregate(
            type=value.type,
            function=function,
            args=value.args,
            filter=condition,
            levels_up=check_aggregate(scope, values, syntax.node),
        )
    check_window(scope, values, syntax.node)
    return nodes.WindowCall(
        type=value.type,
        function=function,
        args=value.args,
        window=inline_window(syntax.over, scope),
        filter=condition,
    )


def _sort_keys(syntax: _Syntax, scope: Scope, written: Sequence[nodes.Expr]) -> list[nodes.Expr]:
    """ORDER BY among the arguments; a key without a type becomes text."""
    keys = [
        coerce(scope.state, key, oids.TEXT, syntax.node) if key.type == oids.UNKNOWN else key
        for key in written
    ]
    for key, item in zip(keys, syntax.order, strict=True):
        check_sorted(key, item, scope)
    return keys


def _filter(syntax: _Syntax, scope: Scope) -> nodes.Expr | None:
    if syntax.filter is None:
        return None
    with clause(scope, "FILTER"):
        value = infer(syntax.filter, scope)
    return coerce_to_boolean(scope.state, value, "FILTER", syntax.filter)


def _arguments(syntax: _Syntax, scope: Scope) -> _Arguments:
    found = _Arguments([])
    found.star = len(syntax.args) == 1 and isinstance(syntax.args[0], exp.Star)
    for argument in [] if found.star else syntax.args:
        if isinstance(argument, (exp.Kwarg, exp.PropertyEQ)):
            found.names.append(identifier(argument.this))
            argument = argument.expression
        elif found.names:
            scope.state.fail(
                "syntax-error",
                "positional argument cannot follow named argument",
                argument,
                "Put it before those with a name, or name it as well.",
            )
        if isinstance(argument, exp.Variadic):
            found.variadic = True
            argument = argument.this
        found.values.append(whole_row_argument(argument, scope))
        value = unconverted(found.values[-1])
        if found.names and isinstance(value, nodes.Param):
            scope.state.hints.setdefault(value.number, found.names[-1])
    if syntax.within is not None:
        _check_within(syntax, found, scope)
    found.ordered = [infer(item.this, scope) for item in syntax.within or []]
    found.filter = _filter(syntax, scope)
    return found


def _check_within(syntax: _Syntax, args: _Arguments, scope: Scope) -> None:
    """What the grammar refuses beside WITHIN GROUP (func_expr in gram.y)."""
    refused = {
        "multiple ORDER BY clauses": bool(syntax.order),
        "DISTINCT": syntax.distinct,
        "VARIADIC": args.variadic,
    }
    for what, found in refused.items():
        if found:
            scope.state.fail(
                "syntax-error",
                f"cannot use {what} with WITHIN GROUP",
                syntax.node,
                "Leave it out: WITHIN GROUP (ORDER BY …) is where the values come from.",
            )


# Resolution ---------------------------------------------------------------------------------------


def _resolve(scope: Scope, syntax: _Syntax, args: _Arguments) -> nodes.Expr:
    values = args.all
    try:
        found = functions.resolve_function(
            scope.catalog,
            syntax.schema,
            syntax.name,
            [value.type for value in values],
            args.names,
            variadic_call=args.variadic,
            ordered_args=len(args.ordered),
            procedure=scope.clause == "CALL",
            literal=bool(values) and isinstance(values[0], nodes.Const),
            form=_form(syntax, args, scope),
        )
    except Unresolved as caught:
        projected = _projection(scope, syntax, args)
        if projected is None:
            _unresolved(scope, syntax, caught, values)
        return projected
    if found.is_coercion:
        return _conversion(scope, syntax, values[0], found.result)
    coerced = [
        coerce(scope.state, value, target, syntax.node)
        for value, target in zip(values, found.arg_types, strict=True)
    ]
    return _node(scope, syntax, args, found, coerced)


def _form(syntax: _Syntax, args: _Arguments, scope: Scope) -> CallForm:
    return CallForm(
        arguments=bool(args.values or args.ordered),
        named=bool(args.names),
        star=args.star,
        distinct=syntax.distinct,
        order_by=bool(syntax.order),
        within_group=syntax.within is not None,
        filter=syntax.filter is not None,
        over=syntax.over is not None,
        procedure=scope.clause == "CALL",
    )


def _projection(scope: Scope, syntax: _Syntax, args: _Arguments) -> nodes.Expr | None:
    """``f(t)`` selects column f of a composite value (functional notation, manual 8.16.5)."""
    plain = not (syntax.order or syntax.distinct or syntax.filter or syntax.over or syntax.within)
    if syntax.schema is not None or len(args.all) != 1 or args.names or args.variadic or not plain:
        return None
    value = args.all[0]
    for index, (field_name, type_) in enumerate(columns.row_fields(scope, value)):
        if field_name == syntax.name:
            return nodes.FieldSelect(type=type_, arg=value, name=field_name, index=index)
    return None


def _conversion(scope: Scope, syntax: _Syntax, value: nodes.Expr, target: int) -> nodes.Expr:
    """``type(value)``."""
    converted = try_coerce(scope.state, value, target, "e", syntax.node, explicit=True)
    if converted is None:
        types = scope.state.type_name(value.type), scope.state.type_name(target)
        scope.state.fail(
            "cannot-coerce",
            f"cannot cast type {types[0]} to {types[1]}",
            syntax.node,
            "There is no cast between these types.",
        )
    return converted


def _node(
    scope: Scope,
    syntax: _Syntax,
    args: _Arguments,
    found: functions.ResolvedFunction,
    values: list[nodes.Expr],
) -> nodes.Expr:
    function = found.function
    assert function is not None
    if syntax.over is not None:
        check_window(scope, values, syntax.node)
        return nodes.WindowCall(
            type=found.result,
            function=function,
            args=values,
            window=inline_window(syntax.over, scope),
            filter=args.filter,
            star=args.star,
        )
    if function.kind == "a":
        return _aggregate(scope, syntax, args, found, values)
    if function.returns_set:
        check_set_returning(scope, values, syntax.node)
    return nodes.Call(
        type=found.result,
        function=function,
        args=values,
        variadic=args.variadic,
        out_columns=found.out_columns,
    )


def _aggregate(
    scope: Scope,
    syntax: _Syntax,
    args: _Arguments,
    found: functions.ResolvedFunction,
    values: list[nodes.Expr],
) -> nodes.Expr:
    function = found.function
    assert function is not None
    ordered_set = function.aggregate_kind in ("o", "h")
    direct = len(args.values) if ordered_set else 0
    condition = [args.filter] if args.filter is not None else []
    for value, item in zip(values[direct:], syntax.within or [], strict=False):
        check_sorted(value, item, scope)
    written = [infer(item.this, scope) for item in syntax.order]
    if syntax.distinct:
        _check_distinct(scope, syntax, values, written)
        values = [
            coerce(scope.state, value, oids.TEXT) if value.type == oids.UNKNOWN else value
            for value in values
        ]
        _check_comparable(scope, syntax, values)
    keys = _sort_keys(syntax, scope, written)
    inside = [*values[direct:], *keys, *condition]
    level = check_aggregate(scope, inside, syntax.node, values[:direct])
    return nodes.Aggregate(
        type=found.result,
        function=function,
        args=values[direct:],
        direct=values[:direct],
        distinct=syntax.distinct,
        filter=args.filter,
        star=args.star,
        levels_up=level,
    )


def _check_distinct(
    scope: Scope, syntax: _Syntax, values: list[nodes.Expr], keys: list[nodes.Expr]
) -> None:
    """With DISTINCT nothing but the arguments is sorted by (transformDistinctClause)."""
    plain = [_without_implicit_casts(value) for value in values]
    if any(not any(same(key, value) for value in plain) for key in keys):
        message = "in an aggregate with DISTINCT, ORDER BY expressions must appear in argument list"
        scope.state.fail(
            "invalid-column-reference",
            message,
            syntax.node,
            "Give it this argument, or order by one that it has.",
        )


def _check_comparable(scope: Scope, syntax: _Syntax, values: list[nodes.Expr]) -> None:
    for value in values:
        name = scope.state.type_name(value.type)
        if not comparing.has_equality(scope.catalog, value.type):
            message = f"could not identify an equality operator for type {name}"
            scope.state.fail(
                "undefined-operator",
                message,
                syntax.node,
                "Cast it to a type that has one, such as jsonb for json or text for xml.",
            )
        if not comparing.has_order(scope.catalog, value.type):
            scope.state.fail(
                "undefined-operator",
                f"could not identify an ordering operator for type {name}",
                syntax.node,
                "Aggregates with DISTINCT must be able to sort their inputs.",
            )


def _without_implicit_casts(value: nodes.Expr) -> nodes.Expr:
    while isinstance(value, nodes.Coerce) and not value.explicit and not value.collation:
        value = value.arg
    return value


def _unresolved(
    scope: Scope, syntax: _Syntax, caught: Unresolved, values: Sequence[nodes.Expr]
) -> NoReturn:
    if caught.kind == "ambiguous":
        help_ = several_functions(scope, syntax.schema, syntax.name, values)
        scope.state.fail("ambiguous-function", str(caught), syntax.node, help_)
    if caught.kind == "mismatch":
        scope.state.fail("datatype-mismatch", str(caught), syntax.node, "Cast the argument.")
    if caught.kind in ("wrong-kind", "unsupported"):
        scope.state.fail(
            "wrong-object-type",
            str(caught),
            syntax.node,
            caught.help or "Correct the call; `\\df` in psql shows how a function is called.",
        )
    help_ = function_help(scope, syntax.schema, syntax.name, values)
    known = scope.catalog.functions(syntax.schema, syntax.name)
    fitting = any(takes(one, len(values)) for one in known)
    labels = typed_here(scope.state, values) if fitting else ()
    scope.state.fail("undefined-function", str(caught), _name_of(syntax), help_, labels)


def _name_of(syntax: _Syntax) -> nodes.Offsets | exp.Expr:
    """Where the call's function is named."""
    meta = (syntax.call if syntax.call is not None else syntax.node).meta
    start, end = meta.get("start"), meta.get("end")
    return (start, end + 1) if isinstance(start, int) and isinstance(end, int) else syntax.node
