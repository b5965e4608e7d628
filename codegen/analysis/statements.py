"""From a parsed query to all that is known of it."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from pathlib import Path

from sqlglot import exp

from codegen.analysis import cardinality, nodes, nullability, queries, utility
from codegen.analysis.clauses import check_subqueries
from codegen.analysis.collations import check_collations
from codegen.analysis.effects import effects_of
from codegen.analysis.expressions import table
from codegen.analysis.from_relations import entry_columns, table_entry
from codegen.analysis.origins import origin
from codegen.analysis.parameter_columns import uses_of
from codegen.analysis.parameter_names import names_of
from codegen.analysis.scope import NamespaceItem, Scope, State
from codegen.analysis.tree import Walked, walked
from codegen.diagnostics import CodegenError, Diagnostic
from codegen.postgres import oids
from codegen.postgres.catalog import Catalog, Relation
from codegen.records import replace
from codegen.source import Source, Span
from codegen.sql.annotations import ParsedQuery
from codegen.sql.dialect import parse
from codegen.sql.lexer import Token, tokenize
from codegen.sql.shape import Shaped
from codegen.stack import with_room

#: A statement's tree, and what stands for what isn't in it.
Syntax = tuple[exp.Expr, Shaped]


def syntax_of(query: ParsedQuery) -> Syntax | None:
    """What of a query can be read without a catalog, for :func:`analyse`; None where there is
    nothing, or a mistake."""
    try:
        return None if utility.is_utility(query.tokens) else parse(query.source, query.tokens)
    except Exception:
        # Whatever it is, the analysis comes across it as well.
        return None


def prepare() -> None:
    """Imports all rules, so that processes which are forked then need not do so themselves."""
    queries.rules()
    table.rules()


def analyse(
    query: ParsedQuery, catalog: Catalog, syntax: Syntax | None = None
) -> tuple[nodes.AnalysedQuery | None, list[Diagnostic]]:
    """Everything that is inferred of a query, or the diagnostic of its first mistake; ``syntax`` is
    what :func:`syntax_of` has given, which serves only once."""
    read = [syntax] if syntax else []
    try:
        return with_room(lambda: _analyse(query, catalog, read)), []
    except CodegenError as caught:
        found = caught.diagnostic
        return None, [replace(found, query=query.name, span=found.span or query.span)]
    except RecursionError:
        return None, [_too_deep(query)]
    except Exception as caught:
        return None, [_our_mistake(query, caught)]


def _too_deep(query: ParsedQuery) -> Diagnostic:
    return Diagnostic(
        code="syntax-error",
        message="the statement is nested too deeply",
        span=query.span,
        help="Split it, for instance with WITH queries.",
        query=query.name,
    )


def _our_mistake(query: ParsedQuery, caught: Exception) -> Diagnostic:
    """A bug in a rule costs its query and no other one."""
    last = traceback.extract_tb(caught.__traceback__)[-1]
    where = f"{Path(last.filename).name}:{last.lineno}"
    return Diagnostic(
        code="internal-error",
        message=f"codegen failed on this query: {type(caught).__name__}: {caught} ({where})",
        span=query.span,
        help="This is a bug in codegen: please report it with this query and its schema.",
        query=query.name,
    )


def _analyse(query: ParsedQuery, catalog: Catalog, read: list[Syntax]) -> nodes.AnalysedQuery:
    state, tree = _tree(query, catalog, read)
    _check_parameters(state, query)
    _check_embeds(state, query, tree)
    declared = {marker.number: marker.kind for marker in query.markers}
    inside = walked(tree)
    check_collations(state, inside)
    params = nullability.parameter_nullability(inside, catalog, declared)
    return nodes.AnalysedQuery(
        name=query.name,
        command=query.command,
        sql=query.sql,
        cardinality=cardinality.cardinality(tree, catalog),
        parameters=_parameters(query, state, params, inside),
        columns=_columns(query, tree, catalog, params),
        comments=query.comments,
        options=query.options,
        effects=effects_of(inside),
        tree=tree,
        span=query.span,
        path=query.source.path,
        line=query.line,
    )


def _tree(query: ParsedQuery, catalog: Catalog, read: list[Syntax]) -> tuple[State, nodes.Query]:
    if utility.is_utility(query.tokens):
        return utility.analyse_utility(query.source, query.tokens, catalog)
    return _statement(query.source, query.tokens, catalog, query.embeds, read)


def _statement(
    source: Source,
    tokens: list[Token],
    catalog: Catalog,
    embeds: Mapping[int, str],
    read: list[Syntax],
) -> tuple[State, nodes.Query]:
    syntax, shaped = read.pop() if read else parse(source, tokens)
    state = State(catalog, source, shaped, _labels(embeds))
    try:
        return state, queries.analyse_query(syntax, Scope(state))
    except CodegenError as caught:
        if caught.diagnostic.span is not None:
            raise
        span = Span(source, tokens[0].start, max(tokens[-1].end, tokens[0].end))
        raise CodegenError(replace(caught.diagnostic, span=span)) from caught


def _check_embeds(state: State, query: ParsedQuery, tree: nodes.Query) -> None:
    """Only the statement's own result has objects in it."""
    shown = {target.embed for target in tree.targets}
    for start, name in query.embeds.items():
        where = (start, start + len("sqlc.embed"))
        if state.embeds[start] not in shown:
            help = (
                "Only the columns of the whole statement can be: write the rest as a subquery in "
                f"FROM, and embed that: SELECT sqlc.embed({name}) FROM (…) AS {name}."
            )
            state.fail("misplaced-embed", f"{name} can't be embedded here", where, help)


def _labels(embeds: Mapping[int, str]) -> dict[int, str]:
    """The names of the embedded objects, by their places: numbered where one comes again."""
    labels: dict[int, str] = {}
    for start, name in embeds.items():
        labels[start] = _free(name, set(labels.values()))
    return labels


def _check_parameters(state: State, query: ParsedQuery) -> None:
    """Every number up to the highest has to have a type (check_variable_parameters)."""
    for marker in query.markers:
        if state.parameters.get(marker.number, oids.UNKNOWN) == oids.UNKNOWN:
            name = f"@{marker.name}" if marker.name else f"${marker.number}"
            state.fail(
                "indeterminate-parameter",
                f"could not determine data type of parameter {name}",
                marker.spans[0],
                f"Cast it, for example {name}::text.",
            )
    for param in state.unsettled.values():
        type_ = state.type_name(state.parameters[param.number])
        state.fail(
            "indeterminate-parameter",
            f"could not determine data type of parameter ${param.number}",
            param,
            f"What is known of its other uses doesn't count here: cast this one to {type_}.",
        )
    highest = max(state.parameters, default=0)
    for number in range(1, highest):
        if number not in state.parameters:
            state.fail(
                "indeterminate-parameter",
                f"could not determine data type of parameter ${number}",
                _first_above(query, number),
                f"${number} is not used; number the parameters without a gap.",
            )


def _first_above(query: ParsedQuery, number: int) -> nodes.Offsets:
    return next((one.spans[0] for one in query.markers if one.number > number), None)


def _parameters(
    query: ParsedQuery,
    state: State,
    nullable: Mapping[int, bool],
    inside: Walked,
) -> tuple[nodes.Parameter, ...]:
    found: list[nodes.Parameter] = []
    uses = uses_of(inside)
    names = dict(state.hints)
    if any(not marker.name and marker.number not in names for marker in query.markers):
        names = {**names_of(inside), **names}
    taken = {marker.name for marker in query.markers}
    for marker in query.markers:
        name = marker.name or _free(names.get(marker.number, f"dollar_{marker.number}"), taken)
        taken.add(name)
        found.append(
            nodes.Parameter(
                name=name,
                number=marker.number,
                type=state.parameters[marker.number],
                nullable=nullable.get(marker.number, False),
                span=Span(query.source, *marker.spans[0]),
                use=uses.get(marker.number),
            )
        )
    return tuple(found)


def _free(name: str, taken: set[str]) -> str:
    number, candidate = 1, name
    while candidate in taken:
        number += 1
        candidate = f"{name}_{number}"
    return candidate


def _columns(
    query: ParsedQuery, tree: nodes.Query, catalog: Catalog, params: Mapping[int, bool]
) -> tuple[nodes.ResultColumn, ...]:
    facts = nullability.column_facts(tree, catalog, params)
    absent = nullability.embed_nullable(tree, catalog, params)
    columns: list[nodes.ResultColumn] = []
    for target, fact in zip(tree.targets, facts, strict=True):
        relation, column = (
            origin(target.expr) if tree.command not in ("set", "values") else (None, None)
        )
        columns.append(
            nodes.ResultColumn(
                name=target.name,
                type=target.expr.type,
                nullable=fact.nullable,
                elements_nullable=fact.elements_nullable,
                relation=relation,
                column=column,
                embed=target.embed,
                embed_nullable=bool(target.embed and absent.get(target.embed)),
                span=Span(query.source, *target.span) if target.span else None,
            )
        )
    return tuple(columns)


def analyse_select_text(source: Source, start: int, end: int, catalog: Catalog) -> nodes.Query:
    """The analysed query of a view or of CREATE TABLE AS, given by its place.

    Raises CodegenError where it has a mistake.
    """
    tokens = tokenize(source.text, source, start, end)
    return with_room(lambda: _statement(source, tokens, catalog, {}, [])[1])


def analyse_expression(
    source: Source,
    start: int,
    end: int,
    catalog: Catalog,
    relation: Relation | None,
    clause: str = "",
    finish: Callable[[State, nodes.Expr], nodes.Expr] | None = None,
) -> nodes.Expr:
    """An expression over the columns of one relation, such as a CHECK's, or over none.

    ``clause`` says where it stands; the empty one lets it hold all that a SELECT's may. ``finish``
    converts it. Raises CodegenError where it has a mistake.
    """
    tokens = tokenize(source.text, source, start, end)
    return with_room(lambda: _expression(source, tokens, catalog, relation, clause, finish))


def _expression(
    source: Source,
    tokens: list[Token],
    catalog: Catalog,
    relation: Relation | None,
    clause: str,
    finish: Callable[[State, nodes.Expr], nodes.Expr] | None,
) -> nodes.Expr:
    select = Token("name", "select", tokens[0].start, tokens[0].start)
    syntax, shaped = parse(source, [select, *tokens])
    scope = Scope(State(catalog, source, shaped), clause=clause)
    if relation is not None:
        entry = table_entry(relation, relation.name)
        columns = entry_columns(entry)
        scope.items.append(NamespaceItem(relation.name, columns, entry, schema=relation.schema))
    node = syntax.expressions[0]
    found = table.infer(node, scope)
    check_subqueries(scope, found, node)
    return finish(scope.state, found) if finish else found
