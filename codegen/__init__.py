"""codegen: annotated SQL and a PostgreSQL schema in, typed Python for psycopg 3 out.

The library is :mod:`codegen.api`; its names can be had from here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from codegen.api import Compiled, Config, Diagnostic, compile, find_config, read_configs

#: What is imported from :mod:`codegen.api` when it is asked for, since that takes its time.
__all__ = ["Compiled", "Config", "Diagnostic", "compile", "find_config", "read_configs"]


def __getattr__(name: str) -> object:
    if name in __all__:
        from codegen import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__} has no attribute {name}")
