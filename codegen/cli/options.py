"""The options that all commands share, and what they make of the configuration."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath
from typing import TypeVar

import click

from codegen.cache.digests import digest
from codegen.cache.runs import Question
from codegen.catalogs import Place
from codegen.cli.replay import asked, configuration
from codegen.config import Config, outside_project, read_configs, shared_folder
from codegen.diagnostics import CodegenError
from codegen.formats import FORMATS
from codegen.records import dataclass, replace

F = TypeVar("F", bound=Callable[..., object])


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What was given on the command line."""

    config: str | None = None
    schema: tuple[str, ...] = ()
    queries: tuple[str, ...] = ()
    out: str | None = None

    def question(self) -> Question:
        """What is asked for, with the configuration that is found."""
        return asked(self.config, self.schema, self.queries, self.out)

    def place(self, config: Config, *, written: bool = True) -> Place:
        """Where the results of a package are kept, and whether this run may add its own."""
        read_as = (config.options.type_aliases, config.options.skip_invalid)
        paths = repr((str(Path.cwd()), config.schema, config.queries, read_as))
        return Place(self.question().home, digest(paths).hex(), written)


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
    return _CONFIG(_SCHEMA(_QUERIES(function)))


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


def configured(options: Options, *, needs_out: bool = False) -> tuple[Config, ...]:
    """The packages to work on, with every option in place of its key.

    Raises CodegenError for a configuration file with a mistake, click.UsageError where something
    is said nowhere.
    """
    found = _file(options, needs_out=needs_out)
    configs = tuple(_with_options(config, options, len(found) > 1) for config in found)
    for config in configs:
        _require(config, needs_out=needs_out)
        outside = outside_project(config) if needs_out and not options.out else None
        if outside:
            raise CodegenError(outside)
    shared = shared_folder(configs) if needs_out else None
    if shared:
        raise CodegenError(shared)
    return configs


def _with_options(config: Config, options: Options, several: bool) -> Config:
    out = options.out
    if out and several:
        out = str(PurePath(out) / config.name)
    return replace(
        config,
        schema=options.schema or config.schema,
        queries=options.queries or config.queries,
        out=out or config.out,
    )


def _require(config: Config, *, needs_out: bool) -> None:
    needed = ("queries", "out") if config.schemaless else ("schema", "queries", "out")
    missing = [name for name in needed if not getattr(config, name)]
    if not needs_out and "out" in missing:
        missing.remove("out")
    if missing:
        where = f"in {config.path}" if config.path else "in a [tool.codegen] of pyproject.toml"
        options = " and ".join(f"--{name}" for name in missing)
        raise click.UsageError(
            f"{' and '.join(missing)} missing: give {options}, or set it {where}."
        )


def configured_file(options: Options) -> tuple[Config, ...]:
    """What the configuration file says, if there is one."""
    return _file(options, needs_out=True)


def _file(options: Options, *, needs_out: bool) -> tuple[Config, ...]:
    complete = options.schema and options.queries and (options.out or not needs_out)
    found = configuration(options.config, complete=bool(complete))
    return read_configs(Path(found)) if found is not None else (Config(),)
