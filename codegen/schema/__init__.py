"""DDL → Catalog.

:mod:`.statements` is the index: one table from a statement's first keywords to the rule that
applies it. :mod:`.migrations` finds the files of a schema.
"""

from codegen.schema.migrations import sources_of
from codegen.schema.statements import load

__all__ = ["load", "sources_of"]
