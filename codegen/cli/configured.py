"""The packages that a command works on: what the configuration says, and what options say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath

from codegen.cache.digests import digest
from codegen.cache.runs import Question
from codegen.catalogs import Place
from codegen.cli.replay import asked, configuration
from codegen.config import Config, outside_project, read_configs, shared_folder
from codegen.diagnostics import CodegenError
from codegen.records import dataclass, replace

#: What reads a configuration file.
Reader = Callable[[Path], tuple[Config, ...]]


class Unsaid(Exception):
    """Something that a command needs is said neither by an option nor by the configuration."""


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


def configured(
    options: Options, *, needs_out: bool = False, read: Reader = read_configs
) -> tuple[Config, ...]:
    """The packages to work on, with every option in place of its key.

    Raises CodegenError for a configuration file with a mistake, Unsaid where something is said
    nowhere.
    """
    found = _file(options, read, needs_out=needs_out)
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
        raise Unsaid(f"{' and '.join(missing)} missing: give {options}, or set it {where}.")


def configured_file(options: Options) -> tuple[Config, ...]:
    """What the configuration file says, if there is one."""
    return _file(options, read_configs, needs_out=True)


def _file(options: Options, read: Reader, *, needs_out: bool) -> tuple[Config, ...]:
    complete = options.schema and options.queries and (options.out or not needs_out)
    found = configuration(options.config, complete=bool(complete))
    return read(Path(found)) if found is not None else (Config(),)
