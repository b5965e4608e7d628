"""``codegen verify``: does a real PostgreSQL agree?"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

import click

from codegen.cli.analysing import analysed
from codegen.cli.configured import Options, configured
from codegen.cli.console import FINDINGS, Console
from codegen.cli.options import inputs, reporting
from codegen.diagnostics import CodegenError, Diagnostic, has_errors
from codegen.verify import VerifyResult
from codegen.verify import verify as verify_queries
from codegen.verify.effort import Effort


@click.command()
@inputs
@reporting
@click.option(
    "--dsn",
    metavar="DSN",
    help="A database to ask; nothing is left behind in it. By default an embedded one is started.",
)
@click.option(
    "--attack/--no-attack",
    default=True,
    help="Try to falsify what is claimed about NULLs and rows (the default), or only compare.",
)
@click.option(
    "--seed", metavar="N", type=int, default=0, help="Another seed makes other rows; 0 by default."
)
@click.option(
    "--rounds",
    metavar="N",
    type=click.IntRange(min=1),
    default=12,
    show_default=True,
    help="How many databases to fill with rows for the attack.",
)
@click.option(
    "--seconds",
    metavar="N",
    type=click.FloatRange(min=0),
    default=60.0,
    help="How long the attack may begin new rounds; 60 by default.",
)
def verify(
    config: str | None,
    schema: tuple[str, ...],
    queries: tuple[str, ...],
    dsn: str | None,
    attack: bool,
    seed: int,
    rounds: int,
    seconds: float,
    form: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Prove what was inferred: apply the schema to a PostgreSQL and have it describe every query;
    then run them on generated rows, in search of a NULL or a row that was said never to come.

    Exits with 1 if it disagrees about a parameter or a column of any query, or if a claim falls.
    """
    console = Console(form, quiet, verbose)
    options = Options(config=config, schema=schema, queries=queries)
    effort = Effort(seed=seed, rounds=rounds, seconds=seconds, progress=console.progress("Attack"))
    try:
        analyses = [analysed(one, console) for one in configured(options)]
    except CodegenError as caught:
        console.fail(caught)
    results = [
        verify_queries(
            one.schema_sources, one.queries, one.catalog, dsn=dsn, effort=effort if attack else None
        )
        for one in analyses
    ]
    console.clear()
    diagnostics: list[Diagnostic] = []
    for one, result in zip(analyses, results, strict=True):
        diagnostics += [*one.diagnostics, *result.diagnostics]
    console.tell(list(dict.fromkeys(diagnostics)))
    if not any(one.code == "verify-unavailable" for one in diagnostics):
        for line in _summary(results, rounds):
            console.say(line)
    if has_errors(diagnostics):
        sys.exit(FINDINGS)


def _summary(results: Sequence[VerifyResult], rounds: int) -> Iterator[str]:
    agreeing = sum(result.agreeing for result in results)
    total = sum(result.total for result in results)
    yield f"{agreeing} of {total} queries agree with PostgreSQL"
    attacks = [result.attack for result in results if result.attack is not None]
    if not attacks:
        return
    seen = [one for attack in attacks for one in attack.seen.values()]
    fallen = sum(len(attack.findings) for attack in attacks)
    ran = sum(bool(one.runs) for one in seen)
    runs = sum(one.runs for one in seen)
    done = min(attack.rounds for attack in attacks)
    yield (
        f"{ran} queries ran {runs} times on generated rows: {fallen or 'no'}"
        f" claim{'' if fallen == 1 else 's'} about NULLs and rows fell"
    )
    if done < rounds:
        yield f"there was time for {done} of {rounds} rounds; --seconds gives more"
