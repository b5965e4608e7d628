"""``codegen vet``: queries that PostgreSQL takes and that probably don't do what was meant."""

from __future__ import annotations

import sys
from importlib.metadata import entry_points

import click

from codegen.cli.analysing import analysed
from codegen.cli.configured import Options, configured
from codegen.cli.console import FINDINGS, Console
from codegen.cli.options import inputs, reporting
from codegen.cli.replay import count
from codegen.config import Config
from codegen.diagnostics import CodegenError, Diagnostic, Severity, error
from codegen.pipeline import Analysis, query_sources
from codegen.plan.options import Vet
from codegen.records import dataclass
from codegen.vet.rules import RULES, Rule
from codegen.vet.running import vet as find
from codegen.vet.sql_rules import SqlRule, as_rules, read_rule
from codegen.vet.subject import Limits

#: Packages can bring rules of their own: an entry point of this group is a Rule.
GROUP = "codegen.rules"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """What was given on the command line."""

    levels: dict[str, str]
    explain: bool
    dsn: str | None


@click.command()
@inputs
@reporting
@click.option(
    "--rule",
    "rules",
    metavar="CODE=LEVEL",
    multiple=True,
    help="Set a rule to off, note, warning or error. Can be repeated.",
)
@click.option(
    "--explain",
    is_flag=True,
    help="Look at plans as well: an embedded PostgreSQL's, for tables of the configured size.",
)
@click.option(
    "--dsn",
    metavar="DSN",
    help="Look at the plans of this database, as it is; nothing is executed, nothing changes.",
)
@click.option("--list", "listed", is_flag=True, help="Print the rules.")
def vet(
    config: str | None,
    schema: tuple[str, ...],
    queries: tuple[str, ...],
    rules: tuple[str, ...],
    explain: bool,
    dsn: str | None,
    listed: bool,
    form: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Look for queries that PostgreSQL takes and that probably don't do what was meant.

    Exits with 1 if there is an error or a warning; notes are told and change nothing.
    """
    known = (*RULES, *_brought())
    if listed:
        click.echo("\n".join(_line(rule) for rule in known))
        return
    console = Console(form, quiet, verbose)
    options = Options(config=config, schema=schema, queries=queries)
    wanted = _Wanted(levels=_levels(rules), explain=explain or dsn is not None, dsn=dsn)
    try:
        found = [
            one
            for config_ in configured(options)
            for one in _found(config_, console, wanted, known)
        ]
    except CodegenError as caught:
        console.fail(caught)
    found = list(dict.fromkeys(found))
    console.tell(found)
    if any(one.severity is not Severity.NOTE for one in found):
        sys.exit(FINDINGS)
    console.say("nothing to complain of")


def _found(
    config: Config, console: Console, wanted: _Wanted, known: tuple[Rule, ...]
) -> list[Diagnostic]:
    settings = config.options.vet
    own = [read_rule(one) for path in settings.rules for one in query_sources(path, "vet.rules")]
    _check_codes([*(rule.code for rule in known), *(rule.code for rule in own)])
    analysis = analysed(config, console)
    levels = {**dict(settings.levels), **wanted.levels}
    places = {code: None if code in wanted.levels else place for code, place in settings.places}
    # Rules and levels are looked at before a database is asked.
    find((), analysis.catalog, levels, (*known, *as_rules(own, {})), places=places)
    if not (wanted.explain or own):
        told = find(analysis.queries, analysis.catalog, levels, known)
    else:
        told = _asked(analysis, settings, wanted, levels, known, own)
    console.detail(f"{count(len(analysis.queries))}, {len(told)} findings")
    return [*analysis.diagnostics, *told]


def _asked(
    analysis: Analysis,
    settings: Vet,
    wanted: _Wanted,
    levels: dict[str, str],
    known: tuple[Rule, ...],
    own: list[SqlRule],
) -> list[Diagnostic]:
    """What is found with the help of a database."""
    from codegen.cli.vet_database import ask

    said = ask(analysis, settings, own, wanted.dsn)
    told = find(
        analysis.queries,
        analysis.catalog,
        levels,
        (*known, *said.rules),
        plans=said.plans if wanted.explain else None,
        limits=_limits(settings),
    )
    return [*said.diagnostics, *told]


def _limits(settings: Vet) -> Limits:
    usual = Limits()
    return Limits(
        scan_rows=usual.scan_rows if settings.scan_rows is None else settings.scan_rows,
        sort_rows=usual.sort_rows if settings.sort_rows is None else settings.sort_rows,
        cost=settings.cost,
    )


def _check_codes(codes: list[str]) -> None:
    for number, code in enumerate(codes):
        if code in codes[:number]:
            help = "Give the rule's file another name."
            raise error("rule-invalid", f"there are two rules {code}", None, help)


def _levels(given: tuple[str, ...]) -> dict[str, str]:
    for one in given:
        if "=" not in one:
            raise click.UsageError(f"--rule {one}: write CODE=LEVEL, such as without-where=error.")
    return dict(one.split("=", 1) for one in given)


def _brought() -> tuple[Rule, ...]:
    loaded = (point.load() for point in entry_points(group=GROUP))
    return tuple(rule for rule in loaded if isinstance(rule, Rule))


def _line(rule: Rule) -> str:
    return f"{rule.code:<24}{rule.severity.value:<9}{rule.about}"
