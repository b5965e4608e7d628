"""``codegen explain``: what a code means, with a wrong and a right example; or why a query's
parameters and columns are what they are."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterator
from difflib import get_close_matches

import click

from codegen.cli.configured import Options
from codegen.cli.console import style
from codegen.cli.explain_query import explain_query
from codegen.cli.options import inputs
from codegen.explanations import Explanation, Files, codes, explanation
from codegen.report import Style

_WIDTH = 88


@click.command()
@inputs
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="A query's explanation for people (the default) or for programs.",
)
@click.argument("what", metavar="[QUERY|CODE]", required=False)
def explain(
    config: str | None,
    schema: tuple[str, ...],
    queries: tuple[str, ...],
    form: str,
    what: str | None,
) -> None:
    """Explain a query: the type of each parameter and column, whether it may be NULL, and why.
    Or a code of a message, such as undefined-column. Without either, list all codes."""
    colours = style(sys.stdout)
    if what is None:
        _print(_listed(colours))
    elif what in codes():
        _print(_explained(explanation(what), colours))
    elif what in _rules():
        _print(_explained(_rules()[what], colours))
    elif "-" in what:  # no query has such a name
        raise click.UsageError(_unknown(what))
    else:
        options = Options(config=config, schema=schema, queries=queries)
        explain_query(what, options, form, colours, [*codes(), *_rules()])


def _rules() -> dict[str, Explanation]:
    """The rules of `codegen vet`, which explain themselves."""
    from codegen.vet.rules import RULES

    return {
        rule.code: Explanation(
            code=rule.code,
            summary=f"a rule of `codegen vet` ({rule.severity.value}).",
            meaning=rule.about,
            rule=None,
            wrong={"queries.sql": rule.wrong},
            right={"queries.sql": rule.right},
        )
        for rule in RULES
    }


def _print(lines: Iterator[str]) -> None:
    print("\n".join(lines))


def _unknown(code: str) -> str:
    near = get_close_matches(code.lower(), [*codes(), *_rules()], 1)
    hint = f"Did you mean {near[0]}?" if near else "`codegen explain` lists all codes."
    return f"there is no code {code}. {hint}"


def _listed(colours: Style) -> Iterator[str]:
    found = [explanation(code) for code in codes()]
    listed = {one.code: one.summary for one in found}
    listed |= {one.code: one.meaning for one in _rules().values()}
    width = max(map(len, listed))
    for code, text in sorted(listed.items()):
        yield f"{colours.bold}{code:<{width}}{colours.off}  {text}"


def _explained(found: Explanation, colours: Style) -> Iterator[str]:
    yield f"{colours.bold}{found.code}{colours.off}: {found.summary}"
    yield ""
    width = min(_WIDTH, shutil.get_terminal_size().columns)
    yield from textwrap.wrap(found.meaning, width, break_long_words=False)
    yield from _example("Wrong", found.wrong, colours.error, colours)
    yield from _example("Right", found.right, colours.note, colours)
    if found.rule is not None:
        yield ""
        yield f"PostgreSQL's manual: {found.rule[0]}"
        yield found.rule[1]


def _example(title: str, files: Files, colour: str, colours: Style) -> Iterator[str]:
    for path, text in files.items():
        yield ""
        yield f"{colour}{title}{colours.off} ({path}):"
        yield ""
        yield from (f"    {line}".rstrip() for line in text.splitlines())
