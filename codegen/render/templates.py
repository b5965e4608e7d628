"""Where the templates are, and how they are read."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

_CODEGEN = Path(__file__).parent.parent
#: In an installed wheel, and in a checkout.
_FOLDERS = (_CODEGEN / "templates", _CODEGEN.parent / "templates")


@cache
def environment() -> Environment:
    """The Jinja environment: sandboxed, and a name that a template misspells is an error."""
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([str(folder) for folder in _FOLDERS if folder.is_dir()]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # Python is printed, not HTML
    )
