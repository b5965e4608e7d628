"""``codegen inspect``: what was inferred of every query."""

from __future__ import annotations

import json
import sys

import click

from codegen.cli import console
from codegen.cli.options import Options, configured, inputs
from codegen.diagnostics import CodegenError
from codegen.inspection import InspectedColumn, InspectedParameter, Inspection, inspection
from codegen.pipeline import analyse_project
from codegen.postgres.catalog import Catalog


@click.command()
@inputs
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="A table for people (the default), or the JSON object for programs.",
)
def inspect(
    config: str | None, schema: tuple[str, ...], queries: tuple[str, ...], form: str
) -> None:
    """Show the parameters and columns of every query, with types and nullability.

    Exits with 1 if a query has an error; the others are shown all the same.
    """
    try:
        analysis = analyse_project(
            configured(Options(config=config, schema=schema, queries=queries))
        )
    except CodegenError as caught:
        if form == "json":
            _print(inspection((), [caught.diagnostic], Catalog.builtin()))
            sys.exit(console.FINDINGS)
        console.fail(caught)
    found = inspection(analysis.queries, analysis.diagnostics, analysis.catalog)
    if form == "json":
        _print(found)
    else:
        console.say(_text(found))
        console.tell(analysis.diagnostics)
    if analysis.failed:
        sys.exit(console.FINDINGS)


def _print(found: Inspection) -> None:
    console.say(json.dumps(found, indent=2, ensure_ascii=False))


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
