"""Names in expressions: columns, whole rows, fields (src/backend/parser/parse_relation.c)."""

from __future__ import annotations

from typing import NoReturn

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.coerce import composite_fields
from codegen.analysis.expressions.missing_names import (
    missing_in_item,
    missing_relation,
    suggestion,
    undefined_column,
)
from codegen.analysis.scope import NamespaceItem, Scope, identifier
from codegen.diagnostics import CodegenError
from codegen.postgres import oids
from codegen.records import replace

#: System columns of a table (manual 5.6) and their types.
SYSTEM_COLUMNS = {
    "tableoid": oids.OID,
    "ctid": oids.TID,
    "xmin": oids.XID,
    "xmax": oids.XID,
    "cmin": oids.CID,
    "cmax": oids.CID,
}


def column(node: exp.Column, scope: Scope) -> nodes.Expr:
    """``a``, ``t.a``, ``s.t.a``: a column, a whole row, or a function in attribute notation. What
    the parser takes for a column as well is ``schema.f(…) FILTER (…)``."""
    offsets = _span(node)
    if isinstance(node.this, exp.Star):
        return _starred(node, scope, offsets)
    if isinstance(node.this, (exp.Filter, exp.WithinGroup)):
        from codegen.analysis.expressions.calls import call

        return call(node, scope)
    name = identifier(node.this)
    if not node.args.get("table"):
        if name == "default" and not node.this.args.get("quoted"):
            scope.state.fail(
                "syntax-error",
                "DEFAULT is not allowed in this context",
                node,
                "DEFAULT stands alone, as a value of INSERT or UPDATE.",
            )
        return _unqualified(node, name, scope, offsets)
    table = identifier(node.args["table"])
    schema = identifier(node.args.get("db")) or None
    item = find_item(scope, table, schema)
    if item is None:
        whole = _whole_row_field(node, scope, schema, table, name)
        if whole is not None:
            return whole
        missing_relation(scope, node, table)
    found = _in_item(scope, item, name, offsets)
    if found is not None:
        return found
    projected = _attribute_notation(scope, item, name, node)
    if projected is not None:
        return projected
    missing_in_item(scope, node, item, name)


def _starred(node: exp.Column, scope: Scope, offsets: nodes.Offsets) -> nodes.Expr:
    """``t.*`` elsewhere than in a list of expressions is the whole row."""
    table = identifier(node.args.get("table"))
    item = find_item(scope, table, identifier(node.args.get("db")) or None)
    if item is None:
        missing_relation(scope, node, table)
    return whole_row(scope, item, offsets)


def _span(node: exp.Expr) -> nodes.Offsets:
    starts: list[int] = []
    ends: list[int] = []
    for part in node.args.values():
        if isinstance(part, exp.Expr) and "start" in part.meta:
            starts.append(part.meta["start"])
            ends.append(part.meta["end"])
    return (min(starts), max(ends) + 1) if starts else None


def _unqualified(node: exp.Column, name: str, scope: Scope, offsets: nodes.Offsets) -> nodes.Expr:
    for level in scope.levels():
        found = _visible(level, name, node)
        if found is not None:
            return replace(found, span=offsets)
    for level in scope.levels():
        system = _system_unqualified(level, name, offsets)
        if system is not None:
            return system
    item = find_item(scope, name, None)
    if item is not None:
        return whole_row(scope, item, offsets)
    undefined_column(scope, node, name)


def _visible(scope: Scope, name: str, node: exp.Expr) -> nodes.Expr | None:
    """The column of this name that this level offers unqualified."""
    found: nodes.Expr | None = None
    for item in scope.items:
        if not item.names_visible:
            continue
        for column_name, expr in item.columns:
            if column_name != name:
                continue
            if found is not None:
                tables = [
                    other.name
                    for other in scope.items
                    if any(n == name for n, _ in other.columns) and other.entry
                ]
                choices = ", ".join(f"{table}.{name}" for table in dict.fromkeys(tables))
                scope.state.fail(
                    "ambiguous-column",
                    f'column reference "{name}" is ambiguous',
                    node,
                    f"Say which one: {choices}.",
                )
            found = expr
    return found


def _system_unqualified(scope: Scope, name: str, offsets: nodes.Offsets) -> nodes.Expr | None:
    if name not in SYSTEM_COLUMNS:
        return None
    tables = [item for item in scope.items if item.names_visible and not item.joined]
    found = [expr for item in tables if (expr := _system_column(scope, item, name, offsets))]
    if len(found) > 1:
        message = f'column reference "{name}" is ambiguous'
        scope.state.fail("ambiguous-column", message, offsets, "Name it with its table.")
    return found[0] if found else None


def _system_column(
    scope: Scope, item: NamespaceItem, name: str, offsets: nodes.Offsets
) -> nodes.Expr | None:
    entry = item.entry
    if name not in SYSTEM_COLUMNS or entry is None or entry.kind != "table":
        return None
    if entry.relation is None or entry.relation.kind not in ("r", "p", "m", "f"):
        return None
    if scope.clause == "WHEN" and name != "tableoid":
        message = f'cannot use system column "{name}" in MERGE WHEN condition'
        scope.state.fail(
            "invalid-column-reference", message, offsets, "Only tableoid can be used there."
        )
    return nodes.Var(
        type=SYSTEM_COLUMNS[name],
        span=offsets,
        entry=entry,
        index=-1,
        name=name,
        version=item.version,
    )


def find_item(scope: Scope, name: str, schema: str | None) -> NamespaceItem | None:
    """The relation of this name that is visible, from the inside out."""
    for level in scope.levels():
        found = [
            item
            for item in level.items
            if item.relation_visible
            and item.name == name
            and (schema is None or item.schema == schema)
        ]
        if len(found) > 1:
            message = f'table reference "{name}" is ambiguous'
            help_ = "Name the table with its schema, or give it an alias."
            scope.state.fail("duplicate-alias", message, None, help_)
        if found:
            return found[0]
    return None


def _in_item(
    scope: Scope, item: NamespaceItem, name: str, offsets: nodes.Offsets
) -> nodes.Expr | None:
    found = [expr for column_name, expr in item.columns if column_name == name]
    if len(found) > 1:
        _several_columns(scope, item.name, name, offsets)
    if found:
        return replace(found[0], span=offsets)
    return _system_column(scope, item, name, offsets)


def _several_columns(
    scope: Scope, table: str, name: str, where: exp.Expr | nodes.Offsets
) -> NoReturn:
    """One table in FROM has several columns of a name (scanRTEForColumn)."""
    message = f'column reference "{name}" is ambiguous'
    help_ = f"Name its columns apart: {table} (a, b)." if table else "Name its columns apart."
    scope.state.fail("ambiguous-column", message, where, help_)


def whole_row(scope: Scope, item: NamespaceItem, offsets: nodes.Offsets) -> nodes.Expr:
    """``t`` as a value: its row, or the value itself where t is a function of a scalar type."""
    entry = item.entry
    if entry is None:
        args = [expr for _, expr in item.columns]
        return nodes.Row(
            type=oids.RECORD, span=offsets, args=args, names=[name for name, _ in item.columns]
        )
    if (
        entry.kind == "function"
        and len(entry.functions) == 1
        and not entry.row_type
        and len(item.columns) == 1
    ):
        return replace(item.columns[0][1], span=offsets)
    return nodes.WholeRow(
        type=entry.row_type or oids.RECORD, span=offsets, entry=entry, version=item.version
    )


def _whole_row_field(
    node: exp.Expr, scope: Scope, schema: str | None, table: str, name: str
) -> nodes.Expr | None:
    """``s.t`` parsed as column t of s stays one; a composite column's field needs parentheses."""
    return None


def _attribute_notation(
    scope: Scope, item: NamespaceItem, name: str, node: exp.Expr
) -> nodes.Expr | None:
    """``t.f`` calls f(t) where t has no column f (manual 8.16.5)."""
    return _called(scope, whole_row(scope, item, None), name, node)


def _called(scope: Scope, value: nodes.Expr, name: str, node: exp.Expr) -> nodes.Expr | None:
    """``name(value)``, or None if there is no such function, nor a type that it converts to."""
    from codegen.analysis.expressions.calls import call_values

    try:
        return call_values(scope, node, None, name, [value])
    except CodegenError as caught:
        if caught.diagnostic.code == "undefined-function":
            return None
        raise


def field(scope: Scope, value: nodes.Expr, name: str, node: exp.Expr) -> nodes.Expr:
    """``(value).name``: a field of a composite value, or f(value)."""
    names = row_fields(scope, value)
    if isinstance(value, nodes.WholeRow) and [known for known, _ in names].count(name) > 1:
        _several_columns(scope, value.entry.name, name, node)
    for index, (field_name, type_) in enumerate(names):
        if field_name == name:
            return nodes.FieldSelect(type=type_, arg=value, name=name, index=index)
    called = _called(scope, value, name, node)
    if called is not None:
        return called
    type_name = scope.state.type_name(value.type)
    if names:
        scope.state.fail(
            "undefined-column",
            f'column "{name}" not found in data type {type_name}',
            node,
            suggestion(name, [known for known, _ in names])
            or f"It has {', '.join(known for known, _ in names)}.",
        )
    scope.state.fail(
        "undefined-column",
        f'could not identify column "{name}" in record data type'
        if value.type == oids.RECORD
        else f"column notation .{name} applied to type {type_name}, which is not a composite type",
        node,
        "Only a composite value has fields.",
    )


def expanded_fields(scope: Scope, value: nodes.Expr, node: exp.Expr) -> list[tuple[str, int]]:
    """The names and types of the fields that ``(value).*`` stands for (ExpandRowReference)."""
    fields = row_fields(scope, value)
    if not fields:
        scope.state.fail(
            "datatype-mismatch",
            f"type {scope.state.type_name(value.type)} is not composite",
            node,
            "Only a composite value can be expanded with `.*`.",
        )
    return fields


def row_fields(scope: Scope, value: nodes.Expr) -> list[tuple[str, int]]:
    """The names and types of the fields of a composite value, empty if it has none known."""
    if isinstance(value, nodes.WholeRow):  # An alias may have names for its columns.
        return [(column.name, column.type) for column in value.entry.columns]
    fields = composite_fields(scope.state, value.type) if value.type != oids.UNKNOWN else []
    if fields or value.type != oids.RECORD:
        return fields
    if isinstance(value, nodes.Row):
        return [(name, arg.type) for name, arg in zip(value.names, value.args, strict=True)]
    if isinstance(value, nodes.Call):
        return [(name or f"column{i}", t) for i, (name, t) in enumerate(value.out_columns, 1)]
    if isinstance(value, nodes.JsonExpr):
        return list(value.columns)
    if isinstance(value, nodes.Var) and value.index >= 0:
        return _var_fields(scope, value)
    return []


def _var_fields(scope: Scope, value: nodes.Var) -> list[tuple[str, int]]:
    entry = value.entry
    query = entry.query or (entry.cte.query if entry.cte else None)
    if query is not None and value.index < len(query.targets):
        return row_fields(scope, query.targets[value.index].expr)
    return []
