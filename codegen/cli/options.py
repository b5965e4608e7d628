"""The options that commands share, as click reads them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

import click

from codegen.cli.configured import Unsaid
from codegen.formats import FORMATS

F = TypeVar("F", bound=Callable[..., object])


_CONFIG = click.option(
    "--config",
    metavar="FILE",
    help="The configuration: a pyproject.toml, codegen.toml or sqlc.yaml; by default the nearest.",
)
_SCHEMA = click.option(
    "--schema",
    metavar="PATH",
    multiple=True,
    help="A schema file, a folder of migrations, or a pattern. Can be repeated.",
)
_QUERIES = click.option(
    "--queries",
    metavar="PATH",
    multiple=True,
    help="A query file, a folder of them, or a pattern. Can be repeated.",
)
_OUT = click.option("--out", metavar="FOLDER", help="The folder of the generated package.")


def inputs(function: F) -> F:
    """Adds the options that say where the inputs are."""
    return _CONFIG(_SCHEMA(_QUERIES(_complaining(function))))


def _complaining(function: F) -> F:
    """Has click tell what is said nowhere."""

    @wraps(function)
    def complaining(*given: object, **named: object) -> object:
        try:
            return function(*given, **named)
        except Unsaid as caught:
            raise click.UsageError(str(caught)) from caught

    return cast("F", complaining)


def inputs_and_output(function: F) -> F:
    """Adds the options that say where the inputs are and where the package goes."""
    return inputs(_OUT(function))


def reporting(function: F) -> F:
    """Adds the options that say how to speak."""
    form = click.option(
        "--format",
        "form",
        type=click.Choice(["text", *FORMATS]),
        default="text",
        help="Diagnostics for people (the default) or for programs, on the standard output.",
    )
    quiet = click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
    verbose = click.option("-v", "--verbose", is_flag=True, help="Print what is done, too.")
    return form(quiet(verbose(function)))


def caching(function: F) -> F:
    """Adds the option that keeps a command away from the cache."""
    return click.option(
        "--no-cache",
        "uncached",
        is_flag=True,
        help="Do everything anew, and neither read nor write .codegen-cache.",
    )(function)
