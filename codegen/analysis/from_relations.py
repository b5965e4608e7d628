"""Tables, views and WITH queries in FROM, and the names that items of FROM have.

src/backend/parser/parse_relation.c.
"""

from __future__ import annotations

import difflib
from typing import NoReturn

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.clauses import clause
from codegen.analysis.coerce import coerce
from codegen.analysis.definitions import defined_here
from codegen.analysis.expressions.missing_names import odd_character
from codegen.analysis.expressions.table import infer
from codegen.analysis.scope import NamespaceItem, Scope, identifier
from codegen.diagnostics import Label
from codegen.postgres import oids
from codegen.postgres.catalog import Relation
from codegen.records import replace

#: An item of FROM, and the names that come with it.
Found = tuple[nodes.FromItem, list[NamespaceItem]]


def relation_item(node: exp.Table, scope: Scope) -> Found:
    """A WITH query or a relation of the catalog."""
    name = identifier(node.this)
    schema = identifier(node.args.get("db")) or None
    alias = node.args.get("alias")
    cte = find_cte(scope, name) if schema is None else None
    if cte is not None:
        if node.args.get("sample") is not None:
            _refuse_sample(node, scope)
        _check_returns(cte, node, scope)
        cte.referenced += 1
        entry = nodes.RangeEntry(kind="cte", name=name, columns=list(cte.columns), cte=cte)
        item = named_item(scope, entry, alias, node)
        # SEARCH's and CYCLE's columns are expanded only where the WITH query is defined.
        item.unlisted = 0 if scope.ctes.get(name) is cte else cte.extra_columns
        return entry, [item]
    relation = find_relation(scope, schema, name, node)
    start = node.this.meta.get("start")
    entry = table_entry(relation, identifier(alias.this) if alias else name, start)
    item = named_item(scope, entry, alias, node)
    item.schema = None if alias else relation.schema
    entry.only = bool(node.args.get("only"))
    sample = node.args.get("sample")
    if sample is not None:
        _sample(sample, relation, scope)
        entry.sampled = True
    return entry, [item]


def _check_returns(cte: nodes.Cte, node: exp.Expr, scope: Scope) -> None:
    changes = cte.query.command in ("insert", "update", "delete", "merge")
    if changes and not cte.query.has_returning:
        message = f'WITH query "{cte.name}" does not have a RETURNING clause'
        scope.state.fail("wrong-object-type", message, node, "Give it a RETURNING clause.")


def table_entry(relation: Relation, name: str, start: int | None = None) -> nodes.RangeEntry:
    """A range-table entry for a relation of the catalog."""
    return nodes.RangeEntry(
        kind="table",
        name=name,
        columns=[
            nodes.RangeColumn(name=column.name, type=column.type) for column in relation.columns
        ],
        relation=relation,
        row_type=relation.type,
        span=(start, start + len(name)) if start is not None else None,
    )


def find_relation(scope: Scope, schema: str | None, name: str, node: exp.Expr) -> Relation:
    """The relation of this name; an unknown one is an error with the nearest as help."""
    relation = scope.catalog.relation(schema, name)
    if relation is not None and relation.kind != "c":
        return relation
    written = f"{schema}.{name}" if schema else name
    message = f'relation "{written}" does not exist'
    if schema is not None and schema not in scope.catalog.schemas:
        near = difflib.get_close_matches(schema, sorted(scope.catalog.schemas), 1)
        proposal = f'Did you mean "{near[0]}"?' if near else "Create it."
        help_ = f'There is no schema "{schema}". {proposal}'
        scope.state.fail("undefined-schema", message, node, help_)
    help_, labels = _nearest_relation(scope, name)
    if schema is None and _is_within_itself(node, name):
        help_, labels = "A WITH query sees itself where it is WITH RECURSIVE.", ()
    scope.state.fail("undefined-table", message, _name_part(node), help_, labels)


def _is_within_itself(node: exp.Expr, name: str) -> bool:
    around = node.find_ancestor(exp.CTE)
    while around is not None and identifier(around.args["alias"].this) != name:
        around = around.find_ancestor(exp.CTE)
    return around is not None


def _name_part(node: exp.Expr) -> exp.Expr:
    """The name without its alias."""
    return node.this if isinstance(node, exp.Table) and not node.args.get("db") else node


def _nearest_relation(scope: Scope, name: str) -> tuple[str, tuple[Label, ...]]:
    odd = odd_character(name)
    if odd:
        return odd, ()
    relations = list(scope.catalog.relations())
    elsewhere = [known for known in relations if known.name == name]
    if elsewhere:
        full = f"{elsewhere[0].schema}.{name}"
        return f'Did you mean "{full}"?', defined_here(elsewhere[0])
    names = [known.name for known in relations] + [
        c for level in scope.levels() for c in level.ctes
    ]
    near = difflib.get_close_matches(name, names, 1)
    if not near:
        return "Create it in the schema.", ()
    found = next((known for known in relations if known.name == near[0]), None)
    return f'Did you mean "{near[0]}"?', defined_here(found)


def find_cte(scope: Scope, name: str) -> nodes.Cte | None:
    """The WITH query of this name, from the inside out; one not analysed yet is analysed now."""
    from codegen.analysis.with_queries import analyse_pending

    for level in scope.levels():
        if name in level.ctes:
            return level.ctes[name]
        if name in level.pending:
            return analyse_pending(level, name)
    return None


def named_item(
    scope: Scope, entry: nodes.RangeEntry, alias: exp.TableAlias | None, node: exp.Expr
) -> NamespaceItem:
    """The namespace item of an entry, after its alias renamed it and its columns. The entry
    belongs to the scope from now on."""
    if alias is not None and alias.this is not None:
        entry.name = identifier(alias.this)
    renamed = [identifier(column) for column in alias.columns] if alias is not None else []
    if len(renamed) > len(entry.columns):
        message = (
            f'table "{entry.name}" has {len(entry.columns)} columns available '
            f"but {len(renamed)} columns specified"
        )
        scope.state.fail("column-count", message, node, "Give fewer names.")
    entry.alias = written_alias(alias)
    for index, new in enumerate(renamed):
        entry.columns[index] = nodes.RangeColumn(name=new, type=entry.columns[index].type)
    scope.entries.append(entry)
    return NamespaceItem(entry.name, entry_columns(entry), entry)


def written_alias(alias: exp.TableAlias | None) -> tuple[str, ...]:
    """An alias and its column names as they are written."""
    if alias is None:
        return ()
    return (identifier(alias.this), *(identifier(column) for column in alias.columns))


def entry_columns(entry: nodes.RangeEntry, version: str = "") -> list[tuple[str, nodes.Expr]]:
    """The columns of an entry as names and variables."""
    return [
        (
            column.name,
            nodes.Var(
                type=column.type, entry=entry, index=index, name=column.name, version=version
            ),
        )
        for index, column in enumerate(entry.columns)
    ]


def _refuse_sample(node: exp.Expr, scope: Scope) -> NoReturn:
    message = "TABLESAMPLE clause can only be applied to tables and materialized views"
    scope.state.fail("wrong-object-type", message, node, "Sample the tables that it is made of.")


# Samples ------------------------------------------------------------------------------------------

#: The argument types of sampling methods, those of contrib's included (manual F.48, F.49).
_SAMPLING = {
    "bernoulli": oids.FLOAT4,
    "system": oids.FLOAT4,
    "system_rows": oids.INT8,
    "system_time": oids.FLOAT8,
}


def _sample(node: exp.TableSample, relation: Relation, scope: Scope) -> None:
    """TABLESAMPLE: its arguments and REPEATABLE's (transformRangeTableSample)."""
    if relation.kind not in ("r", "m", "p"):
        _refuse_sample(node, scope)
    method = identifier(node.args["method"]).lower()
    type_ = _SAMPLING.get(method)
    if type_ is None:
        message = f"tablesample method {method} does not exist"
        scope.state.fail("undefined-object", message, node, "Use bernoulli or system.")
    arguments = node.args["percent"]
    calls = arguments.expressions if isinstance(arguments, exp.Tuple) else [arguments.this]
    given = calls[0].expressions
    if len(given) != 1:
        message = f"tablesample method {method} requires 1 argument, not {len(given)}"
        scope.state.fail("undefined-function", message, node, f"Write {method} (10).")
    outer = replace(scope, items=[])  # it isn't lateral
    with clause(outer, "FROM"):
        for call, target in zip(calls, (type_, oids.FLOAT8), strict=False):
            value = infer(call.expressions[0], outer)
            coerce(scope.state, value, target, call, "a")
