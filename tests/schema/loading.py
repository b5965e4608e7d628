"""Loading a text as a schema, for the tests of this folder."""

from __future__ import annotations

from codegen.diagnostics import Diagnostic
from codegen.postgres.catalog import Catalog, Relation
from codegen.schema import load
from codegen.source import Source


def loaded(text: str) -> Catalog:
    """The catalog of a schema that has no mistake."""
    catalog, diagnostics = load([Source("schema.sql", text)])
    assert [one.message for one in diagnostics] == []
    return catalog


def table(text: str, name: str) -> Relation:
    """A relation of a schema that has no mistake."""
    found = loaded(text).relation(None, name)
    assert found is not None
    return found


def told(text: str) -> list[Diagnostic]:
    """What is wrong with a schema."""
    return load([Source("schema.sql", text)])[1]
