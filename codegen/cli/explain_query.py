"""``codegen explain QUERY``: why each parameter and column is what it is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from difflib import get_close_matches

import click

from codegen.cli.configured import Options, configured
from codegen.cli.console import FINDINGS, Console
from codegen.diagnostics import CodegenError
from codegen.explanation import Explained, Explanation, explanation
from codegen.pipeline import Analysis, analyse_project
from codegen.report import Style


def explain_query(
    name: str, options: Options, form: str, colours: Style, codes: Sequence[str]
) -> None:
    """Prints the explanation of the queries of this name, one of each package that has it.

    Ends the process with 1 where the query has a mistake, which is told. Raises click.UsageError
    where there is no such query; one of the ``codes`` may have been meant.
    """
    console = Console()
    try:
        analyses = [analyse_project(config) for config in configured(options)]
    except CodegenError as caught:
        console.fail(caught)
    found = [
        explanation(query, analysis.catalog)
        for analysis in analyses
        for query in analysis.queries
        if query.name == name
    ]
    if not found:
        _told(name, analyses, console, codes)
    for one in found:
        print(_json(one) if form == "json" else "\n".join(_lines(one, colours)))


def _told(name: str, analyses: Sequence[Analysis], console: Console, codes: Sequence[str]) -> None:
    mistakes = [one for each in analyses for one in each.diagnostics if one.query == name]
    if mistakes:
        console.tell(mistakes)
        raise SystemExit(FINDINGS)
    names = [query.name for analysis in analyses for query in analysis.queries]
    near = get_close_matches(name, [*names, *codes], 1)
    hint = f" Did you mean {near[0]}?" if near else ""
    raise click.UsageError(
        f"there is neither a query nor a code {name}.{hint}"
        " `codegen explain` lists all codes, `codegen inspect` all queries."
    )


def _json(found: Explanation) -> str:
    return json.dumps(asdict(found), indent=2, ensure_ascii=False)


def _lines(found: Explanation, colours: Style) -> Iterator[str]:
    yield f"{colours.bold}{found.name}{colours.off} :{found.command} — {found.rows}"
    for one in (*found.parameters, *found.columns):
        yield ""
        yield from _explained(one, colours)


def _explained(one: Explained, colours: Style) -> Iterator[str]:
    null = " or NULL" if one.nullable else ""
    yield f"  {colours.bold}{one.name}{colours.off}: {one.type}{null}"
    for reason in one.reasons:
        place = f"  {colours.frame}{reason.place}{colours.off}" if reason.place else ""
        yield f"    {'  ' * reason.depth}{reason.text}{place}"
