"""``codegen schema``: JSON schemas, for editors and for programs that read what is printed."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import click

from codegen.config.json_schema import config_schema
from codegen.formats import Report
from codegen.inspection import Inspection
from codegen.json_schema import schema_of
from codegen.plugin_request import GenerateRequest

#: What there is a schema of.
SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "config": config_schema,
    "inspect": lambda: schema_of(Inspection),
    "diagnostics": lambda: schema_of(Report),
    "sqlc-plugin": lambda: schema_of(GenerateRequest),
}


@click.command()
@click.argument("what", type=click.Choice(list(SCHEMAS)))
def schema(what: str) -> None:
    """Print a JSON schema: of codegen.toml, or of what `inspect` and `--format json` print.

    An editor with taplo checks and completes a codegen.toml that starts with the line
    `#:schema codegen.schema.json`, once `codegen schema config` is written to that file.
    """
    click.echo(json.dumps(SCHEMAS[what](), indent=2, ensure_ascii=False))
