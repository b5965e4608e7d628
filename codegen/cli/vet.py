"""``codegen vet``: queries that PostgreSQL takes and that probably don't do what was meant."""

from __future__ import annotations

import sys
from importlib.metadata import entry_points

import click

from codegen.cli.analysing import analysed
from codegen.cli.console import FINDINGS, Console
from codegen.cli.options import Options, configured, inputs, reporting
from codegen.cli.replay import count
from codegen.diagnostics import CodegenError, Diagnostic, Severity
from codegen.vet.rules import RULES, Rule
from codegen.vet.running import vet as find

#: Packages can bring rules of their own: an entry point of this group is a Rule.
GROUP = "codegen.rules"


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
@click.option("--list", "listed", is_flag=True, help="Print the rules.")
def vet(
    config: str | None,
    schema: tuple[str, ...],
    queries: tuple[str, ...],
    rules: tuple[str, ...],
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
    try:
        found = _found(options, console, _levels(rules), known)
    except CodegenError as caught:
        console.fail(caught)
    console.tell(found)
    if any(one.severity is not Severity.NOTE for one in found):
        sys.exit(FINDINGS)
    console.say("nothing to complain of")


def _found(
    options: Options, console: Console, levels: dict[str, str], known: tuple[Rule, ...]
) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for config in configured(options):
        analysis = analysed(config, console)
        found += analysis.diagnostics
        wanted = {**dict(config.options.vet), **levels}
        told = find(analysis.queries, analysis.catalog, wanted, known)
        found += told
        console.detail(f"{count(len(analysis.queries))}, {len(told)} findings")
    return list(dict.fromkeys(found))


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
