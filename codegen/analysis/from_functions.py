"""Functions in FROM (transformRangeFunction in src/backend/parser/parse_clause.c)."""

from __future__ import annotations

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.clauses import check_top_level, clause
from codegen.analysis.coerce import coerce
from codegen.analysis.expressions.columns import row_fields
from codegen.analysis.expressions.table import infer
from codegen.analysis.from_relations import Found, named_item
from codegen.analysis.naming import column_name
from codegen.analysis.scope import Scope, identifier
from codegen.analysis.types import resolve_type
from codegen.postgres import oids
from codegen.sql.shape_statements import LATERAL
from codegen.sql.shaping import GRAMMAR_CALL

#: A function that the grammar itself takes apart where it has several arguments.
_UNNEST = "unnest"


def function_of(node: exp.Expr) -> exp.Expr | None:
    """The call in FROM, or None where the item is a table."""
    inner = node.this
    return inner if isinstance(inner, (exp.Anonymous, exp.Func, exp.Dot)) else None


def is_lateral(call: exp.Expr) -> bool:
    """Whether a call in FROM is what a query behind LATERAL is handed over in."""
    return call.name == GRAMMAR_CALL + LATERAL


def function_item(node: exp.Expr, scope: Scope) -> Found:
    """A function, with its alias and WITH ORDINALITY."""
    inner = node if isinstance(node, exp.Anonymous) else node.this
    schema = node.args.get("db")
    if schema is not None and not isinstance(inner, exp.Dot):
        inner = exp.Dot(this=schema.copy(), expression=inner.copy())
    return _functions([(inner, None)], node, scope)


def rows_from(node: exp.Table, scope: Scope) -> Found:
    """``ROWS FROM (f(…), g(…))``."""
    parts = [(part.this, part.args.get("alias")) for part in node.args["rows_from"]]
    return _functions(parts, node, scope)


def _functions(
    parts: list[tuple[exp.Expr, exp.TableAlias | None]], node: exp.Expr, scope: Scope
) -> Found:
    calls = [call for inner, own in parts for call in _taken_apart(inner, own)]
    alias = node.args.get("alias")
    if len(calls) > 1 and _definitions(scope, alias):
        several = "ROWS FROM() with multiple functions"
        what = several if node.args.get("rows_from") else "UNNEST() with multiple arguments"
        message = f"{what} cannot have a column definition list"
        scope.state.fail("syntax-error", message, node, "Give names alone: AS t(a, b).")
    entry = nodes.RangeEntry(kind="function", name=column_name(parts[0][0], scope), columns=[])
    outer, scope.has_set_returning = scope.has_set_returning, False
    single = alias if len(calls) == 1 else None
    for call, own in calls:
        definitions = _definitions(scope, own or single)
        with clause(scope, "FROM"):
            value = infer(call, scope)
        check_top_level(scope, value, call)
        _add(scope, entry, value, column_name(call, scope), single, definitions, call)
    scope.has_set_returning = outer
    if len(calls) > 1:
        entry.row_type = 0
    if node.args.get("ordinality") or _offset(parts[0][0]) in scope.state.shaped.numbered:
        _ordinality(scope, entry, node, [own for _, own in calls])
    return entry, [named_item(scope, entry, alias, node)]


def _offset(call: exp.Expr) -> int:
    """Where the name of the called function begins."""
    named = call.expression if isinstance(call, exp.Dot) else call
    start: int = named.meta.get("start", -1)
    return start


def _taken_apart(
    node: exp.Expr, alias: exp.TableAlias | None
) -> list[tuple[exp.Expr, exp.TableAlias | None]]:
    """``unnest(a, b)`` stands for ``unnest(a), unnest(b)``."""
    if not isinstance(node, exp.Anonymous) or identifier(node.name) != _UNNEST:
        return [(node, alias)]
    if len(node.expressions) < 2 or alias is not None:
        return [(node, alias)]
    calls: list[tuple[exp.Expr, exp.TableAlias | None]] = []
    for argument in node.expressions:
        call = node.copy()
        call.set("expressions", [argument.copy()])
        calls.append((call, None))
    return calls


def _ordinality(
    scope: Scope, entry: nodes.RangeEntry, node: exp.Expr, inner: list[exp.TableAlias | None]
) -> None:
    outer = _definitions(scope, node.args.get("alias"))
    if outer and not any(_definitions(scope, alias) for alias in inner if alias is not None):
        scope.state.fail(
            "syntax-error",
            "WITH ORDINALITY cannot be used with a column definition list",
            node,
            "Put the column definition list inside ROWS FROM().",
        )
    entry.ordinality = True
    entry.row_type = 0
    entry.columns.append(nodes.RangeColumn(name="ordinality", type=oids.INT8))


def _add(
    scope: Scope,
    entry: nodes.RangeEntry,
    value: nodes.Expr,
    name: str,
    alias: exp.TableAlias | None,
    definitions: list[nodes.RangeColumn],
    node: exp.Expr,
) -> None:
    """Adds the columns that a function yields (addRangeTableEntryForFunction)."""
    if value.type == oids.UNKNOWN:
        value = coerce(scope.state, value, oids.TEXT, node)
    fields = row_fields(scope, value)
    if isinstance(value, nodes.JsonExpr) and value.columns:
        entry.kind, fields = "tablefunc", list(value.columns)
    if definitions:
        _check_definitions(scope, value, fields, node)
    columns = definitions or _result_columns(scope, value, fields, name, alias, node)
    entry.functions.append(nodes.FunctionItem(call=value, width=len(columns)))
    entry.columns += columns
    if len(entry.functions) == 1:
        composite = scope.catalog.type(scope.catalog.base_type(value.type)).kind == "c"
        entry.row_type = value.type if composite or value.type == oids.RECORD else 0


def _check_definitions(
    scope: Scope, value: nodes.Expr, fields: list[tuple[str, int]], node: exp.Expr
) -> None:
    """Only a function of no known columns needs a definition of them."""
    if value.type == oids.RECORD and fields:
        message = "a column definition list is redundant for a function with OUT parameters"
    elif fields:
        message = (
            "a column definition list is redundant for a function returning a named composite type"
        )
    elif value.type != oids.RECORD:
        message = 'a column definition list is only allowed for functions returning "record"'
    else:
        return
    scope.state.fail("syntax-error", message, node, "Write names only, without types.")


def _definitions(scope: Scope, alias: exp.TableAlias | None) -> list[nodes.RangeColumn]:
    """The columns of ``AS t(a int, b text)``."""
    if alias is None or not alias.columns:
        return []
    types = scope.state.shaped.column_types.get(alias.columns[0].meta.get("start", -1))
    if types is None:
        return []
    names = [identifier(column) for column in alias.columns]
    for number, name in enumerate(names):
        if name in names[:number]:
            message = f'column name "{name}" specified more than once'
            scope.state.fail("duplicate-column", message, alias.columns[number], "Rename one.")
    return [
        nodes.RangeColumn(
            name=identifier(column), type=resolve_type(scope.catalog, type_, scope.state.source)
        )
        for column, type_ in zip(alias.columns, types, strict=True)
    ]


def _result_columns(
    scope: Scope,
    value: nodes.Expr,
    fields: list[tuple[str, int]],
    name: str,
    alias: exp.TableAlias | None,
    node: exp.Expr,
) -> list[nodes.RangeColumn]:
    if fields:
        return [nodes.RangeColumn(name=field, type=type_) for field, type_ in fields]
    if value.type == oids.RECORD:
        scope.state.fail(
            "syntax-error",
            'a column definition list is required for functions returning "record"',
            node,
            "Add one, as in `AS t(a integer, b text)`.",
        )
    _check_kind(scope, value.type, name, node)
    if isinstance(value, nodes.Call) and len(value.out_columns) == 1:
        name = value.out_columns[0][0] or name
    elif alias is not None and alias.this is not None:
        name = identifier(alias.this)
    return [nodes.RangeColumn(name=name, type=value.type)]


def _check_kind(scope: Scope, type_: int, name: str, node: exp.Expr) -> None:
    """Of the pseudo-types, void and cstring count as scalars (get_type_func_class, funcapi.c)."""
    if scope.catalog.type(type_).kind == "p" and type_ not in (oids.VOID, oids.CSTRING):
        spelled = scope.catalog.format_type(type_)
        scope.state.fail(
            "datatype-mismatch",
            f'function "{name}" in FROM has unsupported return type {spelled}',
            node,
            "Only PostgreSQL itself calls such a function.",
        )
