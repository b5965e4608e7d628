"""The options that all commands share, and what they make of the configuration."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import click

from codegen.config import Config, find_config, read_config

F = TypeVar("F", bound=Callable[..., object])


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What was given on the command line."""

    config: str | None = None
    schema: tuple[str, ...] = ()
    queries: tuple[str, ...] = ()
    out: str | None = None


_CONFIG = click.option(
    "--config",
    metavar="FILE",
    help="The pyproject.toml to read; by default the nearest one with [tool.codegen].",
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
    return _CONFIG(_SCHEMA(_QUERIES(function)))


def inputs_and_output(function: F) -> F:
    """Adds the options that say where the inputs are and where the package goes."""
    return inputs(_OUT(function))


def configured(options: Options, *, needs_out: bool = False) -> Config:
    """The configuration, with every option in place of its key.

    Raises CodegenError for a configuration file with a mistake, click.UsageError where something
    is said nowhere.
    """
    given = Config(schema=options.schema, queries=options.queries, out=options.out)
    config = _file(
        options, complete=bool(given.schema and given.queries and (given.out or not needs_out))
    )
    config = replace(
        config,
        schema=given.schema or config.schema,
        queries=given.queries or config.queries,
        out=given.out or config.out,
    )
    missing = [name for name in ("schema", "queries", "out") if not getattr(config, name)]
    if not needs_out and "out" in missing:
        missing.remove("out")
    if missing:
        where = f"in {config.path}" if config.path else "in a [tool.codegen] of pyproject.toml"
        options_ = " and ".join(f"--{name}" for name in missing)
        raise click.UsageError(
            f"{' and '.join(missing)} missing: give {options_}, or set it {where}."
        )
    return config


def _file(options: Options, *, complete: bool) -> Config:
    if options.config is not None:
        return read_config(Path(options.config))
    # Options that say everything make the command independent of where it is called.
    found = None if complete else find_config(Path.cwd())
    return read_config(found) if found else Config()
