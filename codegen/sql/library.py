"""sqlglot, imported without what only its plugins need.

For those it imports `importlib.metadata`, which brings a reader of e-mails, one of archives and
sockets: a third of the time that sqlglot takes. While it is imported, a stand-in has the module's
place, which imports it once somebody calls for it.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

_METADATA = "importlib.metadata"


class _Late(ModuleType):
    """Stands in for `importlib.metadata`, and becomes it when it is used."""

    def entry_points(self, **chosen: object) -> object:
        return _real().entry_points(**chosen)

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # what the import system looks for
            raise AttributeError(name)
        return getattr(_real(), name)


def _real() -> ModuleType:
    if isinstance(sys.modules.get(_METADATA), _Late):
        del sys.modules[_METADATA]
    return import_module(_METADATA)


def load() -> None:
    """Imports sqlglot."""
    if "sqlglot" in sys.modules:
        return
    sys.modules.setdefault(_METADATA, _Late(_METADATA))
    try:
        import_module("sqlglot.dialects.postgres")
    finally:
        if isinstance(sys.modules.get(_METADATA), _Late):
            del sys.modules[_METADATA]
