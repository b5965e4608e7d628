"""DDL → Catalog.

:mod:`.statements` is the index: one table from a statement's first keywords to the rule that
applies it. :mod:`.migrations` finds the files of a schema.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from codegen.schema.migrations import sources_of

if TYPE_CHECKING:
    from codegen.diagnostics import Diagnostic
    from codegen.postgres.catalog import Catalog
    from codegen.schema.resuming import Resuming
    from codegen.source import Source

__all__ = ["load", "sources_of"]


def load(
    sources: Sequence[Source],
    aliases: Mapping[str, str] | None = None,
    *,
    lenient: bool = False,
    past: Resuming | None = None,
) -> tuple[Catalog, list[Diagnostic]]:
    """The catalog of a schema, and what is wrong with the schema; as
    :func:`codegen.schema.statements.load`."""
    # A schema that is as it was is kept, and its rules need not be imported.
    from codegen.schema.statements import load as load_statements

    return load_statements(sources, aliases, lenient=lenient, past=past)
