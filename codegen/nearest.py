"""What may be meant by a name that there isn't."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches


def nearest(name: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The known name most like the one that was written, of two alike the one of its length."""
    near = get_close_matches(name, list(known), 5, cutoff)
    return min(near, key=lambda one: _distance(name, one), default=None)


def _distance(name: str, other: str) -> tuple[float, int]:
    return 1 - SequenceMatcher(None, other, name).ratio(), abs(len(name) - len(other))
