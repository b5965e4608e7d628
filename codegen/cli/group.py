"""The commands as one group. The module of a command is imported when the command is called."""

from __future__ import annotations

from importlib import import_module

import click

from codegen import __version__

#: The commands, in the order of the help text; each is in a module of its name.
_COMMANDS = ("init", "generate", "check", "inspect", "verify", "vet", "explain", "pull", "schema")


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        found: object = getattr(import_module(f"codegen.cli.{cmd_name}"), cmd_name)
        assert isinstance(found, click.Command)
        return found


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="codegen")
def commands() -> None:
    """Typed Python for annotated SQL, with the types that PostgreSQL itself would infer."""
