"""The commands as one group. The module of a command is imported when the command is called."""

from __future__ import annotations

from importlib import import_module

import click

from codegen import __version__
from codegen.nearest import nearest

#: The commands, in the order of the help text; each is in a module of its name.
_COMMANDS = ("init", "generate", "check", "inspect", "verify", "vet", "explain", "pull", "schema")
#: What others call them.
_OTHER_NAMES = {
    "gen": "generate",
    "build": "generate",
    "compile": "generate",
    "run": "generate",
    "watch": "generate --watch",
    "diff": "check",
    "lint": "vet",
    "test": "verify",
    "new": "init",
    "dump": "pull",
    "help": "--help",
    "version": "--version",
}


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            ctx.fail(f"there is no command {cmd_name}.{_hint(cmd_name)}")
        found: object = getattr(import_module(f"codegen.cli.{cmd_name}"), cmd_name)
        assert isinstance(found, click.Command)
        return found


def _hint(name: str) -> str:
    near = _OTHER_NAMES.get(name.lower()) or nearest(name.lower(), _COMMANDS)
    return f" Did you mean {near}?" if near else f" There are {', '.join(_COMMANDS)}."


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="codegen")
def commands() -> None:
    """Typed Python for annotated SQL, with the types that PostgreSQL itself would infer."""
