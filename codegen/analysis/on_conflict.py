"""ON CONFLICT (transformOnConflictClause in src/backend/parser/analyze.c)."""

from __future__ import annotations

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.clauses import check_subqueries, clause
from codegen.analysis.expressions.table import infer
from codegen.analysis.from_relations import entry_columns, table_entry
from codegen.analysis.scope import NamespaceItem, Scope, identifier, offsets_of
from codegen.analysis.select import condition
from codegen.analysis.update import set_clause
from codegen.postgres.catalog import Relation
from codegen.records import replace


def on_conflict(
    node: exp.OnConflict, item: NamespaceItem, relation: Relation, scope: Scope
) -> nodes.OnConflict:
    """What to do about a conflict; EXCLUDED is the row that was proposed."""
    scope.items = [item]
    arbiter = _arbiter(node, relation, scope)
    if "NOTHING" in str(node.args.get("action") or "").upper():
        return nodes.OnConflict(action="nothing", arbiter=arbiter)
    if not node.args.get("conflict_keys") and node.args.get("constraint") is None:
        message = "ON CONFLICT DO UPDATE requires inference specification or constraint name"
        scope.state.fail("syntax-error", message, node, "For example, ON CONFLICT (column_name).")
    excluded = table_entry(relation, "excluded")
    excluded.kind = "excluded"
    scope.entries.append(excluded)
    names = NamespaceItem("excluded", entry_columns(excluded), excluded)
    outer, scope.items = scope.items, [names, replace(item)]
    assignments = set_clause(node.expressions, relation, scope)
    where = condition(node.args.get("where"), "WHERE", scope)
    scope.items = outer
    return nodes.OnConflict(
        action="update",
        arbiter=arbiter,
        assignments=assignments,
        where=where,
        excluded=excluded,
    )


def _arbiter(node: exp.OnConflict, relation: Relation, scope: Scope) -> nodes.Arbiter | None:
    """The columns, expressions or constraint of a unique index (transformOnConflictArbiter)."""
    keys = node.args.get("conflict_keys") or []
    with clause(scope, "INDEX"):
        columns = [_key(key, scope) for key in keys]
    where = node.args.get("index_predicate")
    if where is not None:  # of any type: it is only compared with those of indexes
        with clause(scope, "PREDICATE"):
            check_subqueries(scope, infer(where.this, scope), where)
    constraint = node.args.get("constraint")
    if constraint is None:
        named = frozenset(filter(None, columns))
        if not keys or len(named) < len(set(columns)):
            return None
        partial = node.args.get("index_predicate") is not None
        span = offsets_of(keys[0], scope.state.shaped)
        return nodes.Arbiter(relation, named, partial, span)
    name = identifier(constraint)
    known = relation.constraints
    if name not in known and (known or relation.kind == "v"):
        message = f'constraint "{name}" for table "{relation.name}" does not exist'
        help_ = f"The table has {', '.join(known)}." if known else "A view has none: name columns."
        scope.state.fail("undefined-object", message, constraint, help_)
    return None


def _check_schema(name: exp.Expr, scope: Scope) -> None:
    """A collation or an operator class is of a schema that there is."""
    schema = name.args.get("db") or name.args.get("table")
    if schema is not None and identifier(schema) not in scope.catalog.schemas:
        message = f'schema "{identifier(schema)}" does not exist'
        scope.state.fail("undefined-schema", message, name, "Leave it out, or correct it.")


def _key(key: exp.Expr, scope: Scope) -> str | None:
    """The column that a key is, None where it is anything else or says how to compare."""
    _check_unordered(key, scope)
    inner = key.this if isinstance(key, exp.Ordered) else key
    is_plain = isinstance(inner, (exp.Identifier, exp.Column))
    while isinstance(inner, (exp.Opclass, exp.Collate)):
        _check_schema(inner.expression, scope)
        inner = inner.this
    if isinstance(inner, exp.Identifier):
        inner = exp.Column(this=inner)
    found = infer(inner, scope)
    check_subqueries(scope, found, inner)
    return found.name if is_plain and isinstance(found, nodes.Var) and found.name else None


def _check_unordered(key: exp.Expr, scope: Scope) -> None:
    """What an index may say of an order is nothing to look for one by
    (resolve_unique_index_expr)."""
    words = {
        "ASC/DESC": key.args.get("desc") is not None,
        "NULLS FIRST/LAST": key.args.get("nulls_first"),
    }
    for what, written in words.items():
        if written:
            message = f"{what} is not allowed in ON CONFLICT clause"
            scope.state.fail("syntax-error", message, key, "Name the column alone.")
