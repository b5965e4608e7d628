"""DDL → Catalog.

:mod:`.statements` is the index: one table from a statement's first keywords to the rule that
applies it. :mod:`.migrations` finds the files of a schema.
"""

from codegen.schema.migrations import sources_of
from codegen.schema.statements import is_ddl, load

__all__ = ["is_ddl", "load", "sources_of"]
