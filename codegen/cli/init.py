"""``codegen init``: a configuration to start from, with a working example or from sqlc's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from codegen.cli.console import Console
from codegen.config import Config, find_config, read_configs, shown
from codegen.config.convert import as_toml
from codegen.diagnostics import CodegenError, Diagnostic, error
from codegen.output import write_new
from codegen.pipeline import analyse_project
from codegen.plan.applicable import applicable
from codegen.records import replace

_STARTER = Path(__file__).parent.parent / "starter"
_CONFIG = "codegen.toml"


@click.command()
@click.option(
    "--from",
    "source",
    metavar="FILE",
    help="An existing sqlc.yaml or sqlc.json, written as a codegen.toml.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def init(source: str | None, quiet: bool) -> None:
    """Make a codegen.toml in this folder: with an example, or from sqlc's configuration.

    Where there is a schema.sql or a folder queries already, the example is left out. Nothing that
    exists is written over.
    """
    console = Console(quiet=quiet)
    try:
        files, notes = _converted(Path(source)) if source else (_example(Path.cwd()), ())
        write_new(Path.cwd(), files)
    except CodegenError as caught:
        console.fail(caught, "nothing was written")
    console.tell(notes)
    for path in files:
        console.say(f"{path} written")
    console.say("Run `codegen generate` next.")


def _converted(path: Path) -> tuple[Mapping[str, str], tuple[Diagnostic, ...]]:
    configs = [_with_what_applies(config) for config in read_configs(path)]
    notes = tuple(note for config in configs for note in config.notes)
    return {_CONFIG: as_toml(configs, "generated")}, notes


def _with_what_applies(config: Config) -> Config:
    """Without names for what the schema doesn't have, which sqlc lets pass."""
    if not config.options.rename and not config.options.overrides:
        return config
    catalog = analyse_project(replace(config, queries=())).catalog
    return replace(config, options=applicable(config.options, catalog))


def _example(folder: Path) -> dict[str, str]:
    """The files of the example, or only its configuration where there is a schema or queries.

    Raises CodegenError where this folder is configured already.
    """
    found = find_config(folder)
    if found is not None and found.parent == folder:
        help = "Run `codegen generate`."
        if found.name.startswith("sqlc."):
            help = f"It works as it is; `codegen init --from {found.name}` converts it."
        raise error("file-foreign", f"{shown(found)} configures this folder already", None, help)
    bare = (folder / "schema.sql").exists() or (folder / "queries").exists()
    return {path: text for path, text in _starter() if not bare or path == _CONFIG}


def _starter() -> Iterator[tuple[str, str]]:
    for file in sorted(_STARTER.rglob("*")):
        if file.is_file() and file.suffix in (".toml", ".sql"):
            yield file.relative_to(_STARTER).as_posix(), file.read_text("utf-8")
