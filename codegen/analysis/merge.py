"""MERGE (src/backend/parser/parse_merge.c)."""

from __future__ import annotations

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.assignments import assign_node, target_column
from codegen.analysis.coerce import coerce_to_boolean
from codegen.analysis.expressions.table import infer
from codegen.analysis.from_clause import from_list
from codegen.analysis.returning import returning
from codegen.analysis.scope import NamespaceItem, Scope, identifier
from codegen.analysis.select import condition
from codegen.analysis.update import check_target_name, dml_target, set_clause
from codegen.analysis.values import row_values
from codegen.postgres.catalog import Relation


def merge(node: exp.Merge, scope: Scope) -> nodes.Query:
    """MERGE: a source joined to the target, and what to do with each kind of match."""
    relation, entry, item = dml_target(node.this, scope)
    query = nodes.Query(command="merge", target=entry)
    query.from_ = from_list([node.args["using"]], [], scope)
    sources = list(scope.items)
    check_target_name(scope, item, node.this)
    scope.items = [item, *sources]
    on = node.args["on"]
    query.merge_on = coerce_to_boolean(scope.state, infer(on, scope), "JOIN/ON", on)
    for when in node.args["whens"].expressions:
        query.merge_actions.append(_action(when, relation, item, sources, scope))
    scope.items = [*sources, item]
    returning(node, query, scope)
    return query


def _action(
    when: exp.When,
    relation: Relation,
    item: NamespaceItem,
    sources: list[NamespaceItem],
    scope: Scope,
) -> nodes.MergeAction:
    match = _match(when)
    visible = {
        "matched": [item, *sources],
        "not_matched_by_source": [item],
        "not_matched_by_target": sources,
    }
    inner = Scope(
        scope.state, scope.parent, items=visible[match], ctes=scope.ctes, pending=scope.pending
    )
    test = condition(when.args.get("condition"), "MERGE WHEN", inner)
    then = when.args["then"]
    if isinstance(then, exp.Update):
        assignments = set_clause(then.expressions, relation, inner)
        return nodes.MergeAction(
            match=match, command="update", condition=test, assignments=assignments
        )
    if isinstance(then, exp.Insert):
        assignments = _insert(then, relation, inner)
        return nodes.MergeAction(
            match=match, command="insert", condition=test, assignments=assignments
        )
    command = "delete" if "delete" in str(then.name).lower() else "nothing"
    return nodes.MergeAction(match=match, command=command, condition=test, assignments=[])


def _match(when: exp.When) -> str:
    if when.args.get("matched"):
        return "matched"
    return "not_matched_by_source" if when.args.get("source") else "not_matched_by_target"


def _insert(then: exp.Insert, relation: Relation, scope: Scope) -> list[nodes.Assignment]:
    listed = then.this.expressions if isinstance(then.this, (exp.Tuple, exp.Schema)) else []
    if isinstance(then.this, (exp.Paren, exp.Column)):
        listed = [then.this.this if isinstance(then.this, exp.Paren) else then.this]
    columns = [
        target_column(
            scope, relation, identifier(part.this if isinstance(part, exp.Column) else part), part
        )
        for part in listed
    ] or list(relation.columns)
    source = then.args.get("expression")
    if source is None:
        return []
    values = row_values(source.expressions[0] if isinstance(source, exp.Values) else source)
    if len(values) > len(columns):
        scope.state.fail("column-count", "INSERT has more expressions than target columns", source)
    if listed and len(values) < len(columns):
        scope.state.fail("column-count", "INSERT has more target columns than expressions", source)
    return [
        nodes.Assignment(column=column, value=assign_node(scope, column, value))
        for column, value in zip(columns, values, strict=False)
    ]
