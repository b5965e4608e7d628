"""What the input functions of PostgreSQL's types take: whether a text is a value of a type.

Where the true rule depends on settings, or is long, more is taken than PostgreSQL takes; nothing
that it takes is ever refused.
"""

from __future__ import annotations

from codegen.postgres.input.check import refusal

__all__ = ["refusal"]
