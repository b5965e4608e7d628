"""MERGE (src/backend/parser/parse_merge.c)."""

from __future__ import annotations

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.assignments import is_default
from codegen.analysis.clauses import clause
from codegen.analysis.expressions.table import infer
from codegen.analysis.from_clause import from_list
from codegen.analysis.insert import assigned_row, insert_places, row_of
from codegen.analysis.returning import returning
from codegen.analysis.scope import NamespaceItem, Scope
from codegen.analysis.select import condition
from codegen.analysis.targets_of_dml import dml_target
from codegen.analysis.update import set_clause
from codegen.analysis.views import check_rewritten
from codegen.postgres.catalog import Relation
from codegen.records import replace


def merge(node: exp.Merge, scope: Scope) -> nodes.Query:
    """MERGE: a source joined to the target, and what to do with each kind of match."""
    relation, entry, item = dml_target(node.this, scope, verb="execute MERGE on")
    if relation.rules:
        message = f'cannot execute MERGE on relation "{relation.name}"'
        help_ = "MERGE is not supported for relations with rules."
        scope.state.fail("wrong-object-type", message, node.this, help_)
    query = nodes.Query(command="merge", target=entry)
    query.from_ = from_list([node.args["using"]], [], scope)
    sources = list(scope.items)
    _check_name(item, node, scope)
    scope.items = [item, *sources]
    on = node.args["on"]
    with clause(scope, "JOIN/ON"):
        # Unlike a join's, it may be of any type (transformMergeStmt).
        query.merge_on = infer(on, scope)
    scope.items = [*sources, item]
    returning(node, query, scope)
    whens = node.args["whens"].expressions
    _check_reachable(whens, scope)
    for when in whens:
        query.merge_actions.append(_action(when, relation, item, sources, scope))
    return query


def _check_name(item: NamespaceItem, node: exp.Merge, scope: Scope) -> None:
    # Names within a join are others.
    items = (one for one in scope.items if one.relation_visible and one.names_visible)
    named = [one for one in items if not one.joined]
    if any(one.name == item.name for one in named):
        message = f'name "{item.name}" specified more than once'
        help_ = "The name is used both as MERGE target table and data source."
        scope.state.fail("duplicate-alias", message, node.args["using"], help_)


def _check_reachable(whens: list[exp.When], scope: Scope) -> None:
    done: set[str] = set()
    for when in whens:
        match = _match(when)
        if match in done:
            message = "unreachable WHEN clause specified after unconditional WHEN clause"
            scope.state.fail(
                "syntax-error", message, when.args["then"], "Put the WHEN without a condition last."
            )
        if when.args.get("condition") is None:
            done.add(match)


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
    inner = replace(scope, items=visible[match])
    test = condition(when.args.get("condition"), "WHEN", inner)
    then = when.args["then"]
    command, assignments = _command(then), []
    if command == "update":
        assignments = set_clause(then.expressions, relation, inner)
    elif command == "insert":
        assignments = _insert(then, relation, inner)
    elif command == "delete":
        check_rewritten(relation, "delete", [], inner, then)
    return nodes.MergeAction(match=match, command=command, condition=test, assignments=assignments)


def _command(then: exp.Expr) -> str:
    if isinstance(then, (exp.Update, exp.Insert)):
        return type(then).__name__.lower()
    return "delete" if "delete" in str(then.name).lower() else "nothing"


def _match(when: exp.When) -> str:
    if when.args.get("matched"):
        return "matched"
    return "not_matched_by_source" if when.args.get("source") else "not_matched_by_target"


def _insert(then: exp.Insert, relation: Relation, scope: Scope) -> list[nodes.Assignment]:
    """INSERT (columns) VALUES (values), or DEFAULT VALUES."""
    listed = _parts(then.this)
    if len(listed) == 1 and is_default(listed[0]) and then.args.get("expression") is None:
        check_rewritten(relation, "insert", [], scope, then)
        return []
    places = insert_places(listed, relation, scope)
    row = _parts(then.args["expression"])
    with clause(scope, "INSERT"):
        values = assigned_row(row_of(row, scope), places, bool(listed), then, scope)
    assignments = [
        nodes.Assignment(column=target.column, value=value, subscript=bool(target.part))
        for target, value in zip(places, values, strict=False)
    ]
    overriding = next(iter(scope.state.shaped.overriding.values()), "")
    check_rewritten(relation, "insert", assignments, scope, then, overriding)
    return assignments


def _parts(node: exp.Expr | None) -> list[exp.Expr]:
    """The elements of a list in parentheses."""
    return node.expressions if node is not None else []
