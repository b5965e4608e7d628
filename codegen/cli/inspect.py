"""``codegen inspect``: what was inferred of every query."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

import click

from codegen.cli.configured import Options, configured
from codegen.cli.console import FINDINGS, Console
from codegen.cli.options import inputs
from codegen.config import Config
from codegen.diagnostics import CodegenError, has_errors
from codegen.inspection import InspectedColumn, InspectedParameter, Inspection, inspection
from codegen.pipeline import Analysis, analyse_project
from codegen.plugin_request import plugin_request
from codegen.postgres.catalog import Catalog


@click.command()
@inputs
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sqlc-plugin"]),
    default="text",
    help="A table for people (the default), the JSON object for programs, or what sqlc's plugins"
    " read.",
)
@click.option(
    "--plugin-options",
    metavar="JSON",
    default="{}",
    help="The plugin's options, for --format sqlc-plugin.",
)
def inspect(
    config: str | None,
    schema: tuple[str, ...],
    queries: tuple[str, ...],
    form: str,
    plugin_options: str,
) -> None:
    """Show the parameters and columns of every query, with types and nullability.

    Exits with 1 if a query has an error; the others are shown all the same.
    """
    console = Console()
    options = Options(config=config, schema=schema, queries=queries)
    try:
        configs = configured(options)
        analyses = [analyse_project(one) for one in configs]
    except CodegenError as caught:
        if form == "json":
            _print(inspection((), [caught.diagnostic], Catalog.builtin()))
            sys.exit(FINDINGS)
        console.fail(caught)
    found = [inspection(one.queries, one.diagnostics, one.catalog) for one in analyses]
    diagnostics = list(dict.fromkeys(one for each in analyses for one in each.diagnostics))
    if form == "json":
        _print(_joined(found))
    elif form == "sqlc-plugin":
        console.tell(diagnostics)
        _requests(configs, analyses, plugin_options)
    else:
        console.say("\n\n".join(_text(one) for one in found))
        console.tell(diagnostics)
    if has_errors(diagnostics):
        sys.exit(FINDINGS)


def _requests(configs: Sequence[Config], analyses: Sequence[Analysis], plugin_options: str) -> None:
    """Prints the request of each package on a line of its own, unless there is an error in it."""
    try:
        json.loads(plugin_options)
    except ValueError as caught:
        raise click.UsageError(f"--plugin-options is not JSON: {caught}") from caught
    for config, one in zip(configs, analyses, strict=True):
        if not one.failed:
            request = plugin_request(config, one.queries, one.catalog, plugin_options)
            click.echo(json.dumps(request, ensure_ascii=False))


def _joined(found: list[Inspection]) -> Inspection:
    return {
        "queries": [query for one in found for query in one["queries"]],
        "diagnostics": [diagnostic for one in found for diagnostic in one["diagnostics"]],
    }


def _print(found: Inspection) -> None:
    click.echo(json.dumps(found, indent=2, ensure_ascii=False))


def _text(found: Inspection) -> str:
    lines: list[str] = []
    for query in found["queries"]:
        rows = query["cardinality"].replace("_", " ")
        lines.append(f"{query['name']} :{query['command']} ({rows})")
        width = max(
            (len(one["name"]) for one in (*query["parameters"], *query["columns"])), default=0
        )
        for parameter in query["parameters"]:
            lines.append(_line(f"${parameter['number']}", parameter["name"], parameter, width))
        lines += [_line("->", column["name"], column, width) for column in query["columns"]]
        lines.append("")
    return "\n".join(lines).rstrip()


def _line(mark: str, name: str, typed: InspectedParameter | InspectedColumn, width: int) -> str:
    null = " or null" if typed["nullable"] else ""
    return f"  {mark:<3} {name:<{width}}  {typed['type']}{null}"
