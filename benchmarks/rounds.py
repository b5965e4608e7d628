"""Measures contestants side by side: in every round each runs once, in an order of its own.

What disturbs the machine then disturbs all alike, and medians forget the rest.
"""

from __future__ import annotations

import gc
import random
from collections.abc import Callable, Mapping
from statistics import median


def measure(contestants: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, list[float]]:
    """The times of every contestant, by round. A contestant returns what it took, in seconds.

    One round before the first warms everything up.
    """
    order = list(contestants)
    dice = random.Random(0)
    times: dict[str, list[float]] = {name: [] for name in order}
    for number in range(rounds + 1):
        dice.shuffle(order)
        for name in order:
            gc.collect()
            took = contestants[name]()
            if number:
                times[name].append(took)
    return times


def ratio(times: list[float], floor: list[float]) -> float:
    """How many times as long as the floor: the median of the ratios of all rounds."""
    return median(one / other for one, other in zip(times, floor, strict=True))
