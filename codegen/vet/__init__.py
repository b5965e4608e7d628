"""Lints: queries that PostgreSQL takes and that probably don't do what was meant."""

from codegen.vet.rules import RULES
from codegen.vet.running import vet

__all__ = ["RULES", "vet"]
