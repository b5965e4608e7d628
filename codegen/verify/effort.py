"""How hard ``verify`` tries to falsify what is claimed of queries."""

from __future__ import annotations

from collections.abc import Callable

from codegen.records import dataclass


def _silent(share: float) -> None:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """``rounds`` databases, none begun when ``seconds`` are over; the same ``seed`` makes the same
    rows and arguments. ``progress`` is called with the share of the rounds that is done."""

    seed: int = 0
    rounds: int = 12
    seconds: float = float("inf")
    progress: Callable[[float], None] = _silent
