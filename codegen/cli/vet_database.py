"""What `vet` asks a database: plans, and what rules in SQL find."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from codegen.analysis.nodes import AnalysedQuery
from codegen.diagnostics import Diagnostic, Severity
from codegen.inspection import inspection
from codegen.pipeline import Analysis
from codegen.plan.options import Vet
from codegen.records import dataclass
from codegen.verify import without_psycopg
from codegen.vet.rules import Rule
from codegen.vet.sql_rules import SqlRule, as_rules
from codegen.vet.subject import Plan

if TYPE_CHECKING:
    from codegen.verify.plans import Explained
    from codegen.verify.server import Database

#: How many rows a table has of which nothing is said.
ROWS = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a database said: plans by the names of queries, and the rules with what they find."""

    plans: dict[str, Plan]
    rules: tuple[Rule, ...]
    diagnostics: tuple[Diagnostic, ...]


def ask(analysis: Analysis, settings: Vet, rules: Sequence[SqlRule], dsn: str | None) -> Asked:
    """Asks the database of ``dsn`` as it is, or an embedded one with the schema and with tables of
    which it believes that they are as large as the settings say.

    Nothing is executed but the rules, and nothing changes. Raises CodegenError
    (verify-unavailable).
    """
    try:
        # Here, since psycopg can't be imported where there is no libpq: that is the user's to mend.
        from codegen.verify import plans
        from codegen.verify import rules as questions
    except ImportError as cause:
        raise without_psycopg(cause) from cause
    with _database(analysis, settings, dsn) as (database, diagnostics):
        explained = plans.explain(database, analysis.queries)
        rows = plans.sizes(database)
        queries = [*_described(analysis, explained)]
        answers = questions.ask(database, [rule.source for rule in rules], queries)
    findings = {rule.code: one.findings for rule, one in zip(rules, answers, strict=True)}
    return Asked(
        plans={
            name: Plan(root=root, rows=rows)
            for name, root in explained.items()
            if isinstance(root, dict)
        },
        rules=tuple(as_rules(rules, findings)),
        diagnostics=(
            *diagnostics,
            # What a rejected statement of the schema leaves without a plan is no second mistake.
            *(() if diagnostics else _unplanned(analysis.queries, explained, dsn is not None)),
            *(one.mistake for one in answers if one.mistake),
        ),
    )


@contextmanager
def _database(
    analysis: Analysis, settings: Vet, dsn: str | None
) -> Iterator[tuple[Database, list[Diagnostic]]]:
    from codegen.verify.plans import assume_sizes, live_database
    from codegen.verify.schema import apply_schema
    from codegen.verify.server import open_database

    if dsn is not None:
        with live_database(dsn) as database:
            yield database, []
        return
    with open_database() as database:
        diagnostics = apply_schema(database, analysis.schema_sources)
        database.set_search_path(analysis.catalog.search_path)
        rows = dict(settings.rows)
        assume_sizes(database, rows, rows.get("*", ROWS))
        yield database, diagnostics


def _described(analysis: Analysis, explained: Explained) -> Iterator[dict[str, object]]:
    """The queries as rules in SQL see them."""
    inspected = inspection(analysis.queries, (), analysis.catalog)["queries"]
    for query, row in zip(analysis.queries, inspected, strict=True):
        plan = explained.get(query.name)
        yield {
            **row,
            "reads": [f"{schema}.{name}" for schema, name in query.effects.reads],
            "writes": [f"{schema}.{name}" for schema, name in query.effects.writes],
            "plan": plan if isinstance(plan, dict) else None,
        }


def _unplanned(
    queries: Sequence[AnalysedQuery], explained: Explained, live: bool
) -> Iterator[Diagnostic]:
    from codegen.verify.schema import message_of

    help = "Correct the query so that PostgreSQL takes it."
    if live:
        help = "Bring the database to the schema that the queries are for."
    for query in queries:
        failure = explained.get(query.name)
        if isinstance(failure, Exception):
            yield Diagnostic(
                code="query-unplanned",
                message=f"PostgreSQL has no plan for {query.name}: {message_of(failure)}",
                span=query.span,
                help=help,
                severity=Severity.WARNING,
                query=query.name,
            )
